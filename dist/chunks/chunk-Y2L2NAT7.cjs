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
  MAX_FRAME_BYTES: () => MAX_FRAME_BYTES,
  MAX_UP_FRAME_BYTES: () => MAX_UP_FRAME_BYTES,
  challengeSchema: () => challengeSchema,
  signChallenge: () => signChallenge,
  signFrame: () => signFrame,
  signedFrameSchema: () => signedFrameSchema,
  upFrame: () => upFrame,
  verifyChallenge: () => verifyChallenge,
  verifyFrame: () => verifyFrame
});
module.exports = stdin_exports;
var import_chunk_BGKKW6X2 = require("./chunk-BGKKW6X2.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var MAX_FRAME_BYTES = 4 * 1024 * 1024;
var MAX_UP_FRAME_BYTES = 64 * 1024;
var signatureText = (0, import_chunk_PO7UBJRE.string)().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/);
var challengeSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  challenge: import_chunk_BGKKW6X2.keyText,
  coordinator: import_chunk_BGKKW6X2.keyText,
  signature: signatureText
});
var signedFrameSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  counter: import_chunk_BGKKW6X2.counterNumber,
  frame: (0, import_chunk_PO7UBJRE.string)().max(MAX_FRAME_BYTES),
  signature: signatureText
});
var acknowledgeFrame = (0, import_chunk_PO7UBJRE.strictObject)({
  kind: (0, import_chunk_PO7UBJRE.literal)("acknowledge"),
  version: import_chunk_BGKKW6X2.counterNumber,
  refused: (0, import_chunk_PO7UBJRE.array)((0, import_chunk_PO7UBJRE.strictObject)({ node: import_chunk_BGKKW6X2.nodeId, reason: import_chunk_BGKKW6X2.sentence })).max(256)
});
var endpointsFrame = (0, import_chunk_PO7UBJRE.strictObject)({ kind: (0, import_chunk_PO7UBJRE.literal)("endpoints"), endpoints: import_chunk_BGKKW6X2.endpoints });
var upFrame = (0, import_chunk_PO7UBJRE.discriminatedUnion)("kind", [acknowledgeFrame, endpointsFrame]);
function signChallenge(challenge, context, key) {
  return {
    challenge: (0, import_chunk_4NFOMFHU.encodeBase64url)(challenge),
    coordinator: context.coordinatorId,
    signature: (0, import_chunk_4NFOMFHU.encodeBase64url)((0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, hashOf(challenge, context)))
  };
}
function verifyChallenge(message, context, controlKey) {
  if (message.coordinator !== context.coordinatorId) return void 0;
  const challenge = (0, import_chunk_4NFOMFHU.decodeBase64url)(message.challenge);
  const signature = (0, import_chunk_4NFOMFHU.decodeBase64url)(message.signature);
  return (0, import_chunk_BIEF65K5.verifyEd25519)(controlKey, hashOf(challenge, context), signature) ? challenge : void 0;
}
function hashOf(challenge, { coordinatorId, upgradeSignature }) {
  return (0, import_chunk_QW7UKFTH.labelledHash)("sallyport/challenge/v1", coordinatorId, upgradeSignature, challenge);
}
function signFrame(frame, context, key) {
  return (0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, frameHash(frame, context));
}
function verifyFrame(frame, signature, context, publicKey) {
  return (0, import_chunk_BIEF65K5.verifyEd25519)(publicKey, frameHash(frame, context), signature);
}
function frameHash(frame, { challenge, counter, from }) {
  const counterBytes = new Uint8Array(8);
  new DataView(counterBytes.buffer).setBigUint64(0, BigInt(counter));
  return (0, import_chunk_QW7UKFTH.labelledHash)("sallyport/frame/v1", challenge, from, counterBytes, (0, import_chunk_QW7UKFTH.sha256)(frame));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  MAX_FRAME_BYTES,
  MAX_UP_FRAME_BYTES,
  challengeSchema,
  signChallenge,
  signFrame,
  signedFrameSchema,
  upFrame,
  verifyChallenge,
  verifyFrame
});
