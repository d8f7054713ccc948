const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  issuerUrl,
  timestampText
} from "./chunk-BN5YVRTE.js";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  strictObject,
  string
} from "./chunk-LRBPYAN6.js";

// src/api/messages/vocabulary.ts
var keyText = string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, "must be 32 bytes in base64url");
var wireguardKeyText = keyText.meta({ description: "An X25519 public key." });
var machineKeyText = keyText.meta({ description: "An Ed25519 public key." });
var signatureText = string().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/, "must be 64 bytes in base64url");
var nodeKind = _enum(["agent", "runner", "person"]);
var nodeId = string().regex(/^n-[0-9a-f]{32}$/, "must be a node id");
var submissionId = string().regex(/^s-[0-9a-f]{32}$/, "must be a submission id");
var nodeName = string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, "must be one DNS label");
var meshDomain = string().max(180).regex(
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  "must be a domain in lower case, such as mesh.example"
);
var tagName = string().regex(/^tag:[a-z0-9][a-z0-9-]{0,62}$/, "must be tag: and a name");
var tags = array(tagName).max(64);
var portNumber = int().min(1).max(65535);
var endpointText = string().max(54).regex(/^(?:\[[0-9a-f:.]{2,45}\]|[0-9.]{7,15}):[1-9][0-9]{0,4}$/, "must be an address and a port");
var endpoints = array(endpointText).max(8);
var ipText = string().regex(/^[0-9a-f:.]{2,45}$/);
var tokenText = string().max(16384).regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/, "must be a compact JWT");
var counterNumber = int().min(0);
var base64Text = string().regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
var sentence = string().max(2e3);

// src/api/messages/login.ts
var ROLES = ["admin", "operator", "approver", "auditor", "member"];
var roleName = _enum(ROLES);
var FLOWS = ["loopback", "device", "browser"];
var flowName = _enum(FLOWS);
var loginName = string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, "must be 1 to 32 of a-z, 0-9 and -");
var attemptId = string().regex(/^l-[0-9a-f]{32}$/, "must be a login id");
var firstAdminCode = string().regex(/^sallyport-first-admin-v1:[A-Za-z0-9_-]{22}$/);
var loginSummary = strictObject({
  name: loginName,
  preset: string().max(32),
  issuer: issuerUrl,
  clientId: string().max(255),
  /** Of a client that is public all the same: some issuers want one from installed programs. */
  publicSecret: string().max(500).nullable(),
  flows: array(flowName).min(1),
  /** For the loopback flow; without a port, any is good. */
  redirectUri: string().max(100),
  scope: string().max(500),
  /** `acr_values` to ask for; empty: none. */
  acrValues: array(string().max(255)).max(16),
  /** `max_age` to ask for, seconds. */
  maxAge: counterNumber.nullable(),
  /** A PEM of the only CA that counts for this issuer. */
  ca: string().max(64 * 1024).nullable()
});
var loginList = strictObject({ logins: array(loginSummary) });
var sessionSchema = strictObject({
  login: loginName,
  issuer: issuerUrl,
  subject: string().max(255),
  /** As the transparency log names this person. */
  person: keyText,
  roles: array(roleName),
  expiresAt: timestampText
});
var sessionPath = strictObject({ session: keyText });
var sessionSummary = strictObject({
  ...sessionSchema.shape,
  session: keyText,
  startedAt: timestampText,
  /** Names of the person's nodes that it keeps in the mesh. */
  nodes: array(nodeName)
});
var sessionList = strictObject({ sessions: array(sessionSummary) });
var accountSchema = strictObject({ issuer: issuerUrl, subject: string().min(1).max(255) });
var forgetReply = strictObject({
  /** False where nobody of that id was known. */
  known: boolean(),
  sessions: counterNumber,
  nodes: counterNumber
});
var sessionRequest = strictObject({
  sessionKey: keyText,
  login: loginName,
  token: tokenText,
  firstAdmin: firstAdminCode.nullable()
});
var attemptRequest = strictObject({
  sessionKey: keyText,
  login: loginName,
  flow: _enum(["device", "browser"]),
  firstAdmin: firstAdminCode.nullable()
});
var attemptReply = strictObject({
  attempt: attemptId,
  /** Where the person goes. */
  url: string().max(2e3),
  /** What the person types or compares there. */
  code: string().max(64),
  /** Ask no more often. */
  intervalSeconds: int().min(1).max(3600),
  expiresAt: timestampText
});
var attemptPath = strictObject({ id: attemptId });
var attemptResult = discriminatedUnion("kind", [
  strictObject({ kind: literal("pending"), intervalSeconds: int().min(1).max(3600) }),
  strictObject({ kind: literal("refused"), reason: sentence }),
  strictObject({ kind: literal("done"), session: sessionSchema })
]);

export {
  keyText,
  wireguardKeyText,
  machineKeyText,
  signatureText,
  nodeKind,
  nodeId,
  submissionId,
  nodeName,
  meshDomain,
  tags,
  portNumber,
  endpoints,
  ipText,
  tokenText,
  counterNumber,
  base64Text,
  sentence,
  ROLES,
  FLOWS,
  flowName,
  loginName,
  loginList,
  sessionSchema,
  sessionPath,
  sessionList,
  accountSchema,
  forgetReply,
  sessionRequest,
  attemptRequest,
  attemptReply,
  attemptPath,
  attemptResult
};
