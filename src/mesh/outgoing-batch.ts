/**
 * Collects sealed data messages in one arena, in runs: messages of one peer that lie back to back, all of
 * one size but the last, as UDP segmentation takes them. No object for a packet.
 */
import type { Aead, Arena } from '../tunnel/wireguard/aead.ts'
import type { PeerId } from '../tunnel/wireguard/keys.ts'
import type { DataSink } from '../tunnel/wireguard/output.ts'
import type { Remote } from '../tunnel/wireguard/remote.ts'

/** Sends a run; the bytes are read during the call only. */
export type SendRun = (
  peer: PeerId,
  to: Remote,
  arena: Arena,
  at: number,
  size: number,
  segmentSize: number,
) => void

export interface RunLimits {
  readonly bytes: number
  readonly datagrams: number
}

/** udp(7): what one `sendmsg` takes with `UDP_SEGMENT`; some kernels take 64 datagrams, others 128. */
export const RUN_LIMITS: RunLimits = { bytes: 65_487, datagrams: 64 }
const ARENA_SIZE = 512 * 1_024
/** The longest message, with what may stand behind a packet. */
const MESSAGE_MAX = 65_536 + 64

export class OutgoingBatch implements DataSink {
  readonly arena: Arena
  readonly #limits: RunLimits
  readonly #send: SendRun
  #end = 0
  #peer: PeerId | undefined
  #to: Remote | undefined
  #start = 0
  #segmentSize = 0
  #count = 0
  /** A shorter message has ended the run. */
  #isFull = false

  constructor(aead: Aead, limits: RunLimits, send: SendRun) {
    this.arena = aead.allocate(ARENA_SIZE)
    this.#limits = limits
    this.#send = send
  }

  reserve(): number {
    if (this.#end + MESSAGE_MAX > ARENA_SIZE) this.flush()
    return this.#end
  }

  commit(peer: PeerId, to: Remote, at: number, size: number): void {
    if (!this.#extends(peer, to, at, size)) {
      this.#sendRun()
      this.#peer = peer
      this.#to = to
      this.#start = at
      this.#segmentSize = size
    }
    this.#count++
    this.#isFull = size < this.#segmentSize
    this.#end = at + size
  }

  /** Sends what has been collected. */
  flush(): void {
    this.#sendRun()
    this.#end = 0
  }

  #extends(peer: PeerId, to: Remote, at: number, size: number): boolean {
    return (
      this.#count > 0 &&
      !this.#isFull &&
      this.#peer === peer &&
      this.#to === to &&
      size <= this.#segmentSize &&
      this.#count < this.#limits.datagrams &&
      at + size - this.#start <= this.#limits.bytes
    )
  }

  #sendRun(): void {
    if (this.#count === 0 || this.#peer === undefined || this.#to === undefined) return
    const size = this.#end - this.#start
    this.#send(this.#peer, this.#to, this.arena, this.#start, size, this.#segmentSize)
    this.#count = 0
  }
}
