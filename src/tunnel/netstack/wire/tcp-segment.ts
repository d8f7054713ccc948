/** What a TCP segment says (RFC 9293 §3.1, RFC 7323, RFC 2018), apart from how it is laid out in bytes. */
export const FIN = 0x01
export const SYN = 0x02
export const RST = 0x04
export const PSH = 0x08
export const ACK = 0x10
export const URG = 0x20

export const MOST_SACK_BLOCKS = 4

/** One segment, read or to be written. One object serves many: {@link reset} it first. */
export class TcpSegment {
  sourcePort = 0
  destinationPort = 0
  sequence = 0
  acknowledgment = 0
  flags = 0
  window = 0
  /** 0: absent. */
  mss = 0
  /** -1: absent. */
  windowScale = -1
  sackPermitted = false
  hasTimestamps = false
  timestampValue = 0
  timestampEcho = 0
  sackCount = 0
  /** Left and right edges in turn. */
  readonly sackEdges = new Float64Array(MOST_SACK_BLOCKS * 2)
  payload = 0
  payloadLength = 0

  /** Takes all options away. */
  reset(): void {
    this.mss = 0
    this.windowScale = -1
    this.sackPermitted = false
    this.hasTimestamps = false
    this.sackCount = 0
  }
}
