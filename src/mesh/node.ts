/**
 * A node of the mesh in this process: its tunnel, its TCP/IP host, and the ways to its peers. Programs
 * use it as they use `node:net`: {@link Node.dial} gives a socket, {@link Node.listen} a server.
 */
import { SallyportError } from '../base/errors.ts'
import {
  type Endpoint,
  equalIp,
  formatEndpoint,
  formatIp,
  type IpAddress,
  type IpPrefix,
  isIp,
  isLoopback,
  parseIp,
} from '../base/ip.ts'
import type { Random } from '../base/random.ts'
import type { Clock, Instant } from '../base/time.ts'
import { allowHeapGrowth } from '../platform/heap-growth.ts'
import type { UdpSocket } from '../tunnel/netstack/contract.ts'
import { DEFAULT_MTU } from '../tunnel/wireguard/constants.ts'
import type { PeerId, PrivateKey, PublicKey } from '../tunnel/wireguard/keys.ts'
import { peerId } from '../tunnel/wireguard/keys.ts'
import { type Remote, udpRemote } from '../tunnel/wireguard/remote.ts'
import { type CipherNames, chooseAead } from './aead-tiers.ts'
import type { NameAnswer } from './dns/mesh-names.ts'
import { drawEphemeral } from './ephemeral-keys.ts'
import { measureHandshakeCost } from './handshake-cost.ts'
import type { MeshNode, MeshStream, MeshUdpPort } from './mesh-node.ts'
import { RUN_LIMITS } from './outgoing-batch.ts'
import { PeerSessions } from './peer-sessions.ts'
import type { MeshPeer, PathReport, PeerReport, RelayCredential, RelayInfo, RelayStatus } from './peers.ts'
import { Plane, type PlaneNews } from './plane.ts'
import type { PortMappingClient } from './port-mapping-client.ts'
import { NetstackServer } from './stream/netstack-server.ts'
import { connectNetstack, type NetstackSocket } from './stream/netstack-socket.ts'
import { Transport } from './transport.ts'

export interface NodeOptions {
  readonly privateKey: PrivateKey
  /** Addresses of this node in the mesh. */
  readonly addresses: readonly IpPrefix[]
  readonly clock: Clock
  readonly random: Random
  readonly mtu?: number
  /** UDP port; 0 or absent: any. */
  readonly listenPort?: number
  /** Local address of the UDP socket; every one by default. */
  readonly listenAddress?: string
  /** What the mesh knows of a name. */
  readonly lookUp?: (name: string) => NameAnswer | Promise<NameAnswer>
  /** CA certificates for relays, PEM, beside the machine's. */
  readonly relayCa?: string
  /** STUN servers, `HOST:PORT`, beside those of the relays. */
  readonly stunServers?: readonly string[]
  /** Says how relays are reached: HTTPS_PROXY, NO_PROXY; the process's own by default. */
  readonly env?: NodeJS.ProcessEnv
  /** Ask the router for a port (PCP, NAT-PMP); nothing is asked of it otherwise. */
  readonly portMapping?: boolean
  /** Send nothing by UDP. */
  readonly relayOnly?: boolean
  /** Forces a cipher tier by name, or one of several. */
  readonly aead?: CipherNames
  /** False: no native code is called for datagrams. */
  readonly isNative?: boolean
  readonly onEvent?: (event: NodeEvent) => void
}

export type NodeEvent =
  | PlaneNews
  | { readonly kind: 'path'; readonly peer: PeerId; readonly path: PathReport }
  /** A relay does not carry our packets any more, by its own word; said once for each reason. */
  | { readonly kind: 'relay-refused'; readonly relay: string; readonly why: string }
  /** The router leads this port to ours, or does not any more. */
  | { readonly kind: 'port-mapped'; readonly external: Endpoint }
  | { readonly kind: 'port-lost'; readonly reason: string }

const ECHO_IDENTIFIER = 0x5350

export class Node implements MeshNode {
  readonly dataPlane = 'userspace'
  readonly plane: Plane
  /** The cipher tier that passed its self-test. */
  readonly tier: string
  readonly #transport: Transport
  readonly #options: NodeOptions
  readonly #addresses: readonly IpAddress[]
  readonly #sessions = new PeerSessions()
  /** Streams that nobody answered yet. */
  readonly #dialling = new Set<NetstackSocket>()
  readonly #echoes = new Map<number, (now: Instant | undefined) => void>()
  #echoSequence = 0
  #portMapping: PortMappingClient | undefined

  private constructor(options: NodeOptions, plane: Plane, transport: Transport, tier: string) {
    this.#options = options
    this.tier = tier
    this.#addresses = options.addresses.map((prefix) => prefix.address)
    this.plane = plane
    this.#transport = transport
  }

  /** Opens the UDP port. @throws `TUNNEL_PORT_IN_USE` */
  static async open(options: NodeOptions): Promise<Node> {
    const { clock, random } = options
    let plane: Plane | undefined
    let node: Node | undefined
    allowHeapGrowth()
    const aead = await chooseAead(options.aead)
    const transport = await Transport.open({
      clock,
      random,
      privateKey: options.privateKey,
      mesh: options.addresses,
      port: options.listenPort ?? 0,
      ...(options.listenAddress === undefined ? {} : { address: options.listenAddress }),
      ...(options.relayCa === undefined ? {} : { relayCa: options.relayCa }),
      ...(options.env === undefined ? {} : { env: options.env }),
      ...(options.relayOnly === undefined ? {} : { relayOnly: options.relayOnly }),
      aead,
      ...(options.isNative === undefined ? {} : { isNative: options.isNative }),
      onDatagram: (bytes, from) => plane?.receive(bytes, from),
      onRun: (arena, at, size, segmentSize, from) => plane?.receiveRun(arena, at, size, segmentSize, from),
      onBatch: () => plane?.handOver(),
      onPath: (peer, path) => options.onEvent?.({ kind: 'path', peer, path }),
      onRelayRefused: (relay, why) => options.onEvent?.({ kind: 'relay-refused', relay, why }),
    })
    plane = new Plane({
      privateKey: options.privateKey,
      addresses: options.addresses.map((prefix) => prefix.address),
      mtu: options.mtu ?? DEFAULT_MTU,
      clock,
      random,
      drawEphemeral,
      aead,
      measureHandshakeCost: () => measureHandshakeCost(clock),
      transmit: (output) => transport.transmit(output),
      transmitRun: (peer, to, arena, at, size, segmentSize) =>
        transport.transmitRun(peer, to, arena, at, size, segmentSize),
      runLimits: RUN_LIMITS,
      onNews: (news) => node?.takeNews(news),
    })
    node = new Node(options, plane, transport, aead.name)
    transport.setStunServers(options.stunServers ?? [])
    if (options.portMapping && !options.relayOnly) await node.#askRouter()
    plane.watch(plane.netstack, (event) => {
      if (event.kind === 'echo-reply' && event.identifier === ECHO_IDENTIFIER) node?.takeEcho(event.sequence)
    })
    return node
  }

  get description(): string {
    const udp = this.#transport.linkKind === 'batched' ? 'batched UDP' : 'plain UDP'
    return `userspace data plane (${udp}), ${this.tier} cipher`
  }

  get publicKey(): PublicKey {
    return this.plane.device.publicKey
  }

  /** The UDP port that is open. */
  get port(): number {
    return this.#transport.port
  }

  get addresses(): readonly IpAddress[] {
    return this.#addresses
  }

  /**
   * The relays of the mesh, best first: this node waits at the first four of them, and where one fails the
   * next serves within seconds. Their STUN responders tell how the outside sees this node.
   *
   * @throws `CONFIG_INVALID` for a URL that is no relay's
   */
  setRelays(relays: readonly RelayInfo[]): void {
    this.#transport.setRelays(relays)
    const responders = relays.map((relay) => relay.stun).filter((each) => typeof each === 'string')
    this.#transport.setStunServers([...(this.#options.stunServers ?? []), ...responders])
  }

  /** What opens the relays, from the coordinator; each newer one replaces the last. Without one none lets us in. */
  setRelayCredential(credential: RelayCredential): void {
    this.#transport.setRelayCredential(credential)
  }

  /** Makes these the peers: new ones are added, known ones changed with their session kept, others forgotten. */
  setPeers(peers: readonly MeshPeer[]): void {
    const wanted = new Set(peers.map((peer) => peerId(peer.publicKey)))
    for (const id of this.plane.device.peers()) {
      if (!wanted.has(id)) this.#removePeer(id)
    }
    for (const peer of peers) this.#setPeer(peer)
  }

  /** Waits until the peer answered through the tunnel. @returns the round trip in ms, where we asked first. @throws `AGENT_UNREACHABLE` */
  async connect(id: PeerId, timeoutMs: number): Promise<number | undefined> {
    if (this.#sessions.has(id)) return undefined
    this.plane.device.connect(id, this.plane.now())
    this.plane.touch()
    return this.#sessions.wait(id, timeoutMs, () => this.#unanswered(id, timeoutMs))
  }

  /** Sends one ICMP echo through the tunnel. @returns the round trip in ms, or `undefined` after the timeout. */
  ping(host: IpAddress, timeoutMs: number): Promise<number | undefined> {
    const { promise, resolve } = Promise.withResolvers<number | undefined>()
    const sequence = this.#echoSequence++ & 0xffff
    const sentAt = this.plane.now()
    const timer = setTimeout(() => {
      this.#echoes.delete(sequence)
      resolve(undefined)
    }, timeoutMs)
    this.#echoes.set(sequence, (now) => {
      clearTimeout(timer)
      resolve(now === undefined ? undefined : now - sentAt)
    })
    this.plane.netstack.sendEcho(host, ECHO_IDENTIFIER, sequence, new Uint8Array(16), sentAt)
    this.plane.touch()
    return promise
  }

  /** Opens a TCP connection in the mesh. @throws `TUNNEL_UNREACHABLE`, or what `net.connect` would say, with its `code` */
  async dial(host: string, port: number, timeoutMs = 30_000): Promise<NetstackSocket> {
    const remote = { address: await this.resolve(host), port }
    const stream = connectNetstack(this.plane, remote, { allowHalfOpen: true })
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const timer = setTimeout(() => stream.destroy(dialTimeout(remote, timeoutMs)), timeoutMs)
    this.#dialling.add(stream)
    stream.once('connect', resolve)
    stream.once('error', reject)
    try {
      await promise
      return stream
    } finally {
      clearTimeout(timer)
      this.#dialling.delete(stream)
      stream.removeListener('error', reject)
    }
  }

  /** Listens in the mesh. @throws `TUNNEL_PORT_IN_USE` */
  listen(port: number, onConnection: (stream: NetstackSocket) => void, host?: string): NetstackServer {
    const server = new NetstackServer(this.plane, { allowHalfOpen: true }, onConnection)
    return server.listen({ port, ...(host === undefined ? {} : { host }) })
  }

  /** As {@link listen}, on every address. @throws `TUNNEL_PORT_IN_USE` */
  async expose(port: number, onConnection: (stream: MeshStream) => void): Promise<NetstackServer> {
    return this.listen(port, onConnection)
  }

  openUdpPort(onDatagram: (bytes: Uint8Array, from: Endpoint) => void): MeshUdpPort {
    const socket = this.openUdp(undefined, () => {
      for (let each = socket.receive(); each !== undefined; each = socket.receive()) {
        onDatagram(each.bytes, each.from)
      }
    })
    return {
      send: (bytes, to) => {
        socket.send(bytes, to, this.plane.now())
        this.plane.touch()
      },
      close: () => socket.close(),
    }
  }

  /** A UDP socket in the mesh; `onReadable` is called when datagrams wait. */
  openUdp(port: number | undefined, onReadable: (socket: UdpSocket) => void): UdpSocket {
    const socket = this.plane.netstack.openUdp(port === undefined ? {} : { port })
    this.plane.watch(socket, () => onReadable(socket))
    return socket
  }

  /** An address as it is, a name by the mesh. @throws `TUNNEL_UNREACHABLE` for a name that the mesh does not know */
  async resolve(host: string): Promise<IpAddress> {
    const bare = host.replace(/^\[(.*)\]$/, '$1')
    const address = isIp(bare) ? parseIp(bare) : await this.find(bare)
    if (address) return address
    throw new SallyportError('TUNNEL_UNREACHABLE', {
      message: `the mesh knows no node ${JSON.stringify(host)}`,
      help: 'use an address of the mesh, or the name of a node that this one may reach',
    })
  }

  /** The address of a name of the mesh; `undefined` for every other name. */
  async find(name: string): Promise<IpAddress | undefined> {
    const answer = await this.lookUp(name)
    if (answer === 'no-such-name' || 'pointer' in answer) return undefined
    return answer.find((address) => this.#reaches(address)) ?? answer[0]
  }

  /** As {@link find}, with every address, and with what is known not to be. */
  async lookUp(name: string): Promise<NameAnswer> {
    return (await this.#options.lookUp?.(name.toLowerCase())) ?? []
  }

  /** There is a route, and an address of ours to send from. */
  #reaches(address: IpAddress): boolean {
    return this.#addresses.some(({ family }) => family === address.family) && this.hasRoute(address)
  }

  /** Whether some peer, or this node, has the address; this machine's own loopback no peer has, whatever its networks. */
  hasRoute(address: IpAddress): boolean {
    if (isLoopback(address)) return false
    return this.plane.device.hasRoute(address) || this.#addresses.some((own) => equalIp(own, address))
  }

  report(): PeerReport[] {
    return this.plane.device.peers().map((id) => {
      const status = this.plane.device.status(id)!
      return {
        id,
        path: this.#transport.pathOf(id),
        remote: status.remote && describe(status.remote),
        connected: this.#sessions.has(id),
        bytesReceived: status.bytesReceived,
        bytesSent: status.bytesSent,
      }
    })
  }

  /** The relays that this node waits at. */
  get relays(): readonly RelayStatus[] {
    return this.#transport.relays
  }

  /** What the outside sees this node as, as STUN servers and peers said. */
  get observed(): readonly string[] {
    return this.#transport.observed.map(formatEndpoint)
  }

  async close(): Promise<void> {
    this.#portMapping?.close()
    const closed = new Error('the node was closed')
    this.#sessions.close(closed)
    for (const answer of this.#echoes.values()) answer(undefined)
    for (const stream of this.#dialling) stream.destroy(closed)
    // What was written last, and the FINs, still have to leave.
    await this.plane.settle()
    this.plane.close()
    this.#transport.close()
  }

  /** @internal */
  takeNews(news: PlaneNews): void {
    this.#sessions.take(news)
    this.#options.onEvent?.(news)
  }

  /** @internal */
  takeEcho(sequence: number): void {
    const answer = this.#echoes.get(sequence)
    this.#echoes.delete(sequence)
    answer?.(this.plane.now())
  }

  async #askRouter(): Promise<void> {
    const { clock, random, onEvent } = this.#options
    const { PortMappingClient } = await import('./port-mapping-client.ts')
    this.#portMapping = new PortMappingClient({
      port: this.port,
      clock,
      random,
      onMapped: (external) => {
        this.#transport.setMapped(external)
        onEvent?.({ kind: 'port-mapped', external })
      },
      onLost: (reason) => {
        this.#transport.setMapped(undefined)
        onEvent?.({ kind: 'port-lost', reason })
      },
    })
  }

  #setPeer(peer: MeshPeer): void {
    const id = peerId(peer.publicKey)
    this.#transport.setPeer(id, peer)
    const first = peer.endpoints[0]
    const remote = peer.paths === 'plain' ? first && udpRemote(first) : this.#transport.remoteOf(id)
    this.plane.setPeer(
      {
        publicKey: peer.publicKey,
        allowedIps: peer.allowedIps,
        ...(peer.presharedKey ? { presharedKey: peer.presharedKey } : {}),
        ...(remote ? { remote } : {}),
        ...(peer.persistentKeepaliveSeconds
          ? { persistentKeepaliveSeconds: peer.persistentKeepaliveSeconds }
          : {}),
      },
      peer.filter,
    )
  }

  #removePeer(id: PeerId): void {
    this.#transport.removePeer(id)
    this.plane.removePeer(id)
    this.#sessions.forget(id)
  }

  /** What keeps relays from carrying anything, where none of them does. */
  #relayTrouble(): string {
    if (this.relays.some(({ state }) => state === 'ready')) return ''
    return this.relays.flatMap(({ url, why }) => (why === undefined ? [] : [`; ${url}: ${why}`])).join('')
  }

  #unanswered(id: PeerId, timeoutMs: number): SallyportError {
    const path = this.#transport.pathOf(id)
    const drops = this.plane.device.drops
    const status = this.plane.device.status(id)
    const why = !status?.remote
      ? 'it has no endpoint and has not called'
      : drops.invalidHandshake > 0
        ? 'its answers do not authenticate: the keys or the preshared key differ'
        : `nothing came back from ${describe(status.remote)} (path: ${path.kind})${this.#relayTrouble()}`
    return new SallyportError('AGENT_UNREACHABLE', {
      message: `peer ${id} did not answer within ${timeoutMs} ms: ${why}`,
      help: 'check its endpoint, that UDP passes, and that it knows our public key',
    })
  }
}

function describe(remote: Remote): string {
  return remote.kind === 'udp' ? formatEndpoint(remote.endpoint) : `relay ${remote.relay}`
}

function dialTimeout(remote: Endpoint, timeoutMs: number): Error {
  const error = new Error(
    `connect ETIMEDOUT ${formatIp(remote.address)}:${remote.port} after ${timeoutMs} ms`,
  )
  return Object.assign(error, { code: 'ETIMEDOUT', syscall: 'connect' })
}
