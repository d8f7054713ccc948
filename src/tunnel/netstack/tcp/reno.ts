/** Reno's window (RFC 5681, with the byte counting of RFC 3465). Fast recovery is {@link Recovery}'s. */
import { type CongestionControl, initialWindow } from './congestion.ts'

export class Reno implements CongestionControl {
  window: number
  threshold = Number.POSITIVE_INFINITY
  #mss: number
  #counted = 0
  #before: { window: number; threshold: number } | undefined

  constructor(mss: number) {
    this.#mss = mss
    this.window = initialWindow(mss)
  }

  onAck(ackedBytes: number): void {
    if (this.window < this.threshold) {
      this.window += ackedBytes
      return
    }
    this.#counted += ackedBytes
    if (this.#counted < this.window) return
    this.#counted -= this.window
    this.window += this.#mss
  }

  onRoundTrip(): void {}

  onLoss(bytesInFlight: number): void {
    this.#before = { window: this.window, threshold: this.threshold }
    this.threshold = Math.max(bytesInFlight / 2, 2 * this.#mss)
  }

  onTimeout(bytesInFlight: number): void {
    this.onLoss(bytesInFlight)
    this.window = this.#mss
    this.#counted = 0
  }

  onIdle(): void {
    this.window = Math.min(this.window, initialWindow(this.#mss))
  }

  onHandshakeLoss(): void {
    this.window = this.#mss
  }

  undo(): void {
    if (this.#before === undefined) return
    this.window = Math.max(this.window, this.#before.window)
    this.threshold = this.#before.threshold
    this.#before = undefined
  }

  setMss(mss: number): void {
    const isUntouched = this.window === initialWindow(this.#mss)
    this.#mss = mss
    this.window = isUntouched ? initialWindow(mss) : Math.max(this.window, 2 * mss)
  }
}
