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
module.exports = stdin_exports;
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  DATA_HEADER_SIZE,
  MAC_SIZE,
  TAG_SIZE,
  emitCookieReply,
  emitInitiation,
  emitResponse,
  firstIndex,
  isDataMessage,
  messageKind,
  parseCookieReply,
  parseInitiation,
  parseResponse,
  readUint32,
  writeDataHeader,
  writeUint32
});
