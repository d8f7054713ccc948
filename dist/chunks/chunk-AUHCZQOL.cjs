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
  signLogClearance: () => signLogClearance,
  verifyLogClearance: () => verifyLogClearance
});
module.exports = stdin_exports;
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var LOG_CLEARANCE_PAYLOAD_TYPE = "application/vnd.sallyport.log-clearance+json";
var MAX_BYTES = 4 * 1024;
var clearanceSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  version: (0, import_chunk_PO7UBJRE.literal)(1),
  coordinator: import_chunk_UESRXYTB.coordinatorIdText,
  issuedAt: import_chunk_UESRXYTB.timestampText,
  checkpoint: (0, import_chunk_PO7UBJRE.strictObject)({
    size: (0, import_chunk_PO7UBJRE.int)().min(0),
    /** SHA-256, base64. */
    root: (0, import_chunk_PO7UBJRE.string)().regex(/^[A-Za-z0-9+/]{43}=$/)
  })
});
function signLogClearance({ issuedAt, size, root }, key) {
  const content = {
    version: 1,
    coordinator: (0, import_chunk_BIEF65K5.coordinatorIdOf)(key.publicKey),
    issuedAt: (0, import_chunk_GEUJANHY.formatTimestamp)(issuedAt),
    checkpoint: { size, root: (0, import_chunk_4NFOMFHU.encodeBase64)(root) }
  };
  return (0, import_chunk_B5YHRYI7.signEnvelope)(LOG_CLEARANCE_PAYLOAD_TYPE, (0, import_chunk_4NFOMFHU.encodeUtf8)(JSON.stringify(content)), [key]);
}
function verifyLogClearance(envelope, root) {
  const payload = (0, import_chunk_B5YHRYI7.verifyEnvelope)(envelope, [root]);
  if (payload.payloadType !== LOG_CLEARANCE_PAYLOAD_TYPE) {
    throw new import_chunk_TO5RH7DJ.SallyportError("SIGNATURE_INVALID", {
      message: `the root signed a ${JSON.stringify(payload.payloadType)}, not a clearance of the log`
    });
  }
  const limits = { source: "the clearance of the log", maxBytes: MAX_BYTES, maxDepth: 4 };
  const { coordinator, issuedAt, checkpoint } = (0, import_chunk_3ZQSXCLB.decodeDocument)(clearanceSchema, payload.bytes, limits);
  if (coordinator !== (0, import_chunk_BIEF65K5.coordinatorIdOf)(root)) {
    throw new import_chunk_TO5RH7DJ.SallyportError("CONFIG_INVALID", {
      message: `the clearance is for another coordinator, ${coordinator}`
    });
  }
  return { issuedAt: (0, import_chunk_GEUJANHY.parseTimestamp)(issuedAt), size: checkpoint.size, root: (0, import_chunk_4NFOMFHU.decodeBase64)(checkpoint.root) };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  signLogClearance,
  verifyLogClearance
});
