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
  POLICY_CHANGE_PAYLOAD_TYPE: () => POLICY_CHANGE_PAYLOAD_TYPE,
  emitPolicyChange: () => emitPolicyChange,
  parsePolicyChange: () => parsePolicyChange
});
module.exports = stdin_exports;
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var POLICY_CHANGE_PAYLOAD_TYPE = "application/vnd.sallyport.policy-change+json";
var MAX_BYTES = 64 * 1024;
var changedFile = (0, import_chunk_PO7UBJRE.strictObject)({
  /** Digest of the version that is replaced; null for the first. */
  from: import_chunk_UESRXYTB.digestText.nullable(),
  to: import_chunk_UESRXYTB.digestText
});
var policyChangeSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  type: (0, import_chunk_PO7UBJRE.literal)("https://sallyport.dev/policy-change/v1"),
  coordinator: import_chunk_UESRXYTB.coordinatorIdText,
  environments: changedFile.nullable(),
  access: changedFile.nullable(),
  /** What is loosened, for whoever signs it. */
  loosens: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.strictObject)({ environment: import_chunk_UESRXYTB.environmentName, what: (0, import_chunk_PO7UBJRE.string)().min(1).max(500) })).min(1).max(256),
  notBefore: import_chunk_UESRXYTB.timestampText,
  notAfter: import_chunk_UESRXYTB.timestampText
});
function emitPolicyChange(change) {
  const value = { type: "https://sallyport.dev/policy-change/v1", ...change };
  return (0, import_chunk_4NFOMFHU.encodeUtf8)(JSON.stringify((0, import_chunk_SO3KANTK.decode)(policyChangeSchema, value, { source: "the change of policy" })));
}
function parsePolicyChange(bytes) {
  const limits = { source: "the change of policy", maxBytes: MAX_BYTES, maxDepth: 4 };
  return (0, import_chunk_3ZQSXCLB.decodeDocument)(policyChangeSchema, bytes, limits);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  POLICY_CHANGE_PAYLOAD_TYPE,
  emitPolicyChange,
  parsePolicyChange
});
