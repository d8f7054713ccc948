/**
 * `struct virtio_net_hdr` (virtio 1.2, 5.1.6), 10 bytes in the machine's order, before each packet of a
 * TUN device that was opened with `IFF_VNET_HDR`:
 *
 * ```
 * 0 flags u8 | 1 gso type u8 | 2 header length u16 | 4 segment size u16 | 6 checksum start u16 | 8 its offset u16
 * ```
 */

export const VNET_HEADER = 10
export const NEEDS_CHECKSUM = 1
export const GSO = { none: 0, tcp4: 1, tcp6: 4, udp: 5, ecn: 0x80 } as const

export interface VnetHeader {
  flags: number
  gsoType: number
  headerLength: number
  segmentSize: number
  checksumStart: number
  checksumOffset: number
}

export function emptyVnetHeader(): VnetHeader {
  return { flags: 0, gsoType: 0, headerLength: 0, segmentSize: 0, checksumStart: 0, checksumOffset: 0 }
}

/** Reads into `header`, so that a packet costs no object. */
export function readVnetHeader(header: VnetHeader, bytes: Uint8Array, at: number): void {
  header.flags = bytes[at]!
  header.gsoType = bytes[at + 1]!
  header.headerLength = read16(bytes, at + 2)
  header.segmentSize = read16(bytes, at + 4)
  header.checksumStart = read16(bytes, at + 6)
  header.checksumOffset = read16(bytes, at + 8)
}

export function writeVnetHeader(header: VnetHeader, bytes: Uint8Array, at: number): void {
  bytes[at] = header.flags
  bytes[at + 1] = header.gsoType
  write16(bytes, at + 2, header.headerLength)
  write16(bytes, at + 4, header.segmentSize)
  write16(bytes, at + 6, header.checksumStart)
  write16(bytes, at + 8, header.checksumOffset)
}

function read16(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8)
}

function write16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value
  bytes[at + 1] = value >>> 8
}
