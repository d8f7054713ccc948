/**
 * The instructions of WebAssembly that the cipher is made of, with the names of the specification (Core 2.0,
 * section 5.4). An instruction takes the code of its operands, so that code reads as an expression; what
 * leaves no value is a statement, and statements stand one behind another in {@link block}.
 */
import { type Code, signed, signedLong, unsigned, type ValueType } from './wasm-module.ts'

/** Code that leaves one value. */
export type Value = Code

/** A parameter or local variable of one function. */
export interface Local {
  readonly index: number
}

type Unary = (operand: Value) => Value
export type Binary = (left: Value, right: Value) => Value
/** At `address` plus `offset`; no alignment is asked for. */
export type Load = (address: Value, offset?: number) => Value
export type Store = (address: Value, value: Value, offset?: number) => Code

const unary =
  (opcode: Code | number): Unary =>
  (operand) => [operand, opcode]
const binary =
  (opcode: Code | number): Binary =>
  (left, right) => [left, right, opcode]
const BYTE_ALIGNED = 0
const load =
  (opcode: Code | number): Load =>
  (address, offset = 0) => [address, opcode, BYTE_ALIGNED, unsigned(offset)]
const store =
  (opcode: Code | number): Store =>
  (address, value, offset = 0) => [address, value, opcode, BYTE_ALIGNED, unsigned(offset)]
/** The vector instructions have a prefix; their numbers go on in LEB128. */
const simd = (opcode: number): Code => [0xfd, unsigned(opcode)]

export const i32 = {
  const: (value: number): Value => [0x41, signed(value | 0)],
  load: load(0x28),
  load8_u: load(0x2d),
  store: store(0x36),
  store8: store(0x3a),
  eqz: unary(0x45),
  gt_u: binary(0x4b),
  ge_u: binary(0x4f),
  add: binary(0x6a),
  sub: binary(0x6b),
  and: binary(0x71),
  xor: binary(0x73),
  shl: binary(0x74),
  shr_u: binary(0x76),
  wrap_i64: unary(0xa7),
} as const

export const i64 = {
  const: (value: bigint): Value => [0x42, signedLong(BigInt.asIntN(64, value))],
  load: load(0x29),
  store: store(0x37),
  store32: store(0x3e),
  lt_u: binary(0x54),
  add: binary(0x7c),
  sub: binary(0x7d),
  mul: binary(0x7e),
  and: binary(0x83),
  or: binary(0x84),
  xor: binary(0x85),
  shl: binary(0x86),
  shr_s: binary(0x87),
  shr_u: binary(0x88),
  extend_i32_u: unary(0xad),
} as const

export const v128 = {
  load: load(simd(0x00)),
  load32_zero: load(simd(0x5c)),
  load32_splat: load(simd(0x09)),
  store: store(simd(0x0b)),
  /** `vector` with the 32 bits at `address` plus `offset` in one lane. */
  load32_lane: (address: Value, vector: Value, lane: number, offset = 0): Value => [
    address,
    vector,
    simd(0x56),
    BYTE_ALIGNED,
    unsigned(offset),
    lane,
  ],
  /** Four lanes of 32 bits. */
  const: (lanes: readonly number[]): Value => [simd(0x0c), ...lanes.map(littleEndian)],
  and: binary(simd(0x4e)),
  or: binary(simd(0x50)),
  xor: binary(simd(0x51)),
  any_true: unary(simd(0x53)),
} as const

export const i8x16 = {
  /** Lane i of the result is lane `lanes[i]` of the 32 of `left` and `right`. */
  shuffle: (left: Value, right: Value, lanes: readonly number[]): Value => [left, right, simd(0x0d), lanes],
  swizzle: binary(simd(0x0e)),
} as const

export const i32x4 = {
  extract_lane: (operand: Value, lane: number): Value => [operand, simd(0x1b), lane],
  replace_lane: (operand: Value, lane: number, value: Value): Value => [operand, value, simd(0x1c), lane],
  splat: unary(simd(0x11)),
  shl: binary(simd(0xab)),
  shr_u: binary(simd(0xad)),
  add: binary(simd(0xae)),
} as const

export const i64x2 = {
  splat: unary(simd(0x12)),
  extract_lane: (operand: Value, lane: number): Value => [operand, simd(0x1d), lane],
  shl: binary(simd(0xcb)),
  shr_u: binary(simd(0xcd)),
  add: binary(simd(0xce)),
  extmul_low_i32x4_u: binary(simd(0xde)),
  extmul_high_i32x4_u: binary(simd(0xdf)),
} as const

/** A shuffle of lanes of 32 bits. */
export function shuffle32(left: Value, right: Value, lanes: readonly number[]): Value {
  return i8x16.shuffle(
    left,
    right,
    lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte)),
  )
}

export const local = {
  get: ({ index }: Local): Value => [0x20, unsigned(index)],
  set: ({ index }: Local, value: Value): Code => [value, 0x21, unsigned(index)],
} as const

export const call = (functionIndex: number, ...operands: readonly Value[]): Code => [
  operands,
  0x10,
  unsigned(functionIndex),
]

/** `left` where `condition` is not zero, else `right`. */
export const select = (left: Value, right: Value, condition: Value): Value => [left, right, condition, 0x1b]

/** Statements, one behind another. */
export const block = (...statements: readonly Code[]): Code => statements

const NO_RESULT = 0x40
const END = 0x0b

export const when = (condition: Value, then: Code): Code => [condition, 0x04, NO_RESULT, then, END]

/** Repeats `body` as long as `condition` holds, which is asked behind it: at least once. */
export const repeatWhile = (condition: Value, body: Code): Code => [
  0x03,
  NO_RESULT,
  body,
  condition,
  0x0d,
  0,
  END,
]

/** Hands out a function's local variables. */
export class Locals {
  readonly types: ValueType[] = []
  readonly parameters: readonly Local[]

  constructor(parameters: readonly ValueType[]) {
    this.parameters = parameters.map((_, index) => ({ index }))
  }

  take(type: ValueType): Local {
    this.types.push(type)
    return { index: this.parameters.length + this.types.length - 1 }
  }

  takeMany(count: number, type: ValueType): Local[] {
    return Array.from({ length: count }, () => this.take(type))
  }
}

function littleEndian(word: number): number[] {
  return [word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff, word >>> 24]
}
