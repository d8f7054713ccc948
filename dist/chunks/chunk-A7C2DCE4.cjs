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
  chunk_5RE62PDQ: () => chunk_5RE62PDQ_exports,
  chunk_FZZUDDWV: () => chunk_FZZUDDWV_exports,
  chunk_LX6I7H3G: () => chunk_LX6I7H3G_exports,
  chunk_QWNYZ5AQ: () => chunk_QWNYZ5AQ_exports,
  chunk_UWHXMD75: () => chunk_UWHXMD75_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_4NFOMFHU;
var import_node_crypto = process.getBuiltinModule("node:crypto");
var import_node_crypto2 = process.getBuiltinModule("node:crypto");
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_QWNYZ5AQ_exports = {};
__export2(chunk_QWNYZ5AQ_exports, {
  createChallenge: () => createChallenge,
  createProof: () => createProof,
  emitStunRequest: () => emitStunRequest,
  emitStunResponse: () => emitStunResponse,
  hasRawKeys: () => hasRawKeys,
  isStun: () => isStun,
  nodePrimitives: () => nodePrimitives,
  parseStunRequest: () => parseStunRequest,
  parseStunResponse: () => parseStunResponse,
  publicKeyOfDer: () => publicKeyOfDer,
  verifyProof: () => verifyProof
});
var chunk_5RE62PDQ_exports = {};
__export2(chunk_5RE62PDQ_exports, {
  DATA_HEADER_SIZE: () => DATA_HEADER_SIZE,
  MAC_SIZE: () => MAC_SIZE,
  TAG_SIZE: () => TAG_SIZE,
  emitCookieReply: () => emitCookieReply,
  emitInitiation: () => emitInitiation,
  emitResponse: () => emitResponse,
  firstIndex: () => firstIndex,
  isDataMessage: () => isDataMessage,
  messageKind: () => messageKind,
  parseCookieReply: () => parseCookieReply,
  parseInitiation: () => parseInitiation,
  parseResponse: () => parseResponse,
  readUint32: () => readUint32,
  writeDataHeader: () => writeDataHeader,
  writeUint32: () => writeUint32
});
var INITIATION_SIZE = 148;
var RESPONSE_SIZE = 92;
var COOKIE_REPLY_SIZE = 64;
var DATA_HEADER_SIZE = 16;
var TAG_SIZE = 16;
var DATA_SIZE_MIN = DATA_HEADER_SIZE + TAG_SIZE;
var MAC_SIZE = 16;
var MESSAGE_TYPE = { initiation: 1, response: 2, cookieReply: 3, data: 4 };
function messageKind(datagram) {
  if (datagram.length < DATA_SIZE_MIN || (datagram[1] | datagram[2] | datagram[3]) !== 0) return void 0;
  switch (datagram[0]) {
    case MESSAGE_TYPE.data:
      return "data";
    case MESSAGE_TYPE.initiation:
      return datagram.length === INITIATION_SIZE ? "initiation" : void 0;
    case MESSAGE_TYPE.response:
      return datagram.length === RESPONSE_SIZE ? "response" : void 0;
    case MESSAGE_TYPE.cookieReply:
      return datagram.length === COOKIE_REPLY_SIZE ? "cookieReply" : void 0;
    default:
      return void 0;
  }
}
function parseInitiation(bytes) {
  return {
    sender: readUint32(bytes, 4),
    ephemeral: bytes.subarray(8, 40),
    sealedStatic: bytes.subarray(40, 88),
    sealedTimestamp: bytes.subarray(88, 116)
  };
}
function emitInitiation(message) {
  const bytes = new Uint8Array(INITIATION_SIZE);
  bytes[0] = MESSAGE_TYPE.initiation;
  writeUint32(bytes, 4, message.sender);
  bytes.set(message.ephemeral, 8);
  bytes.set(message.sealedStatic, 40);
  bytes.set(message.sealedTimestamp, 88);
  return bytes;
}
function parseResponse(bytes) {
  return {
    sender: readUint32(bytes, 4),
    receiver: readUint32(bytes, 8),
    ephemeral: bytes.subarray(12, 44),
    sealedEmpty: bytes.subarray(44, 60)
  };
}
function emitResponse(message) {
  const bytes = new Uint8Array(RESPONSE_SIZE);
  bytes[0] = MESSAGE_TYPE.response;
  writeUint32(bytes, 4, message.sender);
  writeUint32(bytes, 8, message.receiver);
  bytes.set(message.ephemeral, 12);
  bytes.set(message.sealedEmpty, 44);
  return bytes;
}
function parseCookieReply(bytes) {
  return {
    receiver: readUint32(bytes, 4),
    nonce: bytes.subarray(8, 32),
    sealedCookie: bytes.subarray(32, 64)
  };
}
function emitCookieReply(message) {
  const bytes = new Uint8Array(COOKIE_REPLY_SIZE);
  bytes[0] = MESSAGE_TYPE.cookieReply;
  writeUint32(bytes, 4, message.receiver);
  bytes.set(message.nonce, 8);
  bytes.set(message.sealedCookie, 32);
  return bytes;
}
function writeDataHeader(bytes, receiver, low, high, at = 0) {
  bytes[at] = MESSAGE_TYPE.data;
  bytes[at + 1] = bytes[at + 2] = bytes[at + 3] = 0;
  writeUint32(bytes, at + 4, receiver);
  writeUint32(bytes, at + 8, low);
  writeUint32(bytes, at + 12, high);
}
function isDataMessage(bytes, at, length) {
  return length >= DATA_SIZE_MIN && bytes[at] === MESSAGE_TYPE.data && (bytes[at + 1] | bytes[at + 2] | bytes[at + 3]) === 0;
}
function firstIndex(bytes) {
  return readUint32(bytes, 4);
}
function readUint32(bytes, at) {
  return (bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24) >>> 0;
}
function writeUint32(bytes, at, value) {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  bytes[at + 3] = value >>> 24;
}
var chunk_FZZUDDWV_exports = {};
__export2(chunk_FZZUDDWV_exports, {
  WASM_PAGE: () => WASM_PAGE,
  engine: () => engine
});
var WASM_PAGE = 65536;
var { WebAssembly: engine } = globalThis;
var assembledBlake2s = () => new Uint8Array(Buffer.from("AGFzbQEAAAABJghgA39/fwBgAX8AYAJ/fwBgAX8AYAF/AGACf38AYAF/AGACf38AAhMBB2JsYWtlMnMGbWVtb3J5AgABAwkIAAECAwQFBgcHFgMEaGFzaAAFBGhtYWMABgRoa2RmAAcK7zMImCwEAXsBewF7AXtBAP0AAAAhA0EQ/QAAACEE/Qxn5glqha5nu3Lzbjw69U+lIQX9DH9SDlGMaAWbq9mDHxnN4Fv9DAAAAAAAAAAAAAAAAAAAAAAgAf0cACAC/RwC/VEhBiADIAAgACAAIAD9XAAA/VYACAH9VgAQAv1WABgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAE/VYADAH9VgAUAv1WABwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAg/VYAKAH9VgAwAv1WADgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAk/VYALAH9VgA0Av1WADwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAA4/VYAEAH9VgAkAv1WADQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAo/VYAIAH9VgA8Av1WABgD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAE/VYAAAH9VgAsAv1WABQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAw/VYACAH9VgAcAv1WAAwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAs/VYAMAH9VgAUAv1WADwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAg/VYAAAH9VgAIAv1WADQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAo/VYADAH9VgAcAv1WACQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAA4/VYAGAH9VgAEAv1WABAD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAc/VYADAH9VgA0Av1WACwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAk/VYABAH9VgAwAv1WADgD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAI/VYAFAH9VgAQAv1WADwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAY/VYAKAH9VgAAAv1WACAD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAk/VYAFAH9VgAIAv1WACgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAA/VYAHAH9VgAQAv1WADwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAA4/VYALAH9VgAYAv1WAAwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAE/VYAMAH9VgAgAv1WADQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAI/VYAGAH9VgAAAv1WACAD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAw/VYAKAH9VgAsAv1WAAwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAQ/VYAHAH9VgA8Av1WAAQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAA0/VYAFAH9VgA4Av1WACQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAw/VYABAH9VgA4Av1WABAD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAU/VYAPAH9VgA0Av1WACgD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAA/VYAGAH9VgAkAv1WACAD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAc/VYADAH9VgAIAv1WACwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAA0/VYAHAH9VgAwAv1WAAwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAs/VYAOAH9VgAEAv1WACQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAU/VYAPAH9VgAgAv1WAAgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAA/VYAEAH9VgAYAv1WACgD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAY/VYAOAH9VgAsAv1WAAAD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAA8/VYAJAH9VgAMAv1WACAD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAw/VYANAH9VgAEAv1WACgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAI/VYAHAH9VgAQAv1WABQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAo/VYAIAH9VgAcAv1WAAQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAI/VYAEAH9VgAYAv1WABQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAA8/VYAJAH9VgAMAv1WADQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAs/VYAOAH9VgAwAv1WAAAD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBkEAQQD9AAAAIAMgBf1R/VH9CwAAQRBBEP0AAAAgBCAG/VH9Uf0LAAALPgBBAP0MZ+YJaoWuZ7ty8248OvVPpUHnzKfQBiAAc/0cAP0LAABBEP0Mf1IOUYxoBZur2YMfGc3gW/0LAAALSAEBf0HAAiECIABBwABLBEADQCABQcAAaiEBIAIgAUEAEAAgAkHAAGohAiAAQcAAayEAIABBwABLDQALCyACIAEgAGpBfxAAC/YBAQF/QcAA/QwAAAAAAAAAAAAAAAAAAAAA/QsAAEHQAP0MAAAAAAAAAAAAAAAAAAAAAP0LAABB4AD9DAAAAAAAAAAAAAAAAAAAAAD9CwAAQfAA/QwAAAAAAAAAAAAAAAAAAAAA/QsAAEGAAf0MAAAAAAAAAAAAAAAAAAAAAP0LAABBkAH9DAAAAAAAAAAAAAAAAAAAAAD9CwAAQaAB/QwAAAAAAAAAAAAAAAAAAAAA/QsAAEGwAf0MAAAAAAAAAAAAAAAAAAAAAP0LAAADQCAB/QwAAAAAAAAAAAAAAAAAAAAA/QsAwAIgAUEQaiEBIAAgAUsNAAsLpwMCAXsBe0GAAUHAAP0AAAD9DDY2NjY2NjY2NjY2NjY2Njb9Uf0LAABBkAFB0AD9AAAA/Qw2NjY2NjY2NjY2NjY2NjY2/VH9CwAAQaABQeAA/QAAAP0MNjY2NjY2NjY2NjY2NjY2Nv1R/QsAAEGwAUHwAP0AAAD9DDY2NjY2NjY2NjY2NjY2Njb9Uf0LAABBoICECBABQYABQcAAQQBBfyAAGxAAIAAEQCAAQcAAEAILQQD9AAAAIQFBEP0AAAAhAkGAAUHAAP0AAAD9DFxcXFxcXFxcXFxcXFxcXFz9Uf0LAABBkAFB0AD9AAAA/QxcXFxcXFxcXFxcXFxcXFxc/VH9CwAAQaABQeAA/QAAAP0MXFxcXFxcXFxcXFxcXFxcXP1R/QsAAEGwAUHwAP0AAAD9DFxcXFxcXFxcXFxcXFxcXFz9Uf0LAABBoICECBABQYABQcAAQQAQAEGAASAB/QsAAEGQASAC/QsAAEGgAf0MAAAAAAAAAAAAAAAAAAAAAP0LAABBsAH9DAAAAAAAAAAAAAAAAAAAAAD9CwAAQYABQeAAQX8QAAsQACABEAEgAEEAEAIgABADCwoAIAAQBCAAEAMLjQECAX8BfyAAEAQgABADQcAAQQD9AAAA/QsAAEHQAEEQ/QAAAP0LAAADQCADIAJBAWo6AMACIANBAWoQBEHAAkEA/QAAAP0LAABB0AJBEP0AAAD9CwAAIAJBBXRBAP0AAAD9CwDAASACQQV0QRD9AAAA/QsA0AFBICEDIAJBAWohAiABIAJLDQALQSEQAws=", "base64"));
var DIGEST_MEMORY_IMPORT = { module: "blake2s", name: "memory" };
var DIGEST_AT = 0;
var HMAC_KEY_AT = 64;
var OUTPUTS_AT = 192;
var INPUT_AT = 320;
var INPUT_MAX = 512;
var DIGEST_MEMORY_END = INPUT_AT + INPUT_MAX;
var IV = [
  1779033703,
  3144134277,
  1013904242,
  2773480762,
  1359893119,
  2600822924,
  528734635,
  1541459225
];
var SIGMA = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0]
];
var BLOCK = 64;
var DIGEST = 32;
var START = Int32Array.from(IV);
var SCHEDULE = Uint8Array.from(
  SIGMA.flatMap((row) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 15, 12, 13, 10, 11].map((at) => row[at]))
);
var INNER_PAD = 909522486;
var OUTER_PAD = 1549556828;
var state = new Int32Array(8);
var words = new Int32Array(BLOCK / 4);
var filled = 0;
var compressed = 0;
var inner = new Int32Array(8);
var outer = new Int32Array(8);
var scalarBlake2s = { hash, mac, hmac, hkdf };
function hash(first, second, out = new Uint8Array(DIGEST)) {
  begin(DIGEST, 0);
  take(first);
  take(second);
  compress(true);
  return takeDigest(out);
}
function mac(key, data, size) {
  begin(size, key.length);
  takeKey(key, 0);
  take(data);
  compress(true);
  return takeDigest(new Uint8Array(size));
}
function hmac(key, data) {
  computeHmac(key, data);
  outer.fill(0);
  return takeDigest(new Uint8Array(DIGEST));
}
function hkdf(salt, input, first, second, third) {
  computeHmac(salt, input);
  keyExpansion();
  expand(void 0, 1, first);
  if (second) expand(first, 2, second);
  if (second && third) expand(second, 3, third);
  inner.fill(0);
  outer.fill(0);
}
function expand(previous, index, out) {
  state.set(inner);
  compressed = BLOCK;
  if (previous) take(previous);
  takeByte(index);
  finishHmac();
  takeDigest(out);
}
function computeHmac(key, data) {
  begin(DIGEST, 0);
  takeKey(key, OUTER_PAD);
  compress(false);
  outer.set(state);
  begin(DIGEST, 0);
  takeKey(key, INNER_PAD);
  take(data);
  finishHmac();
}
function keyExpansion() {
  outer.set(state);
  compressKey(outer, INNER_PAD);
  inner.set(state);
  compressKey(outer, OUTER_PAD);
  outer.set(state);
}
function compressKey(key, pad2) {
  begin(DIGEST, 0);
  words.set(key);
  layPad(pad2);
  compress(false);
}
function finishHmac() {
  compress(true);
  words.set(state);
  state.set(outer);
  compressed = BLOCK;
  filled = DIGEST;
  compress(true);
}
function begin(digestSize, keySize) {
  state.set(START);
  state[0] ^= 16842752 | keySize << 8 | digestSize;
  compressed = 0;
}
function takeKey(key, pad2) {
  take(key);
  layPad(pad2);
}
function layPad(pad2) {
  for (let i = 0; i < words.length; i++) words[i] ^= pad2;
  filled = BLOCK;
}
function take(bytes) {
  for (let i = 0; i < bytes.length; i++) takeByte(bytes[i]);
}
function takeByte(byte) {
  if (filled === BLOCK) compress(false);
  words[filled >>> 2] |= byte << ((filled & 3) << 3);
  filled++;
}
function compress(isLast) {
  compressed += filled;
  mix(state, words, compressed, isLast);
  words.fill(0);
  filled = 0;
}
function takeDigest(digest) {
  for (let i = 0; i < digest.length; i++) digest[i] = state[i >>> 2] >>> ((i & 3) << 3);
  state.fill(0);
  return digest;
}
function mix(h, m, count, isLast) {
  let a0 = h[0];
  let a1 = h[1];
  let a2 = h[2];
  let a3 = h[3];
  let b0 = h[4];
  let b1 = h[5];
  let b2 = h[6];
  let b3 = h[7];
  let c0 = START[0];
  let c1 = START[1];
  let c2 = START[2];
  let c3 = START[3];
  let d0 = START[4] ^ count;
  let d1 = START[5];
  let d2 = isLast ? ~START[6] : START[6];
  let d3 = START[7];
  let swapped = 0;
  for (let at = 0; at < SCHEDULE.length; at += 8) {
    a0 = a0 + b0 + word(m, at) | 0;
    d0 = rotate(d0 ^ a0, 16);
    c0 = c0 + d0 | 0;
    b0 = rotate(b0 ^ c0, 12);
    a0 = a0 + b0 + word(m, at + 1) | 0;
    d0 = rotate(d0 ^ a0, 8);
    c0 = c0 + d0 | 0;
    b0 = rotate(b0 ^ c0, 7);
    a1 = a1 + b1 + word(m, at + 2) | 0;
    d1 = rotate(d1 ^ a1, 16);
    c1 = c1 + d1 | 0;
    b1 = rotate(b1 ^ c1, 12);
    a1 = a1 + b1 + word(m, at + 3) | 0;
    d1 = rotate(d1 ^ a1, 8);
    c1 = c1 + d1 | 0;
    b1 = rotate(b1 ^ c1, 7);
    a2 = a2 + b2 + word(m, at + 4) | 0;
    d2 = rotate(d2 ^ a2, 16);
    c2 = c2 + d2 | 0;
    b2 = rotate(b2 ^ c2, 12);
    a2 = a2 + b2 + word(m, at + 5) | 0;
    d2 = rotate(d2 ^ a2, 8);
    c2 = c2 + d2 | 0;
    b2 = rotate(b2 ^ c2, 7);
    a3 = a3 + b3 + word(m, at + 6) | 0;
    d3 = rotate(d3 ^ a3, 16);
    c3 = c3 + d3 | 0;
    b3 = rotate(b3 ^ c3, 12);
    a3 = a3 + b3 + word(m, at + 7) | 0;
    d3 = rotate(d3 ^ a3, 8);
    c3 = c3 + d3 | 0;
    b3 = rotate(b3 ^ c3, 7);
    swapped = a1;
    a1 = a3;
    a3 = swapped;
    swapped = b0;
    b0 = b1;
    b1 = swapped;
    swapped = b2;
    b2 = b3;
    b3 = swapped;
    swapped = c0;
    c0 = c2;
    c2 = swapped;
    swapped = d0;
    d0 = d3;
    d3 = swapped;
    swapped = d1;
    d1 = d2;
    d2 = swapped;
  }
  h[0] ^= a0 ^ c0;
  h[1] ^= a1 ^ c1;
  h[2] ^= a2 ^ c2;
  h[3] ^= a3 ^ c3;
  h[4] ^= b0 ^ d0;
  h[5] ^= b1 ^ d1;
  h[6] ^= b2 ^ d2;
  h[7] ^= b3 ^ d3;
}
function word(m, at) {
  const index = SCHEDULE[at];
  return m[index];
}
function rotate(word2, by) {
  return word2 >>> by | word2 << 32 - by;
}
var BLOCK2 = 64;
var DIGEST2 = 32;
var PARAMETER = 16842752;
function chooseBlake2s(create = createSimdBlake2s) {
  try {
    const simd = create();
    return (0, import_cli.equalBytes)(knownAnswer(simd), (0, import_cli.decodeBase64)(KNOWN_ANSWER)) ? simd : scalarBlake2s;
  } catch {
    return scalarBlake2s;
  }
}
var KNOWN_ANSWER = "g/Mqbo8Qs8fgeeOptrEmr/fv+RmZndDWD2qpD+4iUJFZ1rWyRgugjc8OTkfIv33Ah7Xx8h4zVFyimaAoZm2S0NoHsIvNdO2+WnKh1BL9BbUh13Ba1BYPKk3zqbBOTFdUk9XJM/k+BJwlsp11hQ8zfarR7aCCmMD3Nf+kv1jNgHB/70mZTIPcwx7SkGGAoAMzBCoxe+C03ORBTA0WeceJ4u4ZYXFraWqNop1jvp+TBirK3OLMs7+byukN9VYCybAahoUQgxbiYfoU+SPj/B4UAw==";
function knownAnswer({ hash: hash2, mac: mac2, hmac: hmac2, hkdf: hkdf2 }) {
  const [salt, input] = [new Uint8Array(DIGEST2).fill(1), new Uint8Array(2 * BLOCK2).fill(2)];
  const outputs = [
    hash2(salt, input),
    hmac2(salt, input),
    hmac2(salt, salt)
  ];
  const digests2 = (0, import_cli.concatBytes)(...outputs, mac2(salt, input, 16));
  hkdf2(salt, input, ...outputs);
  return (0, import_cli.concatBytes)(digests2, ...outputs);
}
function createSimdBlake2s() {
  const { module: module2, memory } = load();
  const digest = memory.subarray(DIGEST_AT, DIGEST_AT + DIGEST2);
  const output = (index) => memory.subarray(OUTPUTS_AT + DIGEST2 * index, OUTPUTS_AT + DIGEST2 * (index + 1));
  const [one, two, three] = [output(0), output(1), output(2)];
  return {
    hash(first, second, out = new Uint8Array(DIGEST2)) {
      const length = first.length + second.length;
      if (length > INPUT_MAX) return scalarBlake2s.hash(first, second, out);
      memory.set(first, INPUT_AT);
      memory.set(second, INPUT_AT + first.length);
      module2.hash(length, PARAMETER | DIGEST2);
      return take2(digest, out);
    },
    mac(key, data, size) {
      if (key.length > DIGEST2 || BLOCK2 + data.length > INPUT_MAX) return scalarBlake2s.mac(key, data, size);
      memory.set(key, INPUT_AT);
      memory.set(data, INPUT_AT + BLOCK2);
      module2.hash(BLOCK2 + data.length, PARAMETER | key.length << 8 | size);
      const mac2 = digest.slice(0, size);
      digest.fill(0);
      return mac2;
    },
    hmac(key, data) {
      if (key.length > BLOCK2 || data.length > INPUT_MAX) return scalarBlake2s.hmac(key, data);
      memory.set(key, HMAC_KEY_AT);
      memory.set(data, INPUT_AT);
      module2.hmac(data.length);
      return take2(digest, new Uint8Array(DIGEST2));
    },
    hkdf(salt, input, first, second, third) {
      if (salt.length > BLOCK2 || input.length > INPUT_MAX) {
        scalarBlake2s.hkdf(salt, input, first, second, third);
        return;
      }
      memory.set(salt, HMAC_KEY_AT);
      memory.set(input, INPUT_AT);
      module2.hkdf(input.length, third ? 3 : second ? 2 : 1);
      take2(one, first);
      if (second) take2(two, second);
      if (third) take2(three, third);
      digest.fill(0);
    }
  };
}
function take2(from, out) {
  out.set(from);
  from.fill(0);
  return out;
}
function load() {
  const memory = new engine.Memory({ initial: 1 });
  const imports = { [DIGEST_MEMORY_IMPORT.module]: { [DIGEST_MEMORY_IMPORT.name]: memory } };
  const { exports: exports2 } = new engine.Instance(new engine.Module(assembledBlake2s()), imports);
  return { module: exports2, memory: new Uint8Array(memory.buffer) };
}
var CONSTANTS = Int32Array.of(1634760805, 857760878, 2036477234, 1797285236);
var working = new Int32Array(16);
function nextBlock(state3, out) {
  load2(state3.key, state3.counter, state3.nonce[0], state3.nonce[1], state3.nonce[2]);
  twentyRounds(working);
  for (let i = 0; i < 4; i++) out[i] = working[i] + CONSTANTS[i];
  for (let i = 0; i < 8; i++) out[4 + i] = working[4 + i] + state3.key[i];
  out[12] = working[12] + state3.counter;
  for (let i = 0; i < 3; i++) out[13 + i] = working[13 + i] + state3.nonce[i];
  working.fill(0);
  state3.counter++;
}
function hchacha20(key, n0, n1, n2, n3) {
  load2(key, n0, n1, n2, n3);
  twentyRounds(working);
  for (let i = 0; i < 4; i++) {
    key[i] = working[i];
    key[4 + i] = working[12 + i];
  }
  working.fill(0);
}
function load2(key, w12, w13, w14, w15) {
  working.set(CONSTANTS);
  working.set(key, 4);
  working[12] = w12;
  working[13] = w13;
  working[14] = w14;
  working[15] = w15;
}
function twentyRounds(x) {
  let a0 = x[0];
  let a1 = x[1];
  let a2 = x[2];
  let a3 = x[3];
  let b0 = x[4];
  let b1 = x[5];
  let b2 = x[6];
  let b3 = x[7];
  let c0 = x[8];
  let c1 = x[9];
  let c2 = x[10];
  let c3 = x[11];
  let d0 = x[12];
  let d1 = x[13];
  let d2 = x[14];
  let d3 = x[15];
  let swapped = 0;
  for (let round = 0; round < 20; round++) {
    a0 = a0 + b0 | 0;
    d0 = rotate2(d0 ^ a0, 16);
    c0 = c0 + d0 | 0;
    b0 = rotate2(b0 ^ c0, 12);
    a0 = a0 + b0 | 0;
    d0 = rotate2(d0 ^ a0, 8);
    c0 = c0 + d0 | 0;
    b0 = rotate2(b0 ^ c0, 7);
    a1 = a1 + b1 | 0;
    d1 = rotate2(d1 ^ a1, 16);
    c1 = c1 + d1 | 0;
    b1 = rotate2(b1 ^ c1, 12);
    a1 = a1 + b1 | 0;
    d1 = rotate2(d1 ^ a1, 8);
    c1 = c1 + d1 | 0;
    b1 = rotate2(b1 ^ c1, 7);
    a2 = a2 + b2 | 0;
    d2 = rotate2(d2 ^ a2, 16);
    c2 = c2 + d2 | 0;
    b2 = rotate2(b2 ^ c2, 12);
    a2 = a2 + b2 | 0;
    d2 = rotate2(d2 ^ a2, 8);
    c2 = c2 + d2 | 0;
    b2 = rotate2(b2 ^ c2, 7);
    a3 = a3 + b3 | 0;
    d3 = rotate2(d3 ^ a3, 16);
    c3 = c3 + d3 | 0;
    b3 = rotate2(b3 ^ c3, 12);
    a3 = a3 + b3 | 0;
    d3 = rotate2(d3 ^ a3, 8);
    c3 = c3 + d3 | 0;
    b3 = rotate2(b3 ^ c3, 7);
    swapped = a1;
    a1 = a3;
    a3 = swapped;
    swapped = b0;
    b0 = b1;
    b1 = swapped;
    swapped = b2;
    b2 = b3;
    b3 = swapped;
    swapped = c0;
    c0 = c2;
    c2 = swapped;
    swapped = d0;
    d0 = d3;
    d3 = swapped;
    swapped = d1;
    d1 = d2;
    d2 = swapped;
  }
  x[0] = a0;
  x[1] = a1;
  x[2] = a2;
  x[3] = a3;
  x[4] = b0;
  x[5] = b1;
  x[6] = b2;
  x[7] = b3;
  x[8] = c0;
  x[9] = c1;
  x[10] = c2;
  x[11] = c3;
  x[12] = d0;
  x[13] = d1;
  x[14] = d2;
  x[15] = d3;
}
function rotate2(word2, by) {
  return word2 << by | word2 >>> 32 - by;
}
var LIMB = 4194304;
var MASK = LIMB - 1;
var WRAP = 20;
var END_OF_BLOCK = 1 << 18;
var MODULUS_END = 1048576;
var factors = new Float64Array(11);
var sum = new Float64Array(6);
var limbs = new Int32Array(6);
var pad = new Int32Array(4);
function beginPoly1305(key) {
  splitIntoLimbs(key[0] & 268435455, key[1] & 268435452, key[2] & 268435452, key[3] & 268435452);
  for (let i = 0; i < 6; i++) {
    factors[5 + i] = limbs[i];
    if (i > 0) factors[i - 1] = limbs[i] * WRAP;
  }
  for (let i = 0; i < 4; i++) pad[i] = key[4 + i];
}
function takePoly1305Block(w0, w1, w2, w3) {
  splitIntoLimbs(w0, w1, w2, w3);
  limbs[5] |= END_OF_BLOCK;
  const h0 = sum[0] + limbs[0];
  const h1 = sum[1] + limbs[1];
  const h2 = sum[2] + limbs[2];
  const h3 = sum[3] + limbs[3];
  const h4 = sum[4] + limbs[4];
  const h5 = sum[5] + limbs[5];
  let carry = 0;
  for (let i = 0; i < 6; i++) {
    carry += h0 * factors[i + 5] + h1 * factors[i + 4] + h2 * factors[i + 3];
    carry += h3 * factors[i + 2] + h4 * factors[i + 1] + h5 * factors[i];
    const kept = carry;
    carry = Math.floor(carry / LIMB);
    sum[i] = kept - carry * LIMB;
  }
  const first = sum[0] + carry * WRAP;
  const rest = Math.floor(first / LIMB);
  sum[0] = first - rest * LIMB;
  sum[1] += rest;
}
function finishPoly1305(out) {
  for (let i = 0; i < 2; i++) {
    const passed = carryThrough();
    sum[0] += 5 * passed;
  }
  for (let i = 0; i < 6; i++) limbs[i] = sum[i];
  sum[0] += 5;
  const remainder = -carryThrough();
  for (let i = 0; i < 6; i++) limbs[i] = limbs[i] & ~remainder | sum[i] & remainder;
  let carry = 0;
  for (let i = 0; i < 4; i++) {
    carry += wordOf(i) + (pad[i] >>> 0);
    out.setUint32(i * 4, carry, true);
    carry = Math.floor(carry / 4294967296);
  }
  factors.fill(0);
  sum.fill(0);
  limbs.fill(0);
  pad.fill(0);
}
function carryThrough() {
  let carry = 0;
  for (let i = 0; i < 6; i++) {
    const size = i < 5 ? LIMB : MODULUS_END;
    const limb = sum[i] + carry;
    carry = Math.floor(limb / size);
    sum[i] = limb - carry * size;
  }
  return carry;
}
function splitIntoLimbs(w0, w1, w2, w3) {
  limbs[0] = w0 & MASK;
  limbs[1] = (w0 >>> 22 | w1 << 10) & MASK;
  limbs[2] = (w1 >>> 12 | w2 << 20) & MASK;
  limbs[3] = w2 >>> 2 & MASK;
  limbs[4] = (w2 >>> 24 | w3 << 8) & MASK;
  limbs[5] = w3 >>> 14;
}
function wordOf(index) {
  switch (index) {
    case 0:
      return (limbs[0] | limbs[1] << 22) >>> 0;
    case 1:
      return (limbs[1] >>> 10 | limbs[2] << 12) >>> 0;
    case 2:
      return (limbs[2] >>> 20 | limbs[3] << 2 | limbs[4] << 24) >>> 0;
    default:
      return (limbs[4] >>> 8 | limbs[5] << 14) >>> 0;
  }
}
var TAG = 16;
var BLOCK3 = 16;
var state2 = { key: new Int32Array(8), counter: 0, nonce: new Int32Array(3) };
var stream = new Int32Array(16);
var lastBlock = new Uint8Array(BLOCK3);
var tag = new Uint8Array(TAG);
var tagView = new DataView(tag.buffer);
function sealShort(key, nonce, plaintext, associated) {
  begin2(key, nonce);
  return seal(plaintext, associated);
}
function openShort(key, nonce, sealed, associated) {
  begin2(key, nonce);
  return open(sealed, associated);
}
function sealExtended(key, nonce, plaintext, associated) {
  beginExtended(key, nonce);
  return seal(plaintext, associated);
}
function openExtended(key, nonce, sealed, associated) {
  beginExtended(key, nonce);
  return open(sealed, associated);
}
function begin2(key, nonce) {
  beginWithKey(key, nonce, 12);
  for (let i = 0; i < 3; i++) state2.nonce[i] = wordAt(nonce, i);
}
function beginExtended(key, nonce) {
  beginWithKey(key, nonce, 24);
  hchacha20(state2.key, wordAt(nonce, 0), wordAt(nonce, 1), wordAt(nonce, 2), wordAt(nonce, 3));
  state2.nonce[0] = 0;
  for (let i = 1; i < 3; i++) state2.nonce[i] = wordAt(nonce, i + 3);
}
function beginWithKey(key, nonce, nonceSize) {
  if (key.length !== 32 || nonce.length !== nonceSize) {
    throw new RangeError(
      `a key of 32 and a nonce of ${nonceSize} bytes, not ${key.length} and ${nonce.length}`
    );
  }
  for (let i = 0; i < 8; i++) state2.key[i] = wordAt(key, i);
  state2.counter = 0;
}
function seal(plaintext, associated) {
  const sealed = new Uint8Array(plaintext.length + TAG);
  beginTag();
  exclusiveOr(plaintext, sealed);
  finishTag(associated, sealed, plaintext.length);
  sealed.set(tag, plaintext.length);
  clear();
  return sealed;
}
function open(sealed, associated) {
  const length = sealed.length - TAG;
  let plaintext;
  if (length >= 0) {
    beginTag();
    finishTag(associated, sealed, length);
    if ((0, import_cli.equalConstantTime)(tag, sealed.subarray(length))) {
      plaintext = new Uint8Array(length);
      exclusiveOr(sealed, plaintext);
    }
  }
  clear();
  return plaintext;
}
function beginTag() {
  nextBlock(state2, stream);
  beginPoly1305(stream);
}
function finishTag(associated, sealed, length) {
  takePadded(associated, associated.length);
  takePadded(sealed, length);
  takePoly1305Block(associated.length, 0, length, 0);
  finishPoly1305(tagView);
}
function takePadded(bytes, length) {
  const whole = length & -BLOCK3;
  for (let at = 0; at < whole; at += BLOCK3) takeBlock(bytes, at);
  if (whole === length) return;
  for (let i = 0; i < BLOCK3; i++) lastBlock[i] = whole + i < length ? bytes[whole + i] : 0;
  takeBlock(lastBlock, 0);
}
function takeBlock(bytes, at) {
  const first = at / 4;
  takePoly1305Block(
    wordAt(bytes, first),
    wordAt(bytes, first + 1),
    wordAt(bytes, first + 2),
    wordAt(bytes, first + 3)
  );
}
function exclusiveOr(bytes, out) {
  const length = Math.min(bytes.length, out.length);
  for (let i = 0; i < length; i++) {
    if ((i & 63) === 0) nextBlock(state2, stream);
    out[i] = bytes[i] ^ stream[(i & 63) >>> 2] >>> ((i & 3) << 3);
  }
}
function clear() {
  state2.key.fill(0);
  stream.fill(0);
}
function wordAt(bytes, index) {
  const at = index * 4;
  return bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24;
}
var KEY_SIZE = 32;
var PRIVATE_PREFIX = Uint8Array.from([
  48,
  46,
  2,
  1,
  0,
  48,
  5,
  6,
  3,
  43,
  101,
  110,
  4,
  34,
  4,
  32
]);
var PUBLIC_PREFIX = Uint8Array.from([
  48,
  42,
  48,
  5,
  6,
  3,
  43,
  101,
  110,
  3,
  33,
  0
]);
function derOfPrivateKey(bytes) {
  return Buffer.concat([PRIVATE_PREFIX, bytes]);
}
function derOfPublicKey(bytes) {
  return Buffer.concat([PUBLIC_PREFIX, bytes]);
}
function publicKeyOfDer(der) {
  return new Uint8Array(der.subarray(der.length - KEY_SIZE));
}
var known;
function hasRawKeys() {
  known ??= takesRawKey();
  return known;
}
function takesRawKey() {
  try {
    const basePoint = Uint8Array.from({ length: KEY_SIZE }, (_, index) => index === 0 ? 9 : 0);
    (0, import_node_crypto2.createPublicKey)({
      key: basePoint,
      format: "raw-public",
      asymmetricKeyType: "x25519"
    });
    return true;
  } catch {
    return false;
  }
}
var ZERO_NONCE = new Uint8Array(12);
var nodePrimitives = {
  name: "node",
  importPrivateKey: (bytes) => ({ bytes, handle: importRaw(bytes, "raw-private") }),
  importPublicKey: (bytes) => ({ bytes, handle: importRaw(bytes, "raw-public") }),
  publicOf: (key) => exportRaw((0, import_node_crypto.createPublicKey)(key.handle)),
  agree,
  hash: (first, second, out) => digests().hash(first, second, out),
  hmac: (key, data) => digests().hmac(key, data),
  hkdf: (salt, input, first, second, third) => digests().hkdf(salt, input, first, second, third),
  mac: (key, data) => digests().mac(key, data, MAC_SIZE),
  seal: (key, plaintext, associated) => sealShort(key, ZERO_NONCE, plaintext, associated),
  open: (key, sealed, associated) => openShort(key, ZERO_NONCE, sealed, associated),
  sealExtended,
  openExtended
};
var chosen;
function digests() {
  chosen ??= chooseBlake2s();
  return chosen;
}
function agree(mine, theirs) {
  try {
    const privateKey = mine.handle;
    return (0, import_node_crypto.diffieHellman)({ privateKey, publicKey: theirs.handle });
  } catch {
    return void 0;
  }
}
function importRaw(bytes, format) {
  if (!hasRawKeys()) {
    return format === "raw-private" ? (0, import_node_crypto.createPrivateKey)({ key: derOfPrivateKey(bytes), format: "der", type: "pkcs8" }) : (0, import_node_crypto.createPublicKey)({ key: derOfPublicKey(bytes), format: "der", type: "spki" });
  }
  const create = format === "raw-private" ? import_node_crypto.createPrivateKey : import_node_crypto.createPublicKey;
  const traces = Error;
  const limit = traces.stackTraceLimit;
  traces.stackTraceLimit = void 0;
  try {
    return create({ key: bytes, format, asymmetricKeyType: "x25519" });
  } finally {
    traces.stackTraceLimit = limit;
  }
}
function exportRaw(key) {
  if (!hasRawKeys()) return publicKeyOfDer(key.export({ format: "der", type: "spki" }));
  return toBytes(key.export({ format: "raw-public" }));
}
function toBytes(buffer) {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
var POLYNOMIAL = 3988292384;
function crc32(bytes) {
  let remainder = -1;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) remainder = remainder >>> 1 ^ POLYNOMIAL & -(remainder & 1);
  }
  return ~remainder >>> 0;
}
var HEADER_SIZE = 20;
var COOKIE = Uint8Array.of(33, 18, 164, 66);
var BINDING_REQUEST = 1;
var BINDING_SUCCESS = 257;
var MAPPED_ADDRESS = 1;
var XOR_MAPPED_ADDRESS = 32;
var XOR_MAPPED_ADDRESS_OLD = 32800;
var SOFTWARE = 32802;
var FINGERPRINT = 32808;
var FINGERPRINT_MASK = 1398035790;
var MAX_SIZE = 1280;
var STUN_SOFTWARE = "sallyport";
function isStun(bytes) {
  return bytes.length >= HEADER_SIZE && (bytes[0] & 192) === 0 && (0, import_cli.equalBytes)(bytes.subarray(4, 8), COOKIE);
}
function emitStunRequest(transaction) {
  return emit(BINDING_REQUEST, transaction, [attribute(SOFTWARE, (0, import_cli.encodeUtf8)(STUN_SOFTWARE))]);
}
function parseStunRequest(bytes) {
  const attributes = parse(bytes, BINDING_REQUEST);
  if (!attributes?.fingerprinted) return void 0;
  const software = attributes.list.find((each) => each.type === SOFTWARE);
  if (!software || !(0, import_cli.equalBytes)(software.value, (0, import_cli.encodeUtf8)(STUN_SOFTWARE))) return void 0;
  return (0, import_cli.copyBytes)(bytes, 8, HEADER_SIZE);
}
function emitStunResponse(transaction, observed) {
  const { address, port } = observed;
  const value = new Uint8Array(4 + address.bytes.length);
  value[1] = address.family === 4 ? 1 : 2;
  new DataView(value.buffer).setUint16(2, port);
  value.set(address.bytes, 4);
  applyMask(value, transaction);
  return emit(BINDING_SUCCESS, transaction, [attribute(XOR_MAPPED_ADDRESS, value)]);
}
function parseStunResponse(bytes) {
  const attributes = parse(bytes, BINDING_SUCCESS);
  if (!attributes) return void 0;
  const transaction = (0, import_cli.copyBytes)(bytes, 8, HEADER_SIZE);
  for (const type of [XOR_MAPPED_ADDRESS, XOR_MAPPED_ADDRESS_OLD, MAPPED_ADDRESS]) {
    const found = attributes.list.find((each) => each.type === type);
    const observed = found && readAddress((0, import_cli.copyBytes)(found.value), type === MAPPED_ADDRESS ? void 0 : transaction);
    if (observed) return { transaction, observed };
  }
  return void 0;
}
function parse(bytes, type) {
  if (!isStun(bytes) || bytes.length > MAX_SIZE) return void 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint16(0) !== type || view.getUint16(2) !== bytes.length - HEADER_SIZE) return void 0;
  const list = [];
  let at = HEADER_SIZE;
  while (at + 4 <= bytes.length) {
    const length = view.getUint16(at + 2);
    const end = at + 4 + length;
    if (end > bytes.length) return void 0;
    const found = { type: view.getUint16(at), value: bytes.subarray(at + 4, end) };
    if (found.type === FINGERPRINT) {
      const right = length === 4 && end === bytes.length && view.getUint32(at + 4) === fingerprint(bytes.subarray(0, at));
      return right ? { list, fingerprinted: true } : void 0;
    }
    list.push(found);
    at = end + (-length & 3);
  }
  return at === bytes.length ? { list, fingerprinted: false } : void 0;
}
function emit(type, transaction, attributes) {
  const body = (0, import_cli.concatBytes)(...attributes);
  const bytes = new Uint8Array(HEADER_SIZE + body.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, type);
  view.setUint16(2, body.length + 8);
  bytes.set(COOKIE, 4);
  bytes.set(transaction, 8);
  bytes.set(body, HEADER_SIZE);
  const at = HEADER_SIZE + body.length;
  view.setUint16(at, FINGERPRINT);
  view.setUint16(at + 2, 4);
  view.setUint32(at + 4, fingerprint(bytes.subarray(0, at)));
  return bytes;
}
function attribute(type, value) {
  const bytes = new Uint8Array(4 + value.length + (-value.length & 3));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, type);
  view.setUint16(2, value.length);
  bytes.set(value, 4);
  return bytes;
}
function readAddress(value, transaction) {
  const length = value[1] === 1 ? 4 : value[1] === 2 ? 16 : 0;
  if (length === 0 || value.length !== 4 + length) return void 0;
  if (transaction) applyMask(value, transaction);
  const port = value[2] << 8 | value[3];
  return { address: { family: length === 4 ? 4 : 6, bytes: (0, import_cli.copyBytes)(value, 4) }, port };
}
function applyMask(value, transaction) {
  value[2] ^= COOKIE[0];
  value[3] ^= COOKIE[1];
  for (let i = 4; i < value.length; i++) value[i] ^= i < 8 ? COOKIE[i - 4] : transaction[i - 8];
}
function fingerprint(bytes) {
  return (crc32(bytes) ^ FINGERPRINT_MASK) >>> 0;
}
var LABEL = (0, import_cli.encodeUtf8)("sallyport/relay-login/v1");
function createChallenge(crypto, seed) {
  const privateKey = crypto.importPrivateKey((0, import_cli.copyBytes)(seed, 0, 32));
  return { privateKey, challenge: { ephemeral: crypto.publicOf(privateKey), nonce: (0, import_cli.copyBytes)(seed, 32, 64) } };
}
function createProof(crypto, input) {
  const { challenge, privateKey } = input;
  const shared = crypto.agree(privateKey, crypto.importPublicKey(challenge.ephemeral));
  return shared && proofOf(crypto, shared, input.publicKey, input.relay, challenge);
}
function verifyProof(crypto, secret, login, relay) {
  const shared = crypto.agree(secret.privateKey, crypto.importPublicKey(login.publicKey));
  if (!shared) return false;
  return (0, import_cli.equalConstantTime)(proofOf(crypto, shared, login.publicKey, relay, secret.challenge), login.proof);
}
function proofOf(crypto, shared, publicKey, relay, challenge) {
  const name = (0, import_cli.encodeUtf8)(relay);
  const key = crypto.hmac(shared, LABEL);
  shared.fill(0);
  return crypto.hmac(
    key,
    (0, import_cli.concatBytes)(challenge.ephemeral, challenge.nonce, publicKey, (0, import_cli.uint32be)(name.length), name)
  );
}
var chunk_UWHXMD75_exports = {};
__export2(chunk_UWHXMD75_exports, {
  RELAY_FRAME_MAX: () => RELAY_FRAME_MAX,
  RELAY_PACKET_MAX: () => RELAY_PACKET_MAX,
  RELAY_PEERS_MAX: () => RELAY_PEERS_MAX,
  RELAY_PROTOCOL: () => RELAY_PROTOCOL,
  emitFrame: () => emitFrame,
  parseFrame: () => parseFrame
});
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
      return (0, import_cli2.concatBytes)(type, Uint8Array.of(RELAY_VERSION), frame.ephemeral, frame.nonce);
    case "login":
      return (0, import_cli2.concatBytes)(type, frame.publicKey, frame.proof, frame.credential);
    case "welcome":
      return (0, import_cli2.concatBytes)(type, emitWelcome(frame.maxPacket, frame.keepaliveSeconds));
    case "send":
      return (0, import_cli2.concatBytes)(type, frame.destination, frame.packet);
    case "receive":
      return (0, import_cli2.concatBytes)(type, frame.source, frame.packet);
    case "gone":
      return (0, import_cli2.concatBytes)(type, frame.publicKey, Uint8Array.of(GONE_REASONS.indexOf(frame.reason)));
    case "keepalive":
      return type;
    case "refused":
      return (0, import_cli2.concatBytes)(type, Uint8Array.of(REFUSED_REASONS.indexOf(frame.reason)));
    case "renewal":
      return (0, import_cli2.concatBytes)(type, frame.credential);
    case "peers":
      return (0, import_cli2.concatBytes)(type, frame.keys);
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
var chunk_LX6I7H3G_exports = {};
__export2(chunk_LX6I7H3G_exports, {
  TAG_SIZE: () => TAG_SIZE2,
  openBytes: () => openBytes,
  scratchOf: () => scratchOf,
  sealBytes: () => sealBytes
});
var TAG_SIZE2 = 16;
var SCRATCH_SIZE = 65536 + 2 * TAG_SIZE2;
var scratches = /* @__PURE__ */ new WeakMap();
function scratchOf(aead) {
  const known2 = scratches.get(aead);
  if (known2) return known2;
  const made = { incoming: aead.allocate(SCRATCH_SIZE), outgoing: aead.allocate(SCRATCH_SIZE) };
  scratches.set(aead, made);
  return made;
}
function sealBytes(aead, key, low, high, plaintext) {
  const arena = scratchOf(aead).outgoing;
  arena.bytes.set(plaintext);
  key.seal(low, high, arena, 0, plaintext.length);
  return new Uint8Array(arena.bytes.subarray(0, plaintext.length + TAG_SIZE2));
}
function openBytes(aead, key, low, high, sealed) {
  const arena = scratchOf(aead).incoming;
  if (sealed.length > arena.bytes.length) return void 0;
  arena.bytes.set(sealed);
  if (!key.open(low, high, arena, 0, sealed.length)) return void 0;
  return new Uint8Array(arena.bytes.subarray(0, sealed.length - TAG_SIZE2));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_5RE62PDQ,
  chunk_FZZUDDWV,
  chunk_LX6I7H3G,
  chunk_QWNYZ5AQ,
  chunk_UWHXMD75
});
