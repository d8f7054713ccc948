/**
 * Ranges of stream positions that have come out of order, sorted and apart. Bounded: a peer that
 * sends every other byte fills the set and its further islands are not kept, which costs it a
 * retransmission and us nothing (RFC 2018 §8 allows to forget what was only SACKed).
 */
export class RangeSet {
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  get count(): number {
    return this.#starts.length
  }

  startOf(index: number): number {
    return this.#starts[index]!
  }

  endOf(index: number): number {
    return this.#ends[index]!
  }

  /** The end of everything held, or `fallback` where nothing is. */
  highest(fallback: number): number {
    return this.count === 0 ? fallback : this.#ends[this.count - 1]!
  }

  get isFull(): boolean {
    return this.count >= this.#limit
  }

  /** True where `[start, end)` would join a range that is held. */
  touches(start: number, end: number): boolean {
    const index = this.#firstEndingAtOrAfter(start)
    return index < this.count && this.#starts[index]! <= end
  }

  /** Up to where nothing is held from `position` on, at most `end`. */
  gapEnd(position: number, end: number): number {
    const index = this.#firstEndingAtOrAfter(position + 1)
    return index < this.count ? Math.max(position, Math.min(end, this.#starts[index]!)) : end
  }

  /** Up to where everything is held from `position` on; `position` where it is not held. */
  heldEnd(position: number): number {
    const index = this.#firstEndingAtOrAfter(position + 1)
    return index < this.count && this.#starts[index]! <= position ? this.#ends[index]! : position
  }

  /** @returns the index of the range that holds `[start, end)` afterwards, or -1 where the set is full. */
  add(start: number, end: number): number {
    const first = this.#firstEndingAtOrAfter(start)
    let last = first
    while (last < this.count && this.#starts[last]! <= end) last++
    if (first === last) {
      if (this.count >= this.#limit) return -1
      this.#starts.splice(first, 0, start)
      this.#ends.splice(first, 0, end)
      return first
    }
    const joinedEnd = Math.max(end, this.#ends[last - 1]!)
    this.#starts[first] = Math.min(start, this.#starts[first]!)
    this.#ends[first] = joinedEnd
    this.#starts.splice(first + 1, last - first - 1)
    this.#ends.splice(first + 1, last - first - 1)
    return first
  }

  /** True where every byte of `[start, end)` is held. */
  covers(start: number, end: number): boolean {
    const index = this.#firstEndingAtOrAfter(end)
    return index < this.count && this.#starts[index]! <= start
  }

  /** Takes the ranges that touch `position` away. @returns where the stream is whole up to */
  advance(position: number): number {
    let reached = position
    let gone = 0
    while (gone < this.count && this.#starts[gone]! <= reached) {
      reached = Math.max(reached, this.#ends[gone]!)
      gone++
    }
    if (gone > 0) {
      this.#starts.splice(0, gone)
      this.#ends.splice(0, gone)
    }
    return reached
  }

  clear(): void {
    this.#starts.length = 0
    this.#ends.length = 0
  }

  #firstEndingAtOrAfter(position: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#ends[middle]! < position) low = middle + 1
      else high = middle
    }
    return low
  }
}
