/**
 * CUBIC (RFC 9438), with HyStart++ (RFC 9406) to leave slow start before it overflows the path.
 * Windows are in bytes, times in milliseconds; the RFC's C is in segments per second cubed.
 */
import { type CongestionControl, initialWindow } from './congestion.ts'
import { SlowStartExit } from './slow-start-exit.ts'

const BETA = 0.7
const C = 0.4

interface Epoch {
  readonly start: number
  /** Seconds until the curve is back at `origin`. */
  readonly k: number
  readonly origin: number
  /** RFC 9438 §4.3: what Reno would have by now. */
  estimate: number
}

export class Cubic implements CongestionControl {
  window: number
  threshold = Number.POSITIVE_INFINITY
  #mss: number
  #maximum = 0
  /** The window when it was last reduced. */
  #prior = 0
  #epoch: Epoch | undefined
  #before: { window: number; threshold: number; maximum: number } | undefined
  readonly #slowStart = new SlowStartExit()

  constructor(mss: number) {
    this.#mss = mss
    this.window = initialWindow(mss)
  }

  onAck(ackedBytes: number, smoothedRtt: number, now: number): void {
    if (this.window < this.threshold) {
      this.window += ackedBytes / this.#slowStart.growthDivisor
      return
    }
    this.#epoch ??= this.#newEpoch(now)
    const epoch = this.#epoch
    const target = this.#curve(epoch, (now - epoch.start + smoothedRtt) / 1_000)
    epoch.estimate += (this.#renoGrowth(epoch) * this.#mss * ackedBytes) / this.window
    const current = this.#curve(epoch, (now - epoch.start) / 1_000)
    if (current < epoch.estimate) {
      this.window = Math.max(this.window, epoch.estimate)
      return
    }
    // RFC 9438 §4.4: towards the target within one round trip, at most by half.
    const clamped = Math.min(Math.max(target, this.window), 1.5 * this.window)
    this.window += ((clamped - this.window) * ackedBytes) / this.window
  }

  onRoundTrip(ms: number, delivered: number, sent: number): void {
    if (this.window >= this.threshold) return
    if (this.#slowStart.isOver(ms, delivered, sent)) this.threshold = this.window
  }

  onLoss(_bytesInFlight: number, _now: number): void {
    this.#before = { window: this.window, threshold: this.threshold, maximum: this.#maximum }
    this.#prior = this.window
    // RFC 9438 §4.7: a flow that shrinks gives room to others.
    this.#maximum = this.window < this.#maximum ? (this.window * (1 + BETA)) / 2 : this.window
    this.threshold = Math.max(this.window * BETA, 2 * this.#mss)
    this.#epoch = undefined
  }

  onTimeout(bytesInFlight: number, now: number): void {
    this.onLoss(bytesInFlight, now)
    this.window = this.#mss
  }

  onIdle(): void {
    this.window = Math.min(this.window, initialWindow(this.#mss))
    this.#epoch = undefined
  }

  onHandshakeLoss(): void {
    this.window = this.#mss
  }

  undo(): void {
    if (this.#before === undefined) return
    this.window = Math.max(this.window, this.#before.window)
    this.threshold = this.#before.threshold
    this.#maximum = this.#before.maximum
    this.#before = undefined
    this.#epoch = undefined
  }

  setMss(mss: number): void {
    const isUntouched = this.window === initialWindow(this.#mss)
    this.#mss = mss
    this.window = isUntouched ? initialWindow(mss) : Math.max(this.window, 2 * mss)
  }

  #newEpoch(now: number): Epoch {
    const start = this.window
    const origin = Math.max(this.#maximum, start)
    const k = Math.cbrt((origin - start) / this.#mss / C)
    return { start: now, k, origin, estimate: start }
  }

  #curve(epoch: Epoch, seconds: number): number {
    return C * (seconds - epoch.k) ** 3 * this.#mss + epoch.origin
  }

  /** RFC 9438 §4.3: α until the estimate is back where the window was before the loss, then 1. */
  #renoGrowth(epoch: Epoch): number {
    return epoch.estimate < this.#prior ? (3 * (1 - BETA)) / (1 + BETA) : 1
  }
}
