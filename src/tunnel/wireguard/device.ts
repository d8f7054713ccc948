/**
 * All WireGuard peers of one node (Donenfeld, "WireGuard: Next Generation Kernel Network Tunnel"). Does
 * no I/O: it never reads a clock, opens a socket or draws a random number by itself.
 *
 * In:  {@link Device.receive}, {@link Device.send}, {@link Device.handleTimeout}
 * Out: {@link Device.drain} (what to do), {@link Device.nextTimeout} (when to call again)
 *
 * After every call: perform what `drain()` returns, then arm one timer for `nextTimeout()`. Calling
 * early is harmless. `receive` and `send` never throw for what they are given.
 */

import { copyBytes } from '../../base/bytes.ts'
import { SallyportError } from '../../base/errors.ts'
import type { IpAddress } from '../../base/ip.ts'
import type { Random } from '../../base/random.ts'
import { randomUint32 } from '../../base/random.ts'
import type { Instant, Timestamp } from '../../base/time.ts'
import { type Aead, type Arena, scratchOf } from './aead.ts'
import { nodeAead } from './aead-node.ts'
import { DEFAULT_MTU } from './constants.ts'
import { DeviceCore } from './core.ts'
import type { EphemeralKeys } from './handshake.ts'
import { innerAddressLength, innerDestinationAt, innerLength } from './inner-packet.ts'
import { type PeerId, type PrivateKey, type PublicKey, peerId, publicKey } from './keys.ts'
import { isDataMessage, messageKind } from './messages.ts'
import type { DataSink, DeviceOutput, DropCounts, PacketTaker } from './output.ts'
import { Peer, type PeerConfig, type PeerStatus } from './peer.ts'
import type { Primitives } from './primitives.ts'
import { nodePrimitives } from './primitives-node.ts'
import { receiveCookieReply, receiveData, receiveInitiation, receiveResponse } from './receiving.ts'
import type { Remote } from './remote.ts'
import { initiate, retransmitInitiation, sendKeepalive, sendPacket, sendStaged } from './sending.ts'

export interface DeviceOptions {
  readonly privateKey: PrivateKey
  readonly random: Random
  /** The wall clock at an instant, for the stamps of initiations. */
  readonly wallClock: (now: Instant) => Timestamp
  readonly crypto?: Primitives
  /** Where the key pairs of handshakes come from, as `crypto` takes them; by default of 32 bytes of `random` each. */
  readonly drawEphemeral?: (() => EphemeralKeys) | undefined
  readonly aead?: Aead
  /** Of the inner packets; bounds the padding. */
  readonly mtu?: number
  /** What one DH with its hashing costs on this machine; decides when cookies are demanded. */
  readonly measureHandshakeCost?: () => number
  /** Takes data messages without an object for each. */
  readonly data?: DataSink
  /** Takes inner packets without an object for each. */
  readonly deliver?: PacketTaker
}

export class Device {
  readonly publicKey: PublicKey
  readonly #core: DeviceCore
  /** No timer is due before this. */
  #earliest = Number.POSITIVE_INFINITY

  constructor(options: DeviceOptions) {
    const crypto = options.crypto ?? nodePrimitives
    const privateKey = crypto.importPrivateKey(copyBytes(options.privateKey.reveal()))
    this.publicKey = publicKey(crypto.publicOf(privateKey))
    this.#core = new DeviceCore(
      { privateKey, publicKey: this.publicKey },
      {
        crypto,
        aead: options.aead ?? nodeAead,
        random: options.random,
        drawEphemeral: options.drawEphemeral,
        wallClock: options.wallClock,
        mtu: options.mtu ?? DEFAULT_MTU,
        measureHandshakeCost: options.measureHandshakeCost ?? (() => 0.1),
        data: options.data,
        deliver: options.deliver,
      },
    )
  }

  /** Adds a peer, or changes one and keeps its session. @throws `KEY_INVALID` for our own key or a point of low order. */
  setPeer(config: PeerConfig, now: Instant): PeerId {
    const id = peerId(config.publicKey)
    const peer = this.#core.peers.get(id) ?? this.#addPeer(config)
    peer.configure(config)
    this.#core.allowedIps.removeOwner(peer)
    for (const prefix of config.allowedIps) this.#core.allowedIps.insert(prefix, peer)
    // What waited because nobody knew where the peer is.
    if (peer.remote && peer.staged.length > 0) sendStaged(this.#core, peer, now)
    if (peer.timers.persistentKeepaliveMs > 0) sendKeepalive(this.#core, peer, now)
    this.#noteTimers(peer)
    return id
  }

  /** Forgets the peer and all its keys. */
  removePeer(id: PeerId): void {
    const peer = this.#core.peers.get(id)
    if (!peer) return
    this.#zeroKeys(peer)
    peer.zeroIdentity()
    peer.timers.stop()
    this.#core.allowedIps.removeOwner(peer)
    this.#core.peers.delete(id)
  }

  /** Tells where to send to this peer from now on, as the path to it was chosen elsewhere. */
  setRemote(id: PeerId, remote: Remote): void {
    const peer = this.#core.peers.get(id)
    if (peer) peer.remote = remote
  }

  /** Asks for a session without a packet to send. */
  connect(id: PeerId, now: Instant): void {
    const peer = this.#core.peers.get(id)
    if (!peer) return
    initiate(this.#core, peer, now)
    this.#noteTimers(peer)
  }

  /** Takes one UDP datagram. Malformed and unauthenticated input is counted and dropped. */
  receive(datagram: Uint8Array, from: Remote, now: Instant): void {
    const arena = scratchOf(this.#core.aead).incoming
    if (isDataMessage(datagram, 0, datagram.length) && datagram.length <= arena.bytes.length) {
      arena.bytes.set(datagram)
      this.receiveAt(arena, 0, datagram.length, from, now)
      return
    }
    const peer = this.#dispatch(datagram, from, now)
    if (peer) this.#noteTimers(peer)
  }

  /** As {@link receive}, of a datagram in memory of the AEAD: a data message is opened where it lies. */
  receiveAt(arena: Arena, at: number, length: number, from: Remote, now: Instant): void {
    if (!isDataMessage(arena.bytes, at, length)) {
      this.receive(Buffer.from(arena.bytes.subarray(at, at + length)), from, now)
      return
    }
    const peer = receiveData(this.#core, arena, at, length, from, now)
    if (peer) this.#noteTimers(peer)
  }

  /** Takes one plaintext IP packet and chooses the peer by its allowed IPs. The bytes are read during the call only. */
  send(packet: Uint8Array, now: Instant): void {
    this.sendAt(packet, 0, packet.length, now)
  }

  /** As {@link send}, without a view per packet. */
  sendAt(bytes: Uint8Array, at: number, length: number, now: Instant): void {
    if (innerLength(bytes, at, length) === 0) {
      this.#core.drops.invalidInnerPacket++
      return
    }
    const peer = this.#peerOf(bytes, at)
    if (!peer) {
      this.#core.drops.noRoute++
      return
    }
    sendPacket(this.#core, peer, bytes, at, length, now)
    this.#noteTimers(peer)
  }

  /** The peer that a packet's destination belongs to. */
  routeOf(packet: Uint8Array, at = 0, length = packet.length): PeerId | undefined {
    return innerLength(packet, at, length) === 0 ? undefined : this.#peerOf(packet, at)?.id
  }

  /** True where some peer's allowed IPs hold the address. */
  hasRoute(address: IpAddress): boolean {
    return this.#core.allowedIps.find(address.bytes, 0, address.family === 4 ? 4 : 16) !== undefined
  }

  handleTimeout(now: Instant): void {
    if (now < this.#earliest) return
    this.#earliest = Number.POSITIVE_INFINITY
    for (const peer of this.#core.peers.values()) {
      this.#runTimers(peer, now)
      this.#noteTimers(peer)
    }
  }

  /** @returns when to call {@link handleTimeout}; `undefined` where nothing waits. */
  nextTimeout(): Instant | undefined {
    return Number.isFinite(this.#earliest) ? (this.#earliest as Instant) : undefined
  }

  /** @returns what is to be done, in order, and forgets it. */
  drain(): DeviceOutput[] {
    const outputs = this.#core.outputs
    if (outputs.length > 0) this.#core.outputs = []
    return outputs
  }

  status(id: PeerId): PeerStatus | undefined {
    return this.#core.peers.get(id)?.status()
  }

  peers(): readonly PeerId[] {
    return [...this.#core.peers.keys()]
  }

  get drops(): Readonly<DropCounts> {
    return this.#core.drops
  }

  /** Forgets every peer; the device is of no use after. */
  close(): void {
    for (const id of [...this.#core.peers.keys()]) this.removePeer(id)
    this.#core.identity.privateKey.bytes.fill(0)
  }

  /** @returns the peer whose timers may have moved. */
  #dispatch(datagram: Uint8Array, from: Remote, now: Instant): Peer | undefined {
    switch (messageKind(datagram)) {
      case 'initiation':
        return receiveInitiation(this.#core, datagram, from, now)
      case 'response':
        return receiveResponse(this.#core, datagram, from, now)
      case 'cookieReply':
        receiveCookieReply(this.#core, datagram, now)
        return undefined
      // A data message came by another way, unless it is longer than any datagram.
      case 'data':
      case undefined:
        this.#core.drops.malformed++
        return undefined
    }
  }

  #peerOf(packet: Uint8Array, at: number): Peer | undefined {
    return this.#core.allowedIps.find(packet, innerDestinationAt(packet, at), innerAddressLength(packet, at))
  }

  #addPeer(config: PeerConfig): Peer {
    const core = this.#core
    const theirs = core.crypto.importPublicKey(config.publicKey)
    const staticShared = core.crypto.agree(core.identity.privateKey, theirs)
    if (!staticShared || Buffer.compare(config.publicKey, this.publicKey) === 0) {
      throw new SallyportError('KEY_INVALID', {
        message: `the peer's public key ${peerId(config.publicKey)} is our own, or of low order`,
        help: 'take the key that "wg pubkey" prints on the other machine',
      })
    }
    const peer = new Peer(core.crypto, config, {
      staticShared,
      releaseIndex: (index) => core.indices.release(index),
      jitter: () => randomUint32(core.random) / 0x1_0000_0000,
    })
    core.peers.set(peer.id, peer)
    return peer
  }

  #runTimers(peer: Peer, now: Instant): void {
    for (let due = peer.timers.takeDue(now); due; due = peer.timers.takeDue(now)) {
      switch (due) {
        case 'retransmit-initiation':
          retransmitInitiation(this.#core, peer, now)
          break
        case 'start-handshake':
          initiate(this.#core, peer, now)
          break
        case 'send-keepalive':
        case 'send-persistent-keepalive':
          sendKeepalive(this.#core, peer, now)
          break
        case 'give-up':
          peer.staged = []
          this.#core.outputs.push({ kind: 'unanswered', peer: peer.id })
          break
        case 'zero-keys':
          this.#zeroKeys(peer)
          break
      }
    }
  }

  #zeroKeys(peer: Peer): void {
    const index = peer.zeroKeys()
    if (index !== undefined) this.#core.indices.release(index)
  }

  #noteTimers(peer: Peer): void {
    this.#earliest = Math.min(this.#earliest, peer.timers.next())
  }
}
