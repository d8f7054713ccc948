/**
 * All ways to the outside of one node: the UDP port, the relays, and per peer the path that chooses
 * among them. Sorts what comes in: WireGuard to the plane, probes and STUN to the paths.
 */
import { networkInterfaces } from 'node:os'
import { copyBytes, decodeBase64 } from '../base/bytes.ts'
import { type Endpoint, formatEndpoint, type IpPrefix, isIp, parseIp } from '../base/ip.ts'
import type { Random } from '../base/random.ts'
import type { Clock, Instant } from '../base/time.ts'
import { orderCandidates } from '../tunnel/paths/candidates.ts'
import { Path, type PathOutput, type PathState } from '../tunnel/paths/path.ts'
import {
  isProbe,
  openProbe,
  type Probe,
  type ProbeKeys,
  probeHint,
  probeKeys,
  sealProbe,
} from '../tunnel/paths/probe.ts'
import { RelayChoice } from '../tunnel/paths/relay-choice.ts'
import { isStun } from '../tunnel/paths/stun.ts'
import type { Aead, Arena } from '../tunnel/wireguard/aead.ts'
import type { PeerId, PrivateKey } from '../tunnel/wireguard/keys.ts'
import { isDataMessage } from '../tunnel/wireguard/messages.ts'
import type { DeviceOutput } from '../tunnel/wireguard/output.ts'
import type { KeyHandle } from '../tunnel/wireguard/primitives.ts'
import { nodePrimitives as crypto } from '../tunnel/wireguard/primitives-node.ts'
import { type Remote, relayRemote, udpRemote } from '../tunnel/wireguard/remote.ts'
import type { MeshPeer, PathReport, RelayCredential, RelayInfo, RelayStatus } from './peers.ts'
import { RelayPool } from './relay-pool.ts'
import { StunClient } from './stun-client.ts'
import { openUdpLink, type UdpLink, type UdpLinkOptions } from './udp-link.ts'

export interface TransportOptions {
  readonly clock: Clock
  readonly random: Random
  readonly privateKey: PrivateKey
  /** Prefixes of the mesh: never candidates. */
  readonly mesh: readonly IpPrefix[]
  readonly port: number
  readonly address?: string
  readonly relayCa?: string
  readonly env?: NodeJS.ProcessEnv
  /** Only relays: where UDP is known not to pass, or must not be tried. */
  readonly relayOnly?: boolean
  /** The cipher whose memory batches of datagrams come to lie in; without it they come one by one. */
  readonly aead?: Aead
  /** False: no native code is called for datagrams. */
  readonly isNative?: boolean
  /** Takes WireGuard's datagrams. */
  readonly onDatagram: (bytes: Uint8Array, from: Remote) => void
  /** Takes WireGuard's data messages, back to back, one every `segmentSize` bytes; valid during the call. */
  readonly onRun?: UdpLinkOptions['onRun']
  /** The runs of one batch have all been handed over. */
  readonly onBatch?: () => void
  readonly onPath: (peer: PeerId, path: PathReport) => void
  readonly onRelayRefused?: (relay: string, why: string) => void
}

type Datagram = DeviceOutput & { readonly kind: 'datagram' }

/** A peer whose paths we look for. */
interface ProbedPeer {
  readonly id: PeerId
  readonly publicKey: Uint8Array
  readonly keys: ProbeKeys
  readonly path: Path
  /** Where the peer waits by its own word; the relays of the node come after it. */
  relay: string | undefined
  readonly choice: RelayChoice
  configured: readonly Endpoint[]
  offered: readonly Endpoint[]
}

const MAX_TIMER_MS = 60_000

export class Transport {
  readonly #options: TransportOptions
  readonly #identity: { privateKey: KeyHandle; publicKey: Uint8Array }
  readonly #probed = new Map<PeerId, ProbedPeer>()
  readonly #byHint = new Map<string, ProbedPeer>()
  readonly #relays: RelayPool
  readonly #stun: StunClient
  #mapped: Endpoint | undefined
  #link: UdpLink | undefined
  #timer: NodeJS.Timeout | undefined
  #closed = false

  private constructor(options: TransportOptions) {
    this.#options = options
    const privateKey = crypto.importPrivateKey(copyBytes(options.privateKey.reveal()))
    this.#identity = { privateKey, publicKey: crypto.publicOf(privateKey) }
    this.#relays = new RelayPool({
      identity: this.#identity,
      random: options.random,
      ...(options.env === undefined ? {} : { env: options.env }),
      ...(options.relayCa === undefined ? {} : { ca: options.relayCa }),
      onPacket: (relay, source, packet) => this.#takeRelayed(relay, source, packet),
      onGone: (relay, peer) => this.#noteGone(relay, this.#probed.get(peer as PeerId)),
      onState: (relay, state) => this.#noteRelay(relay, state),
      onOrder: () => this.#chooseAnew(),
      onRefused: (relay, why) => options.onRelayRefused?.(relay, why),
    })
    this.#stun = new StunClient({
      clock: options.clock,
      random: options.random,
      send: (bytes, to) => this.#link?.send(bytes, to),
      onNew: () => this.#offerAnew(),
    })
  }

  /** @throws `TUNNEL_PORT_IN_USE` */
  static async open(options: TransportOptions): Promise<Transport> {
    const transport = new Transport(options)
    if (options.relayOnly) return transport
    transport.#link = await openUdpLink({
      port: options.port,
      ...(options.address === undefined ? {} : { address: options.address }),
      ...(options.aead === undefined ? {} : { aead: options.aead }),
      ...(options.isNative === undefined ? {} : { isNative: options.isNative }),
      onDatagram: (bytes, from) => transport.#takeUdp(bytes, from),
      onRun: (arena, at, size, segmentSize, from) => transport.#takeRun(arena, at, size, segmentSize, from),
      onBatch: () => options.onBatch?.(),
    })
    return transport
  }

  get port(): number {
    return this.#link?.port ?? 0
  }

  /** How datagrams come and go. */
  get linkKind(): UdpLink['kind'] | undefined {
    return this.#link?.kind
  }

  /** A port that the router opened comes first: it needs no punching. */
  get observed(): readonly Endpoint[] {
    return [...(this.#mapped ? [this.#mapped] : []), ...this.#stun.observed]
  }

  /** A port of the router that leads to ours, while there is one. */
  setMapped(external: Endpoint | undefined): void {
    this.#mapped = external
    if (external) this.#offerAnew()
  }

  /** The state of each relay that this node waits at. */
  get relays(): readonly RelayStatus[] {
    return this.#relays.status
  }

  /** STUN servers, `HOST:PORT`; they are asked now and every 25 s. */
  setStunServers(servers: readonly string[]): void {
    if (this.#link) this.#stun.setServers(servers)
  }

  /**
   * Relays of the mesh, as the map has them: this node waits at each of them, sends by the nearest, and where
   * that fails the next serves.
   *
   * @throws `CONFIG_INVALID` for a URL that is no relay's
   */
  setRelays(relays: readonly RelayInfo[]): void {
    this.#relays.setRelays(relays)
    this.#chooseAnew()
    this.#closeUnusedRelays()
    this.#run()
  }

  setRelayCredential(credential: RelayCredential): void {
    this.#relays.setCredential(credential)
  }

  setPeer(id: PeerId, peer: MeshPeer): void {
    if (peer.paths === 'plain') return
    const now = this.#now()
    const known = this.#probed.get(id) ?? this.#addProbed(id, peer, now)
    known.relay = peer.relay
    known.configured = peer.endpoints
    if (peer.relay !== undefined) this.#relays.use(peer.relay)
    this.#chooseAmong(known)
    known.path.setCandidates(this.#candidatesOf(known), now)
    this.#run()
  }

  removePeer(id: PeerId): void {
    const peer = this.#probed.get(id)
    if (!peer) return
    this.#probed.delete(id)
    this.#byHint.delete(peer.keys.receiveHint)
    peer.keys.key.fill(0)
    this.#closeUnusedRelays()
  }

  /** Where WireGuard sends first; any value will do, as long as the path then chooses. */
  remoteOf(id: PeerId): Remote | undefined {
    const peer = this.#probed.get(id)
    const relay = peer?.choice.choose()
    if (relay !== undefined) return relayRemote(relay, id)
    const first = peer && this.#candidatesOf(peer)[0]
    return first && udpRemote(first)
  }

  pathOf(id: PeerId): PathReport {
    const peer = this.#probed.get(id)
    return peer ? report(peer.path.state, peer.choice.choose()) : { kind: 'plain' }
  }

  transmit(output: Datagram): void {
    const peer = output.peer === undefined ? undefined : this.#probed.get(output.peer)
    if (!peer || output.reply) this.#sendTo(output.to, output.bytes)
    else this.#sendByPath(peer, output.bytes)
  }

  /** Sends data messages that lie back to back, one every `segmentSize` bytes. */
  transmitRun(peer: PeerId, to: Remote, arena: Arena, at: number, size: number, segmentSize: number): void {
    const probed = this.#probed.get(peer)
    if (!probed && to.kind === 'udp') {
      this.#link?.sendRun(arena, at, size, segmentSize, to.endpoint)
      return
    }
    if (probed) this.#sendRunByPath(probed, arena, at, size, segmentSize)
  }

  /** Asks a STUN server for our address as it sees it. @returns `undefined` after the timeout */
  observe(server: Endpoint, timeoutMs: number): Promise<Endpoint | undefined> {
    return this.#stun.observe(server, timeoutMs)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#stun.close()
    this.#link?.close()
    this.#relays.close()
    for (const peer of this.#probed.values()) peer.keys.key.fill(0)
    this.#identity.privateKey.bytes.fill(0)
  }

  #addProbed(id: PeerId, peer: MeshPeer, now: Instant): ProbedPeer {
    const shared = crypto.agree(this.#identity.privateKey, crypto.importPublicKey(peer.publicKey))
    const keys = probeKeys(crypto, shared ?? new Uint8Array(32), this.#identity.publicKey, peer.publicKey)
    shared?.fill(0)
    const path = new Path({ random: this.#options.random, hasRelay: false, now })
    const { relay, endpoints: configured, publicKey } = peer
    const choice = new RelayChoice()
    const added: ProbedPeer = { id, publicKey, keys, path, relay, choice, configured, offered: [] }
    this.#probed.set(id, added)
    this.#byHint.set(keys.receiveHint, added)
    return added
  }

  #candidatesOf(peer: ProbedPeer): Endpoint[] {
    if (!this.#link) return []
    const { mesh } = this.#options
    // A peer's word must not make us send to this machine itself; our own configuration may.
    const offered = orderCandidates(peer.offered, { mesh, allowLoopback: false })
    return orderCandidates([...peer.configured, ...offered], { mesh, allowLoopback: true })
  }

  #takeRun(arena: Arena, at: number, size: number, segmentSize: number, from: Remote): void {
    if (this.#closed) return
    if (isDataMessage(arena.bytes, at, Math.min(size, segmentSize))) {
      this.#options.onRun?.(arena, at, size, segmentSize, from)
      return
    }
    for (let sent = 0; sent < size; sent += segmentSize) {
      const start = at + sent
      const end = start + Math.min(segmentSize, size - sent)
      this.#takeUdp(new Uint8Array(arena.bytes.subarray(start, end)), from)
    }
  }

  #takeUdp(bytes: Uint8Array, remote: Remote): void {
    if (this.#closed) return
    if (isDataMessage(bytes, 0, bytes.length)) this.#options.onDatagram(bytes, remote)
    else if (isStun(bytes)) this.#stun.take(bytes)
    else if (isProbe(bytes)) this.#takeProbe(bytes, remote)
    else this.#options.onDatagram(bytes, remote)
  }

  #takeRelayed(relay: string, source: string, bytes: Uint8Array): void {
    if (this.#closed) return
    const remote = relayRemote(relay, source)
    if (isProbe(bytes)) this.#takeProbe(bytes, remote)
    else this.#options.onDatagram(bytes, remote)
  }

  #takeProbe(bytes: Uint8Array, from: Remote): void {
    const peer = this.#byHint.get(probeHint(bytes))
    const probe = peer && openProbe(crypto, peer.keys, bytes)
    // A relay that swaps senders gains nothing: the probe opens under its true sender's key only.
    if (!probe || (from.kind === 'relay' && from.peer !== peer.id)) return
    if (from.kind === 'relay' && probe.kind === 'pong') peer.choice.noteAnswer(from.relay)
    this.#handleProbe(peer, probe, from)
    this.#run()
  }

  #handleProbe(peer: ProbedPeer, probe: Probe, from: Remote): void {
    const now = this.#now()
    switch (probe.kind) {
      case 'ping': {
        const observed = from.kind === 'udp' ? from.endpoint : undefined
        this.#sendTo(from, this.#seal(peer, { kind: 'pong', transaction: probe.transaction, observed }))
        if (from.kind === 'udp') peer.path.notePing(from.endpoint, now)
        break
      }
      case 'pong':
        this.#handlePong(peer, probe, from)
        break
      case 'candidates':
        if (from.kind !== 'relay') return
        peer.offered = probe.endpoints
        peer.path.setCandidates(this.#candidatesOf(peer), now)
        break
    }
  }

  #handlePong(peer: ProbedPeer, pong: Probe & { kind: 'pong' }, from: Remote): void {
    const endpoint = from.kind === 'udp' ? from.endpoint : undefined
    const roundTripMs = peer.path.handlePong(pong.transaction, this.#now(), endpoint)
    if (roundTripMs !== undefined && pong.observed) this.#stun.note(pong.observed)
  }

  #sendByPath(peer: ProbedPeer, bytes: Uint8Array): void {
    const now = this.#now()
    peer.path.noteActivity(now)
    const route = peer.path.route(now)
    if (route.relay) this.#sendByRelay(peer, bytes)
    for (const endpoint of route.endpoints) this.#link?.send(bytes, endpoint)
    if (peer.path.nextTimeout() <= now) this.#run()
  }

  #sendRunByPath(peer: ProbedPeer, arena: Arena, at: number, size: number, segmentSize: number): void {
    const now = this.#now()
    peer.path.noteActivity(now)
    const route = peer.path.route(now)
    for (const endpoint of route.endpoints) this.#link?.sendRun(arena, at, size, segmentSize, endpoint)
    for (let sent = 0; route.relay && sent < size; sent += segmentSize) {
      const start = at + sent
      const end = start + Math.min(segmentSize, size - sent)
      this.#sendByRelay(peer, new Uint8Array(arena.bytes.subarray(start, end)))
    }
    if (peer.path.nextTimeout() <= now) this.#run()
  }

  #sendByRelay(peer: ProbedPeer, bytes: Uint8Array): void {
    const url = peer.choice.choose()
    if (url !== undefined) this.#relays.use(url).send(peer.publicKey, bytes)
  }

  #sendTo(to: Remote, bytes: Uint8Array): void {
    if (to.kind === 'udp') this.#link?.send(bytes, to.endpoint)
    else this.#relays.find(to.relay)?.send(decodeBase64(to.peer), bytes)
  }

  #noteRelay(url: string, state: 'ready' | 'waiting'): void {
    for (const peer of this.#probed.values()) {
      if (state === 'ready') peer.choice.noteReady(url)
      else this.#noteGone(url, peer, true)
    }
    this.#run()
  }

  /** With another relay at hand the path stays as it is: the next packet takes the other. */
  #noteGone(url: string, peer: ProbedPeer | undefined, isDown = false): void {
    if (!peer) return
    const now = this.#now()
    const { choice } = peer
    const used = choice.choose()
    const isAlone = isDown ? choice.noteDown(url, now) : choice.noteLost(url, now)
    if (used === url && isAlone) peer.path.noteRelayLost(now)
  }

  #chooseAnew(): void {
    for (const peer of this.#probed.values()) this.#chooseAmong(peer)
  }

  #chooseAmong(peer: ProbedPeer): void {
    const own = peer.relay === undefined ? [] : [peer.relay]
    peer.choice.setRelays([...own, ...this.#relays.order])
    peer.path.setRelay(!peer.choice.isEmpty, this.#now())
  }

  #closeUnusedRelays(): void {
    const own = [...this.#probed.values()].flatMap(({ relay }) => (relay === undefined ? [] : [relay]))
    this.#relays.keep(new Set(own))
  }

  #run(): void {
    if (this.#closed) return
    const now = this.#now()
    let next = Number.POSITIVE_INFINITY
    for (const peer of this.#probed.values()) {
      peer.path.handleTimeout(now)
      for (const output of peer.path.drain()) this.#perform(peer, output)
      next = Math.min(next, peer.path.nextTimeout())
    }
    clearTimeout(this.#timer)
    if (next === Number.POSITIVE_INFINITY) return
    const delay = Math.min(Math.max(1, Math.ceil(next - now)), MAX_TIMER_MS)
    this.#timer = setTimeout(() => this.#run(), delay)
  }

  #perform(peer: ProbedPeer, output: PathOutput): void {
    switch (output.kind) {
      case 'ping': {
        const bytes = this.#seal(peer, { kind: 'ping', transaction: output.transaction })
        if (output.to === 'relay') this.#pingByRelay(peer, bytes)
        else this.#link?.send(bytes, output.to)
        break
      }
      case 'offer':
        this.#offer(peer)
        break
      case 'changed':
        this.#options.onPath(peer.id, report(output.state, peer.choice.choose()))
        break
    }
  }

  #pingByRelay(peer: ProbedPeer, bytes: Uint8Array): void {
    const now = this.#now()
    const url = peer.choice.choose()
    if (url === undefined) return
    this.#relays.use(url).send(peer.publicKey, bytes)
    peer.choice.noteAsked(url, now)
    const doubted = peer.choice.takeTry(now)
    if (doubted !== undefined) this.#relays.use(doubted).send(peer.publicKey, bytes)
  }

  /** The peers do not know yet that we are seen there. */
  #offerAnew(): void {
    for (const peer of this.#probed.values()) peer.path.noteOwnAddress(this.#now())
    this.#run()
  }

  #offer(peer: ProbedPeer): void {
    const endpoints = orderCandidates([...this.observed, ...this.#localEndpoints()], {
      mesh: this.#options.mesh,
      allowLoopback: false,
    })
    const transaction = this.#options.random.bytes(12)
    if (endpoints.length > 0)
      this.#sendByRelay(peer, this.#seal(peer, { kind: 'candidates', transaction, endpoints }))
  }

  #localEndpoints(): Endpoint[] {
    const link = this.#link
    if (!link) return []
    return Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((each) => !each.internal && isIp(each.address))
      .map((each) => ({ address: parseIp(each.address), port: link.port }))
  }

  #seal(peer: ProbedPeer, probe: Probe): Uint8Array {
    return sealProbe(crypto, peer.keys, probe, this.#options.random)
  }

  #now(): Instant {
    return this.#options.clock.monotonic()
  }
}

function report(state: PathState, relay: string | undefined): PathReport {
  switch (state.kind) {
    case 'direct':
      return { kind: 'direct', endpoint: formatEndpoint(state.endpoint), roundTripMs: state.roundTripMs }
    case 'relayed':
      return { kind: 'relayed', relay: relay ?? '', roundTripMs: state.roundTripMs }
    case 'connecting':
    case 'failed':
      return { kind: state.kind }
  }
}
