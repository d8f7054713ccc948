/**
 * What a stream needs of whoever drives its netstack: the time, to be told of its socket's events,
 * and a way to say that packets may have to go out.
 */
import type { Instant } from '../../base/time.ts'
import type { NetstackEvent } from '../../tunnel/netstack/contract.ts'
import type { Netstack } from '../../tunnel/netstack/netstack.ts'

export interface StreamHost {
  readonly netstack: Netstack
  now(): Instant
  /** To be called after any use of a socket; sends and timers follow soon. */
  touch(): void
  /** Calls `handler` for each event of a socket or listener. */
  watch(source: object, handler: (event: NetstackEvent) => void): void
}
