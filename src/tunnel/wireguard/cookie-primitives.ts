/**
 * What mac1, mac2 and the cookie reply are made with (paper §5.4.4, §5.4.7): keyed BLAKE2s of 128 bits and
 * XChaCha20-Poly1305, on noble, for `node:crypto` has neither. Apart from noble's curves, which only the
 * portable reference needs.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { blake2s } from '@noble/hashes/blake2.js'
import type { Primitives } from './primitives.ts'

export const mac: Primitives['mac'] = (key, data) => blake2s(data, { key, dkLen: 16 })

export const sealExtended: Primitives['sealExtended'] = (key, nonce, plaintext, associated) =>
  xchacha20poly1305(key, nonce, associated).encrypt(plaintext)

export const openExtended: Primitives['openExtended'] = (key, nonce, sealed, associated) =>
  orUndefined(() => xchacha20poly1305(key, nonce, associated).decrypt(sealed))

/** noble throws for a point of low order and for a wrong tag; to us both are "no". */
export function orUndefined(compute: () => Uint8Array): Uint8Array | undefined {
  try {
    return compute()
  } catch {
    return undefined
  }
}
