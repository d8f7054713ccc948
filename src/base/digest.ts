/** SHA-256 digests: raw, hex, `sha256:<hex>`, and the labelled hash of every signed thing. */
import { createHash, type Hash } from 'node:crypto'
import { decodeHex, encodeHex, encodeUtf8, uint32be } from './bytes.ts'
import { SallyportError } from './errors.ts'

export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

/** Lower-case hex of SHA-256. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A running SHA-256 for streams. */
export function createSha256(): Hash {
  return createHash('sha256')
}

/**
 * `H(label, f1, …)` = SHA-256(label ‖ 0x00 ‖ for each field: u32 big-endian length ‖ bytes). Text
 * fields are UTF-8. The label separates domains, the lengths make fields unambiguous.
 */
export function labelledHash(label: string, ...fields: readonly (Uint8Array | string)[]): Uint8Array {
  return labelledHashOf(label, fields)
}

/** {@link labelledHash} of any number of fields: they are not held together in memory. */
export function labelledHashOf(label: string, fields: Iterable<Uint8Array | string>): Uint8Array {
  const hash = createHash('sha256').update(label).update(new Uint8Array(1))
  for (const field of fields) {
    const bytes = typeof field === 'string' ? encodeUtf8(field) : field
    hash.update(uint32be(bytes.length)).update(bytes)
  }
  return new Uint8Array(hash.digest())
}

/** Reads `sha256:<64 hex>`. @throws `ENCODING_INVALID` */
export function parseDigest(text: string): Uint8Array {
  const match = /^sha256:([0-9a-f]{64})$/.exec(text)
  if (!match?.[1]) {
    throw new SallyportError('ENCODING_INVALID', {
      message: `not a digest: ${JSON.stringify(text.slice(0, 100))}`,
      help: 'write it as sha256: and 64 lower-case hex digits',
    })
  }
  return decodeHex(match[1])
}

export function formatDigest(digest: Uint8Array): string {
  return `sha256:${encodeHex(digest)}`
}
