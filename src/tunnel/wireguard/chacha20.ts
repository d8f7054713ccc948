/**
 * ChaCha20 (RFC 8439, section 2.3) and HChaCha20 (draft-irtf-cfrg-xchacha, section 2.2), a block at a time, for
 * messages of a block or two. Words are little-endian. No secret stays here: who asks for a block clears it.
 */

/** "expand 32-byte k". */
const CONSTANTS = Int32Array.of(0x61707865, 0x3320646e, 0x79622d32, 0x6b206574)
const working = new Int32Array(16)

/** Key and nonce as words, and the counter of the next block. */
export interface ChaChaState {
  readonly key: Int32Array
  counter: number
  readonly nonce: Int32Array
}

/** Writes 16 words of key stream and steps the counter on. */
export function nextBlock(state: ChaChaState, out: Int32Array): void {
  load(state.key, state.counter, state.nonce[0]!, state.nonce[1]!, state.nonce[2]!)
  twentyRounds(working)
  for (let i = 0; i < 4; i++) out[i] = working[i]! + CONSTANTS[i]!
  for (let i = 0; i < 8; i++) out[4 + i] = working[4 + i]! + state.key[i]!
  out[12] = working[12]! + state.counter
  for (let i = 0; i < 3; i++) out[13 + i] = working[13 + i]! + state.nonce[i]!
  working.fill(0)
  state.counter++
}

/** Makes the key, together with the first four words of a long nonce, the key for the rest of the nonce. */
export function hchacha20(key: Int32Array, n0: number, n1: number, n2: number, n3: number): void {
  load(key, n0, n1, n2, n3)
  twentyRounds(working)
  for (let i = 0; i < 4; i++) {
    key[i] = working[i]!
    key[4 + i] = working[12 + i]!
  }
  working.fill(0)
}

function load(key: Int32Array, w12: number, w13: number, w14: number, w15: number): void {
  working.set(CONSTANTS)
  working.set(key, 4)
  working[12] = w12
  working[13] = w13
  working[14] = w14
  working[15] = w15
}

/**
 * Ten rounds of columns and ten of diagonals. The words are variables, which is five times as fast as an array of
 * them; after each round the rows are turned round so that the same lines serve both: row `r` gives lane `i` what
 * lane `r - i` had, which undoes itself.
 */
function twentyRounds(x: Int32Array): void {
  let a0 = x[0]!
  let a1 = x[1]!
  let a2 = x[2]!
  let a3 = x[3]!
  let b0 = x[4]!
  let b1 = x[5]!
  let b2 = x[6]!
  let b3 = x[7]!
  let c0 = x[8]!
  let c1 = x[9]!
  let c2 = x[10]!
  let c3 = x[11]!
  let d0 = x[12]!
  let d1 = x[13]!
  let d2 = x[14]!
  let d3 = x[15]!
  let swapped = 0
  for (let round = 0; round < 20; round++) {
    a0 = (a0 + b0) | 0
    d0 = rotate(d0 ^ a0, 16)
    c0 = (c0 + d0) | 0
    b0 = rotate(b0 ^ c0, 12)
    a0 = (a0 + b0) | 0
    d0 = rotate(d0 ^ a0, 8)
    c0 = (c0 + d0) | 0
    b0 = rotate(b0 ^ c0, 7)
    a1 = (a1 + b1) | 0
    d1 = rotate(d1 ^ a1, 16)
    c1 = (c1 + d1) | 0
    b1 = rotate(b1 ^ c1, 12)
    a1 = (a1 + b1) | 0
    d1 = rotate(d1 ^ a1, 8)
    c1 = (c1 + d1) | 0
    b1 = rotate(b1 ^ c1, 7)
    a2 = (a2 + b2) | 0
    d2 = rotate(d2 ^ a2, 16)
    c2 = (c2 + d2) | 0
    b2 = rotate(b2 ^ c2, 12)
    a2 = (a2 + b2) | 0
    d2 = rotate(d2 ^ a2, 8)
    c2 = (c2 + d2) | 0
    b2 = rotate(b2 ^ c2, 7)
    a3 = (a3 + b3) | 0
    d3 = rotate(d3 ^ a3, 16)
    c3 = (c3 + d3) | 0
    b3 = rotate(b3 ^ c3, 12)
    a3 = (a3 + b3) | 0
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
  x[0] = a0
  x[1] = a1
  x[2] = a2
  x[3] = a3
  x[4] = b0
  x[5] = b1
  x[6] = b2
  x[7] = b3
  x[8] = c0
  x[9] = c1
  x[10] = c2
  x[11] = c3
  x[12] = d0
  x[13] = d1
  x[14] = d2
  x[15] = d3
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
