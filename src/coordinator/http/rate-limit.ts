/**
 * A token bucket per source address, for requests whose caller is not known yet. Memory is bounded: at
 * the limit the oldest bucket goes, which lets somebody through rather than keep somebody out.
 */
import { type Instant, SECOND } from '../../base/time.ts'

export interface RateLimitOptions {
  /** How many at once. */
  readonly burst: number
  readonly perSecond: number
  readonly maxSources: number
}

export interface RateLimit {
  /** False where the source has spent what it has. */
  take(source: string, now: Instant): boolean
}

export function createRateLimit({ burst, perSecond, maxSources }: RateLimitOptions): RateLimit {
  const buckets = new Map<string, { tokens: number; at: Instant }>()
  return {
    take(source, now) {
      const bucket = buckets.get(source) ?? { tokens: burst, at: now }
      const refilled = bucket.tokens + ((now - bucket.at) / SECOND) * perSecond
      bucket.tokens = Math.min(burst, refilled)
      bucket.at = now
      // Set anew, so that the map's order is that of last use.
      buckets.delete(source)
      buckets.set(source, bucket)
      if (buckets.size > maxSources) buckets.delete(buckets.keys().next().value!)
      if (bucket.tokens < 1) return false
      bucket.tokens -= 1
      return true
    },
  }
}
