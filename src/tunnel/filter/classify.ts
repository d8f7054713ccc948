/**
 * What an inner packet is to a filter: family, protocol, ports, and whether it is a fragment. IPv4
 * (RFC 791) and IPv6 with its extension headers (RFC 8200, section 4). A packet that hides its
 * transport (truncated, in a chain that is too long, in ESP) is `opaque`: no rule of ports can match it.
 */

export type Fragment =
  | 'whole'
  /** Carries the transport header; more follow. */
  | 'first'
  /** Carries none: it belongs to a first one with the same identification. */
  | 'later'

export interface Packet {
  readonly family: 4 | 6
  readonly sourceAt: number
  readonly destinationAt: number
  /** IANA number of the upper protocol. */
  readonly protocol: number
  readonly fragment: Fragment
  /** Of a fragment; else 0. */
  readonly identification: number
  /** Where the transport header starts. */
  readonly transportAt: number
  /** Of TCP and UDP; else 0. */
  readonly sourcePort: number
  readonly destinationPort: number
  /** Of ICMP; else −1. */
  readonly icmpType: number
}

export const PROTOCOL = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58, noNext: 59, sctp: 132 } as const

const HOP_BY_HOP = 0
const ROUTING = 43
const FRAGMENT = 44
const AUTHENTICATION = 51
const DESTINATION = 60
const MOBILITY = 135
const MAX_EXTENSIONS = 8

/** @returns `undefined` for what is malformed or hides its transport header. */
export function classify(bytes: Uint8Array): Packet | undefined {
  const version = (bytes[0] ?? 0) >> 4
  if (version === 4) return classify4(bytes)
  return version === 6 ? classify6(bytes) : undefined
}

function classify4(bytes: Uint8Array): Packet | undefined {
  const headerLength = (bytes[0]! & 15) * 4
  if (headerLength < 20 || bytes.length < headerLength || read16(bytes, 2) < headerLength) return undefined
  const flagsAndOffset = read16(bytes, 6)
  const fragment = fragmentOf((flagsAndOffset & 0x1fff) * 8, (flagsAndOffset & 0x2000) !== 0)
  const identification = fragment === 'whole' ? 0 : read16(bytes, 4)
  const base = { family: 4, sourceAt: 12, destinationAt: 16, fragment, identification } as const
  // RFC 1858: a second fragment at 8 would overwrite ports and flags of the first.
  if (fragment === 'later' && (flagsAndOffset & 0x1fff) * 8 < 40 && bytes[9] === PROTOCOL.tcp)
    return undefined
  return withTransport(bytes, base, bytes[9]!, headerLength)
}

type Base = Pick<Packet, 'family' | 'sourceAt' | 'destinationAt' | 'fragment' | 'identification'>

function classify6(bytes: Uint8Array): Packet | undefined {
  if (bytes.length < 40) return undefined
  let base: Base = { family: 6, sourceAt: 8, destinationAt: 24, fragment: 'whole', identification: 0 }
  let next = bytes[6]!
  let at = 40
  for (let i = 0; i <= MAX_EXTENSIONS; i++) {
    if (!isExtension(next)) return withTransport(bytes, base, next, at)
    if (at + 8 > bytes.length) return undefined
    if (next === FRAGMENT) {
      // RFC 8200, section 4.5: one fragment header; a second one is an attack on those who read only the first.
      if (base.fragment !== 'whole') return undefined
      base = { ...base, ...readFragmentHeader(bytes, at) }
      if (base.fragment === 'later') return withTransport(bytes, base, bytes[at]!, at + 8)
    }
    const length = extensionLength(next, bytes[at + 1]!)
    next = bytes[at]!
    at += length
  }
  return undefined
}

function isExtension(next: number): boolean {
  return [HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION, MOBILITY].includes(next)
}

function extensionLength(kind: number, lengthByte: number): number {
  if (kind === FRAGMENT) return 8
  // RFC 4302: the authentication header counts in units of 4, minus 2; the others in units of 8, minus 1.
  return kind === AUTHENTICATION ? (lengthByte + 2) * 4 : (lengthByte + 1) * 8
}

function readFragmentHeader(bytes: Uint8Array, at: number): Pick<Packet, 'fragment' | 'identification'> {
  const offsetAndFlag = read16(bytes, at + 2)
  const fragment = fragmentOf(offsetAndFlag & 0xfff8, (offsetAndFlag & 1) !== 0)
  const identification = read16(bytes, at + 4) * 0x1_0000 + read16(bytes, at + 6)
  // An "atomic" fragment (RFC 6946) is a whole packet.
  return { fragment, identification: fragment === 'whole' ? 0 : identification }
}

function fragmentOf(offset: number, more: boolean): Fragment {
  if (offset > 0) return 'later'
  return more ? 'first' : 'whole'
}

function withTransport(bytes: Uint8Array, base: Base, protocol: number, at: number): Packet | undefined {
  const none = { ...base, protocol, transportAt: at, sourcePort: 0, destinationPort: 0, icmpType: -1 }
  if (base.fragment === 'later') return none
  switch (protocol) {
    case PROTOCOL.tcp:
      return at + 20 <= bytes.length ? withPorts(bytes, none, at) : undefined
    case PROTOCOL.udp:
    case PROTOCOL.sctp:
      return at + 8 <= bytes.length ? withPorts(bytes, none, at) : undefined
    case PROTOCOL.icmp:
    case PROTOCOL.icmpv6:
      if (protocol !== (base.family === 4 ? PROTOCOL.icmp : PROTOCOL.icmpv6)) return undefined
      return at + 8 <= bytes.length ? { ...none, icmpType: bytes[at]! } : undefined
    default:
      return none
  }
}

function withPorts(bytes: Uint8Array, packet: Packet, at: number): Packet {
  return { ...packet, sourcePort: read16(bytes, at), destinationPort: read16(bytes, at + 2) }
}

function read16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!
}
