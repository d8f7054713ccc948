/**
 * Memory for datagrams that `node:dgram` sends: it reads them when the system takes them, which is mostly at once, and
 * sometimes later. So each lies where it is not written over before all that were given have been taken.
 */

const RING_SIZE = 1 << 20

export class SendRing {
  #bytes = Buffer.allocUnsafeSlow(RING_SIZE)
  #end = 0
  readonly #isAllTaken: () => boolean

  /** @param isAllTaken whether the system has taken all datagrams that were placed and given to it */
  constructor(isAllTaken: () => boolean) {
    this.#isAllTaken = isAllTaken
  }

  /** The memory of what was placed last. */
  get bytes(): Buffer {
    return this.#bytes
  }

  /** Copies a datagram of at most 64 kB. @returns where it lies in {@link bytes} */
  place(source: Buffer, at: number, size: number): number {
    if (this.#end + size > RING_SIZE) this.#begin()
    const start = this.#end
    source.copy(this.#bytes, start, at, at + size)
    this.#end += size
    return start
  }

  /** From the front again; in other memory, where the system has not taken everything. */
  #begin(): void {
    if (!this.#isAllTaken()) this.#bytes = Buffer.allocUnsafeSlow(RING_SIZE)
    this.#end = 0
  }
}
