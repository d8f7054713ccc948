import type { Clock, Instant, Timestamp } from '../base/time.ts'

/** The machine's clocks. The one place in the product that reads them. */
export const systemClock: Clock = {
  monotonic: () => performance.now() as Instant,
  now: () => Date.now() as Timestamp,
}
