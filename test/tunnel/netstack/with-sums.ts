/** Fills in the checksums of an IPv4 packet without options: its header's, and ICMP's. */
import { finishSum, sumBytes } from '../../../src/tunnel/netstack/wire/checksum.ts'

export function withSums(packet: Uint8Array): Uint8Array {
  put(packet, 10, 0, 20)
  if (packet[9] === 1) put(packet, 22, 20, packet.length)
  return packet
}

function put(packet: Uint8Array, at: number, start: number, end: number): void {
  packet[at] = packet[at + 1] = 0
  const sum = finishSum(sumBytes(packet, start, end - start))
  packet[at] = sum >>> 8
  packet[at + 1] = sum & 0xff
}
