/** What sending and receiving share of one device. */
import type { Random } from '../../base/random.ts'
import type { Instant, Timestamp } from '../../base/time.ts'
import type { Aead } from './aead.ts'
import { AllowedIps } from './allowed-ips.ts'
import { CookieChecker } from './cookie.ts'
import type { Identity } from './handshake.ts'
import { IndexTable } from './index-table.ts'
import type { Keypair } from './keypair.ts'
import type { PeerId } from './keys.ts'
import { LoadMeter } from './load.ts'
import { type DeviceOutput, type DropCounts, emptyDropCounts } from './output.ts'
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
  readonly mtu: number
  readonly handshakeCostMs: number
  readonly wallClock: (now: Instant) => Timestamp
}

export class DeviceCore {
  readonly crypto: Primitives
  readonly aead: Aead
  readonly random: Random
  readonly identity: Identity
  readonly peers = new Map<PeerId, Peer>()
  readonly indices: IndexTable<IndexEntry>
  readonly allowedIps = new AllowedIps<Peer>()
  readonly cookieChecker: CookieChecker
  readonly load: LoadMeter
  readonly rateLimiter = new RateLimiter()
  readonly drops: DropCounts = emptyDropCounts()
  readonly wallClock: (now: Instant) => Timestamp
  mtu: number
  outputs: DeviceOutput[] = []

  constructor(identity: Identity, options: CoreOptions) {
    this.identity = identity
    this.crypto = options.crypto
    this.aead = options.aead
    this.random = options.random
    this.mtu = options.mtu
    this.wallClock = options.wallClock
    this.indices = new IndexTable(options.random)
    this.cookieChecker = new CookieChecker(options.crypto, options.random, identity.publicKey)
    this.load = new LoadMeter(options.handshakeCostMs)
  }
}
