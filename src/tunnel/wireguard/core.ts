/** What sending and receiving share of one device. */
import type { Random } from '../../base/random.ts'
import type { Instant, Timestamp } from '../../base/time.ts'
import { type Aead, scratchOf } from './aead.ts'
import { AllowedIps } from './allowed-ips.ts'
import { CookieChecker } from './cookie.ts'
import { type EphemeralKeys, ephemeralKeys, type Identity } from './handshake.ts'
import { IndexTable } from './index-table.ts'
import type { Keypair } from './keypair.ts'
import type { PeerId } from './keys.ts'
import { LoadMeter } from './load.ts'
import {
  type DataSink,
  type DeviceOutput,
  type DropCounts,
  emptyDropCounts,
  type PacketTaker,
} from './output.ts'
import type { Peer } from './peer.ts'
import type { Primitives } from './primitives.ts'
import { RateLimiter } from './rate-limiter.ts'

/** What an index leads to: a handshake that we began, or transport keys. */
export interface IndexEntry {
  readonly peer: Peer
  readonly keypair: Keypair | undefined
}

export interface CoreOptions {
  readonly crypto: Primitives
  readonly aead: Aead
  readonly random: Random
  readonly drawEphemeral?: (() => EphemeralKeys) | undefined
  readonly mtu: number
  /** Milliseconds that one handshake of a stranger's costs here; asked once, when the first calls. */
  readonly measureHandshakeCost: () => number
  readonly wallClock: (now: Instant) => Timestamp
  readonly data?: DataSink | undefined
  readonly deliver?: PacketTaker | undefined
}

export class DeviceCore {
  readonly crypto: Primitives
  readonly aead: Aead
  readonly random: Random
  readonly drawEphemeral: () => EphemeralKeys
  readonly identity: Identity
  readonly peers = new Map<PeerId, Peer>()
  readonly indices: IndexTable<IndexEntry>
  readonly allowedIps = new AllowedIps<Peer>()
  readonly cookieChecker: CookieChecker
  readonly load: LoadMeter
  readonly rateLimiter = new RateLimiter()
  /** Apart from the one of handshakes, which are not to wait for what strangers make us answer. */
  readonly replyLimiter = new RateLimiter()
  readonly drops: DropCounts = emptyDropCounts()
  readonly wallClock: (now: Instant) => Timestamp
  readonly data: DataSink
  readonly deliver: PacketTaker
  mtu: number
  outputs: DeviceOutput[] = []

  constructor(identity: Identity, options: CoreOptions) {
    this.identity = identity
    this.crypto = options.crypto
    this.aead = options.aead
    this.random = options.random
    this.drawEphemeral =
      options.drawEphemeral ?? (() => ephemeralKeys(options.crypto, options.random.bytes(32)))
    this.mtu = options.mtu
    this.wallClock = options.wallClock
    this.indices = new IndexTable(options.random)
    this.cookieChecker = new CookieChecker(options.crypto, options.random, identity.publicKey)
    this.load = new LoadMeter(options.measureHandshakeCost)
    this.data = options.data ?? this.#queueingSink()
    this.deliver =
      options.deliver ??
      ((peer, bytes, at, length) => {
        this.outputs.push({ kind: 'packet', peer, bytes: Buffer.from(bytes.subarray(at, at + length)) })
      })
  }

  /** Makes each data message an output of its own. */
  #queueingSink(): DataSink {
    const arena = scratchOf(this.aead).outgoing
    return {
      arena,
      reserve: () => 0,
      commit: (peer, to, at, size) => {
        const bytes = Buffer.from(arena.bytes.subarray(at, at + size))
        this.outputs.push({ kind: 'datagram', to, bytes, peer, reply: false })
      },
    }
  }
}
