/** The deadlines of a connection: what each does when it has come, and when a silent peer is given up. */

import { handleReorderTimeout } from './acknowledgment.ts'
import type { TcpConnection } from './connection.ts'
import { handleKeepAlive } from './keep-alive.ts'
import type { SegmentWriter } from './segment-writer.ts'
import { handleRetransmissionTimeout } from './sender-timer.ts'
import { sendTailProbe, sendWindowProbe } from './transmit.ts'

/** As deployed: a SYN is sent seven times within 127 s, a SYN-ACK six times (RFC 9293 §3.8.3 R2). */
const MOST_SYNS = 7
const MOST_SYN_ACKS = 6
/** RFC 9293 §3.8.3: R2 is at least 100 s. */
const GIVE_UP_MS = 120_000
const LEAST_TRIES = 5

/** @returns true where the path may swallow full packets */
export function handleConnectionTimeout(c: TcpConnection, writer: SegmentWriter, now: number): boolean {
  if (c.lifetimeAt <= now) {
    c.finish('finished')
    return false
  }
  if (c.receiver.ackAt <= now) {
    c.receiver.ackNow = true
    c.receiver.ackAt = Number.POSITIVE_INFINITY
  }
  if (c.keepAlive.at <= now) keepAlive(c, writer, now)
  if (c.sender.timerAt > now || c.state === 'closed') return false
  if (c.state === 'syn-sent' || c.state === 'syn-received') {
    repeatHandshake(c)
    return false
  }
  return handleSenderTimeout(c, writer, now)
}

function handleSenderTimeout(c: TcpConnection, writer: SegmentWriter, now: number): boolean {
  const { sender } = c
  switch (sender.timer) {
    case 'reorder':
      handleReorderTimeout(sender, now)
      return false
    case 'tail-probe':
      sendTailProbe(c, writer, now)
      return false
    case 'persist':
      if (isGivenUp(c, sender.persistBackoff, now)) giveUp(c)
      else sendWindowProbe(c, writer, now)
      return false
    case 'rto':
      if (!isGivenUp(c, sender.timeouts, now)) return handleRetransmissionTimeout(sender, now)
      giveUp(c)
      return false
    case 'none':
      sender.timerAt = Number.POSITIVE_INFINITY
      return false
  }
}

function repeatHandshake(c: TcpConnection): void {
  const most = c.state === 'syn-sent' ? MOST_SYNS : MOST_SYN_ACKS
  if (c.handshakeSends >= most) {
    c.finish('timed-out')
    return
  }
  c.sender.roundTrip.backOff()
  c.handshakeDue = true
}

/**
 * A peer that answers is waited for as long as somebody here waits for it (RFC 9293 §3.8.6.1). Where nobody does any
 * more, one that takes nothing holds memory and no purpose (RFC 6429 §3): closed windows must not pile up.
 */
function isGivenUp(c: TcpConnection, tries: number, now: number): boolean {
  const since = c.isOrphan ? Math.min(c.lastHeardAt, c.orphanedAt) : c.lastHeardAt
  return tries >= LEAST_TRIES && now - since > GIVE_UP_MS
}

function giveUp(c: TcpConnection): void {
  c.host.reset(c)
  c.finish('timed-out')
}

function keepAlive(c: TcpConnection, writer: SegmentWriter, now: number): void {
  const isConnected = c.state !== 'syn-sent' && c.state !== 'syn-received' && c.state !== 'time-wait'
  if (!isConnected) {
    c.keepAlive.at = Number.POSITIVE_INFINITY
    if (c.state !== 'time-wait' && c.keepAlive.idleMs !== undefined) c.keepAlive.at = now + c.keepAlive.idleMs
    return
  }
  const action = handleKeepAlive(c, now)
  if (action === 'probe') writer.writeKeepAlive(c, now)
  if (action === 'give-up') giveUp(c)
}
