/**
 * Primitives on `node:crypto`, but for BLAKE2s, of which Node knows no keyed and no short form (it ignores the
 * key in silence), and for HChaCha20, which it does not have: that is of the cookie's primitives.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  type KeyObject,
} from 'node:crypto'
import { concatBytes } from '../../base/bytes.ts'
import { blake2s, hmacBlake2s, keyedBlake2s } from './blake2s.ts'
import { openExtended, sealExtended } from './cookie-primitives.ts'
import { MAC_SIZE } from './messages.ts'
import type { KeyHandle, Primitives } from './primitives.ts'

const CIPHER = 'chacha20-poly1305'
const TAG = { authTagLength: 16 } as const
const ZERO_NONCE = new Uint8Array(12)

export const nodePrimitives: Primitives = {
  name: 'node',
  importPrivateKey: (bytes) => ({ bytes, handle: importRaw(bytes, 'raw-private') }),
  importPublicKey: (bytes) => ({ bytes, handle: importRaw(bytes, 'raw-public') }),
  publicOf: (key) => exportRaw(createPublicKey(key.handle as KeyObject)),
  agree,
  hash: blake2s,
  hmac: hmacBlake2s,
  mac: (key, data) => keyedBlake2s(key, data, MAC_SIZE),
  seal,
  open,
  sealExtended,
  openExtended,
}

/** OpenSSL refuses an all-zero result itself. */
function agree(mine: KeyHandle, theirs: KeyHandle): Uint8Array | undefined {
  try {
    const privateKey = mine.handle as KeyObject
    return toBytes(diffieHellman({ privateKey, publicKey: theirs.handle as KeyObject }))
  } catch {
    return undefined
  }
}

function seal(key: Uint8Array, plaintext: Uint8Array, associated: Uint8Array): Uint8Array {
  const cipher = createCipheriv(CIPHER, createSecretKey(key), ZERO_NONCE, TAG)
  cipher.setAAD(associated, { plaintextLength: plaintext.length })
  return concatBytes(cipher.update(plaintext), cipher.final(), cipher.getAuthTag())
}

function open(key: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Uint8Array | undefined {
  const length = sealed.length - 16
  if (length < 0) return undefined
  const decipher = createDecipheriv(CIPHER, createSecretKey(key), ZERO_NONCE, TAG)
  decipher.setAAD(associated, { plaintextLength: length })
  decipher.setAuthTag(sealed.subarray(length))
  const plaintext = decipher.update(sealed.subarray(0, length))
  try {
    decipher.final()
  } catch {
    plaintext.fill(0)
    return undefined
  }
  return toBytes(plaintext)
}

// Node 24 reads and writes raw keys; the declarations of its types do not know it.
function importRaw(bytes: Uint8Array, format: 'raw-private' | 'raw-public'): KeyObject {
  const create = (format === 'raw-private' ? createPrivateKey : createPublicKey) as (
    input: object,
  ) => KeyObject
  // Node 24.21 finds by exception that neither argument is a key yet: two stack traces, 45 of 60 µs.
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return create({ key: bytes, format, asymmetricKeyType: 'x25519' })
  } finally {
    Error.stackTraceLimit = limit
  }
}

function exportRaw(key: KeyObject): Uint8Array {
  return toBytes((key.export as (options: object) => Buffer)({ format: 'raw-public' }))
}

function toBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length)
}
