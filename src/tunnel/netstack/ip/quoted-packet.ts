/** The start of a packet of ours that an ICMP error quotes (RFC 792, RFC 4443 §2.4). Attacker-controlled. */
import { copyBytes } from '../../../base/bytes.ts'
import { PROTOCOL } from '../wire/ip.ts'
import { readUint32 } from '../wire/uint32.ts'

export interface QuotedPacket {
  readonly family: 4 | 6
  readonly protocol: number
  readonly source: Uint8Array
  readonly destination: Uint8Array
  /** 0, and so is the next, where a later fragment is quoted, which has none. */
  readonly sourcePort: number
  readonly destinationPort: number
  /** Of TCP; meaningless for others. */
  readonly sequence: number
  /** What its IP header says of its length. */
  readonly length: number
}

/** @returns undefined where the quote is too short to name a socket */
export function parseQuotedPacket(quoted: Uint8Array, family: 4 | 6): QuotedPacket | undefined {
  if (quoted.length < (family === 4 ? 28 : 48) || quoted[0]! >>> 4 !== family) return undefined
  const { protocol, transportAt, isLater } = family === 4 ? transportOf4(quoted) : transportOf6(quoted)
  if (transportAt < 20 || (!isLater && quoted.length < transportAt + 8)) return undefined
  const at = family === 4 ? 12 : 8
  const size = family === 4 ? 4 : 16
  const read16 = (offset: number) => (isLater ? 0 : (quoted[offset]! << 8) | quoted[offset + 1]!)
  return {
    family,
    protocol,
    source: copyBytes(quoted, at, at + size),
    destination: copyBytes(quoted, at + size, at + size * 2),
    sourcePort: read16(transportAt),
    destinationPort: read16(transportAt + 2),
    sequence: isLater ? 0 : readUint32(quoted, transportAt + 4),
    length: family === 4 ? (quoted[2]! << 8) | quoted[3]! : 40 + ((quoted[4]! << 8) | quoted[5]!),
  }
}

interface Transport {
  readonly protocol: number
  readonly transportAt: number
  /** A later fragment: its transport header went with the first. */
  readonly isLater: boolean
}

function transportOf4(quoted: Uint8Array): Transport {
  const isLater = (((quoted[6]! & 0x1f) << 8) | quoted[7]!) !== 0
  return { protocol: quoted[9]!, transportAt: (quoted[0]! & 15) << 2, isLater }
}

/** Of extension headers we send none but that of a fragment. */
function transportOf6(quoted: Uint8Array): Transport {
  if (quoted[6] !== PROTOCOL.fragment) return { protocol: quoted[6]!, transportAt: 40, isLater: false }
  const isLater = (((quoted[42]! << 8) | quoted[43]!) & 0xfff8) !== 0
  return { protocol: quoted[40]!, transportAt: 48, isLater }
}
