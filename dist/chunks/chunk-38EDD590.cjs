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
  chunk_AUHCZQOL: () => chunk_AUHCZQOL_exports,
  chunk_Y2L2NAT7: () => chunk_Y2L2NAT7_exports,
  chunk_ZXGMBMKT: () => chunk_ZXGMBMKT_exports
});
module.exports = stdin_exports;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_cli = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_BIEF65K52 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli7 = require("../cli.cjs").chunk_4NFOMFHU;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_AUHCZQOL_exports = {};
__export2(chunk_AUHCZQOL_exports, {
  signLogClearance: () => signLogClearance,
  verifyLogClearance: () => verifyLogClearance
});
var LOG_CLEARANCE_PAYLOAD_TYPE = "application/vnd.sallyport.log-clearance+json";
var MAX_BYTES = 4 * 1024;
var clearanceSchema = (0, import_chunk_CF656EE4.strictObject)({
  version: (0, import_chunk_CF656EE4.literal)(1),
  coordinator: import_chunk_EA47D0342.coordinatorIdText,
  issuedAt: import_chunk_EA47D0342.timestampText,
  checkpoint: (0, import_chunk_CF656EE4.strictObject)({
    size: (0, import_chunk_CF656EE4.int)().min(0),
    /** SHA-256, base64. */
    root: (0, import_chunk_CF656EE4.string)().regex(/^[A-Za-z0-9+/]{43}=$/)
  })
});
function signLogClearance({ issuedAt, size, root }, key) {
  const content = {
    version: 1,
    coordinator: (0, import_chunk_BIEF65K5.coordinatorIdOf)(key.publicKey),
    issuedAt: (0, import_cli.formatTimestamp)(issuedAt),
    checkpoint: { size, root: (0, import_cli2.encodeBase64)(root) }
  };
  return (0, import_chunk_EA47D034.signEnvelope)(LOG_CLEARANCE_PAYLOAD_TYPE, (0, import_cli2.encodeUtf8)(JSON.stringify(content)), [key]);
}
function verifyLogClearance(envelope, root) {
  const payload = (0, import_chunk_EA47D034.verifyEnvelope)(envelope, [root]);
  if (payload.payloadType !== LOG_CLEARANCE_PAYLOAD_TYPE) {
    throw new import_cli3.SallyportError("SIGNATURE_INVALID", {
      message: `the root signed a ${JSON.stringify(payload.payloadType)}, not a clearance of the log`
    });
  }
  const limits = { source: "the clearance of the log", maxBytes: MAX_BYTES, maxDepth: 4 };
  const { coordinator, issuedAt, checkpoint } = (0, import_chunk_EA47D0343.decodeDocument)(clearanceSchema, payload.bytes, limits);
  if (coordinator !== (0, import_chunk_BIEF65K5.coordinatorIdOf)(root)) {
    throw new import_cli3.SallyportError("CONFIG_INVALID", {
      message: `the clearance is for another coordinator, ${coordinator}`
    });
  }
  return { issuedAt: (0, import_cli.parseTimestamp)(issuedAt), size: checkpoint.size, root: (0, import_cli2.decodeBase64)(checkpoint.root) };
}
var chunk_Y2L2NAT7_exports = {};
__export2(chunk_Y2L2NAT7_exports, {
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
var MAX_FRAME_BYTES = 4 * 1024 * 1024;
var MAX_UP_FRAME_BYTES = 64 * 1024;
var signatureText = (0, import_chunk_CF656EE42.string)().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/);
var challengeSchema = (0, import_chunk_CF656EE42.strictObject)({
  challenge: import_chunk_8A5887D9.keyText,
  coordinator: import_chunk_8A5887D9.keyText,
  signature: signatureText
});
var signedFrameSchema = (0, import_chunk_CF656EE42.strictObject)({
  counter: import_chunk_8A5887D9.counterNumber,
  frame: (0, import_chunk_CF656EE42.string)().max(MAX_FRAME_BYTES),
  signature: signatureText
});
var acknowledgeFrame = (0, import_chunk_CF656EE42.strictObject)({
  kind: (0, import_chunk_CF656EE42.literal)("acknowledge"),
  version: import_chunk_8A5887D9.counterNumber,
  refused: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.strictObject)({ node: import_chunk_8A5887D9.nodeId, reason: import_chunk_8A5887D9.sentence })).max(256)
});
var endpointsFrame = (0, import_chunk_CF656EE42.strictObject)({ kind: (0, import_chunk_CF656EE42.literal)("endpoints"), endpoints: import_chunk_8A5887D9.endpoints });
var upFrame = (0, import_chunk_CF656EE42.discriminatedUnion)("kind", [acknowledgeFrame, endpointsFrame]);
function signChallenge(challenge, context, key) {
  return {
    challenge: (0, import_cli5.encodeBase64url)(challenge),
    coordinator: context.coordinatorId,
    signature: (0, import_cli5.encodeBase64url)((0, import_chunk_BIEF65K52.signEd25519)(key.privateKey, hashOf(challenge, context)))
  };
}
function verifyChallenge(message, context, controlKey) {
  if (message.coordinator !== context.coordinatorId) return void 0;
  const challenge = (0, import_cli5.decodeBase64url)(message.challenge);
  const signature = (0, import_cli5.decodeBase64url)(message.signature);
  return (0, import_chunk_BIEF65K52.verifyEd25519)(controlKey, hashOf(challenge, context), signature) ? challenge : void 0;
}
function hashOf(challenge, { coordinatorId, upgradeSignature }) {
  return (0, import_cli4.labelledHash)("sallyport/challenge/v1", coordinatorId, upgradeSignature, challenge);
}
function signFrame(frame, context, key) {
  return (0, import_chunk_BIEF65K52.signEd25519)(key.privateKey, frameHash(frame, context));
}
function verifyFrame(frame, signature, context, publicKey) {
  return (0, import_chunk_BIEF65K52.verifyEd25519)(publicKey, frameHash(frame, context), signature);
}
function frameHash(frame, { challenge, counter, from }) {
  const counterBytes = new Uint8Array(8);
  new DataView(counterBytes.buffer).setBigUint64(0, BigInt(counter));
  return (0, import_cli4.labelledHash)("sallyport/frame/v1", challenge, from, counterBytes, (0, import_cli4.sha256)(frame));
}
var chunk_ZXGMBMKT_exports = {};
__export2(chunk_ZXGMBMKT_exports, {
  NO_PEERS: () => NO_PEERS,
  PeerGathering: () => PeerGathering,
  isSameListing: () => isSameListing,
  listPeers: () => listPeers
});
var NO_PEERS = /* @__PURE__ */ new Set();
function listPeers(keys) {
  const sorted = [...keys].sort(compareKeys);
  const bytes = new Uint8Array(32 * sorted.length);
  for (const [index, key] of sorted.entries()) bytes.set(key, 32 * index);
  return { bytes, listing: { count: sorted.length, digest: (0, import_cli6.sha256)(bytes) } };
}
function isSameListing(a, b) {
  return a.count === b.count && compareKeys(a.digest, b.digest) === 0;
}
var PeerGathering = class {
  #listing;
  #bytes;
  #filled = 0;
  constructor(listing) {
    this.#listing = listing;
    this.#bytes = new Uint8Array(32 * listing.count);
  }
  /** @returns the keys (base64) once all are there; `incomplete` before; `wrong` where it is not the granted list */
  take(keys) {
    if (keys.length > this.#bytes.length - this.#filled) return "wrong";
    this.#bytes.set(keys, this.#filled);
    this.#filled += keys.length;
    if (this.#filled < this.#bytes.length) return "incomplete";
    return this.#finish();
  }
  #finish() {
    if (compareKeys((0, import_cli6.sha256)(this.#bytes), this.#listing.digest) !== 0) return "wrong";
    const keys = /* @__PURE__ */ new Set();
    for (let at = 0; at < this.#bytes.length; at += 32)
      keys.add((0, import_cli7.encodeBase64)(this.#bytes.subarray(at, at + 32)));
    return keys;
  }
};
function compareKeys(a, b) {
  for (let index = 0; index < 32; index++) {
    const difference = a[index] - b[index];
    if (difference !== 0) return difference;
  }
  return 0;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_AUHCZQOL,
  chunk_Y2L2NAT7,
  chunk_ZXGMBMKT
});
