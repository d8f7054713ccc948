/**
 * Initial sequence numbers (RFC 6528): a clock of 4 µs plus a keyed hash of the connection, so that
 * nobody outside can guess them and a new incarnation of a connection starts above the old one.
 * Timestamps start at a keyed offset for the same reason (RFC 7323 §7.1).
 */
import type { Endpoint } from '../../../base/ip.ts'
import type { Instant } from '../../../base/time.ts'
import { keyedHash } from './keyed-hash.ts'

export interface SequenceOrigin {
  readonly initialSequence: number
  readonly timestampOffset: number
}

export function sequenceOrigin(
  secret: Uint8Array,
  local: Endpoint,
  remote: Endpoint,
  now: Instant,
): SequenceOrigin {
  const hash = keyedHash(secret, 'initial-sequence', local, remote)
  const clock = Math.floor(now * 250) % 0x1_0000_0000
  return {
    initialSequence: (hash.readUInt32BE(0) + clock) >>> 0,
    timestampOffset: hash.readUInt32BE(4),
  }
}
