/**
 * The UDP header (RFC 768): source port, destination port, length, checksum, two bytes each.
 */
import { addSums, finishSum, sumBytes, sumPseudoHeader } from './checksum.ts'
import type { WireFault } from './fault.ts'
import { type IpView, PROTOCOL } from './ip.ts'

export const UDP_HEADER = 8

/** A checked view of a datagram; one object serves all. */
export class UdpView {
  sourcePort = 0
  destinationPort = 0
  payload = 0
  payloadLength = 0
}

/** Fills `view` from the payload of `ip`. */
export function readUdp(view: UdpView, ip: IpView, verify: boolean): WireFault | undefined {
  const { bytes, payload: at } = ip
  const available = ip.end - at
  if (available < UDP_HEADER) return 'udp-truncated'
  const length = (bytes[at + 4]! << 8) | bytes[at + 5]!
  if (length < UDP_HEADER || length > available) return 'udp-length'
  const checksum = (bytes[at + 6]! << 8) | bytes[at + 7]!
  // RFC 8200 §8.1: over IPv6 a checksum is always there; over IPv4 zero means none.
  if (checksum === 0 && ip.family === 6) return 'udp-checksum'
  if (verify && checksum !== 0) {
    const pseudo = sumPseudoHeader(bytes, ip.addresses, ip.addressLength * 2, PROTOCOL.udp, length)
    if (addSums(pseudo, sumBytes(bytes, at, length)) !== 0xffff) return 'udp-checksum'
  }
  view.sourcePort = (bytes[at]! << 8) | bytes[at + 1]!
  view.destinationPort = (bytes[at + 2]! << 8) | bytes[at + 3]!
  if (view.destinationPort === 0) return 'udp-port-zero'
  view.payload = at + UDP_HEADER
  view.payloadLength = length - UDP_HEADER
  return undefined
}

export interface UdpRepr {
  readonly source: Uint8Array
  readonly destination: Uint8Array
  readonly sourcePort: number
  readonly destinationPort: number
  readonly payload: Uint8Array
}

/** Writes header, payload and checksum. @returns the bytes written */
export function emitUdp(repr: UdpRepr, bytes: Uint8Array, offset: number): number {
  const length = UDP_HEADER + repr.payload.length
  bytes[offset] = repr.sourcePort >>> 8
  bytes[offset + 1] = repr.sourcePort
  bytes[offset + 2] = repr.destinationPort >>> 8
  bytes[offset + 3] = repr.destinationPort
  bytes[offset + 4] = length >>> 8
  bytes[offset + 5] = length
  bytes[offset + 6] = 0
  bytes[offset + 7] = 0
  bytes.set(repr.payload, offset + UDP_HEADER)
  const addresses = addSums(
    sumBytes(repr.source, 0, repr.source.length),
    sumPseudoHeader(repr.destination, 0, repr.destination.length, PROTOCOL.udp, length),
  )
  // RFC 768: a computed zero is sent as all ones, because zero means "none".
  const sum = finishSum(addSums(addresses, sumBytes(bytes, offset, length))) || 0xffff
  bytes[offset + 6] = sum >>> 8
  bytes[offset + 7] = sum
  return length
}
