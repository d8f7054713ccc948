import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  MAC_SIZE,
  xchacha20poly1305
} from "./chunk-TJDMEUGJ.js";
import {
  concatBytes,
  copyBytes,
  encodeUtf8,
  equalBytes,
  equalConstantTime,
  uint32be
} from "./chunk-OIE2JKUE.js";

// src/tunnel/wireguard/primitives-node.ts
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman
} from "node:crypto";

// src/tunnel/wireguard/blake2s.ts
var BLOCK = 64;
var DIGEST = 32;
var IV = Int32Array.of(
  1779033703,
  3144134277,
  1013904242,
  2773480762,
  1359893119,
  2600822924,
  528734635,
  1541459225
);
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
var SCHEDULE = Uint8Array.from(
  SIGMA.flatMap((row) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 15, 12, 13, 10, 11].map((at) => row[at]))
);
var state = new Int32Array(8);
var words = new Int32Array(BLOCK / 4);
var block = new Uint8Array(BLOCK);
var filled = 0;
var compressed = 0;
function blake2s(first, second) {
  begin(DIGEST, 0);
  take(first);
  take(second);
  return finish(DIGEST);
}
function keyedBlake2s(key, data, size) {
  begin(size, key.length);
  takeKeyBlock(key, 0);
  take(data);
  return finish(size);
}
function hmacBlake2s(key, data) {
  begin(DIGEST, 0);
  takeKeyBlock(key, 54);
  take(data);
  const inner = finish(DIGEST);
  begin(DIGEST, 0);
  takeKeyBlock(key, 92);
  take(inner);
  return finish(DIGEST);
}
function begin(digestSize, keySize) {
  state.set(IV);
  state[0] ^= 16842752 | keySize << 8 | digestSize;
  filled = compressed = 0;
}
function takeKeyBlock(key, mask) {
  for (let i = 0; i < BLOCK; i++) block[i] = (i < key.length ? key[i] : 0) ^ mask;
  filled = BLOCK;
}
function take(bytes) {
  for (let i = 0; i < bytes.length; i++) {
    if (filled === BLOCK) compress(false);
    block[filled++] = bytes[i];
  }
}
function finish(size) {
  block.fill(0, filled);
  compress(true);
  const digest = new Uint8Array(size);
  for (let i = 0; i < size; i++) digest[i] = state[i >>> 2] >>> ((i & 3) << 3);
  block.fill(0);
  words.fill(0);
  state.fill(0);
  return digest;
}
function compress(isLast) {
  for (let i = 0, at = 0; i < words.length; i++, at += 4) {
    words[i] = block[at] | block[at + 1] << 8 | block[at + 2] << 16 | block[at + 3] << 24;
  }
  compressed += filled;
  filled = 0;
  mix(state, words, compressed, isLast);
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
  let c0 = IV[0];
  let c1 = IV[1];
  let c2 = IV[2];
  let c3 = IV[3];
  let d0 = IV[4] ^ count;
  let d1 = IV[5];
  let d2 = isLast ? ~IV[6] : IV[6];
  let d3 = IV[7];
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

// src/tunnel/wireguard/cookie-primitives.ts
var sealExtended = (key, nonce, plaintext, associated) => xchacha20poly1305(key, nonce, associated).encrypt(plaintext);
var openExtended = (key, nonce, sealed, associated) => orUndefined(() => xchacha20poly1305(key, nonce, associated).decrypt(sealed));
function orUndefined(compute) {
  try {
    return compute();
  } catch {
    return void 0;
  }
}

// src/tunnel/wireguard/primitives-node.ts
var CIPHER = "chacha20-poly1305";
var TAG = { authTagLength: 16 };
var ZERO_NONCE = new Uint8Array(12);
var nodePrimitives = {
  name: "node",
  importPrivateKey: (bytes) => ({ bytes, handle: importRaw(bytes, "raw-private") }),
  importPublicKey: (bytes) => ({ bytes, handle: importRaw(bytes, "raw-public") }),
  publicOf: (key) => exportRaw(createPublicKey(key.handle)),
  agree,
  hash: blake2s,
  hmac: hmacBlake2s,
  mac: (key, data) => keyedBlake2s(key, data, MAC_SIZE),
  seal,
  open,
  sealExtended,
  openExtended
};
function agree(mine, theirs) {
  try {
    const privateKey = mine.handle;
    return toBytes(diffieHellman({ privateKey, publicKey: theirs.handle }));
  } catch {
    return void 0;
  }
}
function seal(key, plaintext, associated) {
  const cipher = createCipheriv(CIPHER, createSecretKey(key), ZERO_NONCE, TAG);
  cipher.setAAD(associated, { plaintextLength: plaintext.length });
  return concatBytes(cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
}
function open(key, sealed, associated) {
  const length = sealed.length - 16;
  if (length < 0) return void 0;
  const decipher = createDecipheriv(CIPHER, createSecretKey(key), ZERO_NONCE, TAG);
  decipher.setAAD(associated, { plaintextLength: length });
  decipher.setAuthTag(sealed.subarray(length));
  const plaintext = decipher.update(sealed.subarray(0, length));
  try {
    decipher.final();
  } catch {
    plaintext.fill(0);
    return void 0;
  }
  return toBytes(plaintext);
}
function importRaw(bytes, format) {
  const create = format === "raw-private" ? createPrivateKey : createPublicKey;
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return create({ key: bytes, format, asymmetricKeyType: "x25519" });
  } finally {
    Error.stackTraceLimit = limit;
  }
}
function exportRaw(key) {
  return toBytes(key.export({ format: "raw-public" }));
}
function toBytes(buffer) {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

// src/tunnel/paths/stun.ts
import { crc32 } from "node:zlib";
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
  return bytes.length >= HEADER_SIZE && (bytes[0] & 192) === 0 && equalBytes(bytes.subarray(4, 8), COOKIE);
}
function emitStunRequest(transaction) {
  return emit(BINDING_REQUEST, transaction, [attribute(SOFTWARE, encodeUtf8(STUN_SOFTWARE))]);
}
function parseStunRequest(bytes) {
  const attributes = parse(bytes, BINDING_REQUEST);
  if (!attributes?.fingerprinted) return void 0;
  const software = attributes.list.find((each) => each.type === SOFTWARE);
  if (!software || !equalBytes(software.value, encodeUtf8(STUN_SOFTWARE))) return void 0;
  return copyBytes(bytes, 8, HEADER_SIZE);
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
  const transaction = copyBytes(bytes, 8, HEADER_SIZE);
  for (const type of [XOR_MAPPED_ADDRESS, XOR_MAPPED_ADDRESS_OLD, MAPPED_ADDRESS]) {
    const found = attributes.list.find((each) => each.type === type);
    const observed = found && readAddress(copyBytes(found.value), type === MAPPED_ADDRESS ? void 0 : transaction);
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
  const body = concatBytes(...attributes);
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
  return { address: { family: length === 4 ? 4 : 6, bytes: copyBytes(value, 4) }, port };
}
function applyMask(value, transaction) {
  value[2] ^= COOKIE[0];
  value[3] ^= COOKIE[1];
  for (let i = 4; i < value.length; i++) value[i] ^= i < 8 ? COOKIE[i - 4] : transaction[i - 8];
}
function fingerprint(bytes) {
  return (crc32(bytes) ^ FINGERPRINT_MASK) >>> 0;
}

// src/tunnel/relay/login.ts
var LABEL = encodeUtf8("sallyport/relay-login/v1");
function createChallenge(crypto, seed) {
  const privateKey = crypto.importPrivateKey(copyBytes(seed, 0, 32));
  return { privateKey, challenge: { ephemeral: crypto.publicOf(privateKey), nonce: copyBytes(seed, 32, 64) } };
}
function createProof(crypto, input) {
  const { challenge, privateKey } = input;
  const shared = crypto.agree(privateKey, crypto.importPublicKey(challenge.ephemeral));
  return shared && proofOf(crypto, shared, input.publicKey, input.relay, challenge);
}
function verifyProof(crypto, secret, login, relay) {
  const shared = crypto.agree(secret.privateKey, crypto.importPublicKey(login.publicKey));
  if (!shared) return false;
  return equalConstantTime(proofOf(crypto, shared, login.publicKey, relay, secret.challenge), login.proof);
}
function proofOf(crypto, shared, publicKey, relay, challenge) {
  const name = encodeUtf8(relay);
  const key = crypto.hmac(shared, LABEL);
  shared.fill(0);
  return crypto.hmac(
    key,
    concatBytes(challenge.ephemeral, challenge.nonce, publicKey, uint32be(name.length), name)
  );
}

export {
  nodePrimitives,
  isStun,
  emitStunRequest,
  parseStunRequest,
  emitStunResponse,
  parseStunResponse,
  createChallenge,
  createProof,
  verifyProof
};
