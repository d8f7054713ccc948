/**
 * Joins TCP segments that follow each other into one packet of up to 64 kB (GRO), so that the kernel, or
 * our own netstack, works once for forty of them. Only what the segments' sender could itself have sent as
 * one is joined: one flow, all header fields and options equal but sequence, checksum, identification and
 * PSH, every payload but the last of one size, every checksum right.
 */
import { addSums, finishSum, sumBytes, sumPseudoHeader } from '../netstack/wire/checksum.ts'
import { emptyVnetHeader, GSO, NEEDS_CHECKSUM, VNET_HEADER, writeVnetHeader } from './vnet-header.ts'

/** Takes a packet with a vnet header before it: `length` counts both. The bytes are valid during the call. */
export type WritePacket = (bytes: Uint8Array, at: number, length: number) => void

const TCP = 6
const ACK = 0x10
const PSH = 0x08
const PACKET_MAX = 65_535

export class Coalescer {
  readonly #bytes: Buffer
  readonly #words: DataView
  /** Of the memory that the packets lie in, which is mostly the same. */
  #source: Buffer | undefined
  #sourceWords: DataView
  readonly #write: WritePacket
  readonly #mustVerify: boolean
  readonly #header = emptyVnetHeader()
  /** Bytes of the packet under way, 0 where there is none. */
  #length = 0
  /** Segments in it. */
  #count = 0
  #headers = 0
  #start = 0
  #segmentSize = 0
  #nextSequence = 0
  #mayGrow = false

  /**
   * @param bytes at least 65,545; where packets are put together
   * @param checksums `trusted` where the packets go to one who does not look at them either
   */
  constructor(bytes: Buffer, write: WritePacket, checksums: 'verify' | 'trusted' = 'verify') {
    this.#bytes = bytes
    this.#words = viewOf(bytes)
    this.#sourceWords = this.#words
    this.#write = write
    this.#mustVerify = checksums === 'verify'
  }

  /** Takes an IP packet whose length is right; what it does not join is written in its order. */
  take(bytes: Buffer, at: number, length: number): void {
    const start = transportOf(bytes, at, length)
    if (this.#length > 0) {
      if (start > 0 && this.#extends(bytes, at, length, start)) {
        this.#append(bytes, at, length)
        return
      }
      this.flush()
    }
    this.#begin(bytes, at, length, start)
    if (!this.#mayGrow) this.flush()
  }

  /** Writes what is under way; to be called when nothing more waits. */
  flush(): void {
    if (this.#length === 0) return
    const header = this.#header
    const isJoined = this.#count > 1
    const isIpv4 = this.#bytes[VNET_HEADER]! >>> 4 === 4
    header.flags = isJoined ? NEEDS_CHECKSUM : 0
    header.gsoType = !isJoined ? GSO.none : isIpv4 ? GSO.tcp4 : GSO.tcp6
    header.headerLength = isJoined ? this.#headers : 0
    header.segmentSize = isJoined ? this.#segmentSize : 0
    header.checksumStart = isJoined ? this.#start : 0
    header.checksumOffset = isJoined ? 16 : 0
    writeVnetHeader(header, this.#bytes, 0)
    if (isJoined) this.#writeLengths(isIpv4)
    this.#write(this.#bytes, 0, VNET_HEADER + this.#length)
    this.#length = 0
  }

  #begin(bytes: Buffer, at: number, length: number, start: number): void {
    bytes.copy(this.#bytes, VNET_HEADER, at, at + length)
    this.#length = length
    this.#count = 1
    this.#start = start
    this.#headers = start === 0 ? 0 : start + (bytes[at + start + 12]! >>> 4) * 4
    this.#segmentSize = length - this.#headers
    const flags = start === 0 ? 0 : bytes[at + start + 13]!
    this.#mayGrow = flags === ACK && this.#segmentSize > 0 && this.#isRight(bytes, at, length, start)
    if (this.#mayGrow) this.#nextSequence = (read32(bytes, at + start + 4) + this.#segmentSize) >>> 0
  }

  #extends(bytes: Buffer, at: number, length: number, start: number): boolean {
    const payload = length - this.#headers
    if (!this.#mayGrow || start !== this.#start || payload <= 0 || payload > this.#segmentSize) return false
    if (this.#length + payload > PACKET_MAX) return false
    if (read32(bytes, at + start + 4) !== this.#nextSequence) return false
    if ((bytes[at + start + 13]! & ~PSH) !== ACK) return false
    return this.#hasSameHeaders(bytes, at, start) && this.#isRight(bytes, at, length, start)
  }

  #isRight(bytes: Buffer, at: number, length: number, start: number): boolean {
    return !this.#mustVerify || hasRightChecksum(bytes, at, length, start)
  }

  /** All but lengths, identification, sums, sequence and flags. */
  #hasSameHeaders(bytes: Buffer, at: number, start: number): boolean {
    if (bytes !== this.#source) {
      this.#source = bytes
      this.#sourceWords = viewOf(bytes)
    }
    const own = this.#bytes
    const tcp = at + start
    const ownTcp = VNET_HEADER + start
    return (
      (start === 20 ? this.#hasSameIpv4(at) : this.#hasSameIpv6(at)) &&
      this.#isSame(at, start) &&
      this.#isSame(at, start + 8) &&
      bytes[tcp + 12] === own[ownTcp + 12] &&
      bytes[tcp + 14] === own[ownTcp + 14] &&
      bytes[tcp + 15] === own[ownTcp + 15] &&
      bytes[tcp + 18] === own[ownTcp + 18] &&
      bytes[tcp + 19] === own[ownTcp + 19] &&
      this.#areSame(at, start + 20, this.#headers)
    )
  }

  /** Version, service; fragmentation, lifetime, protocol; both addresses. */
  #hasSameIpv4(at: number): boolean {
    const hasSameService = this.#sourceWords.getUint16(at) === this.#words.getUint16(VNET_HEADER)
    return hasSameService && this.#isSame(at, 6) && this.#areSame(at, 12, 20)
  }

  /** Version, class, flow; next header, hop limit; both addresses. */
  #hasSameIpv6(at: number): boolean {
    const hasSameLimits = this.#sourceWords.getUint16(at + 6) === this.#words.getUint16(VNET_HEADER + 6)
    return hasSameLimits && this.#isSame(at, 0) && this.#areSame(at, 8, 40)
  }

  /** Four bytes of the packet under way and of the one at `at`. */
  #isSame(at: number, offset: number): boolean {
    return this.#sourceWords.getInt32(at + offset) === this.#words.getInt32(VNET_HEADER + offset)
  }

  /** A header's length is a multiple of four. */
  #areSame(at: number, from: number, to: number): boolean {
    for (let offset = from; offset < to; offset += 4) if (!this.#isSame(at, offset)) return false
    return true
  }

  #append(bytes: Buffer, at: number, length: number): void {
    const payload = length - this.#headers
    bytes.copy(this.#bytes, VNET_HEADER + this.#length, at + this.#headers, at + length)
    this.#length += payload
    this.#count++
    this.#nextSequence = (this.#nextSequence + payload) >>> 0
    const push = bytes[at + this.#start + 13]! & PSH
    this.#bytes[VNET_HEADER + this.#start + 13]! |= push
    this.#mayGrow = payload === this.#segmentSize && push === 0
  }

  /** The checksum of TCP is left to the kernel, which is given the pseudo header's sum. */
  #writeLengths(isIpv4: boolean): void {
    const bytes = this.#bytes
    const at = VNET_HEADER
    if (isIpv4) {
      write16(bytes, at + 2, this.#length)
      write16(bytes, at + 10, 0)
      write16(bytes, at + 10, finishSum(sumBytes(bytes, at, 20)))
    } else write16(bytes, at + 4, this.#length - 40)
    const sum = pseudoSum(bytes, at, isIpv4, this.#length - this.#start)
    write16(bytes, at + this.#start + 16, sum)
  }
}

/** @returns where TCP stands in a packet without options, fragments or extensions; 0 in every other */
function transportOf(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at]!
  let start = 0
  if (first === 0x45) {
    const isWhole = ((bytes[at + 6]! & 0x3f) | bytes[at + 7]!) === 0
    if (isWhole && bytes[at + 9] === TCP) start = 20
  } else if (first >>> 4 === 6 && bytes[at + 6] === TCP) start = 40
  if (start === 0 || start + 20 > length) return 0
  const headers = start + (bytes[at + start + 12]! >>> 4) * 4
  return headers >= start + 20 && headers <= length ? start : 0
}

function hasRightChecksum(bytes: Uint8Array, at: number, length: number, start: number): boolean {
  const sum = sumBytes(bytes, at + start, length - start)
  return addSums(sum, pseudoSum(bytes, at, start === 20, length - start)) === 0xffff
}

function pseudoSum(bytes: Uint8Array, at: number, isIpv4: boolean, length: number): number {
  return sumPseudoHeader(bytes, at + (isIpv4 ? 12 : 8), isIpv4 ? 8 : 32, TCP, length)
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}

function read32(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
}

function write16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8
  bytes[at + 1] = value
}
