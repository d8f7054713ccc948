/**
 * A wall clock that never goes back. Nonces, tokens and leases are judged by it, so a clock that jumps
 * forward and back again must not make an old request fresh: it stays at the later time until the real
 * one has caught up. Requests then look too old and are refused with the signed time, which is the safe
 * side.
 */
import type { Clock, Timestamp } from '../base/time.ts'

export interface SteadyClock extends Clock {
  /** How far the machine's clock is behind the latest time that was seen, in milliseconds. */
  behindMs(): number
}

/** @param floor the latest time that a former run recorded */
export function createSteadyClock(system: Clock, floor = 0): SteadyClock {
  let latest = floor as Timestamp
  const now = (): Timestamp => {
    latest = Math.max(latest, system.now()) as Timestamp
    return latest
  }
  return {
    now,
    monotonic: () => system.monotonic(),
    behindMs: () => Math.max(0, now() - system.now()),
  }
}
