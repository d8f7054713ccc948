/**
 * What a connection sends when it is asked to: handshake, retransmissions before new data, and an
 * acknowledgment where none of that carried it.
 */
import type { TcpConnection } from './connection.ts'
import type { SegmentWriter } from './segment-writer.ts'
import { armSenderTimer, backOffPersist } from './sender-timer.ts'

export function transmit(c: TcpConnection, writer: SegmentWriter, linkMss: number, now: number): void {
  switch (c.state) {
    case 'closed':
      return
    case 'syn-sent':
    case 'syn-received':
      if (c.handshakeDue) sendHandshake(c, writer, linkMss, now)
      return
    case 'time-wait':
      break
    default:
      sendData(c, writer, now)
  }
  if (c.receiver.ackNow) writer.writeAck(c, now)
}

/** One probe into a closed or tiny window (RFC 9293 §3.8.6.1). */
export function sendWindowProbe(c: TcpConnection, writer: SegmentWriter, now: number): void {
  const { sender } = c
  const usable = sender.una + sender.window - sender.nxt
  const most = Math.min(sender.written, sender.nxt + sender.mss)
  if (usable > 0 && most > sender.nxt) {
    sendNew(c, writer, Math.min(most, sender.nxt + usable), now)
    sender.timerBase = now
    armSenderTimer(sender, 0, now)
    return
  }
  sender.probedTo = sender.nxt + 1
  writer.writeData(c, sender.nxt, sender.nxt + 1, now)
  backOffPersist(sender, now)
}

/** RFC 8985 §7.3: new data where there is some, else the last segment again. */
export function sendTailProbe(c: TcpConnection, writer: SegmentWriter, now: number): void {
  const { sender } = c
  const usable = sender.una + sender.window - sender.nxt
  const fresh = Math.min(sender.written - sender.nxt, sender.mss, usable)
  if (fresh > 0) {
    sendNew(c, writer, sender.nxt + fresh, now)
    sender.tailProbeWasRetransmission = false
  } else {
    const last = sender.cutTail()
    writer.writeData(c, sender.segments.startOf(last), sender.segments.endOf(last), now)
    sender.segments.markRetransmitted(last, now)
    sender.retransmissions++
    sender.tailProbeWasRetransmission = true
  }
  sender.tailProbeEnd = sender.nxt
  sender.isTailProbed = true
  sender.timerBase = now
  armSenderTimer(sender, 0, now)
}

function sendHandshake(c: TcpConnection, writer: SegmentWriter, linkMss: number, now: number): void {
  c.handshakeDue = false
  c.handshakeSends++
  c.handshakeSentAt = now
  c.sender.nxt = 1
  c.sender.timer = 'rto'
  c.sender.timerAt = now + c.sender.roundTrip.rto
  writer.writeSyn(c, linkMss, now)
}

function sendData(c: TcpConnection, writer: SegmentWriter, now: number): void {
  const { sender } = c
  const wasIdle = sender.segments.count === 0
  // RFC 5681 §4.1: the window of a connection that has rested is out of date.
  if (wasIdle && sender.unsent > 0 && now - sender.lastSentAt > sender.roundTrip.rto)
    sender.congestion.onIdle()
  let sent = 0
  let index = sender.nextRetransmission()
  while (index >= 0) {
    sendAgain(c, writer, index, now)
    sent++
    index = sender.nextRetransmission()
  }
  for (let end = sender.nextNewEnd(); end > sender.nxt; end = sender.nextNewEnd()) {
    sendNew(c, writer, end, now)
    sent++
  }
  if (sent > 0) {
    if (wasIdle) sender.timerBase = now
    if (sender.timer !== 'reorder') armSenderTimer(sender, 0, now)
  } else if (wasIdle && sender.unsent > 0) {
    armSenderTimer(sender, 0, now)
  }
}

function sendAgain(c: TcpConnection, writer: SegmentWriter, index: number, now: number): void {
  const { sender } = c
  const { segments, recovery } = sender
  const start = segments.startOf(index)
  const end = segments.endOf(index)
  writer.writeData(c, start, end, now)
  segments.markRetransmitted(index, now)
  recovery.onSent(end - start)
  recovery.firstRetransmitStamp ??= c.timestamp(now)
  sender.retransmissions++
  sender.lastSentAt = now
  if (index === 0) sender.timerBase = now
}

function sendNew(c: TcpConnection, writer: SegmentWriter, end: number, now: number): void {
  const { sender } = c
  const start = sender.nxt
  writer.writeData(c, start, end, now)
  // A super-segment is many segments to the scoreboard: each may be lost for itself.
  for (let at = start; at < end; ) {
    const isTail = end - at <= sender.mss + 1
    const next = isTail ? end : at + sender.mss
    sender.segments.push(at, next, now)
    at = next
  }
  sender.nxt = end
  sender.isTailProbed = false
  sender.lastSentAt = now
  if (sender.recovery.kind !== 'open') sender.recovery.onSent(end - start)
}
