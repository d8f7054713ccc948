/**
 * The receiving half of a connection: what has come, what the window is, and when to acknowledge
 * (RFC 9293 §3.8.6, RFC 5681 §4.2, RFC 2018, RFC 2883). Positions count from the peer's SYN at 0.
 *
 * Memory is bounded by `limit`, which follows what the reader takes per round trip up to the
 * maximum; the ring grows with what has really come.
 */
import type { TcpSegment } from '../wire/tcp-segment.ts'
import { ByteRing } from './byte-ring.ts'
import { RangeSet } from './range-set.ts'

const INITIAL_LIMIT = 262_144
const MOST_RANGES = 128
const DELAYED_ACK_MS = 40
const RECENT_BLOCKS = 4

export class Receiver {
  /** Next position expected, and next to be given to the reader. */
  nxt = 0
  readAt = 1
  /** Position of the peer's FIN; infinite until known. */
  finAt = Number.POSITIVE_INFINITY
  /** Right edge that the peer has been told. */
  edge = 1
  scale = 0
  limit: number
  ackNow = false
  ackAt = Number.POSITIVE_INFINITY
  lastAckSent = 0
  mss = 536
  /** No segment of the peer's is longer: what is, are several that were joined on the way. */
  mostSegment = 65_535
  readonly ring = new ByteRing()
  readonly ranges = new RangeSet(MOST_RANGES)
  #unacknowledged = 0
  #recent: number[] = []
  #duplicateLeft = 0
  #duplicateRight = 0
  #measureFrom = 0
  #measureStart = 0
  #maxLimit: number

  constructor(maxLimit: number) {
    this.#maxLimit = maxLimit
    this.limit = Math.min(INITIAL_LIMIT, maxLimit)
  }

  /** Sets the shift of our window; without one the window ends at 64 kB (RFC 7323 §2.2). */
  setScale(scale: number): void {
    this.scale = scale
    this.#maxLimit = Math.min(this.#maxLimit, 65_535 * 2 ** scale)
    this.limit = Math.min(this.limit, this.#maxLimit)
  }

  get readableBytes(): number {
    // Before the handshake nothing has come, not even the position before the first.
    return Math.max(0, Math.min(this.nxt, this.finAt) - this.readAt)
  }

  get finReached(): boolean {
    return this.nxt > this.finAt
  }

  /** Bytes that may still come. */
  get room(): number {
    return Math.max(0, this.readAt + this.limit - this.nxt)
  }

  /**
   * RFC 9293 §3.10.7.4, first check. `length` counts SYN and FIN. What has no length may also stand at the end of the
   * window: of a peer that has filled it, and lost a part on the way, every acknowledgment does.
   */
  isAcceptable(start: number, length: number): boolean {
    const room = Math.max(this.room, this.edge - this.nxt)
    if (room === 0) return start === this.nxt
    const end = this.nxt + room
    if (length === 0) return start >= this.nxt && start <= end
    return start < end && start + length > this.nxt
  }

  /**
   * Takes the data of an acceptable segment.
   * @returns `stored` in order or not; `held` where it is out of order and wants an immediate
   * acknowledgment; `nothing` where no byte was new
   */
  take(
    start: number,
    bytes: Uint8Array,
    offset: number,
    length: number,
    now: number,
  ): 'stored' | 'held' | 'nothing' {
    let from = Math.max(start, this.nxt)
    const end = Math.min(start + length, this.readAt + this.limit, this.finAt)
    if (start < this.nxt) this.noteDuplicate(start, Math.min(start + length, this.nxt))
    if (end <= from) {
      this.ackNow = true
      return 'nothing'
    }
    if (from < this.readAt) from = this.readAt
    this.mss = Math.max(this.mss, Math.min(length, this.mostSegment))
    if (from > this.nxt) return this.#hold(from, end, bytes, offset + from - start)
    this.#store(from, end, bytes, offset + from - start, this.ranges.highest(this.nxt))
    this.nxt = end
    this.#countForAck(end - from, now)
    if (this.ranges.count > 0) {
      this.nxt = this.ranges.advance(end)
      this.ackNow = true
    }
    return 'stored'
  }

  /** `[left, right)` came twice: the next acknowledgment says so (RFC 2883). */
  noteDuplicate(left: number, right: number): void {
    this.#duplicateLeft = left
    this.#duplicateRight = right
  }

  /** The peer's FIN stands at `position`. @returns true where it was reached by this */
  takeFin(position: number): boolean {
    if (this.finAt === Number.POSITIVE_INFINITY && position >= this.nxt) this.finAt = position
    this.ackNow = true
    return this.reachFin()
  }

  /** Steps over the FIN once everything before it is there. */
  reachFin(): boolean {
    if (this.nxt !== this.finAt) return false
    this.nxt++
    this.ackNow = true
    return true
  }

  read(maxBytes: number, roundTripMs: number, now: number): Uint8Array | undefined {
    const length = Math.min(maxBytes, this.readableBytes)
    if (length <= 0) return undefined
    const bytes = Buffer.allocUnsafe(length)
    this.ring.read(this.readAt, bytes, 0, length)
    this.consume(length, roundTripMs, now)
    return bytes
  }

  /** What {@link read} would give, as far as it lies in one piece. */
  peek(maxBytes: number): Uint8Array | undefined {
    const length = Math.min(maxBytes, this.readableBytes)
    return length <= 0 ? undefined : this.ring.view(this.readAt, length)
  }

  consume(most: number, roundTripMs: number, now: number): void {
    const length = Math.min(most, this.readableBytes)
    if (length <= 0) return
    this.readAt += length
    this.#tune(roundTripMs, now)
    this.#offerWindow()
  }

  /** The window field of a segment that leaves now; moves the edge that the peer knows. */
  advertise(): number {
    const edge = this.readAt + this.limit
    if (edge - this.edge >= Math.min(this.limit / 2, this.mss)) this.edge = edge
    const window = Math.max(0, this.edge - this.nxt)
    return Math.min(65_535, window >>> this.scale)
  }

  /** An acknowledgment left with the segment just sent. */
  onAckSent(): void {
    this.ackNow = false
    this.ackAt = Number.POSITIVE_INFINITY
    this.#unacknowledged = 0
    this.lastAckSent = this.nxt
  }

  get wantsSack(): boolean {
    return this.ranges.count > 0 || this.#holdsFin || this.#duplicateRight > this.#duplicateLeft
  }

  /** Writes the blocks, newest first, a DSACK before all (RFC 2018 §4, RFC 2883 §4); a held FIN is in its block. */
  fillSack(segment: TcpSegment, most: number, sequenceOf: (position: number) => number): void {
    let count = 0
    const put = (left: number, right: number) => {
      segment.sackEdges[count * 2] = sequenceOf(left)
      segment.sackEdges[count * 2 + 1] = sequenceOf(right)
      count++
    }
    if (this.#duplicateRight > this.#duplicateLeft) {
      put(this.#duplicateLeft, this.#duplicateRight)
      this.#duplicateRight = this.#duplicateLeft
    }
    const given: number[] = []
    for (const position of this.#recent) {
      const index = this.#rangeAt(position)
      if (index < 0 || given.includes(index) || count >= most) continue
      given.push(index)
      put(this.ranges.startOf(index), this.#blockEnd(index))
    }
    for (let i = 0; i < this.ranges.count && count < most; i++) {
      if (!given.includes(i)) put(this.ranges.startOf(i), this.#blockEnd(i))
    }
    const isFinAlone = this.#holdsFin && this.ranges.highest(this.nxt) !== this.finAt
    if (isFinAlone && count < most) put(this.finAt, this.finAt + 1)
    segment.sackCount = count
  }

  release(): void {
    this.ring.release()
    this.ranges.clear()
    this.readAt = Math.min(this.nxt, this.finAt)
  }

  #hold(from: number, end: number, bytes: Uint8Array, offset: number): 'held' | 'nothing' {
    this.ackNow = true
    if (this.ranges.covers(from, end)) {
      this.noteDuplicate(from, end)
      return 'nothing'
    }
    if (this.ranges.isFull && !this.ranges.touches(from, end)) return 'nothing'
    this.#store(from, end, bytes, offset, this.ranges.highest(this.nxt))
    this.ranges.add(from, end)
    this.#recent.unshift(from)
    if (this.#recent.length > RECENT_BLOCKS) this.#recent.length = RECENT_BLOCKS
    return 'held'
  }

  /** `heldTo` is the end of what the ring held before. What came first stays, whatever overlaps it. */
  #store(from: number, end: number, bytes: Uint8Array, offset: number, heldTo: number): void {
    this.ring.reserve(this.readAt, Math.max(end, heldTo), heldTo)
    for (let at = from; at < end; ) {
      const gapEnd = this.ranges.gapEnd(at, end)
      if (gapEnd > at) this.ring.write(at, bytes, offset + at - from, gapEnd - at)
      at = this.ranges.heldEnd(gapEnd)
    }
  }

  /** RFC 9293 §3.8.6.3: every second full segment, or after a short wait. */
  #countForAck(length: number, now: number): void {
    this.#unacknowledged += length
    if (this.#unacknowledged >= 2 * this.mss) this.ackNow = true
    else if (this.ackAt === Number.POSITIVE_INFINITY) this.ackAt = now + DELAYED_ACK_MS
  }

  /** Dynamic right-sizing: a peer that doubles its rate each round trip wants four times what the reader took in the last one. */
  #tune(roundTripMs: number, now: number): void {
    if (now - this.#measureStart < roundTripMs) return
    const wanted = (this.readAt - this.#measureFrom) * 4
    if (wanted > this.limit && this.#measureStart > 0) this.limit = Math.min(this.#maxLimit, wanted)
    this.#measureStart = now
    this.#measureFrom = this.readAt
  }

  /** RFC 9293 §3.8.6.2.2: tells of a window that has opened by much. */
  #offerWindow(): void {
    const known = this.edge - this.nxt
    const gain = this.readAt + this.limit - this.edge
    if (gain >= Math.min(this.limit / 2, 2 * this.mss) && gain >= known / 2) this.ackNow = true
  }

  /** The FIN has come, and something before it has not. */
  get #holdsFin(): boolean {
    return this.finAt !== Number.POSITIVE_INFINITY && this.nxt < this.finAt
  }

  #blockEnd(index: number): number {
    const end = this.ranges.endOf(index)
    return end === this.finAt ? end + 1 : end
  }

  #rangeAt(position: number): number {
    for (let i = 0; i < this.ranges.count; i++) {
      if (position >= this.ranges.startOf(i) && position < this.ranges.endOf(i)) return i
    }
    return -1
  }
}
