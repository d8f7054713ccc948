/** Finished packets that wait for the next drain: everything but the bulk of TCP, which is made while draining. */
import type { PacketSink } from '../contract.ts'
import type { Counters } from '../counters.ts'

const MOST_PACKETS = 4_096
const MOST_BYTES = 4 * 1_024 * 1_024

export class Outbox {
  #packets: Uint8Array[] = []
  #bytes = 0
  readonly #counters: Counters

  constructor(counters: Counters) {
    this.#counters = counters
  }

  get isEmpty(): boolean {
    return this.#packets.length === 0
  }

  push(packet: Uint8Array): void {
    if (this.#packets.length >= MOST_PACKETS || this.#bytes + packet.length > MOST_BYTES) {
      this.#counters.drop('outbox-full')
      return
    }
    this.#packets.push(packet)
    this.#bytes += packet.length
  }

  drainTo(sink: PacketSink): void {
    while (this.#packets.length > 0) {
      const packets = this.#packets
      this.#packets = []
      this.#bytes = 0
      for (const packet of packets) sink(packet, 0, packet.length, 0)
    }
  }
}
