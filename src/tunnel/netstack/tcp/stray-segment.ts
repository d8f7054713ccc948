/** The RST for a segment that belongs to no connection (RFC 9293 §3.10.7.1). */
import { addSums, sumBytes } from '../wire/checksum.ts'
import { type IpView, PROTOCOL } from '../wire/ip.ts'
import { emitIpv4, IPV4_HEADER } from '../wire/ipv4.ts'
import { emitIpv6, IPV6_HEADER } from '../wire/ipv6.ts'
import { emitTcp, sealTcp, TCP_HEADER } from '../wire/tcp.ts'
import { ACK, FIN, RST, SYN, TcpSegment } from '../wire/tcp-segment.ts'

const HOP_LIMIT = 64

export function resetAnswering(ip: IpView, stray: TcpSegment): Uint8Array {
  const reset = new TcpSegment()
  reset.sourcePort = stray.destinationPort
  reset.destinationPort = stray.sourcePort
  if ((stray.flags & ACK) !== 0) {
    reset.flags = RST
    reset.sequence = stray.acknowledgment
  } else {
    const length = stray.payloadLength + (stray.flags & FIN) + ((stray.flags & SYN) >>> 1)
    reset.flags = RST | ACK
    reset.acknowledgment = (stray.sequence + length) >>> 0
  }
  const source = ip.destination()
  const destination = ip.source()
  const header = ip.family === 4 ? IPV4_HEADER : IPV6_HEADER
  const packet = new Uint8Array(header + TCP_HEADER)
  const repr = {
    source,
    destination,
    protocol: PROTOCOL.tcp,
    hopLimit: HOP_LIMIT,
    payloadLength: TCP_HEADER,
    dontFragment: true,
    identification: 0,
    fragmentOffset: 0,
    moreFragments: false,
  }
  if (ip.family === 4) emitIpv4(repr, packet, 0)
  else emitIpv6(repr, packet, 0)
  emitTcp(reset, packet, header)
  const addressSum = addSums(sumBytes(source, 0, source.length), sumBytes(destination, 0, destination.length))
  sealTcp(packet, header, TCP_HEADER, addressSum)
  return packet
}
