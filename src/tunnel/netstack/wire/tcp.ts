/**
 * The TCP header (RFC 9293 §3.1).
 *
 * | offset | field                                    |
 * |--------|------------------------------------------|
 * | 0      | source port                              |
 * | 2      | destination port                         |
 * | 4      | sequence number                          |
 * | 8      | acknowledgment number                    |
 * | 12     | data offset in words 4 bits, reserved 4  |
 * | 13     | CWR ECE URG ACK PSH RST SYN FIN          |
 * | 14     | window                                   |
 * | 16     | checksum, with pseudo-header             |
 * | 18     | urgent pointer                           |
 * | 20     | options                                  |
 */
import { addSums, sumBytes, sumPseudoHeader } from './checksum.ts'
import type { WireFault } from './fault.ts'
import { type IpView, PROTOCOL } from './ip.ts'
import { readTcpOptions, tcpOptionsLength, writeTcpOptions } from './tcp-options.ts'
import type { TcpSegment } from './tcp-segment.ts'
import { readUint32, writeUint32 } from './uint32.ts'

export const TCP_HEADER = 20

/** Fills `segment` from the payload of `ip`. Unknown options are skipped (RFC 9293 §3.2). */
export function readTcp(segment: TcpSegment, ip: IpView, verify: boolean): WireFault | undefined {
  const { bytes, payload: at } = ip
  const length = ip.end - at
  if (length < TCP_HEADER) return 'tcp-truncated'
  const headerLength = (bytes[at + 12]! >>> 4) << 2
  if (headerLength < TCP_HEADER || headerLength > length) return 'tcp-data-offset'
  if (verify) {
    const pseudo = sumPseudoHeader(bytes, ip.addresses, ip.addressLength * 2, PROTOCOL.tcp, length)
    if (addSums(pseudo, sumBytes(bytes, at, length)) !== 0xffff) return 'tcp-checksum'
  }
  segment.sourcePort = (bytes[at]! << 8) | bytes[at + 1]!
  segment.destinationPort = (bytes[at + 2]! << 8) | bytes[at + 3]!
  if (segment.sourcePort === 0 || segment.destinationPort === 0) return 'tcp-port-zero'
  segment.sequence = readUint32(bytes, at + 4)
  segment.acknowledgment = readUint32(bytes, at + 8)
  segment.flags = bytes[at + 13]!
  segment.window = (bytes[at + 14]! << 8) | bytes[at + 15]!
  segment.payload = at + headerLength
  segment.payloadLength = length - headerLength
  segment.reset()
  if (headerLength > TCP_HEADER && !readTcpOptions(segment, bytes, at + TCP_HEADER, at + headerLength)) {
    return 'tcp-options'
  }
  return undefined
}

/** The length of the header that {@link emitTcp} will write. */
export function tcpHeaderLength(segment: TcpSegment): number {
  return TCP_HEADER + tcpOptionsLength(segment)
}

/** Writes the header with a zero checksum, for {@link sealTcp} once the payload stands after it. */
export function emitTcp(segment: TcpSegment, bytes: Uint8Array, offset: number): number {
  const headerLength = writeTcpOptions(segment, bytes, offset + TCP_HEADER) - offset
  bytes[offset] = segment.sourcePort >>> 8
  bytes[offset + 1] = segment.sourcePort
  bytes[offset + 2] = segment.destinationPort >>> 8
  bytes[offset + 3] = segment.destinationPort
  writeUint32(bytes, offset + 4, segment.sequence)
  writeUint32(bytes, offset + 8, segment.acknowledgment)
  bytes[offset + 12] = (headerLength >>> 2) << 4
  bytes[offset + 13] = segment.flags
  bytes[offset + 14] = segment.window >>> 8
  bytes[offset + 15] = segment.window
  bytes[offset + 16] = 0
  bytes[offset + 17] = 0
  bytes[offset + 18] = 0
  bytes[offset + 19] = 0
  return headerLength
}

/** Writes the checksum. `addressSum` is the folded sum of both addresses. */
export function sealTcp(bytes: Uint8Array, offset: number, length: number, addressSum: number): void {
  const sum = addSums(addSums(addressSum, PROTOCOL.tcp + length), sumBytes(bytes, offset, length))
  bytes[offset + 16] = (~sum >>> 8) & 0xff
  bytes[offset + 17] = ~sum & 0xff
}
