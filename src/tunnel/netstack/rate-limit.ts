/** A token bucket on a clock that is given. Holds back what strangers could make us send. */
export class RateLimit {
  readonly #perSecond: number
  readonly #burst: number
  #tokens: number
  #at = 0

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#tokens = burst
  }

  /** @returns false where there is no token left */
  take(now: number): boolean {
    const earned = (Math.max(0, now - this.#at) * this.#perSecond) / 1_000
    this.#tokens = Math.min(this.#burst, this.#tokens + earned)
    this.#at = Math.max(this.#at, now)
    if (this.#tokens < 1) return false
    this.#tokens--
    return true
  }
}
