/** What was dropped and why: one counter for each reason, never an exception. */
import type { WireFault } from './wire/fault.ts'

export type DropReason =
  | WireFault
  | 'ip-source-refused'
  | 'ip-not-ours'
  | 'ip-hop-limit'
  | 'ip-protocol-unknown'
  | 'fragment-overlap'
  | 'fragment-shape'
  | 'fragment-too-many'
  | 'fragment-timed-out'
  | 'udp-no-socket'
  | 'udp-queue-full'
  | 'tcp-no-socket'
  | 'tcp-backlog-full'
  | 'tcp-connections-full'
  | 'icmp-quote-unknown'
  | 'icmp-rate-limited'
  | 'outbox-full'

export class Counters {
  received = 0
  /** SYNs answered with a cookie, because the listener's backlog was full. */
  cookiesSent = 0
  readonly #drops = new Map<DropReason, number>()

  drop(reason: DropReason): void {
    this.#drops.set(reason, (this.#drops.get(reason) ?? 0) + 1)
  }

  dropsOf(reason: DropReason): number {
    return this.#drops.get(reason) ?? 0
  }

  /** All reasons seen, for diagnostics. */
  get drops(): ReadonlyMap<DropReason, number> {
    return this.#drops
  }
}
