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
  chunk_AXPTAZ2E: () => chunk_AXPTAZ2E_exports,
  chunk_BBZH2QS2: () => chunk_BBZH2QS2_exports,
  chunk_BGKKW6X2: () => chunk_BGKKW6X2_exports,
  chunk_DLDCVKX6: () => chunk_DLDCVKX6_exports,
  chunk_HWYOMYN6: () => chunk_HWYOMYN6_exports,
  chunk_LUEEAS33: () => chunk_LUEEAS33_exports,
  chunk_TFFOW3OJ: () => chunk_TFFOW3OJ_exports
});
module.exports = stdin_exports;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_cli = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli2 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0346 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_cli4 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_EA47D0347 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_EA47D0348 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_CF656EE44 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_cli7 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli8 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli9 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_crypto = process.getBuiltinModule("node:crypto");

var import_chunk_EA47D0349 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_CF656EE45 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli10 = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_CF656EE46 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli11 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli12 = require("../cli.cjs").chunk_TO5RH7DJ;
var __defProp2 = Object.defineProperty;
var __export2 = (target2, all) => {
  for (var name in all)
    __defProp2(target2, name, { get: all[name], enumerable: true });
};
var chunk_AXPTAZ2E_exports = {};
__export2(chunk_AXPTAZ2E_exports, {
  NONCE_BYTES: () => NONCE_BYTES,
  NONCE_LIFETIME: () => NONCE_LIFETIME,
  PROBLEMS: () => PROBLEMS,
  peekRequestKeyId: () => peekRequestKeyId,
  problemSchema: () => problemSchema,
  signRequest: () => signRequest,
  signResponse: () => signResponse,
  verifyRequest: () => verifyRequest,
  verifyResponse: () => verifyResponse
});
var chunk_BGKKW6X2_exports = {};
__export2(chunk_BGKKW6X2_exports, {
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
var keyText = (0, import_chunk_CF656EE4.string)().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, "must be 32 bytes in base64url");
var wireguardKeyText = keyText.meta({ description: "An X25519 public key." });
var machineKeyText = keyText.meta({ description: "An Ed25519 public key." });
var signatureText = (0, import_chunk_CF656EE4.string)().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/, "must be 64 bytes in base64url");
var nodeKind = (0, import_chunk_CF656EE4._enum)(["agent", "runner", "person"]);
var nodeId = (0, import_chunk_CF656EE4.string)().regex(/^n-[0-9a-f]{32}$/, "must be a node id");
var submissionId = (0, import_chunk_CF656EE4.string)().regex(/^s-[0-9a-f]{32}$/, "must be a submission id");
var nodeName = (0, import_chunk_CF656EE4.string)().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, "must be one DNS label");
var meshDomain = (0, import_chunk_CF656EE4.string)().max(180).regex(
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  "must be a domain in lower case, such as mesh.example"
);
var tagName = (0, import_chunk_CF656EE4.string)().regex(/^tag:[a-z0-9][a-z0-9-]{0,62}$/, "must be tag: and a name");
var tags = (0, import_chunk_CF656EE4.array)(tagName).max(64);
var portNumber = (0, import_chunk_CF656EE4.int)().min(1).max(65535);
var endpointText = (0, import_chunk_CF656EE4.string)().max(54).regex(/^(?:\[[0-9a-f:.]{2,45}\]|[0-9.]{7,15}):[1-9][0-9]{0,4}$/, "must be an address and a port");
var endpoints = (0, import_chunk_CF656EE4.array)(endpointText).max(8);
var ipText = (0, import_chunk_CF656EE4.string)().regex(/^[0-9a-f:.]{2,45}$/);
var tokenText = (0, import_chunk_CF656EE4.string)().max(16384).regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/, "must be a compact JWT");
var counterNumber = (0, import_chunk_CF656EE4.int)().min(0);
var base64Text = (0, import_chunk_CF656EE4.string)().regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
var sentence = (0, import_chunk_CF656EE4.string)().max(2e3);
var ROLES = ["admin", "operator", "approver", "auditor", "member"];
var roleName = (0, import_chunk_CF656EE4._enum)(ROLES);
var FLOWS = ["loopback", "device", "browser"];
var flowName = (0, import_chunk_CF656EE4._enum)(FLOWS);
var loginName = (0, import_chunk_CF656EE4.string)().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, "must be 1 to 32 of a-z, 0-9 and -");
var attemptId = (0, import_chunk_CF656EE4.string)().regex(/^l-[0-9a-f]{32}$/, "must be a login id");
var firstAdminCode = (0, import_chunk_CF656EE4.string)().regex(/^sallyport-first-admin-v1:[A-Za-z0-9_-]{22}$/);
var loginSummary = (0, import_chunk_CF656EE4.strictObject)({
  name: loginName,
  preset: (0, import_chunk_CF656EE4.string)().max(32),
  issuer: import_chunk_EA47D034.issuerUrl,
  clientId: (0, import_chunk_CF656EE4.string)().max(255),
  /** Of a client that is public all the same: some issuers want one from installed programs. */
  publicSecret: (0, import_chunk_CF656EE4.string)().max(500).nullable(),
  flows: (0, import_chunk_CF656EE4.array)(flowName).min(1),
  /** For the loopback flow; without a port, any is good. */
  redirectUri: (0, import_chunk_CF656EE4.string)().max(100),
  scope: (0, import_chunk_CF656EE4.string)().max(500),
  /** `acr_values` to ask for; empty: none. */
  acrValues: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.string)().max(255)).max(16),
  /** `max_age` to ask for, seconds. */
  maxAge: counterNumber.nullable(),
  /** A PEM of the only CA that counts for this issuer. */
  ca: (0, import_chunk_CF656EE4.string)().max(64 * 1024).nullable()
});
var loginList = (0, import_chunk_CF656EE4.strictObject)({ logins: (0, import_chunk_CF656EE4.array)(loginSummary) });
var sessionSchema = (0, import_chunk_CF656EE4.strictObject)({
  login: loginName,
  issuer: import_chunk_EA47D034.issuerUrl,
  subject: (0, import_chunk_CF656EE4.string)().max(255),
  /** As the transparency log names this person. */
  person: keyText,
  roles: (0, import_chunk_CF656EE4.array)(roleName),
  expiresAt: import_chunk_EA47D034.timestampText
});
var sessionPath = (0, import_chunk_CF656EE4.strictObject)({ session: keyText });
var sessionSummary = (0, import_chunk_CF656EE4.strictObject)({
  ...sessionSchema.shape,
  session: keyText,
  startedAt: import_chunk_EA47D034.timestampText,
  /** Names of the person's nodes that it keeps in the mesh. */
  nodes: (0, import_chunk_CF656EE4.array)(nodeName)
});
var sessionList = (0, import_chunk_CF656EE4.strictObject)({ sessions: (0, import_chunk_CF656EE4.array)(sessionSummary) });
var accountSchema = (0, import_chunk_CF656EE4.strictObject)({ issuer: import_chunk_EA47D034.issuerUrl, subject: (0, import_chunk_CF656EE4.string)().min(1).max(255) });
var forgetReply = (0, import_chunk_CF656EE4.strictObject)({
  /** False where nobody of that id was known. */
  known: (0, import_chunk_CF656EE4.boolean)(),
  sessions: counterNumber,
  nodes: counterNumber
});
var sessionRequest = (0, import_chunk_CF656EE4.strictObject)({
  sessionKey: keyText,
  login: loginName,
  token: tokenText,
  firstAdmin: firstAdminCode.nullable()
});
var attemptRequest = (0, import_chunk_CF656EE4.strictObject)({
  sessionKey: keyText,
  login: loginName,
  flow: (0, import_chunk_CF656EE4._enum)(["device", "browser"]),
  firstAdmin: firstAdminCode.nullable()
});
var attemptReply = (0, import_chunk_CF656EE4.strictObject)({
  attempt: attemptId,
  /** Where the person goes. */
  url: (0, import_chunk_CF656EE4.string)().max(2e3),
  /** What the person types or compares there. */
  code: (0, import_chunk_CF656EE4.string)().max(64),
  /** Ask no more often. */
  intervalSeconds: (0, import_chunk_CF656EE4.int)().min(1).max(3600),
  expiresAt: import_chunk_EA47D034.timestampText
});
var attemptPath = (0, import_chunk_CF656EE4.strictObject)({ id: attemptId });
var attemptResult = (0, import_chunk_CF656EE4.discriminatedUnion)("kind", [
  (0, import_chunk_CF656EE4.strictObject)({ kind: (0, import_chunk_CF656EE4.literal)("pending"), intervalSeconds: (0, import_chunk_CF656EE4.int)().min(1).max(3600) }),
  (0, import_chunk_CF656EE4.strictObject)({ kind: (0, import_chunk_CF656EE4.literal)("refused"), reason: sentence }),
  (0, import_chunk_CF656EE4.strictObject)({ kind: (0, import_chunk_CF656EE4.literal)("done"), session: sessionSchema })
]);
var SIGNATURE_WINDOW = 60 * import_cli.SECOND;
var NONCE_LIFETIME = 180 * import_cli.SECOND;
var NONCE_BYTES = 16;
var MAX_HEADER_LENGTH = 1024;
var REQUEST_COMPONENTS = '("@method" "@target-uri" "content-digest")';
var RESPONSE_COMPONENTS = '("@status" "content-digest" "signature";req;key="sig")';
var REQUEST_INPUT = /^sig=(\("@method" "@target-uri" "content-digest"\);created=(\d{1,12});nonce="([A-Za-z0-9_-]{22})";keyid="([A-Za-z0-9_-]{43})";alg="ed25519";tag="sallyport:([A-Za-z0-9_-]{43})")$/;
var RESPONSE_INPUT = /^sig=(\("@status" "content-digest" "signature";req;key="sig"\);created=(\d{1,12});keyid="([A-Za-z0-9_-]{43})";alg="ed25519";tag="sallyport:([A-Za-z0-9_-]{43})")$/;
var SIGNATURE = /^sig=:([A-Za-z0-9+/]{86}==):$/;
function signRequest(request2, signer, nonce) {
  if (nonce.length !== NONCE_BYTES) throw new Error(`a nonce has ${NONCE_BYTES} bytes, not ${nonce.length}`);
  const digest = contentDigest(request2.body);
  const parameters = `${REQUEST_COMPONENTS};created=${seconds(signer.now)};nonce="${(0, import_cli3.encodeBase64url)(nonce)}"${trailer(signer)}`;
  return headersOf(digest, parameters, requestBase(request2, digest, parameters), signer);
}
function peekRequestKeyId(headers) {
  return match(REQUEST_INPUT, headers["signature-input"])?.[4];
}
function verifyRequest(request2, headers, expected) {
  if (!isComplete(headers)) return { kind: "refused", code: "missing" };
  const input = match(REQUEST_INPUT, headers["signature-input"]);
  if (!input) return { kind: "refused", code: "malformed" };
  const [, parameters, created, nonce, keyId, coordinatorId] = input;
  const base = requestBase(request2, headers["content-digest"], parameters);
  const stated = { keyId, nonce, created, coordinatorId };
  return judge(stated, { base, headers, body: request2.body }, expected);
}
function signResponse(response, signer) {
  const digest = contentDigest(response.body);
  const parameters = `${RESPONSE_COMPONENTS};created=${seconds(signer.now)}${trailer(signer)}`;
  return headersOf(digest, parameters, responseBase(response, digest, parameters), signer);
}
function verifyResponse(response, headers, expected) {
  if (!isComplete(headers)) return { kind: "refused", code: "missing" };
  const input = match(RESPONSE_INPUT, headers["signature-input"]);
  if (!input || !SIGNATURE.test(response.requestSignature)) return { kind: "refused", code: "malformed" };
  const [, parameters, created, keyId, coordinatorId] = input;
  const base = responseBase(response, headers["content-digest"], parameters);
  const stated = { keyId, nonce: "", created, coordinatorId };
  return judge(stated, { base, headers, body: response.body }, expected);
}
function contentDigest(body) {
  return `sha-256=:${(0, import_cli3.encodeBase64)((0, import_cli2.sha256)(body))}:`;
}
function judge(stated, signed, expected) {
  if (stated.coordinatorId !== expected.coordinatorId) return { kind: "refused", code: "coordinator" };
  if (stated.keyId !== (0, import_chunk_BIEF65K5.keyIdOf)(expected.publicKey)) return { kind: "refused", code: "key" };
  if (signed.headers["content-digest"] !== contentDigest(signed.body))
    return { kind: "refused", code: "digest" };
  const signature2 = decodeSignature(signed.headers.signature);
  if (!signature2) return { kind: "refused", code: "malformed" };
  if (!(0, import_chunk_BIEF65K5.verifyEd25519)(expected.publicKey, signed.base, signature2))
    return { kind: "refused", code: "signature" };
  const created = Number(stated.created) * import_cli.SECOND;
  if (Math.abs(expected.now - created) > SIGNATURE_WINDOW) return { kind: "refused", code: "skew", created };
  return { kind: "verified", keyId: stated.keyId, nonce: stated.nonce, created };
}
function requestBase({ method, targetUri }, digest, parameters) {
  return (0, import_cli3.encodeUtf8)(
    [
      `"@method": ${method}`,
      `"@target-uri": ${targetUri}`,
      `"content-digest": ${digest}`,
      `"@signature-params": ${parameters}`
    ].join("\n")
  );
}
function responseBase({ status, requestSignature }, digest, parameters) {
  return (0, import_cli3.encodeUtf8)(
    [
      `"@status": ${status}`,
      `"content-digest": ${digest}`,
      // RFC 9421 \u00a72.1.2 and \u00a72.4: the member `sig` of the request's dictionary field.
      `"signature";req;key="sig": ${requestSignature.slice("sig=".length)}`,
      `"@signature-params": ${parameters}`
    ].join("\n")
  );
}
function headersOf(digest, parameters, base, { key }) {
  return {
    "content-digest": digest,
    "signature-input": `sig=${parameters}`,
    signature: `sig=:${(0, import_cli3.encodeBase64)((0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, base))}:`
  };
}
function trailer({ key, coordinatorId }) {
  return `;keyid="${(0, import_chunk_BIEF65K5.keyIdOf)(key.publicKey)}";alg="ed25519";tag="sallyport:${coordinatorId}"`;
}
function seconds(now) {
  return Math.floor(now / import_cli.SECOND);
}
function isComplete(headers) {
  return headers["content-digest"] !== void 0 && headers["signature-input"] !== void 0 && headers.signature !== void 0;
}
function match(pattern, header) {
  if (header === void 0 || header.length > MAX_HEADER_LENGTH) return void 0;
  return pattern.exec(header) ?? void 0;
}
function decodeSignature(header) {
  const text = match(SIGNATURE, header)?.[1];
  if (text === void 0) return void 0;
  const bytes = new Uint8Array(Buffer.from(text, "base64"));
  return (0, import_cli3.encodeBase64)(bytes) === text ? bytes : void 0;
}
var PROBLEMS = {
  malformed: 400,
  "signature-required": 401,
  "signature-invalid": 401,
  skew: 401,
  "login-required": 401,
  replayed: 401,
  untrusted: 403,
  refused: 403,
  forbidden: 403,
  revoked: 403,
  suspended: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "too-many": 429,
  internal: 500,
  "not-ready": 503,
  recovering: 503
};
var problemSchema = (0, import_chunk_CF656EE42.strictObject)({
  problem: (0, import_chunk_CF656EE42.strictObject)({
    kind: (0, import_chunk_CF656EE42._enum)(Object.keys(PROBLEMS)),
    message: sentence,
    help: sentence.optional(),
    /** The trust rule or floor that refused, as a place: `rules[2]`, `environments.production.floor`. */
    rule: (0, import_chunk_CF656EE42.string)().max(200).optional(),
    claim: (0, import_chunk_CF656EE42.string)().max(100).optional(),
    /** The coordinator's time: with `skew`, what to set the clock by. */
    time: import_chunk_EA47D0342.timestampText
  })
});
var chunk_BBZH2QS2_exports = {};
__export2(chunk_BBZH2QS2_exports, {
  MAX_RELAY_PEERS: () => MAX_RELAY_PEERS,
  emitPeerListing: () => emitPeerListing,
  emitRelayCredential: () => emitRelayCredential,
  judgeRelayCredential: () => judgeRelayCredential,
  relayNameOf: () => relayNameOf,
  signRelayToken: () => signRelayToken
});
var RELAY_TOKEN_PAYLOAD_TYPE = "application/vnd.sallyport.relay-token+json";
var RELAY_CLOCK_SKEW = import_cli4.MINUTE;
var MAX_RELAY_PEERS = 65535;
var MAX_CREDENTIAL_BYTES = 8192;
var bytes32 = (0, import_chunk_CF656EE43.string)().regex(/^[A-Za-z0-9_-]{43}$/);
var relayName = (0, import_chunk_CF656EE43.string)().regex(/^[^\s/]{1,255}:\d{1,5}$/);
var relayTokenSchema = (0, import_chunk_CF656EE43.strictObject)({
  version: (0, import_chunk_CF656EE43.literal)(1),
  coordinator: import_chunk_EA47D0345.coordinatorIdText,
  relays: (0, import_chunk_CF656EE43.array)(relayName).min(1).max(16),
  /** The node's WireGuard key. */
  node: bytes32,
  /** Version of the network map that the peers are from. */
  map: (0, import_chunk_CF656EE43.int)().min(0),
  notBefore: import_chunk_EA47D0345.timestampText,
  notAfter: import_chunk_EA47D0345.timestampText,
  /** One lease of one node; of a node without a lease, one hour. */
  account: (0, import_chunk_CF656EE43.string)().regex(/^[A-Za-z0-9:./-]{1,100}$/),
  /** Of the account, at each relay. */
  quotaBytes: (0, import_chunk_CF656EE43.int)().min(1),
  peers: (0, import_chunk_CF656EE43.strictObject)({ count: (0, import_chunk_CF656EE43.int)().min(0).max(MAX_RELAY_PEERS), digest: bytes32 })
});
var credentialSchema = (0, import_chunk_CF656EE43.strictObject)({ keyList: import_chunk_EA47D0344.envelopeSchema, token: import_chunk_EA47D0344.envelopeSchema });
function signRelayToken(token, key) {
  const bytes = (0, import_cli5.encodeUtf8)(JSON.stringify(relayTokenSchema.parse(token)));
  return (0, import_chunk_EA47D0344.signEnvelope)(RELAY_TOKEN_PAYLOAD_TYPE, bytes, [key]);
}
function emitRelayCredential(token, keyList) {
  return (0, import_cli5.encodeUtf8)(JSON.stringify({ keyList, token }));
}
function judgeRelayCredential(bytes, check) {
  try {
    const source = "the relay credential";
    const credential = (0, import_chunk_EA47D0346.decodeDocument)(credentialSchema, bytes, {
      source,
      maxBytes: MAX_CREDENTIAL_BYTES,
      maxDepth: 6
    });
    const offered = (0, import_chunk_EA47D0343.verifyKeyList)(credential.keyList, check.root);
    const relation = check.known ? (0, import_chunk_EA47D0343.compareKeyLists)(offered, check.known) : "newer";
    if (relation === "forked") return refused("its key list contradicts one that was seen");
    const keyList = relation === "older" && check.known ? check.known : offered;
    if (!(0, import_chunk_EA47D0343.isCurrent)(keyList, check.now)) return refused("the key list is not current");
    const payload = (0, import_chunk_EA47D0344.verifyEnvelope)(credential.token, [keyList.keys.relay]);
    if (payload.payloadType !== RELAY_TOKEN_PAYLOAD_TYPE)
      return refused("the relay key signed no relay token");
    const token = (0, import_chunk_EA47D0346.decodeDocument)(relayTokenSchema, payload.bytes, {
      source,
      maxBytes: MAX_CREDENTIAL_BYTES,
      maxDepth: 4
    });
    const why = findFault(token, keyList, check);
    if (why !== void 0) return refused(why);
    return { kind: "granted", token, keyList, keyListEnvelope: credential.keyList };
  } catch (thrown) {
    return refused((0, import_cli6.messageOf)(thrown));
  }
}
function findFault(token, keyList, check) {
  const { relay, node: node2, now } = check;
  if (token.coordinator !== keyList.coordinatorId) return "it is of another coordinator";
  if (!token.relays.includes(relay)) return `it is for ${token.relays.join(", ")}, not for ${relay}`;
  if (!(0, import_cli5.equalBytes)((0, import_cli5.decodeBase64url)(token.node), node2)) return "it is of another node";
  if (now < (0, import_cli4.parseTimestamp)(token.notBefore) - RELAY_CLOCK_SKEW) return `it is good from ${token.notBefore} on`;
  if (now >= (0, import_cli4.parseTimestamp)(token.notAfter)) return `it ended at ${token.notAfter}`;
  return void 0;
}
function refused(why) {
  return { kind: "refused", why };
}
function relayNameOf(url2) {
  return `${url2.hostname}:${url2.port || (url2.protocol === "wss:" || url2.protocol === "https:" ? 443 : 80)}`.toLowerCase();
}
function emitPeerListing(listing) {
  return { count: listing.count, digest: (0, import_cli5.encodeBase64url)(listing.digest) };
}
var chunk_TFFOW3OJ_exports = {};
__export2(chunk_TFFOW3OJ_exports, {
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
var keyListReply = (0, import_chunk_CF656EE44.strictObject)({
  /** The root's public key, raw; its SHA-256 is the coordinator id and the fingerprint. */
  root: keyText,
  keyList: import_chunk_EA47D0347.envelopeSchema,
  time: import_chunk_EA47D0348.timestampText
});
var receiptRequest = (0, import_chunk_CF656EE44.strictObject)({ receipt: import_chunk_EA47D0347.envelopeSchema });
var receiptReply = (0, import_chunk_CF656EE44.strictObject)({ digest: import_chunk_EA47D0348.digestText, logIndex: counterNumber });
var receiptList = (0, import_chunk_CF656EE44.strictObject)({
  receipts: (0, import_chunk_CF656EE44.array)((0, import_chunk_CF656EE44.strictObject)({ node: (0, import_chunk_CF656EE44.string)(), receipt: import_chunk_EA47D0347.envelopeSchema }))
});
var environmentsRequest = (0, import_chunk_CF656EE44.strictObject)({
  /** The file as it stands in the repository. */
  text: (0, import_chunk_CF656EE44.string)().max(1024 * 1024),
  /** The version that it replaces; null for the first. */
  replaces: counterNumber.nullable()
});
var environmentsReply = (0, import_chunk_CF656EE44.strictObject)({ version: counterNumber, digest: import_chunk_EA47D0348.digestText });
var pushedFile = environmentsRequest;
var registeredFile = environmentsReply;
var pushRequest = (0, import_chunk_CF656EE44.strictObject)({
  environments: pushedFile.nullable(),
  access: pushedFile.nullable(),
  /** Everything is checked and nothing changes. */
  dryRun: (0, import_chunk_CF656EE44.boolean)(),
  /** The change may cut agents off from every workload. */
  acceptLockOut: (0, import_chunk_CF656EE44.boolean)()
});
var workloadPushRequest = (0, import_chunk_CF656EE44.strictObject)({
  /** Signs the request; made for it. */
  machineKey: machineKeyText,
  token: tokenText,
  environments: (0, import_chunk_CF656EE44.string)().max(1024 * 1024).nullable(),
  access: (0, import_chunk_CF656EE44.string)().max(1024 * 1024).nullable(),
  dryRun: (0, import_chunk_CF656EE44.boolean)(),
  acceptLockOut: (0, import_chunk_CF656EE44.boolean)()
});
var pushReply = (0, import_chunk_CF656EE44.strictObject)({
  environments: registeredFile.nullable(),
  access: registeredFile.nullable(),
  edges: (0, import_chunk_CF656EE44.strictObject)({ added: counterNumber, removed: counterNumber }),
  /** Names of agents that no workload can deploy to any more. */
  lockedOut: (0, import_chunk_CF656EE44.array)((0, import_chunk_CF656EE44.string)()).max(100),
  /** It loosens an environment with a quorum: nothing changed, people are asked. */
  waiting: (0, import_chunk_CF656EE44.strictObject)({
    change: import_chunk_EA47D0348.digestText,
    wanted: counterNumber,
    given: counterNumber,
    loosens: (0, import_chunk_CF656EE44.array)((0, import_chunk_CF656EE44.string)().max(600)).max(256)
  }).nullable()
});
var revisionOfFile = (0, import_chunk_CF656EE44.strictObject)({ version: counterNumber, digest: import_chunk_EA47D0348.digestText, text: (0, import_chunk_CF656EE44.string)() }).nullable();
var policyReply = (0, import_chunk_CF656EE44.strictObject)({ environments: revisionOfFile, access: revisionOfFile });
var healthReply = (0, import_chunk_CF656EE44.strictObject)({ status: (0, import_chunk_CF656EE44.literal)("ok") });
var readyReply = (0, import_chunk_CF656EE44.strictObject)({
  status: (0, import_chunk_CF656EE44._enum)(["ready", "not-ready"]),
  checks: (0, import_chunk_CF656EE44.array)((0, import_chunk_CF656EE44.strictObject)({ name: (0, import_chunk_CF656EE44.string)(), ok: (0, import_chunk_CF656EE44.boolean)(), reason: sentence.optional() }))
});
var openApiReply = (0, import_chunk_CF656EE44.record)((0, import_chunk_CF656EE44.string)(), (0, import_chunk_CF656EE44.unknown)());
var MAX_VERDICT_BYTES = 4 * 1024 * 1024;
var MAX_PROVENANCE_BYTES = 256 * 1024;
var encoded = (bytes) => base64Text.max(4 * Math.ceil(bytes / 3));
var locationText = (0, import_chunk_CF656EE44.string)().max(500).regex(
  /^(?:mesh|https|oci|release|coordinator):[^\s]{1,490}$/,
  "must be mesh:, https:, oci:, release: or coordinator:"
);
var submittedArtifact = (0, import_chunk_CF656EE44.strictObject)({
  name: (0, import_chunk_CF656EE44.string)().min(1).max(255),
  digest: import_chunk_EA47D0348.digestText,
  size: (0, import_chunk_CF656EE44.int)().min(0),
  mediaType: (0, import_chunk_CF656EE44.string)().regex(/^[\w.+-]{1,127}\/[\w.+-]{1,127}$/),
  scope: import_chunk_EA47D0348.labels,
  locations: (0, import_chunk_CF656EE44.array)(locationText).min(1).max(8),
  /** A DSSE envelope with SLSA provenance, as the builder wrote it; demanded with `provenance: required`. */
  provenance: encoded(MAX_PROVENANCE_BYTES).optional()
});
var submissionRequest = (0, import_chunk_CF656EE44.strictObject)({
  /** Bound to the two keys as for an admission without approval. */
  token: tokenText,
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  application: import_chunk_EA47D0348.applicationName,
  environment: import_chunk_EA47D0348.environmentName,
  kind: (0, import_chunk_CF656EE44._enum)(["deploy", "rollback"]),
  /** The verdict file's bytes. */
  verdict: encoded(MAX_VERDICT_BYTES),
  artifacts: (0, import_chunk_CF656EE44.array)(submittedArtifact).min(1).max(16)
});
var submissionReply = (0, import_chunk_CF656EE44.strictObject)({
  submission: submissionId,
  /** In the order of the artifacts. */
  statements: (0, import_chunk_CF656EE44.array)(encoded(64 * 1024)).min(1).max(16),
  /** Tokens must come before. */
  expiresAt: import_chunk_EA47D0348.timestampText,
  /** How many people must sign the same bytes. */
  quorum: (0, import_chunk_CF656EE44.int)().min(0)
});
var personToken = (0, import_chunk_CF656EE44.strictObject)({ issuer: (0, import_chunk_CF656EE44.string)().max(500), token: tokenText });
var signingRequest = (0, import_chunk_CF656EE44.strictObject)({
  /** One for each statement, in order; each audience is bound to its statement's bytes. */
  tokens: (0, import_chunk_CF656EE44.array)(tokenText).min(1).max(16)
});
var signingReply = (0, import_chunk_CF656EE44.discriminatedUnion)("kind", [
  /** Approval files, in the order of the artifacts, as JSON texts. */
  (0, import_chunk_CF656EE44.strictObject)({
    kind: (0, import_chunk_CF656EE44.literal)("signed"),
    approvals: (0, import_chunk_CF656EE44.array)((0, import_chunk_CF656EE44.string)().max(1024 * 1024)).min(1).max(16)
  }),
  /** The tokens are kept; people have yet to sign. Asked again with the same tokens, the answer changes. */
  (0, import_chunk_CF656EE44.strictObject)({
    kind: (0, import_chunk_CF656EE44.literal)("waiting"),
    wanted: (0, import_chunk_CF656EE44.int)().min(1),
    given: (0, import_chunk_CF656EE44.int)().min(0),
    statements: (0, import_chunk_CF656EE44.array)(import_chunk_EA47D0348.digestText)
  })
]);
var submissionPath = (0, import_chunk_CF656EE44.strictObject)({ id: submissionId });
var approvalPath = (0, import_chunk_CF656EE44.strictObject)({ digest: import_chunk_EA47D0348.digestText });
var applicationPath = (0, import_chunk_CF656EE44.strictObject)({ application: import_chunk_EA47D0348.applicationName });
var latestReply = (0, import_chunk_CF656EE44.strictObject)({
  approval: (0, import_chunk_CF656EE44.string)().max(1024 * 1024).nullable()
});
var reason = sentence.min(1).max(500);
var environmentPath = (0, import_chunk_CF656EE44.strictObject)({ environment: import_chunk_EA47D0348.environmentName });
var freezeRequest = (0, import_chunk_CF656EE44.strictObject)({
  /** Null: until somebody unfreezes it. */
  until: import_chunk_EA47D0348.timestampText.nullable(),
  reason
});
var breakGlassRequest = (0, import_chunk_CF656EE44.strictObject)({
  /** At most an hour. */
  lifetimeSeconds: (0, import_chunk_CF656EE44.int)().min(60).max(3600),
  reason
});
var breakGlassReply = (0, import_chunk_CF656EE44.strictObject)({
  until: import_chunk_EA47D0348.timestampText,
  /** What it lifts, as environments.yml says. */
  lifts: (0, import_chunk_CF656EE44.array)((0, import_chunk_CF656EE44._enum)(["freezes", "after", "quorum"]))
});
var stop = (0, import_chunk_CF656EE44.strictObject)({ by: keyText, until: import_chunk_EA47D0348.timestampText.nullable(), reason });
var environmentList = (0, import_chunk_CF656EE44.strictObject)({
  environments: (0, import_chunk_CF656EE44.array)(
    (0, import_chunk_CF656EE44.strictObject)({
      name: import_chunk_EA47D0348.environmentName,
      quorum: counterNumber,
      /** By environments.yml, now. */
      frozenByFile: (0, import_chunk_CF656EE44.string)().max(300).nullable(),
      /** By a person. */
      freeze: stop.nullable(),
      breakGlass: stop.nullable()
    })
  )
});
var leaseSchema = (0, import_chunk_CF656EE44.strictObject)({ start: import_chunk_EA47D0348.timestampText, end: import_chunk_EA47D0348.timestampText });
var selfSchema = (0, import_chunk_CF656EE44.strictObject)({
  id: nodeId,
  kind: nodeKind,
  name: nodeName,
  /** Behind the names of all nodes: `web-1.mesh.example`. */
  domain: meshDomain,
  ipv4: ipText,
  ipv6: ipText,
  tags,
  applications: (0, import_chunk_CF656EE44.array)(import_chunk_EA47D0348.applicationName),
  /** Null for a person's node, which is of none. */
  environment: import_chunk_EA47D0348.environmentName.nullable(),
  /** Null for a node that is there until it is revoked. */
  lease: leaseSchema.nullable()
});
var portRange = (0, import_chunk_CF656EE44.strictObject)({ first: portNumber, last: portNumber });
var personEvidence = (0, import_chunk_CF656EE44.strictObject)({
  issuer: import_chunk_EA47D0348.issuerUrl,
  subject: (0, import_chunk_CF656EE44.string)().min(1).max(255),
  /** As it was signed: the lease ends no later. */
  notAfter: import_chunk_EA47D0348.timestampText,
  sessionKey: keyText,
  signature: signatureText,
  /** Null where the coordinator made the login itself, so that its token proves nothing to others. */
  token: tokenText.nullable(),
  own: (0, import_chunk_CF656EE44.strictObject)({ key: keyText, signature: signatureText }).nullable()
});
var edgeSchema = (0, import_chunk_CF656EE44.strictObject)({
  id: (0, import_chunk_CF656EE44.string)().regex(/^e-[0-9a-f]{32}$/),
  direction: (0, import_chunk_CF656EE44._enum)(["in", "out"]),
  ports: (0, import_chunk_CF656EE44.array)(portNumber).max(64),
  /** Of a person's edge: what the rules open, whatever the agent listens on. Null for others. */
  ranges: (0, import_chunk_CF656EE44.array)(portRange).max(64).nullable(),
  /** What the source is for; null where it is a person's. */
  application: import_chunk_EA47D0348.applicationName.nullable(),
  environment: import_chunk_EA47D0348.environmentName.nullable(),
  /** Digest of the approval that grants it. An edge of approval X may nudge and read the log of X only. */
  approval: import_chunk_EA47D0348.digestText.nullable(),
  lease: leaseSchema.nullable(),
  /** The runner's token, for the agent to judge by itself; given to agents only. */
  token: tokenText.nullable(),
  /** Given to agents only. */
  person: personEvidence.nullable()
});
var peerSchema = (0, import_chunk_CF656EE44.strictObject)({
  id: nodeId,
  kind: nodeKind,
  name: nodeName,
  wireguardKey: wireguardKeyText,
  machineKey: machineKeyText,
  ipv4: ipText,
  ipv6: ipText,
  endpoints,
  edges: (0, import_chunk_CF656EE44.array)(edgeSchema).min(1).max(64)
});
var relaySchema = (0, import_chunk_CF656EE44.strictObject)({
  id: keyText,
  /** `wss:` (or `ws:` on loopback). */
  url: (0, import_chunk_CF656EE44.url)({ protocol: /^wss?$/ }).max(500),
  /** Host and port of its STUN responder, where it has one. */
  stun: (0, import_chunk_CF656EE44.string)().max(300).nullable(),
  /** Digest of its certificate, where no authority is asked. */
  pin: import_chunk_EA47D0348.digestText.nullable()
});
var snapshotFrame = (0, import_chunk_CF656EE44.strictObject)({
  kind: (0, import_chunk_CF656EE44.literal)("snapshot"),
  version: counterNumber,
  expiresAt: import_chunk_EA47D0348.timestampText,
  self: selfSchema,
  peers: (0, import_chunk_CF656EE44.array)(peerSchema),
  relays: (0, import_chunk_CF656EE44.array)(relaySchema).max(16)
});
var deltaFrame = (0, import_chunk_CF656EE44.strictObject)({
  kind: (0, import_chunk_CF656EE44.literal)("delta"),
  since: counterNumber,
  version: counterNumber,
  expiresAt: import_chunk_EA47D0348.timestampText,
  changed: (0, import_chunk_CF656EE44.array)(peerSchema),
  removed: (0, import_chunk_CF656EE44.array)(nodeId)
});
var relayTokenFrame = (0, import_chunk_CF656EE44.strictObject)({
  kind: (0, import_chunk_CF656EE44.literal)("relay-token"),
  token: import_chunk_EA47D0347.envelopeSchema,
  /** Once for each stream, with its first token; null: as it was. */
  keyList: import_chunk_EA47D0347.envelopeSchema.nullable()
});
var endedFrame = (0, import_chunk_CF656EE44.strictObject)({
  kind: (0, import_chunk_CF656EE44.literal)("ended"),
  reason: (0, import_chunk_CF656EE44._enum)(["revoked", "suspended", "lease-ended", "session-ended", "left", "replaced", "shutdown"])
});
var downFrame = (0, import_chunk_CF656EE44.discriminatedUnion)("kind", [
  snapshotFrame,
  deltaFrame,
  relayTokenFrame,
  endedFrame
]);
var enrolmentSecret = (0, import_chunk_CF656EE44.string)().regex(/^sallyport-enrol-v1:[A-Za-z0-9_-]{43}$/);
var enrolRequest = (0, import_chunk_CF656EE44.strictObject)({
  /** Null where a person approved these very keys. */
  secret: enrolmentSecret.nullable(),
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  /** Wished; a number is appended where it is taken. */
  name: nodeName,
  /** Where the agent listens in the mesh. */
  port: portNumber
});
var enrolReply = (0, import_chunk_CF656EE44.strictObject)({ self: selfSchema });
var admissionRequest = (0, import_chunk_CF656EE44.strictObject)({
  token: tokenText,
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  application: import_chunk_EA47D0348.applicationName,
  environment: import_chunk_EA47D0348.environmentName,
  /** Digest of the approval it comes with. */
  approval: import_chunk_EA47D0348.digestText.nullable(),
  endpoints
});
var admissionReply = (0, import_chunk_CF656EE44.strictObject)({
  self: selfSchema,
  lease: leaseSchema,
  peers: (0, import_chunk_CF656EE44.array)(peerSchema),
  relays: (0, import_chunk_CF656EE44.array)(relaySchema),
  /** Agents that did not answer in time; they may still come. */
  unacknowledged: (0, import_chunk_CF656EE44.array)(nodeName),
  /** Agents whose own config refuses this runner. */
  refused: (0, import_chunk_CF656EE44.array)((0, import_chunk_CF656EE44.strictObject)({ name: nodeName, reason: sentence }))
});
var personNodeRequest = (0, import_chunk_CF656EE44.strictObject)({
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  /** Wished: the device's; it has its address again the next time. */
  name: nodeName,
  /** What was signed: the lease ends no later. */
  notAfter: import_chunk_EA47D0348.timestampText,
  /** By the session's key, over both keys and `notAfter`. */
  signature: signatureText,
  /** By the person's own key over the same, for agents that ask for it. */
  own: (0, import_chunk_CF656EE44.strictObject)({ key: keyText, signature: signatureText }).nullable(),
  endpoints
});
var personNodeReply = admissionReply;
var nodeSummary = (0, import_chunk_CF656EE44.strictObject)({
  ...selfSchema.shape,
  state: (0, import_chunk_CF656EE44._enum)(["active", "suspended"]),
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  connected: (0, import_chunk_CF656EE44.boolean)(),
  /** Whose node it is. */
  person: (0, import_chunk_CF656EE44.strictObject)({ issuer: import_chunk_EA47D0348.issuerUrl, subject: (0, import_chunk_CF656EE44.string)().max(255), session: keyText }).nullable(),
  createdAt: import_chunk_EA47D0348.timestampText
});
var nodeList = (0, import_chunk_CF656EE44.strictObject)({ nodes: (0, import_chunk_CF656EE44.array)(nodeSummary) });
var secretRequest = (0, import_chunk_CF656EE44.strictObject)({
  tags,
  applications: (0, import_chunk_CF656EE44.array)(import_chunk_EA47D0348.applicationName).min(1).max(64),
  environment: import_chunk_EA47D0348.environmentName,
  /** At most an hour. */
  lifetimeSeconds: (0, import_chunk_CF656EE44.int)().min(1).max(3600)
});
var secretReply = (0, import_chunk_CF656EE44.strictObject)({ secret: enrolmentSecret, expiresAt: import_chunk_EA47D0348.timestampText });
var agentApprovalRequest = (0, import_chunk_CF656EE44.strictObject)({ fingerprint: keyText, ...secretRequest.shape });
var agentApprovalReply = (0, import_chunk_CF656EE44.strictObject)({ expiresAt: import_chunk_EA47D0348.timestampText });
var nodePath = (0, import_chunk_CF656EE44.strictObject)({ id: nodeId });
var done = (0, import_chunk_CF656EE44.strictObject)({ done: (0, import_chunk_CF656EE44.literal)(true) });
var keyPath = (0, import_chunk_CF656EE44.strictObject)({ key: keyText });
var tally = {
  digest: import_chunk_EA47D0348.digestText,
  wanted: (0, import_chunk_CF656EE44.int)().min(0),
  given: (0, import_chunk_CF656EE44.int)().min(0),
  notAfter: import_chunk_EA47D0348.timestampText
};
var pendingApproval = (0, import_chunk_CF656EE44.strictObject)({
  kind: (0, import_chunk_CF656EE44.literal)("approval"),
  ...tally,
  application: import_chunk_EA47D0348.applicationName,
  environment: import_chunk_EA47D0348.environmentName,
  sequence: counterNumber,
  action: (0, import_chunk_CF656EE44._enum)(["deploy", "rollback", "revoke"]),
  artifact: (0, import_chunk_CF656EE44.strictObject)({ name: (0, import_chunk_CF656EE44.string)().max(255), digest: import_chunk_EA47D0348.digestText }),
  source: (0, import_chunk_CF656EE44.strictObject)({
    repositoryId: import_chunk_EA47D0348.numericId,
    commit: import_chunk_EA47D0348.commitText,
    ref: import_chunk_EA47D0348.gitRef,
    runId: import_chunk_EA47D0348.numericId,
    actorId: import_chunk_EA47D0348.numericId
  }).nullable()
});
var pendingChange = (0, import_chunk_CF656EE44.strictObject)({
  kind: (0, import_chunk_CF656EE44.literal)("policy-change"),
  ...tally,
  environments: (0, import_chunk_CF656EE44.array)(import_chunk_EA47D0348.environmentName),
  loosens: (0, import_chunk_CF656EE44.array)((0, import_chunk_CF656EE44.string)().max(600)).max(256),
  by: keyText.nullable()
});
var pendingItem = (0, import_chunk_CF656EE44.discriminatedUnion)("kind", [pendingApproval, pendingChange]);
var pendingList = (0, import_chunk_CF656EE44.strictObject)({ items: (0, import_chunk_CF656EE44.array)(pendingItem) });
var pendingReply = (0, import_chunk_CF656EE44.strictObject)({
  item: pendingItem,
  payloadType: (0, import_chunk_CF656EE44.string)().max(255),
  bytes: base64Text,
  /** Ids under `people` of environments.yml. */
  approvedBy: (0, import_chunk_CF656EE44.array)((0, import_chunk_CF656EE44.string)().max(63))
});
var signature = (0, import_chunk_CF656EE44.strictObject)({
  keyid: keyText,
  /** Ed25519 over the DSSE encoding of type and bytes. */
  sig: base64Text.max(88)
});
var voteRequest = (0, import_chunk_CF656EE44.union)([(0, import_chunk_CF656EE44.strictObject)({ token: tokenText }), (0, import_chunk_CF656EE44.strictObject)({ signature })]);
var voteReply = (0, import_chunk_CF656EE44.strictObject)({ given: (0, import_chunk_CF656EE44.int)().min(0), wanted: (0, import_chunk_CF656EE44.int)().min(0) });
var refusalRequest = (0, import_chunk_CF656EE44.strictObject)({ reason: sentence.min(1).max(500) });
var MAX_REPORTED_BYTES = 256 * 1024;
var MAX_REPORT_BYTES = 512 * 1024;
var recoveryReport = (0, import_chunk_CF656EE44.strictObject)({
  /** The largest checkpoint that the agent verified, as a signed note. */
  checkpoint: (0, import_chunk_CF656EE44.string)().max(64 * 1024).nullable(),
  /** The highest sequences that it accepted. */
  ratchets: (0, import_chunk_CF656EE44.array)(
    (0, import_chunk_CF656EE44.strictObject)({
      application: import_chunk_EA47D0348.applicationName,
      environment: import_chunk_EA47D0348.environmentName,
      keyEpoch: import_chunk_EA47D0348.counter,
      sequence: import_chunk_EA47D0348.counter
    })
  ).max(1e3),
  /** Entries of the log that were asked for. */
  entries: (0, import_chunk_CF656EE44.strictObject)({ from: counterNumber, bytes: (0, import_chunk_CF656EE44.array)(base64Text).min(1).max(4096) }).nullable()
});
var recoveryReply = (0, import_chunk_CF656EE44.strictObject)({ wanted: counterNumber.nullable() });
var counts = (0, import_chunk_CF656EE44.record)((0, import_chunk_CF656EE44.string)(), counterNumber);
var recoveryState = (0, import_chunk_CF656EE44.strictObject)({
  recovery: (0, import_chunk_CF656EE44.strictObject)({
    since: import_chunk_EA47D0348.timestampText,
    /** Entries of the log that the backup had, and that stand here by now. */
    restored: counterNumber,
    size: counterNumber,
    /** The largest log that an agent saw. */
    seen: counterNumber,
    /** Agents by name: heard, and not yet. */
    reported: (0, import_chunk_CF656EE44.array)(nodeName),
    awaited: (0, import_chunk_CF656EE44.array)(nodeName),
    /** Why it cannot end by itself. */
    obstacle: sentence.nullable(),
    /** What took effect again, and what a person must do again, by kind of entry. */
    replayed: counts,
    open: counts
  }).nullable()
});
var recoveryEnd = (0, import_chunk_CF656EE44.strictObject)({
  /** What agents saw and nobody has any more is lost. */
  acceptLoss: (0, import_chunk_CF656EE44.boolean)()
});
var recoveryEnded = (0, import_chunk_CF656EE44.strictObject)({ secrets: counterNumber, leases: counterNumber });
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
    request: (0, import_chunk_CF656EE44.strictObject)({}),
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
    request: (0, import_chunk_CF656EE44.strictObject)({}),
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
    request: (0, import_chunk_CF656EE44.strictObject)({}),
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
    request: (0, import_chunk_CF656EE44.strictObject)({}),
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
    request: (0, import_chunk_CF656EE44.strictObject)({}),
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
    request: (0, import_chunk_CF656EE44.strictObject)({}),
    reply: done
  },
  resumeNode: {
    method: "POST",
    path: "/v1/nodes/{id}/resumption",
    summary: "Let a suspended node go on.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: nodePath,
    request: (0, import_chunk_CF656EE44.strictObject)({}),
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
    request: (0, import_chunk_CF656EE44.strictObject)({}),
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
    request: (0, import_chunk_CF656EE44.strictObject)({}),
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
var chunk_LUEEAS33_exports = {};
__export2(chunk_LUEEAS33_exports, {
  plainLine: () => plainLine
});
function plainLine(text) {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
var chunk_DLDCVKX6_exports = {};
__export2(chunk_DLDCVKX6_exports, {
  certificateDigest: () => certificateDigest,
  fetchPinned: () => fetchPinned,
  isPin: () => isPin,
  readAuthority: () => readAuthority
});
var MAX_CA_BYTES = 1024 * 1024;
var TIMEOUT_MS = 15e3;
var PIN = /^sha256:[0-9a-f]{64}$/;
function isPin(text) {
  return PIN.test(text);
}
async function readAuthority(given, url2, resolve) {
  if (isPin(given)) return fetchPinned(url2, given);
  return (0, import_cli8.decodeUtf8)(await (0, import_chunk_2BC21E11.readFileBounded)(resolve(given), MAX_CA_BYTES));
}
function certificateDigest(pem) {
  return (0, import_cli7.formatDigest)((0, import_cli7.sha256)(new import_node_crypto.X509Certificate(pem).raw));
}
async function fetchPinned(url2, pin) {
  if (!url2.startsWith("https:")) {
    throw new import_cli9.SallyportError("CERTIFICATE_UNKNOWN", {
      message: `a pin counts for TLS, and ${JSON.stringify(url2)} has none`,
      help: "address the coordinator by https:"
    });
  }
  const raw = await presentedBy(new URL("/healthz", url2));
  const digest = (0, import_cli7.formatDigest)((0, import_cli7.sha256)(raw));
  if (digest === pin) return new import_node_crypto.X509Certificate(raw).toString();
  throw new import_cli9.SallyportError("CERTIFICATE_UNKNOWN", {
    message: `${url2} shows a certificate with ${digest}, not the pinned ${pin}`,
    help: "compare with what `coordinator serve --tls self` printed; if they differ, somebody stands between"
  });
}
function presentedBy(url2) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const agent = new (process.getBuiltinModule("node:https")).Agent({ proxyEnv: process.env, rejectUnauthorized: false });
  const asked = (0, (process.getBuiltinModule("node:https")).request)(url2, { agent, method: "GET", signal: AbortSignal.timeout(TIMEOUT_MS) });
  asked.on("socket", (socket) => {
    const take = () => {
      resolve(socket.getPeerCertificate().raw);
      asked.destroy();
    };
    socket.once("secureConnect", take);
  });
  asked.on(
    "error",
    (cause) => reject(new import_cli9.SallyportError("HTTP_FAILED", { message: `${url2.origin}: ${(0, import_cli9.messageOf)(cause)}`, cause }))
  );
  return promise.finally(() => agent.destroy());
}
var chunk_HWYOMYN6_exports = {};
__export2(chunk_HWYOMYN6_exports, {
  MAX_ENTRY_BYTES: () => MAX_ENTRY_BYTES,
  emitLogEntry: () => emitLogEntry,
  logEntrySchema: () => logEntrySchema,
  parseLogEntry: () => parseLogEntry
});
var MAX_ENTRY_BYTES = 65535;
var at = { version: (0, import_chunk_CF656EE46.literal)(1), at: import_chunk_EA47D0349.timestampText };
var target = { application: import_chunk_EA47D0349.applicationName, environment: import_chunk_EA47D0349.environmentName };
var person = keyText;
var by = keyText;
var node = { node: nodeId, machineKey: machineKeyText, wireguardKey: wireguardKeyText };
var workload = {
  issuer: (0, import_chunk_CF656EE46.string)().max(500),
  repositoryId: import_chunk_EA47D0349.numericId.nullable(),
  runId: import_chunk_EA47D0349.numericId.nullable(),
  runAttempt: import_chunk_EA47D0349.numericId.nullable()
};
var logEntrySchema = (0, import_chunk_CF656EE46.discriminatedUnion)("type", [
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("key-list"),
    ...at,
    epoch: counterNumber,
    sequence: counterNumber,
    digest: import_chunk_EA47D0349.digestText
  }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("environments"),
    ...at,
    revision: counterNumber,
    digest: import_chunk_EA47D0349.digestText,
    /** `keyid` of the operator key. */
    by: keyText.optional()
  }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("access-rules"),
    ...at,
    revision: counterNumber,
    digest: import_chunk_EA47D0349.digestText,
    by: keyText.nullable()
  }),
  /** A pipeline pushed: what it brought, which may have been registered before. */
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("policy-push"),
    ...at,
    ...workload,
    tokenDigest: import_chunk_EA47D0349.digestText,
    environments: import_chunk_EA47D0349.digestText.nullable(),
    access: import_chunk_EA47D0349.digestText.nullable()
  }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("enrolment-secret"),
    ...at,
    hash: import_chunk_EA47D0349.digestText,
    environment: import_chunk_EA47D0349.environmentName
  }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("enrolment-approval"),
    ...at,
    /** Of the keys of the agent that may join. */
    fingerprint: keyText,
    environment: import_chunk_EA47D0349.environmentName,
    by
  }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("enrolment"),
    ...at,
    ...node,
    name: nodeName,
    environment: import_chunk_EA47D0349.environmentName
  }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("admission"),
    ...at,
    ...node,
    ...target,
    ...workload,
    tokenDigest: import_chunk_EA47D0349.digestText,
    approval: import_chunk_EA47D0349.digestText.nullable(),
    leaseStart: import_chunk_EA47D0349.timestampText,
    leaseEnd: import_chunk_EA47D0349.timestampText,
    agents: (0, import_chunk_CF656EE46.array)(nodeId).max(1e3)
  }),
  /** A person's own node joins, for as long as the session. */
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("person-node"),
    ...at,
    ...node,
    person,
    session: keyText,
    leaseEnd: import_chunk_EA47D0349.timestampText,
    agents: (0, import_chunk_CF656EE46.array)(nodeId).max(1e3)
  }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("refusal"),
    ...at,
    ...workload,
    route: (0, import_chunk_CF656EE46._enum)(["admission", "submission", "signing", "push"]),
    kind: (0, import_chunk_CF656EE46.string)().max(40),
    rule: (0, import_chunk_CF656EE46.string)().max(200).nullable(),
    claim: (0, import_chunk_CF656EE46.string)().max(100).nullable()
  }),
  /** Refusals of principals that match nobody we know, counted over a minute. */
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("refusals"), ...at, count: counterNumber }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("approval"),
    ...at,
    ...target,
    approval: import_chunk_EA47D0349.digestText,
    sequence: counterNumber,
    envelope: import_chunk_EA47D0349.digestText
  }),
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("approval-revoked"), ...at, ...target, approval: import_chunk_EA47D0349.digestText }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("receipt"),
    ...at,
    node: nodeId,
    approval: import_chunk_EA47D0349.digestText,
    receipt: import_chunk_EA47D0349.digestText,
    outcome: (0, import_chunk_CF656EE46.string)().regex(/^[a-z-]{1,40}$/)
  }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("node-end"),
    ...at,
    node: nodeId,
    reason: (0, import_chunk_CF656EE46._enum)(["left", "lease-ended", "session-ended", "revoked"])
  }),
  /** The operator root vouches for the log at this size, after agents saw it contradict itself. */
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("log-clearance"), ...at, size: counterNumber, digest: import_chunk_EA47D0349.digestText }),
  /** A backup of this size was brought back; secrets and leases of before are void. */
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("restored"), ...at, size: counterNumber }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("login"),
    ...at,
    person,
    issuer: (0, import_chunk_CF656EE46.string)().max(500),
    /** `keyid` of the session's key. */
    session: keyText,
    flow: flowName
  }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("login-refused"),
    ...at,
    person,
    rule: (0, import_chunk_CF656EE46.string)().max(200),
    claim: (0, import_chunk_CF656EE46.string)().max(100)
  }),
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("logout"), ...at, person, session: keyText }),
  /** Somebody else ended a person's session. */
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("session-end"), ...at, person, session: keyText, by }),
  /** The key of the person's HMACs is gone: the entries about them lead to nobody. */
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("person-forgotten"), ...at, person: person.nullable(), by }),
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("first-admin"), ...at, person }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("vote"),
    ...at,
    /** Null for one who never had a session: the vote itself says who. */
    person: person.nullable(),
    /** Digest of the statement or of the change of policy. */
    subject: import_chunk_EA47D0349.digestText,
    by: (0, import_chunk_CF656EE46._enum)(["login", "key"])
  }),
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("vote-refused"), ...at, by, subject: import_chunk_EA47D0349.digestText }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("policy-change"),
    ...at,
    /** Of the document that people sign. */
    change: import_chunk_EA47D0349.digestText,
    by: by.nullable(),
    environments: (0, import_chunk_CF656EE46.array)(import_chunk_EA47D0349.environmentName).max(64)
  }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("freeze"),
    ...at,
    environment: import_chunk_EA47D0349.environmentName,
    by,
    until: import_chunk_EA47D0349.timestampText.nullable()
  }),
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("unfreeze"), ...at, environment: import_chunk_EA47D0349.environmentName, by }),
  (0, import_chunk_CF656EE46.strictObject)({
    type: (0, import_chunk_CF656EE46.literal)("break-glass"),
    ...at,
    environment: import_chunk_EA47D0349.environmentName,
    by,
    until: import_chunk_EA47D0349.timestampText,
    /** Of the reason, which the store holds. */
    reason: import_chunk_EA47D0349.digestText
  }),
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("break-glass-end"), ...at, environment: import_chunk_EA47D0349.environmentName, by }),
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("node-suspended"), ...at, node: nodeId }),
  (0, import_chunk_CF656EE46.strictObject)({ type: (0, import_chunk_CF656EE46.literal)("node-resumed"), ...at, node: nodeId })
]);
function emitLogEntry(entry) {
  const bytes = (0, import_cli11.encodeUtf8)(JSON.stringify((0, import_cli10.decode)(logEntrySchema, entry, { source: "the log entry" })));
  if (bytes.length > MAX_ENTRY_BYTES) {
    throw new import_cli12.SallyportError("LIMIT_EXCEEDED", {
      message: `a log entry has ${bytes.length} bytes, at most ${MAX_ENTRY_BYTES} fit`
    });
  }
  return bytes;
}
function parseLogEntry(bytes) {
  const value = (0, import_chunk_CF656EE45.parseStrictJson)(bytes, { source: "the log entry", maxBytes: MAX_ENTRY_BYTES, maxDepth: 4 });
  return (0, import_cli10.decode)(logEntrySchema, value, { source: "the log entry" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_AXPTAZ2E,
  chunk_BBZH2QS2,
  chunk_BGKKW6X2,
  chunk_DLDCVKX6,
  chunk_HWYOMYN6,
  chunk_LUEEAS33,
  chunk_TFFOW3OJ
});
