"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  readSession: () => readSession,
  removeSession: () => removeSession,
  sessionPath: () => sessionPath,
  writeSession: () => writeSession
});
module.exports = stdin_exports;
var import_chunk_BGKKW6X2 = require("./chunk-BGKKW6X2.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");


var import_node_path = process.getBuiltinModule("node:path");
var MAX_BYTES = 256 * 1024;
var fileSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  version: (0, import_chunk_PO7UBJRE.literal)(1),
  url: (0, import_chunk_PO7UBJRE.string)().max(500),
  root: (0, import_chunk_PO7UBJRE.string)().max(200),
  /** PEM, where the coordinator's TLS has a CA of its own. */
  ca: (0, import_chunk_PO7UBJRE.string)().nullable(),
  /** The private half, base64url. */
  key: (0, import_chunk_PO7UBJRE.string)().regex(/^[A-Za-z0-9_-]{43}$/),
  session: import_chunk_BGKKW6X2.sessionSchema
});
function sessionPath({ options, ports }) {
  if (options.session !== void 0) return (0, import_node_path.resolve)(ports.cwd, options.session);
  return (0, import_node_path.join)(stateFolder(ports.env), "sallyport", "session.json");
}
async function readSession(path) {
  const bytes = await (0, import_chunk_M3WSMIIZ.readFileIfThere)(path, MAX_BYTES);
  if (!bytes) return void 0;
  await refuseShared(path);
  const value = (0, import_chunk_CRLEFTAS.parseStrictJson)(bytes, { source: path, maxBytes: MAX_BYTES });
  const { url, root, ca, key, session } = (0, import_chunk_SO3KANTK.decode)(fileSchema, value, { source: path });
  return { url, root, ca, key: (0, import_chunk_BIEF65K5.ed25519KeyPair)((0, import_chunk_4NFOMFHU.decodeBase64url)(key)), session };
}
async function writeSession(path, kept) {
  const { key, ...rest } = kept;
  const content = {
    version: 1,
    ...rest,
    key: (0, import_chunk_4NFOMFHU.encodeBase64url)(key.privateKey.reveal())
  };
  await (0, import_chunk_M3WSMIIZ.makePrivateFolder)((0, import_node_path.dirname)(path));
  await (0, import_chunk_M3WSMIIZ.writeFileAtomic)(path, `${JSON.stringify(content, null, 2)}
`, 384);
}
async function removeSession(path) {
  await (0, (process.getBuiltinModule("node:fs/promises")).rm)(path, { force: true });
}
async function refuseShared(path) {
  if (process.platform === "win32") return;
  const { mode } = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(path);
  if ((mode & 63) === 0) return;
  throw new import_chunk_TO5RH7DJ.SallyportError("FILE_UNREADABLE", {
    message: `${path} may be read by others (mode ${(mode & 511).toString(8)})`,
    help: `log in again, or take their access away: chmod 600 ${path}`,
    place: { file: path }
  });
}
function stateFolder(env) {
  const home = (0, (process.getBuiltinModule("node:os")).homedir)();
  if (process.platform === "win32") return env["LOCALAPPDATA"] ?? (0, import_node_path.join)(home, "AppData", "Local");
  if (process.platform === "darwin") return (0, import_node_path.join)(home, "Library", "Application Support");
  const xdg = env["XDG_STATE_HOME"];
  return xdg !== void 0 && (0, import_node_path.isAbsolute)(xdg) ? xdg : (0, import_node_path.join)(env["HOME"] ?? home, ".local", "state");
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readSession,
  removeSession,
  sessionPath,
  writeSession
});
