/**
 * Drives one netstack on the event loop. What comes in is worked off once per turn, so that a burst
 * of packets costs one round of acknowledgments.
 */
import type { Clock, Instant } from '../../base/time.ts'
import type { NetstackEvent, PacketSink } from '../../tunnel/netstack/contract.ts'
import type { Netstack } from '../../tunnel/netstack/netstack.ts'
import type { StreamHost } from './stream-host.ts'

/** Rounds of work before other things on the loop have their turn. */
const MOST_ROUNDS = 32

export class EventLoopHost implements StreamHost {
  readonly netstack: Netstack
  readonly #clock: Clock
  readonly #sink: PacketSink
  readonly #handlers = new WeakMap<object, (event: NetstackEvent) => void>()
  #timer: NodeJS.Timeout | undefined
  #timerAt = Number.POSITIVE_INFINITY
  #isScheduled = false
  #isClosed = false

  /** `sink` takes each packet that leaves; its bytes are valid during the call. */
  constructor(netstack: Netstack, clock: Clock, sink: PacketSink) {
    this.netstack = netstack
    this.#clock = clock
    this.#sink = sink
  }

  now(): Instant {
    return this.#clock.monotonic()
  }

  /** Takes one packet; the bytes are not kept. */
  receive(packet: Uint8Array): void {
    if (this.#isClosed) return
    this.netstack.receive(packet, this.now())
    this.touch()
  }

  watch(source: object, handler: (event: NetstackEvent) => void): void {
    this.#handlers.set(source, handler)
  }

  touch(): void {
    if (this.#isScheduled || this.#isClosed) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      if (!this.#isClosed) this.#work()
    })
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
  }

  #work(): void {
    this.netstack.handleTimeout(this.now())
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const events = this.netstack.drainEvents()
      for (const event of events) this.#dispatch(event)
      this.netstack.drainTo(this.#sink)
      if (events.length === 0) break
    }
    this.#arm()
  }

  #dispatch(event: NetstackEvent): void {
    if (event.kind === 'echo-reply') this.#handlers.get(this.netstack)?.(event)
    else this.#handlers.get('listener' in event ? event.listener : event.socket)?.(event)
  }

  #arm(): void {
    const next = this.netstack.nextTimeout() ?? Number.POSITIVE_INFINITY
    if (next === this.#timerAt) return
    clearTimeout(this.#timer)
    this.#timerAt = next
    if (next === Number.POSITIVE_INFINITY) return
    const delay = Math.min(Math.max(0, Math.ceil(next - this.now())), 2 ** 31 - 1)
    this.#timer = setTimeout(() => {
      this.#timerAt = Number.POSITIVE_INFINITY
      this.touch()
    }, delay)
  }
}
