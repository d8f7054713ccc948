import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  TAG_SIZE
} from "./chunk-LFQCAWCU.js";
import {
  chacha20poly1305,
  writeUint32
} from "./chunk-TJDMEUGJ.js";
import {
  copyBytes
} from "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";

// src/tunnel/wireguard/aead-noble.ts
var nobleAead = {
  name: "noble",
  allocate: (size) => ({ bytes: Buffer.alloc(size), address: 0 }),
  importKey: (bytes) => new NobleAeadKey(copyBytes(bytes))
};
var NobleAeadKey = class {
  #key;
  #nonce = new Uint8Array(12);
  constructor(key) {
    this.#key = key;
  }
  seal(low, high, { bytes }, at, length) {
    bytes.set(this.#cipher(low, high).encrypt(bytes.subarray(at, at + length)), at);
  }
  open(low, high, { bytes }, at, length) {
    if (length < TAG_SIZE) return false;
    try {
      bytes.set(this.#cipher(low, high).decrypt(bytes.subarray(at, at + length)), at);
      return true;
    } catch {
      return false;
    }
  }
  zero() {
    this.#key.fill(0);
  }
  #cipher(low, high) {
    writeUint32(this.#nonce, 4, low);
    writeUint32(this.#nonce, 8, high);
    return chacha20poly1305(this.#key, this.#nonce);
  }
};
export {
  nobleAead
};
