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
module.exports = stdin_exports;
var import_chunk_BGKKW6X2 = require("./chunk-BGKKW6X2.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var SIGNATURE_WINDOW = 60 * import_chunk_GEUJANHY.SECOND;
var NONCE_LIFETIME = 180 * import_chunk_GEUJANHY.SECOND;
var NONCE_BYTES = 16;
var MAX_HEADER_LENGTH = 1024;
var REQUEST_COMPONENTS = '("@method" "@target-uri" "content-digest")';
var RESPONSE_COMPONENTS = '("@status" "content-digest" "signature";req;key="sig")';
var REQUEST_INPUT = /^sig=(\("@method" "@target-uri" "content-digest"\);created=(\d{1,12});nonce="([A-Za-z0-9_-]{22})";keyid="([A-Za-z0-9_-]{43})";alg="ed25519";tag="sallyport:([A-Za-z0-9_-]{43})")$/;
var RESPONSE_INPUT = /^sig=(\("@status" "content-digest" "signature";req;key="sig"\);created=(\d{1,12});keyid="([A-Za-z0-9_-]{43})";alg="ed25519";tag="sallyport:([A-Za-z0-9_-]{43})")$/;
var SIGNATURE = /^sig=:([A-Za-z0-9+/]{86}==):$/;
function signRequest(request, signer, nonce) {
  if (nonce.length !== NONCE_BYTES) throw new Error(`a nonce has ${NONCE_BYTES} bytes, not ${nonce.length}`);
  const digest = contentDigest(request.body);
  const parameters = `${REQUEST_COMPONENTS};created=${seconds(signer.now)};nonce="${(0, import_chunk_4NFOMFHU.encodeBase64url)(nonce)}"${trailer(signer)}`;
  return headersOf(digest, parameters, requestBase(request, digest, parameters), signer);
}
function peekRequestKeyId(headers) {
  return match(REQUEST_INPUT, headers["signature-input"])?.[4];
}
function verifyRequest(request, headers, expected) {
  if (!isComplete(headers)) return { kind: "refused", code: "missing" };
  const input = match(REQUEST_INPUT, headers["signature-input"]);
  if (!input) return { kind: "refused", code: "malformed" };
  const [, parameters, created, nonce, keyId, coordinatorId] = input;
  const base = requestBase(request, headers["content-digest"], parameters);
  const stated = { keyId, nonce, created, coordinatorId };
  return judge(stated, { base, headers, body: request.body }, expected);
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
  return `sha-256=:${(0, import_chunk_4NFOMFHU.encodeBase64)((0, import_chunk_QW7UKFTH.sha256)(body))}:`;
}
function judge(stated, signed, expected) {
  if (stated.coordinatorId !== expected.coordinatorId) return { kind: "refused", code: "coordinator" };
  if (stated.keyId !== (0, import_chunk_BIEF65K5.keyIdOf)(expected.publicKey)) return { kind: "refused", code: "key" };
  if (signed.headers["content-digest"] !== contentDigest(signed.body))
    return { kind: "refused", code: "digest" };
  const signature = decodeSignature(signed.headers.signature);
  if (!signature) return { kind: "refused", code: "malformed" };
  if (!(0, import_chunk_BIEF65K5.verifyEd25519)(expected.publicKey, signed.base, signature))
    return { kind: "refused", code: "signature" };
  const created = Number(stated.created) * import_chunk_GEUJANHY.SECOND;
  if (Math.abs(expected.now - created) > SIGNATURE_WINDOW) return { kind: "refused", code: "skew", created };
  return { kind: "verified", keyId: stated.keyId, nonce: stated.nonce, created };
}
function requestBase({ method, targetUri }, digest, parameters) {
  return (0, import_chunk_4NFOMFHU.encodeUtf8)(
    [
      `"@method": ${method}`,
      `"@target-uri": ${targetUri}`,
      `"content-digest": ${digest}`,
      `"@signature-params": ${parameters}`
    ].join("\n")
  );
}
function responseBase({ status, requestSignature }, digest, parameters) {
  return (0, import_chunk_4NFOMFHU.encodeUtf8)(
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
    signature: `sig=:${(0, import_chunk_4NFOMFHU.encodeBase64)((0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, base))}:`
  };
}
function trailer({ key, coordinatorId }) {
  return `;keyid="${(0, import_chunk_BIEF65K5.keyIdOf)(key.publicKey)}";alg="ed25519";tag="sallyport:${coordinatorId}"`;
}
function seconds(now) {
  return Math.floor(now / import_chunk_GEUJANHY.SECOND);
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
  return (0, import_chunk_4NFOMFHU.encodeBase64)(bytes) === text ? bytes : void 0;
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
var problemSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  problem: (0, import_chunk_PO7UBJRE.strictObject)({
    kind: (0, import_chunk_PO7UBJRE._enum)(Object.keys(PROBLEMS)),
    message: import_chunk_BGKKW6X2.sentence,
    help: import_chunk_BGKKW6X2.sentence.optional(),
    /** The trust rule or floor that refused, as a place: `rules[2]`, `environments.production.floor`. */
    rule: (0, import_chunk_PO7UBJRE.string)().max(200).optional(),
    claim: (0, import_chunk_PO7UBJRE.string)().max(100).optional(),
    /** The coordinator's time: with `skew`, what to set the clock by. */
    time: import_chunk_UESRXYTB.timestampText
  })
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  NONCE_BYTES,
  NONCE_LIFETIME,
  PROBLEMS,
  peekRequestKeyId,
  problemSchema,
  signRequest,
  signResponse,
  verifyRequest,
  verifyResponse
});
