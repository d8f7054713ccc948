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
  envelopeSchema: () => envelopeSchema,
  findSigners: () => findSigners,
  preAuthEncoding: () => preAuthEncoding,
  signEnvelope: () => signEnvelope,
  unverifiedPayload: () => unverifiedPayload,
  verifyEnvelope: () => verifyEnvelope
});
module.exports = stdin_exports;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var MAX_SIGNATURES = 32;
var MAX_PAYLOAD_BYTES = 128 * 1024;
var base64 = (0, import_chunk_PO7UBJRE.string)().regex(/^[A-Za-z0-9+/_-]*={0,2}$/);
var envelopeSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  payloadType: (0, import_chunk_PO7UBJRE.string)().min(1).max(255),
  payload: base64.max(4 * Math.ceil(MAX_PAYLOAD_BYTES / 3)),
  signatures: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.strictObject)({ keyid: (0, import_chunk_PO7UBJRE.string)().max(255).optional(), sig: base64.max(1024) })).min(1).max(MAX_SIGNATURES)
});
function preAuthEncoding(payloadType, body) {
  const type = (0, import_chunk_4NFOMFHU.encodeUtf8)(payloadType);
  return (0, import_chunk_4NFOMFHU.concatBytes)((0, import_chunk_4NFOMFHU.encodeUtf8)(`DSSEv1 ${type.length} `), type, (0, import_chunk_4NFOMFHU.encodeUtf8)(` ${body.length} `), body);
}
function signEnvelope(payloadType, body, keys) {
  return {
    payloadType,
    payload: (0, import_chunk_4NFOMFHU.encodeBase64)(body),
    signatures: keys.map((key) => signatureOf(payloadType, body, key))
  };
}
function unverifiedPayload(envelope) {
  return decodeEitherBase64(envelope.payload);
}
function verifyEnvelope(envelope, keys, threshold = 1) {
  const signers = findSigners(envelope, keys);
  if (threshold < 1 || signers.length < threshold) {
    throw new import_chunk_TO5RH7DJ.SallyportError("SIGNATURE_INVALID", {
      message: `${signers.length} of the keys that count here signed, ${threshold} must`
    });
  }
  const bytes = decodeEitherBase64(envelope.payload);
  return { payloadType: envelope.payloadType, bytes, signers };
}
function findSigners(envelope, keys) {
  const message = preAuthEncoding(envelope.payloadType, decodeEitherBase64(envelope.payload));
  const signatures = envelope.signatures.map(({ sig }) => decodeEitherBase64(sig));
  const distinct = new Map(keys.map((key) => [(0, import_chunk_BIEF65K5.keyIdOf)(key), key]));
  return [...distinct.values()].filter(
    (key) => signatures.some((signature) => (0, import_chunk_BIEF65K5.verifyEd25519)(key, message, signature))
  );
}
function signatureOf(payloadType, body, key) {
  const signature = (0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, preAuthEncoding(payloadType, body));
  return { keyid: (0, import_chunk_BIEF65K5.keyIdOf)(key.publicKey), sig: (0, import_chunk_4NFOMFHU.encodeBase64)(signature) };
}
function decodeEitherBase64(text) {
  const isWhole = text.length % 4 === 0;
  const isUrlSafe = /[-_]/.test(text) || !isWhole && !text.endsWith("=");
  if (!isUrlSafe) return (0, import_chunk_4NFOMFHU.decodeBase64)(text);
  return (0, import_chunk_4NFOMFHU.decodeBase64url)(isWhole ? text.replace(/={1,2}$/, "") : text);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  envelopeSchema,
  findSigners,
  preAuthEncoding,
  signEnvelope,
  unverifiedPayload,
  verifyEnvelope
});
