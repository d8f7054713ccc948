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
  LOG_PATH: () => LOG_PATH,
  MAX_PROVENANCE_BYTES: () => MAX_PROVENANCE_BYTES,
  MAX_REPORTED_BYTES: () => MAX_REPORTED_BYTES,
  MAX_VERDICT_BYTES: () => MAX_VERDICT_BYTES,
  RECOVERY_ROUTES: () => RECOVERY_ROUTES,
  RELAY_PATH: () => RELAY_PATH,
  ROUTES: () => ROUTES,
  STREAM_PATH: () => STREAM_PATH,
  downFrame: () => downFrame,
  fillPath: () => fillPath,
  keyListReply: () => keyListReply,
  relaySchema: () => relaySchema
});
module.exports = stdin_exports;
var import_chunk_BGKKW6X2 = require("./chunk-BGKKW6X2.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var keyListReply = (0, import_chunk_PO7UBJRE.strictObject)({
  /** The root's public key, raw; its SHA-256 is the coordinator id and the fingerprint. */
  root: import_chunk_BGKKW6X2.keyText,
  keyList: import_chunk_B5YHRYI7.envelopeSchema,
  time: import_chunk_UESRXYTB.timestampText
});
var receiptRequest = (0, import_chunk_PO7UBJRE.strictObject)({ receipt: import_chunk_B5YHRYI7.envelopeSchema });
var receiptReply = (0, import_chunk_PO7UBJRE.strictObject)({ digest: import_chunk_UESRXYTB.digestText, logIndex: import_chunk_BGKKW6X2.counterNumber });
var receiptList = (0, import_chunk_PO7UBJRE.strictObject)({
  receipts: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.strictObject)({ node: (0, import_chunk_PO7UBJRE.string)(), receipt: import_chunk_B5YHRYI7.envelopeSchema }))
});
var environmentsRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  /** The file as it stands in the repository. */
  text: (0, import_chunk_PO7UBJRE.string)().max(1024 * 1024),
  /** The version that it replaces; null for the first. */
  replaces: import_chunk_BGKKW6X2.counterNumber.nullable()
});
var environmentsReply = (0, import_chunk_PO7UBJRE.strictObject)({ version: import_chunk_BGKKW6X2.counterNumber, digest: import_chunk_UESRXYTB.digestText });
var pushedFile = environmentsRequest;
var registeredFile = environmentsReply;
var pushRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  environments: pushedFile.nullable(),
  access: pushedFile.nullable(),
  /** Everything is checked and nothing changes. */
  dryRun: (0, import_chunk_PO7UBJRE.boolean)(),
  /** The change may cut agents off from every workload. */
  acceptLockOut: (0, import_chunk_PO7UBJRE.boolean)()
});
var workloadPushRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  /** Signs the request; made for it. */
  machineKey: import_chunk_BGKKW6X2.machineKeyText,
  token: import_chunk_BGKKW6X2.tokenText,
  environments: (0, import_chunk_PO7UBJRE.string)().max(1024 * 1024).nullable(),
  access: (0, import_chunk_PO7UBJRE.string)().max(1024 * 1024).nullable(),
  dryRun: (0, import_chunk_PO7UBJRE.boolean)(),
  acceptLockOut: (0, import_chunk_PO7UBJRE.boolean)()
});
var pushReply = (0, import_chunk_PO7UBJRE.strictObject)({
  environments: registeredFile.nullable(),
  access: registeredFile.nullable(),
  edges: (0, import_chunk_PO7UBJRE.strictObject)({ added: import_chunk_BGKKW6X2.counterNumber, removed: import_chunk_BGKKW6X2.counterNumber }),
  /** Names of agents that no workload can deploy to any more. */
  lockedOut: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.string)()).max(100),
  /** It loosens an environment with a quorum: nothing changed, people are asked. */
  waiting: (0, import_chunk_PO7UBJRE.strictObject)({
    change: import_chunk_UESRXYTB.digestText,
    wanted: import_chunk_BGKKW6X2.counterNumber,
    given: import_chunk_BGKKW6X2.counterNumber,
    loosens: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.string)().max(600)).max(256)
  }).nullable()
});
var revisionOfFile = (0, import_chunk_PO7UBJRE.strictObject)({ version: import_chunk_BGKKW6X2.counterNumber, digest: import_chunk_UESRXYTB.digestText, text: (0, import_chunk_PO7UBJRE.string)() }).nullable();
var policyReply = (0, import_chunk_PO7UBJRE.strictObject)({ environments: revisionOfFile, access: revisionOfFile });
var healthReply = (0, import_chunk_PO7UBJRE.strictObject)({ status: (0, import_chunk_PO7UBJRE.literal)("ok") });
var readyReply = (0, import_chunk_PO7UBJRE.strictObject)({
  status: (0, import_chunk_PO7UBJRE._enum)(["ready", "not-ready"]),
  checks: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.strictObject)({ name: (0, import_chunk_PO7UBJRE.string)(), ok: (0, import_chunk_PO7UBJRE.boolean)(), reason: import_chunk_BGKKW6X2.sentence.optional() }))
});
var openApiReply = (0, import_chunk_PO7UBJRE.record)((0, import_chunk_PO7UBJRE.string)(), (0, import_chunk_PO7UBJRE.unknown)());
var MAX_VERDICT_BYTES = 4 * 1024 * 1024;
var MAX_PROVENANCE_BYTES = 256 * 1024;
var encoded = (bytes) => import_chunk_BGKKW6X2.base64Text.max(4 * Math.ceil(bytes / 3));
var locationText = (0, import_chunk_PO7UBJRE.string)().max(500).regex(
  /^(?:mesh|https|oci|release|coordinator):[^\s]{1,490}$/,
  "must be mesh:, https:, oci:, release: or coordinator:"
);
var submittedArtifact = (0, import_chunk_PO7UBJRE.strictObject)({
  name: (0, import_chunk_PO7UBJRE.string)().min(1).max(255),
  digest: import_chunk_UESRXYTB.digestText,
  size: (0, import_chunk_PO7UBJRE.int)().min(0),
  mediaType: (0, import_chunk_PO7UBJRE.string)().regex(/^[\w.+-]{1,127}\/[\w.+-]{1,127}$/),
  scope: import_chunk_UESRXYTB.labels,
  locations: (0, import_chunk_PO7UBJRE.array)(locationText).min(1).max(8),
  /** A DSSE envelope with SLSA provenance, as the builder wrote it; demanded with `provenance: required`. */
  provenance: encoded(MAX_PROVENANCE_BYTES).optional()
});
var submissionRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  /** Bound to the two keys as for an admission without approval. */
  token: import_chunk_BGKKW6X2.tokenText,
  machineKey: import_chunk_BGKKW6X2.machineKeyText,
  wireguardKey: import_chunk_BGKKW6X2.wireguardKeyText,
  application: import_chunk_UESRXYTB.applicationName,
  environment: import_chunk_UESRXYTB.environmentName,
  kind: (0, import_chunk_PO7UBJRE._enum)(["deploy", "rollback"]),
  /** The verdict file's bytes. */
  verdict: encoded(MAX_VERDICT_BYTES),
  artifacts: (0, import_chunk_PO7UBJRE.array)(submittedArtifact).min(1).max(16)
});
var submissionReply = (0, import_chunk_PO7UBJRE.strictObject)({
  submission: import_chunk_BGKKW6X2.submissionId,
  /** In the order of the artifacts. */
  statements: (0, import_chunk_PO7UBJRE.array)(encoded(64 * 1024)).min(1).max(16),
  /** Tokens must come before. */
  expiresAt: import_chunk_UESRXYTB.timestampText,
  /** How many people must sign the same bytes. */
  quorum: (0, import_chunk_PO7UBJRE.int)().min(0)
});
var personToken = (0, import_chunk_PO7UBJRE.strictObject)({ issuer: (0, import_chunk_PO7UBJRE.string)().max(500), token: import_chunk_BGKKW6X2.tokenText });
var signingRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  /** One for each statement, in order; each audience is bound to its statement's bytes. */
  tokens: (0, import_chunk_PO7UBJRE.array)(import_chunk_BGKKW6X2.tokenText).min(1).max(16)
});
var signingReply = (0, import_chunk_PO7UBJRE.discriminatedUnion)("kind", [
  /** Approval files, in the order of the artifacts, as JSON texts. */
  (0, import_chunk_PO7UBJRE.strictObject)({
    kind: (0, import_chunk_PO7UBJRE.literal)("signed"),
    approvals: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.string)().max(1024 * 1024)).min(1).max(16)
  }),
  /** The tokens are kept; people have yet to sign. Asked again with the same tokens, the answer changes. */
  (0, import_chunk_PO7UBJRE.strictObject)({
    kind: (0, import_chunk_PO7UBJRE.literal)("waiting"),
    wanted: (0, import_chunk_PO7UBJRE.int)().min(1),
    given: (0, import_chunk_PO7UBJRE.int)().min(0),
    statements: (0, import_chunk_PO7UBJRE.array)(import_chunk_UESRXYTB.digestText)
  })
]);
var submissionPath = (0, import_chunk_PO7UBJRE.strictObject)({ id: import_chunk_BGKKW6X2.submissionId });
var approvalPath = (0, import_chunk_PO7UBJRE.strictObject)({ digest: import_chunk_UESRXYTB.digestText });
var applicationPath = (0, import_chunk_PO7UBJRE.strictObject)({ application: import_chunk_UESRXYTB.applicationName });
var latestReply = (0, import_chunk_PO7UBJRE.strictObject)({
  approval: (0, import_chunk_PO7UBJRE.string)().max(1024 * 1024).nullable()
});
var reason = import_chunk_BGKKW6X2.sentence.min(1).max(500);
var environmentPath = (0, import_chunk_PO7UBJRE.strictObject)({ environment: import_chunk_UESRXYTB.environmentName });
var freezeRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  /** Null: until somebody unfreezes it. */
  until: import_chunk_UESRXYTB.timestampText.nullable(),
  reason
});
var breakGlassRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  /** At most an hour. */
  lifetimeSeconds: (0, import_chunk_PO7UBJRE.int)().min(60).max(3600),
  reason
});
var breakGlassReply = (0, import_chunk_PO7UBJRE.strictObject)({
  until: import_chunk_UESRXYTB.timestampText,
  /** What it lifts, as environments.yml says. */
  lifts: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE._enum)(["freezes", "after", "quorum"]))
});
var stop = (0, import_chunk_PO7UBJRE.strictObject)({ by: import_chunk_BGKKW6X2.keyText, until: import_chunk_UESRXYTB.timestampText.nullable(), reason });
var environmentList = (0, import_chunk_PO7UBJRE.strictObject)({
  environments: (0, import_chunk_PO7UBJRE.array)(
    (0, import_chunk_PO7UBJRE.strictObject)({
      name: import_chunk_UESRXYTB.environmentName,
      quorum: import_chunk_BGKKW6X2.counterNumber,
      /** By environments.yml, now. */
      frozenByFile: (0, import_chunk_PO7UBJRE.string)().max(300).nullable(),
      /** By a person. */
      freeze: stop.nullable(),
      breakGlass: stop.nullable()
    })
  )
});
var leaseSchema = (0, import_chunk_PO7UBJRE.strictObject)({ start: import_chunk_UESRXYTB.timestampText, end: import_chunk_UESRXYTB.timestampText });
var selfSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  id: import_chunk_BGKKW6X2.nodeId,
  kind: import_chunk_BGKKW6X2.nodeKind,
  name: import_chunk_BGKKW6X2.nodeName,
  /** Behind the names of all nodes: `web-1.mesh.example`. */
  domain: import_chunk_BGKKW6X2.meshDomain,
  ipv4: import_chunk_BGKKW6X2.ipText,
  ipv6: import_chunk_BGKKW6X2.ipText,
  tags: import_chunk_BGKKW6X2.tags,
  applications: (0, import_chunk_PO7UBJRE.array)(import_chunk_UESRXYTB.applicationName),
  /** Null for a person's node, which is of none. */
  environment: import_chunk_UESRXYTB.environmentName.nullable(),
  /** Null for a node that is there until it is revoked. */
  lease: leaseSchema.nullable()
});
var portRange = (0, import_chunk_PO7UBJRE.strictObject)({ first: import_chunk_BGKKW6X2.portNumber, last: import_chunk_BGKKW6X2.portNumber });
var personEvidence = (0, import_chunk_PO7UBJRE.strictObject)({
  issuer: import_chunk_UESRXYTB.issuerUrl,
  subject: (0, import_chunk_PO7UBJRE.string)().min(1).max(255),
  /** As it was signed: the lease ends no later. */
  notAfter: import_chunk_UESRXYTB.timestampText,
  sessionKey: import_chunk_BGKKW6X2.keyText,
  signature: import_chunk_BGKKW6X2.signatureText,
  /** Null where the coordinator made the login itself, so that its token proves nothing to others. */
  token: import_chunk_BGKKW6X2.tokenText.nullable(),
  own: (0, import_chunk_PO7UBJRE.strictObject)({ key: import_chunk_BGKKW6X2.keyText, signature: import_chunk_BGKKW6X2.signatureText }).nullable()
});
var edgeSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  id: (0, import_chunk_PO7UBJRE.string)().regex(/^e-[0-9a-f]{32}$/),
  direction: (0, import_chunk_PO7UBJRE._enum)(["in", "out"]),
  ports: (0, import_chunk_PO7UBJRE.array)(import_chunk_BGKKW6X2.portNumber).max(64),
  /** Of a person's edge: what the rules open, whatever the agent listens on. Null for others. */
  ranges: (0, import_chunk_PO7UBJRE.array)(portRange).max(64).nullable(),
  /** What the source is for; null where it is a person's. */
  application: import_chunk_UESRXYTB.applicationName.nullable(),
  environment: import_chunk_UESRXYTB.environmentName.nullable(),
  /** Digest of the approval that grants it. An edge of approval X may nudge and read the log of X only. */
  approval: import_chunk_UESRXYTB.digestText.nullable(),
  lease: leaseSchema.nullable(),
  /** The runner's token, for the agent to judge by itself; given to agents only. */
  token: import_chunk_BGKKW6X2.tokenText.nullable(),
  /** Given to agents only. */
  person: personEvidence.nullable()
});
var peerSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  id: import_chunk_BGKKW6X2.nodeId,
  kind: import_chunk_BGKKW6X2.nodeKind,
  name: import_chunk_BGKKW6X2.nodeName,
  wireguardKey: import_chunk_BGKKW6X2.wireguardKeyText,
  machineKey: import_chunk_BGKKW6X2.machineKeyText,
  ipv4: import_chunk_BGKKW6X2.ipText,
  ipv6: import_chunk_BGKKW6X2.ipText,
  endpoints: import_chunk_BGKKW6X2.endpoints,
  edges: (0, import_chunk_PO7UBJRE.array)(edgeSchema).min(1).max(64)
});
var relaySchema = (0, import_chunk_PO7UBJRE.strictObject)({
  id: import_chunk_BGKKW6X2.keyText,
  /** `wss:` (or `ws:` on loopback). */
  url: (0, import_chunk_PO7UBJRE.url)({ protocol: /^wss?$/ }).max(500),
  /** Host and port of its STUN responder, where it has one. */
  stun: (0, import_chunk_PO7UBJRE.string)().max(300).nullable(),
  /** Digest of its certificate, where no authority is asked. */
  pin: import_chunk_UESRXYTB.digestText.nullable()
});
var snapshotFrame = (0, import_chunk_PO7UBJRE.strictObject)({
  kind: (0, import_chunk_PO7UBJRE.literal)("snapshot"),
  version: import_chunk_BGKKW6X2.counterNumber,
  expiresAt: import_chunk_UESRXYTB.timestampText,
  self: selfSchema,
  peers: (0, import_chunk_PO7UBJRE.array)(peerSchema),
  relays: (0, import_chunk_PO7UBJRE.array)(relaySchema).max(16)
});
var deltaFrame = (0, import_chunk_PO7UBJRE.strictObject)({
  kind: (0, import_chunk_PO7UBJRE.literal)("delta"),
  since: import_chunk_BGKKW6X2.counterNumber,
  version: import_chunk_BGKKW6X2.counterNumber,
  expiresAt: import_chunk_UESRXYTB.timestampText,
  changed: (0, import_chunk_PO7UBJRE.array)(peerSchema),
  removed: (0, import_chunk_PO7UBJRE.array)(import_chunk_BGKKW6X2.nodeId)
});
var relayTokenFrame = (0, import_chunk_PO7UBJRE.strictObject)({
  kind: (0, import_chunk_PO7UBJRE.literal)("relay-token"),
  token: import_chunk_B5YHRYI7.envelopeSchema,
  /** Once for each stream, with its first token; null: as it was. */
  keyList: import_chunk_B5YHRYI7.envelopeSchema.nullable()
});
var endedFrame = (0, import_chunk_PO7UBJRE.strictObject)({
  kind: (0, import_chunk_PO7UBJRE.literal)("ended"),
  reason: (0, import_chunk_PO7UBJRE._enum)(["revoked", "suspended", "lease-ended", "session-ended", "left", "replaced", "shutdown"])
});
var downFrame = (0, import_chunk_PO7UBJRE.discriminatedUnion)("kind", [
  snapshotFrame,
  deltaFrame,
  relayTokenFrame,
  endedFrame
]);
var enrolmentSecret = (0, import_chunk_PO7UBJRE.string)().regex(/^sallyport-enrol-v1:[A-Za-z0-9_-]{43}$/);
var enrolRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  /** Null where a person approved these very keys. */
  secret: enrolmentSecret.nullable(),
  machineKey: import_chunk_BGKKW6X2.machineKeyText,
  wireguardKey: import_chunk_BGKKW6X2.wireguardKeyText,
  /** Wished; a number is appended where it is taken. */
  name: import_chunk_BGKKW6X2.nodeName,
  /** Where the agent listens in the mesh. */
  port: import_chunk_BGKKW6X2.portNumber
});
var enrolReply = (0, import_chunk_PO7UBJRE.strictObject)({ self: selfSchema });
var admissionRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  token: import_chunk_BGKKW6X2.tokenText,
  machineKey: import_chunk_BGKKW6X2.machineKeyText,
  wireguardKey: import_chunk_BGKKW6X2.wireguardKeyText,
  application: import_chunk_UESRXYTB.applicationName,
  environment: import_chunk_UESRXYTB.environmentName,
  /** Digest of the approval it comes with. */
  approval: import_chunk_UESRXYTB.digestText.nullable(),
  endpoints: import_chunk_BGKKW6X2.endpoints
});
var admissionReply = (0, import_chunk_PO7UBJRE.strictObject)({
  self: selfSchema,
  lease: leaseSchema,
  peers: (0, import_chunk_PO7UBJRE.array)(peerSchema),
  relays: (0, import_chunk_PO7UBJRE.array)(relaySchema),
  /** Agents that did not answer in time; they may still come. */
  unacknowledged: (0, import_chunk_PO7UBJRE.array)(import_chunk_BGKKW6X2.nodeName),
  /** Agents whose own config refuses this runner. */
  refused: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.strictObject)({ name: import_chunk_BGKKW6X2.nodeName, reason: import_chunk_BGKKW6X2.sentence }))
});
var personNodeRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  machineKey: import_chunk_BGKKW6X2.machineKeyText,
  wireguardKey: import_chunk_BGKKW6X2.wireguardKeyText,
  /** Wished: the device's; it has its address again the next time. */
  name: import_chunk_BGKKW6X2.nodeName,
  /** What was signed: the lease ends no later. */
  notAfter: import_chunk_UESRXYTB.timestampText,
  /** By the session's key, over both keys and `notAfter`. */
  signature: import_chunk_BGKKW6X2.signatureText,
  /** By the person's own key over the same, for agents that ask for it. */
  own: (0, import_chunk_PO7UBJRE.strictObject)({ key: import_chunk_BGKKW6X2.keyText, signature: import_chunk_BGKKW6X2.signatureText }).nullable(),
  endpoints: import_chunk_BGKKW6X2.endpoints
});
var personNodeReply = admissionReply;
var nodeSummary = (0, import_chunk_PO7UBJRE.strictObject)({
  ...selfSchema.shape,
  state: (0, import_chunk_PO7UBJRE._enum)(["active", "suspended"]),
  machineKey: import_chunk_BGKKW6X2.machineKeyText,
  wireguardKey: import_chunk_BGKKW6X2.wireguardKeyText,
  connected: (0, import_chunk_PO7UBJRE.boolean)(),
  /** Whose node it is. */
  person: (0, import_chunk_PO7UBJRE.strictObject)({ issuer: import_chunk_UESRXYTB.issuerUrl, subject: (0, import_chunk_PO7UBJRE.string)().max(255), session: import_chunk_BGKKW6X2.keyText }).nullable(),
  createdAt: import_chunk_UESRXYTB.timestampText
});
var nodeList = (0, import_chunk_PO7UBJRE.strictObject)({ nodes: (0, import_chunk_PO7UBJRE.array)(nodeSummary) });
var secretRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  tags: import_chunk_BGKKW6X2.tags,
  applications: (0, import_chunk_PO7UBJRE.array)(import_chunk_UESRXYTB.applicationName).min(1).max(64),
  environment: import_chunk_UESRXYTB.environmentName,
  /** At most an hour. */
  lifetimeSeconds: (0, import_chunk_PO7UBJRE.int)().min(1).max(3600)
});
var secretReply = (0, import_chunk_PO7UBJRE.strictObject)({ secret: enrolmentSecret, expiresAt: import_chunk_UESRXYTB.timestampText });
var agentApprovalRequest = (0, import_chunk_PO7UBJRE.strictObject)({ fingerprint: import_chunk_BGKKW6X2.keyText, ...secretRequest.shape });
var agentApprovalReply = (0, import_chunk_PO7UBJRE.strictObject)({ expiresAt: import_chunk_UESRXYTB.timestampText });
var nodePath = (0, import_chunk_PO7UBJRE.strictObject)({ id: import_chunk_BGKKW6X2.nodeId });
var done = (0, import_chunk_PO7UBJRE.strictObject)({ done: (0, import_chunk_PO7UBJRE.literal)(true) });
var keyPath = (0, import_chunk_PO7UBJRE.strictObject)({ key: import_chunk_BGKKW6X2.keyText });
var tally = {
  digest: import_chunk_UESRXYTB.digestText,
  wanted: (0, import_chunk_PO7UBJRE.int)().min(0),
  given: (0, import_chunk_PO7UBJRE.int)().min(0),
  notAfter: import_chunk_UESRXYTB.timestampText
};
var pendingApproval = (0, import_chunk_PO7UBJRE.strictObject)({
  kind: (0, import_chunk_PO7UBJRE.literal)("approval"),
  ...tally,
  application: import_chunk_UESRXYTB.applicationName,
  environment: import_chunk_UESRXYTB.environmentName,
  sequence: import_chunk_BGKKW6X2.counterNumber,
  action: (0, import_chunk_PO7UBJRE._enum)(["deploy", "rollback", "revoke"]),
  artifact: (0, import_chunk_PO7UBJRE.strictObject)({ name: (0, import_chunk_PO7UBJRE.string)().max(255), digest: import_chunk_UESRXYTB.digestText }),
  source: (0, import_chunk_PO7UBJRE.strictObject)({
    repositoryId: import_chunk_UESRXYTB.numericId,
    commit: import_chunk_UESRXYTB.commitText,
    ref: import_chunk_UESRXYTB.gitRef,
    runId: import_chunk_UESRXYTB.numericId,
    actorId: import_chunk_UESRXYTB.numericId
  }).nullable()
});
var pendingChange = (0, import_chunk_PO7UBJRE.strictObject)({
  kind: (0, import_chunk_PO7UBJRE.literal)("policy-change"),
  ...tally,
  environments: (0, import_chunk_PO7UBJRE.array)(import_chunk_UESRXYTB.environmentName),
  loosens: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.string)().max(600)).max(256),
  by: import_chunk_BGKKW6X2.keyText.nullable()
});
var pendingItem = (0, import_chunk_PO7UBJRE.discriminatedUnion)("kind", [pendingApproval, pendingChange]);
var pendingList = (0, import_chunk_PO7UBJRE.strictObject)({ items: (0, import_chunk_PO7UBJRE.array)(pendingItem) });
var pendingReply = (0, import_chunk_PO7UBJRE.strictObject)({
  item: pendingItem,
  payloadType: (0, import_chunk_PO7UBJRE.string)().max(255),
  bytes: import_chunk_BGKKW6X2.base64Text,
  /** Ids under `people` of environments.yml. */
  approvedBy: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.string)().max(63))
});
var signature = (0, import_chunk_PO7UBJRE.strictObject)({
  keyid: import_chunk_BGKKW6X2.keyText,
  /** Ed25519 over the DSSE encoding of type and bytes. */
  sig: import_chunk_BGKKW6X2.base64Text.max(88)
});
var voteRequest = (0, import_chunk_PO7UBJRE.union)([(0, import_chunk_PO7UBJRE.strictObject)({ token: import_chunk_BGKKW6X2.tokenText }), (0, import_chunk_PO7UBJRE.strictObject)({ signature })]);
var voteReply = (0, import_chunk_PO7UBJRE.strictObject)({ given: (0, import_chunk_PO7UBJRE.int)().min(0), wanted: (0, import_chunk_PO7UBJRE.int)().min(0) });
var refusalRequest = (0, import_chunk_PO7UBJRE.strictObject)({ reason: import_chunk_BGKKW6X2.sentence.min(1).max(500) });
var MAX_REPORTED_BYTES = 256 * 1024;
var MAX_REPORT_BYTES = 512 * 1024;
var recoveryReport = (0, import_chunk_PO7UBJRE.strictObject)({
  /** The largest checkpoint that the agent verified, as a signed note. */
  checkpoint: (0, import_chunk_PO7UBJRE.string)().max(64 * 1024).nullable(),
  /** The highest sequences that it accepted. */
  ratchets: (0, import_chunk_PO7UBJRE.array)(
    (0, import_chunk_PO7UBJRE.strictObject)({
      application: import_chunk_UESRXYTB.applicationName,
      environment: import_chunk_UESRXYTB.environmentName,
      keyEpoch: import_chunk_UESRXYTB.counter,
      sequence: import_chunk_UESRXYTB.counter
    })
  ).max(1e3),
  /** Entries of the log that were asked for. */
  entries: (0, import_chunk_PO7UBJRE.strictObject)({ from: import_chunk_BGKKW6X2.counterNumber, bytes: (0, import_chunk_PO7UBJRE.array)(import_chunk_BGKKW6X2.base64Text).min(1).max(4096) }).nullable()
});
var recoveryReply = (0, import_chunk_PO7UBJRE.strictObject)({ wanted: import_chunk_BGKKW6X2.counterNumber.nullable() });
var counts = (0, import_chunk_PO7UBJRE.record)((0, import_chunk_PO7UBJRE.string)(), import_chunk_BGKKW6X2.counterNumber);
var recoveryState = (0, import_chunk_PO7UBJRE.strictObject)({
  recovery: (0, import_chunk_PO7UBJRE.strictObject)({
    since: import_chunk_UESRXYTB.timestampText,
    /** Entries of the log that the backup had, and that stand here by now. */
    restored: import_chunk_BGKKW6X2.counterNumber,
    size: import_chunk_BGKKW6X2.counterNumber,
    /** The largest log that an agent saw. */
    seen: import_chunk_BGKKW6X2.counterNumber,
    /** Agents by name: heard, and not yet. */
    reported: (0, import_chunk_PO7UBJRE.array)(import_chunk_BGKKW6X2.nodeName),
    awaited: (0, import_chunk_PO7UBJRE.array)(import_chunk_BGKKW6X2.nodeName),
    /** Why it cannot end by itself. */
    obstacle: import_chunk_BGKKW6X2.sentence.nullable(),
    /** What took effect again, and what a person must do again, by kind of entry. */
    replayed: counts,
    open: counts
  }).nullable()
});
var recoveryEnd = (0, import_chunk_PO7UBJRE.strictObject)({
  /** What agents saw and nobody has any more is lost. */
  acceptLoss: (0, import_chunk_PO7UBJRE.boolean)()
});
var recoveryEnded = (0, import_chunk_PO7UBJRE.strictObject)({ secrets: import_chunk_BGKKW6X2.counterNumber, leases: import_chunk_BGKKW6X2.counterNumber });
var RECOVERY = {
  reportRecovery: {
    method: "POST",
    path: "/v1/recovery/reports",
    summary: "After a restore, an agent says what it saw of the log, and brings entries that are missing.",
    callers: ["agent"],
    maxBodyBytes: MAX_REPORT_BYTES,
    request: recoveryReport,
    reply: recoveryReply
  },
  recovery: {
    method: "GET",
    path: "/v1/recovery",
    summary: "What a restored coordinator still waits for; null where it serves.",
    callers: ["admin", "operator", "auditor"],
    maxBodyBytes: 0,
    reply: recoveryState
  },
  endRecovery: {
    method: "POST",
    path: "/v1/recovery/end",
    summary: "Serve, without those agents that have not been heard.",
    callers: ["admin"],
    maxBodyBytes: 32 * 1024,
    request: recoveryEnd,
    reply: recoveryEnded
  }
};
var RECOVERY_ROUTES = /* @__PURE__ */ new Set([
  "health",
  "ready",
  "openApi",
  "keyList",
  "reportRecovery",
  "recovery",
  "endRecovery"
]);
var SMALL = 32 * 1024;
var none = { maxBodyBytes: 0 };
var ROUTES = {
  health: {
    method: "GET",
    path: "/healthz",
    summary: "The process runs.",
    callers: ["anybody"],
    ...none,
    reply: healthReply
  },
  ready: {
    method: "GET",
    path: "/readyz",
    summary: "Store, log and clock are fit to serve.",
    callers: ["anybody"],
    ...none,
    reply: readyReply
  },
  openApi: {
    method: "GET",
    path: "/v1/openapi.json",
    summary: "This document.",
    callers: ["anybody"],
    ...none,
    reply: openApiReply
  },
  keyList: {
    method: "GET",
    path: "/v1/key-list",
    summary: "The root, and the key list that it signed.",
    callers: ["anybody"],
    ...none,
    reply: keyListReply
  },
  enrol: {
    method: "POST",
    path: "/v1/enrolments",
    summary: "An agent joins with a single-use secret, or because a person approved its keys.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    request: enrolRequest,
    reply: enrolReply
  },
  admit: {
    method: "POST",
    path: "/v1/admissions",
    summary: "A runner joins for one lease with a key-bound workload token.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    request: admissionRequest,
    reply: admissionReply
  },
  logins: {
    method: "GET",
    path: "/v1/logins",
    summary: "With which issuers people log in.",
    callers: ["anybody"],
    ...none,
    reply: import_chunk_BGKKW6X2.loginList
  },
  openSession: {
    method: "POST",
    path: "/v1/sessions",
    summary: "A person's ID token, bound to the key of the new session.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    request: import_chunk_BGKKW6X2.sessionRequest,
    reply: import_chunk_BGKKW6X2.sessionSchema
  },
  beginLogin: {
    method: "POST",
    path: "/v1/login-attempts",
    summary: "A login by device or browser begins; says where the person goes.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    request: import_chunk_BGKKW6X2.attemptRequest,
    reply: import_chunk_BGKKW6X2.attemptReply
  },
  finishLogin: {
    method: "POST",
    path: "/v1/login-attempts/{id}/session",
    summary: "Asked until the person is done: the session, or why not.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    params: import_chunk_BGKKW6X2.attemptPath,
    request: (0, import_chunk_PO7UBJRE.strictObject)({}),
    reply: import_chunk_BGKKW6X2.attemptResult
  },
  session: {
    method: "GET",
    path: "/v1/session",
    summary: "Who the caller is, and as what.",
    callers: ["member"],
    ...none,
    reply: import_chunk_BGKKW6X2.sessionSchema
  },
  endSession: {
    method: "POST",
    path: "/v1/session/end",
    summary: "The calling session's key is worth nothing from then on.",
    callers: ["member"],
    maxBodyBytes: SMALL,
    request: (0, import_chunk_PO7UBJRE.strictObject)({}),
    reply: done
  },
  sessions: {
    method: "GET",
    path: "/v1/sessions",
    summary: "Sessions that stand: everybody sees their own, an admin, an operator and an auditor see all.",
    callers: ["member", "admin", "operator", "auditor"],
    ...none,
    reply: import_chunk_BGKKW6X2.sessionList
  },
  endSessionOf: {
    method: "POST",
    path: "/v1/sessions/{session}/end",
    summary: "A session ends with its person's nodes: one's own, or by an admin or operator anybody's.",
    callers: ["member", "admin", "operator"],
    maxBodyBytes: SMALL,
    params: import_chunk_BGKKW6X2.sessionPath,
    request: (0, import_chunk_PO7UBJRE.strictObject)({}),
    reply: done
  },
  forgetPerson: {
    method: "POST",
    path: "/v1/people/forget",
    summary: "Sessions, nodes and roles of a person end, and the log names them no more.",
    callers: ["admin"],
    maxBodyBytes: SMALL,
    request: import_chunk_BGKKW6X2.accountSchema,
    reply: import_chunk_BGKKW6X2.forgetReply
  },
  connectPerson: {
    method: "POST",
    path: "/v1/person-nodes",
    summary: "The calling person's own node joins, for as long as the session.",
    callers: ["member"],
    maxBodyBytes: SMALL,
    request: personNodeRequest,
    reply: personNodeReply
  },
  leave: {
    method: "POST",
    path: "/v1/leave",
    summary: "The calling node ends its own membership.",
    callers: ["agent", "runner", "person"],
    maxBodyBytes: SMALL,
    request: (0, import_chunk_PO7UBJRE.strictObject)({}),
    reply: done
  },
  submit: {
    method: "POST",
    path: "/v1/submissions",
    summary: "Verdict and artifacts in, exact statement bytes out.",
    callers: ["holder"],
    // The one large body: a verdict with all its findings, in base64, and provenance.
    maxBodyBytes: Math.ceil(MAX_VERDICT_BYTES * 1.4) + 2 * 1024 * 1024,
    request: submissionRequest,
    reply: submissionReply
  },
  sign: {
    method: "POST",
    path: "/v1/submissions/{id}/approvals",
    summary: "Statement-bound tokens in, approval files out.",
    callers: ["holder"],
    maxBodyBytes: 512 * 1024,
    params: submissionPath,
    request: signingRequest,
    reply: signingReply
  },
  vote: {
    method: "POST",
    path: "/v1/statements/{digest}/people",
    summary: "A person's login or signature over the same bytes: of an approval, or of a change of policy.",
    callers: ["anybody"],
    maxBodyBytes: SMALL,
    params: approvalPath,
    request: voteRequest,
    reply: voteReply
  },
  pending: {
    method: "GET",
    path: "/v1/statements",
    summary: "What waits for people.",
    callers: ["admin", "operator", "approver", "auditor"],
    ...none,
    reply: pendingList
  },
  pendingOne: {
    method: "GET",
    path: "/v1/statements/{digest}",
    summary: "The exact bytes that people sign, and who has.",
    callers: ["admin", "operator", "approver", "auditor"],
    ...none,
    params: approvalPath,
    reply: pendingReply
  },
  refuse: {
    method: "POST",
    path: "/v1/statements/{digest}/refusal",
    summary: "A person says no: nothing that was asked for together is signed.",
    callers: ["admin", "approver"],
    maxBodyBytes: SMALL,
    params: approvalPath,
    request: refusalRequest,
    reply: done
  },
  latestApproval: {
    method: "GET",
    path: "/v1/applications/{application}/approval",
    summary: "The newest approval for one of the calling agent's applications.",
    callers: ["agent"],
    ...none,
    params: applicationPath,
    reply: latestReply
  },
  revokeApproval: {
    method: "POST",
    path: "/v1/approvals/{digest}/revocation",
    summary: "Withdraw an approval and every edge that it granted.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: approvalPath,
    request: (0, import_chunk_PO7UBJRE.strictObject)({}),
    reply: done
  },
  submitReceipt: {
    method: "POST",
    path: "/v1/receipts",
    summary: "An agent's signed account of a deployment.",
    callers: ["agent"],
    maxBodyBytes: 256 * 1024,
    request: receiptRequest,
    reply: receiptReply
  },
  receipts: {
    method: "GET",
    path: "/v1/approvals/{digest}/receipts",
    summary: "Receipts of deployments under an approval.",
    callers: ["admin", "operator", "approver", "auditor", "runner"],
    ...none,
    params: approvalPath,
    reply: receiptList
  },
  nodes: {
    method: "GET",
    path: "/v1/nodes",
    summary: "Nodes that are active or suspended.",
    callers: ["admin", "operator", "auditor"],
    ...none,
    reply: nodeList
  },
  revokeNode: {
    method: "POST",
    path: "/v1/nodes/{id}/revocation",
    summary: "End a node for good; its stream ends at once.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: nodePath,
    request: (0, import_chunk_PO7UBJRE.strictObject)({}),
    reply: done
  },
  resumeNode: {
    method: "POST",
    path: "/v1/nodes/{id}/resumption",
    summary: "Let a suspended node go on.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: nodePath,
    request: (0, import_chunk_PO7UBJRE.strictObject)({}),
    reply: done
  },
  createSecret: {
    method: "POST",
    path: "/v1/enrolment-secrets",
    summary: "A single-use secret for one agent.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    request: secretRequest,
    reply: secretReply
  },
  approveAgent: {
    method: "POST",
    path: "/v1/enrolment-approvals",
    summary: "A person lets one agent join, by the fingerprint of its keys: in the place of a secret.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    request: agentApprovalRequest,
    reply: agentApprovalReply
  },
  putEnvironments: {
    method: "PUT",
    path: "/v1/environments",
    summary: "Replace environments.yml.",
    callers: ["admin"],
    maxBodyBytes: 2 * 1024 * 1024,
    request: environmentsRequest,
    reply: environmentsReply
  },
  environments: {
    method: "GET",
    path: "/v1/environments",
    summary: "Environments, their quorum, and what stops them now.",
    callers: ["admin", "operator", "approver", "auditor"],
    ...none,
    reply: environmentList
  },
  freeze: {
    method: "POST",
    path: "/v1/environments/{environment}/freeze",
    summary: "No approval of this environment is signed until then.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: environmentPath,
    request: freezeRequest,
    reply: done
  },
  unfreeze: {
    method: "POST",
    path: "/v1/environments/{environment}/unfreezing",
    summary: "A person's freeze ends.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: environmentPath,
    request: (0, import_chunk_PO7UBJRE.strictObject)({}),
    reply: done
  },
  breakGlass: {
    method: "POST",
    path: "/v1/environments/{environment}/break-glass",
    summary: "Lifts for an hour at most what environments.yml lets it lift; logged, and told aloud.",
    callers: ["admin"],
    maxBodyBytes: SMALL,
    params: environmentPath,
    request: breakGlassRequest,
    reply: breakGlassReply
  },
  endBreakGlass: {
    method: "POST",
    path: "/v1/environments/{environment}/break-glass/end",
    summary: "The glass is whole again.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: environmentPath,
    request: (0, import_chunk_PO7UBJRE.strictObject)({}),
    reply: done
  },
  policy: {
    method: "GET",
    path: "/v1/policy",
    summary: "The registered environments.yml and access.hujson.",
    callers: ["admin", "operator", "approver", "auditor"],
    ...none,
    reply: policyReply
  },
  push: {
    method: "PUT",
    path: "/v1/policy",
    summary: "Replace environments.yml and access.hujson in one transaction, or only check them.",
    callers: ["admin"],
    maxBodyBytes: 4 * 1024 * 1024,
    request: pushRequest,
    reply: pushReply
  },
  pushByWorkload: {
    method: "PUT",
    path: "/v1/policy/workload",
    summary: "The same by a pipeline that environments.yml lists under pushers, with a token of these files.",
    callers: ["holder"],
    maxBodyBytes: 4 * 1024 * 1024,
    request: workloadPushRequest,
    reply: pushReply
  },
  ...RECOVERY
};
var STREAM_PATH = "/v1/stream";
var RELAY_PATH = "/v1/relay";
var LOG_PATH = "/log/";
function fillPath(path, params) {
  return path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ""));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  LOG_PATH,
  MAX_PROVENANCE_BYTES,
  MAX_REPORTED_BYTES,
  MAX_VERDICT_BYTES,
  RECOVERY_ROUTES,
  RELAY_PATH,
  ROUTES,
  STREAM_PATH,
  downFrame,
  fillPath,
  keyListReply,
  relaySchema
});
