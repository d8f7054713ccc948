/**
 * What an acknowledgment does to the sending half: the scoreboard (RFC 6675), round trips
 * (RFC 6298, RFC 7323), loss detection (RFC 8985; RFC 6582 for peers without SACK), recovery
 * (RFC 9937), and its undoing where the loss was none (RFC 3522, RFC 4015).
 */
import type { TcpSegment } from '../wire/tcp-segment.ts'
import type { Sender } from './sender.ts'
import { armSenderTimer } from './sender-timer.ts'
import { RETRANSMITTED, SACKED } from './sent-segments.ts'

const DUPLICATE_ACKS = 3

export interface Acknowledgment {
  /** Position acknowledged; `una <= ack`, and nothing that was never sent. */
  readonly ack: number
  /** Positions of the SACK blocks: left and right edges in turn. */
  readonly sack: Float64Array
  readonly sackCount: number
  /** The timestamp echoed and the clock it came from; `undefined` without timestamps. */
  readonly echo: number | undefined
  readonly stampNow: number
  /** True for a segment that RFC 5681 §2 calls a duplicate acknowledgment. */
  readonly isDuplicate: boolean
}

/** What one acknowledgment has said of arrivals, in bytes. */
interface Delivery {
  /** `una` has moved. */
  readonly advanced: boolean
  readonly delivered: number
  /** {@link Sender.owedBytes} before it. */
  readonly owed: number
}

const NOTHING = { delivered: 0, owed: 0 }

/** @returns true where new data was acknowledged */
export function handleAcknowledgment(sender: Sender, a: Acknowledgment, now: number): boolean {
  const { segments, recovery } = sender
  const before = sender.una
  const sackedBefore = segments.sackedBytes
  const owed = sender.owedBytes
  const flight = sender.nxt - before + owed
  if (a.ack > sender.nxt) {
    // A zero-window probe was accepted.
    segments.push(sender.nxt, a.ack, now)
    sender.nxt = a.ack
  }
  const advanced = a.ack > before
  const delivery = takeDelivered(sender, a, now)
  const sawDuplicate = a.sackCount > 0 && takeSack(sender, a, now)
  if (sawDuplicate) sender.rack.onDuplicateSack()
  sender.una = a.ack
  // A DSACK says that a copy is answered, whose sender's stamp is that of the first: how old it is, no path has taken.
  const echo = sawDuplicate ? undefined : a.echo
  if (advanced) takeProgress(sender, a, { oldestSentAt: delivery.oldestSentAt, echo }, now)
  endTailProbe(sender, a.ack, sawDuplicate, now)
  const delivered = Math.max(0, a.ack - before + segments.sackedBytes - sackedBefore)
  undoFalseLoss(sender, a, advanced)
  const reorderMs = detectLoss(sender, a, { advanced, delivered, owed }, now)
  if (recovery.kind !== 'open' && sender.una >= recovery.point) endRecovery(sender)
  growOrRecover(sender, { acked: a.ack - before, delivered, flight, advanced }, now)
  armSenderTimer(sender, reorderMs, now)
  return advanced
}

/** The positions of a segment's SACK blocks, by the connection's own count. */
export function sackPositions(
  segment: TcpSegment,
  sequence: number,
  una: number,
  into: Float64Array,
): number {
  for (let i = 0; i < segment.sackCount * 2; i++) {
    into[i] = una + ((segment.sackEdges[i]! - sequence) | 0)
  }
  return segment.sackCount
}

/** RACK's timer has fired. */
export function handleReorderTimeout(sender: Sender, now: number): void {
  const again = detectByTime(sender, now)
  if (sender.segments.lostBytes > 0) enterRecovery(sender, NOTHING, now)
  armSenderTimer(sender, again, now)
}

function takeDelivered(sender: Sender, a: Acknowledgment, now: number): { oldestSentAt: number } {
  const { segments } = sender
  let oldestSentAt = -1
  while (segments.count > 0 && segments.endOf(0) <= a.ack) {
    const flags = segments.flagsOf(0)
    const sentAt = segments.sentAtOf(0)
    if ((flags & SACKED) === 0) {
      const isOld = a.echo !== undefined && isEchoBefore(a, sentAt, now)
      sender.rack.onDelivered(segments.endOf(0), sentAt, flags, sender.roundTrip.least, isOld, now)
      if ((flags & RETRANSMITTED) === 0 && oldestSentAt < 0) oldestSentAt = sentAt
    }
    segments.shift()
  }
  if (segments.count > 0 && a.ack > segments.start) segments.trim(a.ack)
  return { oldestSentAt }
}

/** True where the echoed timestamp is older than the (re)transmission at `sentAt`. */
function isEchoBefore(a: Acknowledgment, sentAt: number, now: number): boolean {
  const stampThen = a.stampNow - Math.floor(now - sentAt)
  return ((a.echo! - stampThen) | 0) < -1
}

/** @returns true where the first block is a DSACK (RFC 2883 §4) */
function takeSack(sender: Sender, a: Acknowledgment, now: number): boolean {
  const { segments } = sender
  let isDuplicate = false
  for (let block = 0; block < a.sackCount; block++) {
    const left = a.sack[block * 2]!
    const right = a.sack[block * 2 + 1]!
    if (block === 0 && (right <= a.ack || isInside(left, right, a, 1))) {
      isDuplicate = left < right
      continue
    }
    // What was never sent, is empty or lies behind tells nothing.
    if (left >= right || right > sender.nxt || right <= a.ack) continue
    // Some peers leave the FIN out of the block that covers all the data before it.
    const to = right === sender.finAt ? right + 1 : right
    for (let i = segments.find(left); i < segments.count && segments.endOf(i) <= to; i++) {
      if (segments.startOf(i) >= right) break
      if (segments.startOf(i) < left || (segments.flagsOf(i) & SACKED) !== 0) continue
      const sentAt = segments.sentAtOf(i)
      const isOld = a.echo !== undefined && isEchoBefore(a, sentAt, now)
      const flags = segments.flagsOf(i)
      sender.rack.onDelivered(segments.endOf(i), sentAt, flags, sender.roundTrip.least, isOld, now)
      segments.markSacked(i)
    }
  }
  return isDuplicate
}

function isInside(left: number, right: number, a: Acknowledgment, block: number): boolean {
  if (block >= a.sackCount) return false
  return left >= a.sack[block * 2]! && right <= a.sack[block * 2 + 1]!
}

/** `oldestSentAt` is of what was sent once, -1 for none; `echo` of a timestamp that tells a round trip. */
function takeProgress(
  sender: Sender,
  a: Acknowledgment,
  { oldestSentAt, echo }: { oldestSentAt: number; echo: number | undefined },
  now: number,
): void {
  sender.timeouts = 0
  sender.isTailProbed = false
  sender.timerBase = now
  sender.roundTrip.resetBackoff()
  let rtt = oldestSentAt >= 0 ? now - oldestSentAt : -1
  if (rtt < 0 && echo !== undefined) rtt = (a.stampNow - echo) | 0
  if (rtt < 0) return
  sender.roundTrip.sample(rtt, now)
  sender.congestion.onRoundTrip(rtt, a.ack, sender.nxt)
}

/** RFC 8985 §7.4: a loss that the probe itself has repaired is still a loss. */
function endTailProbe(sender: Sender, ack: number, sawDuplicate: boolean, now: number): void {
  if (sender.tailProbeEnd < 0) return
  if (sawDuplicate) {
    sender.tailProbeEnd = -1
  } else if (ack >= sender.tailProbeEnd) {
    const wasRepair = sender.tailProbeWasRetransmission
    sender.tailProbeEnd = -1
    if (!wasRepair || sender.recovery.kind !== 'open') return
    sender.congestion.onLoss(sender.pipe, now)
    sender.congestion.window = sender.congestion.threshold
  }
}

function undoFalseLoss(sender: Sender, a: Acknowledgment, advanced: boolean): void {
  const { recovery } = sender
  const stamp = recovery.firstRetransmitStamp
  if (recovery.kind === 'open' || !advanced || a.echo === undefined || stamp === undefined) return
  if (!Number.isFinite(stamp) || ((a.echo - stamp) | 0) >= 0) return
  sender.segments.unmarkLost()
  sender.congestion.undo()
  sender.duplicateAcks = 0
  recovery.end()
}

function detectLoss(sender: Sender, a: Acknowledgment, came: Delivery, now: number): number {
  if (!sender.sackPermitted) {
    detectByDuplicates(sender, a, came, now)
    return 0
  }
  if (sender.segments.count === 0) return 0
  const isQuiet = sender.segments.sackedBytes === 0 && sender.recovery.kind === 'open'
  const again = isQuiet ? 0 : detectByTime(sender, now)
  if (sender.segments.lostBytes > 0) enterRecovery(sender, came, now)
  return again
}

function detectByTime(sender: Sender, now: number): number {
  const { roundTrip, recovery } = sender
  return sender.rack.detect(
    sender.segments,
    recovery.kind !== 'open',
    roundTrip.least,
    roundTrip.smoothed ?? 0,
    now,
  )
}

/** RFC 6582 §3.2. */
function detectByDuplicates(sender: Sender, a: Acknowledgment, came: Delivery, now: number): void {
  const { segments, recovery } = sender
  if (came.advanced) {
    sender.duplicateAcks = 0
    const isPartial = recovery.kind === 'fast' && sender.una < recovery.point
    if (isPartial && segments.count > 0) segments.markLost(0)
    return
  }
  if (!a.isDuplicate || segments.count === 0) return
  sender.duplicateAcks = Math.min(sender.duplicateAcks + 1, segments.count)
  if (sender.duplicateAcks === DUPLICATE_ACKS && recovery.kind === 'open' && sender.una >= recovery.point) {
    segments.markLost(0)
    enterRecovery(sender, came, now)
  }
}

function enterRecovery(sender: Sender, came: Pick<Delivery, 'delivered' | 'owed'>, now: number): void {
  const { recovery, congestion } = sender
  if (recovery.kind !== 'open') return
  const flight = sender.nxt - sender.una - sender.segments.sackedBytes
  congestion.onLoss(flight, now)
  recovery.begin('fast', sender.nxt, flight + came.delivered, came.owed)
  sender.tailProbeEnd = -1
}

function endRecovery(sender: Sender): void {
  const { recovery, congestion } = sender
  if (recovery.kind === 'fast') {
    congestion.window = congestion.threshold
    sender.rack.onRecoveryEnd()
  }
  sender.duplicateAcks = 0
  recovery.end()
}

interface Progress {
  readonly acked: number
  readonly delivered: number
  /** What was outstanding before, or would have been, had what the windows let go left at once. */
  readonly flight: number
  readonly advanced: boolean
}

function growOrRecover(sender: Sender, progress: Progress, now: number): void {
  const { congestion, recovery } = sender
  if (recovery.kind === 'fast') {
    const delivered = Math.max(progress.delivered, sender.sackPermitted || progress.advanced ? 0 : sender.mss)
    const goesWell = progress.advanced && sender.segments.lostBytes === 0
    congestion.window = recovery.windowAfter(
      delivered,
      sender.pipe,
      congestion.threshold,
      sender.mss,
      goesWell,
    )
    return
  }
  if (!progress.advanced) return
  // RFC 7661: a window that was not used says nothing about the path.
  const wasUsed =
    sender.isWindowLimited ||
    (congestion.window < congestion.threshold && congestion.window < 2 * progress.flight)
  sender.isWindowLimited = false
  if (wasUsed) congestion.onAck(progress.acked, sender.roundTrip.smoothed ?? 0, now)
}
