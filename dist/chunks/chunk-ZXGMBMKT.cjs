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
  NO_PEERS: () => NO_PEERS,
  PeerGathering: () => PeerGathering,
  isSameListing: () => isSameListing,
  listPeers: () => listPeers
});
module.exports = stdin_exports;
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var NO_PEERS = /* @__PURE__ */ new Set();
function listPeers(keys) {
  const sorted = [...keys].sort(compareKeys);
  const bytes = new Uint8Array(32 * sorted.length);
  for (const [index, key] of sorted.entries()) bytes.set(key, 32 * index);
  return { bytes, listing: { count: sorted.length, digest: (0, import_chunk_QW7UKFTH.sha256)(bytes) } };
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
    if (compareKeys((0, import_chunk_QW7UKFTH.sha256)(this.#bytes), this.#listing.digest) !== 0) return "wrong";
    const keys = /* @__PURE__ */ new Set();
    for (let at = 0; at < this.#bytes.length; at += 32)
      keys.add((0, import_chunk_4NFOMFHU.encodeBase64)(this.#bytes.subarray(at, at + 32)));
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
  NO_PEERS,
  PeerGathering,
  isSameListing,
  listPeers
});
