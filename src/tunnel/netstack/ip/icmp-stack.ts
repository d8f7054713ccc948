/**
 * ICMP of one node: answers echo, tells strangers what is not there (rate limited, RFC 4443 §2.4,
 * RFC 1812 §4.3.2.8), and passes errors on to the socket whose packet they quote.
 */
import { copyBytes } from '../../../base/bytes.ts'
import type { IpAddress } from '../../../base/ip.ts'
import type { Instant } from '../../../base/time.ts'
import type { NetstackEvent } from '../contract.ts'
import type { Counters } from '../counters.ts'
import { RateLimit } from '../rate-limit.ts'
import type { TcpStack } from '../tcp/tcp-stack.ts'
import type { UdpStack } from '../udp/udp-stack.ts'
import type { IcmpMessage, UnreachableReason } from '../wire/icmp.ts'
import { emitIcmpv4, parseIcmpv4 } from '../wire/icmpv4.ts'
import { emitIcmpv6, parseIcmpv6 } from '../wire/icmpv6.ts'
import { type IpView, PROTOCOL } from '../wire/ip.ts'
import type { Addresses } from './addresses.ts'
import type { IpOutput } from './output.ts'
import type { PathMtu } from './path-mtu.ts'
import { parseQuotedPacket, type QuotedPacket } from './quoted-packet.ts'

/** RFC 1812 §4.3.2.3: as much as fits 576 bytes; RFC 4443 §2.4: as fits the least MTU. */
const MOST_QUOTED = { 4: 548, 6: 1_232 } as const
const ERRORS_PER_SECOND = 100
const ERROR_BURST = 50
const ECHOES_PER_SECOND = 1_000
const ECHO_BURST = 200

/** An error without its quote. */
export type IcmpError =
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason }
  | { readonly kind: 'time-exceeded'; readonly code: number }
  | { readonly kind: 'parameter-problem'; readonly code: number; readonly pointer: number }

export interface IcmpSurroundings {
  readonly addresses: Addresses
  readonly output: IpOutput
  readonly pathMtu: PathMtu
  readonly counters: Counters
  readonly tcp: TcpStack
  readonly udp: UdpStack
  tell(event: NetstackEvent): void
}

export class IcmpStack {
  readonly #around: IcmpSurroundings
  readonly #errors = new RateLimit(ERRORS_PER_SECOND, ERROR_BURST)
  readonly #echoes = new RateLimit(ECHOES_PER_SECOND, ECHO_BURST)

  constructor(around: IcmpSurroundings) {
    this.#around = around
  }

  receive(ip: IpView, now: Instant): void {
    const message = parseMessage(ip)
    if (typeof message === 'string') {
      this.#around.counters.drop(message)
      return
    }
    switch (message.kind) {
      case 'echo-request':
        this.#answerEcho(ip, message, now)
        return
      case 'echo-reply': {
        const { identifier, sequence, data } = message
        const from = { family: ip.family, bytes: ip.source() }
        this.#around.tell({ kind: 'echo-reply', from, identifier, sequence, bytes: copyBytes(data) })
        return
      }
      default:
        this.#handleError(ip, message, now)
    }
  }

  sendEcho(to: IpAddress, message: IcmpMessage, now: Instant): boolean {
    const source = this.#around.addresses.sourceFor(to)
    if (source === undefined) return false
    return this.#send(source.bytes, to.bytes, message, this.#around.pathMtu.find(to, now))
  }

  /** Never for an error, a later fragment or a source that cannot be answered (RFC 1122 §3.2.2). */
  sendError(ip: IpView, error: IcmpError, now: Instant): void {
    this.sendQuoting(ip.bytes.subarray(ip.start, ip.end), ip.source(), ip.destination(), error, now)
  }

  /** As {@link sendError}, of a packet from `source` to us. */
  sendQuoting(
    packet: Uint8Array,
    source: Uint8Array,
    destination: Uint8Array,
    error: IcmpError,
    now: Instant,
  ): void {
    if (!this.#errors.take(now)) {
      this.#around.counters.drop('icmp-rate-limited')
      return
    }
    const quoted = packet.subarray(0, MOST_QUOTED[source.length === 4 ? 4 : 6])
    this.#send(destination, source, { ...error, quoted }, this.#around.pathMtu.linkMtu)
  }

  #answerEcho(
    ip: IpView,
    message: IcmpMessage & { kind: 'echo-request' | 'echo-reply' },
    now: Instant,
  ): void {
    if (!this.#echoes.take(now)) {
      this.#around.counters.drop('icmp-rate-limited')
      return
    }
    const remote = { family: ip.family, bytes: ip.source() }
    const mtu = this.#around.pathMtu.find(remote, now)
    this.#send(ip.destination(), remote.bytes, { ...message, kind: 'echo-reply' }, mtu)
  }

  #handleError(ip: IpView, message: IcmpMessage & { readonly quoted: Uint8Array }, now: Instant): void {
    const quoted = parseQuotedPacket(message.quoted, ip.family)
    const isOurs =
      quoted !== undefined && this.#around.addresses.hasBytes(quoted.source, 0, quoted.source.length)
    if (!isOurs) {
      this.#around.counters.drop('icmp-quote-unknown')
      return
    }
    if (message.kind === 'packet-too-big') this.#lowerMtu(quoted, message.mtu, now)
    else if (message.kind === 'unreachable') this.#tellUnreachable(quoted, message.reason, now)
  }

  #lowerMtu(quoted: QuotedPacket, mtu: number, now: Instant): void {
    const { pathMtu, tcp } = this.#around
    const remote = { family: quoted.family, bytes: quoted.destination }
    const isTcp = quoted.protocol === PROTOCOL.tcp
    // RFC 5927 §7.2: only a report that quotes what is in flight is believed.
    if (isTcp ? !tcp.hasInFlight(quoted) : quoted.protocol !== PROTOCOL.udp) return
    pathMtu.lower(remote, mtu, quoted.length, now)
    // Also where the path was known: this connection may have begun before.
    if (isTcp) tcp.handlePacketTooBig(quoted, now)
  }

  #tellUnreachable(quoted: QuotedPacket, reason: UnreachableReason, now: Instant): void {
    const { tcp, udp } = this.#around
    if (quoted.protocol === PROTOCOL.udp) udp.handleUnreachable(quoted)
    if (quoted.protocol === PROTOCOL.tcp) {
      tcp.handleUnreachable(quoted, reason === 'port' || reason === 'protocol', now)
    }
  }

  #send(source: Uint8Array, destination: Uint8Array, message: IcmpMessage, mtu: number): boolean {
    const isIpv4 = source.length === 4
    const payload = isIpv4 ? emitIcmpv4(message) : emitIcmpv6(message, Buffer.concat([source, destination]))
    const protocol = isIpv4 ? PROTOCOL.icmpv4 : PROTOCOL.icmpv6
    return this.#around.output.send({ source, destination, protocol, payload, mtu })
  }
}

function parseMessage(ip: IpView): ReturnType<typeof parseIcmpv4> | 'icmp-unknown' {
  const bytes = ip.bytes.subarray(ip.payload, ip.end)
  if (ip.family === 4) return ip.protocol === PROTOCOL.icmpv4 ? parseIcmpv4(bytes) : 'icmp-unknown'
  if (ip.protocol !== PROTOCOL.icmpv6) return 'icmp-unknown'
  return parseIcmpv6(bytes, ip.bytes.subarray(ip.addresses, ip.addresses + 32))
}
