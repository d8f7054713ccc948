const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  sha256
} from "./chunk-MGJ2JUMM.js";
import {
  encodeBase64
} from "./chunk-VOIAD42L.js";

// src/tunnel/relay/grant.ts
var NO_PEERS = /* @__PURE__ */ new Set();
function listPeers(keys) {
  const sorted = [...keys].sort(compareKeys);
  const bytes = new Uint8Array(32 * sorted.length);
  for (const [index, key] of sorted.entries()) bytes.set(key, 32 * index);
  return { bytes, listing: { count: sorted.length, digest: sha256(bytes) } };
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
    if (compareKeys(sha256(this.#bytes), this.#listing.digest) !== 0) return "wrong";
    const keys = /* @__PURE__ */ new Set();
    for (let at = 0; at < this.#bytes.length; at += 32)
      keys.add(encodeBase64(this.#bytes.subarray(at, at + 32)));
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

export {
  NO_PEERS,
  listPeers,
  isSameListing,
  PeerGathering
};
