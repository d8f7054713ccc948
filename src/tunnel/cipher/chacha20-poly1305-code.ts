/**
 * ChaCha20-Poly1305 (RFC 8439, section 2.8) as a WebAssembly module with 128-bit vectors, over a memory that it
 * imports: `seal(at, length, associatedAt, associatedLength)` and `open` with the same, which returns 1 where
 * the tag was right. Key and nonce are written into the state before each call (`memory-layout`); nothing
 * of them, of the key stream or of the one-time key is left in memory after it. Whether the packet lies in the
 * memory is the caller's to check.
 */
import { BLOCK_SIZE, keyStreamFunction, STREAM_SIZE, setConstants, xorFunction } from './chacha20-code.ts'
import { KEY_STREAM_AT, LAST_BLOCK_AT, MEMORY_IMPORT, OWN_SIZE, STATE_AT, TAG_AT } from './memory-layout.ts'
import { absorbBlocksFunction, oneTimeKeyFunction, tagFunction } from './poly1305-code.ts'
import { absorbGroupsFunction, GROUP_SIZE } from './poly1305-lanes-code.ts'
import {
  block,
  call,
  i32,
  i64,
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

/** The powers of r cost as much as some blocks: fewer go one by one. */
const LEAST_GROUPS = 4
const WORD_SIZE = 16

/** Each function's index, and how it is made. */
const FUNCTIONS = [
  keyStreamFunction,
  xorFunction,
  oneTimeKeyFunction,
  absorbBlocksFunction,
  absorbGroupsFunction,
  tagFunction,
  absorbFunction,
  cryptFunction,
  authenticateFunction,
  wipeFunction,
  sealFunction,
  openFunction,
] as const

const callTo = (callee: (typeof FUNCTIONS)[number], ...operands: readonly Value[]): Code =>
  call(FUNCTIONS.indexOf(callee), ...operands)

/** @returns the module's bytes */
export function encodeCipher(): Uint8Array<ArrayBuffer> {
  return encodeModule(
    { ...MEMORY_IMPORT, initialPages: 1 },
    FUNCTIONS.map((create) => create()),
  )
}

/** `(at, length)`: takes in what lies there, filled up with zeros to whole blocks. */
function absorbFunction(): WasmFunction {
  const locals = new Locals(['i32', 'i32'])
  const [at, length] = locals.parameters as [Local, Local]
  const groups = i32.shr_u(local.get(length), i32.const(6))
  const blocks = i32.shr_u(local.get(length), i32.const(4))
  const skip = (size: Value, of: number): Code =>
    block(
      local.set(at, i32.add(local.get(at), i32.and(size, i32.const(-of)))),
      local.set(length, i32.and(local.get(length), i32.const(of - 1))),
    )
  return {
    parameters: ['i32', 'i32'],
    results: [],
    locals: [],
    body: block(
      when(
        i32.ge_u(local.get(length), i32.const(LEAST_GROUPS * GROUP_SIZE)),
        block(callTo(absorbGroupsFunction, local.get(at), groups), skip(local.get(length), GROUP_SIZE)),
      ),
      when(
        i32.ge_u(local.get(length), i32.const(WORD_SIZE)),
        block(callTo(absorbBlocksFunction, local.get(at), blocks), skip(local.get(length), WORD_SIZE)),
      ),
      when(
        local.get(length),
        block(
          v128.store(i32.const(LAST_BLOCK_AT), v128.const([0, 0, 0, 0])),
          callTo(xorFunction, i32.const(LAST_BLOCK_AT), local.get(at), local.get(length)),
          callTo(absorbBlocksFunction, i32.const(LAST_BLOCK_AT), i32.const(1)),
        ),
      ),
    ),
  }
}

/** `(at, length)`: XORs the key stream from block 1 on; blocks 0 to 3 have been made. */
function cryptFunction(): WasmFunction {
  const locals = new Locals(['i32', 'i32'])
  const [at, length] = locals.parameters as [Local, Local]
  const [counter, part] = locals.takeMany(2, 'i32') as [Local, Local]
  const applyPart = (streamAt: number, most: number): Code =>
    block(
      local.set(part, smaller(local.get(length), i32.const(most))),
      callTo(xorFunction, local.get(at), i32.const(streamAt), local.get(part)),
      local.set(at, i32.add(local.get(at), local.get(part))),
      local.set(length, i32.sub(local.get(length), local.get(part))),
    )
  return {
    parameters: ['i32', 'i32'],
    results: [],
    locals: locals.types,
    body: block(
      applyPart(KEY_STREAM_AT + BLOCK_SIZE, STREAM_SIZE - BLOCK_SIZE),
      when(
        local.get(length),
        repeatWhile(
          local.get(length),
          block(
            local.set(counter, i32.add(local.get(counter), i32.const(4))),
            callTo(keyStreamFunction, local.get(counter)),
            applyPart(KEY_STREAM_AT, STREAM_SIZE),
          ),
        ),
      ),
    ),
  }
}

const smaller = (left: Value, right: Value): Value => select(right, left, i32.ge_u(left, right))

/** `(at, length, associatedAt, associatedLength)`: computes the tag of a ciphertext, section 2.8. */
function authenticateFunction(): WasmFunction {
  const locals = new Locals(['i32', 'i32', 'i32', 'i32'])
  const [at, length, associatedAt, associatedLength] = locals.parameters as [Local, Local, Local, Local]
  return {
    parameters: ['i32', 'i32', 'i32', 'i32'],
    results: [],
    locals: [],
    body: block(
      callTo(absorbFunction, local.get(associatedAt), local.get(associatedLength)),
      callTo(absorbFunction, local.get(at), local.get(length)),
      i64.store(i32.const(0), i64.extend_i32_u(local.get(associatedLength)), LAST_BLOCK_AT),
      i64.store(i32.const(0), i64.extend_i32_u(local.get(length)), LAST_BLOCK_AT + 8),
      callTo(absorbBlocksFunction, i32.const(LAST_BLOCK_AT), i32.const(1)),
      callTo(tagFunction),
    ),
  }
}

/** Zeroes all that is the cipher's own. */
function wipeFunction(): WasmFunction {
  const places = Array.from({ length: (OWN_SIZE - STATE_AT) / 16 }, (_, index) => STATE_AT + 16 * index)
  const zero = v128.const([0, 0, 0, 0])
  return {
    parameters: [],
    results: [],
    locals: [],
    body: block(...places.map((place) => v128.store(i32.const(0), zero, place))),
  }
}

/** The one-time key comes of the block of counter 0, section 2.6. */
const begin = (): Code =>
  block(setConstants, callTo(keyStreamFunction, i32.const(0)), callTo(oneTimeKeyFunction))

function sealFunction(): WasmFunction {
  const locals = new Locals(['i32', 'i32', 'i32', 'i32'])
  const [at, length, associatedAt, associatedLength] = locals.parameters as [Local, Local, Local, Local]
  const end = i32.add(local.get(at), local.get(length))
  return {
    exportedAs: 'seal',
    parameters: ['i32', 'i32', 'i32', 'i32'],
    results: [],
    locals: [],
    body: block(
      begin(),
      callTo(cryptFunction, local.get(at), local.get(length)),
      callTo(authenticateFunction, ...[at, length, associatedAt, associatedLength].map(local.get)),
      v128.store(end, v128.load(i32.const(TAG_AT))),
      callTo(wipeFunction),
    ),
  }
}

/** Decrypts only what is authentic. */
function openFunction(): WasmFunction {
  const locals = new Locals(['i32', 'i32', 'i32', 'i32'])
  const [at, length, associatedAt, associatedLength] = locals.parameters as [Local, Local, Local, Local]
  const isAuthentic = locals.take('i32')
  const tag = v128.load(i32.add(local.get(at), local.get(length)))
  return {
    exportedAs: 'open',
    parameters: ['i32', 'i32', 'i32', 'i32'],
    results: ['i32'],
    locals: locals.types,
    body: block(
      begin(),
      callTo(authenticateFunction, ...[at, length, associatedAt, associatedLength].map(local.get)),
      // All 16 bytes at once: how many are right is not to be told by time.
      local.set(isAuthentic, i32.eqz(v128.any_true(v128.xor(tag, v128.load(i32.const(TAG_AT)))))),
      when(local.get(isAuthentic), callTo(cryptFunction, local.get(at), local.get(length))),
      callTo(wipeFunction),
      local.get(isAuthentic),
    ),
  }
}
