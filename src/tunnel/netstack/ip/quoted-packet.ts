/** The start of a packet of ours that an ICMP error quotes (RFC 792, RFC 4443 §2.4). Attacker-controlled. */
import { copyBytes } from '../../../base/bytes.ts'
import { readUint32 } from '../wire/uint32.ts'

export interface QuotedPacket {
  readonly family: 4 | 6
  readonly protocol: number
  readonly source: Uint8Array
  readonly destination: Uint8Array
  readonly sourcePort: number
  readonly destinationPort: number
  /** Of TCP; meaningless for others. */
  readonly sequence: number
  /** What its IP header says of its length. */
  readonly length: number
}

/** @returns undefined where the quote is too short to name a socket */
export function parseQuotedPacket(quoted: Uint8Array, family: 4 | 6): QuotedPacket | undefined {
  const isIpv4 = family === 4
  if (quoted.length < (isIpv4 ? 28 : 48) || quoted[0]! >>> 4 !== family) return undefined
  const header = isIpv4 ? (quoted[0]! & 15) << 2 : 40
  if (header < 20 || quoted.length < header + 8) return undefined
  const at = isIpv4 ? 12 : 8
  const size = isIpv4 ? 4 : 16
  return {
    family,
    protocol: quoted[isIpv4 ? 9 : 6]!,
    source: copyBytes(quoted, at, at + size),
    destination: copyBytes(quoted, at + size, at + size * 2),
    sourcePort: (quoted[header]! << 8) | quoted[header + 1]!,
    destinationPort: (quoted[header + 2]! << 8) | quoted[header + 3]!,
    sequence: readUint32(quoted, header + 4),
    length: isIpv4 ? (quoted[2]! << 8) | quoted[3]! : 40 + ((quoted[4]! << 8) | quoted[5]!),
  }
}
