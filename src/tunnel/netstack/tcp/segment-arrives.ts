/**
 * SEGMENT ARRIVES (RFC 9293 §3.10.7.3 and §3.10.7.4), in the order of its checks, with PAWS
 * (RFC 7323 §5) first and the blind-attack defences of RFC 5961. Urgent data is ordinary data.
 */
import { ACK, FIN, RST, SYN, type TcpSegment } from '../wire/tcp-segment.ts'
import { type Acknowledgment, handleAcknowledgment, sackPositions } from './acknowledgment.ts'
import type { TcpConnection } from './connection.ts'
import { adoptSyn } from './handshake.ts'
import { armSenderTimer } from './sender-timer.ts'

/** RFC 7323 §5.5: after 24 days of silence a timestamp proves nothing. */
const TIMESTAMP_LIFE_MS = 24 * 86_400_000
/** RFC 5961 §7: challenge acknowledgments for each connection, and for how long they count. */
const MOST_CHALLENGES = 10
const CHALLENGE_WINDOW_MS = 5_000
const LEAST_CHALLENGE_GAP_MS = 100

const sack = new Float64Array(8)

export function segmentArrives(c: TcpConnection, s: TcpSegment, bytes: Uint8Array, now: number): void {
  if (c.state === 'syn-sent') {
    inSynSent(c, s, now)
    return
  }
  const start = c.receivePosition(s.sequence)
  const isReset = (s.flags & RST) !== 0
  if (c.hasTimestamps && !isReset) {
    // RFC 7323 §3.2: once agreed on, every segment carries them.
    if (!s.hasTimestamps) return
    if (isOldTimestamp(c, s, now)) {
      answerUnacceptable(c, s, now)
      return
    }
  }
  const length = s.payloadLength + ((s.flags & FIN) >>> 0) + ((s.flags & SYN) >>> 1)
  if (!c.receiver.isAcceptable(start, length)) {
    if (!isReset) handleUnacceptable(c, s, start, now)
    return
  }
  if (isReset) {
    handleReset(c, start, now)
    return
  }
  if ((s.flags & SYN) !== 0) {
    handleSynInWindow(c, start, now)
    return
  }
  if ((s.flags & ACK) === 0) return
  if (c.hasTimestamps && start <= c.receiver.lastAckSent) rememberTimestamp(c, s, now)
  c.lastHeardAt = now
  if (!handleAck(c, s, start, now)) return
  if (c.receiver.room > 0 || length === 0) takeText(c, s, start, bytes, now)
  else c.receiver.ackNow = true
  c.host.markChanged(c)
}

function inSynSent(c: TcpConnection, s: TcpSegment, now: number): void {
  const hasAck = (s.flags & ACK) !== 0
  const isAckOfOurs = hasAck && s.acknowledgment === c.sendSequence(1)
  if (hasAck && !isAckOfOurs) {
    // RFC 9293 §3.5.1: this also ends the half-open connection that a peer still has with our old self.
    if ((s.flags & RST) === 0) c.host.resetAt(c, s.acknowledgment)
    return
  }
  if ((s.flags & RST) !== 0) {
    if (isAckOfOurs) c.finish('refused')
    return
  }
  if ((s.flags & SYN) === 0) return
  adoptSyn(c, s, now)
  c.host.fitToPath(c)
  c.lastHeardAt = now
  if (!hasAck) {
    // Simultaneous open (RFC 9293 §3.5, figure 7).
    c.state = 'syn-received'
    c.handshakeDue = true
    c.host.markChanged(c)
    return
  }
  establish(c, s, now)
  c.receiver.ackNow = true
  c.host.tell('tcp-connected', c)
}

function establish(c: TcpConnection, s: TcpSegment, now: number): void {
  const { sender } = c
  measureHandshake(c, s, now)
  c.state = sender.finAt === Number.POSITIVE_INFINITY ? 'established' : 'fin-wait-1'
  sender.una = 1
  sender.nxt = Math.max(1, sender.nxt)
  sender.window = s.window
  sender.greatestWindow = s.window
  sender.windowSequence = c.receivePosition(s.sequence)
  sender.windowAck = 1
  sender.timer = 'none'
  sender.timerAt = Number.POSITIVE_INFINITY
  sender.timerBase = now
  sender.lastSentAt = now
  c.host.markChanged(c)
}

/** The first round trip; a SYN that was lost tells of none, but for a timestamp that comes back (RFC 6298 §3). */
function measureHandshake(c: TcpConnection, s: TcpSegment, now: number): void {
  const { roundTrip, congestion } = c.sender
  if (c.handshakeSends === 1) roundTrip.sample(now - c.handshakeSentAt, now)
  else if (c.handshakeSends > 1 && c.hasTimestamps && s.hasTimestamps) {
    roundTrip.sample(Math.max(0, (c.timestamp(now) - s.timestampEcho) | 0), now)
  } else if (c.handshakeSends > 1) roundTrip.restart()
  // RFC 6928 §2: one lost SYN may be chance, more are not.
  if (c.handshakeSends > 2) congestion.onHandshakeLoss()
}

/** RFC 7323 §5.3 R1. */
function isOldTimestamp(c: TcpConnection, s: TcpSegment, now: number): boolean {
  if (((s.timestampValue - c.timestampRecent) | 0) >= 0) return false
  return now - c.timestampRecentAt < TIMESTAMP_LIFE_MS
}

function rememberTimestamp(c: TcpConnection, s: TcpSegment, now: number): void {
  if (((s.timestampValue - c.timestampRecent) | 0) < 0 && now - c.timestampRecentAt < TIMESTAMP_LIFE_MS)
    return
  c.timestampRecent = s.timestampValue
  c.timestampRecentAt = now
}

function handleUnacceptable(c: TcpConnection, s: TcpSegment, start: number, now: number): void {
  if (c.state === 'syn-received' && (s.flags & SYN) !== 0 && start === 0) {
    takeSynAgain(c, s, now)
    return
  }
  // RFC 9293 3.8.6: with a closed window acknowledgments are still taken.
  if (
    (s.flags & (ACK | SYN)) === ACK &&
    start <= c.receiver.nxt &&
    start + s.payloadLength >= c.receiver.nxt
  ) {
    c.lastHeardAt = now
  }
  if (mayAcknowledgeUnderProbe(c, s, start)) {
    if (!handleAck(c, s, start, now)) return
    c.host.markChanged(c)
  }
  if (s.payloadLength > 0 && start < c.receiver.nxt) {
    c.receiver.noteDuplicate(start, Math.min(start + s.payloadLength, c.receiver.nxt))
  }
  answerUnacceptable(c, s, now)
}

/**
 * Who probes our closed window with an octet does not count it before we acknowledge it, and numbers its acknowledgments
 * one too low for us once we have taken it. Where both sides probe at once and neither took the other's, both would wait
 * for ever.
 */
function mayAcknowledgeUnderProbe(c: TcpConnection, s: TcpSegment, start: number): boolean {
  if (c.state === 'syn-received' || c.state === 'time-wait') return false
  const isBare = (s.flags & (ACK | SYN | FIN)) === ACK && s.payloadLength === 0
  return isBare && start === c.receiver.nxt - 1
}

/**
 * RFC 9293 3.10.7.4: the SYN of SYN-RECEIVED come again is answered with the SYN-ACK. The SYN-ACK of who opened at
 * the same time says all that an ACK would (figure 7); answered with another, it would come for ever.
 */
function takeSynAgain(c: TcpConnection, s: TcpSegment, now: number): void {
  if ((s.flags & ACK) === 0) {
    c.handshakeDue = true
    c.host.markChanged(c)
    return
  }
  if (c.listener !== undefined || s.acknowledgment !== c.sendSequence(1)) {
    challenge(c, now)
    return
  }
  c.lastHeardAt = now
  establish(c, s, now)
  c.receiver.ackNow = true
  c.host.established(c)
}

/** Data is answered each time, because its sender waits; what carries none may be a storm of two. */
function answerUnacceptable(c: TcpConnection, s: TcpSegment, now: number): void {
  if (c.state === 'time-wait') c.lifetimeAt = now + c.host.timeWaitMs
  if (s.payloadLength > 0 && (s.flags & SYN) === 0) {
    c.receiver.ackNow = true
    c.host.markChanged(c)
  } else {
    challenge(c, now)
  }
}

/** RFC 5961 §3.2. */
function handleReset(c: TcpConnection, start: number, now: number): void {
  if (start !== c.receiver.nxt) {
    challenge(c, now)
    return
  }
  if (c.state === 'time-wait') return
  if (c.state === 'syn-received') c.finish('refused')
  else c.finish(hasSaidAll(c) ? 'finished' : 'reset')
}

/** The peer's FIN is here, and of ours nothing but the acknowledgment is missing: the peer has all of the stream. */
function hasSaidAll(c: TcpConnection): boolean {
  return (c.state === 'closing' || c.state === 'last-ack') && c.sender.una >= c.sender.finAt
}

/** RFC 5961 §4.2. */
function handleSynInWindow(c: TcpConnection, start: number, now: number): void {
  if (c.state === 'syn-received' && start === 0) c.handshakeDue = true
  challenge(c, now)
}

function challenge(c: TcpConnection, now: number): void {
  if (now - c.lastChallengeAt > CHALLENGE_WINDOW_MS) c.challenges = 0
  if (c.challenges >= MOST_CHALLENGES || now - c.lastChallengeAt < LEAST_CHALLENGE_GAP_MS) return
  c.challenges++
  c.lastChallengeAt = now
  c.host.acknowledge(c)
}

/** The fifth check. @returns false where the segment is to be dropped */
function handleAck(c: TcpConnection, s: TcpSegment, start: number, now: number): boolean {
  const { sender } = c
  const ack = c.sendPosition(s.acknowledgment)
  if (c.state === 'syn-received') {
    if (ack < 1 || ack > sender.nxt) {
      c.host.resetAt(c, s.acknowledgment)
      return false
    }
    establish(c, s, now)
    updateWindow(c, s, start, ack)
    c.host.established(c)
  }
  // RFC 5961 §5.2: neither what was never sent nor what is older than any window.
  if (
    ack > Math.max(sender.nxt, sender.probedTo) ||
    ack < sender.una - Math.max(65_535, sender.greatestWindow)
  ) {
    challenge(c, now)
    return false
  }
  if (ack >= sender.una) takeAck(c, s, start, ack, now)
  return c.state !== 'closed'
}

function takeAck(c: TcpConnection, s: TcpSegment, start: number, ack: number, now: number): void {
  const { sender } = c
  const window = s.window << c.sendScale
  const a: Acknowledgment = {
    ack,
    sack,
    sackCount: sender.sackPermitted ? sackPositions(s, c.sendSequence(sender.una), sender.una, sack) : 0,
    echo: c.hasTimestamps ? s.timestampEcho : undefined,
    stampNow: c.timestamp(now),
    isDuplicate:
      ack === sender.una && s.payloadLength === 0 && window === sender.window && (s.flags & FIN) === 0,
  }
  const wasClosed = sender.window === 0
  updateWindow(c, s, start, ack)
  const advanced = handleAcknowledgment(sender, a, now)
  if (wasClosed && sender.window > 0) armSenderTimer(sender, 0, now)
  if (advanced) {
    if (c.wantsWritable && sender.writableBytes >= Math.min(sender.bufferLimit / 4, 65_536)) {
      c.wantsWritable = false
      c.host.tell('tcp-writable', c)
    }
    if (sender.una > sender.finAt) handleFinAcknowledged(c, now)
  }
}

/** RFC 9293 3.10.7.4: only a newer segment may change the window. */
function updateWindow(c: TcpConnection, s: TcpSegment, start: number, ack: number): void {
  const { sender } = c
  const isNewer =
    sender.windowSequence < start || (sender.windowSequence === start && sender.windowAck <= ack)
  if (!isNewer) return
  sender.window = s.window << c.sendScale
  sender.greatestWindow = Math.max(sender.greatestWindow, sender.window)
  sender.windowSequence = start
  sender.windowAck = ack
}

function handleFinAcknowledged(c: TcpConnection, now: number): void {
  if (c.state === 'fin-wait-1') c.enterFinWait2(now)
  else if (c.state === 'closing') c.enterTimeWait(now)
  else if (c.state === 'last-ack') c.finish('finished')
}

/** The seventh and eighth checks: text and FIN. */
function takeText(c: TcpConnection, s: TcpSegment, start: number, bytes: Uint8Array, now: number): void {
  if (c.state !== 'established' && c.state !== 'fin-wait-1' && c.state !== 'fin-wait-2') {
    if (c.state === 'time-wait' && (s.flags & FIN) !== 0) c.receiver.ackNow = true
    return
  }
  const { receiver } = c
  let isHeld = false
  if (s.payloadLength > 0) {
    if (c.isOrphan && start + s.payloadLength > receiver.nxt) {
      // RFC 9293 3.10.7.1: nobody is there to read it.
      c.host.reset(c)
      c.finish('aborted')
      return
    }
    isHeld = receiver.take(start, bytes, s.payload, s.payloadLength, now) === 'held'
  }
  const wasReached = receiver.finReached
  if ((s.flags & FIN) !== 0) receiver.takeFin(start + s.payloadLength)
  if (isHeld) c.host.acknowledge(c)
  receiver.reachFin()
  if (receiver.finReached && !wasReached) handleFin(c, now)
  if (!c.isReadableTold && (receiver.readableBytes > 0 || receiver.finReached)) {
    c.isReadableTold = true
    c.host.tell('tcp-readable', c)
  }
}

function handleFin(c: TcpConnection, now: number): void {
  if (c.state === 'established') c.state = 'close-wait'
  else if (c.state === 'fin-wait-1') c.state = 'closing'
  else if (c.state === 'fin-wait-2') c.enterTimeWait(now)
}
