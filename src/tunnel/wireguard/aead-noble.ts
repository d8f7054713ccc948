/** Tier D in pure TypeScript: the oracle, and the last resort. */

import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { copyBytes } from '../../base/bytes.ts'
import { type Aead, type AeadKey, type Arena, TAG_SIZE } from './aead.ts'
import { writeUint32 } from './messages.ts'

export const nobleAead: Aead = {
  name: 'noble',
  allocate: (size) => ({ bytes: Buffer.alloc(size), address: 0 }),
  importKey: (bytes) => new NobleAeadKey(copyBytes(bytes)),
}

class NobleAeadKey implements AeadKey {
  readonly #key: Uint8Array
  readonly #nonce = new Uint8Array(12)

  constructor(key: Uint8Array) {
    this.#key = key
  }

  seal(low: number, high: number, { bytes }: Arena, at: number, length: number): void {
    bytes.set(this.#cipher(low, high).encrypt(bytes.subarray(at, at + length)), at)
  }

  open(low: number, high: number, { bytes }: Arena, at: number, length: number): boolean {
    if (length < TAG_SIZE) return false
    try {
      bytes.set(this.#cipher(low, high).decrypt(bytes.subarray(at, at + length)), at)
      return true
    } catch {
      return false
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
