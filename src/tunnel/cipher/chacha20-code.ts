/**
 * ChaCha20 (RFC 8439, section 2.3) in vectors: four blocks at a time, word i of all four in one vector, so that a
 * quarter round of four blocks is that of one. Only additions, XORs and rotations by constants: no branch
 * and no address depends on a secret.
 */
import { COUNTER_AT, KEY_STREAM_AT, STATE_AT } from './memory-layout.ts'
import { transpose } from './vector-lanes.ts'
import {
  type Binary,
  block,
  i8x16,
  i32,
  i32x4,
  i64,
  type Load,
  type Local,
  Locals,
  local,
  repeatWhile,
  type Store,
  v128,
  when,
} from './wasm-instructions.ts'
import type { Code, WasmFunction } from './wasm-module.ts'

export const BLOCK_SIZE = 64
export const STREAM_SIZE = 4 * BLOCK_SIZE
const DOUBLE_ROUNDS = 10

/** "expand 32-byte k" */
const CONSTANTS = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574]

/** Section 2.3: the four columns, then the four diagonals. */
const QUARTER_ROUNDS: readonly (readonly [number, number, number, number])[] = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
]

/** Of a word in a quarter round: a, b, c and d. */
type Place = 0 | 1 | 2 | 3

/** Writes the constants into the state. */
export const setConstants: Code = v128.store(i32.const(STATE_AT), v128.const(CONSTANTS))

/** `(counter)`: writes the key stream's blocks `counter` to `counter + 3`. */
export function keyStreamFunction(): WasmFunction {
  const locals = new Locals(['i32'])
  const [counter] = locals.parameters as [Local]
  const words = locals.takeMany(16, 'v128')
  const turned = locals.takeMany(4, 'v128')
  const roundsLeft = locals.take('i32')
  const rotations = new Rotations(locals)
  return {
    parameters: ['i32'],
    results: [],
    locals: locals.types,
    body: block(
      i32.store(i32.const(0), local.get(counter), COUNTER_AT),
      rotations.prepare(),
      ...words.map((word, index) => local.set(word, initialWord(index))),
      local.set(roundsLeft, i32.const(DOUBLE_ROUNDS)),
      repeatWhile(
        local.get(roundsLeft),
        block(
          doubleRound(words, rotations),
          local.set(roundsLeft, i32.sub(local.get(roundsLeft), i32.const(1))),
        ),
      ),
      ...words.map((word, index) => local.set(word, i32x4.add(local.get(word), initialWord(index)))),
      ...[0, 4, 8, 12].map((first) => storeWords(words.slice(first, first + 4), first, turned)),
    ),
  }
}

/** A word of the state in every lane; the counters follow one another. */
function initialWord(index: number): Code {
  const word = v128.load32_splat(i32.const(0), STATE_AT + 4 * index)
  return index === 12 ? i32x4.add(word, v128.const([0, 1, 2, 3])) : word
}

/**
 * Section 2.1, of all columns, then of all diagonals: each step of the four quarter rounds beside one another, which
 * do not wait for each other.
 */
function doubleRound(words: readonly Local[], rotations: Rotations): Code {
  return [QUARTER_ROUNDS.slice(0, 4), QUARTER_ROUNDS.slice(4)].flatMap((quarters) => {
    const step = (sum: Place, added: Place, mixed: Place, bits: 16 | 12 | 8 | 7): Code =>
      quarters.map((quarter) => {
        const a = words[quarter[sum]]!
        const b = words[quarter[added]]!
        const d = words[quarter[mixed]]!
        return block(
          local.set(a, i32x4.add(local.get(a), local.get(b))),
          local.set(d, v128.xor(local.get(d), local.get(a))),
          rotations.rotate(d, bits),
        )
      })
    return block(step(0, 1, 3, 16), step(2, 3, 1, 12), step(0, 1, 3, 8), step(2, 3, 1, 7))
  })
}

/** Rotations to the left; of whole bytes by moving bytes. */
class Rotations {
  readonly #by16: Local
  readonly #by8: Local

  constructor(locals: Locals) {
    this.#by16 = locals.take('v128')
    this.#by8 = locals.take('v128')
  }

  prepare(): Code {
    return block(
      local.set(this.#by16, v128.const([0x0100_0302, 0x0504_0706, 0x0908_0b0a, 0x0d0c_0f0e])),
      local.set(this.#by8, v128.const([0x0201_0003, 0x0605_0407, 0x0a09_080b, 0x0e0d_0c0f])),
    )
  }

  rotate(word: Local, bits: 16 | 12 | 8 | 7): Code {
    if (bits === 16) return local.set(word, i8x16.swizzle(local.get(word), local.get(this.#by16)))
    if (bits === 8) return local.set(word, i8x16.swizzle(local.get(word), local.get(this.#by8)))
    const left = i32x4.shl(local.get(word), i32.const(bits))
    return local.set(word, v128.or(left, i32x4.shr_u(local.get(word), i32.const(32 - bits))))
  }
}

/** Words `first` to `first + 3`, of four blocks each, to their places in those blocks. */
function storeWords(words: readonly Local[], first: number, turned: readonly Local[]): Code {
  return block(
    transpose(words, turned),
    ...words.map((word, blockIndex) =>
      v128.store(i32.const(0), local.get(word), KEY_STREAM_AT + BLOCK_SIZE * blockIndex + 4 * first),
    ),
  )
}

/** `(at, from, length)`: XORs what lies at `from` into what lies at `at`. */
export function xorFunction(): WasmFunction {
  const locals = new Locals(['i32', 'i32', 'i32'])
  const [at, from, left] = locals.parameters as [Local, Local, Local]
  const xorBy = (load: Load, xor: Binary, store: Store): Code =>
    store(local.get(at), xor(load(local.get(at)), load(local.get(from))))
  const step = (size: number, apply: Code): Code =>
    when(
      i32.ge_u(local.get(left), i32.const(size)),
      repeatWhile(
        i32.ge_u(local.get(left), i32.const(size)),
        block(
          apply,
          local.set(at, i32.add(local.get(at), i32.const(size))),
          local.set(from, i32.add(local.get(from), i32.const(size))),
          local.set(left, i32.sub(local.get(left), i32.const(size))),
        ),
      ),
    )
  return {
    parameters: ['i32', 'i32', 'i32'],
    results: [],
    locals: locals.types,
    body: block(
      step(16, xorBy(v128.load, v128.xor, v128.store)),
      step(8, xorBy(i64.load, i64.xor, i64.store)),
      step(4, xorBy(i32.load, i32.xor, i32.store)),
      step(1, xorBy(i32.load8_u, i32.xor, i32.store8)),
    ),
  }
}
