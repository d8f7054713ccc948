/**
 * The sending half of a connection: what was written, what is in flight, and what may go out now
 * (RFC 9293 §3.8, RFC 5681, RFC 6675). Positions count from the SYN at 0, data begins at 1, the FIN
 * takes one position after the data.
 *
 * Invariant: `una <= nxt`, and the segments in flight are exactly `[una, nxt)` once the handshake
 * is over. It decides; {@link transmit} writes.
 */
import { ByteRing } from './byte-ring.ts'
import type { CongestionControl } from './congestion.ts'
import { Rack } from './rack.ts'
import { Recovery } from './recovery.ts'
import { RoundTrip } from './round-trip.ts'
import { LOST, SentSegments } from './sent-segments.ts'

export type SenderTimer = 'none' | 'rto' | 'tail-probe' | 'reorder' | 'persist'

const INITIAL_BUFFER = 131_072
/** Segments in flight at most, so that a peer with tiny windows does not make us keep a million. */
const MOST_SEGMENTS = 16_384

export class Sender {
  /** Oldest position not acknowledged, next to be sent, end of what was written. */
  una = 0
  nxt = 0
  written = 1
  /** Position of the FIN; infinite until the sending side is shut down. */
  finAt = Number.POSITIVE_INFINITY
  /** The peer's window in bytes, the greatest it has ever offered, and what it was taken from. */
  window = 0
  greatestWindow = 0
  windowSequence = 0
  windowAck = 0
  /** Payload bytes of a full segment. */
  mss: number
  /** Payload bytes of the greatest super-segment; equal to `mss` where there are none. */
  burst: number
  nagle = false
  sackPermitted = false
  /** A zero-window probe has sent up to here, beyond `nxt`. */
  probedTo = 0
  /** Positions up to which a tail loss probe was sent, -1 for none (RFC 8985 §7). */
  tailProbeEnd = -1
  tailProbeWasRetransmission = false
  /** Since a tail was probed, nothing new was sent or acknowledged. */
  isTailProbed = false
  duplicateAcks = 0
  /** The congestion window, not the data or the peer, was the limit. */
  isWindowLimited = false
  retransmissions = 0
  timer: SenderTimer = 'none'
  timerAt = Number.POSITIVE_INFINITY
  /** RFC 6298 5.3: the timer counts from here. */
  timerBase = 0
  persistBackoff = 0
  timeouts = 0
  lastSentAt = 0
  readonly ring = new ByteRing()
  readonly segments = new SentSegments()
  readonly roundTrip = new RoundTrip()
  readonly rack = new Rack()
  readonly recovery = new Recovery()
  readonly congestion: CongestionControl
  readonly #maxBuffer: number

  constructor(congestion: CongestionControl, mss: number, maxBuffer: number) {
    this.congestion = congestion
    this.mss = mss
    this.burst = mss
    this.#maxBuffer = maxBuffer
  }

  /**
   * So that a full window always waits behind what is outstanding; during recovery that is more than a window, for what
   * came after a gap is kept until the gap is filled.
   */
  get bufferLimit(): number {
    const { window, threshold } = this.congestion
    const next = this.recovery.kind === 'open' ? window : Math.max(window, threshold)
    const outstanding = Math.max(window, this.nxt - this.una)
    return Math.floor(Math.min(this.#maxBuffer, Math.max(INITIAL_BUFFER, outstanding + next)))
  }

  get writableBytes(): number {
    if (this.finAt !== Number.POSITIVE_INFINITY) return 0
    return Math.max(0, this.bufferLimit - (this.written - Math.max(1, this.una)))
  }

  /** @returns the bytes taken */
  write(bytes: Uint8Array): number {
    const taken = Math.min(bytes.length, this.writableBytes)
    if (taken === 0) return 0
    const from = Math.max(1, this.una)
    this.ring.reserve(from, this.written + taken, this.written)
    this.ring.write(this.written, bytes, 0, taken)
    this.written += taken
    return taken
  }

  /** Positions that are still to be sent, the FIN among them. */
  get unsent(): number {
    const end = this.finAt === Number.POSITIVE_INFINITY ? this.written : this.finAt + 1
    return end - this.nxt
  }

  /** RFC 6675: what is believed to be on its way. */
  get pipe(): number {
    const { sackedBytes, lostBytes } = this.segments
    const outstanding = this.nxt - this.una - sackedBytes - lostBytes
    if (this.sackPermitted) return outstanding
    return Math.max(0, outstanding - this.duplicateAcks * this.mss)
  }

  /** What the windows let go and was not sent yet, for acknowledgments come in bursts: none during recovery. */
  get owedBytes(): number {
    if (this.recovery.kind !== 'open') return 0
    const room = Math.min(this.congestion.window - this.pipe, this.una + this.window - this.nxt)
    return Math.max(0, Math.min(room, this.unsent))
  }

  /** @returns the index of the segment to send again, or -1 */
  nextRetransmission(): number {
    if (this.segments.lostBytes === 0) return -1
    const index = this.#firstLost()
    if (index < 0) return -1
    const start = this.segments.startOf(index)
    if (this.segments.endOf(index) - start > this.mss + (this.#hasFin(index) ? 1 : 0)) {
      this.segments.split(index, start + this.mss)
    }
    const size = this.segments.endOf(index) - start
    const pipe = this.pipe
    return pipe === 0 || pipe + size <= this.congestion.window ? index : -1
  }

  /** Makes the last segment no longer than a full one, which it may be since the path became narrower. @returns its index */
  cutTail(): number {
    const { segments } = this
    const last = segments.count - 1
    const least = segments.endOf(last) - this.mss - (this.#hasFin(last) ? 1 : 0)
    if (segments.startOf(last) >= least) return last
    segments.split(last, least)
    return last + 1
  }

  /** @returns the end of the new segment that starts at `nxt`; `nxt` where nothing may go out. */
  nextNewEnd(): number {
    const unsent = this.unsent
    if (unsent <= 0 || this.segments.count >= MOST_SEGMENTS) return this.nxt
    const usable = this.una + this.window - this.nxt
    if (usable <= 0) return this.nxt
    const data = this.written - this.nxt
    let length = Math.min(data, this.burst, usable)
    const room = this.congestion.window - this.pipe
    if (room < Math.min(length, this.mss)) {
      this.isWindowLimited = true
      return this.nxt
    }
    if (length > room) length = Math.max(this.mss, Math.floor(room / this.mss) * this.mss)
    if (length > this.mss) length -= length % this.mss
    if (length < this.mss && !this.#maySendShort(length, data)) return this.nxt
    const end = this.nxt + length
    return end === this.finAt && usable > length ? end + 1 : end
  }

  /** RFC 9293 §3.8.6.2.1 (silly windows) and §3.7.4 (Nagle). */
  #maySendShort(length: number, data: number): boolean {
    if (length < data) return length * 2 >= this.greatestWindow && !(this.nagle && this.nxt > this.una)
    if (!this.nagle || this.finAt !== Number.POSITIVE_INFINITY) return true
    return this.nxt === this.una
  }

  #hasFin(index: number): boolean {
    return this.segments.endOf(index) > this.finAt
  }

  #firstLost(): number {
    const { segments } = this
    for (let i = 0; i < segments.count; i++) if ((segments.flagsOf(i) & LOST) !== 0) return i
    return -1
  }
}
