/**
 * Stream bytes by their position. Holds the bytes of `[start, end)` of a stream in a buffer whose
 * size is a power of two and grows with what is held, so that an idle connection costs nothing.
 * Positions count from the start of the stream and never wrap (a double holds 2^53).
 */
const LEAST_CAPACITY = 4_096

export class ByteRing {
  #bytes = new Uint8Array(0)

  get capacity(): number {
    return this.#bytes.length
  }

  /** Makes room for `[from, to)`, keeping the bytes that stand in `[from, keptTo)`. */
  reserve(from: number, to: number, keptTo: number): void {
    const needed = to - from
    if (needed <= this.#bytes.length) return
    let capacity = Math.max(LEAST_CAPACITY, this.#bytes.length)
    while (capacity < needed) capacity *= 2
    const grown = Buffer.allocUnsafeSlow(capacity)
    const old = this.#bytes
    for (let at = from; at < keptTo; ) {
      const oldAt = at & (old.length - 1)
      const newAt = at & (capacity - 1)
      const count = Math.min(keptTo - at, old.length - oldAt, capacity - newAt)
      grown.set(old.subarray(oldAt, oldAt + count), newAt)
      at += count
    }
    this.#bytes = grown
  }

  /** Writes at `position`; the room must be reserved. */
  write(position: number, from: Uint8Array, offset: number, length: number): void {
    const ring = this.#bytes
    const at = position & (ring.length - 1)
    const first = Math.min(length, ring.length - at)
    copyBytes(from, offset, ring, at, first)
    if (first < length) copyBytes(from, offset + first, ring, 0, length - first)
  }

  read(position: number, into: Uint8Array, offset: number, length: number): void {
    const ring = this.#bytes
    const at = position & (ring.length - 1)
    const first = Math.min(length, ring.length - at)
    copyBytes(ring, at, into, offset, first)
    if (first < length) copyBytes(ring, 0, into, offset + first, length - first)
  }

  /** The bytes at `position`, up to the end of the buffer: of what is held, no byte is ever moved or written again. */
  view(position: number, most: number): Uint8Array {
    const at = position & (this.#bytes.length - 1)
    return this.#bytes.subarray(at, Math.min(at + most, this.#bytes.length))
  }

  /** Gives the memory back. */
  release(): void {
    this.#bytes = new Uint8Array(0)
  }
}

function copyBytes(from: Uint8Array, offset: number, into: Uint8Array, at: number, length: number): void {
  if (offset === 0 && length === from.length) into.set(from, at)
  else into.set(from.subarray(offset, offset + length), at)
}
