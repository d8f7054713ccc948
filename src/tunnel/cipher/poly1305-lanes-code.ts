/**
 * Poly1305 in vectors: four blocks at a time, a lane each. Every lane goes on by r^4, and at the end lane i by
 * r^(4 − i), so that their sum is what one block after another would have given.
 */
import { ACCUMULATOR_AT, FOURTH_POWER_AT, LANE_POWERS_AT, MULTIPLIER_AT } from './memory-layout.ts'
import {
  LIMB_BITS,
  LIMBS,
  loadLimbs,
  type Multiplier,
  metBy,
  multiply,
  setMultiplier,
  takeMultiplier,
} from './poly1305-code.ts'
import { transpose } from './vector-lanes.ts'
import {
  block,
  i32,
  i32x4,
  i64,
  i64x2,
  type Local,
  Locals,
  local,
  repeatWhile,
  select,
  shuffle32,
  type Value,
  v128,
} from './wasm-instructions.ts'
import type { Code, WasmFunction } from './wasm-module.ts'

export const GROUP_SIZE = 64
const LIMB_MASK = 0x3ff_ffff
const HIGH_BIT = 1 << 24

const lanes = (word: number): Value => v128.const([word, word, word, word])

/** `(at, count)`: takes in so many groups of four blocks, at least one. */
export function absorbGroupsFunction(): WasmFunction {
  const locals = new Locals(['i32', 'i32'])
  const [at, left] = locals.parameters as [Local, Local]
  const table = locals.take('i32')
  const accumulator = locals.takeMany(5, 'v128')
  const lanesTaken = takeLanes(locals)
  return {
    parameters: ['i32', 'i32'],
    results: [],
    body: block(
      storePowers(locals),
      ...accumulator.map((limb, index) =>
        local.set(limb, v128.load32_zero(i32.const(0), ACCUMULATOR_AT + 8 * index)),
      ),
      repeatWhile(
        local.get(left),
        block(
          local.set(left, i32.sub(local.get(left), i32.const(1))),
          local.set(table, select(i32.const(FOURTH_POWER_AT), i32.const(LANE_POWERS_AT), local.get(left))),
          addGroup(accumulator, at, lanesTaken),
          multiplyLanes(accumulator, table, lanesTaken),
          local.set(at, i32.add(local.get(at), i32.const(GROUP_SIZE))),
        ),
      ),
      ...accumulator.map((limb, index) =>
        i64.store(i32.const(0), i64.extend_i32_u(sumOfLanes(limb)), ACCUMULATOR_AT + 8 * index),
      ),
    ),
    locals: locals.types,
  }
}

interface Lanes {
  /** Words of the blocks, and room to turn them. */
  readonly words: readonly Local[]
  readonly spare: readonly Local[]
  readonly limbs: readonly Local[]
  readonly fives: readonly Local[]
  /** Sums of products, of the two lower and the two upper lanes. */
  readonly lower: readonly Local[]
  readonly upper: readonly Local[]
}

function takeLanes(locals: Locals): Lanes {
  const take = (count: number): Local[] => locals.takeMany(count, 'v128')
  return { words: take(4), spare: take(4), limbs: take(5), fives: take(5), lower: take(5), upper: take(5) }
}

/** Adds four blocks, a lane each. */
function addGroup(accumulator: readonly Local[], at: Local, { words, spare }: Lanes): Code {
  const word = (index: number): Value => local.get(words[index]!)
  const across = (lower: number, right: number, left: number): Value =>
    v128.or(i32x4.shr_u(word(lower), i32.const(right)), i32x4.shl(word(lower + 1), i32.const(left)))
  const limb = (value: Value): Value => v128.and(value, lanes(LIMB_MASK))
  const limbs = [
    limb(word(0)),
    limb(across(0, 26, 6)),
    limb(across(1, 20, 12)),
    limb(across(2, 14, 18)),
    v128.or(i32x4.shr_u(word(3), i32.const(8)), lanes(HIGH_BIT)),
  ]
  return block(
    ...words.map((each, index) => local.set(each, v128.load(local.get(at), 16 * index))),
    transpose(words, spare),
    ...accumulator.map((each, index) => local.set(each, i32x4.add(local.get(each), limbs[index]!))),
  )
}

/** Multiplies each lane by its lane of the multiplier at `table`. */
function multiplyLanes(accumulator: readonly Local[], table: Local, taken: Lanes): Code {
  const { limbs, fives, lower, upper } = taken
  const sum = (product: number, multiplied: (left: Value, right: Value) => Value): Value =>
    LIMBS.map((factor) =>
      multiplied(local.get(accumulator[factor]!), local.get(metBy(taken, product, factor))),
    ).reduce((total, each) => i64x2.add(total, each))
  return block(
    ...limbs.map((limb, index) => local.set(limb, v128.load(local.get(table), 16 * index))),
    ...fives.slice(1).map((five, index) => local.set(five, v128.load(local.get(table), 16 * (5 + index)))),
    ...lower.map((each, product) => local.set(each, sum(product, i64x2.extmul_low_i32x4_u))),
    ...upper.map((each, product) => local.set(each, sum(product, i64x2.extmul_high_i32x4_u))),
    carryLanes(lower),
    carryLanes(upper),
    ...accumulator.map((limb, index) =>
      local.set(limb, shuffle32(local.get(lower[index]!), local.get(upper[index]!), [0, 2, 4, 6])),
    ),
  )
}

/** Two chains of carries at a time, which do not wait for each other. */
const CARRIES = [0, 3, 1, 4, 2, 0, 3]

function carryLanes(sums: readonly Local[]): Code {
  const mask = v128.const([LIMB_MASK, 0, LIMB_MASK, 0])
  return CARRIES.flatMap((from) => {
    const to = sums[(from + 1) % 5]!
    const over = i64x2.shr_u(local.get(sums[from]!), i32.const(LIMB_BITS))
    // What goes over 2^130 comes back times five.
    const added = from === 4 ? i64x2.add(over, i64x2.shl(over, i32.const(2))) : over
    return block(
      local.set(to, i64x2.add(local.get(to), added)),
      local.set(sums[from]!, v128.and(local.get(sums[from]!), mask)),
    )
  })
}

function sumOfLanes(limb: Local): Value {
  return [0, 1, 2, 3]
    .map((lane) => i32x4.extract_lane(local.get(limb), lane))
    .reduce((sum, each) => i32.add(sum, each))
}

/** Writes the multipliers of both tables. */
function storePowers(locals: Locals): Code {
  const power = locals.takeMany(5, 'i64')
  const sums = locals.takeMany(5, 'i64')
  const multiplier = takeMultiplier(locals)
  const next = multiply(power, multiplier, sums)
  const asNumber: Multiplier = { limbs: power, fives: [] }
  return block(
    setMultiplier(multiplier, loadLimbs(MULTIPLIER_AT)),
    ...power.map((limb, index) => local.set(limb, local.get(multiplier.limbs[index]!))),
    storePower(asNumber, LANE_POWERS_AT + 12),
    next,
    storePower(asNumber, LANE_POWERS_AT + 8),
    next,
    storePower(asNumber, LANE_POWERS_AT + 4),
    next,
    storePower(asNumber, LANE_POWERS_AT),
    ...[0, 4, 8, 12].map((lane) => storePower(asNumber, FOURTH_POWER_AT + lane)),
  )
}

/** Into one lane of nine vectors: the limbs, and five times those above the first. */
function storePower({ limbs }: Multiplier, at: number): Code {
  const values = limbs.map((limb) => local.get(limb))
  const all = [...values, ...values.slice(1).map((value) => i64.mul(value, i64.const(5n)))]
  return block(...all.map((value, index) => i64.store32(i32.const(0), value, at + 16 * index)))
}
