/**
 * SYN cookies (RFC 4987 §3.6): while a listener's half-open connections fill its backlog, a SYN is
 * answered and forgotten. Our initial sequence number then holds, under a key, what must be known
 * when the peer's ACK comes back:
 *
 * | bits  | content                                                                   |
 * |-------|---------------------------------------------------------------------------|
 * | 31–29 | which of {@link SIZES} the peer's maximum segment size is                  |
 * | 28–24 | the period of {@link PERIOD_MS} in which it was made, modulo 32            |
 * | 23–0  | keyed hash of both endpoints, the peer's sequence number, period, size     |
 *
 * Window scale and SACK-permitted travel in the lowest bits of our timestamp, which the peer
 * echoes; without timestamps neither is offered.
 */
import type { Endpoint } from '../../../base/ip.ts'
import type { TcpSegment } from '../wire/tcp-segment.ts'
import { keyedHash } from './keyed-hash.ts'

const SIZES = [536, 1_220, 1_300, 1_380, 1_440, 1_460, 4_312, 8_948] as const
const PERIOD_MS = 64_000
/** For how long after a cookie was sent its ACK may come: the rest of its period and the next one. */
export const COOKIE_LIFE_MS = 2 * PERIOD_MS

const STAMP_BITS = 0x3f
const SACK_BIT = 0x10
const NO_SCALE = 15

export interface Handshake {
  readonly local: Endpoint
  readonly remote: Endpoint
  /** Sequence number of the peer's SYN. */
  readonly peerSequence: number
}

/** @returns our initial sequence number. `mss` is what the peer offers. */
export function makeCookie(secret: Uint8Array, handshake: Handshake, mss: number, now: number): number {
  let size = SIZES.length - 1
  while (size > 0 && SIZES[size]! > mss) size--
  return cookieOf(secret, handshake, Math.floor(now / PERIOD_MS), size)
}

/** @returns the maximum segment size of the SYN, `undefined` for what is no cookie of ours or too old */
export function openCookie(
  secret: Uint8Array,
  handshake: Handshake,
  cookie: number,
  now: number,
): number | undefined {
  const current = Math.floor(now / PERIOD_MS)
  const size = cookie >>> 29
  for (const period of [current, current - 1]) {
    if (cookieOf(secret, handshake, period, size) === cookie) return SIZES[size]
  }
  return undefined
}

/** The timestamp offset, at most 63 ms back, with which a timestamp of `now` tells the SYN's options. */
export function offsetTelling(syn: TcpSegment, offset: number, now: number): number {
  const scale = syn.windowScale < 0 ? NO_SCALE : Math.min(14, syn.windowScale)
  const told = scale | (syn.sackPermitted ? SACK_BIT : 0)
  const back = (offset + Math.floor(now) - told) & STAMP_BITS
  return (offset - back) >>> 0
}

/** Makes `syn` the SYN that must have been, from the ACK that came back and its cookie's size. */
export function recallSyn(syn: TcpSegment, ack: TcpSegment, mss: number): void {
  syn.reset()
  syn.sequence = (ack.sequence - 1) >>> 0
  syn.window = ack.window
  syn.mss = mss
  if (!ack.hasTimestamps) return
  syn.hasTimestamps = true
  syn.timestampValue = ack.timestampValue
  syn.sackPermitted = (ack.timestampEcho & SACK_BIT) !== 0
  const scale = ack.timestampEcho & 0x0f
  if (scale !== NO_SCALE) syn.windowScale = scale
}

function cookieOf(secret: Uint8Array, handshake: Handshake, period: number, size: number): number {
  const { local, remote, peerSequence } = handshake
  const mac = keyedHash(secret, 'syn-cookie', local, remote, [peerSequence, period, size])
  return ((size << 29) | ((period & 31) << 24) | mac.readUIntBE(0, 3)) >>> 0
}
