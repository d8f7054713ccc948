/** The cipher's module by itself: any nonce, associated data, and packets anywhere in its memory. */
import { assembledCipher } from '../../../src/tunnel/cipher/assembled.ts'
import { KEY_AT, MEMORY_IMPORT, NONCE_AT, OWN_SIZE } from '../../../src/tunnel/cipher/memory-layout.ts'
import { engine, WASM_PAGE } from '../../../src/tunnel/cipher/webassembly.ts'

const PAGES = 4
const ASSOCIATED_AT = 1_024
const MESSAGE_AT = WASM_PAGE

export class RawCipher {
  readonly memory: Uint8Array
  readonly #seal: (at: number, length: number, associatedAt: number, associatedLength: number) => void
  readonly #open: (at: number, length: number, associatedAt: number, associatedLength: number) => number

  constructor() {
    const memory = new engine.Memory({ initial: PAGES })
    const module = new engine.Module(assembledCipher())
    const imports = { [MEMORY_IMPORT.module]: { [MEMORY_IMPORT.name]: memory } }
    const exports = new engine.Instance(module, imports).exports as Record<string, never>
    this.memory = new Uint8Array(memory.buffer)
    this.#seal = exports['seal']!
    this.#open = exports['open']!
  }

  /** The cipher's own memory. */
  get own(): Uint8Array {
    return this.memory.subarray(0, OWN_SIZE)
  }

  /** @returns ciphertext and tag */
  seal(
    key: Uint8Array,
    nonce: Uint8Array,
    associated: Uint8Array,
    message: Uint8Array,
    at = MESSAGE_AT,
  ): Uint8Array {
    this.#arm(key, nonce, associated)
    this.memory.set(message, at)
    this.#seal(at, message.length, ASSOCIATED_AT, associated.length)
    return this.memory.slice(at, at + message.length + 16)
  }

  /** @returns `undefined` where the tag is wrong */
  open(
    key: Uint8Array,
    nonce: Uint8Array,
    associated: Uint8Array,
    sealed: Uint8Array,
    at = MESSAGE_AT,
  ): Uint8Array | undefined {
    this.#arm(key, nonce, associated)
    this.memory.set(sealed, at)
    const length = sealed.length - 16
    if (this.#open(at, length, ASSOCIATED_AT, associated.length) === 0) return undefined
    return this.memory.slice(at, at + length)
  }

  #arm(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array): void {
    this.memory.set(key, KEY_AT)
    this.memory.set(nonce, NONCE_AT)
    this.memory.set(associated, ASSOCIATED_AT)
  }
}
