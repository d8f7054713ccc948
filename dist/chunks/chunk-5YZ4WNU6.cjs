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
  APPROVAL_FILE_MEDIA_TYPE: () => APPROVAL_FILE_MEDIA_TYPE,
  MAX_APPROVAL_FILE_BYTES: () => MAX_APPROVAL_FILE_BYTES,
  approvalFileSchema: () => approvalFileSchema,
  emitApprovalFile: () => emitApprovalFile,
  parseApprovalFile: () => parseApprovalFile
});
module.exports = stdin_exports;
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var APPROVAL_FILE_MEDIA_TYPE = "application/vnd.sallyport.approval+json";
var MAX_APPROVAL_FILE_BYTES = 512 * 1024;
var token = (0, import_chunk_PO7UBJRE.string)().max(16 * 1024);
var approvalFileSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  mediaType: (0, import_chunk_PO7UBJRE.literal)(APPROVAL_FILE_MEDIA_TYPE),
  version: (0, import_chunk_PO7UBJRE.literal)(1),
  envelope: import_chunk_B5YHRYI7.envelopeSchema,
  /** The workload's token with the audience of these statement bytes. */
  token: token.nullable(),
  /** Logins of people whose nonce is of these statement bytes; people with keys sign the envelope. */
  people: (0, import_chunk_PO7UBJRE.array)(token).max(32),
  keyList: import_chunk_B5YHRYI7.envelopeSchema.nullable(),
  log: (0, import_chunk_PO7UBJRE.strictObject)({
    /** The log's entry, base64. */
    entry: (0, import_chunk_PO7UBJRE.string)().max(9e4),
    /** C2SP tlog-proof: index, hashes, checkpoint. */
    proof: (0, import_chunk_PO7UBJRE.string)().max(16 * 1024)
  }).nullable(),
  locations: (0, import_chunk_PO7UBJRE.array)(
    (0, import_chunk_PO7UBJRE.string)().max(2e3).regex(/^(?:mesh|https|oci|release|coordinator):[\x21-\x7e]*$/)
  ).max(32),
  vsa: import_chunk_B5YHRYI7.envelopeSchema.nullable()
});
function emitApprovalFile(parts) {
  const file = (0, import_chunk_SO3KANTK.decode)(
    approvalFileSchema,
    {
      mediaType: APPROVAL_FILE_MEDIA_TYPE,
      version: 1,
      envelope: parts.envelope,
      token: parts.token ?? null,
      people: parts.people ?? [],
      keyList: parts.keyList ?? null,
      log: parts.log ?? null,
      locations: parts.locations ?? [],
      vsa: parts.vsa ?? null
    },
    { source: "the approval file" }
  );
  return (0, import_chunk_4NFOMFHU.encodeUtf8)(`${JSON.stringify(file, null, 2)}
`);
}
function parseApprovalFile(bytes) {
  const limits = { source: "the approval file", maxBytes: MAX_APPROVAL_FILE_BYTES, maxDepth: 8 };
  return (0, import_chunk_3ZQSXCLB.decodeDocument)(approvalFileSchema, bytes, limits);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  APPROVAL_FILE_MEDIA_TYPE,
  MAX_APPROVAL_FILE_BYTES,
  approvalFileSchema,
  emitApprovalFile,
  parseApprovalFile
});
