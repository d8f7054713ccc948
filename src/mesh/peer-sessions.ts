/** Which peers have a proven session, and who waits for one. */
import type { SallyportError } from '../base/errors.ts'
import type { PeerId } from '../tunnel/wireguard/keys.ts'
import type { PlaneNews } from './plane.ts'

type Resolve = (roundTripMs: number | undefined) => void

export class PeerSessions {
  readonly #proven = new Set<PeerId>()
  readonly #waiting = new Map<PeerId, Set<Resolve>>()

  has(id: PeerId): boolean {
    return this.#proven.has(id)
  }

  /** To be told of all that the device says. */
  take(news: PlaneNews): void {
    if (news.kind === 'unanswered') this.#proven.delete(news.peer)
    if (news.kind !== 'session') return
    this.#proven.add(news.peer)
    for (const resolve of this.#waiting.get(news.peer) ?? []) resolve(news.roundTripMs)
  }

  /** @returns the round trip in ms of the handshake, where we began it. @throws what `late` makes, after the timeout */
  async wait(id: PeerId, timeoutMs: number, late: () => SallyportError): Promise<number | undefined> {
    if (this.#proven.has(id)) return undefined
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
    const waiting = this.#waiting.get(id) ?? new Set()
    this.#waiting.set(id, waiting)
    waiting.add(resolve)
    const timer = setTimeout(() => reject(late()), timeoutMs)
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      waiting.delete(resolve)
    }
  }
}
