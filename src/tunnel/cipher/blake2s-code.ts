/**
 * BLAKE2s (RFC 7693) as a WebAssembly module with 128-bit vectors, plain, with a key, and under HMAC (RFC 2104) and HKDF
 * (RFC 5869) with keys and salts of at most a block. Its data lie as `blake2s-layout` says:
 *
 * - `hash(length, parameter)` digests the input; a key is a first block of it, and its size is in the parameter;
 * - `hmac(length)` is that of the input under the key;
 * - `hkdf(length, count)` gives `count` outputs, of the input and of the salt in the key's place.
 *
 * Each wipes key and input. Only additions, XORs and rotations by constants: no branch and no address depends on a
 * secret. That an input fits is the caller's to check.
 */
import { compressFunction } from './blake2s-compress-code.ts'
import { IV } from './blake2s-constants.ts'
import {
  DIGEST_AT,
  DIGEST_MEMORY_IMPORT,
  HMAC_KEY_AT,
  INPUT_AT,
  MADE_BLOCK_AT,
  OUTPUTS_AT,
} from './blake2s-layout.ts'
import {
  block,
  call,
  i32,
  i32x4,
  type Local,
  Locals,
  local,
  repeatWhile,
  select,
  type Value,
  v128,
  when,
} from './wasm-instructions.ts'
import { type Code, encodeModule, type WasmFunction } from './wasm-module.ts'

const BLOCK = 64
const DIGEST = 32
const VECTOR = 16
/** A digest of 32 bytes, no key, neither tree nor salt (section 2.5). */
const PLAIN = 0x0101_0000 | DIGEST
const INNER_PAD = 0x3636_3636
const OUTER_PAD = 0x5c5c_5c5c
/** Says to `compress` that no block follows. */
const LAST = -1

/** Each function's index, and how it is made. */
const FUNCTIONS = [
  compressFunction,
  beginFunction,
  absorbFunction,
  wipeFunction,
  digestHmacFunction,
  hashFunction,
  hmacFunction,
  hkdfFunction,
] as const

const callTo = (callee: (typeof FUNCTIONS)[number], ...operands: readonly Value[]): Code =>
  call(FUNCTIONS.indexOf(callee), ...operands)

/** @returns the module's bytes */
export function encodeBlake2s(): Uint8Array<ArrayBuffer> {
  return encodeModule(
    { ...DIGEST_MEMORY_IMPORT, initialPages: 1 },
    FUNCTIONS.map((create) => create()),
  )
}

const zeros = v128.const([0, 0, 0, 0])
const vectorAt = (at: number, index: number): Value => v128.load(i32.const(at + VECTOR * index))
const storeAt = (at: number, index: number, value: Value): Code =>
  v128.store(i32.const(at + VECTOR * index), value)
const copy = (from: number, to: number, vectors: number): Code =>
  Array.from({ length: vectors }, (_, index) => storeAt(to, index, vectorAt(from, index)))
const clear = (at: number, vectors: number): Code =>
  Array.from({ length: vectors }, (_, index) => storeAt(at, index, zeros))

/** `(parameter)` */
function beginFunction(): WasmFunction {
  const parameter: Local = { index: 0 }
  const first = i32.xor(i32.const(IV[0]), local.get(parameter))
  return {
    parameters: ['i32'],
    results: [],
    locals: [],
    body: block(
      storeAt(DIGEST_AT, 0, i32x4.replace_lane(v128.const(IV.slice(0, 4)), 0, first)),
      storeAt(DIGEST_AT, 1, v128.const(IV.slice(4))),
    ),
  }
}

/** `(length, count)`: the input, with which the message ends, behind `count` bytes of it. */
function absorbFunction(): WasmFunction {
  const locals = new Locals(['i32', 'i32'])
  const [left, count] = locals.parameters as [Local, Local]
  const at = locals.take('i32')
  const isMore = i32.gt_u(local.get(left), i32.const(BLOCK))
  const step = block(
    local.set(count, i32.add(local.get(count), i32.const(BLOCK))),
    callTo(compressFunction, local.get(at), local.get(count), i32.const(0)),
    local.set(at, i32.add(local.get(at), i32.const(BLOCK))),
    local.set(left, i32.sub(local.get(left), i32.const(BLOCK))),
  )
  const whole = i32.add(local.get(count), local.get(left))
  return {
    parameters: ['i32', 'i32'],
    results: [],
    locals: locals.types,
    body: block(
      local.set(at, i32.const(INPUT_AT)),
      when(isMore, repeatWhile(isMore, step)),
      callTo(compressFunction, local.get(at), whole, i32.const(LAST)),
    ),
  }
}

/** `(length)`: wipes so much of the input, the key, and the block that was made. */
function wipeFunction(): WasmFunction {
  const locals = new Locals(['i32'])
  const [length] = locals.parameters as [Local]
  const at = locals.take('i32')
  const step = block(
    v128.store(local.get(at), zeros, INPUT_AT),
    local.set(at, i32.add(local.get(at), i32.const(VECTOR))),
  )
  return {
    parameters: ['i32'],
    results: [],
    locals: locals.types,
    body: block(
      clear(HMAC_KEY_AT, BLOCK / VECTOR),
      clear(MADE_BLOCK_AT, BLOCK / VECTOR),
      repeatWhile(i32.gt_u(local.get(length), local.get(at)), step),
    ),
  }
}

/** `(length)`: leaves the HMAC of the input where digests lie. */
function digestHmacFunction(): WasmFunction {
  const locals = new Locals(['i32'])
  const [length] = locals.parameters as [Local]
  const inner = locals.takeMany(DIGEST / VECTOR, 'v128')
  const compressMade = (count: number, last: Value): Code =>
    callTo(compressFunction, i32.const(MADE_BLOCK_AT), i32.const(count), last)
  const beginWith = (pad: number): Code => [
    ...Array.from({ length: BLOCK / VECTOR }, (_, index) =>
      storeAt(MADE_BLOCK_AT, index, v128.xor(vectorAt(HMAC_KEY_AT, index), v128.const([pad, pad, pad, pad]))),
    ),
    callTo(beginFunction, i32.const(PLAIN)),
  ]
  return {
    parameters: ['i32'],
    results: [],
    locals: locals.types,
    body: block(
      beginWith(INNER_PAD),
      // Where no input follows, the key's block is the last.
      compressMade(BLOCK, select(i32.const(0), i32.const(LAST), local.get(length))),
      when(local.get(length), callTo(absorbFunction, local.get(length), i32.const(BLOCK))),
      ...inner.map((vector, index) => local.set(vector, vectorAt(DIGEST_AT, index))),
      beginWith(OUTER_PAD),
      compressMade(BLOCK, i32.const(0)),
      ...inner.map((vector, index) => storeAt(MADE_BLOCK_AT, index, local.get(vector))),
      clear(MADE_BLOCK_AT + DIGEST, (BLOCK - DIGEST) / VECTOR),
      compressMade(BLOCK + DIGEST, i32.const(LAST)),
    ),
  }
}

function hashFunction(): WasmFunction {
  const [length, parameter]: readonly Local[] = [{ index: 0 }, { index: 1 }]
  return {
    exportedAs: 'hash',
    parameters: ['i32', 'i32'],
    results: [],
    locals: [],
    body: block(
      callTo(beginFunction, local.get(parameter!)),
      callTo(absorbFunction, local.get(length!), i32.const(0)),
      callTo(wipeFunction, local.get(length!)),
    ),
  }
}

function hmacFunction(): WasmFunction {
  const length: Local = { index: 0 }
  return {
    exportedAs: 'hmac',
    parameters: ['i32'],
    results: [],
    locals: [],
    body: block(callTo(digestHmacFunction, local.get(length)), callTo(wipeFunction, local.get(length))),
  }
}

/** Section 2.3 of RFC 5869, without any info: each output is of the one before and its number. */
function hkdfFunction(): WasmFunction {
  const locals = new Locals(['i32', 'i32'])
  const [length, count] = locals.parameters as [Local, Local]
  const index = locals.take('i32')
  const size = locals.take('i32')
  const at = i32.shl(local.get(index), i32.const(5))
  const output = block(
    i32.store8(local.get(size), i32.add(local.get(index), i32.const(1)), INPUT_AT),
    callTo(digestHmacFunction, i32.add(local.get(size), i32.const(1))),
    copy(DIGEST_AT, INPUT_AT, DIGEST / VECTOR),
    v128.store(at, vectorAt(DIGEST_AT, 0), OUTPUTS_AT),
    v128.store(at, vectorAt(DIGEST_AT, 1), OUTPUTS_AT + VECTOR),
    local.set(size, i32.const(DIGEST)),
    local.set(index, i32.add(local.get(index), i32.const(1))),
  )
  return {
    exportedAs: 'hkdf',
    parameters: ['i32', 'i32'],
    results: [],
    locals: locals.types,
    body: block(
      callTo(digestHmacFunction, local.get(length)),
      callTo(wipeFunction, local.get(length)),
      copy(DIGEST_AT, HMAC_KEY_AT, DIGEST / VECTOR),
      repeatWhile(i32.gt_u(local.get(count), local.get(index)), output),
      callTo(wipeFunction, i32.const(DIGEST + 1)),
    ),
  }
}
