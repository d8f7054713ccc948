const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  decodeHex,
  encodeHex,
  encodeUtf8,
  uint32be
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/base/digest.ts
const { createHash } = process.getBuiltinModule("node:crypto");
function sha256(bytes) {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}
function sha256Hex(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
function createSha256() {
  return createHash("sha256");
}
function labelledHash(label, ...fields) {
  return labelledHashOf(label, fields);
}
function labelledHashOf(label, fields) {
  const hash = createHash("sha256").update(label).update(new Uint8Array(1));
  for (const field of fields) {
    const bytes = typeof field === "string" ? encodeUtf8(field) : field;
    hash.update(uint32be(bytes.length)).update(bytes);
  }
  return new Uint8Array(hash.digest());
}
function parseDigest(text) {
  const match = /^sha256:([0-9a-f]{64})$/.exec(text);
  if (!match?.[1]) {
    throw new SallyportError("ENCODING_INVALID", {
      message: `not a digest: ${JSON.stringify(text.slice(0, 100))}`,
      help: "write it as sha256: and 64 lower-case hex digits"
    });
  }
  return decodeHex(match[1]);
}
function formatDigest(digest) {
  return `sha256:${encodeHex(digest)}`;
}

export {
  sha256,
  sha256Hex,
  createSha256,
  labelledHash,
  labelledHashOf,
  parseDigest,
  formatDigest
};
