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
  FLOWS: () => FLOWS,
  ROLES: () => ROLES,
  accountSchema: () => accountSchema,
  attemptPath: () => attemptPath,
  attemptReply: () => attemptReply,
  attemptRequest: () => attemptRequest,
  attemptResult: () => attemptResult,
  base64Text: () => base64Text,
  counterNumber: () => counterNumber,
  endpoints: () => endpoints,
  flowName: () => flowName,
  forgetReply: () => forgetReply,
  ipText: () => ipText,
  keyText: () => keyText,
  loginList: () => loginList,
  loginName: () => loginName,
  machineKeyText: () => machineKeyText,
  meshDomain: () => meshDomain,
  nodeId: () => nodeId,
  nodeKind: () => nodeKind,
  nodeName: () => nodeName,
  portNumber: () => portNumber,
  sentence: () => sentence,
  sessionList: () => sessionList,
  sessionPath: () => sessionPath,
  sessionRequest: () => sessionRequest,
  sessionSchema: () => sessionSchema,
  signatureText: () => signatureText,
  submissionId: () => submissionId,
  tags: () => tags,
  tokenText: () => tokenText,
  wireguardKeyText: () => wireguardKeyText
});
module.exports = stdin_exports;
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var keyText = (0, import_chunk_PO7UBJRE.string)().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, "must be 32 bytes in base64url");
var wireguardKeyText = keyText.meta({ description: "An X25519 public key." });
var machineKeyText = keyText.meta({ description: "An Ed25519 public key." });
var signatureText = (0, import_chunk_PO7UBJRE.string)().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/, "must be 64 bytes in base64url");
var nodeKind = (0, import_chunk_PO7UBJRE._enum)(["agent", "runner", "person"]);
var nodeId = (0, import_chunk_PO7UBJRE.string)().regex(/^n-[0-9a-f]{32}$/, "must be a node id");
var submissionId = (0, import_chunk_PO7UBJRE.string)().regex(/^s-[0-9a-f]{32}$/, "must be a submission id");
var nodeName = (0, import_chunk_PO7UBJRE.string)().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, "must be one DNS label");
var meshDomain = (0, import_chunk_PO7UBJRE.string)().max(180).regex(
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  "must be a domain in lower case, such as mesh.example"
);
var tagName = (0, import_chunk_PO7UBJRE.string)().regex(/^tag:[a-z0-9][a-z0-9-]{0,62}$/, "must be tag: and a name");
var tags = (0, import_chunk_PO7UBJRE.array)(tagName).max(64);
var portNumber = (0, import_chunk_PO7UBJRE.int)().min(1).max(65535);
var endpointText = (0, import_chunk_PO7UBJRE.string)().max(54).regex(/^(?:\[[0-9a-f:.]{2,45}\]|[0-9.]{7,15}):[1-9][0-9]{0,4}$/, "must be an address and a port");
var endpoints = (0, import_chunk_PO7UBJRE.array)(endpointText).max(8);
var ipText = (0, import_chunk_PO7UBJRE.string)().regex(/^[0-9a-f:.]{2,45}$/);
var tokenText = (0, import_chunk_PO7UBJRE.string)().max(16384).regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/, "must be a compact JWT");
var counterNumber = (0, import_chunk_PO7UBJRE.int)().min(0);
var base64Text = (0, import_chunk_PO7UBJRE.string)().regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
var sentence = (0, import_chunk_PO7UBJRE.string)().max(2e3);
var ROLES = ["admin", "operator", "approver", "auditor", "member"];
var roleName = (0, import_chunk_PO7UBJRE._enum)(ROLES);
var FLOWS = ["loopback", "device", "browser"];
var flowName = (0, import_chunk_PO7UBJRE._enum)(FLOWS);
var loginName = (0, import_chunk_PO7UBJRE.string)().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, "must be 1 to 32 of a-z, 0-9 and -");
var attemptId = (0, import_chunk_PO7UBJRE.string)().regex(/^l-[0-9a-f]{32}$/, "must be a login id");
var firstAdminCode = (0, import_chunk_PO7UBJRE.string)().regex(/^sallyport-first-admin-v1:[A-Za-z0-9_-]{22}$/);
var loginSummary = (0, import_chunk_PO7UBJRE.strictObject)({
  name: loginName,
  preset: (0, import_chunk_PO7UBJRE.string)().max(32),
  issuer: import_chunk_UESRXYTB.issuerUrl,
  clientId: (0, import_chunk_PO7UBJRE.string)().max(255),
  /** Of a client that is public all the same: some issuers want one from installed programs. */
  publicSecret: (0, import_chunk_PO7UBJRE.string)().max(500).nullable(),
  flows: (0, import_chunk_PO7UBJRE.array)(flowName).min(1),
  /** For the loopback flow; without a port, any is good. */
  redirectUri: (0, import_chunk_PO7UBJRE.string)().max(100),
  scope: (0, import_chunk_PO7UBJRE.string)().max(500),
  /** `acr_values` to ask for; empty: none. */
  acrValues: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.string)().max(255)).max(16),
  /** `max_age` to ask for, seconds. */
  maxAge: counterNumber.nullable(),
  /** A PEM of the only CA that counts for this issuer. */
  ca: (0, import_chunk_PO7UBJRE.string)().max(64 * 1024).nullable()
});
var loginList = (0, import_chunk_PO7UBJRE.strictObject)({ logins: (0, import_chunk_PO7UBJRE.array)(loginSummary) });
var sessionSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  login: loginName,
  issuer: import_chunk_UESRXYTB.issuerUrl,
  subject: (0, import_chunk_PO7UBJRE.string)().max(255),
  /** As the transparency log names this person. */
  person: keyText,
  roles: (0, import_chunk_PO7UBJRE.array)(roleName),
  expiresAt: import_chunk_UESRXYTB.timestampText
});
var sessionPath = (0, import_chunk_PO7UBJRE.strictObject)({ session: keyText });
var sessionSummary = (0, import_chunk_PO7UBJRE.strictObject)({
  ...sessionSchema.shape,
  session: keyText,
  startedAt: import_chunk_UESRXYTB.timestampText,
  /** Names of the person's nodes that it keeps in the mesh. */
  nodes: (0, import_chunk_PO7UBJRE.array)(nodeName)
});
var sessionList = (0, import_chunk_PO7UBJRE.strictObject)({ sessions: (0, import_chunk_PO7UBJRE.array)(sessionSummary) });
var accountSchema = (0, import_chunk_PO7UBJRE.strictObject)({ issuer: import_chunk_UESRXYTB.issuerUrl, subject: (0, import_chunk_PO7UBJRE.string)().min(1).max(255) });
var forgetReply = (0, import_chunk_PO7UBJRE.strictObject)({
  /** False where nobody of that id was known. */
  known: (0, import_chunk_PO7UBJRE.boolean)(),
  sessions: counterNumber,
  nodes: counterNumber
});
var sessionRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  sessionKey: keyText,
  login: loginName,
  token: tokenText,
  firstAdmin: firstAdminCode.nullable()
});
var attemptRequest = (0, import_chunk_PO7UBJRE.strictObject)({
  sessionKey: keyText,
  login: loginName,
  flow: (0, import_chunk_PO7UBJRE._enum)(["device", "browser"]),
  firstAdmin: firstAdminCode.nullable()
});
var attemptReply = (0, import_chunk_PO7UBJRE.strictObject)({
  attempt: attemptId,
  /** Where the person goes. */
  url: (0, import_chunk_PO7UBJRE.string)().max(2e3),
  /** What the person types or compares there. */
  code: (0, import_chunk_PO7UBJRE.string)().max(64),
  /** Ask no more often. */
  intervalSeconds: (0, import_chunk_PO7UBJRE.int)().min(1).max(3600),
  expiresAt: import_chunk_UESRXYTB.timestampText
});
var attemptPath = (0, import_chunk_PO7UBJRE.strictObject)({ id: attemptId });
var attemptResult = (0, import_chunk_PO7UBJRE.discriminatedUnion)("kind", [
  (0, import_chunk_PO7UBJRE.strictObject)({ kind: (0, import_chunk_PO7UBJRE.literal)("pending"), intervalSeconds: (0, import_chunk_PO7UBJRE.int)().min(1).max(3600) }),
  (0, import_chunk_PO7UBJRE.strictObject)({ kind: (0, import_chunk_PO7UBJRE.literal)("refused"), reason: sentence }),
  (0, import_chunk_PO7UBJRE.strictObject)({ kind: (0, import_chunk_PO7UBJRE.literal)("done"), session: sessionSchema })
]);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  FLOWS,
  ROLES,
  accountSchema,
  attemptPath,
  attemptReply,
  attemptRequest,
  attemptResult,
  base64Text,
  counterNumber,
  endpoints,
  flowName,
  forgetReply,
  ipText,
  keyText,
  loginList,
  loginName,
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
});
