/**
 * Poly1305 (RFC 8439, section 2.5), a block at a time: numbers of 130 bits as five limbs of 26, each in 64 bits,
 * so that products and their sums need no carry. No branch and no address depends on a secret.
 */
import { ACCUMULATOR_AT, KEY_STREAM_AT, MULTIPLIER_AT, PAD_AT, TAG_AT } from './memory-layout.ts'
import { block, i32, i64, type Local, Locals, local, repeatWhile, type Value } from './wasm-instructions.ts'
import type { Code, WasmFunction } from './wasm-module.ts'

export const LIMBS = [0, 1, 2, 3, 4] as const
export const LIMB_BITS = 26
const LIMB_MASK = 0x3ff_ffffn
/** 2^128 behind each whole block, as it stands in the fifth limb. */
const HIGH_BIT = 1n << 24n
/** Section 2.5: what is cleared of r, in its two halves. */
const CLAMP_LOW = 0x0fff_fffc_0fff_ffffn
const CLAMP_HIGH = 0x0fff_fffc_0fff_fffcn

const bits = (value: Value, from: number): Value =>
  i64.and(from === 0 ? value : i64.shr_u(value, i64.const(BigInt(from))), i64.const(LIMB_MASK))

/** The limbs of 128 bits in two halves; of the last, what is there. */
function limbsOf(low: Local, high: Local): Value[] {
  const [lower, upper] = [local.get(low), local.get(high)]
  const across = i64.or(i64.shr_u(lower, i64.const(52n)), i64.shl(upper, i64.const(12n)))
  return [bits(lower, 0), bits(lower, 26), bits(across, 0), bits(upper, 14), i64.shr_u(upper, i64.const(40n))]
}

/** Takes r and the pad from the first block of the key stream, and begins with zero. */
export function oneTimeKeyFunction(): WasmFunction {
  const locals = new Locals([])
  const [low, high] = locals.takeMany(2, 'i64') as [Local, Local]
  const half = (offset: number): Value => i64.load(i32.const(0), KEY_STREAM_AT + offset)
  return {
    parameters: [],
    results: [],
    locals: locals.types,
    body: block(
      local.set(low, i64.and(half(0), i64.const(CLAMP_LOW))),
      local.set(high, i64.and(half(8), i64.const(CLAMP_HIGH))),
      ...limbsOf(low, high).map((limb, index) => i64.store(i32.const(0), limb, MULTIPLIER_AT + 8 * index)),
      ...LIMBS.map((index) => i64.store(i32.const(0), i64.const(0n), ACCUMULATOR_AT + 8 * index)),
      i64.store(i32.const(0), half(16), PAD_AT),
      i64.store(i32.const(0), half(24), PAD_AT + 8),
    ),
  }
}

/** A multiplier: its limbs, and five times those above the first, which is what 2^130 and beyond come to. */
export interface Multiplier {
  readonly limbs: readonly Local[]
  readonly fives: readonly Local[]
}

export function takeMultiplier(locals: Locals): Multiplier {
  return { limbs: locals.takeMany(5, 'i64'), fives: locals.takeMany(5, 'i64') }
}

export function setMultiplier({ limbs, fives }: Multiplier, values: readonly Value[]): Code {
  return block(
    ...limbs.map((limb, index) => local.set(limb, values[index]!)),
    ...fives.map((five, index) => local.set(five, i64.mul(local.get(limbs[index]!), i64.const(5n)))),
  )
}

export const loadLimbs = (at: number): Value[] => LIMBS.map((index) => i64.load(i32.const(0), at + 8 * index))

/** What of `multiplier` meets limb `factor` in limb `product` of a product. */
export function metBy<T>(
  multiplier: { limbs: readonly T[]; fives: readonly T[] },
  product: number,
  factor: number,
): T {
  return factor <= product ? multiplier.limbs[product - factor]! : multiplier.fives[product - factor + 5]!
}

/** Multiplies modulo 2^130 − 5; the limbs stay a little above 26 bits at most. `sums` is overwritten. */
export function multiply(number: readonly Local[], multiplier: Multiplier, sums: readonly Local[]): Code {
  const products = (product: number): Value =>
    LIMBS.map((factor) =>
      i64.mul(local.get(number[factor]!), local.get(metBy(multiplier, product, factor))),
    ).reduce((sum, each) => i64.add(sum, each))
  return block(...sums.map((sum, product) => local.set(sum, products(product))), carry(sums, number))
}

/** Brings `sums` to limbs in `number`. */
function carry(sums: readonly Local[], number: readonly Local[]): Code {
  const over = (limb: Local): Value => i64.shr_u(local.get(limb), i64.const(BigInt(LIMB_BITS)))
  const keep = (limb: Local): Value => i64.and(local.get(limb), i64.const(LIMB_MASK))
  return block(
    ...[0, 1, 2, 3].flatMap((index) => [
      local.set(sums[index + 1]!, i64.add(local.get(sums[index + 1]!), over(sums[index]!))),
      local.set(number[index]!, keep(sums[index]!)),
    ]),
    local.set(number[4]!, keep(sums[4]!)),
    local.set(number[0]!, i64.add(local.get(number[0]!), i64.mul(over(sums[4]!), i64.const(5n)))),
    local.set(number[1]!, i64.add(local.get(number[1]!), over(number[0]!))),
    local.set(number[0]!, keep(number[0]!)),
  )
}

/** `(at, count)`: takes in so many blocks of 16 bytes, at least one. */
export function absorbBlocksFunction(): WasmFunction {
  const locals = new Locals(['i32', 'i32'])
  const [at, left] = locals.parameters as [Local, Local]
  const accumulator = locals.takeMany(5, 'i64')
  const sums = locals.takeMany(5, 'i64')
  const [low, high] = locals.takeMany(2, 'i64') as [Local, Local]
  const multiplier = takeMultiplier(locals)
  const addBlock = limbsOf(low, high).map((limb, index) => {
    const whole = index === 4 ? i64.or(limb, i64.const(HIGH_BIT)) : limb
    return local.set(accumulator[index]!, i64.add(local.get(accumulator[index]!), whole))
  })
  return {
    parameters: ['i32', 'i32'],
    results: [],
    locals: locals.types,
    body: block(
      setMultiplier(multiplier, loadLimbs(MULTIPLIER_AT)),
      ...loadLimbs(ACCUMULATOR_AT).map((limb, index) => local.set(accumulator[index]!, limb)),
      repeatWhile(
        local.get(left),
        block(
          local.set(low, i64.load(local.get(at))),
          local.set(high, i64.load(local.get(at), 8)),
          ...addBlock,
          multiply(accumulator, multiplier, sums),
          local.set(at, i32.add(local.get(at), i32.const(16))),
          local.set(left, i32.sub(local.get(left), i32.const(1))),
        ),
      ),
      ...accumulator.map((limb, index) =>
        i64.store(i32.const(0), local.get(limb), ACCUMULATOR_AT + 8 * index),
      ),
    ),
  }
}

/** Writes the tag: the accumulator modulo 2^130 − 5, and the pad, modulo 2^128. */
export function tagFunction(): WasmFunction {
  const locals = new Locals([])
  const number = locals.takeMany(5, 'i64')
  const reduced = locals.takeMany(5, 'i64')
  const [isSmaller, low, high] = locals.takeMany(3, 'i64') as [Local, Local, Local]
  const at = (limbs: readonly Local[], index: number, shift: bigint): Value =>
    i64.shl(local.get(limbs[index]!), i64.const(shift))
  const over = (shift: bigint): Value => i64.shr_u(local.get(number[2]!), i64.const(shift))
  return {
    parameters: [],
    results: [],
    locals: locals.types,
    body: block(
      ...loadLimbs(ACCUMULATOR_AT).map((limb, index) => local.set(reduced[index]!, limb)),
      carry(reduced, number),
      // Once more: the first limbs may have been filled to the brim.
      ...number.map((limb, index) => local.set(reduced[index]!, local.get(limb))),
      carry(reduced, number),
      subtractModulus(number, reduced, isSmaller),
      local.set(low, i64.or(local.get(number[0]!), i64.or(at(number, 1, 26n), at(number, 2, 52n)))),
      local.set(high, i64.or(over(12n), i64.or(at(number, 3, 14n), at(number, 4, 40n)))),
      local.set(reduced[0]!, i64.load(i32.const(0), PAD_AT)),
      local.set(low, i64.add(local.get(low), local.get(reduced[0]!))),
      local.set(high, i64.add(local.get(high), i64.load(i32.const(0), PAD_AT + 8))),
      local.set(
        high,
        i64.add(local.get(high), i64.extend_i32_u(i64.lt_u(local.get(low), local.get(reduced[0]!)))),
      ),
      i64.store(i32.const(0), local.get(low), TAG_AT),
      i64.store(i32.const(0), local.get(high), TAG_AT + 8),
    ),
  }
}

/** Subtracts 2^130 − 5 where `number` is not below it, without a branch: adds 5, and looks whether 2^130 is reached. */
function subtractModulus(number: readonly Local[], reduced: readonly Local[], isSmaller: Local): Code {
  const mask = i64.const(LIMB_MASK)
  const choose = (index: number): Value => {
    const [own, other] = [local.get(number[index]!), local.get(reduced[index]!)]
    return i64.or(
      i64.and(own, local.get(isSmaller)),
      i64.and(other, i64.xor(local.get(isSmaller), i64.const(-1n))),
    )
  }
  return block(
    local.set(reduced[0]!, i64.add(local.get(number[0]!), i64.const(5n))),
    ...[0, 1, 2, 3].flatMap((index) => [
      local.set(
        reduced[index + 1]!,
        i64.add(local.get(number[index + 1]!), i64.shr_u(local.get(reduced[index]!), i64.const(26n))),
      ),
      local.set(reduced[index]!, i64.and(local.get(reduced[index]!), mask)),
    ]),
    local.set(isSmaller, i64.shr_s(i64.sub(local.get(reduced[4]!), i64.const(1n << 26n)), i64.const(63n))),
    local.set(reduced[4]!, i64.and(local.get(reduced[4]!), mask)),
    ...LIMBS.map((index) => local.set(number[index]!, choose(index))),
  )
}
