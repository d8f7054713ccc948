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
  RELAY_FRAME_MAX: () => RELAY_FRAME_MAX,
  RELAY_PACKET_MAX: () => RELAY_PACKET_MAX,
  RELAY_PEERS_MAX: () => RELAY_PEERS_MAX,
  RELAY_PROTOCOL: () => RELAY_PROTOCOL,
  emitFrame: () => emitFrame,
  parseFrame: () => parseFrame
});
module.exports = stdin_exports;
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var RELAY_VERSION = 2;
var RELAY_PROTOCOL = "sallyport-relay.v1";
var RELAY_PACKET_MAX = 2048;
var RELAY_CREDENTIAL_MAX = 8192;
var RELAY_PEERS_MAX = 128;
var RELAY_FRAME_MAX = 1 + 64 + RELAY_CREDENTIAL_MAX;
var TYPE = {
  challenge: 1,
  login: 2,
  welcome: 3,
  send: 4,
  receive: 5,
  gone: 6,
  keepalive: 7,
  refused: 8,
  renewal: 9,
  peers: 10
};
var GONE_REASONS = ["left", "unknown"];
var REFUSED_REASONS = [
  "proof",
  "no-edge",
  "rate",
  "replaced",
  "malformed",
  "closing",
  "token",
  "quota"
];
function emitFrame(frame) {
  const type = Uint8Array.of(TYPE[frame.kind]);
  switch (frame.kind) {
    case "challenge":
      return (0, import_chunk_4NFOMFHU.concatBytes)(type, Uint8Array.of(RELAY_VERSION), frame.ephemeral, frame.nonce);
    case "login":
      return (0, import_chunk_4NFOMFHU.concatBytes)(type, frame.publicKey, frame.proof, frame.credential);
    case "welcome":
      return (0, import_chunk_4NFOMFHU.concatBytes)(type, emitWelcome(frame.maxPacket, frame.keepaliveSeconds));
    case "send":
      return (0, import_chunk_4NFOMFHU.concatBytes)(type, frame.destination, frame.packet);
    case "receive":
      return (0, import_chunk_4NFOMFHU.concatBytes)(type, frame.source, frame.packet);
    case "gone":
      return (0, import_chunk_4NFOMFHU.concatBytes)(type, frame.publicKey, Uint8Array.of(GONE_REASONS.indexOf(frame.reason)));
    case "keepalive":
      return type;
    case "refused":
      return (0, import_chunk_4NFOMFHU.concatBytes)(type, Uint8Array.of(REFUSED_REASONS.indexOf(frame.reason)));
    case "renewal":
      return (0, import_chunk_4NFOMFHU.concatBytes)(type, frame.credential);
    case "peers":
      return (0, import_chunk_4NFOMFHU.concatBytes)(type, frame.keys);
  }
}
function parseFrame(bytes) {
  if (bytes.length > RELAY_FRAME_MAX) return void 0;
  const body = bytes.subarray(1);
  switch (bytes[0]) {
    case TYPE.challenge:
      if (body.length !== 65 || body[0] !== RELAY_VERSION) return void 0;
      return { kind: "challenge", ephemeral: body.subarray(1, 33), nonce: body.subarray(33) };
    case TYPE.login:
      if (body.length <= 64 || body.length > 64 + RELAY_CREDENTIAL_MAX) return void 0;
      return {
        kind: "login",
        publicKey: body.subarray(0, 32),
        proof: body.subarray(32, 64),
        credential: body.subarray(64)
      };
    case TYPE.welcome:
      return body.length === 6 ? parseWelcome(body) : void 0;
    case TYPE.send:
      if (!holdsPacket(body)) return void 0;
      return { kind: "send", destination: body.subarray(0, 32), packet: body.subarray(32) };
    case TYPE.receive:
      if (!holdsPacket(body)) return void 0;
      return { kind: "receive", source: body.subarray(0, 32), packet: body.subarray(32) };
    case TYPE.gone: {
      const reason = GONE_REASONS[body[32] ?? GONE_REASONS.length];
      return body.length === 33 && reason ? { kind: "gone", publicKey: body.subarray(0, 32), reason } : void 0;
    }
    case TYPE.keepalive:
      return body.length === 0 ? { kind: "keepalive" } : void 0;
    case TYPE.refused: {
      const reason = REFUSED_REASONS[body[0] ?? REFUSED_REASONS.length];
      return body.length === 1 && reason ? { kind: "refused", reason } : void 0;
    }
    case TYPE.renewal:
      if (body.length === 0 || body.length > RELAY_CREDENTIAL_MAX) return void 0;
      return { kind: "renewal", credential: body };
    case TYPE.peers:
      if (body.length === 0 || body.length > 32 * RELAY_PEERS_MAX || body.length % 32 !== 0) return void 0;
      return { kind: "peers", keys: body };
    default:
      return void 0;
  }
}
function holdsPacket(body) {
  return body.length > 32 && body.length <= 32 + RELAY_PACKET_MAX;
}
function emitWelcome(maxPacket, keepaliveSeconds) {
  const bytes = new Uint8Array(6);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, maxPacket);
  view.setUint16(4, keepaliveSeconds);
  return bytes;
}
function parseWelcome(body) {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const maxPacket = view.getUint32(0);
  const keepaliveSeconds = view.getUint16(4);
  if (maxPacket > RELAY_PACKET_MAX || keepaliveSeconds === 0) return void 0;
  return { kind: "welcome", maxPacket, keepaliveSeconds };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  RELAY_FRAME_MAX,
  RELAY_PACKET_MAX,
  RELAY_PEERS_MAX,
  RELAY_PROTOCOL,
  emitFrame,
  parseFrame
});
