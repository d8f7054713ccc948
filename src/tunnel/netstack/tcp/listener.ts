/**
 * A listening port: the half-open connections of its SYNs and the finished ones that nobody has
 * accepted yet, both bounded. While the first are at their bound, SYNs are answered with cookies.
 */
import type { IpAddress } from '../../../base/ip.ts'
import type { Instant } from '../../../base/time.ts'
import type { TcpListener } from '../contract.ts'
import type { TcpConnection } from './connection.ts'

export class Listener implements TcpListener {
  readonly local: { readonly address: IpAddress | undefined; readonly port: number }
  /** Until when the ACK of a cookie may come. */
  cookiesUntil = Number.NEGATIVE_INFINITY
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

  /** True while as many connections are half open as may be. */
  get isFull(): boolean {
    return this.#halfOpen.size >= this.#backlog
  }

  /** Takes a connection in SYN-RECEIVED. */
  begin(connection: TcpConnection): void {
    this.#halfOpen.add(connection)
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
