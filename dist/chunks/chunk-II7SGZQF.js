const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  sessionSchema
} from "./chunk-334BH3EO.js";
import {
  ed25519KeyPair
} from "./chunk-ZYFGNLJL.js";
import {
  parseStrictJson
} from "./chunk-V4X75XZ6.js";
import {
  makePrivateFolder,
  readFileIfThere,
  writeFileAtomic
} from "./chunk-RWTYN6AN.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  literal,
  strictObject,
  string
} from "./chunk-SKPPTWLY.js";
import {
  decodeBase64url,
  encodeBase64url
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/verbs/session-file.ts
const { rm, stat } = process.getBuiltinModule("node:fs/promises");
const { homedir } = process.getBuiltinModule("node:os");
const { dirname, isAbsolute, join, resolve } = process.getBuiltinModule("node:path");
var MAX_BYTES = 256 * 1024;
var fileSchema = strictObject({
  version: literal(1),
  url: string().max(500),
  root: string().max(200),
  /** PEM, where the coordinator's TLS has a CA of its own. */
  ca: string().nullable(),
  /** The private half, base64url. */
  key: string().regex(/^[A-Za-z0-9_-]{43}$/),
  session: sessionSchema
});
function sessionPath({ options, ports }) {
  if (options.session !== void 0) return resolve(ports.cwd, options.session);
  return join(stateFolder(ports.env), "sallyport", "session.json");
}
async function readSession(path) {
  const bytes = await readFileIfThere(path, MAX_BYTES);
  if (!bytes) return void 0;
  await refuseShared(path);
  const value = parseStrictJson(bytes, { source: path, maxBytes: MAX_BYTES });
  const { url, root, ca, key, session } = decode(fileSchema, value, { source: path });
  return { url, root, ca, key: ed25519KeyPair(decodeBase64url(key)), session };
}
async function writeSession(path, kept) {
  const { key, ...rest } = kept;
  const content = {
    version: 1,
    ...rest,
    key: encodeBase64url(key.privateKey.reveal())
  };
  await makePrivateFolder(dirname(path));
  await writeFileAtomic(path, `${JSON.stringify(content, null, 2)}
`, 384);
}
async function removeSession(path) {
  await rm(path, { force: true });
}
async function refuseShared(path) {
  if (process.platform === "win32") return;
  const { mode } = await stat(path);
  if ((mode & 63) === 0) return;
  throw new SallyportError("FILE_UNREADABLE", {
    message: `${path} may be read by others (mode ${(mode & 511).toString(8)})`,
    help: `log in again, or take their access away: chmod 600 ${path}`,
    place: { file: path }
  });
}
function stateFolder(env) {
  const home = homedir();
  if (process.platform === "win32") return env["LOCALAPPDATA"] ?? join(home, "AppData", "Local");
  if (process.platform === "darwin") return join(home, "Library", "Application Support");
  const xdg = env["XDG_STATE_HOME"];
  return xdg !== void 0 && isAbsolute(xdg) ? xdg : join(env["HOME"] ?? home, ".local", "state");
}

export {
  sessionPath,
  readSession,
  writeSession,
  removeSession
};
