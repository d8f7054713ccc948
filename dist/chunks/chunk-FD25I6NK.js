const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  keyIdOf,
  signEd25519,
  verifyEd25519
} from "./chunk-ZYFGNLJL.js";
import {
  array,
  strictObject,
  string
} from "./chunk-LRBPYAN6.js";
import {
  concatBytes,
  decodeBase64,
  decodeBase64url,
  encodeBase64,
  encodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/trust/dsse.ts
var MAX_SIGNATURES = 32;
var MAX_PAYLOAD_BYTES = 128 * 1024;
var base64 = string().regex(/^[A-Za-z0-9+/_-]*={0,2}$/);
var envelopeSchema = strictObject({
  payloadType: string().min(1).max(255),
  payload: base64.max(4 * Math.ceil(MAX_PAYLOAD_BYTES / 3)),
  signatures: array(strictObject({ keyid: string().max(255).optional(), sig: base64.max(1024) })).min(1).max(MAX_SIGNATURES)
});
function preAuthEncoding(payloadType, body) {
  const type = encodeUtf8(payloadType);
  return concatBytes(encodeUtf8(`DSSEv1 ${type.length} `), type, encodeUtf8(` ${body.length} `), body);
}
function signEnvelope(payloadType, body, keys) {
  return {
    payloadType,
    payload: encodeBase64(body),
    signatures: keys.map((key) => signatureOf(payloadType, body, key))
  };
}
function unverifiedPayload(envelope) {
  return decodeEitherBase64(envelope.payload);
}
function verifyEnvelope(envelope, keys, threshold = 1) {
  const signers = findSigners(envelope, keys);
  if (threshold < 1 || signers.length < threshold) {
    throw new SallyportError("SIGNATURE_INVALID", {
      message: `${signers.length} of the keys that count here signed, ${threshold} must`
    });
  }
  const bytes = decodeEitherBase64(envelope.payload);
  return { payloadType: envelope.payloadType, bytes, signers };
}
function findSigners(envelope, keys) {
  const message = preAuthEncoding(envelope.payloadType, decodeEitherBase64(envelope.payload));
  const signatures = envelope.signatures.map(({ sig }) => decodeEitherBase64(sig));
  const distinct = new Map(keys.map((key) => [keyIdOf(key), key]));
  return [...distinct.values()].filter(
    (key) => signatures.some((signature) => verifyEd25519(key, message, signature))
  );
}
function signatureOf(payloadType, body, key) {
  const signature = signEd25519(key.privateKey, preAuthEncoding(payloadType, body));
  return { keyid: keyIdOf(key.publicKey), sig: encodeBase64(signature) };
}
function decodeEitherBase64(text) {
  const isWhole = text.length % 4 === 0;
  const isUrlSafe = /[-_]/.test(text) || !isWhole && !text.endsWith("=");
  if (!isUrlSafe) return decodeBase64(text);
  return decodeBase64url(isWhole ? text.replace(/={1,2}$/, "") : text);
}

export {
  envelopeSchema,
  preAuthEncoding,
  signEnvelope,
  unverifiedPayload,
  verifyEnvelope,
  findSigners
};
