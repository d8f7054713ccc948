/**
 * The compression function of BLAKE2s (RFC 7693, section 3.2) in vectors: the 16 words are four rows, and a step of all
 * four columns is one of their rows. The message's words are taken to their lanes straight from memory.
 */
import { IV, SIGMA } from './blake2s-constants.ts'
import { DIGEST_AT } from './blake2s-layout.ts'
import {
  block,
  i8x16,
  i32,
  i32x4,
  type Local,
  Locals,
  local,
  shuffle32,
  type Value,
  v128,
} from './wasm-instructions.ts'
import type { Code, WasmFunction } from './wasm-module.ts'

const VECTOR = 16

/** `(at, count, last)`: the block at `at`, `count` bytes with it, `last` all ones where no other follows (section 3.2). */
export function compressFunction(): WasmFunction {
  const locals = new Locals(['i32', 'i32', 'i32'])
  const [at, count, last] = locals.parameters as [Local, Local, Local]
  const rows = locals.takeMany(4, 'v128')
  const [a, b, c, d] = rows as [Local, Local, Local, Local]
  const ends = i32x4.replace_lane(
    i32x4.replace_lane(v128.const([0, 0, 0, 0]), 0, local.get(count)),
    2,
    local.get(last),
  )
  return {
    parameters: ['i32', 'i32', 'i32'],
    results: [],
    locals: locals.types,
    body: block(
      local.set(a, v128.load(i32.const(DIGEST_AT))),
      local.set(b, v128.load(i32.const(DIGEST_AT + VECTOR))),
      local.set(c, v128.const(IV.slice(0, 4))),
      local.set(d, v128.xor(v128.const(IV.slice(4)), ends)),
      ...SIGMA.map((words) => round(rows, at, words)),
      mixInto(DIGEST_AT, a, c),
      mixInto(DIGEST_AT + VECTOR, b, d),
    ),
  }
}

const mixInto = (at: number, one: Local, other: Local): Code =>
  v128.store(i32.const(at), v128.xor(v128.load(i32.const(at)), v128.xor(local.get(one), local.get(other))))

/** Four columns at once, then four diagonals, for which the rows are turned until they stand in columns. */
function round(rows: readonly Local[], at: Local, words: readonly number[]): Code {
  const turn = (by: readonly [number, number, number]): Code =>
    by.map((lanes, index) => {
      const row = rows[index + 1]!
      return local.set(
        row,
        shuffle32(
          local.get(row),
          local.get(row),
          [0, 1, 2, 3].map((lane) => (lane + lanes) % 4),
        ),
      )
    })
  const gather = (first: number): Value =>
    [1, 2, 3].reduce(
      (vector, lane) => v128.load32_lane(local.get(at), vector, lane, 4 * words[first + 2 * lane]!),
      v128.load32_zero(local.get(at), 4 * words[first]!),
    )
  return block(
    quarterRounds(rows, gather(0), gather(1)),
    turn([1, 2, 3]),
    quarterRounds(rows, gather(8), gather(9)),
    turn([3, 2, 1]),
  )
}

/** `G` of section 3.1, four of them beside one another. */
function quarterRounds(rows: readonly Local[], first: Value, second: Value): Code {
  const [a, b, c, d] = rows as [Local, Local, Local, Local]
  const half = (words: Value, forD: 16 | 8, forB: 12 | 7): Code =>
    block(
      local.set(a, i32x4.add(i32x4.add(local.get(a), words), local.get(b))),
      local.set(d, turnRight(v128.xor(local.get(d), local.get(a)), forD)),
      local.set(c, i32x4.add(local.get(c), local.get(d))),
      local.set(b, v128.xor(local.get(b), local.get(c))),
      local.set(
        b,
        v128.or(i32x4.shr_u(local.get(b), i32.const(forB)), i32x4.shl(local.get(b), i32.const(32 - forB))),
      ),
    )
  return block(half(first, 16, 12), half(second, 8, 7))
}

/** By whole bytes, which are moved. */
function turnRight(words: Value, bits: 16 | 8): Value {
  const bytes = [0, 4, 8, 12].flatMap((word) => [0, 1, 2, 3].map((byte) => word + ((byte + bits / 8) % 4)))
  return i8x16.swizzle(words, v128.const(toWords(bytes)))
}

function toWords(bytes: readonly number[]): number[] {
  const view = new DataView(Uint8Array.from(bytes).buffer)
  return [0, 4, 8, 12].map((at) => view.getUint32(at, true))
}
