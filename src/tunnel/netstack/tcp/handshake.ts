/**
 * The options of SYN and SYN-ACK: what is offered and what the two agree on (RFC 9293 §3.7.1,
 * RFC 7323 §1.3, RFC 2018 §2).
 */
import { ACK, SYN, type TcpSegment } from '../wire/tcp-segment.ts'
import type { TcpConnection } from './connection.ts'

/** RFC 7323 §2.3. */
const MOST_SCALE = 14
/** RFC 9293 §3.7.1: where the peer does not say. */
const DEFAULT_MSS = { 4: 536, 6: 1_220 } as const

/** The least shift with which a window of `bytes` can be told. */
export function scaleFor(bytes: number): number {
  let scale = 0
  while (scale < MOST_SCALE && 65_535 * 2 ** scale < bytes) scale++
  return scale
}

/** Takes sequence number and options from the peer's SYN or SYN-ACK. */
export function adoptSyn(c: TcpConnection, s: TcpSegment, now: number): void {
  c.initialReceive = s.sequence
  c.receiver.nxt = 1
  c.receiver.lastAckSent = 1
  c.peerMss = s.mss === 0 ? DEFAULT_MSS[c.local.address.family] : s.mss
  c.hasTimestamps = c.hasTimestamps && s.hasTimestamps
  c.sender.sackPermitted = s.sackPermitted
  c.usesScale = c.usesScale && s.windowScale >= 0
  c.sendScale = c.usesScale ? Math.min(MOST_SCALE, s.windowScale) : 0
  if (!c.usesScale) c.receiver.setScale(0)
  if (c.hasTimestamps) {
    c.timestampRecent = s.timestampValue
    c.timestampRecentAt = now
  }
  c.sender.window = s.window
  c.receiver.edge = 1 + Math.min(65_535, c.receiver.limit)
}

/** Fills a SYN, or a SYN-ACK in SYN-RECEIVED. `mss` is what the link lets us take. */
export function fillSyn(c: TcpConnection, s: TcpSegment, mss: number, now: number): void {
  const isAnswer = c.state === 'syn-received'
  s.reset()
  s.flags = isAnswer ? SYN | ACK : SYN
  s.sequence = c.sendSequence(0)
  s.acknowledgment = isAnswer ? c.receiveSequence(c.receiver.nxt) : 0
  s.window = Math.min(65_535, c.receiver.limit)
  s.mss = mss
  s.windowScale = c.usesScale ? c.receiver.scale : -1
  s.sackPermitted = isAnswer ? c.sender.sackPermitted : true
  s.hasTimestamps = c.hasTimestamps
  s.timestampValue = c.timestamp(now)
  s.timestampEcho = isAnswer ? c.timestampRecent : 0
}
