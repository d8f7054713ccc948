/** Which peers have a proven session, and who waits for one. */
import type { SallyportError } from '../base/errors.ts'
import type { PeerId } from '../tunnel/wireguard/keys.ts'
import type { PlaneNews } from './plane.ts'

type Waiter = PromiseWithResolvers<number | undefined>

export class PeerSessions {
  readonly #proven = new Set<PeerId>()
  readonly #waiting = new Map<PeerId, Set<Waiter>>()

  has(id: PeerId): boolean {
    return this.#proven.has(id)
  }

  /** To be told of all that the device says. */
  take(news: PlaneNews): void {
    if (news.kind === 'unanswered') this.#proven.delete(news.peer)
    if (news.kind !== 'session') return
    this.#proven.add(news.peer)
    for (const waiter of this.#waiting.get(news.peer) ?? []) waiter.resolve(news.roundTripMs)
  }

  forget(id: PeerId): void {
    this.#proven.delete(id)
  }

  /** Nobody waits any longer, and what was awaited is refused with the error. */
  close(error: Error): void {
    for (const waiter of [...this.#waiting.values()].flatMap((set) => [...set])) waiter.reject(error)
  }

  /** @returns the round trip in ms of the handshake, where we began it. @throws what `late` makes, after the timeout */
  async wait(id: PeerId, timeoutMs: number, late: () => SallyportError): Promise<number | undefined> {
    if (this.#proven.has(id)) return undefined
    const waiter = Promise.withResolvers<number | undefined>()
    const waiting = this.#waiting.get(id) ?? new Set()
    this.#waiting.set(id, waiting)
    waiting.add(waiter)
    const timer = setTimeout(() => waiter.reject(late()), timeoutMs)
    try {
      return await waiter.promise
    } finally {
      clearTimeout(timer)
      waiting.delete(waiter)
    }
  }
}
