/**
 * X25519 keys as DER (RFC 8410), for a Node that knows no raw keys: those of the GitHub runner and of distributions may be
 * older than ours. A key's own 32 bytes stand at the end of each form.
 */
import { createPublicKey } from 'node:crypto'

const KEY_SIZE = 32
/** Section 7: version 0, the algorithm 1.3.101.110, an octet string in an octet string. */
const PRIVATE_PREFIX = Uint8Array.from([
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20,
])
/** Section 4: the same algorithm, a bit string without unused bits. */
const PUBLIC_PREFIX = Uint8Array.from([
  0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x03, 0x21, 0x00,
])

/** PKCS #8. */
export function derOfPrivateKey(bytes: Uint8Array): Buffer {
  return Buffer.concat([PRIVATE_PREFIX, bytes])
}

/** SubjectPublicKeyInfo. */
export function derOfPublicKey(bytes: Uint8Array): Buffer {
  return Buffer.concat([PUBLIC_PREFIX, bytes])
}

export function publicKeyOfDer(der: Uint8Array): Uint8Array {
  return new Uint8Array(der.subarray(der.length - KEY_SIZE))
}

let known: boolean | undefined

/** Whether this Node takes `raw-public` and `raw-private`; asked once, for a refusal is an exception. */
export function hasRawKeys(): boolean {
  known ??= takesRawKey()
  return known
}

function takesRawKey(): boolean {
  try {
    const basePoint = Uint8Array.from({ length: KEY_SIZE }, (_, index) => (index === 0 ? 9 : 0))
    ;(createPublicKey as (input: object) => unknown)({
      key: basePoint,
      format: 'raw-public',
      asymmetricKeyType: 'x25519',
    })
    return true
  } catch {
    return false
  }
}
