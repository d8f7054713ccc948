/**
 * A bad link, made from a seed: the same seed gives the same faults. Order of what happens to a
 * packet: the queue of the bottleneck, loss, duplication, corruption, delay.
 */
import { copyBytes } from '../../../base/bytes.ts'
import { type Random, randomUint32 } from '../../../base/random.ts'
import type { Instant } from '../../../base/time.ts'
import type { PacketPath } from './packet-path.ts'

export interface Faults {
  /** Shares of packets between 0 and 1. */
  readonly loss?: number
  readonly duplication?: number
  /** One bit of the packet is turned. */
  readonly corruption?: number
  /** A packet waits for `reorderMs` more, so that others overtake it. */
  readonly reordering?: number
  readonly reorderMs?: number
  /** One way, in milliseconds. */
  readonly delayMs?: number
  /** Bits per second of the bottleneck; none by default. */
  readonly rate?: number
  /** Bytes that wait in front of the bottleneck; more are dropped. Default 256 KiB. */
  readonly queueBytes?: number
  /** Packets larger than this vanish, as in a black hole. */
  readonly mtu?: number
}

export interface FaultCounts {
  passed: number
  lost: number
  queueDropped: number
  duplicated: number
  corrupted: number
  reordered: number
}

interface Held {
  readonly at: number
  readonly order: number
  readonly packet: Uint8Array
}

const DEFAULT_QUEUE_BYTES = 262_144
const DEFAULT_REORDER_MS = 5

export class FaultInjector implements PacketPath {
  readonly counts: FaultCounts = {
    passed: 0,
    lost: 0,
    queueDropped: 0,
    duplicated: 0,
    corrupted: 0,
    reordered: 0,
  }
  faults: Faults
  readonly #next: PacketPath
  readonly #random: Random
  /** Sorted by time, then by arrival. */
  readonly #held: Held[] = []
  #order = 0
  #freeAt = 0

  constructor(next: PacketPath, faults: Faults, random: Random) {
    this.#next = next
    this.faults = faults
    this.#random = random
  }

  send(packet: Uint8Array, now: Instant): void {
    const { faults, counts } = this
    const departure = this.#queue(packet.length, now)
    if (departure === undefined || packet.length > (faults.mtu ?? Number.POSITIVE_INFINITY)) {
      counts.queueDropped++
      return
    }
    if (this.#happens(faults.loss)) {
      counts.lost++
      return
    }
    const copies = this.#happens(faults.duplication) ? 2 : 1
    counts.duplicated += copies - 1
    for (let i = 0; i < copies; i++) this.#hold(packet, departure)
    this.#passOn(now)
  }

  handleTimeout(now: Instant): void {
    this.#passOn(now)
    this.#next.handleTimeout(now)
  }

  nextTimeout(): Instant | undefined {
    const own = this.#held[0]?.at
    const next = this.#next.nextTimeout()
    if (own === undefined) return next
    return Math.min(own, next ?? Number.POSITIVE_INFINITY) as Instant
  }

  /** @returns when the packet has left the bottleneck, `undefined` where the queue is full */
  #queue(length: number, now: number): number | undefined {
    const { rate } = this.faults
    if (rate === undefined) return now
    const start = Math.max(now, this.#freeAt)
    const waiting = ((start - now) * rate) / 8_000
    if (waiting > (this.faults.queueBytes ?? DEFAULT_QUEUE_BYTES)) return undefined
    this.#freeAt = start + (length * 8_000) / rate
    return this.#freeAt
  }

  #hold(packet: Uint8Array, departure: number): void {
    const { faults, counts } = this
    let at = departure + (faults.delayMs ?? 0)
    if (this.#happens(faults.reordering)) {
      counts.reordered++
      at += faults.reorderMs ?? DEFAULT_REORDER_MS
    }
    let bytes = packet
    if (this.#happens(faults.corruption)) {
      counts.corrupted++
      bytes = this.#corrupt(packet)
    }
    const held = { at, order: this.#order++, packet: bytes }
    let index = this.#held.length
    while (index > 0 && this.#held[index - 1]!.at > at) index--
    this.#held.splice(index, 0, held)
  }

  #corrupt(packet: Uint8Array): Uint8Array {
    const bytes = copyBytes(packet)
    const bit = randomUint32(this.#random) % (bytes.length * 8)
    bytes[bit >>> 3]! ^= 1 << (bit & 7)
    return bytes
  }

  #passOn(now: Instant): void {
    let due = 0
    while (due < this.#held.length && this.#held[due]!.at <= now) due++
    if (due === 0) return
    for (const { packet } of this.#held.splice(0, due)) {
      this.counts.passed++
      this.#next.send(packet, now)
    }
  }

  #happens(share: number | undefined): boolean {
    return share !== undefined && share > 0 && randomUint32(this.#random) < share * 0x1_0000_0000
  }
}
