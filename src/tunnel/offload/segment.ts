/**
 * Completes and splits what a kernel leaves to the card: checksums, and TCP or UDP packets of up to 64 kB
 * (TSO, USO). Headers are copied; IPv4 identifications, sequence numbers and lengths move on; FIN and PSH
 * stay with the last segment, CWR with the first (RFC 3168, section 6.1.2). What does not fit its own
 * header is dropped, not guessed at.
 */
import { addSums, finishSum, sumBytes, sumPseudoHeader } from '../netstack/wire/checksum.ts'
import { GSO, NEEDS_CHECKSUM, type VnetHeader } from './vnet-header.ts'

export type EmitPacket = (bytes: Uint8Array, at: number, length: number) => void

const TCP = 6
const UDP = 17
const FIN_AND_PSH = 0x09
const CWR = 0x80
const UDP_HEADER = 8

const part = new Uint8Array(new ArrayBuffer(65_536))

/** @returns false where the packet contradicts its header; then nothing was emitted. */
export function segmentPacket(
  header: VnetHeader,
  bytes: Uint8Array,
  at: number,
  length: number,
  emit: EmitPacket,
): boolean {
  const kind = header.gsoType & ~GSO.ecn
  if (kind !== GSO.none) return splitPacket(kind, header, bytes, at, length, emit)
  if ((header.flags & NEEDS_CHECKSUM) !== 0 && !completeChecksum(header, bytes, at, length)) return false
  emit(bytes, at, length)
  return true
}

/** The field holds the sum of the pseudo header; the rest is summed here. */
function completeChecksum(header: VnetHeader, bytes: Uint8Array, at: number, length: number): boolean {
  const { checksumStart: start, checksumOffset: offset } = header
  if (start + offset + 2 > length) return false
  const sum = finishSum(sumBytes(bytes, at + start, length - start))
  // UDP has no zero checksum: it would say that there is none (RFC 768).
  write16(bytes, at + start + offset, sum === 0 && offset === 6 ? 0xffff : sum)
  return true
}

function splitPacket(
  kind: number,
  header: VnetHeader,
  bytes: Uint8Array,
  at: number,
  length: number,
  emit: EmitPacket,
): boolean {
  const isIpv4 = bytes[at]! >>> 4 === 4
  const { checksumStart: start, segmentSize } = header
  const isTcp = kind === GSO.tcp4 || kind === GSO.tcp6
  if (!isTcp && kind !== GSO.udp) return false
  if (segmentSize === 0 || start < (isIpv4 ? 20 : 40) || start + (isTcp ? 20 : UDP_HEADER) > length)
    return false
  const headers = start + (isTcp ? (bytes[at + start + 12]! >>> 4) * 4 : UDP_HEADER)
  if (headers > length || headers + Math.min(segmentSize, length - headers) > part.length) return false
  part.set(bytes.subarray(at, at + headers))
  const pseudo = sumPseudoHeader(part, isIpv4 ? 12 : 8, isIpv4 ? 8 : 32, isTcp ? TCP : UDP, 0)
  const split = { bytes, at, headers, start, isIpv4, pseudo }
  for (let from = headers, index = 0; from < length; from += segmentSize, index++) {
    const size = Math.min(segmentSize, length - from)
    part.set(bytes.subarray(at + from, at + from + size), headers)
    writeIpLength(split, size, index)
    if (isTcp) writeTcp(split, size, from - headers, from + size >= length)
    else writeUdp(split, size)
    emit(part, 0, headers + size)
  }
  return true
}

interface Split {
  readonly bytes: Uint8Array
  readonly at: number
  /** Bytes of all headers. */
  readonly headers: number
  /** Where the transport header stands. */
  readonly start: number
  readonly isIpv4: boolean
  /** Sum of addresses and protocol. */
  readonly pseudo: number
}

function writeIpLength({ bytes, at, headers, isIpv4 }: Split, size: number, index: number): void {
  if (!isIpv4) {
    write16(part, 4, headers + size - 40)
    return
  }
  write16(part, 2, headers + size)
  write16(part, 4, (read16(bytes, at + 4) + index) & 0xffff)
  write16(part, 10, 0)
  write16(part, 10, finishSum(sumBytes(part, 0, (part[0]! & 15) * 4)))
}

function writeTcp(
  { bytes, at, headers, start, pseudo }: Split,
  size: number,
  sent: number,
  isLast: boolean,
): void {
  const sequence = (read32(bytes, at + start + 4) + sent) >>> 0
  write16(part, start + 4, sequence >>> 16)
  write16(part, start + 6, sequence & 0xffff)
  let flags = bytes[at + start + 13]!
  if (!isLast) flags &= ~FIN_AND_PSH
  if (sent > 0) flags &= ~CWR
  part[start + 13] = flags
  sealTransport(start + 16, start, headers + size - start, pseudo)
}

function writeUdp({ headers, start, pseudo }: Split, size: number): void {
  write16(part, start + 4, headers + size - start)
  sealTransport(start + 6, start, headers + size - start, pseudo)
  if (read16(part, start + 6) === 0) write16(part, start + 6, 0xffff)
}

function sealTransport(field: number, start: number, length: number, pseudo: number): void {
  write16(part, field, 0)
  write16(part, field, finishSum(addSums(addSums(pseudo, length), sumBytes(part, start, length))))
}

function read16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!
}

function read32(bytes: Uint8Array, at: number): number {
  return ((read16(bytes, at) << 16) | read16(bytes, at + 2)) >>> 0
}

function write16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8
  bytes[at + 1] = value
}
