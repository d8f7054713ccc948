/** The portable reference: pure TypeScript, the oracle that the fast implementation is tested against. */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { blake2s } from '@noble/hashes/blake2.js'
import { hmac } from '@noble/hashes/hmac.js'
import { concatBytes } from '../../base/bytes.ts'
import { openExtended, orUndefined, sealExtended } from './cookie-primitives.ts'
import type { KeyHandle, Primitives } from './primitives.ts'

const ZERO_NONCE = new Uint8Array(12)

export const noblePrimitives: Primitives = {
  name: 'noble',
  importPrivateKey: (bytes) => ({ bytes, handle: undefined }),
  importPublicKey: (bytes) => ({ bytes, handle: undefined }),
  publicOf: (key) => x25519.getPublicKey(key.bytes),
  agree: (mine: KeyHandle, theirs: KeyHandle) =>
    orUndefined(() => x25519.getSharedSecret(mine.bytes, theirs.bytes)),
  hash: (first, second) => blake2s(concatBytes(first, second)),
  hmac: (key, data) => hmac(blake2s, key, data),
  mac: (key, data) => blake2s(data, { key, dkLen: 16 }),
  seal: (key, plaintext, associated) => chacha20poly1305(key, ZERO_NONCE, associated).encrypt(plaintext),
  open: (key, sealed, associated) =>
    orUndefined(() => chacha20poly1305(key, ZERO_NONCE, associated).decrypt(sealed)),
  sealExtended,
  openExtended,
}
