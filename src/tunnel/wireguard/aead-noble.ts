/** Tier D in pure TypeScript: the oracle, and the last resort. */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import type { Aead, AeadKey } from './aead.ts'
import { writeUint32 } from './messages.ts'

export const nobleAead: Aead = { name: 'noble', importKey: (bytes) => new NobleAeadKey(bytes.slice()) }

class NobleAeadKey implements AeadKey {
  readonly #key: Uint8Array
  readonly #nonce = new Uint8Array(12)

  constructor(key: Uint8Array) {
    this.#key = key
  }

  seal(low: number, high: number, plaintext: Uint8Array, out: Uint8Array, at: number): void {
    out.set(this.#cipher(low, high).encrypt(plaintext), at)
  }

  open(low: number, high: number, sealed: Uint8Array): Uint8Array | undefined {
    try {
      return this.#cipher(low, high).decrypt(sealed)
    } catch {
      return undefined
    }
  }

  zero(): void {
    this.#key.fill(0)
  }

  #cipher(low: number, high: number) {
    writeUint32(this.#nonce, 4, low)
    writeUint32(this.#nonce, 8, high)
    return chacha20poly1305(this.#key, this.#nonce)
  }
}
