/** The portable reference: pure TypeScript, the oracle that the fast implementation is tested against. */
import { chacha20poly1305, xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { blake2s } from '@noble/hashes/blake2.js'
import { expand, extract } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { concatBytes } from '../../base/bytes.ts'
import type { KeyHandle, Primitives } from './primitives.ts'

const ZERO_NONCE = new Uint8Array(12)

export const noblePrimitives: Primitives = {
  name: 'noble',
  importPrivateKey: (bytes) => ({ bytes, handle: undefined }),
  importPublicKey: (bytes) => ({ bytes, handle: undefined }),
  publicOf: (key) => x25519.getPublicKey(key.bytes),
  agree: (mine: KeyHandle, theirs: KeyHandle) =>
    orUndefined(() => x25519.getSharedSecret(mine.bytes, theirs.bytes)),
  hash(first, second, out = new Uint8Array(32)) {
    out.set(blake2s(concatBytes(first, second)))
    return out
  },
  hmac: (key, data) => hmac(blake2s, key, data),
  hkdf,
  mac: (key, data) => blake2s(data, { key, dkLen: 16 }),
  seal: (key, plaintext, associated) => chacha20poly1305(key, ZERO_NONCE, associated).encrypt(plaintext),
  open: (key, sealed, associated) =>
    orUndefined(() => chacha20poly1305(key, ZERO_NONCE, associated).decrypt(sealed)),
  sealExtended: (key, nonce, plaintext, associated) =>
    xchacha20poly1305(key, nonce, associated).encrypt(plaintext),
  openExtended: (key, nonce, sealed, associated) =>
    orUndefined(() => xchacha20poly1305(key, nonce, associated).decrypt(sealed)),
}

function hkdf(salt: Uint8Array, input: Uint8Array, ...outputs: (Uint8Array | undefined)[]): void {
  const joined = expand(blake2s, extract(blake2s, input, salt), new Uint8Array(0), outputs.length * 32)
  for (const [index, output] of outputs.entries()) output?.set(joined.subarray(index * 32, index * 32 + 32))
}

/** noble throws for a point of low order and for a wrong tag; to us both are "no". */
function orUndefined(compute: () => Uint8Array): Uint8Array | undefined {
  try {
    return compute()
  } catch {
    return undefined
  }
}
