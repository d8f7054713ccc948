/**
 * Tier C: libsodium's WebAssembly on its raw heap. A packet is copied into one arena in the heap, sealed
 * or opened there in place, and copied out; no object is made on the way. Keys live in the heap too and
 * are wiped where they lie.
 */
import type { Aead, AeadKey } from './aead.ts'

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
const TAG_SIZE = 16
const PACKET_MAX = 65_536 + TAG_SIZE

/** @throws where the module does not start */
export function createSodiumAead(module: SodiumModule): Aead {
  if (module._sodium_init() < 0) throw new Error('libsodium does not start')
  const heap = new SodiumHeap(module)
  return { name: 'sodium', importKey: (bytes) => new SodiumAeadKey(module, heap, bytes) }
}

/** The views of the heap, which change when it grows; and the arena that all keys share. */
class SodiumHeap {
  readonly packetAt: number
  readonly nonceAt: number
  bytes: Buffer
  words: DataView
  readonly #module: SodiumModule

  constructor(module: SodiumModule) {
    this.#module = module
    this.packetAt = module._malloc(PACKET_MAX)
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

  seal(low: number, high: number, plaintext: Uint8Array, out: Uint8Array, at: number): void {
    const heap = this.#heap
    const { packetAt, nonceAt } = heap
    const key = this.#live()
    heap.bytes.set(plaintext, packetAt)
    heap.setNonce(low, high)
    const length = plaintext.length
    this.#module._crypto_aead_chacha20poly1305_ietf_encrypt(
      packetAt,
      0,
      packetAt,
      length,
      0,
      0,
      0,
      0,
      0,
      nonceAt,
      key,
    )
    heap.bytes.copy(out, at, packetAt, packetAt + length + TAG_SIZE)
  }

  /** Libsodium verifies before it decrypts: a wrong tag leaves no plaintext anywhere. */
  open(low: number, high: number, sealed: Uint8Array): Uint8Array | undefined {
    const heap = this.#heap
    const { packetAt, nonceAt } = heap
    const key = this.#live()
    const length = sealed.length
    if (length < TAG_SIZE || length > PACKET_MAX) return undefined
    heap.bytes.set(sealed, packetAt)
    heap.setNonce(low, high)
    const failed = this.#module._crypto_aead_chacha20poly1305_ietf_decrypt(
      packetAt,
      0,
      0,
      packetAt,
      length,
      0,
      0,
      0,
      0,
      nonceAt,
      key,
    )
    if (failed !== 0) return undefined
    const plaintext = Buffer.allocUnsafe(length - TAG_SIZE)
    heap.bytes.copy(plaintext, 0, packetAt, packetAt + length - TAG_SIZE)
    return plaintext
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
