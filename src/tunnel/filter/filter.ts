/**
 * Which inner packets a node lets in from one peer: what a rule of the edge names, answers to what the
 * node itself began, and nothing else. Rules are of protocol and destination port; the default is no.
 */
import type { Instant } from '../../base/time.ts'
import { classify, type Packet, PROTOCOL } from './classify.ts'
import { FlowTable } from './flows.ts'

export interface PortRange {
  readonly first: number
  readonly last: number
}

export type FilterRule =
  | { readonly kind: 'tcp' | 'udp' | 'sctp'; readonly ports: readonly PortRange[] }
  /** Echo requests only: errors and replies come in as answers. */
  | { readonly kind: 'icmp' }
  /** An IANA protocol number without ports. */
  | { readonly kind: 'protocol'; readonly number: number }
  /** Everything that can be classified. */
  | { readonly kind: 'any' }

export interface FilterCounts {
  admitted: number
  /** No rule, and no answer to anything sent. */
  denied: number
  /** Malformed, or the transport header is hidden. */
  opaque: number
}

const ECHO_REQUEST = { 4: 8, 6: 128 } as const
const ECHO_REPLY = { 4: 0, 6: 129 } as const
/** Destination unreachable, time exceeded, parameter problem, and packet too big in IPv6. */
const ICMP_ERRORS = { 4: [3, 11, 12], 6: [1, 2, 3, 4] } as const
const NUMBERS = { tcp: PROTOCOL.tcp, udp: PROTOCOL.udp, sctp: PROTOCOL.sctp } as const

export class PeerFilter {
  #rules: readonly FilterRule[] = []
  /** Every packet that can be classified comes in. */
  #isOpen = false
  readonly counts: FilterCounts = { admitted: 0, denied: 0, opaque: 0 }
  readonly #flows = new FlowTable()

  constructor(rules: readonly FilterRule[]) {
    this.rules = rules
  }

  set rules(rules: readonly FilterRule[]) {
    this.#rules = rules
    this.#isOpen = rules.some((rule) => rule.kind === 'any')
  }

  /** As {@link noteSent}. An open filter need not know what it would admit anyway. */
  noteSentAt(bytes: Uint8Array, at: number, length: number, now: Instant): void {
    if (!this.#isOpen) this.noteSent(bytes.subarray(at, at + length), now)
  }

  /** As {@link admits}, without a view or an object where the filter is open and the packet plain. */
  admitsAt(bytes: Uint8Array, at: number, length: number, now: Instant): boolean {
    if (!this.#isOpen || !isPlainTcp(bytes, at, length))
      return this.admits(bytes.subarray(at, at + length), now)
    this.counts.admitted++
    return true
  }

  /** To be told of each packet that goes to the peer. */
  noteSent(bytes: Uint8Array, now: Instant): void {
    const packet = classify(bytes)
    if (packet) this.#flows.noteSent(bytes, packet, now)
  }

  /** @returns whether the packet may come in. */
  admits(bytes: Uint8Array, now: Instant): boolean {
    const packet = classify(bytes)
    if (!packet) {
      this.counts.opaque++
      return false
    }
    const admitted = this.#judge(bytes, packet, now)
    if (admitted) this.counts.admitted++
    else this.counts.denied++
    return admitted
  }

  #judge(bytes: Uint8Array, packet: Packet, now: Instant): boolean {
    if (packet.fragment === 'later') return this.#flows.isAdmittedFragment(bytes, packet, now)
    const admitted =
      this.#rules.some((rule) => matches(rule, packet)) ||
      (mayAnswer(packet) && this.#flows.isAnswer(bytes, packet, now)) ||
      this.#isErrorOfOurs(bytes, packet, now)
    if (admitted && packet.fragment === 'first') this.#flows.admitFragment(bytes, packet, now)
    return admitted
  }

  /** An ICMP error comes in where the packet that it quotes was sent from here. */
  #isErrorOfOurs(bytes: Uint8Array, packet: Packet, now: Instant): boolean {
    const errors: readonly number[] = ICMP_ERRORS[packet.family]
    if (!errors.includes(packet.icmpType)) return false
    const quoted = classifyQuoted(bytes.subarray(packet.transportAt + 8))
    return quoted !== undefined && this.#flows.isAnswer(quoted.bytes, reversed(quoted.packet), now)
  }
}

/** TCP whose header is whole, in IPv4 without options or fragments, or in IPv6 without extensions. */
function isPlainTcp(bytes: Uint8Array, at: number, length: number): boolean {
  if (length < 60) return false
  const first = bytes[at]!
  if (first === 0x45) {
    return bytes[at + 9] === PROTOCOL.tcp && ((bytes[at + 6]! & 0x3f) | bytes[at + 7]!) === 0
  }
  return first >> 4 === 6 && bytes[at + 6] === PROTOCOL.tcp
}

/** Of ICMP only echo replies answer; errors are judged by what they quote. */
function mayAnswer(packet: Packet): boolean {
  return packet.icmpType === -1 || packet.icmpType === ECHO_REPLY[packet.family]
}

function matches(rule: FilterRule, packet: Packet): boolean {
  switch (rule.kind) {
    case 'any':
      return true
    case 'icmp':
      return packet.icmpType === ECHO_REQUEST[packet.family]
    case 'protocol':
      return packet.protocol === rule.number
    case 'tcp':
    case 'udp':
    case 'sctp':
      if (packet.protocol !== NUMBERS[rule.kind]) return false
      return rule.ports.some(
        ({ first, last }) => packet.destinationPort >= first && packet.destinationPort <= last,
      )
  }
}

/** A quotation may be cut after 8 bytes of transport: room for the ports is made, its length is not trusted. */
function classifyQuoted(quoted: Uint8Array): { bytes: Uint8Array; packet: Packet } | undefined {
  const bytes = new Uint8Array(quoted.length + 20)
  bytes.set(quoted)
  const packet = classify(bytes)
  return packet && packet.fragment !== 'later' && packet.transportAt + 4 <= quoted.length
    ? { bytes, packet }
    : undefined
}

/** The quoted packet went out from here; as an answer it has its ends exchanged. */
function reversed(packet: Packet): Packet {
  return {
    ...packet,
    sourceAt: packet.destinationAt,
    destinationAt: packet.sourceAt,
    sourcePort: packet.destinationPort,
    destinationPort: packet.sourcePort,
  }
}
