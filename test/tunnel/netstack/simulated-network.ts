/**
 * Two netstacks on a virtual clock, joined by two bad links. Time jumps from deadline to deadline;
 * the seed decides everything that is random.
 */

import { parseIp } from '../../../src/base/ip.ts'
import type { Random } from '../../../src/base/random.ts'
import type { Instant } from '../../../src/base/time.ts'
import type { NetstackEvent, NetstackOptions } from '../../../src/tunnel/netstack/contract.ts'
import { FaultInjector, type Faults } from '../../../src/tunnel/netstack/device/fault-injector.ts'
import { deliverTo } from '../../../src/tunnel/netstack/device/packet-path.ts'
import { Netstack } from '../../../src/tunnel/netstack/netstack.ts'

/** Deterministic (mulberry32), never for keys. */
export function seededRandom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
  return {
    bytes(length) {
      const bytes = new Uint8Array(length)
      for (let i = 0; i < length; i++) bytes[i] = next() >>> 24
      return bytes
    },
  }
}

export interface SimulationOptions {
  readonly seed: number
  readonly there?: Faults
  readonly back?: Faults
  readonly family?: 4 | 6
  readonly mtu?: number
  readonly left?: Partial<NetstackOptions>
  readonly right?: Partial<NetstackOptions>
}

export class Simulation {
  now = 1_000 as Instant
  readonly left: Netstack
  readonly right: Netstack
  readonly leftAddress
  readonly rightAddress
  readonly there: FaultInjector
  readonly back: FaultInjector
  onLeft: (event: NetstackEvent) => void = () => {}
  onRight: (event: NetstackEvent) => void = () => {}

  constructor(options: SimulationOptions) {
    const isV6 = options.family === 6
    this.leftAddress = parseIp(isV6 ? 'fd00::1' : '10.77.0.1')
    this.rightAddress = parseIp(isV6 ? 'fd00::2' : '10.77.0.2')
    const mtu = options.mtu ?? 1_420
    const { seed } = options
    this.left = new Netstack({
      addresses: [this.leftAddress],
      mtu,
      random: seededRandom(seed * 4 + 1),
      ...options.left,
    })
    this.right = new Netstack({
      addresses: [this.rightAddress],
      mtu,
      random: seededRandom(seed * 4 + 2),
      ...options.right,
    })
    const toRight = deliverTo((packet, now) => this.right.receive(packet, now))
    const toLeft = deliverTo((packet, now) => this.left.receive(packet, now))
    this.there = new FaultInjector(toRight, options.there ?? {}, seededRandom(seed * 4 + 3))
    this.back = new FaultInjector(toLeft, options.back ?? options.there ?? {}, seededRandom(seed * 4 + 4))
  }

  /** Runs until `isDone`, or until nothing is left to happen. @throws past `limitMs` of virtual time */
  run(isDone: () => boolean, limitMs = 600_000): void {
    const limit = this.now + limitMs
    for (;;) {
      this.settle()
      if (isDone()) return
      const next = this.#nextTimeout()
      if (next === undefined) return
      if (next > limit) throw new Error(`not done after ${limitMs} ms of virtual time`)
      this.now = Math.max(this.now, next) as Instant
      this.there.handleTimeout(this.now)
      this.back.handleTimeout(this.now)
      this.left.handleTimeout(this.now)
      this.right.handleTimeout(this.now)
    }
  }

  runFor(ms: number): void {
    const end = (this.now + ms) as Instant
    for (;;) {
      this.settle()
      const next = this.#nextTimeout()
      if (next === undefined || next > end) break
      this.now = Math.max(this.now, next) as Instant
      this.there.handleTimeout(this.now)
      this.back.handleTimeout(this.now)
      this.left.handleTimeout(this.now)
      this.right.handleTimeout(this.now)
    }
    this.now = end
  }

  /** Everything that happens at this instant. */
  settle(): void {
    for (let again = true; again; ) {
      again = false
      for (const event of this.left.drainEvents()) {
        again = true
        this.onLeft(event)
      }
      for (const event of this.right.drainEvents()) {
        again = true
        this.onRight(event)
      }
      this.left.drainTo((buffer, offset, length) => {
        again = true
        this.there.send(buffer.slice(offset, offset + length), this.now)
      })
      this.right.drainTo((buffer, offset, length) => {
        again = true
        this.back.send(buffer.slice(offset, offset + length), this.now)
      })
    }
  }

  #nextTimeout(): number | undefined {
    let next = Number.POSITIVE_INFINITY
    for (const source of [this.left, this.right, this.there, this.back]) {
      next = Math.min(next, source.nextTimeout() ?? Number.POSITIVE_INFINITY)
    }
    return next === Number.POSITIVE_INFINITY ? undefined : next
  }
}
