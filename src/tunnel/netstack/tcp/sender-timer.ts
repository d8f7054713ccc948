/**
 * The one timer of the sending half: retransmission (RFC 6298), tail loss probe (RFC 8985 §7),
 * reordering (RFC 8985 §6.3) or zero-window probe (RFC 9293 §3.8.6.1). One at a time, because each
 * replaces what the other would do.
 */
import type { Sender } from './sender.ts'

const WORST_DELAYED_ACK = 200
const LEAST_PROBE_MS = 10
const MOST_PERSIST_MS = 60_000
const BLACKHOLE_TIMEOUTS = 3

/** Chooses the timer after anything was sent or acknowledged; `reorderMs` is RACK's wish, 0 for none. */
export function armSenderTimer(sender: Sender, reorderMs: number, now: number): void {
  const { segments } = sender
  if (segments.count === 0) {
    if (sender.unsent <= 0) set(sender, 'none', Number.POSITIVE_INFINITY)
    else if (sender.timer !== 'persist') set(sender, 'persist', now + persistInterval(sender))
    return
  }
  sender.persistBackoff = 0
  const timeoutAt = sender.timerBase + sender.roundTrip.rto
  const reorderAt = reorderMs > 0 ? now + reorderMs : Number.POSITIVE_INFINITY
  const probeAt = mayProbeTail(sender) ? now + probeTimeout(sender) : Number.POSITIVE_INFINITY
  if (reorderAt < timeoutAt) set(sender, 'reorder', reorderAt)
  else if (probeAt < timeoutAt) set(sender, 'tail-probe', probeAt)
  else set(sender, 'rto', timeoutAt)
}

/** The persist timer has fired: the next one waits twice as long. */
export function backOffPersist(sender: Sender, now: number): void {
  sender.persistBackoff = Math.min(sender.persistBackoff + 1, 10)
  set(sender, 'persist', now + persistInterval(sender))
}

/**
 * The retransmission timer has fired: everything in flight counts as lost, the window starts again.
 * @returns true where the path may swallow full packets (RFC 4821 §7.7, a black hole)
 */
export function handleRetransmissionTimeout(sender: Sender, now: number): boolean {
  const { segments, recovery, congestion } = sender
  // RFC 2018 §8: the first segment was SACKed and yet is missing: the peer has thrown it away.
  if (segments.count > 0 && (segments.flagsOf(0) & 1) !== 0) segments.unmarkSacked()
  if (recovery.kind !== 'timeout') {
    const flight = sender.pipe
    for (let i = 0; i < segments.count; i++) segments.markLost(i)
    congestion.onTimeout(flight, now)
    recovery.begin('timeout', sender.nxt, flight)
  } else {
    for (let i = 0; i < segments.count; i++) segments.markLost(i)
    congestion.window = sender.mss
    // The echo of a later retransmission proves nothing about the first.
    recovery.firstRetransmitStamp = Number.NEGATIVE_INFINITY
  }
  sender.duplicateAcks = 0
  sender.tailProbeEnd = -1
  sender.timeouts++
  sender.roundTrip.backOff()
  sender.timerBase = now
  armSenderTimer(sender, 0, now)
  return sender.timeouts === BLACKHOLE_TIMEOUTS
}

/**
 * RFC 8985 §7.2: nothing is missing and the end of the flight has not been probed. One probe a tail: where it was
 * answered by a DSACK alone, the next word is the retransmission timer's, or probes would go on for ever.
 */
function mayProbeTail(sender: Sender): boolean {
  return (
    sender.sackPermitted &&
    sender.recovery.kind === 'open' &&
    !sender.isTailProbed &&
    sender.segments.sackedBytes === 0 &&
    sender.segments.lostBytes === 0
  )
}

function probeTimeout(sender: Sender): number {
  const smoothed = sender.roundTrip.smoothed
  if (smoothed === undefined) return 1_000
  const delayed = sender.segments.count === 1 ? WORST_DELAYED_ACK : 0
  return Math.max(LEAST_PROBE_MS, 2 * smoothed + delayed)
}

function persistInterval(sender: Sender): number {
  return Math.min(MOST_PERSIST_MS, sender.roundTrip.rto * 2 ** sender.persistBackoff)
}

function set(sender: Sender, timer: Sender['timer'], at: number): void {
  sender.timer = timer
  sender.timerAt = at
}
