/**
 * What nobody outside can compute about a connection: SHA-256 of a secret, a purpose, both endpoints
 * and a few numbers. The prefix construction is a sound PRF here, because inputs of one purpose and
 * family have one length and callers take a part of the digest only. One call into OpenSSL without
 * a key object, because a flood of SYNs pays for it.
 */
import { hash } from 'node:crypto'
import type { Endpoint } from '../../../base/ip.ts'

const PURPOSES = { 'initial-sequence': 1, 'syn-cookie': 2 } as const

export function keyedHash(
  secret: Uint8Array,
  purpose: keyof typeof PURPOSES,
  local: Endpoint,
  remote: Endpoint,
  numbers: readonly number[] = [],
): Buffer {
  const { bytes: ours } = local.address
  const { bytes: theirs } = remote.address
  const input = Buffer.alloc(secret.length + 2 + ours.length * 2 + 4 + numbers.length * 8)
  input.set(secret, 0)
  let at = secret.length
  input[at++] = PURPOSES[purpose]
  input[at++] = local.address.family
  input.set(ours, at)
  input.set(theirs, at + ours.length)
  at += ours.length * 2
  at = input.writeUInt16BE(local.port, at)
  at = input.writeUInt16BE(remote.port, at)
  for (const number of numbers) at = input.writeDoubleBE(number, at)
  return hash('sha256', input, 'buffer')
}
