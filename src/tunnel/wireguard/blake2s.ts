/**
 * BLAKE2s (RFC 7693): plain, with a key, and under HMAC (RFC 2104) and HKDF (RFC 5869). A handshake computes some
 * thirty digests of a block or two each: by `node:crypto` every one costs a call and memory outside of the heap,
 * which together is more than a DH. One state serves all, as nothing here waits; no secret stays in it.
 */
import { IV, SIGMA } from '../cipher/blake2s-constants.ts'

const BLOCK = 64
const DIGEST = 32
const START = Int32Array.from(IV)
/** The words in the order that {@link mix} asks for them: its diagonals come as 0, 3, 2, 1. */
const SCHEDULE = Uint8Array.from(
  SIGMA.flatMap((row) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 15, 12, 13, 10, 11].map((at) => row[at]!)),
)

const INNER_PAD = 0x3636_3636
const OUTER_PAD = 0x5c5c_5c5c

const state = new Int32Array(8)
/** The block that is being filled, zero behind what is in it. */
const words = new Int32Array(BLOCK / 4)
/** Bytes that wait in `words`, and those that were compressed: far fewer than 2^31. */
let filled = 0
let compressed = 0
/** The states after the first block of an HMAC's two hashes, which depend on the key alone. */
const inner = new Int32Array(8)
const outer = new Int32Array(8)

/** What a handshake digests with. */
export interface Blake2s {
  /** BLAKE2s-256 of two joined parts; `out` may be one of them. */
  hash(first: Uint8Array, second: Uint8Array, out?: Uint8Array): Uint8Array
  /** With a key of at most 32 bytes, the digest `size` bytes long. */
  mac(key: Uint8Array, data: Uint8Array, size: number): Uint8Array
  /** With a key of at most 64 bytes. */
  hmac(key: Uint8Array, data: Uint8Array): Uint8Array
  /** As many outputs as are asked for, with a salt of at most 64 bytes; the first may be the salt. */
  hkdf(salt: Uint8Array, input: Uint8Array, first: Uint8Array, second?: Uint8Array, third?: Uint8Array): void
}

/** Without vectors: for every engine, and for what is too long for the other one. */
export const scalarBlake2s: Blake2s = { hash, mac, hmac, hkdf }

function hash(first: Uint8Array, second: Uint8Array, out = new Uint8Array(DIGEST)): Uint8Array {
  begin(DIGEST, 0)
  take(first)
  take(second)
  compress(true)
  return takeDigest(out)
}

function mac(key: Uint8Array, data: Uint8Array, size: number): Uint8Array {
  begin(size, key.length)
  takeKey(key, 0)
  take(data)
  compress(true)
  return takeDigest(new Uint8Array(size))
}

function hmac(key: Uint8Array, data: Uint8Array): Uint8Array {
  computeHmac(key, data)
  outer.fill(0)
  return takeDigest(new Uint8Array(DIGEST))
}

function hkdf(
  salt: Uint8Array,
  input: Uint8Array,
  first: Uint8Array,
  second?: Uint8Array,
  third?: Uint8Array,
): void {
  computeHmac(salt, input)
  keyExpansion()
  expand(undefined, 1, first)
  if (second) expand(first, 2, second)
  if (second && third) expand(second, 3, third)
  inner.fill(0)
  outer.fill(0)
}

function expand(previous: Uint8Array | undefined, index: number, out: Uint8Array): void {
  state.set(inner)
  compressed = BLOCK
  if (previous) take(previous)
  takeByte(index)
  finishHmac()
  takeDigest(out)
}

/** Leaves the HMAC in `state`. */
function computeHmac(key: Uint8Array, data: Uint8Array): void {
  begin(DIGEST, 0)
  takeKey(key, OUTER_PAD)
  compress(false)
  outer.set(state)
  begin(DIGEST, 0)
  // Where no data follows, this block is the last, which `compress` must be told.
  takeKey(key, INNER_PAD)
  take(data)
  finishHmac()
}

/** Makes what is in `state` the key of the HMACs that follow. */
function keyExpansion(): void {
  outer.set(state)
  compressKey(outer, INNER_PAD)
  inner.set(state)
  compressKey(outer, OUTER_PAD)
  outer.set(state)
}

function compressKey(key: Int32Array, pad: number): void {
  begin(DIGEST, 0)
  words.set(key)
  layPad(pad)
  compress(false)
}

/** The second hash of an HMAC, of the first one's digest. */
function finishHmac(): void {
  compress(true)
  words.set(state)
  state.set(outer)
  compressed = BLOCK
  filled = DIGEST
  compress(true)
}

function begin(digestSize: number, keySize: number): void {
  state.set(START)
  state[0]! ^= 0x0101_0000 | (keySize << 8) | digestSize
  compressed = 0
}

/** The key, with zeros behind it, as a block of its own. */
function takeKey(key: Uint8Array, pad: number): void {
  take(key)
  layPad(pad)
}

function layPad(pad: number): void {
  for (let i = 0; i < words.length; i++) words[i]! ^= pad
  filled = BLOCK
}

function take(bytes: Uint8Array): void {
  for (let i = 0; i < bytes.length; i++) takeByte(bytes[i]!)
}

function takeByte(byte: number): void {
  // The last block is compressed by who knows that it is the last.
  if (filled === BLOCK) compress(false)
  words[filled >>> 2]! |= byte << ((filled & 3) << 3)
  filled++
}

/** Compresses what is in `words`; both are empty after. */
function compress(isLast: boolean): void {
  compressed += filled
  mix(state, words, compressed, isLast)
  words.fill(0)
  filled = 0
}

function takeDigest(digest: Uint8Array): Uint8Array {
  for (let i = 0; i < digest.length; i++) digest[i] = state[i >>> 2]! >>> ((i & 3) << 3)
  state.fill(0)
  return digest
}

/**
 * Ten rounds of four columns and four diagonals (section 3.2). The words of the state are variables, which
 * is three times as fast as an array of them; between columns and diagonals each row is turned round so
 * that the same lines serve both: row `r` gives lane `i` what lane `r - i` had, which undoes itself.
 */
function mix(h: Int32Array, m: Int32Array, count: number, isLast: boolean): void {
  let a0 = h[0]!
  let a1 = h[1]!
  let a2 = h[2]!
  let a3 = h[3]!
  let b0 = h[4]!
  let b1 = h[5]!
  let b2 = h[6]!
  let b3 = h[7]!
  let c0 = START[0]!
  let c1 = START[1]!
  let c2 = START[2]!
  let c3 = START[3]!
  let d0 = START[4]! ^ count
  let d1 = START[5]!
  let d2 = isLast ? ~START[6]! : START[6]!
  let d3 = START[7]!
  let swapped = 0
  for (let at = 0; at < SCHEDULE.length; at += 8) {
    a0 = (a0 + b0 + word(m, at)) | 0
    d0 = rotate(d0 ^ a0, 16)
    c0 = (c0 + d0) | 0
    b0 = rotate(b0 ^ c0, 12)
    a0 = (a0 + b0 + word(m, at + 1)) | 0
    d0 = rotate(d0 ^ a0, 8)
    c0 = (c0 + d0) | 0
    b0 = rotate(b0 ^ c0, 7)
    a1 = (a1 + b1 + word(m, at + 2)) | 0
    d1 = rotate(d1 ^ a1, 16)
    c1 = (c1 + d1) | 0
    b1 = rotate(b1 ^ c1, 12)
    a1 = (a1 + b1 + word(m, at + 3)) | 0
    d1 = rotate(d1 ^ a1, 8)
    c1 = (c1 + d1) | 0
    b1 = rotate(b1 ^ c1, 7)
    a2 = (a2 + b2 + word(m, at + 4)) | 0
    d2 = rotate(d2 ^ a2, 16)
    c2 = (c2 + d2) | 0
    b2 = rotate(b2 ^ c2, 12)
    a2 = (a2 + b2 + word(m, at + 5)) | 0
    d2 = rotate(d2 ^ a2, 8)
    c2 = (c2 + d2) | 0
    b2 = rotate(b2 ^ c2, 7)
    a3 = (a3 + b3 + word(m, at + 6)) | 0
    d3 = rotate(d3 ^ a3, 16)
    c3 = (c3 + d3) | 0
    b3 = rotate(b3 ^ c3, 12)
    a3 = (a3 + b3 + word(m, at + 7)) | 0
    d3 = rotate(d3 ^ a3, 8)
    c3 = (c3 + d3) | 0
    b3 = rotate(b3 ^ c3, 7)
    swapped = a1
    a1 = a3
    a3 = swapped
    swapped = b0
    b0 = b1
    b1 = swapped
    swapped = b2
    b2 = b3
    b3 = swapped
    swapped = c0
    c0 = c2
    c2 = swapped
    swapped = d0
    d0 = d3
    d3 = swapped
    swapped = d1
    d1 = d2
    d2 = swapped
  }
  h[0]! ^= a0 ^ c0
  h[1]! ^= a1 ^ c1
  h[2]! ^= a2 ^ c2
  h[3]! ^= a3 ^ c3
  h[4]! ^= b0 ^ d0
  h[5]! ^= b1 ^ d1
  h[6]! ^= b2 ^ d2
  h[7]! ^= b3 ^ d3
}

function word(m: Int32Array, at: number): number {
  const index = SCHEDULE[at]!
  return m[index]!
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
