"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target2, all) => {
  for (var name in all)
    __defProp(target2, name, { get: all[name], enumerable: true });
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
  MAX_ENTRY_BYTES: () => MAX_ENTRY_BYTES,
  emitLogEntry: () => emitLogEntry,
  logEntrySchema: () => logEntrySchema,
  parseLogEntry: () => parseLogEntry
});
module.exports = stdin_exports;
var import_chunk_BGKKW6X2 = require("./chunk-BGKKW6X2.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var MAX_ENTRY_BYTES = 65535;
var at = { version: (0, import_chunk_PO7UBJRE.literal)(1), at: import_chunk_UESRXYTB.timestampText };
var target = { application: import_chunk_UESRXYTB.applicationName, environment: import_chunk_UESRXYTB.environmentName };
var person = import_chunk_BGKKW6X2.keyText;
var by = import_chunk_BGKKW6X2.keyText;
var node = { node: import_chunk_BGKKW6X2.nodeId, machineKey: import_chunk_BGKKW6X2.machineKeyText, wireguardKey: import_chunk_BGKKW6X2.wireguardKeyText };
var workload = {
  issuer: (0, import_chunk_PO7UBJRE.string)().max(500),
  repositoryId: import_chunk_UESRXYTB.numericId.nullable(),
  runId: import_chunk_UESRXYTB.numericId.nullable(),
  runAttempt: import_chunk_UESRXYTB.numericId.nullable()
};
var logEntrySchema = (0, import_chunk_PO7UBJRE.discriminatedUnion)("type", [
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("key-list"),
    ...at,
    epoch: import_chunk_BGKKW6X2.counterNumber,
    sequence: import_chunk_BGKKW6X2.counterNumber,
    digest: import_chunk_UESRXYTB.digestText
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("environments"),
    ...at,
    revision: import_chunk_BGKKW6X2.counterNumber,
    digest: import_chunk_UESRXYTB.digestText,
    /** `keyid` of the operator key. */
    by: import_chunk_BGKKW6X2.keyText.optional()
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("access-rules"),
    ...at,
    revision: import_chunk_BGKKW6X2.counterNumber,
    digest: import_chunk_UESRXYTB.digestText,
    by: import_chunk_BGKKW6X2.keyText.nullable()
  }),
  /** A pipeline pushed: what it brought, which may have been registered before. */
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("policy-push"),
    ...at,
    ...workload,
    tokenDigest: import_chunk_UESRXYTB.digestText,
    environments: import_chunk_UESRXYTB.digestText.nullable(),
    access: import_chunk_UESRXYTB.digestText.nullable()
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("enrolment-secret"),
    ...at,
    hash: import_chunk_UESRXYTB.digestText,
    environment: import_chunk_UESRXYTB.environmentName
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("enrolment-approval"),
    ...at,
    /** Of the keys of the agent that may join. */
    fingerprint: import_chunk_BGKKW6X2.keyText,
    environment: import_chunk_UESRXYTB.environmentName,
    by
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("enrolment"),
    ...at,
    ...node,
    name: import_chunk_BGKKW6X2.nodeName,
    environment: import_chunk_UESRXYTB.environmentName
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("admission"),
    ...at,
    ...node,
    ...target,
    ...workload,
    tokenDigest: import_chunk_UESRXYTB.digestText,
    approval: import_chunk_UESRXYTB.digestText.nullable(),
    leaseStart: import_chunk_UESRXYTB.timestampText,
    leaseEnd: import_chunk_UESRXYTB.timestampText,
    agents: (0, import_chunk_PO7UBJRE.array)(import_chunk_BGKKW6X2.nodeId).max(1e3)
  }),
  /** A person's own node joins, for as long as the session. */
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("person-node"),
    ...at,
    ...node,
    person,
    session: import_chunk_BGKKW6X2.keyText,
    leaseEnd: import_chunk_UESRXYTB.timestampText,
    agents: (0, import_chunk_PO7UBJRE.array)(import_chunk_BGKKW6X2.nodeId).max(1e3)
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("refusal"),
    ...at,
    ...workload,
    route: (0, import_chunk_PO7UBJRE._enum)(["admission", "submission", "signing", "push"]),
    kind: (0, import_chunk_PO7UBJRE.string)().max(40),
    rule: (0, import_chunk_PO7UBJRE.string)().max(200).nullable(),
    claim: (0, import_chunk_PO7UBJRE.string)().max(100).nullable()
  }),
  /** Refusals of principals that match nobody we know, counted over a minute. */
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("refusals"), ...at, count: import_chunk_BGKKW6X2.counterNumber }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("approval"),
    ...at,
    ...target,
    approval: import_chunk_UESRXYTB.digestText,
    sequence: import_chunk_BGKKW6X2.counterNumber,
    envelope: import_chunk_UESRXYTB.digestText
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("approval-revoked"), ...at, ...target, approval: import_chunk_UESRXYTB.digestText }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("receipt"),
    ...at,
    node: import_chunk_BGKKW6X2.nodeId,
    approval: import_chunk_UESRXYTB.digestText,
    receipt: import_chunk_UESRXYTB.digestText,
    outcome: (0, import_chunk_PO7UBJRE.string)().regex(/^[a-z-]{1,40}$/)
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("node-end"),
    ...at,
    node: import_chunk_BGKKW6X2.nodeId,
    reason: (0, import_chunk_PO7UBJRE._enum)(["left", "lease-ended", "session-ended", "revoked"])
  }),
  /** The operator root vouches for the log at this size, after agents saw it contradict itself. */
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("log-clearance"), ...at, size: import_chunk_BGKKW6X2.counterNumber, digest: import_chunk_UESRXYTB.digestText }),
  /** A backup of this size was brought back; secrets and leases of before are void. */
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("restored"), ...at, size: import_chunk_BGKKW6X2.counterNumber }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("login"),
    ...at,
    person,
    issuer: (0, import_chunk_PO7UBJRE.string)().max(500),
    /** `keyid` of the session's key. */
    session: import_chunk_BGKKW6X2.keyText,
    flow: import_chunk_BGKKW6X2.flowName
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("login-refused"),
    ...at,
    person,
    rule: (0, import_chunk_PO7UBJRE.string)().max(200),
    claim: (0, import_chunk_PO7UBJRE.string)().max(100)
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("logout"), ...at, person, session: import_chunk_BGKKW6X2.keyText }),
  /** Somebody else ended a person's session. */
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("session-end"), ...at, person, session: import_chunk_BGKKW6X2.keyText, by }),
  /** The key of the person's HMACs is gone: the entries about them lead to nobody. */
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("person-forgotten"), ...at, person: person.nullable(), by }),
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("first-admin"), ...at, person }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("vote"),
    ...at,
    /** Null for one who never had a session: the vote itself says who. */
    person: person.nullable(),
    /** Digest of the statement or of the change of policy. */
    subject: import_chunk_UESRXYTB.digestText,
    by: (0, import_chunk_PO7UBJRE._enum)(["login", "key"])
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("vote-refused"), ...at, by, subject: import_chunk_UESRXYTB.digestText }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("policy-change"),
    ...at,
    /** Of the document that people sign. */
    change: import_chunk_UESRXYTB.digestText,
    by: by.nullable(),
    environments: (0, import_chunk_PO7UBJRE.array)(import_chunk_UESRXYTB.environmentName).max(64)
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("freeze"),
    ...at,
    environment: import_chunk_UESRXYTB.environmentName,
    by,
    until: import_chunk_UESRXYTB.timestampText.nullable()
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("unfreeze"), ...at, environment: import_chunk_UESRXYTB.environmentName, by }),
  (0, import_chunk_PO7UBJRE.strictObject)({
    type: (0, import_chunk_PO7UBJRE.literal)("break-glass"),
    ...at,
    environment: import_chunk_UESRXYTB.environmentName,
    by,
    until: import_chunk_UESRXYTB.timestampText,
    /** Of the reason, which the store holds. */
    reason: import_chunk_UESRXYTB.digestText
  }),
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("break-glass-end"), ...at, environment: import_chunk_UESRXYTB.environmentName, by }),
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("node-suspended"), ...at, node: import_chunk_BGKKW6X2.nodeId }),
  (0, import_chunk_PO7UBJRE.strictObject)({ type: (0, import_chunk_PO7UBJRE.literal)("node-resumed"), ...at, node: import_chunk_BGKKW6X2.nodeId })
]);
function emitLogEntry(entry) {
  const bytes = (0, import_chunk_4NFOMFHU.encodeUtf8)(JSON.stringify((0, import_chunk_SO3KANTK.decode)(logEntrySchema, entry, { source: "the log entry" })));
  if (bytes.length > MAX_ENTRY_BYTES) {
    throw new import_chunk_TO5RH7DJ.SallyportError("LIMIT_EXCEEDED", {
      message: `a log entry has ${bytes.length} bytes, at most ${MAX_ENTRY_BYTES} fit`
    });
  }
  return bytes;
}
function parseLogEntry(bytes) {
  const value = (0, import_chunk_CRLEFTAS.parseStrictJson)(bytes, { source: "the log entry", maxBytes: MAX_ENTRY_BYTES, maxDepth: 4 });
  return (0, import_chunk_SO3KANTK.decode)(logEntrySchema, value, { source: "the log entry" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  MAX_ENTRY_BYTES,
  emitLogEntry,
  logEntrySchema,
  parseLogEntry
});
