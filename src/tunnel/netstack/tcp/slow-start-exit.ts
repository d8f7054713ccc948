/**
 * HyStart++ (RFC 9406): leaves slow start when a round's least round trip has grown over that of
 * the round before, after some rounds of conservative growth that take a false alarm back.
 */
const LEAST_THRESHOLD_MS = 4
const MOST_THRESHOLD_MS = 16
const THRESHOLD_DIVISOR = 8
const SAMPLES = 8
const CONSERVATIVE_DIVISOR = 4
const CONSERVATIVE_ROUNDS = 5

export class SlowStartExit {
  #roundEnd = 0
  #lastRound = Number.POSITIVE_INFINITY
  #thisRound = Number.POSITIVE_INFINITY
  #samples = 0
  #baseline = Number.POSITIVE_INFINITY
  #conservativeRounds = 0

  get #isConservative(): boolean {
    return this.#baseline !== Number.POSITIVE_INFINITY
  }

  /** By what the growth of slow start is divided. */
  get growthDivisor(): number {
    return this.#isConservative ? CONSERVATIVE_DIVISOR : 1
  }

  /**
   * Takes one round-trip sample. `delivered` and `sent` are stream positions acknowledged and sent.
   * @returns true where slow start is to end
   */
  isOver(ms: number, delivered: number, sent: number): boolean {
    const isOver = delivered >= this.#roundEnd && this.#endRound(sent)
    this.#thisRound = Math.min(this.#thisRound, ms)
    this.#samples++
    if (this.#samples < SAMPLES || this.#lastRound === Number.POSITIVE_INFINITY) return isOver
    if (this.#isConservative) {
      if (this.#thisRound < this.#baseline) this.#baseline = Number.POSITIVE_INFINITY
    } else if (this.#thisRound >= this.#lastRound + this.#threshold()) {
      this.#baseline = this.#thisRound
      this.#conservativeRounds = 0
    }
    return isOver
  }

  #threshold(): number {
    return Math.max(LEAST_THRESHOLD_MS, Math.min(this.#lastRound / THRESHOLD_DIVISOR, MOST_THRESHOLD_MS))
  }

  #endRound(sent: number): boolean {
    this.#lastRound = this.#thisRound
    this.#thisRound = Number.POSITIVE_INFINITY
    this.#samples = 0
    this.#roundEnd = sent
    return this.#isConservative && ++this.#conservativeRounds > CONSERVATIVE_ROUNDS
  }
}
