/**
 * The device seam: one direction of a link. A path takes packets and gives them to the next one, at
 * once or later; tracer, fault injector and pcap writer are paths around a path.
 */
import type { Instant } from '../../../base/time.ts'

export interface PacketPath {
  /** Takes one IP packet that the path may keep. */
  send(packet: Uint8Array, now: Instant): void
  /** Passes on what was held back. */
  handleTimeout(now: Instant): void
  nextTimeout(): Instant | undefined
}

/** The end of a path. */
export function deliverTo(take: (packet: Uint8Array, now: Instant) => void): PacketPath {
  return { send: take, handleTimeout() {}, nextTimeout: () => undefined }
}
