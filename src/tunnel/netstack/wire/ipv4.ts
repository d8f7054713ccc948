/**
 * The IPv4 header (RFC 791, RFC 6864).
 *
 * | offset | field                              |
 * |--------|------------------------------------|
 * | 0      | version 4 bits, header length in words 4 bits |
 * | 1      | traffic class                      |
 * | 2      | total length                       |
 * | 4      | identification                     |
 * | 6      | 0, DF, MF, fragment offset / 8     |
 * | 8      | time to live                       |
 * | 9      | protocol                           |
 * | 10     | header checksum                    |
 * | 12     | source                             |
 * | 16     | destination                        |
 * | 20     | options                            |
 */
import { finishSum, sumBytes } from './checksum.ts'
import type { WireFault } from './fault.ts'
import type { IpRepr, IpView } from './ip.ts'

export const IPV4_HEADER = 20

const DONT_FRAGMENT = 0x40
const MORE_FRAGMENTS = 0x20
const OPTION_LOOSE_SOURCE_ROUTE = 131
const OPTION_STRICT_SOURCE_ROUTE = 137

/** Fills `view`; bytes after the total length are padding and left out. */
export function readIpv4(
  view: IpView,
  bytes: Uint8Array,
  offset: number,
  length: number,
): WireFault | undefined {
  if (length < IPV4_HEADER) return 'ipv4-truncated'
  const headerLength = (bytes[offset]! & 0x0f) << 2
  if (headerLength < IPV4_HEADER || headerLength > length) return 'ipv4-header-length'
  const totalLength = (bytes[offset + 2]! << 8) | bytes[offset + 3]!
  if (totalLength < headerLength || totalLength > length) return 'ipv4-total-length'
  if (sumBytes(bytes, offset, headerLength) !== 0xffff) return 'ipv4-checksum'
  if (headerLength > IPV4_HEADER && hasSourceRoute(bytes, offset + IPV4_HEADER, offset + headerLength)) {
    return 'ipv4-source-route'
  }
  const flags = bytes[offset + 6]!
  view.bytes = bytes
  view.family = 4
  view.start = offset
  view.end = offset + totalLength
  view.addresses = offset + 12
  view.addressLength = 4
  view.protocol = bytes[offset + 9]!
  view.payload = offset + headerLength
  view.hopLimit = bytes[offset + 8]!
  view.congestion = bytes[offset + 1]! & 3
  view.dontFragment = (flags & DONT_FRAGMENT) !== 0
  view.identification = (bytes[offset + 4]! << 8) | bytes[offset + 5]!
  view.fragmentOffset = (((flags & 0x1f) << 8) | bytes[offset + 7]!) << 3
  view.moreFragments = (flags & MORE_FRAGMENTS) !== 0
  return undefined
}

/** Writes a header without options. @returns its length */
export function emitIpv4(repr: IpRepr, bytes: Uint8Array, offset: number): number {
  const totalLength = IPV4_HEADER + repr.payloadLength
  const fragment = repr.fragmentOffset >>> 3
  bytes[offset] = 0x45
  bytes[offset + 1] = 0
  bytes[offset + 2] = totalLength >>> 8
  bytes[offset + 3] = totalLength
  bytes[offset + 4] = repr.identification >>> 8
  bytes[offset + 5] = repr.identification
  bytes[offset + 6] =
    (repr.dontFragment ? DONT_FRAGMENT : 0) | (repr.moreFragments ? MORE_FRAGMENTS : 0) | (fragment >>> 8)
  bytes[offset + 7] = fragment
  bytes[offset + 8] = repr.hopLimit
  bytes[offset + 9] = repr.protocol
  bytes[offset + 10] = 0
  bytes[offset + 11] = 0
  for (let i = 0; i < 4; i++) {
    bytes[offset + 12 + i] = repr.source[i]!
    bytes[offset + 16 + i] = repr.destination[i]!
  }
  const sum = finishSum(sumBytes(bytes, offset, IPV4_HEADER))
  bytes[offset + 10] = sum >>> 8
  bytes[offset + 11] = sum
  return IPV4_HEADER
}

/** RFC 7126 §4.3, §4.4: packets that choose their own way are refused. */
function hasSourceRoute(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start
  while (at < end) {
    const kind = bytes[at]!
    if (kind === 0) return false
    if (kind === OPTION_LOOSE_SOURCE_ROUTE || kind === OPTION_STRICT_SOURCE_ROUTE) return true
    const length = kind === 1 ? 1 : at + 1 < end ? bytes[at + 1]! : 0
    if (length === 0) return false
    at += length
  }
  return false
}
