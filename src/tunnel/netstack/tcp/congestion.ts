/** What a congestion controller must be: how far the window is, and what moves it. */
export interface CongestionControl {
  /** Bytes that may be in flight. */
  window: number
  threshold: number
  /** New data was acknowledged outside of recovery, while the window was the limit. */
  onAck(ackedBytes: number, smoothedRtt: number, now: number): void
  /** One round trip was measured; slow start may end on it (RFC 9406). */
  onRoundTrip(ms: number, delivered: number, sent: number): void
  /** Loss was found by acknowledgments: sets the threshold; the window is left to recovery. */
  onLoss(bytesInFlight: number, now: number): void
  /** The retransmission timer has fired. */
  onTimeout(bytesInFlight: number, now: number): void
  /** The sender was idle for longer than its timeout (RFC 5681 §4.1). */
  onIdle(): void
  /** Handshakes were lost: the window starts with one segment (RFC 5681 §3.1). */
  onHandshakeLoss(): void
  /** The last reduction was for a loss that was none. */
  undo(): void
  setMss(mss: number): void
}

/** RFC 6928. */
export function initialWindow(mss: number): number {
  return Math.min(10 * mss, Math.max(2 * mss, 14_600))
}
