/** Reads exact counts of bytes from a connection that then goes on as a stream. */
import type { Duplex } from 'node:stream'

/** Beyond this much that nobody has taken yet, the connection waits. */
const MAX_AHEAD = 4_096

export class ByteReader {
  readonly #stream: Duplex
  #bytes: Buffer = Buffer.alloc(0)
  #wake: (() => void) | undefined
  #ended = false
  readonly #onData = (chunk: Buffer): void => {
    this.#bytes = Buffer.concat([this.#bytes, chunk])
    if (this.#bytes.length > MAX_AHEAD) this.#stream.pause()
    this.#wake?.()
  }
  readonly #onEnd = (): void => {
    this.#ended = true
    this.#wake?.()
  }

  constructor(stream: Duplex) {
    this.#stream = stream
    stream.on('data', this.#onData).on('end', this.#onEnd).on('close', this.#onEnd)
  }

  /** Rejects where the connection ends before. */
  async take(count: number): Promise<Buffer> {
    while (this.#bytes.length < count) {
      if (this.#ended) throw new Error('the client ended in the middle of a message')
      this.#stream.resume()
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    const taken = this.#bytes.subarray(0, count)
    this.#bytes = this.#bytes.subarray(count)
    return taken
  }

  /** Gives the connection back, paused, and what was read too much. */
  release(): Buffer {
    this.#stream.pause()
    this.#stream.off('data', this.#onData).off('end', this.#onEnd).off('close', this.#onEnd)
    return this.#bytes
  }
}
