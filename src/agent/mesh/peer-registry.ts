/**
 * The peers that were let in, by mesh address: each until its lease ends by our own monotonic clock. A
 * token that was shown once is bound to the keys that it was shown with until then.
 */
import type { Peer } from '../../api/messages/network-map.ts'
import type { Clock, Instant, Timestamp } from '../../base/time.ts'
import type { RunnerAccess } from './peer-judgement.ts'
import type { VisitorAccess } from './person-judgement.ts'

export interface RegisteredPeer {
  readonly peer: Peer
  readonly access: RunnerAccess | VisitorAccess
  readonly until: Instant
}

export class PeerRegistry {
  readonly #clock: Clock
  readonly #peers = new Map<string, RegisteredPeer>()
  readonly #tokens = new Map<string, { readonly keys: string; readonly until: Instant }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** @returns why not, where the token was shown with other keys */
  register(peer: Peer, access: RunnerAccess | VisitorAccess): string | undefined {
    this.#forgetTokens()
    const keys = `${peer.wireguardKey} ${peer.machineKey}`
    const shown = this.#tokens.get(access.tokenId)
    if (shown && shown.keys !== keys) return 'its token was used with other keys'
    const until = shown?.until ?? this.#instantOf(access.leaseEnd)
    this.#tokens.set(access.tokenId, { keys, until })
    this.#peers.set(peer.id, { peer, access, until })
    return undefined
  }

  remove(id: string): void {
    this.#peers.delete(id)
  }

  clear(): void {
    this.#peers.clear()
  }

  /** Those whose lease runs. */
  current(): readonly RegisteredPeer[] {
    const now = this.#clock.monotonic()
    for (const [id, { until }] of this.#peers) if (until <= now) this.#peers.delete(id)
    return [...this.#peers.values()]
  }

  findByAddress(address: string): RegisteredPeer | undefined {
    return this.current().find(({ peer }) => peer.ipv4 === address || peer.ipv6 === address)
  }

  /** When the next lease ends. */
  nextEnd(): Instant | undefined {
    const ends = [...this.#peers.values()].map(({ until }) => until)
    return ends.length === 0 ? undefined : (Math.min(...ends) as Instant)
  }

  #instantOf(end: Timestamp): Instant {
    return (this.#clock.monotonic() + (end - this.#clock.now())) as Instant
  }

  #forgetTokens(): void {
    const now = this.#clock.monotonic()
    for (const [id, { until }] of this.#tokens) if (until <= now) this.#tokens.delete(id)
  }
}
