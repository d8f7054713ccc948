/**
 * Writes what passes as a capture file (pcap 2.4, LINKTYPE_RAW), for Wireshark. Times are those of
 * the caller's clock, counted from its origin.
 */
import type { Instant } from '../../../base/time.ts'
import type { PacketPath } from './packet-path.ts'

const MAGIC_MICROSECONDS = 0xa1b2c3d4
const LINKTYPE_RAW = 101
const SNAP_LENGTH = 65_535

/** The header of a capture file. */
export function pcapHeader(): Uint8Array {
  const bytes = new Uint8Array(24)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC_MICROSECONDS)
  view.setUint16(4, 2)
  view.setUint16(6, 4)
  view.setUint32(16, SNAP_LENGTH)
  view.setUint32(20, LINKTYPE_RAW)
  return bytes
}

/** One packet as a record of a capture file. */
export function pcapRecord(packet: Uint8Array, now: Instant): Uint8Array {
  const bytes = new Uint8Array(16 + packet.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, Math.floor(now / 1_000))
  view.setUint32(4, Math.floor((now % 1_000) * 1_000))
  view.setUint32(8, packet.length)
  view.setUint32(12, packet.length)
  bytes.set(packet, 16)
  return bytes
}

/** Several paths may write into one capture; the header is written by the caller, once. */
export function capture(next: PacketPath, write: (bytes: Uint8Array) => void): PacketPath {
  return {
    send(packet, now) {
      write(pcapRecord(packet, now))
      next.send(packet, now)
    },
    handleTimeout: (now) => next.handleTimeout(now),
    nextTimeout: () => next.nextTimeout(),
  }
}
