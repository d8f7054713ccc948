/**
 * Splits a TCP super-segment into packets of the path's size, as a network card does (TSO): headers
 * are copied, sequence numbers and lengths move on, FIN and PSH stay with the last.
 */
import { finishSum, sumBytes } from './wire/checksum.ts'
import { IPV4_HEADER } from './wire/ipv4.ts'
import { IPV6_HEADER } from './wire/ipv6.ts'
import { sealTcp } from './wire/tcp.ts'
import { FIN, PSH } from './wire/tcp-segment.ts'
import { readUint32, writeUint32 } from './wire/uint32.ts'

const packet = new Uint8Array(new ArrayBuffer(65_536))

/** Gives each packet to `emit`; its bytes are valid during the call. Only for what a netstack's sink was given. */
export function splitSuperSegment(
  buffer: Uint8Array,
  offset: number,
  length: number,
  segmentSize: number,
  emit: (buffer: Uint8Array, offset: number, length: number) => void,
): void {
  const isIpv4 = buffer[offset]! >>> 4 === 4
  const tcpAt = isIpv4 ? IPV4_HEADER : IPV6_HEADER
  const headers = tcpAt + ((buffer[offset + tcpAt + 12]! >>> 4) << 2)
  const addressSum = sumBytes(buffer, offset + (isIpv4 ? 12 : 8), isIpv4 ? 8 : 32)
  const sequence = readUint32(buffer, offset + tcpAt + 4)
  const payload = length - headers
  packet.set(buffer.subarray(offset, offset + headers), 0)
  for (let at = 0; at < payload; at += segmentSize) {
    const size = Math.min(segmentSize, payload - at)
    const from = offset + headers + at
    packet.set(buffer.subarray(from, from + size), headers)
    const flags = buffer[offset + tcpAt + 13]!
    packet[tcpAt + 13] = at + size < payload ? flags & ~(FIN | PSH) : flags
    writeUint32(packet, tcpAt + 4, (sequence + at) >>> 0)
    packet[tcpAt + 16] = 0
    packet[tcpAt + 17] = 0
    writeLength(isIpv4, headers + size)
    sealTcp(packet, tcpAt, headers - tcpAt + size, addressSum)
    emit(packet, 0, headers + size)
  }
}

function writeLength(isIpv4: boolean, total: number): void {
  const value = isIpv4 ? total : total - IPV6_HEADER
  const at = isIpv4 ? 2 : 4
  packet[at] = value >>> 8
  packet[at + 1] = value
  if (!isIpv4) return
  packet[10] = 0
  packet[11] = 0
  const sum = finishSum(sumBytes(packet, 0, IPV4_HEADER))
  packet[10] = sum >>> 8
  packet[11] = sum
}
