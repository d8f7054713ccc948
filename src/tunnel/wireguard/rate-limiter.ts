/**
 * Handshakes per source under load: 20 a second, 5 at once, per IPv4 address or IPv6 /64. The table is
 * bounded: where it is full of busy sources, a new source is refused.
 */
import type { Instant } from '../../base/time.ts'

const COST_MS = 1_000 / 20
const BURST_MS = COST_MS * 5
const MAX_SOURCES = 8_192

export class RateLimiter {
  /** Per source: until when its allowance is used up, like a GCRA's arrival time. */
  readonly #spentUntil = new Map<string, number>()

  allow(source: string, now: Instant): boolean {
    const spent = this.#spentUntil.get(source)
    if (spent === undefined && this.#spentUntil.size >= MAX_SOURCES) this.#forgetIdle(now)
    if (spent === undefined && this.#spentUntil.size >= MAX_SOURCES) return false
    const next = Math.max(spent ?? now, now) + COST_MS
    if (next - now > BURST_MS) return false
    this.#spentUntil.set(source, next)
    return true
  }

  #forgetIdle(now: Instant): void {
    for (const [source, until] of this.#spentUntil) if (until <= now) this.#spentUntil.delete(source)
  }
}
