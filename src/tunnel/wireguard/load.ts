/**
 * Load by what key exchange costs, not by a queue's length: one event loop serves handshakes and data,
 * and anybody who knows our public key can make us compute a DH. A bucket fills with the time spent
 * and drains by a fixed share of the time that passes.
 */
import type { Instant } from '../../base/time.ts'
import { HANDSHAKE_BUDGET_BURST, HANDSHAKE_BUDGET_SHARE, LOAD_STICKY_TIME } from './constants.ts'

export class LoadMeter {
  readonly #measureCost: () => number
  #costMs: number | undefined
  #spent = 0
  #drainedAt = 0
  #underLoadUntil = Number.NEGATIVE_INFINITY

  /** @param measureCost milliseconds that one DH with its hashing costs here; asked once, at the first. */
  constructor(measureCost: () => number) {
    this.#measureCost = measureCost
  }

  /** To be called for each DH that a stranger made us compute. */
  spend(now: Instant, operations = 1): void {
    this.#drain(now)
    this.#costMs ??= this.#measureCost()
    this.#spent += this.#costMs * operations
    if (this.#spent > HANDSHAKE_BUDGET_BURST) {
      this.#spent = HANDSHAKE_BUDGET_BURST
      this.#underLoadUntil = now + LOAD_STICKY_TIME
    }
  }

  isUnderLoad(now: Instant): boolean {
    return now < this.#underLoadUntil
  }

  #drain(now: Instant): void {
    this.#spent = Math.max(0, this.#spent - (now - this.#drainedAt) * HANDSHAKE_BUDGET_SHARE)
    this.#drainedAt = now
  }
}
