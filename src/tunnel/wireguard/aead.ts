/**
 * ChaCha20-Poly1305 for data messages, behind one seam so that a faster tier can serve it. The nonce
 * is 4 zero bytes and the counter, little-endian; nothing is associated.
 */

export interface AeadKey {
  /** Writes ciphertext and tag to `out` at `at`; they take `plaintext.length + 16` bytes. */
  seal(low: number, high: number, plaintext: Uint8Array, out: Uint8Array, at: number): void
  /**
   * Opens ciphertext and tag.
   *
   * @returns the plaintext in fresh memory; `undefined` where the tag is wrong, and then no plaintext is left.
   */
  open(low: number, high: number, sealed: Uint8Array): Uint8Array | undefined
  /** Zeroes what can be zeroed; the key is of no use after. */
  zero(): void
}

export interface Aead {
  readonly name: string
  /** Copies the key; the caller zeroes its own copy. */
  importKey(bytes: Uint8Array): AeadKey
}
