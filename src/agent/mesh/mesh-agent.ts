/**
 * The agent as a node of the mesh: one control session, one tunnel, one listener in it. Peers come and go
 * with the map, each judged by our own rules; deployments come in through the tunnel.
 */
import { createServer, type Server } from 'node:http'
import type { CoordinatorClient } from '../../api/coordinator-client.ts'
import type { Peer } from '../../api/messages/network-map.ts'
import type { Diagnostics } from '../../base/diagnostics.ts'
import type { Ed25519KeyPair } from '../../base/ed25519.ts'
import { messageOf } from '../../base/errors.ts'
import { parseIp } from '../../base/ip.ts'
import type { Random } from '../../base/random.ts'
import type { Clock } from '../../base/time.ts'
import { SECOND } from '../../base/time.ts'
import {
  type ControlSession,
  type RefusedPeer,
  type SessionEnd,
  startControlSession,
} from '../../mesh/control/control-session.ts'
import type { MapChange, NetworkMap } from '../../mesh/control/network-map-state.ts'
import { MeshNames } from '../../mesh/dns/mesh-names.ts'
import { startDnsServer } from '../../mesh/dns/server.ts'
import { type ExposeRule, type Running, startExpose } from '../../mesh/forward.ts'
import { isLoopbackUrl, localEndpoints } from '../../mesh/local-endpoints.ts'
import { meshPeerOf } from '../../mesh/map-peers.ts'
import { Node, type NodeOptions } from '../../mesh/node.ts'
import { tellDiagnostics } from '../../mesh/node-events.ts'
import type { RelayCredential } from '../../mesh/peers.ts'
import type { IssuerKeySource } from '../../trust/issuer-key-source.ts'
import type { AgentCore } from '../server/agent-core.ts'
import { createDeploymentListener, type DeploymentListenerPorts } from '../server/deployment-listener.ts'
import type { Peer as CallingPeer } from '../server/peer.ts'
import { inboundEdge, judgePeer, type OwnRules } from './peer-judgement.ts'
import { PeerRegistry } from './peer-registry.ts'

const DIAL_TIMEOUT_MS = 15 * SECOND
const ENDPOINT_INTERVAL_MS = 30 * SECOND

export interface MeshAgentOptions {
  readonly client: CoordinatorClient
  readonly machineKey: Ed25519KeyPair
  readonly wireguardKey: NodeOptions['privateKey']
  readonly ca?: string
  /** Read anew for each peer: trust that was withdrawn counts at once. */
  readonly rules: () => Promise<OwnRules>
  /** The coordinator is there: called with each of its maps, after each reconnect as well. */
  readonly onMap: () => void
  /** The coordinator came back from a backup, and asks what we saw. */
  readonly onRecovering?: () => void
  readonly issuerKeys: IssuerKeySource
  readonly core: AgentCore
  readonly openSource: DeploymentListenerPorts['openSource']
  readonly port: number
  /** Ports of the mesh that lead to programs of this machine, for people. */
  readonly expose: readonly ExposeRule[]
  /** UDP port; 0: any. */
  readonly listenPort: number
  readonly relayOnly: boolean
  /** Ask the router for a port. */
  readonly portMapping: boolean
  /** Where programs of this machine ask for names of the mesh; absent: nowhere. */
  readonly dns?: { readonly host: string; readonly port: number }
  readonly clock: Clock
  readonly random: Random
  readonly diagnostics: Diagnostics
}

export interface MeshAgent {
  /** Resolves when the coordinator ended the membership, or {@link close} was called. */
  readonly ended: Promise<SessionEnd>
  close(): Promise<void>
}

export function startMeshAgent(options: MeshAgentOptions): MeshAgent {
  const state = new MeshAgentState(options)
  const session = startControlSession({
    client: options.client,
    key: options.machineKey,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
    clock: options.clock,
    random: options.random,
    diagnostics: options.diagnostics,
    async onMap(change) {
      options.onMap()
      return await state.take(change)
    },
    onRelayCredential: (credential) => state.setRelayCredential(credential),
    onExpired: () => state.dropAll(),
    ...(options.onRecovering ? { onRecovering: options.onRecovering } : {}),
  })
  state.attach(session)
  // Whoever is with us by a map of that coordinator is so no longer, whatever else is still to be ended.
  void session.ended.then((end) => end !== 'closed' && state.dropPeers())
  return {
    ended: session.ended,
    async close() {
      session.close()
      await state.close()
    },
  }
}

class MeshAgentState {
  readonly #options: MeshAgentOptions
  readonly #registry: PeerRegistry
  readonly #http: Server
  #node: Node | undefined
  #opening: Promise<Node> | undefined
  #isClosed = false
  #session: ControlSession | undefined
  #map: NetworkMap | undefined
  readonly #names = new MeshNames()
  #resolver: Running | undefined
  readonly #exposed: Running[] = []
  #leaseTimer: NodeJS.Timeout | undefined
  #endpointTimer: NodeJS.Timeout | undefined

  constructor(options: MeshAgentOptions) {
    this.#options = options
    this.#registry = new PeerRegistry(options.clock)
    const { core, openSource } = options
    const identifyPeer: DeploymentListenerPorts['identifyPeer'] = (socket) =>
      this.#identify(socket.remoteAddress ?? '')
    this.#http = createServer(createDeploymentListener({ core, openSource, identifyPeer }))
  }

  /** After the map, so that the node is there. */
  setRelayCredential(credential: RelayCredential): void {
    this.#node?.setRelayCredential(credential)
  }

  attach(session: ControlSession): void {
    this.#session = session
  }

  async take({ map, changed, removed }: MapChange): Promise<readonly RefusedPeer[]> {
    const node = this.#node ?? (await this.#join(map))
    if (this.#isClosed) return []
    this.#map = map
    node.setRelays(map.relays)
    for (const id of removed) this.#registry.remove(id)
    const refused: RefusedPeer[] = []
    for (const peer of changed) {
      const reason = await this.#admit(peer)
      if (reason === undefined) continue
      this.#registry.remove(peer.id)
      refused.push({ node: peer.id, reason })
      this.#options.diagnostics.log('info', 'refused a peer', { peer: peer.name, reason })
    }
    if (!this.#isClosed) this.#setPeers(node)
    return refused
  }

  /** Nothing was renewed: whoever was let in by that map is not any more. */
  dropAll(): void {
    this.dropPeers()
    this.#options.diagnostics.log('warn', 'the network map has expired: all peers are dropped')
  }

  dropPeers(): void {
    this.#registry.clear()
    if (this.#node) this.#setPeers(this.#node)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#leaseTimer)
    clearInterval(this.#endpointTimer)
    this.#http.closeAllConnections()
    this.#resolver?.close()
    for (const exposed of this.#exposed) exposed.close()
    // A node that is still opening has its socket already. One that failed to open has none.
    const node = await this.#opening?.catch(() => undefined)
    await node?.close()
  }

  /** Opens the node with the first map. An opening that failed is tried again with the next. */
  async #join(map: NetworkMap): Promise<Node> {
    this.#opening = this.#open(map)
    const node = await this.#opening
    if (this.#isClosed) return node
    this.#node = node
    const { client, diagnostics, port } = this.#options
    await this.#startResolver(node)
    node.listen(port, (stream) => this.#http.emit('connection', stream))
    // Whom a packet may come in from is the filter's to say, peer by peer.
    for (const rule of this.#options.expose) this.#exposed.push(await startExpose(node, rule))
    const report = (): void =>
      this.#session?.reportEndpoints(localEndpoints(node.port, isLoopbackUrl(client.url), node.observed))
    report()
    this.#endpointTimer = setInterval(report, ENDPOINT_INTERVAL_MS)
    this.#endpointTimer.unref()
    diagnostics.log('info', 'joined the mesh', { name: map.self.name, address: map.self.ipv4, port })
    return node
  }

  /** A machine whose port is taken deploys nevertheless. */
  async #startResolver(node: Node): Promise<void> {
    const { dns, diagnostics } = this.#options
    if (dns === undefined) return
    try {
      this.#resolver = await startDnsServer((name) => node.lookUp(name), dns)
    } catch (error) {
      diagnostics.log('warn', 'names of the mesh are not answered', { reason: messageOf(error) })
    }
    if (this.#isClosed) this.#resolver?.close()
  }

  #open(map: NetworkMap): Promise<Node> {
    const { wireguardKey, clock, random, listenPort, relayOnly, portMapping, ca, diagnostics } = this.#options
    return Node.open({
      privateKey: wireguardKey,
      addresses: [
        { address: parseIp(map.self.ipv4), bits: 32 },
        { address: parseIp(map.self.ipv6), bits: 128 },
      ],
      clock,
      random,
      listenPort,
      relayOnly,
      lookUp: (name) => this.#names.lookUp(name),
      portMapping,
      onEvent: tellDiagnostics(diagnostics),
      ...(ca === undefined ? {} : { relayCa: ca }),
    })
  }

  /** @returns why not */
  async #admit(peer: Peer): Promise<string | undefined> {
    const { issuerKeys, clock } = this.#options
    try {
      const rules = await this.#options.rules()
      const edge = inboundEdge(peer)
      const token = edge?.token ?? edge?.person?.token
      const issuers = token ? await issuerKeys.keysFor(rules.trust.issuers, token) : new Map()
      const judgement = judgePeer(peer, rules, issuers, clock.now())
      return judgement.kind === 'refused' ? judgement.reason : this.#registry.register(peer, judgement.access)
    } catch (error) {
      return messageOf(error)
    }
  }

  #setPeers(node: Node): void {
    const { port } = this.#options
    const registered = this.#registry.current()
    node.setPeers(
      registered.map(({ peer, access }) =>
        meshPeerOf(peer, access.kind === 'runner' ? [port] : access.ports),
      ),
    )
    if (this.#map)
      this.#names.update(
        this.#map.self,
        registered.map(({ peer }) => peer),
      )
    clearTimeout(this.#leaseTimer)
    const next = this.#registry.nextEnd()
    if (next === undefined) return
    const wait = Math.max(0, next - this.#options.clock.monotonic())
    this.#leaseTimer = setTimeout(() => this.#setPeers(node), Math.min(wait, 0x7fff_ffff))
    this.#leaseTimer.unref()
  }

  #identify(address: string): CallingPeer | undefined {
    const found = this.#registry.findByAddress(address)
    const node = this.#node
    if (!found || !node || found.access.kind !== 'runner') return undefined
    return {
      address,
      access: { kind: 'approval', approval: found.access.approval },
      dial: (port) => node.dial(address, port, DIAL_TIMEOUT_MS),
    }
  }
}
