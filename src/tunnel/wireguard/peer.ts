/** All that a device holds of one peer. Holds state and its bounds; what happens when is in the device. */
import { copyBytes } from '../../base/bytes.ts'
import type { IpPrefix } from '../../base/ip.ts'
import type { Instant } from '../../base/time.ts'
import { MAX_STAGED_PACKETS } from './constants.ts'
import { CookieJar } from './cookie.ts'
import { type InitiationCreated, type RemoteIdentity, zeroInitiation } from './handshake.ts'
import { KeypairSlots } from './keypair.ts'
import { type PeerId, type PresharedKey, type PublicKey, peerId } from './keys.ts'
import type { KeyHandle, Primitives } from './primitives.ts'
import type { Remote } from './remote.ts'
import { Timers } from './timers.ts'

export interface PeerConfig {
  readonly publicKey: PublicKey
  readonly presharedKey?: PresharedKey
  readonly allowedIps: readonly IpPrefix[]
  /** Where to send first; absent for a peer that calls us. */
  readonly remote?: Remote
  readonly persistentKeepaliveSeconds?: number
}

export interface PeerStatus {
  readonly id: PeerId
  readonly remote: Remote | undefined
  /** When the session that serves was derived. */
  readonly lastHandshakeAt: Instant | undefined
  readonly bytesReceived: number
  readonly bytesSent: number
}

export class Peer {
  readonly id: PeerId
  readonly cookies: CookieJar
  readonly slots: KeypairSlots
  readonly timers: Timers
  readonly identity: RemoteIdentity
  #configuredRemote: string | undefined
  remote: Remote | undefined
  initiation: InitiationCreated | undefined
  initiationSentAt = Number.NEGATIVE_INFINITY
  initiationConsumedAt = Number.NEGATIVE_INFINITY
  /** Greatest TAI64N received, and sent. */
  timestampReceived: Uint8Array | undefined
  timestampSent: Uint8Array | undefined
  /** One rekey is asked for when an initiator's keys near their end while only receiving. */
  sentLastMinuteHandshake = false
  staged: Uint8Array[] = []
  lastHandshakeAt: Instant | undefined
  bytesReceived = 0
  bytesSent = 0

  constructor(
    crypto: Primitives,
    config: PeerConfig,
    node: { staticShared: Uint8Array; releaseIndex: (index: number) => void; jitter: () => number },
  ) {
    const publicKey: KeyHandle = crypto.importPublicKey(copyBytes(config.publicKey))
    this.id = peerId(config.publicKey)
    this.cookies = new CookieJar(crypto, config.publicKey)
    this.slots = new KeypairSlots((keypair) => node.releaseIndex(keypair.localIndex))
    this.timers = new Timers(node.jitter)
    this.identity = { publicKey, staticShared: node.staticShared, presharedKey: new Uint8Array(32) }
  }

  /** Takes what may change while the peer stays: preshared key, first remote, keepalive. */
  configure(config: PeerConfig): void {
    this.identity.presharedKey.fill(0)
    if (config.presharedKey) this.identity.presharedKey.set(config.presharedKey.reveal())
    // The same configuration again must not undo what the peer's own packets said since.
    if (config.remote && config.remote.id !== this.#configuredRemote) this.remote = config.remote
    this.#configuredRemote = config.remote?.id
    this.timers.persistentKeepaliveMs = (config.persistentKeepaliveSeconds ?? 0) * 1_000
  }

  /** Keeps a packet until there is a session. @returns false where the oldest had to give way. */
  stage(packet: Uint8Array): boolean {
    this.staged.push(packet)
    if (this.staged.length <= MAX_STAGED_PACKETS) return true
    this.staged.shift()
    return false
  }

  /** Forgets every key of a session or a handshake under way. @returns the index of that handshake. */
  zeroKeys(): number | undefined {
    this.slots.zero()
    return this.zeroInitiation()
  }

  zeroInitiation(): number | undefined {
    const index = this.initiation?.localIndex
    if (this.initiation) zeroInitiation(this.initiation)
    this.initiation = undefined
    return index
  }

  /** To be called when the peer is removed: no secret of it is left. */
  zeroIdentity(): void {
    this.identity.staticShared.fill(0)
    this.identity.presharedKey.fill(0)
  }

  status(): PeerStatus {
    const { id, remote, lastHandshakeAt, bytesReceived, bytesSent } = this
    return { id, remote, lastHandshakeAt, bytesReceived, bytesSent }
  }
}
