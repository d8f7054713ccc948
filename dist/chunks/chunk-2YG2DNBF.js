const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  counterNumber,
  flowName,
  keyText,
  machineKeyText,
  nodeId,
  nodeName,
  wireguardKeyText
} from "./chunk-D6EZW4BP.js";
import {
  applicationName,
  digestText,
  environmentName,
  numericId,
  timestampText
} from "./chunk-BN5YVRTE.js";
import {
  parseStrictJson
} from "./chunk-V4X75XZ6.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  _enum,
  array,
  discriminatedUnion,
  literal,
  strictObject,
  string
} from "./chunk-LRBPYAN6.js";
import {
  encodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/api/messages/log-entry.ts
var MAX_ENTRY_BYTES = 65535;
var at = { version: literal(1), at: timestampText };
var target = { application: applicationName, environment: environmentName };
var person = keyText;
var by = keyText;
var node = { node: nodeId, machineKey: machineKeyText, wireguardKey: wireguardKeyText };
var workload = {
  issuer: string().max(500),
  repositoryId: numericId.nullable(),
  runId: numericId.nullable(),
  runAttempt: numericId.nullable()
};
var logEntrySchema = discriminatedUnion("type", [
  strictObject({
    type: literal("key-list"),
    ...at,
    epoch: counterNumber,
    sequence: counterNumber,
    digest: digestText
  }),
  strictObject({
    type: literal("environments"),
    ...at,
    revision: counterNumber,
    digest: digestText,
    /** `keyid` of the operator key. */
    by: keyText.optional()
  }),
  strictObject({
    type: literal("access-rules"),
    ...at,
    revision: counterNumber,
    digest: digestText,
    by: keyText.nullable()
  }),
  /** A pipeline pushed: what it brought, which may have been registered before. */
  strictObject({
    type: literal("policy-push"),
    ...at,
    ...workload,
    tokenDigest: digestText,
    environments: digestText.nullable(),
    access: digestText.nullable()
  }),
  strictObject({
    type: literal("enrolment-secret"),
    ...at,
    hash: digestText,
    environment: environmentName
  }),
  strictObject({
    type: literal("enrolment-approval"),
    ...at,
    /** Of the keys of the agent that may join. */
    fingerprint: keyText,
    environment: environmentName,
    by
  }),
  strictObject({
    type: literal("enrolment"),
    ...at,
    ...node,
    name: nodeName,
    environment: environmentName
  }),
  strictObject({
    type: literal("admission"),
    ...at,
    ...node,
    ...target,
    ...workload,
    tokenDigest: digestText,
    approval: digestText.nullable(),
    leaseStart: timestampText,
    leaseEnd: timestampText,
    agents: array(nodeId).max(1e3)
  }),
  /** A person's own node joins, for as long as the session. */
  strictObject({
    type: literal("person-node"),
    ...at,
    ...node,
    person,
    session: keyText,
    leaseEnd: timestampText,
    agents: array(nodeId).max(1e3)
  }),
  strictObject({
    type: literal("refusal"),
    ...at,
    ...workload,
    route: _enum(["admission", "submission", "signing", "push"]),
    kind: string().max(40),
    rule: string().max(200).nullable(),
    claim: string().max(100).nullable()
  }),
  /** Refusals of principals that match nobody we know, counted over a minute. */
  strictObject({ type: literal("refusals"), ...at, count: counterNumber }),
  strictObject({
    type: literal("approval"),
    ...at,
    ...target,
    approval: digestText,
    sequence: counterNumber,
    envelope: digestText
  }),
  strictObject({ type: literal("approval-revoked"), ...at, ...target, approval: digestText }),
  strictObject({
    type: literal("receipt"),
    ...at,
    node: nodeId,
    approval: digestText,
    receipt: digestText,
    outcome: string().regex(/^[a-z-]{1,40}$/)
  }),
  strictObject({
    type: literal("node-end"),
    ...at,
    node: nodeId,
    reason: _enum(["left", "lease-ended", "session-ended", "revoked"])
  }),
  /** The operator root vouches for the log at this size, after agents saw it contradict itself. */
  strictObject({ type: literal("log-clearance"), ...at, size: counterNumber, digest: digestText }),
  /** A backup of this size was brought back; secrets and leases of before are void. */
  strictObject({ type: literal("restored"), ...at, size: counterNumber }),
  strictObject({
    type: literal("login"),
    ...at,
    person,
    issuer: string().max(500),
    /** `keyid` of the session's key. */
    session: keyText,
    flow: flowName
  }),
  strictObject({
    type: literal("login-refused"),
    ...at,
    person,
    rule: string().max(200),
    claim: string().max(100)
  }),
  strictObject({ type: literal("logout"), ...at, person, session: keyText }),
  /** Somebody else ended a person's session. */
  strictObject({ type: literal("session-end"), ...at, person, session: keyText, by }),
  /** The key of the person's HMACs is gone: the entries about them lead to nobody. */
  strictObject({ type: literal("person-forgotten"), ...at, person: person.nullable(), by }),
  strictObject({ type: literal("first-admin"), ...at, person }),
  strictObject({
    type: literal("vote"),
    ...at,
    /** Null for one who never had a session: the vote itself says who. */
    person: person.nullable(),
    /** Digest of the statement or of the change of policy. */
    subject: digestText,
    by: _enum(["login", "key"])
  }),
  strictObject({ type: literal("vote-refused"), ...at, by, subject: digestText }),
  strictObject({
    type: literal("policy-change"),
    ...at,
    /** Of the document that people sign. */
    change: digestText,
    by: by.nullable(),
    environments: array(environmentName).max(64)
  }),
  strictObject({
    type: literal("freeze"),
    ...at,
    environment: environmentName,
    by,
    until: timestampText.nullable()
  }),
  strictObject({ type: literal("unfreeze"), ...at, environment: environmentName, by }),
  strictObject({
    type: literal("break-glass"),
    ...at,
    environment: environmentName,
    by,
    until: timestampText,
    /** Of the reason, which the store holds. */
    reason: digestText
  }),
  strictObject({ type: literal("break-glass-end"), ...at, environment: environmentName, by }),
  strictObject({ type: literal("node-suspended"), ...at, node: nodeId }),
  strictObject({ type: literal("node-resumed"), ...at, node: nodeId })
]);
function emitLogEntry(entry) {
  const bytes = encodeUtf8(JSON.stringify(decode(logEntrySchema, entry, { source: "the log entry" })));
  if (bytes.length > MAX_ENTRY_BYTES) {
    throw new SallyportError("LIMIT_EXCEEDED", {
      message: `a log entry has ${bytes.length} bytes, at most ${MAX_ENTRY_BYTES} fit`
    });
  }
  return bytes;
}
function parseLogEntry(bytes) {
  const value = parseStrictJson(bytes, { source: "the log entry", maxBytes: MAX_ENTRY_BYTES, maxDepth: 4 });
  return decode(logEntrySchema, value, { source: "the log entry" });
}

export {
  MAX_ENTRY_BYTES,
  logEntrySchema,
  emitLogEntry,
  parseLogEntry
};
