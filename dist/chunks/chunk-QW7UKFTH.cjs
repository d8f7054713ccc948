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
  createSha256: () => createSha256,
  formatDigest: () => formatDigest,
  labelledHash: () => labelledHash,
  labelledHashOf: () => labelledHashOf,
  parseDigest: () => parseDigest,
  sha256: () => sha256,
  sha256Hex: () => sha256Hex
});
module.exports = stdin_exports;
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_node_crypto = process.getBuiltinModule("node:crypto");
function sha256(bytes) {
  return new Uint8Array((0, import_node_crypto.createHash)("sha256").update(bytes).digest());
}
function sha256Hex(bytes) {
  return (0, import_node_crypto.createHash)("sha256").update(bytes).digest("hex");
}
function createSha256() {
  return (0, import_node_crypto.createHash)("sha256");
}
function labelledHash(label, ...fields) {
  return labelledHashOf(label, fields);
}
function labelledHashOf(label, fields) {
  const hash = (0, import_node_crypto.createHash)("sha256").update(label).update(new Uint8Array(1));
  for (const field of fields) {
    const bytes = typeof field === "string" ? (0, import_chunk_4NFOMFHU.encodeUtf8)(field) : field;
    hash.update((0, import_chunk_4NFOMFHU.uint32be)(bytes.length)).update(bytes);
  }
  return new Uint8Array(hash.digest());
}
function parseDigest(text) {
  const match = /^sha256:([0-9a-f]{64})$/.exec(text);
  if (!match?.[1]) {
    throw new import_chunk_TO5RH7DJ.SallyportError("ENCODING_INVALID", {
      message: `not a digest: ${JSON.stringify(text.slice(0, 100))}`,
      help: "write it as sha256: and 64 lower-case hex digits"
    });
  }
  return (0, import_chunk_4NFOMFHU.decodeHex)(match[1]);
}
function formatDigest(digest) {
  return `sha256:${(0, import_chunk_4NFOMFHU.encodeHex)(digest)}`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createSha256,
  formatDigest,
  labelledHash,
  labelledHashOf,
  parseDigest,
  sha256,
  sha256Hex
});
