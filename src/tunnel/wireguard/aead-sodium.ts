/**
 * Tier C: libsodium's WebAssembly on its raw heap. Arenas are parts of the heap: a packet is sealed or
 * opened where it lies, and no object is made on the way. Keys live in the heap too and are wiped there.
 */
import { type Aead, type AeadKey, type Arena, TAG_SIZE } from './aead.ts'

/** What is used of the module that `libsodium` gives; the 64-bit lengths are pairs of 32-bit words. */
export interface SodiumModule {
  readonly HEAPU8: Uint8Array
  _sodium_init(): number
  _malloc(bytes: number): number
  _free(at: number): void
  _crypto_aead_chacha20poly1305_ietf_encrypt(
    out: number,
    outLengthAt: number,
    message: number,
    lengthLow: number,
    lengthHigh: number,
    associated: number,
    associatedLow: number,
    associatedHigh: number,
    secretNonce: number,
    nonce: number,
    key: number,
  ): number
  _crypto_aead_chacha20poly1305_ietf_decrypt(
    out: number,
    outLengthAt: number,
    secretNonce: number,
    sealed: number,
    lengthLow: number,
    lengthHigh: number,
    associated: number,
    associatedLow: number,
    associatedHigh: number,
    nonce: number,
    key: number,
  ): number
}

const KEY_SIZE = 32
const NONCE_SIZE = 12

/** @throws where the module does not start */
export function createSodiumAead(module: SodiumModule): Aead {
  if (module._sodium_init() < 0) throw new Error('libsodium does not start')
  const heap = new SodiumHeap(module)
  return {
    name: 'sodium',
    allocate: (size) => new SodiumArena(heap, size),
    importKey: (bytes) => new SodiumAeadKey(module, heap, bytes),
  }
}

/** The views of the heap, which change when it grows; and the nonce that all keys share. */
class SodiumHeap {
  readonly nonceAt: number
  bytes: Buffer
  words: DataView
  readonly #module: SodiumModule

  constructor(module: SodiumModule) {
    this.#module = module
    this.nonceAt = module._malloc(NONCE_SIZE)
    this.bytes = Buffer.from(module.HEAPU8.buffer)
    this.words = new DataView(module.HEAPU8.buffer)
    this.bytes.fill(0, this.nonceAt, this.nonceAt + NONCE_SIZE)
  }

  allocate(size: number): number {
    const at = this.#module._malloc(size)
    if (at === 0) throw new Error('the heap of libsodium is full')
    // Only here can the heap have grown, and then it has moved.
    if (this.bytes.buffer !== this.#module.HEAPU8.buffer) {
      this.bytes = Buffer.from(this.#module.HEAPU8.buffer)
      this.words = new DataView(this.#module.HEAPU8.buffer)
    }
    return at
  }

  setNonce(low: number, high: number): void {
    this.words.setUint32(this.nonceAt + 4, low, true)
    this.words.setUint32(this.nonceAt + 8, high, true)
  }
}

class SodiumArena implements Arena {
  readonly address: number
  readonly #heap: SodiumHeap
  readonly #size: number
  #of: Buffer
  #bytes: Buffer

  constructor(heap: SodiumHeap, size: number) {
    this.address = heap.allocate(size)
    this.#heap = heap
    this.#size = size
    this.#of = heap.bytes
    this.#bytes = heap.bytes.subarray(this.address, this.address + size).fill(0)
  }

  get bytes(): Buffer {
    if (this.#of !== this.#heap.bytes) {
      this.#of = this.#heap.bytes
      this.#bytes = this.#of.subarray(this.address, this.address + this.#size)
    }
    return this.#bytes
  }
}

class SodiumAeadKey implements AeadKey {
  readonly #module: SodiumModule
  readonly #heap: SodiumHeap
  #at: number

  constructor(module: SodiumModule, heap: SodiumHeap, bytes: Uint8Array) {
    this.#module = module
    this.#heap = heap
    this.#at = heap.allocate(KEY_SIZE)
    heap.bytes.set(bytes, this.#at)
  }

  seal(low: number, high: number, arena: Arena, at: number, length: number): void {
    const packet = arena.address + at
    const { nonceAt } = this.#heap
    const key = this.#live()
    this.#heap.setNonce(low, high)
    this.#module._crypto_aead_chacha20poly1305_ietf_encrypt(
      packet,
      0,
      packet,
      length,
      0,
      0,
      0,
      0,
      0,
      nonceAt,
      key,
    )
  }

  /** Libsodium verifies before it decrypts: a wrong tag leaves no plaintext anywhere. */
  open(low: number, high: number, arena: Arena, at: number, length: number): boolean {
    if (length < TAG_SIZE) return false
    const packet = arena.address + at
    const { nonceAt } = this.#heap
    const key = this.#live()
    this.#heap.setNonce(low, high)
    const failed = this.#module._crypto_aead_chacha20poly1305_ietf_decrypt(
      packet,
      0,
      0,
      packet,
      length,
      0,
      0,
      0,
      0,
      nonceAt,
      key,
    )
    return failed === 0
  }

  zero(): void {
    if (this.#at === 0) return
    this.#heap.bytes.fill(0, this.#at, this.#at + KEY_SIZE)
    this.#module._free(this.#at)
    this.#at = 0
  }

  #live(): number {
    if (this.#at === 0) throw new Error('a zeroed key was used')
    return this.#at
  }
}
