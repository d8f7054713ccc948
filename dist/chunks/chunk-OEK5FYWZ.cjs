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
  APPROVAL_PREDICATE_TYPE: () => APPROVAL_PREDICATE_TYPE,
  MAX_STATEMENT_BYTES: () => MAX_STATEMENT_BYTES,
  STATEMENT_PAYLOAD_TYPE: () => STATEMENT_PAYLOAD_TYPE,
  STATEMENT_TYPE: () => STATEMENT_TYPE,
  approvalDigest: () => approvalDigest,
  approvalStatementSchema: () => approvalStatementSchema,
  emitApprovalStatement: () => emitApprovalStatement,
  parseApprovalStatement: () => parseApprovalStatement
});
module.exports = stdin_exports;
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var STATEMENT_PAYLOAD_TYPE = "application/vnd.in-toto+json";
var STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
var APPROVAL_PREDICATE_TYPE = "https://sallyport.dev/approval/v1";
var MAX_STATEMENT_BYTES = 64 * 1024;
var sourceSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  issuer: import_chunk_UESRXYTB.issuerUrl,
  repositoryId: import_chunk_UESRXYTB.numericId,
  ownerId: import_chunk_UESRXYTB.numericId,
  commit: import_chunk_UESRXYTB.commitText,
  ref: import_chunk_UESRXYTB.gitRef,
  runId: import_chunk_UESRXYTB.numericId,
  runAttempt: import_chunk_UESRXYTB.numericId,
  /** `job_workflow_ref`: owner/repository/path@ref. */
  workflow: (0, import_chunk_PO7UBJRE.string)().min(1).max(500),
  /** `job_workflow_sha`. */
  workflowCommit: import_chunk_UESRXYTB.commitText,
  /** Who started the run, and who pushed the commit where the coordinator knows: neither counts for a quorum. */
  actorId: import_chunk_UESRXYTB.numericId,
  pusherId: import_chunk_UESRXYTB.numericId.optional()
});
var predicateSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  application: import_chunk_UESRXYTB.applicationName,
  environment: import_chunk_UESRXYTB.environmentName,
  scope: import_chunk_UESRXYTB.labels,
  artifact: (0, import_chunk_PO7UBJRE.strictObject)({
    mediaType: (0, import_chunk_PO7UBJRE.string)().regex(/^[\w.+-]{1,127}\/[\w.+-]{1,127}$/),
    size: (0, import_chunk_PO7UBJRE.int)().min(0)
  }),
  sequence: import_chunk_UESRXYTB.counter,
  keyEpoch: import_chunk_UESRXYTB.counter,
  notBefore: import_chunk_UESRXYTB.timestampText,
  notAfter: import_chunk_UESRXYTB.timestampText,
  kind: (0, import_chunk_PO7UBJRE._enum)(["deploy", "rollback", "revoke"]),
  /** Null only where a person signs with a key and names no verdict. */
  policy: (0, import_chunk_PO7UBJRE.strictObject)({ uri: (0, import_chunk_PO7UBJRE.string)().min(1).max(1e3), digest: import_chunk_UESRXYTB.digestText }).nullable(),
  evidence: (0, import_chunk_PO7UBJRE.strictObject)({ verdict: import_chunk_UESRXYTB.digestText }).nullable(),
  /** Null only where no workload asked (`signers: key`). */
  source: sourceSchema.nullable(),
  /** Who approved, as (issuer, subject); a hint for readers: the proof is beside the statement. */
  approvers: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.strictObject)({ issuer: (0, import_chunk_PO7UBJRE.string)().max(500), subject: (0, import_chunk_PO7UBJRE.string)().max(255) })).max(32)
});
var approvalStatementSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  _type: (0, import_chunk_PO7UBJRE.literal)(STATEMENT_TYPE),
  subject: (0, import_chunk_PO7UBJRE.array)(
    (0, import_chunk_PO7UBJRE.strictObject)({ name: (0, import_chunk_PO7UBJRE.string)().min(1).max(255), digest: (0, import_chunk_PO7UBJRE.strictObject)({ sha256: import_chunk_UESRXYTB.sha256HexText }) })
  ).length(1),
  predicateType: (0, import_chunk_PO7UBJRE.literal)(APPROVAL_PREDICATE_TYPE),
  predicate: predicateSchema
});
function emitApprovalStatement(content) {
  const { artifactName, artifactSha256, ...predicate } = content;
  const value = {
    _type: STATEMENT_TYPE,
    subject: [{ name: artifactName, digest: { sha256: artifactSha256 } }],
    predicateType: APPROVAL_PREDICATE_TYPE,
    predicate
  };
  const statement = refuseEmptyWindow((0, import_chunk_SO3KANTK.decode)(approvalStatementSchema, value, { source: "the statement" }));
  const scope = Object.fromEntries(Object.entries(statement.predicate.scope).sort(byName));
  return (0, import_chunk_4NFOMFHU.encodeUtf8)(JSON.stringify({ ...statement, predicate: { ...statement.predicate, scope } }));
}
function parseApprovalStatement(bytes) {
  const limits = { source: "the statement", maxBytes: MAX_STATEMENT_BYTES, maxDepth: 8 };
  return refuseEmptyWindow((0, import_chunk_3ZQSXCLB.decodeDocument)(approvalStatementSchema, bytes, limits));
}
function approvalDigest(statementBytes) {
  return (0, import_chunk_QW7UKFTH.sha256)(statementBytes);
}
function refuseEmptyWindow(statement) {
  const { notBefore, notAfter } = statement.predicate;
  if ((0, import_chunk_GEUJANHY.parseTimestamp)(notBefore) < (0, import_chunk_GEUJANHY.parseTimestamp)(notAfter)) return statement;
  throw new import_chunk_TO5RH7DJ.SallyportError("CONFIG_INVALID", {
    message: `predicate.notAfter: ${notAfter} is not after notBefore, ${notBefore}`
  });
}
function byName([a], [b]) {
  return a < b ? -1 : a > b ? 1 : 0;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  APPROVAL_PREDICATE_TYPE,
  MAX_STATEMENT_BYTES,
  STATEMENT_PAYLOAD_TYPE,
  STATEMENT_TYPE,
  approvalDigest,
  approvalStatementSchema,
  emitApprovalStatement,
  parseApprovalStatement
});
