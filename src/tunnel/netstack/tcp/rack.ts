/**
 * RACK (RFC 8985 §6): a segment is lost when one sent later, by more than the reordering window,
 * has been delivered. It knows only times; {@link SentSegments} holds the segments.
 */
import { LOST, RETRANSMITTED, SACKED, type SentSegments } from './sent-segments.ts'

const DUPLICATE_THRESHOLD = 3
const MOST_WINDOW_STEPS = 16
/** RFC 8985 §6.2 step 4: the widened window lasts for sixteen recoveries without a DSACK. */
const PERSIST_RECOVERIES = 16

export class Rack {
  #sentAt = 0
  #end = 0
  #rtt = 0
  /** Most forward position delivered: something delivered below it was reordered. */
  #forward = 0
  #reorderingSeen = false
  #windowSteps = 1
  #persist = 0

  /** A segment was acknowledged or SACKed for the first time. Steps 1 to 3. */
  onDelivered(
    end: number,
    sentAt: number,
    flags: number,
    leastRtt: number,
    timestampSaysOld: boolean,
    now: number,
  ): void {
    const wasRetransmitted = (flags & RETRANSMITTED) !== 0
    if (end >= this.#forward) this.#forward = end
    else if (!wasRetransmitted) this.#reorderingSeen = true
    const rtt = now - sentAt
    // The acknowledgment is more likely for the first transmission (step 2).
    if (wasRetransmitted && (timestampSaysOld || rtt < leastRtt)) return
    if (sentAt > this.#sentAt || (sentAt === this.#sentAt && end > this.#end)) {
      this.#sentAt = sentAt
      this.#end = end
      this.#rtt = rtt
    }
  }

  /** The peer has seen data twice: the window was too small (step 4). */
  onDuplicateSack(): void {
    this.#reorderingSeen = true
    this.#windowSteps = Math.min(this.#windowSteps + 1, MOST_WINDOW_STEPS)
    this.#persist = PERSIST_RECOVERIES
  }

  onRecoveryEnd(): void {
    if (this.#persist > 0 && --this.#persist === 0) this.#windowSteps = 1
  }

  /**
   * Marks what is lost (step 5).
   * @returns milliseconds after which to look again, 0 for never
   */
  detect(
    segments: SentSegments,
    inRecovery: boolean,
    leastRtt: number,
    smoothedRtt: number,
    now: number,
  ): number {
    const window = this.#reorderingWindow(segments, inRecovery, leastRtt, smoothedRtt)
    let again = 0
    for (let i = 0; i < segments.count; i++) {
      const sentAt = segments.sentAtOf(i)
      const flags = segments.flagsOf(i)
      const isBefore = sentAt < this.#sentAt || (sentAt === this.#sentAt && segments.endOf(i) < this.#end)
      if (!isBefore) {
        // First transmissions are sorted by time: nothing after this one was sent before it.
        if ((flags & RETRANSMITTED) === 0) break
        continue
      }
      if ((flags & (SACKED | LOST)) !== 0) continue
      const remaining = sentAt + this.#rtt + window - now
      if (remaining <= 0) segments.markLost(i)
      else again = Math.max(again, remaining)
    }
    return again
  }

  #reorderingWindow(
    segments: SentSegments,
    inRecovery: boolean,
    leastRtt: number,
    smoothedRtt: number,
  ): number {
    if (!this.#reorderingSeen && (inRecovery || segments.sackedSegments >= DUPLICATE_THRESHOLD)) return 0
    if (leastRtt === Number.POSITIVE_INFINITY) return 0
    return Math.min((leastRtt / 4) * this.#windowSteps, smoothedRtt)
  }
}
