/** Inner packets as literal headers. */
import { parseIp } from '../../../src/base/ip.ts'

export interface Parts {
  readonly from?: string
  readonly to?: string
  readonly protocol: number
  readonly payload: readonly number[]
  /** Bytes, as in the header: flags and offset in units of 8. */
  readonly fragment?: { readonly offset: number; readonly more: boolean; readonly id: number }
}

export function ipv4(parts: Parts): Uint8Array {
  const packet = new Uint8Array(20 + parts.payload.length)
  const view = new DataView(packet.buffer)
  packet[0] = 0x45
  view.setUint16(2, packet.length)
  packet[8] = 64
  packet[9] = parts.protocol
  if (parts.fragment) {
    view.setUint16(4, parts.fragment.id)
    view.setUint16(6, (parts.fragment.more ? 0x2000 : 0) | (parts.fragment.offset / 8))
  }
  packet.set(parseIp(parts.from ?? '10.0.0.1').bytes, 12)
  packet.set(parseIp(parts.to ?? '10.0.0.2').bytes, 16)
  packet.set(parts.payload, 20)
  return packet
}

/** `protocol` is the first next-header value; extension headers stand in the payload. */
export function ipv6(parts: Parts): Uint8Array {
  const packet = new Uint8Array(40 + parts.payload.length)
  packet[0] = 0x60
  new DataView(packet.buffer).setUint16(4, parts.payload.length)
  packet[6] = parts.protocol
  packet[7] = 64
  packet.set(parseIp(parts.from ?? 'fd00::1').bytes, 8)
  packet.set(parseIp(parts.to ?? 'fd00::2').bytes, 24)
  packet.set(parts.payload, 40)
  return packet
}

export function tcp(sourcePort: number, destinationPort: number): number[] {
  return [
    ...port(sourcePort),
    ...port(destinationPort),
    0,
    0,
    0,
    1,
    0,
    0,
    0,
    0,
    0x50,
    2,
    0xff,
    0xff,
    0,
    0,
    0,
    0,
  ]
}

export function udp(sourcePort: number, destinationPort: number, data: readonly number[] = []): number[] {
  return [...port(sourcePort), ...port(destinationPort), ...port(8 + data.length), 0, 0, ...data]
}

export function icmp(type: number, rest: readonly number[] = [0, 0, 0, 0]): number[] {
  return [type, 0, 0, 0, ...rest]
}

function port(value: number): number[] {
  return [value >> 8, value & 0xff]
}
