/**
 * What is remembered of grants beyond their connections: the newest map of each key, so that a grant of an earlier
 * one, with edges that are gone since, is not brought again; and keys that were put out. Each as long as a grant that it
 * concerns could still be valid.
 */
import type { Instant } from '../../base/time.ts'
import type { RelayGrant } from './grant.ts'

interface Newest {
  version: number
  until: Instant
}

/** More keys than a relay has connections: the one that came first is forgotten first. */
const MAX_KEYS = 65_536

export class GrantBook {
  readonly #newest = new Map<string, Newest>()
  readonly #barred = new Map<string, Instant>()

  /** @returns false for a grant of an earlier map than one that this key has brought */
  accept(key: string, { version, until }: RelayGrant): boolean {
    const known = this.#newest.get(key)
    if (known && version < known.version) return false
    this.#newest.delete(key)
    this.#newest.set(key, { version, until: Math.max(until, known?.until ?? until) as Instant })
    if (this.#newest.size > MAX_KEYS) this.#newest.delete(this.#newest.keys().next().value!)
    return true
  }

  bar(key: string, until: Instant): void {
    this.#barred.set(key, until)
  }

  isBarred(key: string, now: Instant): boolean {
    return now < (this.#barred.get(key) ?? now)
  }

  forget(now: Instant): void {
    for (const [key, until] of this.#barred) if (until <= now) this.#barred.delete(key)
    for (const [key, { until }] of this.#newest) if (until <= now) this.#newest.delete(key)
  }
}
