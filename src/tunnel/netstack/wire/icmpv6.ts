/**
 * ICMPv6 (RFC 4443): type, code, checksum with pseudo-header, four bytes, data.
 *
 * Types: 1 unreachable, 2 packet too big (32-bit MTU), 3 time exceeded, 4 parameter problem,
 * 128 echo request, 129 echo reply. Neighbour discovery has no place on a tunnel and is dropped.
 */
import { addSums, finishSum, sumBytes, sumPseudoHeader } from './checksum.ts'
import type { WireFault } from './fault.ts'
import { ICMP_HEADER, type IcmpMessage, type UnreachableReason } from './icmp.ts'
import { PROTOCOL } from './ip.ts'

const REASON_OF_CODE: readonly UnreachableReason[] = [
  'network',
  'prohibited',
  'network',
  'host',
  'port',
  'prohibited',
  'prohibited',
]
const CODE_OF_REASON: Readonly<Record<UnreachableReason, number>> = {
  network: 0,
  prohibited: 1,
  host: 3,
  port: 4,
  protocol: 3,
}

/** @param addresses source and destination, 32 bytes, for the pseudo-header. */
export function parseIcmpv6(bytes: Uint8Array, addresses: Uint8Array): IcmpMessage | WireFault {
  if (bytes.length < ICMP_HEADER) return 'icmp-truncated'
  const pseudo = sumPseudoHeader(addresses, 0, 32, PROTOCOL.icmpv6, bytes.length)
  if (addSums(pseudo, sumBytes(bytes, 0, bytes.length)) !== 0xffff) return 'icmp-checksum'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const code = bytes[1]!
  const rest = bytes.subarray(ICMP_HEADER)
  switch (bytes[0]) {
    case 1:
      return { kind: 'unreachable', reason: REASON_OF_CODE[code] ?? 'host', quoted: rest }
    case 2:
      return { kind: 'packet-too-big', mtu: view.getUint32(4), quoted: rest }
    case 3:
      return { kind: 'time-exceeded', code, quoted: rest }
    case 4:
      return { kind: 'parameter-problem', code, pointer: view.getUint32(4), quoted: rest }
    case 128:
    case 129: {
      const kind = bytes[0] === 128 ? 'echo-request' : 'echo-reply'
      return { kind, identifier: view.getUint16(4), sequence: view.getUint16(6), data: rest }
    }
    default:
      return 'icmp-unknown'
  }
}

export function emitIcmpv6(message: IcmpMessage, addresses: Uint8Array): Uint8Array {
  const body = 'data' in message ? message.data : message.quoted
  const bytes = new Uint8Array(ICMP_HEADER + body.length)
  bytes.set(body, ICMP_HEADER)
  const view = new DataView(bytes.buffer)
  switch (message.kind) {
    case 'echo-request':
    case 'echo-reply':
      bytes[0] = message.kind === 'echo-request' ? 128 : 129
      view.setUint16(4, message.identifier)
      view.setUint16(6, message.sequence)
      break
    case 'unreachable':
      bytes[0] = 1
      bytes[1] = CODE_OF_REASON[message.reason]
      break
    case 'packet-too-big':
      bytes[0] = 2
      view.setUint32(4, message.mtu)
      break
    case 'time-exceeded':
      bytes[0] = 3
      bytes[1] = message.code
      break
    case 'parameter-problem':
      bytes[0] = 4
      bytes[1] = message.code
      view.setUint32(4, message.pointer)
      break
  }
  const pseudo = sumPseudoHeader(addresses, 0, 32, PROTOCOL.icmpv6, bytes.length)
  view.setUint16(2, finishSum(addSums(pseudo, sumBytes(bytes, 0, bytes.length))))
  return bytes
}
