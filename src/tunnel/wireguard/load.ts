/**
 * Load by what key exchange costs, not by a queue's length: one event loop serves handshakes and data,
 * and anybody who knows our public key can make us compute a DH. A bucket fills with the time spent
 * and drains by a fixed share of the time that passes.
 */
import type { Instant } from '../../base/time.ts'
import { HANDSHAKE_BUDGET_BURST, HANDSHAKE_BUDGET_SHARE, LOAD_STICKY_TIME } from './constants.ts'

/** DHs for answers to our own calls that are counted before it is known what one costs. */
const MAX_UNPRICED = 4

export class LoadMeter {
  readonly #measureCost: () => number
  #costMs: number | undefined
  #unpriced = 0
  #spent = 0
  #drainedAt = 0
  #underLoadUntil = Number.NEGATIVE_INFINITY

  /** @param measureCost milliseconds that one DH with its hashing costs here; asked once. */
  constructor(measureCost: () => number) {
    this.#measureCost = measureCost
  }

  /** To be called for each DH that a stranger made us compute. */
  spend(now: Instant, operations = 1): void {
    this.#drain(now)
    this.#costMs ??= this.#measureCost()
    this.#spent += this.#costMs * (operations + this.#unpriced)
    this.#unpriced = 0
    if (this.#spent > HANDSHAKE_BUDGET_BURST) {
      this.#spent = HANDSHAKE_BUDGET_BURST
      this.#underLoadUntil = now + LOAD_STICKY_TIME
    }
  }

  /** As {@link spend}, for an answer that we asked for: the first is no reason to measure, and the tunnel waits for it. */
  spendOnAnswer(now: Instant, operations: number): void {
    if (this.#costMs === undefined && this.#unpriced < MAX_UNPRICED) this.#unpriced += operations
    else this.spend(now, operations)
  }

  isUnderLoad(now: Instant): boolean {
    return now < this.#underLoadUntil
  }

  #drain(now: Instant): void {
    this.#spent = Math.max(0, this.#spent - (now - this.#drainedAt) * HANDSHAKE_BUDGET_SHARE)
    this.#drainedAt = now
  }
}
