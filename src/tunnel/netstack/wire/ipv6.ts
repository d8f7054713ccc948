/**
 * The IPv6 header and its extension headers (RFC 8200).
 *
 * | offset | field                                         |
 * |--------|-----------------------------------------------|
 * | 0      | version 4 bits, traffic class 8, flow label 20 |
 * | 4      | payload length                                |
 * | 6      | next header                                   |
 * | 7      | hop limit                                     |
 * | 8      | source                                        |
 * | 24     | destination                                   |
 *
 * Fragment header: next header, 0, offset and M, identification (8 bytes). A chain ends at the
 * fragment header of a real fragment: what follows is read after reassembly, never before, so that
 * nothing can be hidden in a second fragment (RFC 7112).
 */
import type { WireFault } from './fault.ts'
import { type IpRepr, type IpView, PROTOCOL } from './ip.ts'

export const IPV6_HEADER = 40
export const IPV6_FRAGMENT_HEADER = 8

const MOST_EXTENSIONS = 8
/** The least that each of these begins with. */
const UPPER_HEADER = new Map<number, number>([
  [PROTOCOL.tcp, 20],
  [PROTOCOL.udp, 8],
  [PROTOCOL.icmpv6, 8],
])

/** Fills `view` and walks the extension headers. */
export function readIpv6(
  view: IpView,
  bytes: Uint8Array,
  offset: number,
  length: number,
): WireFault | undefined {
  if (length < IPV6_HEADER) return 'ipv6-truncated'
  const payloadLength = (bytes[offset + 4]! << 8) | bytes[offset + 5]!
  if (IPV6_HEADER + payloadLength > length) return 'ipv6-payload-length'
  view.bytes = bytes
  view.family = 6
  view.start = offset
  view.end = offset + IPV6_HEADER + payloadLength
  view.addresses = offset + 8
  view.addressLength = 16
  view.protocol = bytes[offset + 6]!
  view.nextHeaderAt = offset + 6
  view.payload = offset + IPV6_HEADER
  view.hopLimit = bytes[offset + 7]!
  view.congestion = (bytes[offset + 1]! >>> 4) & 3
  view.dontFragment = true
  view.identification = 0
  view.fragmentOffset = 0
  view.moreFragments = false
  return walkExtensions(view)
}

/** Writes the header, with a fragment header where the repr is a fragment. @returns the bytes written */
export function emitIpv6(repr: IpRepr, bytes: Uint8Array, offset: number): number {
  const isFragment = repr.moreFragments || repr.fragmentOffset > 0
  const payloadLength = repr.payloadLength + (isFragment ? IPV6_FRAGMENT_HEADER : 0)
  bytes[offset] = 0x60
  bytes[offset + 1] = 0
  bytes[offset + 2] = 0
  bytes[offset + 3] = 0
  bytes[offset + 4] = payloadLength >>> 8
  bytes[offset + 5] = payloadLength
  bytes[offset + 6] = isFragment ? PROTOCOL.fragment : repr.protocol
  bytes[offset + 7] = repr.hopLimit
  bytes.set(repr.source, offset + 8)
  bytes.set(repr.destination, offset + 24)
  if (!isFragment) return IPV6_HEADER
  const at = offset + IPV6_HEADER
  bytes[at] = repr.protocol
  bytes[at + 1] = 0
  bytes[at + 2] = repr.fragmentOffset >>> 8
  bytes[at + 3] = (repr.fragmentOffset & 0xf8) | (repr.moreFragments ? 1 : 0)
  bytes[at + 4] = repr.identification >>> 24
  bytes[at + 5] = repr.identification >>> 16
  bytes[at + 6] = repr.identification >>> 8
  bytes[at + 7] = repr.identification
  return IPV6_HEADER + IPV6_FRAGMENT_HEADER
}

function walkExtensions(view: IpView): WireFault | undefined {
  for (let count = 0; count <= MOST_EXTENSIONS; count++) {
    switch (view.protocol) {
      case PROTOCOL.hopByHop:
        // RFC 8200 §4.1: only directly after the IPv6 header.
        if (count > 0) return 'ipv6-extension-order'
        break
      case PROTOCOL.routing:
      case PROTOCOL.destinationOptions:
      case PROTOCOL.authentication:
        break
      case PROTOCOL.fragment: {
        const fault = readFragmentHeader(view)
        if (fault !== undefined) return fault
        if (view.isFragment) return faultOfFirst(view)
        continue
      }
      default:
        return undefined
    }
    const fault = skipExtension(view)
    if (fault !== undefined) return fault
  }
  return 'ipv6-extension-count'
}

function skipExtension(view: IpView): WireFault | undefined {
  const { bytes, payload, protocol } = view
  if (payload + 8 > view.end) return 'ipv6-extension-truncated'
  const length = extensionLength(protocol, bytes[payload + 1]!)
  if (payload + length > view.end) return 'ipv6-extension-truncated'
  // RFC 8200 §4.4, RFC 5095: segments left means that we would have to forward.
  if (protocol === PROTOCOL.routing && bytes[payload + 3] !== 0) {
    view.faultAt = payload + 2
    return 'ipv6-routing-header'
  }
  const hasOptions = protocol === PROTOCOL.hopByHop || protocol === PROTOCOL.destinationOptions
  if (hasOptions && !optionsMayBeSkipped(view, payload + 2, payload + length)) return 'ipv6-option-refused'
  view.protocol = bytes[payload]!
  view.nextHeaderAt = payload
  view.payload = payload + length
  return undefined
}

/** RFC 8200 §4.2: the two highest bits of an unknown option say whether it may be skipped, and who is told. */
function optionsMayBeSkipped(view: IpView, start: number, end: number): boolean {
  const { bytes } = view
  let at = start
  while (at < end) {
    const kind = bytes[at]!
    if (kind === 0) {
      at++
      continue
    }
    if (at + 1 >= end) return false
    if (kind !== 1 && kind >>> 6 !== 0) {
      if (kind >>> 6 !== 1) view.faultAt = at
      return false
    }
    at += 2 + bytes[at + 1]!
  }
  return at === end
}

/** RFC 8200 §4.5, RFC 7112: the first fragment brings every header, so that whoever filters sees what it is. */
function faultOfFirst(view: IpView): WireFault | undefined {
  if (view.fragmentOffset > 0 || holdsUpperLayer(view)) return undefined
  view.faultAt = view.start
  return 'ipv6-header-chain'
}

function holdsUpperLayer({ bytes, payload, end, protocol }: IpView): boolean {
  let [kind, at]: [number, number] = [protocol, payload]
  for (let count = 0; count <= MOST_EXTENSIONS; count++) {
    switch (kind) {
      case PROTOCOL.routing:
      case PROTOCOL.destinationOptions:
      case PROTOCOL.authentication: {
        if (at + 8 > end) return false
        const next = bytes[at]!
        at += extensionLength(kind, bytes[at + 1]!)
        kind = next
        break
      }
      default:
        return at + (UPPER_HEADER.get(kind) ?? 0) <= end
    }
  }
  return false
}

function extensionLength(protocol: number, units: number): number {
  return protocol === PROTOCOL.authentication ? (units + 2) << 2 : (units + 1) << 3
}

function readFragmentHeader(view: IpView): WireFault | undefined {
  const { bytes, payload: at } = view
  if (at + IPV6_FRAGMENT_HEADER > view.end) return 'ipv6-extension-truncated'
  view.protocol = bytes[at]!
  view.nextHeaderAt = at
  view.fragmentOffset = ((bytes[at + 2]! << 8) | bytes[at + 3]!) & 0xfff8
  view.moreFragments = (bytes[at + 3]! & 1) !== 0
  view.identification =
    ((bytes[at + 4]! << 24) | (bytes[at + 5]! << 16) | (bytes[at + 6]! << 8) | bytes[at + 7]!) >>> 0
  view.payload = at + IPV6_FRAGMENT_HEADER
  return undefined
}
