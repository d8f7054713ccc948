/**
 * The binary format of a WebAssembly module (WebAssembly Core Specification 2.0, section 5), as far as a module
 * of functions over one memory needs it. Types are not checked here: the engine validates what it compiles.
 */

/** Bytes, in pieces of pieces: they are joined once, when all are there. */
export interface Code extends ReadonlyArray<number | Code> {}

export const VALUE_TYPE = { i32: 0x7f, i64: 0x7e, v128: 0x7b } as const
export type ValueType = keyof typeof VALUE_TYPE

export interface WasmFunction {
  /** Under which others call it from outside; without one only the module's own functions call it. */
  readonly exportedAs?: string
  readonly parameters: readonly ValueType[]
  readonly results: readonly ValueType[]
  /** Behind the parameters, in the order of their indices. */
  readonly locals: readonly ValueType[]
  readonly body: Code
}

/** The memory that a module imports. */
export interface WasmMemory {
  readonly module: string
  readonly name: string
  readonly initialPages: number
}

const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const SECTION = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const
const FUNCTION_TYPE = 0x60
const MEMORY_KIND = 0x02
const FUNCTION_KIND = 0x00
const NO_MAXIMUM = 0x00
const END = 0x0b

/** @returns the module's bytes; a function's index is its place in `functions` */
export function encodeModule(
  memory: WasmMemory,
  functions: readonly WasmFunction[],
): Uint8Array<ArrayBuffer> {
  const exports = functions.flatMap(({ exportedAs }, index) =>
    exportedAs === undefined ? [] : [[text(exportedAs), FUNCTION_KIND, unsigned(index)]],
  )
  const { module, name, initialPages } = memory
  const imported = [text(module), text(name), MEMORY_KIND, NO_MAXIMUM, unsigned(initialPages)]
  return new Uint8Array(
    join([
      MAGIC_AND_VERSION,
      section(SECTION.type, functions.map(typeOf)),
      section(SECTION.import, [imported]),
      section(
        SECTION.function,
        functions.map((_, index) => unsigned(index)),
      ),
      section(SECTION.export, exports),
      section(SECTION.code, functions.map(bodyOf)),
    ]),
  )
}

function typeOf({ parameters, results }: WasmFunction): Code {
  return [FUNCTION_TYPE, valueTypes(parameters), valueTypes(results)]
}

function bodyOf({ locals, body }: WasmFunction): Code {
  const declared = vector(locals.map((type) => [1, VALUE_TYPE[type]]))
  return sized(join([declared, body, END]))
}

function section(id: number, entries: readonly Code[]): Code {
  return [id, sized(join(vector(entries)))]
}

const sized = (content: readonly number[]): Code => [unsigned(content.length), content]

const vector = (entries: Code): Code => [unsigned(entries.length), entries]

const valueTypes = (types: readonly ValueType[]): Code => vector(types.map((type) => VALUE_TYPE[type]))

const text = (value: string): Code => vector([...Buffer.from(value)])

function join(code: Code, bytes: number[] = []): number[] {
  for (const piece of code) {
    if (typeof piece === 'number') bytes.push(piece)
    else join(piece, bytes)
  }
  return bytes
}

/** LEB128 of a number below 2^31. */
export function unsigned(value: number): Code {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80)
  bytes.push(rest)
  return bytes
}

/** LEB128 of a number of 32 bits, in two's complement. */
export function signed(value: number): Code {
  const bytes: number[] = []
  let rest = value
  for (; rest < -0x40 || rest > 0x3f; rest >>= 7) bytes.push((rest & 0x7f) | 0x80)
  bytes.push(rest & 0x7f)
  return bytes
}

/** LEB128 of a number of 64 bits, in two's complement. */
export function signedLong(value: bigint): Code {
  const bytes: number[] = []
  let rest = value
  for (; rest < -0x40n || rest > 0x3fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80)
  bytes.push(Number(rest & 0x7fn))
  return bytes
}
