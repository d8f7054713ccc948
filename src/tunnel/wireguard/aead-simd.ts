/**
 * Tier C where the engine has 128-bit vectors: our own ChaCha20-Poly1305 in WebAssembly (`../cipher`). Arenas
 * are parts of its memory: a packet is sealed or opened where it lies, and no object is made on the way.
 * Where a packet lies is checked here, before each call; keys stay outside and go in for a call only.
 */
import { assembledCipher } from '../cipher/assembled.ts'
import { KEY_AT, MEMORY_IMPORT, NONCE_AT, OWN_SIZE } from '../cipher/memory-layout.ts'
import { engine, WASM_PAGE, type WasmMemoryObject } from '../cipher/webassembly.ts'
import { type Aead, type AeadKey, type Arena, TAG_SIZE } from './aead.ts'

const KEY_WORDS = 8
/** Arenas begin where a cache line does. */
const ALIGNMENT = 64

interface CipherExports {
  seal(at: number, length: number, associatedAt: number, associatedLength: number): void
  open(at: number, length: number, associatedAt: number, associatedLength: number): number
}

/** @throws where the engine has no vectors */
export function createSimdAead(): Aead {
  const bytes = assembledCipher()
  if (!engine.validate(bytes)) throw new Error('this engine has no 128-bit vectors in WebAssembly')
  const memory = new engine.Memory({ initial: 1 })
  const imports = { [MEMORY_IMPORT.module]: { [MEMORY_IMPORT.name]: memory } }
  const { exports } = new engine.Instance(new engine.Module(bytes), imports)
  const cipher = new Cipher(memory, exports as CipherExports)
  return {
    name: 'simd',
    allocate: (size) => new SimdArena(cipher, size),
    importKey: (key) => new SimdAeadKey(cipher, key),
  }
}

/** The module's functions, and the views of its memory, which change when it grows. */
class Cipher {
  readonly exports: CipherExports
  bytes: Buffer
  words: Uint32Array
  view: DataView
  readonly #memory: WasmMemoryObject
  #end = OWN_SIZE

  constructor(memory: WasmMemoryObject, exports: CipherExports) {
    this.exports = exports
    this.#memory = memory
    this.bytes = Buffer.from(memory.buffer)
    this.words = new Uint32Array(memory.buffer)
    this.view = new DataView(memory.buffer)
  }

  /** @throws RangeError where there is no memory */
  allocate(size: number): number {
    const at = Math.ceil(this.#end / ALIGNMENT) * ALIGNMENT
    const missing = at + size - this.bytes.length
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / WASM_PAGE))
      this.bytes = Buffer.from(this.#memory.buffer)
      this.words = new Uint32Array(this.#memory.buffer)
      this.view = new DataView(this.#memory.buffer)
    }
    this.#end = at + size
    return at
  }

  /** The words of the key as they are in memory, whichever order their bytes have here. */
  arm(key: Uint32Array, low: number, high: number): void {
    const { words, view } = this
    for (let i = 0; i < KEY_WORDS; i++) words[KEY_AT / 4 + i] = key[i]!
    view.setUint32(NONCE_AT + 4, low, true)
    view.setUint32(NONCE_AT + 8, high, true)
  }
}

class SimdArena implements Arena {
  readonly address: number
  readonly size: number
  readonly cipher: Cipher
  #of: Buffer
  #bytes: Buffer

  constructor(cipher: Cipher, size: number) {
    this.address = cipher.allocate(size)
    this.size = size
    this.cipher = cipher
    this.#of = cipher.bytes
    this.#bytes = cipher.bytes.subarray(this.address, this.address + size)
  }

  get bytes(): Buffer {
    if (this.#of !== this.cipher.bytes) {
      this.#of = this.cipher.bytes
      this.#bytes = this.#of.subarray(this.address, this.address + this.size)
    }
    return this.#bytes
  }
}

class SimdAeadKey implements AeadKey {
  readonly #cipher: Cipher
  readonly #key: Uint32Array
  #isLive = true

  constructor(cipher: Cipher, bytes: Uint8Array) {
    this.#cipher = cipher
    // Memory of its own, which no garbage collection copies about.
    const own = new ArrayBuffer(4 * KEY_WORDS)
    new Uint8Array(own).set(bytes)
    this.#key = new Uint32Array(own)
  }

  seal(low: number, high: number, arena: Arena, at: number, length: number): void {
    const packet = this.#check(arena, at, length + TAG_SIZE)
    this.#cipher.arm(this.#key, low, high)
    this.#cipher.exports.seal(packet, length, 0, 0)
  }

  /** It verifies before it decrypts: a wrong tag leaves no plaintext anywhere. */
  open(low: number, high: number, arena: Arena, at: number, length: number): boolean {
    if (length < TAG_SIZE) return false
    const packet = this.#check(arena, at, length)
    this.#cipher.arm(this.#key, low, high)
    return this.#cipher.exports.open(packet, length - TAG_SIZE, 0, 0) === 1
  }

  zero(): void {
    this.#key.fill(0)
    this.#isLive = false
  }

  /** @returns the address of `size` bytes at `at` of an arena of this cipher, and nothing else */
  #check(arena: Arena, at: number, size: number): number {
    if (!this.#isLive) throw new Error('a zeroed key was used')
    const isInside = at >= 0 && size >= TAG_SIZE && at + size <= (arena as SimdArena).size
    if (!isInside || (arena as SimdArena).cipher !== this.#cipher) {
      throw new RangeError(`${size} bytes at ${at} are not in an arena of this cipher`)
    }
    return arena.address + at
  }
}
