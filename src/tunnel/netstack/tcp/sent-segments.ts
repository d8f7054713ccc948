/**
 * The segments in flight: the scoreboard of RFC 6675 and the per-segment state of RFC 8985, as
 * columns of numbers in a ring, because there may be thousands and each has five fields.
 *
 * Segments are contiguous and sorted: the end of one is the start of the next.
 */
export const SACKED = 1
export const LOST = 2
export const RETRANSMITTED = 4

const INITIAL_CAPACITY = 16

export class SentSegments {
  #head = 0
  #count = 0
  #mask = INITIAL_CAPACITY - 1
  #ends = new Float64Array(INITIAL_CAPACITY)
  #sentAt = new Float64Array(INITIAL_CAPACITY)
  #flags = new Uint8Array(INITIAL_CAPACITY)
  #start = 0

  /** Bytes marked as {@link SACKED}, and as {@link LOST} and not sent again. */
  sackedBytes = 0
  lostBytes = 0
  sackedSegments = 0

  get count(): number {
    return this.#count
  }

  /** The start of the first segment. */
  get start(): number {
    return this.#start
  }

  startOf(index: number): number {
    return index === 0 ? this.#start : this.#ends[(this.#head + index - 1) & this.#mask]!
  }

  endOf(index: number): number {
    return this.#ends[(this.#head + index) & this.#mask]!
  }

  sentAtOf(index: number): number {
    return this.#sentAt[(this.#head + index) & this.#mask]!
  }

  flagsOf(index: number): number {
    return this.#flags[(this.#head + index) & this.#mask]!
  }

  /** Records a segment sent for the first time, directly after the last one. */
  push(start: number, end: number, now: number): void {
    if (this.#count === 0) this.#start = start
    if (this.#count > this.#mask) this.#grow()
    const at = (this.#head + this.#count) & this.#mask
    this.#ends[at] = end
    this.#sentAt[at] = now
    this.#flags[at] = 0
    this.#count++
  }

  /** Takes the first segment away, whole. */
  shift(): void {
    this.#uncount(0)
    this.#start = this.#ends[this.#head & this.#mask]!
    this.#head = (this.#head + 1) & this.#mask
    this.#count--
  }

  /** Moves the start of the first segment up: a peer may acknowledge a part of it. */
  trim(start: number): void {
    const gone = start - this.#start
    const flags = this.flagsOf(0)
    if ((flags & SACKED) !== 0) this.sackedBytes -= gone
    if ((flags & LOST) !== 0) this.lostBytes -= gone
    this.#start = start
  }

  markSacked(index: number): void {
    const size = this.endOf(index) - this.startOf(index)
    if ((this.flagsOf(index) & LOST) !== 0) this.lostBytes -= size
    this.sackedBytes += size
    this.sackedSegments++
    this.#setFlags(index, (this.flagsOf(index) | SACKED) & ~LOST)
  }

  markLost(index: number): void {
    const flags = this.flagsOf(index)
    if ((flags & (SACKED | LOST)) !== 0) return
    this.lostBytes += this.endOf(index) - this.startOf(index)
    this.#setFlags(index, flags | LOST)
  }

  /** The segment is in flight again. */
  markRetransmitted(index: number, now: number): void {
    const flags = this.flagsOf(index)
    if ((flags & LOST) !== 0) this.lostBytes -= this.endOf(index) - this.startOf(index)
    this.#setFlags(index, (flags & ~LOST) | RETRANSMITTED)
    this.#sentAt[(this.#head + index) & this.#mask] = now
  }

  /** Takes back every {@link LOST} mark, after a loss that was none. */
  unmarkLost(): void {
    for (let i = 0; i < this.#count; i++) this.#setFlags(i, this.flagsOf(i) & ~LOST)
    this.lostBytes = 0
  }

  /** Takes back every {@link SACKED} mark, after a peer has thrown away what it had SACKed. */
  unmarkSacked(): void {
    for (let i = 0; i < this.#count; i++) this.#setFlags(i, this.flagsOf(i) & ~SACKED)
    this.sackedBytes = 0
    this.sackedSegments = 0
  }

  /** Makes two segments of one, the first ending at `middle`; both keep time and flags. */
  split(index: number, middle: number): void {
    if (this.#count > this.#mask) this.#grow()
    for (let i = this.#count; i > index; i--) {
      const to = (this.#head + i) & this.#mask
      const from = (this.#head + i - 1) & this.#mask
      this.#ends[to] = this.#ends[from]!
      this.#sentAt[to] = this.#sentAt[from]!
      this.#flags[to] = this.#flags[from]!
    }
    this.#count++
    this.#ends[(this.#head + index) & this.#mask] = middle
    if ((this.flagsOf(index) & SACKED) !== 0) this.sackedSegments++
  }

  /** The first segment that ends after `position`; `count` where there is none. */
  find(position: number): number {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.endOf(middle) <= position) low = middle + 1
      else high = middle
    }
    return low
  }

  clear(): void {
    this.#count = 0
    this.sackedBytes = 0
    this.lostBytes = 0
    this.sackedSegments = 0
  }

  #setFlags(index: number, flags: number): void {
    this.#flags[(this.#head + index) & this.#mask] = flags
  }

  #uncount(index: number): void {
    const flags = this.flagsOf(index)
    const size = this.endOf(index) - this.startOf(index)
    if ((flags & SACKED) !== 0) {
      this.sackedBytes -= size
      this.sackedSegments--
    }
    if ((flags & LOST) !== 0) this.lostBytes -= size
  }

  #grow(): void {
    const capacity = (this.#mask + 1) * 2
    const ends = new Float64Array(capacity)
    const sentAt = new Float64Array(capacity)
    const flags = new Uint8Array(capacity)
    for (let i = 0; i < this.#count; i++) {
      const from = (this.#head + i) & this.#mask
      ends[i] = this.#ends[from]!
      sentAt[i] = this.#sentAt[from]!
      flags[i] = this.#flags[from]!
    }
    this.#ends = ends
    this.#sentAt = sentAt
    this.#flags = flags
    this.#head = 0
    this.#mask = capacity - 1
  }
}
