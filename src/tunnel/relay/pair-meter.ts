/**
 * What two keys may send each other through the relay: a rate in each direction, a second's worth at once,
 * and a quota for both directions together, by the hour. Bounded: the pair unused for longest gives way.
 */
import type { Instant } from '../../base/time.ts'
import { MINUTE } from '../../base/time.ts'

export interface PairLimits {
  /** Of one pair in one direction. */
  readonly bytesPerSecond: number
  /** Of one pair, both directions together; a new hour begins with the first packet after the last one. */
  readonly bytesPerHour: number
}

interface Bucket {
  level: number
  at: Instant
}

interface Quota {
  spent: number
  since: Instant
}

const HOUR = 60 * MINUTE
const MAX_PAIRS = 65_536

export class PairMeter {
  readonly #limits: PairLimits
  readonly #buckets = new Map<string, Bucket>()
  readonly #quotas = new Map<string, Quota>()

  constructor(limits: PairLimits) {
    this.#limits = limits
  }

  /** @returns false where the packet is over the rate or the quota, and then nothing is spent */
  spend(from: string, to: string, bytes: number, now: Instant): boolean {
    const bucket = this.#bucketOf(`${from} ${to}`, now)
    const quota = this.#quotaOf(from < to ? `${from} ${to}` : `${to} ${from}`, now)
    if (bucket.level < bytes || quota.spent + bytes > this.#limits.bytesPerHour) return false
    bucket.level -= bytes
    quota.spent += bytes
    return true
  }

  #bucketOf(key: string, now: Instant): Bucket {
    const rate = this.#limits.bytesPerSecond
    const bucket = touch(this.#buckets, key) ?? put(this.#buckets, key, { level: rate, at: now })
    bucket.level = Math.min(rate, bucket.level + ((now - bucket.at) / 1_000) * rate)
    bucket.at = now
    return bucket
  }

  #quotaOf(key: string, now: Instant): Quota {
    const quota = touch(this.#quotas, key)
    if (quota && now - quota.since < HOUR) return quota
    return put(this.#quotas, key, { spent: 0, since: now })
  }
}

/** Finds an entry and makes it the one used last. */
function touch<T>(table: Map<string, T>, key: string): T | undefined {
  const found = table.get(key)
  if (found === undefined) return undefined
  table.delete(key)
  table.set(key, found)
  return found
}

function put<T>(table: Map<string, T>, key: string, value: T): T {
  if (table.size >= MAX_PAIRS && !table.has(key)) table.delete(table.keys().next().value!)
  table.set(key, value)
  return value
}
