/**
 * A listening port: the half-open connections of its SYNs and the finished ones that nobody has
 * accepted yet, both bounded (RFC 4987 §3: under a flood the oldest half-open one makes room).
 */
import type { IpAddress } from '../../../base/ip.ts'
import type { Instant } from '../../../base/time.ts'
import type { TcpListener } from '../contract.ts'
import type { TcpConnection } from './connection.ts'

export class Listener implements TcpListener {
  readonly local: { readonly address: IpAddress | undefined; readonly port: number }
  readonly #halfOpen = new Set<TcpConnection>()
  readonly #finished: TcpConnection[] = []
  readonly #backlog: number
  readonly #onClose: (listener: Listener) => void

  constructor(
    address: IpAddress | undefined,
    port: number,
    backlog: number,
    onClose: (listener: Listener) => void,
  ) {
    this.local = { address, port }
    this.#backlog = backlog
    this.#onClose = onClose
  }

  get halfOpenCount(): number {
    return this.#halfOpen.size
  }

  /** False while the queue of finished connections is full: SYNs are dropped then. */
  get hasRoom(): boolean {
    return this.#finished.length < this.#backlog
  }

  accept(): TcpConnection | undefined {
    return this.#finished.shift()
  }

  close(now: Instant): void {
    this.#onClose(this)
    for (const connection of [...this.#halfOpen, ...this.#finished]) connection.abort(now)
    this.#halfOpen.clear()
    this.#finished.length = 0
  }

  /** Takes a connection in SYN-RECEIVED. @returns the one that has to go for it */
  begin(connection: TcpConnection): TcpConnection | undefined {
    const oldest = this.#halfOpen.size >= this.#backlog ? this.#halfOpen.values().next().value : undefined
    if (oldest !== undefined) this.#halfOpen.delete(oldest)
    this.#halfOpen.add(connection)
    return oldest
  }

  /** The handshake is over. */
  finish(connection: TcpConnection): void {
    this.#halfOpen.delete(connection)
    this.#finished.push(connection)
  }

  /** The connection has ended before it was accepted, or while half open. */
  forget(connection: TcpConnection): void {
    this.#halfOpen.delete(connection)
  }
}
