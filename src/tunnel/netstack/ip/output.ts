/**
 * Sends one transport payload as an IP packet, in fragments where the path is too narrow for it
 * (RFC 791 §3.2; RFC 8200 §4.5: only the source fragments).
 */
import { type Random, randomUint32 } from '../../../base/random.ts'
import { type IpRepr, PROTOCOL } from '../wire/ip.ts'
import { emitIpv4, IPV4_HEADER } from '../wire/ipv4.ts'
import { emitIpv6, IPV6_FRAGMENT_HEADER, IPV6_HEADER } from '../wire/ipv6.ts'
import type { Outbox } from './outbox.ts'

export interface IpDatagram {
  readonly source: Uint8Array
  readonly destination: Uint8Array
  readonly protocol: number
  readonly payload: Uint8Array
  readonly mtu: number
}

/** What the parts of a datagram have in common. */
interface Cut {
  readonly datagram: IpDatagram
  readonly identification: number
  readonly dontFragment: boolean
}

const HOP_LIMIT = 64
const MOST_PACKET = 65_535

export class IpOutput {
  readonly #outbox: Outbox
  readonly #random: Random

  constructor(outbox: Outbox, random: Random) {
    this.#outbox = outbox
    this.#random = random
  }

  /** @returns false where the datagram is larger than IP can say */
  send(datagram: IpDatagram): boolean {
    const isIpv4 = datagram.source.length === 4
    const header = isIpv4 ? IPV4_HEADER : IPV6_HEADER
    const { length } = datagram.payload
    if (length + (isIpv4 ? header : 0) > MOST_PACKET) return false
    const fits = header + length <= datagram.mtu
    // RFC 6864 §4.1: what no router may cut needs no identification, and a path that is too narrow says so. Of ICMP
    // nobody keeps a copy to send again narrower, so routers may.
    const isAtomic = fits && datagram.protocol !== PROTOCOL.icmpv4
    // RFC 7739 §5.1, RFC 6864: unpredictable, and unique for the life of the datagram.
    const identification = isAtomic ? 0 : randomUint32(this.#random) & (isIpv4 ? 0xffff : -1)
    const about = { datagram, identification: identification >>> 0, dontFragment: isAtomic }
    if (fits) {
      this.#emit(about, 0, length)
      return true
    }
    const room = datagram.mtu - header - (isIpv4 ? 0 : IPV6_FRAGMENT_HEADER)
    const step = room & ~7
    for (let at = 0; at < length; at += step) {
      this.#emit(about, at, Math.min(length, at + step))
    }
    return true
  }

  #emit({ datagram, identification, dontFragment }: Cut, start: number, end: number): void {
    const moreFragments = end < datagram.payload.length
    const repr: IpRepr = {
      source: datagram.source,
      destination: datagram.destination,
      protocol: datagram.protocol,
      hopLimit: HOP_LIMIT,
      payloadLength: end - start,
      dontFragment,
      identification,
      fragmentOffset: start,
      moreFragments,
    }
    const isIpv4 = datagram.source.length === 4
    const isFragment = moreFragments || start > 0
    const header = isIpv4 ? IPV4_HEADER : IPV6_HEADER + (isFragment ? IPV6_FRAGMENT_HEADER : 0)
    const packet = new Uint8Array(header + end - start)
    if (isIpv4) emitIpv4(repr, packet, 0)
    else emitIpv6(repr, packet, 0)
    packet.set(
      start === 0 && end === datagram.payload.length
        ? datagram.payload
        : datagram.payload.subarray(start, end),
      header,
    )
    this.#outbox.push(packet)
  }
}
