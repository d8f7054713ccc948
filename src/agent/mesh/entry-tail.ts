/** The newest entries of the log, as many as fit: what a coordinator that lost them can be brought. */

const MAX_BYTES = 16 * 1024 * 1024

export class EntryTail {
  readonly #maxBytes: number
  #entries: Uint8Array[] = []
  #start = 0
  #bytes = 0

  constructor(maxBytes = MAX_BYTES) {
    this.#maxBytes = maxBytes
  }

  append(entry: Uint8Array): void {
    // A copy: a slice would keep the whole bundle that it was read with.
    this.#entries.push(Uint8Array.from(entry))
    this.#bytes += entry.length
    if (this.#bytes <= this.#maxBytes) return
    let dropped = 0
    // A quarter at once, so that not every entry moves all others.
    while (this.#bytes > this.#maxBytes * 0.75 && dropped < this.#entries.length)
      this.#bytes -= this.#entries[dropped++]!.length
    this.#entries = this.#entries.slice(dropped)
    this.#start += dropped
  }

  /** Entries from an index on, one at least and no more bytes than that; none where it is not held. */
  from(index: number, maxBytes: number, maxCount: number): readonly Uint8Array[] {
    const first = index - this.#start
    if (first < 0 || first >= this.#entries.length) return []
    const taken: Uint8Array[] = []
    let bytes = 0
    for (const entry of this.#entries.slice(first, first + maxCount)) {
      bytes += entry.length
      if (taken.length > 0 && bytes > maxBytes) break
      taken.push(entry)
    }
    return taken
  }
}
