const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/base/bytes.ts
const { timingSafeEqual } = process.getBuiltinModule("node:crypto");
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
  return a.length === b.length && timingSafeEqual(a, b);
}
function encodeUtf8(text) {
  return utf8.encode(text);
}
function decodeUtf8(bytes) {
  try {
    return strictUtf8.decode(bytes);
  } catch (cause) {
    throw new SallyportError("ENCODING_INVALID", { message: "the bytes are not valid UTF-8", cause });
  }
}
function encodeHex(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex");
}
function decodeHex(text) {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) {
    throw new SallyportError("ENCODING_INVALID", { message: `not lower-case hex: ${quoteShort(text)}` });
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
    throw new SallyportError("ENCODING_INVALID", { message: `not canonical base64: ${quoteShort(text)}` });
  }
  return bytes;
}
function encodeBase64url(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64url");
}
function decodeBase64url(text) {
  const bytes = new Uint8Array(Buffer.from(text, "base64url"));
  if (encodeBase64url(bytes) !== text) {
    throw new SallyportError("ENCODING_INVALID", { message: `not canonical base64url: ${quoteShort(text)}` });
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
  return new Uint8Array(bytes.subarray(start, end));
}

export {
  concatBytes,
  equalBytes,
  equalConstantTime,
  encodeUtf8,
  decodeUtf8,
  encodeHex,
  decodeHex,
  encodeBase64,
  decodeBase64,
  encodeBase64url,
  decodeBase64url,
  uint32be,
  copyBytes
};
