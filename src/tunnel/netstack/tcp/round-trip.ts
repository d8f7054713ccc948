/**
 * Round-trip times and the retransmission timeout (RFC 6298). The least timeout is 200 ms instead
 * of the RFC's second, as deployed stacks have it and RFC 8961 allows.
 */
const INITIAL_RTO = 1_000
const RTO_AFTER_LOST_SYN = 3_000
const LEAST_RTO = 200
const MOST_RTO = 60_000
/** G in RFC 6298; timers of the event loop have a millisecond. */
const GRANULARITY = 1

/** RFC 7323 §4 leaves the length of the filter open; BBR and RACK use about ten seconds. */
const MIN_WINDOW_MS = 10_000

export class RoundTrip {
  smoothed: number | undefined
  #variation = 0
  #rto = INITIAL_RTO
  #backoff = 0
  #least = Number.POSITIVE_INFINITY
  #leastUntil = 0

  /** One measurement in milliseconds; of segments sent once only (Karn), or by timestamp. */
  sample(ms: number, now: number): void {
    if (ms <= this.#least || now >= this.#leastUntil) {
      this.#least = ms
      this.#leastUntil = now + MIN_WINDOW_MS
    }
    if (this.smoothed === undefined) {
      this.smoothed = ms
      this.#variation = ms / 2
    } else {
      this.#variation += (Math.abs(this.smoothed - ms) - this.#variation) / 4
      this.smoothed += (ms - this.smoothed) / 8
    }
    this.#rto = Math.max(LEAST_RTO, this.smoothed + Math.max(GRANULARITY, 4 * this.#variation))
    this.#backoff = 0
  }

  /** RFC 6298 5.7: data begins with three seconds where the handshake was lost and measured nothing. */
  restart(): void {
    this.#rto = RTO_AFTER_LOST_SYN
    this.#backoff = 0
  }

  /** The timeout with its backoff. */
  get rto(): number {
    return Math.min(MOST_RTO, this.#rto * 2 ** this.#backoff)
  }

  /** The least round trip of the last seconds; infinite before the first sample. */
  get least(): number {
    return this.#least
  }

  /** RFC 6298 5.5. */
  backOff(): void {
    this.#backoff = Math.min(this.#backoff + 1, 10)
  }

  /** An acknowledgment of new data shows that the path is back. */
  resetBackoff(): void {
    this.#backoff = 0
  }
}
