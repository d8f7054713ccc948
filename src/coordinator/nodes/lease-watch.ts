/**
 * Leases by the clock that does not jump: the time of day decides when a lease ends, but where it is set back it would
 * let leases live for as long as it was set back. So each lease that is seen also ends once its length has gone by.
 * Of this process alone; after a restart the length counts from then.
 */
import type { Clock, Instant, Timestamp } from '../../base/time.ts'

interface Seen {
  readonly end: Timestamp
  readonly until: Instant
}

export interface EndOfLease {
  readonly nodeId: string
  readonly end: Timestamp
}

export interface LeaseWatch {
  /** @param leases all that stand */
  note(leases: readonly EndOfLease[]): void
  /** Nodes whose lease has lasted as long as it may. */
  due(): readonly string[]
}

export function createLeaseWatch(clock: Clock): LeaseWatch {
  let seen = new Map<string, Seen>()
  return {
    note(leases) {
      const [now, instant] = [clock.now(), clock.monotonic()]
      const next = new Map<string, Seen>()
      for (const { nodeId, end } of leases) {
        const known = seen.get(nodeId)
        next.set(nodeId, known?.end === end ? known : { end, until: (instant + (end - now)) as Instant })
      }
      seen = next
    },
    due() {
      const instant = clock.monotonic()
      return [...seen].filter(([, { until }]) => until <= instant).map(([nodeId]) => nodeId)
    },
  }
}
