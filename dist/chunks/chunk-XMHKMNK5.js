const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  accountSchema,
  attemptPath,
  attemptReply,
  attemptRequest,
  attemptResult,
  base64Text,
  counterNumber,
  endpoints,
  forgetReply,
  ipText,
  keyText,
  loginList,
  machineKeyText,
  meshDomain,
  nodeId,
  nodeKind,
  nodeName,
  portNumber,
  sentence,
  sessionList,
  sessionPath,
  sessionRequest,
  sessionSchema,
  signatureText,
  submissionId,
  tags,
  tokenText,
  wireguardKeyText
} from "./chunk-334BH3EO.js";
import {
  envelopeSchema
} from "./chunk-4GZJ36TC.js";
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
  timestampText
} from "./chunk-XHCMOUYR.js";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  record,
  strictObject,
  string,
  union,
  unknown,
  url
} from "./chunk-SKPPTWLY.js";

// src/api/messages/operation.ts
var keyListReply = strictObject({
  /** The root's public key, raw; its SHA-256 is the coordinator id and the fingerprint. */
  root: keyText,
  keyList: envelopeSchema,
  time: timestampText
});
var receiptRequest = strictObject({ receipt: envelopeSchema });
var receiptReply = strictObject({ digest: digestText, logIndex: counterNumber });
var receiptList = strictObject({
  receipts: array(strictObject({ node: string(), receipt: envelopeSchema }))
});
var environmentsRequest = strictObject({
  /** The file as it stands in the repository. */
  text: string().max(1024 * 1024),
  /** The version that it replaces; null for the first. */
  replaces: counterNumber.nullable()
});
var environmentsReply = strictObject({ version: counterNumber, digest: digestText });
var pushedFile = environmentsRequest;
var registeredFile = environmentsReply;
var pushRequest = strictObject({
  environments: pushedFile.nullable(),
  access: pushedFile.nullable(),
  /** Everything is checked and nothing changes. */
  dryRun: boolean(),
  /** The change may cut agents off from every workload. */
  acceptLockOut: boolean()
});
var workloadPushRequest = strictObject({
  /** Signs the request; made for it. */
  machineKey: machineKeyText,
  token: tokenText,
  environments: string().max(1024 * 1024).nullable(),
  access: string().max(1024 * 1024).nullable(),
  dryRun: boolean(),
  acceptLockOut: boolean()
});
var pushReply = strictObject({
  environments: registeredFile.nullable(),
  access: registeredFile.nullable(),
  edges: strictObject({ added: counterNumber, removed: counterNumber }),
  /** Names of agents that no workload can deploy to any more. */
  lockedOut: array(string()).max(100),
  /** It loosens an environment with a quorum: nothing changed, people are asked. */
  waiting: strictObject({
    change: digestText,
    wanted: counterNumber,
    given: counterNumber,
    loosens: array(string().max(600)).max(256)
  }).nullable()
});
var revisionOfFile = strictObject({ version: counterNumber, digest: digestText, text: string() }).nullable();
var policyReply = strictObject({ environments: revisionOfFile, access: revisionOfFile });
var healthReply = strictObject({ status: literal("ok") });
var readyReply = strictObject({
  status: _enum(["ready", "not-ready"]),
  checks: array(strictObject({ name: string(), ok: boolean(), reason: sentence.optional() }))
});
var openApiReply = record(string(), unknown());

// src/api/messages/approval.ts
var MAX_VERDICT_BYTES = 4 * 1024 * 1024;
var MAX_PROVENANCE_BYTES = 256 * 1024;
var encoded = (bytes) => base64Text.max(4 * Math.ceil(bytes / 3));
var locationText = string().max(500).regex(
  /^(?:mesh|https|oci|release|coordinator):[^\s]{1,490}$/,
  "must be mesh:, https:, oci:, release: or coordinator:"
);
var submittedArtifact = strictObject({
  name: string().min(1).max(255),
  digest: digestText,
  size: int().min(0),
  mediaType: string().regex(/^[\w.+-]{1,127}\/[\w.+-]{1,127}$/),
  scope: labels,
  locations: array(locationText).min(1).max(8),
  /** A DSSE envelope with SLSA provenance, as the builder wrote it; demanded with `provenance: required`. */
  provenance: encoded(MAX_PROVENANCE_BYTES).optional()
});
var submissionRequest = strictObject({
  /** Bound to the two keys as for an admission without approval. */
  token: tokenText,
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  application: applicationName,
  environment: environmentName,
  kind: _enum(["deploy", "rollback"]),
  /** The verdict file's bytes. */
  verdict: encoded(MAX_VERDICT_BYTES),
  artifacts: array(submittedArtifact).min(1).max(16)
});
var submissionReply = strictObject({
  submission: submissionId,
  /** In the order of the artifacts. */
  statements: array(encoded(64 * 1024)).min(1).max(16),
  /** Tokens must come before. */
  expiresAt: timestampText,
  /** How many people must sign the same bytes. */
  quorum: int().min(0)
});
var personToken = strictObject({ issuer: string().max(500), token: tokenText });
var signingRequest = strictObject({
  /** One for each statement, in order; each audience is bound to its statement's bytes. */
  tokens: array(tokenText).min(1).max(16)
});
var signingReply = discriminatedUnion("kind", [
  /** Approval files, in the order of the artifacts, as JSON texts. */
  strictObject({
    kind: literal("signed"),
    approvals: array(string().max(1024 * 1024)).min(1).max(16)
  }),
  /** The tokens are kept; people have yet to sign. Asked again with the same tokens, the answer changes. */
  strictObject({
    kind: literal("waiting"),
    wanted: int().min(1),
    given: int().min(0),
    statements: array(digestText)
  })
]);
var submissionPath = strictObject({ id: submissionId });
var approvalPath = strictObject({ digest: digestText });
var applicationPath = strictObject({ application: applicationName });
var latestReply = strictObject({
  approval: string().max(1024 * 1024).nullable()
});

// src/api/messages/environment.ts
var reason = sentence.min(1).max(500);
var environmentPath = strictObject({ environment: environmentName });
var freezeRequest = strictObject({
  /** Null: until somebody unfreezes it. */
  until: timestampText.nullable(),
  reason
});
var breakGlassRequest = strictObject({
  /** At most an hour. */
  lifetimeSeconds: int().min(60).max(3600),
  reason
});
var breakGlassReply = strictObject({
  until: timestampText,
  /** What it lifts, as environments.yml says. */
  lifts: array(_enum(["freezes", "after", "quorum"]))
});
var stop = strictObject({ by: keyText, until: timestampText.nullable(), reason });
var environmentList = strictObject({
  environments: array(
    strictObject({
      name: environmentName,
      quorum: counterNumber,
      /** By environments.yml, now. */
      frozenByFile: string().max(300).nullable(),
      /** By a person. */
      freeze: stop.nullable(),
      breakGlass: stop.nullable()
    })
  )
});

// src/api/messages/network-map.ts
var leaseSchema = strictObject({ start: timestampText, end: timestampText });
var selfSchema = strictObject({
  id: nodeId,
  kind: nodeKind,
  name: nodeName,
  /** Behind the names of all nodes: `web-1.mesh.example`. */
  domain: meshDomain,
  ipv4: ipText,
  ipv6: ipText,
  tags,
  applications: array(applicationName),
  /** Null for a person's node, which is of none. */
  environment: environmentName.nullable(),
  /** Null for a node that is there until it is revoked. */
  lease: leaseSchema.nullable()
});
var portRange = strictObject({ first: portNumber, last: portNumber });
var personEvidence = strictObject({
  issuer: issuerUrl,
  subject: string().min(1).max(255),
  /** As it was signed: the lease ends no later. */
  notAfter: timestampText,
  sessionKey: keyText,
  signature: signatureText,
  /** Null where the coordinator made the login itself, so that its token proves nothing to others. */
  token: tokenText.nullable(),
  own: strictObject({ key: keyText, signature: signatureText }).nullable()
});
var edgeSchema = strictObject({
  id: string().regex(/^e-[0-9a-f]{32}$/),
  direction: _enum(["in", "out"]),
  ports: array(portNumber).max(64),
  /** Of a person's edge: what the rules open, whatever the agent listens on. Null for others. */
  ranges: array(portRange).max(64).nullable(),
  /** What the source is for; null where it is a person's. */
  application: applicationName.nullable(),
  environment: environmentName.nullable(),
  /** Digest of the approval that grants it. An edge of approval X may nudge and read the log of X only. */
  approval: digestText.nullable(),
  lease: leaseSchema.nullable(),
  /** The runner's token, for the agent to judge by itself; given to agents only. */
  token: tokenText.nullable(),
  /** Given to agents only. */
  person: personEvidence.nullable()
});
var peerSchema = strictObject({
  id: nodeId,
  kind: nodeKind,
  name: nodeName,
  wireguardKey: wireguardKeyText,
  machineKey: machineKeyText,
  ipv4: ipText,
  ipv6: ipText,
  endpoints,
  edges: array(edgeSchema).min(1).max(64)
});
var relaySchema = strictObject({
  id: keyText,
  /** `wss:` (or `ws:` on loopback). */
  url: url({ protocol: /^wss?$/ }).max(500),
  /** Host and port of its STUN responder, where it has one. */
  stun: string().max(300).nullable(),
  /** Digest of its certificate, where no authority is asked. */
  pin: digestText.nullable()
});
var snapshotFrame = strictObject({
  kind: literal("snapshot"),
  version: counterNumber,
  expiresAt: timestampText,
  self: selfSchema,
  peers: array(peerSchema),
  relays: array(relaySchema).max(16)
});
var deltaFrame = strictObject({
  kind: literal("delta"),
  since: counterNumber,
  version: counterNumber,
  expiresAt: timestampText,
  changed: array(peerSchema),
  removed: array(nodeId)
});
var relayTokenFrame = strictObject({
  kind: literal("relay-token"),
  token: envelopeSchema,
  /** Once for each stream, with its first token; null: as it was. */
  keyList: envelopeSchema.nullable()
});
var endedFrame = strictObject({
  kind: literal("ended"),
  reason: _enum(["revoked", "suspended", "lease-ended", "session-ended", "left", "replaced", "shutdown"])
});
var downFrame = discriminatedUnion("kind", [
  snapshotFrame,
  deltaFrame,
  relayTokenFrame,
  endedFrame
]);

// src/api/messages/membership.ts
var enrolmentSecret = string().regex(/^sallyport-enrol-v1:[A-Za-z0-9_-]{43}$/);
var enrolRequest = strictObject({
  /** Null where a person approved these very keys. */
  secret: enrolmentSecret.nullable(),
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  /** Wished; a number is appended where it is taken. */
  name: nodeName,
  /** Where the agent listens in the mesh. */
  port: portNumber
});
var enrolReply = strictObject({ self: selfSchema });
var admissionRequest = strictObject({
  token: tokenText,
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  application: applicationName,
  environment: environmentName,
  /** Digest of the approval it comes with. */
  approval: digestText.nullable(),
  endpoints
});
var admissionReply = strictObject({
  self: selfSchema,
  lease: leaseSchema,
  peers: array(peerSchema),
  relays: array(relaySchema),
  /** Agents that did not answer in time; they may still come. */
  unacknowledged: array(nodeName),
  /** Agents whose own config refuses this runner. */
  refused: array(strictObject({ name: nodeName, reason: sentence }))
});
var personNodeRequest = strictObject({
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  /** Wished: the device's; it has its address again the next time. */
  name: nodeName,
  /** What was signed: the lease ends no later. */
  notAfter: timestampText,
  /** By the session's key, over both keys and `notAfter`. */
  signature: signatureText,
  /** By the person's own key over the same, for agents that ask for it. */
  own: strictObject({ key: keyText, signature: signatureText }).nullable(),
  endpoints
});
var personNodeReply = admissionReply;
var nodeSummary = strictObject({
  ...selfSchema.shape,
  state: _enum(["active", "suspended"]),
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  connected: boolean(),
  /** Whose node it is. */
  person: strictObject({ issuer: issuerUrl, subject: string().max(255), session: keyText }).nullable(),
  createdAt: timestampText
});
var nodeList = strictObject({ nodes: array(nodeSummary) });
var secretRequest = strictObject({
  tags,
  applications: array(applicationName).min(1).max(64),
  environment: environmentName,
  /** At most an hour. */
  lifetimeSeconds: int().min(1).max(3600)
});
var secretReply = strictObject({ secret: enrolmentSecret, expiresAt: timestampText });
var agentApprovalRequest = strictObject({ fingerprint: keyText, ...secretRequest.shape });
var agentApprovalReply = strictObject({ expiresAt: timestampText });
var nodePath = strictObject({ id: nodeId });
var done = strictObject({ done: literal(true) });
var keyPath = strictObject({ key: keyText });

// src/api/messages/vote.ts
var tally = {
  digest: digestText,
  wanted: int().min(0),
  given: int().min(0),
  notAfter: timestampText
};
var pendingApproval = strictObject({
  kind: literal("approval"),
  ...tally,
  application: applicationName,
  environment: environmentName,
  sequence: counterNumber,
  action: _enum(["deploy", "rollback", "revoke"]),
  artifact: strictObject({ name: string().max(255), digest: digestText }),
  source: strictObject({
    repositoryId: numericId,
    commit: commitText,
    ref: gitRef,
    runId: numericId,
    actorId: numericId
  }).nullable()
});
var pendingChange = strictObject({
  kind: literal("policy-change"),
  ...tally,
  environments: array(environmentName),
  loosens: array(string().max(600)).max(256),
  by: keyText.nullable()
});
var pendingItem = discriminatedUnion("kind", [pendingApproval, pendingChange]);
var pendingList = strictObject({ items: array(pendingItem) });
var pendingReply = strictObject({
  item: pendingItem,
  payloadType: string().max(255),
  bytes: base64Text,
  /** Ids under `people` of environments.yml. */
  approvedBy: array(string().max(63))
});
var signature = strictObject({
  keyid: keyText,
  /** Ed25519 over the DSSE encoding of type and bytes. */
  sig: base64Text.max(88)
});
var voteRequest = union([strictObject({ token: tokenText }), strictObject({ signature })]);
var voteReply = strictObject({ given: int().min(0), wanted: int().min(0) });
var refusalRequest = strictObject({ reason: sentence.min(1).max(500) });

// src/api/messages/recovery.ts
var MAX_REPORTED_BYTES = 256 * 1024;
var MAX_REPORT_BYTES = 512 * 1024;
var recoveryReport = strictObject({
  /** The largest checkpoint that the agent verified, as a signed note. */
  checkpoint: string().max(64 * 1024).nullable(),
  /** The highest sequences that it accepted. */
  ratchets: array(
    strictObject({
      application: applicationName,
      environment: environmentName,
      keyEpoch: counter,
      sequence: counter
    })
  ).max(1e3),
  /** Entries of the log that were asked for. */
  entries: strictObject({ from: counterNumber, bytes: array(base64Text).min(1).max(4096) }).nullable()
});
var recoveryReply = strictObject({ wanted: counterNumber.nullable() });
var counts = record(string(), counterNumber);
var recoveryState = strictObject({
  recovery: strictObject({
    since: timestampText,
    /** Entries of the log that the backup had, and that stand here by now. */
    restored: counterNumber,
    size: counterNumber,
    /** The largest log that an agent saw. */
    seen: counterNumber,
    /** Agents by name: heard, and not yet. */
    reported: array(nodeName),
    awaited: array(nodeName),
    /** Why it cannot end by itself. */
    obstacle: sentence.nullable(),
    /** What took effect again, and what a person must do again, by kind of entry. */
    replayed: counts,
    open: counts
  }).nullable()
});
var recoveryEnd = strictObject({
  /** What agents saw and nobody has any more is lost. */
  acceptLoss: boolean()
});
var recoveryEnded = strictObject({ secrets: counterNumber, leases: counterNumber });

// src/api/recovery-routes.ts
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

// src/api/route-table.ts
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
    reply: loginList
  },
  openSession: {
    method: "POST",
    path: "/v1/sessions",
    summary: "A person's ID token, bound to the key of the new session.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    request: sessionRequest,
    reply: sessionSchema
  },
  beginLogin: {
    method: "POST",
    path: "/v1/login-attempts",
    summary: "A login by device or browser begins; says where the person goes.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    request: attemptRequest,
    reply: attemptReply
  },
  finishLogin: {
    method: "POST",
    path: "/v1/login-attempts/{id}/session",
    summary: "Asked until the person is done: the session, or why not.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    params: attemptPath,
    request: strictObject({}),
    reply: attemptResult
  },
  session: {
    method: "GET",
    path: "/v1/session",
    summary: "Who the caller is, and as what.",
    callers: ["member"],
    ...none,
    reply: sessionSchema
  },
  endSession: {
    method: "POST",
    path: "/v1/session/end",
    summary: "The calling session's key is worth nothing from then on.",
    callers: ["member"],
    maxBodyBytes: SMALL,
    request: strictObject({}),
    reply: done
  },
  sessions: {
    method: "GET",
    path: "/v1/sessions",
    summary: "Sessions that stand: everybody sees their own, an admin, an operator and an auditor see all.",
    callers: ["member", "admin", "operator", "auditor"],
    ...none,
    reply: sessionList
  },
  endSessionOf: {
    method: "POST",
    path: "/v1/sessions/{session}/end",
    summary: "A session ends with its person's nodes: one's own, or by an admin or operator anybody's.",
    callers: ["member", "admin", "operator"],
    maxBodyBytes: SMALL,
    params: sessionPath,
    request: strictObject({}),
    reply: done
  },
  forgetPerson: {
    method: "POST",
    path: "/v1/people/forget",
    summary: "Sessions, nodes and roles of a person end, and the log names them no more.",
    callers: ["admin"],
    maxBodyBytes: SMALL,
    request: accountSchema,
    reply: forgetReply
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
    request: strictObject({}),
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
    request: strictObject({}),
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
    request: strictObject({}),
    reply: done
  },
  resumeNode: {
    method: "POST",
    path: "/v1/nodes/{id}/resumption",
    summary: "Let a suspended node go on.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: nodePath,
    request: strictObject({}),
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
    request: strictObject({}),
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
    request: strictObject({}),
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

export {
  keyListReply,
  MAX_VERDICT_BYTES,
  MAX_PROVENANCE_BYTES,
  relaySchema,
  downFrame,
  MAX_REPORTED_BYTES,
  RECOVERY_ROUTES,
  ROUTES,
  STREAM_PATH,
  RELAY_PATH,
  LOG_PATH,
  fillPath
};
