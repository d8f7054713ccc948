/**
 * Puts fragments together (RFC 791 §3.2, RFC 8200 §4.5). Overlapping fragments end the whole
 * datagram in both families (RFC 5722); an exact copy of one is skipped. Bounded in datagrams, in
 * bytes and in time; the oldest goes first.
 */
import { copyBytes } from '../../../base/bytes.ts'
import type { Counters, DropReason } from '../counters.ts'
import type { IpView } from '../wire/ip.ts'
import { emitIpv4, IPV4_HEADER } from '../wire/ipv4.ts'
import { emitIpv6, IPV6_FRAGMENT_HEADER, IPV6_HEADER } from '../wire/ipv6.ts'

const MOST_DATAGRAMS = 64
const MOST_BYTES = 2 * 1_024 * 1_024
const LIFE_MS = 30_000
/** What the length field of either header can say. */
const MOST_LENGTH = 65_535
const IPV6_LENGTH_AT = 4
const FRAGMENT_OFFSET_AT = 2
const MOST_FRAGMENTS = 128
/** Of a first fragment, for the quote of an ICMPv6 error. */
const MOST_KEPT = 1_232

/** A datagram that will never be whole, of which the first fragment has come. */
export interface Expired {
  readonly source: Uint8Array
  readonly destination: Uint8Array
  readonly protocol: number
  /** The first fragment with its IP header. */
  readonly first: Uint8Array
}

interface Part {
  readonly start: number
  readonly bytes: Uint8Array
}

interface Partial {
  readonly until: number
  readonly family: 4 | 6
  readonly source: Uint8Array
  readonly destination: Uint8Array
  protocol: number
  hopLimit: number
  first: Uint8Array | undefined
  /** Sorted, apart. Empty after a refusal: what still comes is swallowed until the time is over. */
  parts: Part[]
  isRefused: boolean
  bytes: number
  length: number | undefined
}

export class Reassembly {
  readonly #partials = new Map<string, Partial>()
  readonly #counters: Counters
  #bytes = 0

  constructor(counters: Counters) {
    this.#counters = counters
  }

  get heldBytes(): number {
    return this.#bytes
  }

  /**
   * @returns the whole packet, without fragment header, once the last fragment is there. Where the sender of one that is
   *   refused is to know why, `ip.faultAt` says where the fault stands.
   */
  take(ip: IpView, now: number): Uint8Array | undefined {
    const start = ip.fragmentOffset
    const end = start + ip.payloadLength
    if (ip.payloadLength === 0) return this.#refuse('fragment-shape')
    const fault = faultOfShape(ip, end)
    if (fault !== undefined) {
      ip.faultAt = fault
      return this.#refuse('fragment-shape')
    }
    const key = keyOf(ip)
    const partial = this.#partials.get(key) ?? this.#begin(key, ip, now)
    if (partial.isRefused) return this.#refuse('fragment-overlap')
    const reason = this.#place(partial, ip, start, end)
    if (reason !== undefined) {
      this.#discard(partial)
      return this.#refuse(reason)
    }
    this.#makeRoom(key)
    if (!this.#partials.has(key) || !isWhole(partial)) return undefined
    this.#forget(key, partial)
    return join(partial)
  }

  /** `expire` is told of those whose sender is to know (RFC 792, RFC 8200 §4.5). */
  handleTimeout(now: number, expire: (expired: Expired) => void): void {
    for (const [key, partial] of this.#partials) {
      if (partial.until > now) return
      if (!partial.isRefused) this.#counters.drop('fragment-timed-out')
      this.#forget(key, partial)
      const { first } = partial
      if (first !== undefined && !partial.isRefused) expire({ ...partial, first })
    }
  }

  nextTimeout(): number | undefined {
    const first = this.#partials.values().next()
    return first.done ? undefined : first.value.until
  }

  #begin(key: string, ip: IpView, now: number): Partial {
    const partial: Partial = {
      until: now + LIFE_MS,
      family: ip.family,
      source: ip.source(),
      destination: ip.destination(),
      protocol: ip.protocol,
      hopLimit: ip.hopLimit,
      first: undefined,
      parts: [],
      isRefused: false,
      bytes: 0,
      length: undefined,
    }
    this.#partials.set(key, partial)
    return partial
  }

  #place(partial: Partial, ip: IpView, start: number, end: number): DropReason | undefined {
    let index = partial.parts.findIndex((part) => part.start >= start)
    if (index < 0) index = partial.parts.length
    const before = partial.parts[index - 1]
    const after = partial.parts[index]
    if (after !== undefined && after.start === start && after.bytes.length === end - start) {
      return isSame(after.bytes, ip) ? undefined : 'fragment-overlap'
    }
    if (before !== undefined && before.start + before.bytes.length > start) return 'fragment-overlap'
    if (after !== undefined && after.start < end) return 'fragment-overlap'
    if (partial.length !== undefined && (end > partial.length || !ip.moreFragments)) return 'fragment-shape'
    if (partial.parts.length >= MOST_FRAGMENTS) return 'fragment-too-many'
    if (!ip.moreFragments) {
      if (after !== undefined) return 'fragment-shape'
      partial.length = end
    }
    if (start === 0) {
      // RFC 8200 §4.5: the first fragment says what follows.
      partial.protocol = ip.protocol
      partial.hopLimit = ip.hopLimit
      partial.first = copyBytes(ip.bytes, ip.start, Math.min(ip.end, ip.start + MOST_KEPT))
    }
    const bytes = copyBytes(ip.bytes, ip.payload, ip.end)
    partial.parts.splice(index, 0, { start, bytes })
    partial.bytes += bytes.length
    this.#bytes += bytes.length
    return undefined
  }

  #makeRoom(kept: string): void {
    for (const [key, partial] of this.#partials) {
      if (this.#bytes <= MOST_BYTES && this.#partials.size <= MOST_DATAGRAMS) return
      if (key === kept) continue
      this.#counters.drop('fragment-too-many')
      this.#forget(key, partial)
    }
  }

  /** Keeps the name of a refused datagram, so that its later fragments don't begin a new one. */
  #discard(partial: Partial): void {
    this.#bytes -= partial.bytes
    partial.bytes = 0
    partial.parts = []
    partial.first = undefined
    partial.isRefused = true
  }

  #forget(key: string, partial: Partial): void {
    this.#bytes -= partial.bytes
    this.#partials.delete(key)
  }

  #refuse(reason: DropReason): undefined {
    this.#counters.drop(reason)
    return undefined
  }
}

/**
 * Where the fault of a fragment stands that fits no datagram: a length that is no multiple of eight before the end, or
 * an end beyond what the length field can say, which counts the header in IPv4 and not in IPv6. RFC 8200 §4.5 has the
 * sender told of both; over IPv4 nobody is (-1).
 */
function faultOfShape(ip: IpView, end: number): number | undefined {
  const isUneven = ip.moreFragments && (ip.payloadLength & 7) !== 0
  const isTooLong = end + (ip.family === 4 ? IPV4_HEADER : 0) > MOST_LENGTH
  if (!isUneven && !isTooLong) return undefined
  if (ip.family === 4) return -1
  return isUneven ? ip.start + IPV6_LENGTH_AT : ip.payload - IPV6_FRAGMENT_HEADER + FRAGMENT_OFFSET_AT
}

function keyOf(ip: IpView): string {
  const addresses = Buffer.from(ip.bytes.buffer, ip.bytes.byteOffset + ip.addresses, ip.addressLength * 2)
  const protocol = ip.family === 4 ? ip.protocol : 0
  return `${ip.identification}/${protocol}/${addresses.toString('latin1')}`
}

function isSame(bytes: Uint8Array, ip: IpView): boolean {
  return Buffer.compare(bytes, ip.bytes.subarray(ip.payload, ip.end)) === 0
}

function isWhole(partial: Partial): boolean {
  return partial.length !== undefined && partial.bytes === partial.length
}

function join(partial: Partial): Uint8Array {
  const header = partial.family === 4 ? IPV4_HEADER : IPV6_HEADER
  const packet = new Uint8Array(header + partial.bytes)
  const repr = {
    ...partial,
    payloadLength: partial.bytes,
    dontFragment: false,
    identification: 0,
    fragmentOffset: 0,
    moreFragments: false,
  }
  if (partial.family === 4) emitIpv4(repr, packet, 0)
  else emitIpv6(repr, packet, 0)
  for (const part of partial.parts) packet.set(part.bytes, header + part.start)
  return packet
}
