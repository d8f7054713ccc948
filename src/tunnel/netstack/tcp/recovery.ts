/**
 * Fast recovery with proportional rate reduction (RFC 9937): what is sent during recovery follows what is delivered,
 * so that the window shrinks over a round trip instead of at once.
 */
export type RecoveryKind = 'open' | 'fast' | 'timeout'

export class Recovery {
  kind: RecoveryKind = 'open'
  /** Recovery ends when everything sent before it began is acknowledged. */
  point = 0
  /** RFC 3522: an echo older than this timestamp shows that the first transmission had arrived. */
  firstRetransmitStamp: number | undefined
  #delivered = 0
  #sent = 0
  #flightAtStart = 1

  /**
   * `bytesInFlight` counts what this very acknowledgment delivered, and not what was SACKed before it (§6). `owed` bytes
   * had been let go by the acknowledgments before it and have not left yet: they count as delivered, or a burst of
   * acknowledgments that ends in a loss would leave the path empty for a round trip.
   */
  begin(kind: 'fast' | 'timeout', point: number, bytesInFlight: number, owed = 0): void {
    this.kind = kind
    this.point = point
    this.firstRetransmitStamp = undefined
    this.#delivered = owed
    this.#sent = 0
    this.#flightAtStart = Math.max(1, bytesInFlight + owed)
  }

  end(): void {
    this.kind = 'open'
    this.firstRetransmitStamp = undefined
  }

  onSent(bytes: number): void {
    this.#sent += bytes
  }

  /** @returns the congestion window until the next acknowledgment */
  windowAfter(delivered: number, pipe: number, threshold: number, mss: number, isGoingWell: boolean): number {
    this.#delivered += delivered
    let allowance: number
    if (pipe > threshold) {
      allowance = Math.ceil((this.#delivered * threshold) / this.#flightAtStart) - this.#sent
    } else {
      let limit = Math.max(this.#delivered - this.#sent, delivered)
      if (isGoingWell) limit += mss
      allowance = Math.min(threshold - pipe, limit)
    }
    // The first retransmission is never held back.
    if (this.#sent === 0) allowance = Math.max(allowance, mss)
    // Where nothing is in flight and more was sent than delivered, one segment keeps the clock of acknowledgments going.
    return Math.max(mss, pipe + Math.max(0, allowance))
  }
}
