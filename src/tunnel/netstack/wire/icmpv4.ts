/**
 * ICMPv4 (RFC 792, RFC 1191).
 *
 * | offset | field    | use                                             |
 * |--------|----------|-------------------------------------------------|
 * | 0      | type     | 0 reply, 3 unreachable, 8 request, 11 exceeded, 12 problem |
 * | 1      | code     |                                                 |
 * | 2      | checksum | over the whole message                          |
 * | 4      | rest     | identifier and sequence; 0 and next-hop MTU; pointer |
 * | 8      | data     | echo data, or the packet quoted                 |
 */
import { finishSum, sumBytes } from './checksum.ts'
import type { WireFault } from './fault.ts'
import { ICMP_HEADER, type IcmpMessage, type UnreachableReason } from './icmp.ts'

const REASON_OF_CODE: readonly UnreachableReason[] = ['network', 'host', 'protocol', 'port']
const CODE_OF_REASON: Readonly<Record<UnreachableReason, number>> = {
  network: 0,
  host: 1,
  protocol: 2,
  port: 3,
  prohibited: 13,
}
const FRAGMENTATION_NEEDED = 4

export function parseIcmpv4(bytes: Uint8Array): IcmpMessage | WireFault {
  if (bytes.length < ICMP_HEADER) return 'icmp-truncated'
  if (sumBytes(bytes, 0, bytes.length) !== 0xffff) return 'icmp-checksum'
  const code = bytes[1]!
  const low = (bytes[4]! << 8) | bytes[5]!
  const high = (bytes[6]! << 8) | bytes[7]!
  const rest = bytes.subarray(ICMP_HEADER)
  switch (bytes[0]) {
    case 0:
      return { kind: 'echo-reply', identifier: low, sequence: high, data: rest }
    case 8:
      return { kind: 'echo-request', identifier: low, sequence: high, data: rest }
    case 3:
      if (code === FRAGMENTATION_NEEDED) return { kind: 'packet-too-big', mtu: high, quoted: rest }
      return { kind: 'unreachable', reason: REASON_OF_CODE[code] ?? reasonOfLateCode(code), quoted: rest }
    case 11:
      return { kind: 'time-exceeded', code, quoted: rest }
    case 12:
      return { kind: 'parameter-problem', code, pointer: bytes[4]!, quoted: rest }
    default:
      return 'icmp-unknown'
  }
}

export function emitIcmpv4(message: IcmpMessage): Uint8Array {
  const body = 'data' in message ? message.data : message.quoted
  const bytes = new Uint8Array(ICMP_HEADER + body.length)
  bytes.set(body, ICMP_HEADER)
  const view = new DataView(bytes.buffer)
  switch (message.kind) {
    case 'echo-request':
    case 'echo-reply':
      bytes[0] = message.kind === 'echo-request' ? 8 : 0
      view.setUint16(4, message.identifier)
      view.setUint16(6, message.sequence)
      break
    case 'unreachable':
      bytes[0] = 3
      bytes[1] = CODE_OF_REASON[message.reason]
      break
    case 'packet-too-big':
      bytes[0] = 3
      bytes[1] = FRAGMENTATION_NEEDED
      view.setUint16(6, message.mtu)
      break
    case 'time-exceeded':
      bytes[0] = 11
      bytes[1] = message.code
      break
    case 'parameter-problem':
      bytes[0] = 12
      bytes[1] = message.code
      bytes[4] = message.pointer
      break
  }
  view.setUint16(2, finishSum(sumBytes(bytes, 0, bytes.length)))
  return bytes
}

/** RFC 1812 §5.2.7.1: 9, 10 and 13 are administrative, the others say that host or network is away. */
function reasonOfLateCode(code: number): UnreachableReason {
  if (code === 9 || code === 10 || code === 13) return 'prohibited'
  return code === 6 || code === 11 ? 'network' : 'host'
}
