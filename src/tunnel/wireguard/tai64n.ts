/**
 * TAI64N stamps of initiations: seconds u64 big-endian from 2^62 + 10, nanoseconds u32 big-endian.
 * They only have to grow: a stamp is never at or below the one before, whatever the clock does, and
 * its low 24 bits are zero, so that it tells little about the clock of this machine.
 */
import type { Timestamp } from '../../base/time.ts'

export const TAI64N_SIZE = 12
const BASE_HIGH = 0x4000_0000
const BASE_LOW = 10
const STEP = 0x100_0000
const NANOS_PER_SECOND = 1_000_000_000

export function emitTai64n(now: Timestamp): Uint8Array {
  const seconds = Math.floor(now / 1_000)
  const nanos = Math.floor((now - seconds * 1_000) * 1_000_000)
  return emit(seconds, nanos - (nanos % STEP))
}

/** The stamp for `now`, or one step after `last` where the clock is not past it. */
export function nextTai64n(now: Timestamp, last: Uint8Array | undefined): Uint8Array {
  const stamp = emitTai64n(now)
  if (!last || isAfterTai64n(stamp, last)) return stamp
  const view = new DataView(last.buffer, last.byteOffset, TAI64N_SIZE)
  const seconds = (view.getUint32(0) - BASE_HIGH) * 0x1_0000_0000 + view.getUint32(4) - BASE_LOW
  const nanos = view.getUint32(8) + STEP
  return nanos < NANOS_PER_SECOND ? emit(seconds, nanos) : emit(seconds + 1, 0)
}

export function isAfterTai64n(stamp: Uint8Array, last: Uint8Array): boolean {
  return Buffer.compare(stamp, last) > 0
}

function emit(seconds: number, nanos: number): Uint8Array {
  const bytes = new Uint8Array(TAI64N_SIZE)
  const view = new DataView(bytes.buffer)
  const low = seconds + BASE_LOW
  view.setUint32(0, BASE_HIGH + Math.floor(low / 0x1_0000_0000))
  view.setUint32(4, low % 0x1_0000_0000)
  view.setUint32(8, nanos)
  return bytes
}
