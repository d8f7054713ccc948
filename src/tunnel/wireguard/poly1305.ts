/**
 * Poly1305 (RFC 8439, section 2.5) of whole blocks, which is all that ChaCha20-Poly1305 feeds it, as it pads.
 * Numbers are six limbs of 22 bits: the sum of six products, reduced, stays below 2^53, so that doubles hold it
 * exactly. Nothing branches on a secret. One state serves all, as nothing here waits; {@link finishPoly1305}
 * leaves no secret in it.
 */

const LIMB = 0x40_0000
const MASK = LIMB - 1
/** 2^132, where the limbs end, is 20 modulo 2^130 - 5. */
const WRAP = 20
/** Bit 128, which stands behind every whole block. */
const END_OF_BLOCK = 1 << 18
/** Bit 130, in the last limb. */
const MODULUS_END = 0x10_0000

/** The multiplier's six limbs, and before them those that have come round the modulus, from the second on. */
const factors = new Float64Array(11)
const sum = new Float64Array(6)
const limbs = new Int32Array(6)
const pad = new Int32Array(4)

/** Begins with the one-time key: eight words, the multiplier before the pad. */
export function beginPoly1305(key: Int32Array): void {
  splitIntoLimbs(key[0]! & 0x0fff_ffff, key[1]! & 0x0fff_fffc, key[2]! & 0x0fff_fffc, key[3]! & 0x0fff_fffc)
  for (let i = 0; i < 6; i++) {
    factors[5 + i] = limbs[i]!
    if (i > 0) factors[i - 1] = limbs[i]! * WRAP
  }
  for (let i = 0; i < 4; i++) pad[i] = key[4 + i]!
}

/** Takes 16 bytes, as four little-endian words. */
export function takePoly1305Block(w0: number, w1: number, w2: number, w3: number): void {
  splitIntoLimbs(w0, w1, w2, w3)
  limbs[5]! |= END_OF_BLOCK
  const h0 = sum[0]! + limbs[0]!
  const h1 = sum[1]! + limbs[1]!
  const h2 = sum[2]! + limbs[2]!
  const h3 = sum[3]! + limbs[3]!
  const h4 = sum[4]! + limbs[4]!
  const h5 = sum[5]! + limbs[5]!
  let carry = 0
  for (let i = 0; i < 6; i++) {
    carry += h0 * factors[i + 5]! + h1 * factors[i + 4]! + h2 * factors[i + 3]!
    carry += h3 * factors[i + 2]! + h4 * factors[i + 1]! + h5 * factors[i]!
    const kept = carry
    carry = Math.floor(carry / LIMB)
    sum[i] = kept - carry * LIMB
  }
  // The first two limbs may now be a bit more than 22 bits; there is room for that.
  const first = sum[0]! + carry * WRAP
  const rest = Math.floor(first / LIMB)
  sum[0] = first - rest * LIMB
  sum[1]! += rest
}

/** Writes the tag. */
export function finishPoly1305(out: DataView): void {
  // What passes bit 130 comes back five times at the bottom, and may pass it once more.
  for (let i = 0; i < 2; i++) {
    const passed = carryThrough()
    sum[0]! += 5 * passed
  }
  for (let i = 0; i < 6; i++) limbs[i] = sum[i]!
  // Where five more pass bit 130, the sum was 2^130 - 5 or more, and what is left is the remainder.
  sum[0]! += 5
  const remainder = -carryThrough()
  for (let i = 0; i < 6; i++) limbs[i] = (limbs[i]! & ~remainder) | (sum[i]! & remainder)
  let carry = 0
  for (let i = 0; i < 4; i++) {
    carry += wordOf(i) + (pad[i]! >>> 0)
    out.setUint32(i * 4, carry, true)
    carry = Math.floor(carry / 0x1_0000_0000)
  }
  factors.fill(0)
  sum.fill(0)
  limbs.fill(0)
  pad.fill(0)
}

/** Brings each limb of the sum to its size. @returns what passed bit 130 */
function carryThrough(): number {
  let carry = 0
  for (let i = 0; i < 6; i++) {
    const size = i < 5 ? LIMB : MODULUS_END
    const limb = sum[i]! + carry
    carry = Math.floor(limb / size)
    sum[i] = limb - carry * size
  }
  return carry
}

function splitIntoLimbs(w0: number, w1: number, w2: number, w3: number): void {
  limbs[0] = w0 & MASK
  limbs[1] = ((w0 >>> 22) | (w1 << 10)) & MASK
  limbs[2] = ((w1 >>> 12) | (w2 << 20)) & MASK
  limbs[3] = (w2 >>> 2) & MASK
  limbs[4] = ((w2 >>> 24) | (w3 << 8)) & MASK
  limbs[5] = w3 >>> 14
}

/** The word `index` of the limbs; what is past 2^128 falls away. */
function wordOf(index: number): number {
  switch (index) {
    case 0:
      return (limbs[0]! | (limbs[1]! << 22)) >>> 0
    case 1:
      return ((limbs[1]! >>> 10) | (limbs[2]! << 12)) >>> 0
    case 2:
      return ((limbs[2]! >>> 20) | (limbs[3]! << 2) | (limbs[4]! << 24)) >>> 0
    default:
      return ((limbs[4]! >>> 8) | (limbs[5]! << 14)) >>> 0
  }
}
