/**
 * ChaCha20-Poly1305 (RFC 8439, section 2.8) and XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha) for the short messages of
 * a handshake: of 48 bytes, a cipher object of `node:crypto` costs three times as much as what it computes. Data
 * messages go by `aead`. No secret stays here.
 */
import { equalConstantTime } from '../../base/bytes.ts'
import { type ChaChaState, hchacha20, nextBlock } from './chacha20.ts'
import { beginPoly1305, finishPoly1305, takePoly1305Block } from './poly1305.ts'

const TAG = 16
/** Of Poly1305. */
const BLOCK = 16
/** One of each serves all, as nothing here waits. */
const state: ChaChaState = { key: new Int32Array(8), counter: 0, nonce: new Int32Array(3) }
const stream = new Int32Array(16)
const lastBlock = new Uint8Array(BLOCK)
const tag = new Uint8Array(TAG)
const tagView = new DataView(tag.buffer)

/** @param nonce 12 bytes @returns ciphertext and tag */
export function sealShort(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  associated: Uint8Array,
): Uint8Array {
  begin(key, nonce)
  return seal(plaintext, associated)
}

/** @returns `undefined` where the tag is wrong */
export function openShort(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  associated: Uint8Array,
): Uint8Array | undefined {
  begin(key, nonce)
  return open(sealed, associated)
}

/** @param nonce 24 bytes, which may be random */
export function sealExtended(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  associated: Uint8Array,
): Uint8Array {
  beginExtended(key, nonce)
  return seal(plaintext, associated)
}

export function openExtended(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  associated: Uint8Array,
): Uint8Array | undefined {
  beginExtended(key, nonce)
  return open(sealed, associated)
}

function begin(key: Uint8Array, nonce: Uint8Array): void {
  beginWithKey(key, nonce, 12)
  for (let i = 0; i < 3; i++) state.nonce[i] = wordAt(nonce, i)
}

/** The first 16 bytes of the nonce go into the key, the others behind four zero bytes. */
function beginExtended(key: Uint8Array, nonce: Uint8Array): void {
  beginWithKey(key, nonce, 24)
  hchacha20(state.key, wordAt(nonce, 0), wordAt(nonce, 1), wordAt(nonce, 2), wordAt(nonce, 3))
  state.nonce[0] = 0
  for (let i = 1; i < 3; i++) state.nonce[i] = wordAt(nonce, i + 3)
}

function beginWithKey(key: Uint8Array, nonce: Uint8Array, nonceSize: number): void {
  if (key.length !== 32 || nonce.length !== nonceSize) {
    throw new RangeError(
      `a key of 32 and a nonce of ${nonceSize} bytes, not ${key.length} and ${nonce.length}`,
    )
  }
  for (let i = 0; i < 8; i++) state.key[i] = wordAt(key, i)
  state.counter = 0
}

function seal(plaintext: Uint8Array, associated: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(plaintext.length + TAG)
  beginTag()
  exclusiveOr(plaintext, sealed)
  finishTag(associated, sealed, plaintext.length)
  sealed.set(tag, plaintext.length)
  clear()
  return sealed
}

function open(sealed: Uint8Array, associated: Uint8Array): Uint8Array | undefined {
  const length = sealed.length - TAG
  let plaintext: Uint8Array | undefined
  if (length >= 0) {
    beginTag()
    finishTag(associated, sealed, length)
    if (equalConstantTime(tag, sealed.subarray(length))) {
      plaintext = new Uint8Array(length)
      exclusiveOr(sealed, plaintext)
    }
  }
  clear()
  return plaintext
}

/** The first block of the key stream is the one-time key of the tag. */
function beginTag(): void {
  nextBlock(state, stream)
  beginPoly1305(stream)
}

function finishTag(associated: Uint8Array, sealed: Uint8Array, length: number): void {
  takePadded(associated, associated.length)
  takePadded(sealed, length)
  takePoly1305Block(associated.length, 0, length, 0)
  finishPoly1305(tagView)
}

function takePadded(bytes: Uint8Array, length: number): void {
  const whole = length & -BLOCK
  for (let at = 0; at < whole; at += BLOCK) takeBlock(bytes, at)
  if (whole === length) return
  for (let i = 0; i < BLOCK; i++) lastBlock[i] = whole + i < length ? bytes[whole + i]! : 0
  takeBlock(lastBlock, 0)
}

function takeBlock(bytes: Uint8Array, at: number): void {
  const first = at / 4
  takePoly1305Block(
    wordAt(bytes, first),
    wordAt(bytes, first + 1),
    wordAt(bytes, first + 2),
    wordAt(bytes, first + 3),
  )
}

/** Fills `out`, which may be shorter or longer than `bytes` by a tag, with as much as both have. */
function exclusiveOr(bytes: Uint8Array, out: Uint8Array): void {
  const length = Math.min(bytes.length, out.length)
  for (let i = 0; i < length; i++) {
    if ((i & 63) === 0) nextBlock(state, stream)
    out[i] = bytes[i]! ^ (stream[(i & 63) >>> 2]! >>> ((i & 3) << 3))
  }
}

function clear(): void {
  state.key.fill(0)
  stream.fill(0)
}

function wordAt(bytes: Uint8Array, index: number): number {
  const at = index * 4
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
}
