/**
 * The primitives of a handshake: X25519 (RFC 7748), BLAKE2s (RFC 7693) plain, keyed and under HKDF,
 * ChaCha20-Poly1305 (RFC 8439) and XChaCha20-Poly1305. Two implementations give the same bytes.
 */

/** A private or public key in the form that an implementation computes with. */
export interface KeyHandle {
  readonly bytes: Uint8Array
  readonly handle: unknown
}

export interface Primitives {
  readonly name: string
  importPrivateKey(bytes: Uint8Array): KeyHandle
  importPublicKey(bytes: Uint8Array): KeyHandle
  /** The public key of a private one. */
  publicOf(privateKey: KeyHandle): Uint8Array
  /** @returns `undefined` where the result is all zero (RFC 7748 §6.1: a point of low order). */
  agree(privateKey: KeyHandle, publicKey: KeyHandle): Uint8Array | undefined
  /** BLAKE2s-256 of two joined parts; `out` takes it, and may be one of them. */
  hash(first: Uint8Array, second: Uint8Array, out?: Uint8Array): Uint8Array
  /** HMAC-BLAKE2s-256, which is not keyed BLAKE2s. */
  hmac(key: Uint8Array, data: Uint8Array): Uint8Array
  /** KDF1, KDF2 and KDF3: as many outputs of HKDF over HMAC-BLAKE2s-256 as are asked for. The first may be the salt. */
  hkdf(salt: Uint8Array, input: Uint8Array, first: Uint8Array, second?: Uint8Array, third?: Uint8Array): void
  /** Keyed BLAKE2s-128. */
  mac(key: Uint8Array, data: Uint8Array): Uint8Array
  /** ChaCha20-Poly1305 with nonce 0: each handshake key seals once. */
  seal(key: Uint8Array, plaintext: Uint8Array, associated: Uint8Array): Uint8Array
  open(key: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Uint8Array | undefined
  sealExtended(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, associated: Uint8Array): Uint8Array
  openExtended(
    key: Uint8Array,
    nonce: Uint8Array,
    sealed: Uint8Array,
    associated: Uint8Array,
  ): Uint8Array | undefined
}
