/**
 * What a connection of a netstack receives, written to a socket of the system from where it lies: no copy, no
 * object for what passes, and no work for the collector. Bytes are taken off the connection once the system has
 * them, so that its window is the backpressure.
 */
import type { Socket } from 'node:net'
import type { Instant } from '../../base/time.ts'
import type { TcpSocket } from '../../tunnel/netstack/contract.ts'

/** Given to the system at once; what it does not take is still the connection's. */
const MOST_BYTES = 262_144

export interface OutflowOptions {
  readonly now: () => Instant
  /** So many bytes have been taken off the connection. */
  readonly onTaken: (bytes: number) => void
}

export class Outflow {
  readonly #tcp: TcpSocket
  readonly #sink: Socket
  readonly #options: OutflowOptions
  /** Bytes that the sink has not passed on yet. */
  #underWay = 0

  constructor(tcp: TcpSocket, sink: Socket, options: OutflowOptions) {
    this.#tcp = tcp
    this.#sink = sink
    this.#options = options
  }

  /** Writes what has come, as far as the sink takes it; it comes back by itself once the sink has room. */
  pump(): void {
    const sink = this.#sink
    while (this.#underWay === 0 && sink.writable) {
      const bytes = this.#tcp.peek(MOST_BYTES)
      if (bytes === undefined) return
      this.#underWay = bytes.length
      sink.write(bytes, this.#afterWrite)
      // Mostly the system takes it at once; the callback comes later even so.
      if (sink.writableLength === 0) this.#take()
    }
  }

  readonly #afterWrite = (error?: Error | null): void => {
    // It may be of an earlier write, which was taken long ago.
    if (error || this.#underWay === 0 || this.#sink.writableLength > 0) return
    this.#take()
    this.pump()
  }

  #take(): void {
    const bytes = this.#underWay
    this.#underWay = 0
    this.#tcp.consume(bytes, this.#options.now())
    this.#options.onTaken(bytes)
  }
}
