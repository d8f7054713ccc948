/**
 * What the cookie reply is sealed with (paper §5.4.7): XChaCha20-Poly1305, on noble, for `node:crypto` does not
 * have it. Apart from noble's curves, which only the portable reference needs.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import type { Primitives } from './primitives.ts'

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
