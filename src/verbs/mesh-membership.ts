/** A runner or a person in the mesh for one lease: admitted, reachable, and gone when they leave. */
import type { CoordinatorClient } from '../api/coordinator-client.ts'
import type { AdmissionReply } from '../api/messages/membership.ts'
import type { Peer, Relay } from '../api/messages/network-map.ts'
import { decodeBase64url } from '../base/bytes.ts'
import type { Ed25519KeyPair } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { parseIp } from '../base/ip.ts'
import { parseTimestamp, SECOND, type Timestamp } from '../base/time.ts'
import { type SessionEnd, startControlSession } from '../mesh/control/control-session.ts'
import { leave, requestAdmission } from '../mesh/control/membership.ts'
import { MeshNames } from '../mesh/dns/mesh-names.ts'
import { isLoopbackUrl, localEndpoints } from '../mesh/local-endpoints.ts'
import { meshPeerOf } from '../mesh/map-peers.ts'
import { Node, type NodeOptions } from '../mesh/node.ts'
import { tellDiagnostics } from '../mesh/node-events.ts'
import { peerId, publicKey } from '../tunnel/wireguard/keys.ts'
import type { CoordinatorAddress } from './deployment-words.ts'
import type { RunnerIdentity } from './runner-identity.ts'
import type { Ports } from './verb.ts'

/** Where agents fetch the artifact from us, in the mesh. */
export const ARTIFACT_PORT = 7701
const CONNECT_TIMEOUT_MS = 20 * SECOND
const LEAVE_TIMEOUT_MS = 5 * SECOND

type MeshPorts = Pick<Ports, 'clock' | 'random' | 'diagnostics'>

export interface MeshTarget {
  readonly application: string
  readonly environment: string
  /** `sha256:…`, or null where the environment lets a workload in without. */
  readonly approval: string | null
  readonly relayOnly: boolean
  /** Ask the router for a port. */
  readonly portMapping?: boolean
}

export interface MeshAgentPeer {
  readonly name: string
  readonly address: string
  readonly port: number
  /** 32 bytes, Ed25519: what its receipts are signed with, as the coordinator says. */
  readonly machineKey: Uint8Array
  readonly peer: Peer
}

export interface MeshMembership {
  readonly node: Node
  readonly name: string
  readonly address: string
  readonly leaseEnd: Timestamp
  readonly agents: readonly MeshAgentPeer[]
  /** Agents that did not acknowledge in time. */
  readonly unacknowledged: readonly string[]
  readonly refused: readonly { readonly name: string; readonly reason: string }[]
  /** Resolves when the coordinator ended the membership, or we did. */
  readonly ended: Promise<SessionEnd>
  /** Waits until a packet came back. @returns how, in one line. @throws `AGENT_UNREACHABLE` */
  reach(agent: MeshAgentPeer): Promise<string>
  /** Ends the lease at the coordinator and closes the tunnel. */
  leave(): Promise<void>
}

/** @throws `ADMISSION_REFUSED` */
export async function joinMesh(
  identity: RunnerIdentity,
  coordinator: CoordinatorAddress,
  target: MeshTarget,
  ports: MeshPorts,
): Promise<MeshMembership> {
  const { client, machineKey, wireguardKey, keys } = identity
  const { application, environment, approval, relayOnly, portMapping = false } = target
  const token = (await identity.admissionToken(approval)).reveal()
  const admission = await requestAdmission(client, {
    token,
    keys,
    application,
    environment,
    approval,
    endpoints: [],
  })
  const entry = { ca: coordinator.ca, relayOnly, portMapping, ports: [ARTIFACT_PORT] }
  return enterMesh({ client, machineKey, wireguardKey }, admission, entry, ports)
}

export interface NodeIdentity {
  /** Signs by the machine key. */
  readonly client: CoordinatorClient
  readonly machineKey: Ed25519KeyPair
  readonly wireguardKey: NodeOptions['privateKey']
}

export interface MeshEntry {
  /** PEM of the CA that counts for the coordinator and its relays. */
  readonly ca: string | undefined
  readonly relayOnly: boolean
  /** Ask the router for a port. */
  readonly portMapping?: boolean
  /** What peers may open with us, TCP. */
  readonly ports: readonly number[]
}

/** The tunnel and the control session of a node that was let in. */
export async function enterMesh(
  { client, machineKey, wireguardKey }: NodeIdentity,
  admission: AdmissionReply,
  entry: MeshEntry,
  { clock, random, diagnostics }: MeshPorts,
): Promise<MeshMembership> {
  const { self } = admission
  const names = new MeshNames()
  const node = await Node.open({
    privateKey: wireguardKey,
    addresses: [
      { address: parseIp(self.ipv4), bits: 32 },
      { address: parseIp(self.ipv6), bits: 128 },
    ],
    clock,
    random,
    relayOnly: entry.relayOnly,
    lookUp: (name) => names.lookUp(name),
    portMapping: entry.portMapping ?? false,
    onEvent: tellDiagnostics(diagnostics),
    ...(entry.ca === undefined ? {} : { relayCa: entry.ca }),
  })
  const setPeers = (peers: readonly Peer[], relays: readonly Relay[]): void => {
    names.update(self, peers)
    node.setRelays(relays)
    node.setPeers(peers.map((peer) => meshPeerOf(peer, entry.ports)))
  }
  setPeers(admission.peers, admission.relays)
  const session = startControlSession({
    client,
    key: machineKey,
    ...(entry.ca === undefined ? {} : { ca: entry.ca }),
    clock,
    random,
    diagnostics,
    async onMap({ map }) {
      setPeers([...map.peers.values()], map.relays)
      return []
    },
    onRelayCredential: (credential) => node.setRelayCredential(credential),
    onExpired: () => node.setPeers([]),
  })
  let isOver = false
  session.ended.then(() => {
    isOver = true
  })
  session.reportEndpoints(localEndpoints(node.port, isLoopbackUrl(client.url), node.observed))
  return {
    node,
    name: self.name,
    address: self.ipv4,
    leaseEnd: parseTimestamp(admission.lease.end),
    agents: admission.peers.flatMap(agentOf),
    unacknowledged: admission.unacknowledged,
    refused: admission.refused,
    ended: session.ended,
    reach: (agent) => reach(node, agent),
    async leave() {
      const isGone = isOver
      session.close()
      try {
        if (!isGone) await Promise.race([leave(client), timeout(LEAVE_TIMEOUT_MS)])
      } finally {
        await node.close()
      }
    },
  }
}

function agentOf(peer: Peer): MeshAgentPeer[] {
  const edge = peer.edges.find(({ direction }) => direction === 'out')
  const port = edge?.ports[0] ?? edge?.ranges?.[0]?.first
  if (peer.kind !== 'agent' || port === undefined) return []
  return [{ name: peer.name, address: peer.ipv4, port, machineKey: decodeBase64url(peer.machineKey), peer }]
}

async function reach(node: Node, agent: MeshAgentPeer): Promise<string> {
  const id = peerId(publicKey(decodeBase64url(agent.peer.wireguardKey)))
  await node.connect(id, CONNECT_TIMEOUT_MS)
  const roundTripMs = await node.ping(parseIp(agent.address), CONNECT_TIMEOUT_MS)
  if (roundTripMs === undefined) {
    throw new SallyportError('AGENT_UNREACHABLE', {
      message: `${agent.name} shook hands, but nothing came back through the tunnel`,
    })
  }
  const path = node.report().find((report) => report.id === id)?.path.kind ?? 'connecting'
  return `${path}, ${roundTripMs.toFixed(1)} ms`
}

function timeout(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
}
