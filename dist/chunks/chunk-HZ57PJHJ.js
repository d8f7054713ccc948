const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  counterNumber,
  endpoints,
  keyText,
  nodeId,
  sentence
} from "./chunk-D6EZW4BP.js";
import {
  signEd25519,
  verifyEd25519
} from "./chunk-ZYFGNLJL.js";
import {
  array,
  discriminatedUnion,
  literal,
  strictObject,
  string
} from "./chunk-LRBPYAN6.js";
import {
  labelledHash,
  sha256
} from "./chunk-MGJ2JUMM.js";
import {
  decodeBase64url,
  encodeBase64url
} from "./chunk-VOIAD42L.js";

// src/api/messages/stream.ts
var MAX_FRAME_BYTES = 4 * 1024 * 1024;
var MAX_UP_FRAME_BYTES = 64 * 1024;
var signatureText = string().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/);
var challengeSchema = strictObject({
  challenge: keyText,
  coordinator: keyText,
  signature: signatureText
});
var signedFrameSchema = strictObject({
  counter: counterNumber,
  frame: string().max(MAX_FRAME_BYTES),
  signature: signatureText
});
var acknowledgeFrame = strictObject({
  kind: literal("acknowledge"),
  version: counterNumber,
  refused: array(strictObject({ node: nodeId, reason: sentence })).max(256)
});
var endpointsFrame = strictObject({ kind: literal("endpoints"), endpoints });
var upFrame = discriminatedUnion("kind", [acknowledgeFrame, endpointsFrame]);

// src/api/stream-challenge.ts
function signChallenge(challenge, context, key) {
  return {
    challenge: encodeBase64url(challenge),
    coordinator: context.coordinatorId,
    signature: encodeBase64url(signEd25519(key.privateKey, hashOf(challenge, context)))
  };
}
function verifyChallenge(message, context, controlKey) {
  if (message.coordinator !== context.coordinatorId) return void 0;
  const challenge = decodeBase64url(message.challenge);
  const signature = decodeBase64url(message.signature);
  return verifyEd25519(controlKey, hashOf(challenge, context), signature) ? challenge : void 0;
}
function hashOf(challenge, { coordinatorId, upgradeSignature }) {
  return labelledHash("sallyport/challenge/v1", coordinatorId, upgradeSignature, challenge);
}

// src/trust/stream-frame.ts
function signFrame(frame, context, key) {
  return signEd25519(key.privateKey, frameHash(frame, context));
}
function verifyFrame(frame, signature, context, publicKey) {
  return verifyEd25519(publicKey, frameHash(frame, context), signature);
}
function frameHash(frame, { challenge, counter, from }) {
  const counterBytes = new Uint8Array(8);
  new DataView(counterBytes.buffer).setBigUint64(0, BigInt(counter));
  return labelledHash("sallyport/frame/v1", challenge, from, counterBytes, sha256(frame));
}

export {
  MAX_FRAME_BYTES,
  MAX_UP_FRAME_BYTES,
  challengeSchema,
  signedFrameSchema,
  upFrame,
  signChallenge,
  verifyChallenge,
  signFrame,
  verifyFrame
};
