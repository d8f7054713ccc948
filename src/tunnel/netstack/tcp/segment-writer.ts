/**
 * Writes segments as IP packets into one buffer that is used again, and hands them to the sink.
 * No object is made for a packet.
 */
import type { PacketSink } from '../contract.ts'
import { emitIpv4, IPV4_HEADER } from '../wire/ipv4.ts'
import { emitIpv6, IPV6_HEADER } from '../wire/ipv6.ts'
import { emitTcp, sealTcp, tcpHeaderLength } from '../wire/tcp.ts'
import { ACK, FIN, PSH, RST, TcpSegment } from '../wire/tcp-segment.ts'
import type { TcpConnection } from './connection.ts'
import { fillSyn } from './handshake.ts'

/** RFC 2018 §3: three blocks beside timestamps, four without. */
const MOST_BLOCKS = { withTimestamps: 3, without: 4 } as const
const MOST_PACKET = 65_535

export class SegmentWriter {
  sink: PacketSink
  readonly #bytes = new Uint8Array(new ArrayBuffer(MOST_PACKET + 1))
  readonly #segment = new TcpSegment()

  constructor(sink: PacketSink) {
    this.sink = sink
  }

  writeSyn(c: TcpConnection, mss: number, now: number): void {
    fillSyn(c, this.#segment, mss, now)
    this.#write(c, 0, 0)
  }

  /** Data, FIN, or both: the positions `[start, end)`, first sent or sent again. */
  writeData(c: TcpConnection, start: number, end: number, now: number): void {
    const hasFin = end > c.sender.finAt
    const dataEnd = hasFin ? end - 1 : end
    const isLast = dataEnd === c.sender.written
    this.#fill(c, start, ACK | (hasFin ? FIN : 0) | (isLast && dataEnd > start ? PSH : 0), now)
    this.#write(c, start, dataEnd - start)
    if (!c.receiver.wantsSack) c.receiver.onAckSent()
  }

  /** A pure acknowledgment, with SACK blocks where something is missing. */
  writeAck(c: TcpConnection, now: number): void {
    this.#fill(c, c.sender.nxt, ACK, now)
    if (c.sender.sackPermitted && c.receiver.wantsSack) {
      const most = c.hasTimestamps ? MOST_BLOCKS.withTimestamps : MOST_BLOCKS.without
      c.receiver.fillSack(this.#segment, most, (position) => c.receiveSequence(position))
    }
    this.#write(c, 0, 0)
    c.receiver.onAckSent()
  }

  /** Asks for an acknowledgment by a position that the peer has long had (RFC 9293 §3.8.4). */
  writeKeepAlive(c: TcpConnection, now: number): void {
    this.#fill(c, c.sender.una - 1, ACK, now)
    this.#write(c, 0, 0)
  }

  writeReset(c: TcpConnection, now: number): void {
    this.#fill(c, c.sender.nxt, RST | ACK, now)
    this.#write(c, 0, 0)
  }

  /** RFC 9293 §3.10.7.3: `<SEQ=SEG.ACK><CTL=RST>`, for a peer that acknowledges what we never sent. */
  writeResetAt(c: TcpConnection, acknowledgment: number): void {
    const segment = this.#segment
    segment.reset()
    segment.flags = RST
    segment.sequence = acknowledgment
    segment.acknowledgment = 0
    segment.window = 0
    this.#write(c, 0, 0)
  }

  #fill(c: TcpConnection, position: number, flags: number, now: number): void {
    const segment = this.#segment
    const { receiver } = c
    segment.reset()
    segment.flags = flags
    segment.sequence = c.sendSequence(position)
    segment.acknowledgment = c.receiveSequence(receiver.nxt)
    segment.window = receiver.advertise()
    segment.hasTimestamps = c.hasTimestamps
    if (c.hasTimestamps) {
      segment.timestampValue = c.timestamp(now)
      segment.timestampEcho = c.timestampRecent
    }
  }

  #write(c: TcpConnection, position: number, length: number): void {
    const segment = this.#segment
    const bytes = this.#bytes
    segment.sourcePort = c.local.port
    segment.destinationPort = c.remote.port
    const isIpv4 = c.local.address.family === 4
    const tcpAt = isIpv4 ? IPV4_HEADER : IPV6_HEADER
    const headerLength = tcpHeaderLength(segment)
    c.ip.payloadLength = headerLength + length
    if (isIpv4) emitIpv4(c.ip, bytes, 0)
    else emitIpv6(c.ip, bytes, 0)
    emitTcp(segment, bytes, tcpAt)
    if (length > 0) c.sender.ring.read(position, bytes, tcpAt + headerLength, length)
    sealTcp(bytes, tcpAt, headerLength + length, c.addressSum)
    this.sink(bytes, 0, tcpAt + headerLength + length, length > c.sender.mss ? c.sender.mss : 0)
  }
}
