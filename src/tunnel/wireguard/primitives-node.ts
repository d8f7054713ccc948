/**
 * Primitives on `node:crypto`, but for BLAKE2s, of which Node knows no keyed and no short form (it ignores the
 * key in silence), for HChaCha20, which it does not have, and for ChaCha20-Poly1305 of a block or two, for which
 * making its objects costs more than the cipher.
 */
import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto'
import type { Blake2s } from './blake2s.ts'
import { chooseBlake2s } from './blake2s-simd.ts'
import { openExtended, openShort, sealExtended, sealShort } from './chacha20-poly1305.ts'
import { MAC_SIZE } from './messages.ts'
import type { KeyHandle, Primitives } from './primitives.ts'
import { derOfPrivateKey, derOfPublicKey, hasRawKeys, publicKeyOfDer } from './x25519-encoding.ts'

const ZERO_NONCE = new Uint8Array(12)

export const nodePrimitives: Primitives = {
  name: 'node',
  importPrivateKey: (bytes) => ({ bytes, handle: importRaw(bytes, 'raw-private') }),
  importPublicKey: (bytes) => ({ bytes, handle: importRaw(bytes, 'raw-public') }),
  publicOf: (key) => exportRaw(createPublicKey(key.handle as KeyObject)),
  agree,
  hash: (first, second, out) => digests().hash(first, second, out),
  hmac: (key, data) => digests().hmac(key, data),
  hkdf: (salt, input, first, second, third) => digests().hkdf(salt, input, first, second, third),
  mac: (key, data) => digests().mac(key, data, MAC_SIZE),
  seal: (key, plaintext, associated) => sealShort(key, ZERO_NONCE, plaintext, associated),
  open: (key, sealed, associated) => openShort(key, ZERO_NONCE, sealed, associated),
  sealExtended,
  openExtended,
}

let chosen: Blake2s | undefined

/** Its module is compiled when first asked for. */
function digests(): Blake2s {
  chosen ??= chooseBlake2s()
  return chosen
}

/** OpenSSL refuses an all-zero result itself. */
function agree(mine: KeyHandle, theirs: KeyHandle): Uint8Array | undefined {
  try {
    const privateKey = mine.handle as KeyObject
    return diffieHellman({ privateKey, publicKey: theirs.handle as KeyObject })
  } catch {
    return undefined
  }
}

// Node 24.15 reads and writes raw keys; the declarations of its types do not know it.
function importRaw(bytes: Uint8Array, format: 'raw-private' | 'raw-public'): KeyObject {
  if (!hasRawKeys()) {
    return format === 'raw-private'
      ? createPrivateKey({ key: derOfPrivateKey(bytes), format: 'der', type: 'pkcs8' })
      : createPublicKey({ key: derOfPublicKey(bytes), format: 'der', type: 'spki' })
  }
  const create = (format === 'raw-private' ? createPrivateKey : createPublicKey) as (
    input: object,
  ) => KeyObject
  // Node 24.21 finds by exception that neither argument is a key yet: two stack traces, 45 of 60 µs.
  // Where the limit is no number, none is begun.
  const traces: { stackTraceLimit: number | undefined } = Error
  const limit = traces.stackTraceLimit
  traces.stackTraceLimit = undefined
  try {
    return create({ key: bytes, format, asymmetricKeyType: 'x25519' })
  } finally {
    traces.stackTraceLimit = limit
  }
}

function exportRaw(key: KeyObject): Uint8Array {
  if (!hasRawKeys()) return publicKeyOfDer(key.export({ format: 'der', type: 'spki' }))
  return toBytes((key.export as (options: object) => Buffer)({ format: 'raw-public' }))
}

function toBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length)
}
