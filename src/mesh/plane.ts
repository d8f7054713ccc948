/**
 * The userspace data plane: WireGuard below, a TCP/IP host above, a filter per peer between, driven by
 * one event loop. Needs no privileges. What arrives together is joined (GRO) and handed up; what is to be sent, and the
 * sockets' news, are worked off once per turn of the loop, so that a burst costs one round of work.
 */
import type { IpAddress } from '../base/ip.ts'
import type { Random } from '../base/random.ts'
import type { Clock, Instant, Timestamp } from '../base/time.ts'
import { type FilterRule, PeerFilter } from '../tunnel/filter/filter.ts'
import type { NetstackEvent } from '../tunnel/netstack/contract.ts'
import { Netstack } from '../tunnel/netstack/netstack.ts'
import { splitSuperSegment } from '../tunnel/netstack/super-segment.ts'
import { Coalescer } from '../tunnel/offload/coalesce.ts'
import { VNET_HEADER } from '../tunnel/offload/vnet-header.ts'
import type { Aead, Arena } from '../tunnel/wireguard/aead.ts'
import { Device } from '../tunnel/wireguard/device.ts'
import type { EphemeralKeys } from '../tunnel/wireguard/handshake.ts'
import type { PeerId, PrivateKey } from '../tunnel/wireguard/keys.ts'
import type { DeviceOutput } from '../tunnel/wireguard/output.ts'
import type { PeerConfig } from '../tunnel/wireguard/peer.ts'
import type { Remote } from '../tunnel/wireguard/remote.ts'
import { OutgoingBatch, type RunLimits, type SendRun } from './outgoing-batch.ts'
import type { StreamHost } from './stream/stream-host.ts'

export interface PlaneOptions {
  readonly privateKey: PrivateKey
  readonly addresses: readonly IpAddress[]
  readonly mtu: number
  readonly clock: Clock
  readonly random: Random
  /** Where the key pairs of handshakes come from; by default from `random`. */
  readonly drawEphemeral?: () => EphemeralKeys
  readonly aead: Aead
  /** Milliseconds that one handshake of a stranger's costs here; asked once, when the first calls. */
  readonly measureHandshakeCost: () => number
  /** Sends a datagram outside. */
  readonly transmit: (output: DeviceOutput & { readonly kind: 'datagram' }) => void
  /** Sends data messages that lie back to back. */
  readonly transmitRun: SendRun
  readonly runLimits: RunLimits
  readonly onNews: (news: PlaneNews) => void
}

/** What a device says that is neither a datagram nor a packet. */
export type PlaneNews = Exclude<DeviceOutput, { kind: 'datagram' | 'packet' }>

type EventHandler = (event: NetstackEvent) => void

const MAX_ROUNDS = 64
/** What libuv hands over of one socket in a turn of the loop; after so many there are mostly more. */
const FULL_TURN = 32
/** Turns whose datagrams are worked off together: one acknowledgment, and one write to who reads. */
const MAX_TURNS = 4
const MAX_TIMER_MS = 2 ** 31 - 1
/** The longest packet of IPv4, for TCP to be cut into packets of the path's size. */
const MAX_SUPER_SEGMENT = 65_535

export class Plane implements StreamHost {
  readonly netstack: Netstack
  readonly device: Device
  readonly #options: PlaneOptions
  readonly #batch: OutgoingBatch
  /** A plain array: a Buffer's `slice` would be a view of what the next packet overwrites. */
  readonly #joined = new Uint8Array(new ArrayBuffer(VNET_HEADER + MAX_SUPER_SEGMENT))
  readonly #coalescer: Coalescer
  readonly #filters = new Map<PeerId, PeerFilter>()
  readonly #handlers = new WeakMap<object, EventHandler>()
  #timer: NodeJS.Timeout | undefined
  /** The instant of the work that is being done. */
  #now: Instant
  #flushing = false
  #closed = false
  /** Datagrams of this turn of the loop, and full turns before it that have not been worked off. */
  #taken = 0
  #fullTurns = 0

  constructor(options: PlaneOptions) {
    this.#options = options
    const { clock, random } = options
    this.#now = clock.monotonic()
    this.#batch = new OutgoingBatch(options.aead, options.runLimits, options.transmitRun)
    this.#coalescer = new Coalescer(
      Buffer.from(this.#joined.buffer),
      (_bytes, at, length) =>
        this.netstack.receiveAt(this.#joined, at + VNET_HEADER, length - VNET_HEADER, this.#now),
      'trusted',
    )
    this.device = new Device({
      privateKey: options.privateKey,
      random,
      drawEphemeral: options.drawEphemeral,
      aead: options.aead,
      mtu: options.mtu,
      measureHandshakeCost: options.measureHandshakeCost,
      wallClock: () => clock.now() as Timestamp,
      data: this.#batch,
      deliver: (peer, bytes, at, length) => {
        if (this.#filters.get(peer)?.admitsAt(bytes, at, length, this.#now)) {
          this.#coalescer.take(bytes, at, length)
        }
      },
    })
    this.netstack = new Netstack({
      addresses: options.addresses,
      mtu: options.mtu,
      random,
      // The AEAD has authenticated every byte.
      checksums: 'trusted',
      maxSuperSegment: MAX_SUPER_SEGMENT,
    })
  }

  now(): Instant {
    return this.#options.clock.monotonic()
  }

  setPeer(config: PeerConfig, rules: readonly FilterRule[]): PeerId {
    const id = this.device.setPeer(config, this.now())
    const filter = this.#filters.get(id)
    if (filter) filter.rules = rules
    else this.#filters.set(id, new PeerFilter(rules))
    this.touch()
    return id
  }

  removePeer(id: PeerId): void {
    this.device.removePeer(id)
    this.#filters.delete(id)
    // Who waits for an answer would wait for as long as TCP has patience.
    this.netstack.endUnreachable((remote) => this.device.hasRoute(remote), this.now())
    this.touch()
  }

  /** Takes a datagram from outside; those of one turn of the loop are handed over together, at its end. */
  receive(bytes: Uint8Array, from: Remote): void {
    if (this.#closed) return
    this.#now = this.now()
    this.device.receive(bytes, from, this.#now)
    this.#taken++
    this.touch()
  }

  /** Takes data messages that lie back to back, one every `segmentSize` bytes; {@link handOver} has to follow. */
  receiveRun(arena: Arena, at: number, size: number, segmentSize: number, from: Remote): void {
    if (this.#closed) return
    this.#now = this.now()
    for (let taken = 0; taken < size; taken += segmentSize) {
      this.device.receiveAt(arena, at + taken, Math.min(segmentSize, size - taken), from, this.#now)
    }
  }

  /** Works off the runs of a batch, while the next one gathers. */
  handOver(): void {
    if (this.#closed) return
    this.#perform()
    this.touch()
  }

  /** Calls `handler` for each event of a socket or listener. */
  watch(socket: object, handler: EventHandler): void {
    this.#handlers.set(socket, handler)
  }

  /** To be called after any use of the netstack or the device: its consequences are worked off soon. */
  touch(): void {
    if (this.#flushing || this.#closed) return
    this.#flushing = true
    setImmediate(this.#endTurn)
  }

  readonly #endTurn = (): void => {
    if (this.#taken >= FULL_TURN && ++this.#fullTurns < MAX_TURNS && !this.#closed) {
      this.#taken = 0
      setImmediate(this.#endTurn)
      return
    }
    this.#taken = 0
    this.#fullTurns = 0
    this.#flushing = false
    if (!this.#closed) this.#flush()
  }

  /** Works off what is waiting to be sent, as far as it can be without the peers. */
  async settle(): Promise<void> {
    this.touch()
    for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    this.device.close()
  }

  filterCounts(id: PeerId): Readonly<PeerFilter['counts']> | undefined {
    return this.#filters.get(id)?.counts
  }

  #flush(): void {
    const now = this.now()
    this.#now = now
    this.#perform()
    this.device.handleTimeout(now)
    this.netstack.handleTimeout(now)
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const events = this.netstack.drainEvents()
      for (const event of events) this.#dispatch(event)
      this.netstack.drainTo((buffer, offset, length, segmentSize) => {
        this.#send(buffer, offset, length, segmentSize)
      })
      if (!this.#perform() && events.length === 0) break
    }
    this.#arm()
  }

  #send(buffer: Uint8Array, offset: number, length: number, segmentSize: number): void {
    const now = this.#now
    const id = this.device.routeOf(buffer, offset, length)
    if (id !== undefined) this.#filters.get(id)?.noteSentAt(buffer, offset, length, now)
    if (segmentSize === 0) this.device.sendAt(buffer, offset, length, now)
    else splitSuperSegment(buffer, offset, length, segmentSize, this.#sendPart)
  }

  readonly #sendPart = (buffer: Uint8Array, offset: number, length: number): void =>
    this.device.sendAt(buffer, offset, length, this.#now)

  /** Does what the device asks. @returns whether there was anything. */
  #perform(): boolean {
    this.#coalescer.flush()
    this.#batch.flush()
    const outputs = this.device.drain()
    for (const output of outputs) {
      if (output.kind === 'datagram') this.#options.transmit(output)
      else if (output.kind !== 'packet') this.#options.onNews(output)
    }
    return outputs.length > 0
  }

  #dispatch(event: NetstackEvent): void {
    if (event.kind === 'echo-reply') this.#handlers.get(this.netstack)?.(event)
    else this.#handlers.get('listener' in event ? event.listener : event.socket)?.(event)
  }

  #arm(): void {
    clearTimeout(this.#timer)
    const next = Math.min(
      this.device.nextTimeout() ?? Number.POSITIVE_INFINITY,
      this.netstack.nextTimeout() ?? Number.POSITIVE_INFINITY,
    )
    if (next === Number.POSITIVE_INFINITY) return
    const delay = Math.min(Math.max(0, Math.ceil(next - this.now())), MAX_TIMER_MS)
    this.#timer = setTimeout(() => this.#flush(), delay)
  }
}
