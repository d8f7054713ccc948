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
  OPERATOR_HOW: () => OPERATOR_HOW,
  OPERATOR_OPTIONS: () => OPERATOR_OPTIONS,
  withOperatorClient: () => withOperatorClient
});
module.exports = stdin_exports;
var import_chunk_X2XC5NVU = require("./chunk-X2XC5NVU.cjs");
var import_chunk_LADPJ4KD = require("./chunk-LADPJ4KD.cjs");
var import_chunk_DLDCVKX6 = require("./chunk-DLDCVKX6.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_node_path = process.getBuiltinModule("node:path");
var MAX_FILE_BYTES = 1024 * 1024;
var OPERATOR_OPTIONS = ["url", "root", "key", "ca", "session", "json"];
var OPERATOR_HOW = "--url https://coordinator.example --root sallyport-root-public-v1:\u2026 --key admin.key";
async function withOperatorClient(call, work) {
  const { ports } = call;
  const { url, root, ca, key } = await findConnection(call);
  const http = (0, import_chunk_COQYJIF4.createHttpClient)(ca === void 0 ? {} : { ca });
  try {
    const client = (0, import_chunk_LADPJ4KD.createCoordinatorClient)({
      url: url.replace(/\/$/, ""),
      root: (0, import_chunk_BIEF65K5.parsePublicKey)("root", root),
      key,
      http,
      clock: ports.clock,
      random: ports.random
    });
    return await work(client);
  } finally {
    await http.close();
  }
}
async function findConnection(call) {
  const { options, ports } = call;
  const { url, root, key } = options;
  const read = async (path) => (0, import_chunk_4NFOMFHU.decodeUtf8)(await (0, import_chunk_M3WSMIIZ.readFileBounded)((0, import_node_path.resolve)(ports.cwd, path), MAX_FILE_BYTES));
  if (key === void 0) {
    const kept = await (0, import_chunk_X2XC5NVU.readSession)((0, import_chunk_X2XC5NVU.sessionPath)(call));
    if (kept)
      return { url: url ?? kept.url, root: root ?? kept.root, ca: kept.ca ?? void 0, key: kept.key };
  }
  if (url === void 0 || root === void 0 || key === void 0) {
    throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
      message: "there is no session, and --url, --root and --key are not given",
      help: `log in (sallyport login), or give ${OPERATOR_HOW}`
    });
  }
  const place = (path) => (0, import_node_path.resolve)(ports.cwd, path);
  const ca = options.ca === void 0 ? void 0 : await (0, import_chunk_DLDCVKX6.readAuthority)(options.ca, url, place);
  return { url, root, ca, key: (0, import_chunk_BIEF65K5.parseKeyFile)("operator", await read(key), key) };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  OPERATOR_HOW,
  OPERATOR_OPTIONS,
  withOperatorClient
});
