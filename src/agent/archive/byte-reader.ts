/** Exact reads from a stream of chunks, holding one chunk at a time. */
import { archiveRefused } from './refusal.ts'

export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #held: Uint8Array = new Uint8Array(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  /** `undefined` at a clean end. @throws `ARCHIVE_REFUSED` where the end comes within the bytes */
  async read(length: number): Promise<Uint8Array | undefined> {
    const bytes = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const part = await this.#next(length - filled)
      if (part === undefined) {
        if (filled === 0) return undefined
        throw archiveRefused('it is truncated')
      }
      bytes.set(part, filled)
      filled += part.length
    }
    return bytes
  }

  /** Exactly `length` bytes in pieces. @throws `ARCHIVE_REFUSED` where there are fewer */
  async *stream(length: number, entry: string): AsyncGenerator<Uint8Array> {
    let left = length
    while (left > 0) {
      const part = await this.#next(left)
      if (part === undefined) throw archiveRefused('it is truncated', entry)
      left -= part.length
      yield part
    }
  }

  /** Everything that is left, in pieces. */
  async *rest(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const part = await this.#next(64 * 1024)
      if (part === undefined) return
      yield part
    }
  }

  /** Ends the source early, so that what it holds (a file, a decompressor) is let go. */
  async close(): Promise<void> {
    await this.#chunks.return?.()
  }

  async #next(most: number): Promise<Uint8Array | undefined> {
    while (this.#held.length === 0) {
      const { done, value } = await this.#chunks.next()
      if (done) return undefined
      this.#held = value
    }
    const part = this.#held.subarray(0, most)
    this.#held = this.#held.subarray(part.length)
    return part
  }
}
