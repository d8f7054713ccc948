const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  applicationName,
  commitText,
  counter,
  digestText,
  environmentName,
  gitRef,
  issuerUrl,
  labels,
  numericId,
  sha256HexText,
  timestampText
} from "./chunk-BN5YVRTE.js";
import {
  decodeDocument
} from "./chunk-7YEXSHNJ.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  _enum,
  array,
  int,
  literal,
  strictObject,
  string
} from "./chunk-LRBPYAN6.js";
import {
  parseTimestamp
} from "./chunk-NNHBBYKH.js";
import {
  sha256
} from "./chunk-MGJ2JUMM.js";
import {
  encodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/trust/statement.ts
var STATEMENT_PAYLOAD_TYPE = "application/vnd.in-toto+json";
var STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
var APPROVAL_PREDICATE_TYPE = "https://sallyport.dev/approval/v1";
var MAX_STATEMENT_BYTES = 64 * 1024;
var sourceSchema = strictObject({
  issuer: issuerUrl,
  repositoryId: numericId,
  ownerId: numericId,
  commit: commitText,
  ref: gitRef,
  runId: numericId,
  runAttempt: numericId,
  /** `job_workflow_ref`: owner/repository/path@ref. */
  workflow: string().min(1).max(500),
  /** `job_workflow_sha`. */
  workflowCommit: commitText,
  /** Who started the run, and who pushed the commit where the coordinator knows: neither counts for a quorum. */
  actorId: numericId,
  pusherId: numericId.optional()
});
var predicateSchema = strictObject({
  application: applicationName,
  environment: environmentName,
  scope: labels,
  artifact: strictObject({
    mediaType: string().regex(/^[\w.+-]{1,127}\/[\w.+-]{1,127}$/),
    size: int().min(0)
  }),
  sequence: counter,
  keyEpoch: counter,
  notBefore: timestampText,
  notAfter: timestampText,
  kind: _enum(["deploy", "rollback", "revoke"]),
  /** Null only where a person signs with a key and names no verdict. */
  policy: strictObject({ uri: string().min(1).max(1e3), digest: digestText }).nullable(),
  evidence: strictObject({ verdict: digestText }).nullable(),
  /** Null only where no workload asked (`signers: key`). */
  source: sourceSchema.nullable(),
  /** Who approved, as (issuer, subject); a hint for readers: the proof is beside the statement. */
  approvers: array(strictObject({ issuer: string().max(500), subject: string().max(255) })).max(32)
});
var approvalStatementSchema = strictObject({
  _type: literal(STATEMENT_TYPE),
  subject: array(
    strictObject({ name: string().min(1).max(255), digest: strictObject({ sha256: sha256HexText }) })
  ).length(1),
  predicateType: literal(APPROVAL_PREDICATE_TYPE),
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
  const statement = refuseEmptyWindow(decode(approvalStatementSchema, value, { source: "the statement" }));
  const scope = Object.fromEntries(Object.entries(statement.predicate.scope).sort(byName));
  return encodeUtf8(JSON.stringify({ ...statement, predicate: { ...statement.predicate, scope } }));
}
function parseApprovalStatement(bytes) {
  const limits = { source: "the statement", maxBytes: MAX_STATEMENT_BYTES, maxDepth: 8 };
  return refuseEmptyWindow(decodeDocument(approvalStatementSchema, bytes, limits));
}
function approvalDigest(statementBytes) {
  return sha256(statementBytes);
}
function refuseEmptyWindow(statement) {
  const { notBefore, notAfter } = statement.predicate;
  if (parseTimestamp(notBefore) < parseTimestamp(notAfter)) return statement;
  throw new SallyportError("CONFIG_INVALID", {
    message: `predicate.notAfter: ${notAfter} is not after notBefore, ${notBefore}`
  });
}
function byName([a], [b]) {
  return a < b ? -1 : a > b ? 1 : 0;
}

export {
  STATEMENT_PAYLOAD_TYPE,
  STATEMENT_TYPE,
  APPROVAL_PREDICATE_TYPE,
  MAX_STATEMENT_BYTES,
  approvalStatementSchema,
  emitApprovalStatement,
  parseApprovalStatement,
  approvalDigest
};
