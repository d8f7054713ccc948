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
  concatBytes: () => concatBytes,
  copyBytes: () => copyBytes,
  decodeBase64: () => decodeBase64,
  decodeBase64url: () => decodeBase64url,
  decodeHex: () => decodeHex,
  decodeUtf8: () => decodeUtf8,
  encodeBase64: () => encodeBase64,
  encodeBase64url: () => encodeBase64url,
  encodeHex: () => encodeHex,
  encodeUtf8: () => encodeUtf8,
  equalBytes: () => equalBytes,
  equalConstantTime: () => equalConstantTime,
  uint32be: () => uint32be
});
module.exports = stdin_exports;
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_node_crypto = process.getBuiltinModule("node:crypto");
var strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
var utf8 = new TextEncoder();
var scratch = Buffer.alloc(64);
function concatBytes(...parts) {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
function equalBytes(a, b) {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
function equalConstantTime(a, b) {
  return a.length === b.length && (0, import_node_crypto.timingSafeEqual)(a, b);
}
function encodeUtf8(text) {
  return utf8.encode(text);
}
function decodeUtf8(bytes) {
  try {
    return strictUtf8.decode(bytes);
  } catch (cause) {
    throw new import_chunk_TO5RH7DJ.SallyportError("ENCODING_INVALID", { message: "the bytes are not valid UTF-8", cause });
  }
}
function encodeHex(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex");
}
function decodeHex(text) {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) {
    throw new import_chunk_TO5RH7DJ.SallyportError("ENCODING_INVALID", { message: `not lower-case hex: ${quoteShort(text)}` });
  }
  return new Uint8Array(Buffer.from(text, "hex"));
}
function encodeBase64(bytes) {
  if (bytes.length > scratch.length) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64");
  }
  scratch.set(bytes);
  const text = scratch.toString("base64", 0, bytes.length);
  scratch.fill(0, 0, bytes.length);
  return text;
}
function decodeBase64(text) {
  const bytes = new Uint8Array(Buffer.from(text, "base64"));
  if (encodeBase64(bytes) !== text) {
    throw new import_chunk_TO5RH7DJ.SallyportError("ENCODING_INVALID", { message: `not canonical base64: ${quoteShort(text)}` });
  }
  return bytes;
}
function encodeBase64url(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64url");
}
function decodeBase64url(text) {
  const bytes = new Uint8Array(Buffer.from(text, "base64url"));
  if (encodeBase64url(bytes) !== text) {
    throw new import_chunk_TO5RH7DJ.SallyportError("ENCODING_INVALID", { message: `not canonical base64url: ${quoteShort(text)}` });
  }
  return bytes;
}
function uint32be(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
function quoteShort(text) {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}\u2026` : text);
}
function copyBytes(bytes, start = 0, end = bytes.length) {
  return new Uint8Array(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  concatBytes,
  copyBytes,
  decodeBase64,
  decodeBase64url,
  decodeHex,
  decodeUtf8,
  encodeBase64,
  encodeBase64url,
  encodeHex,
  encodeUtf8,
  equalBytes,
  equalConstantTime,
  uint32be
});
