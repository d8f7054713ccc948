/** `poll(2)` over a few descriptors, always the same: a thread sleeps in it, and asks after which of them woke it. */
import { type PinnedBytes, pinBytes } from './koffi.ts'
import { type Linux, POLLIN } from './linux.ts'

/** `struct pollfd`: descriptor i32, events i16, what came of them i16. */
const ENTRY = 8

export class PollSet {
  readonly #linux: Linux
  readonly #fds: readonly number[]
  readonly #entries: PinnedBytes

  constructor(linux: Linux, fds: readonly number[]) {
    this.#linux = linux
    this.#fds = fds
    this.#entries = pinBytes(linux.koffi, fds.length * ENTRY)
    for (const [index, fd] of fds.entries()) {
      this.#entries.bytes.writeInt32LE(fd, index * ENTRY)
      this.#entries.bytes.writeInt16LE(POLLIN, index * ENTRY + 4)
    }
  }

  /** Sleeps until something can be read, or for so long; 0 only looks. @returns whether something can be read */
  wait(timeoutMs: number): boolean {
    const { bytes, address } = this.#entries
    const ready = this.#linux.poll(address, this.#fds.length, timeoutMs)
    if (ready >= 0) return ready > 0
    // Interrupted: nothing was said of any.
    for (let index = 0; index < this.#fds.length; index++) bytes.writeInt16LE(0, index * ENTRY + 6)
    return false
  }

  /** By the last {@link wait}; true for an error too, which reading takes away. */
  isReadable(fd: number): boolean {
    const at = this.#fds.indexOf(fd) * ENTRY + 6
    return this.#entries.bytes[at] !== 0
  }
}
