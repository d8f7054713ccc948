/** A runner in the mesh for one lease: admitted, reachable, and gone when it leaves. */
import type { Peer, Relay } from '../api/messages/network-map.ts'
import { decodeBase64url } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { parseIp } from '../base/ip.ts'
import { parseTimestamp, SECOND, type Timestamp } from '../base/time.ts'
import { startControlSession } from '../mesh/control/control-session.ts'
import { leave, requestAdmission } from '../mesh/control/membership.ts'
import { MeshNames } from '../mesh/dns/mesh-names.ts'
import { isLoopbackUrl, localEndpoints } from '../mesh/local-endpoints.ts'
import { meshPeerOf } from '../mesh/map-peers.ts'
import { Node } from '../mesh/node.ts'
import { peerId, publicKey } from '../tunnel/wireguard/keys.ts'
import type { CoordinatorAddress } from './deployment-words.ts'
import type { RunnerIdentity } from './runner-identity.ts'
import type { Ports } from './verb.ts'

/** Where agents fetch the artifact from us, in the mesh. */
export const ARTIFACT_PORT = 7701
const CONNECT_TIMEOUT_MS = 20 * SECOND
const LEAVE_TIMEOUT_MS = 5 * SECOND

export interface MeshTarget {
  readonly application: string
  readonly environment: string
  /** `sha256:…`, or null where the environment lets a workload in without. */
  readonly approval: string | null
  readonly relayOnly: boolean
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
  ports: Pick<Ports, 'clock' | 'random' | 'diagnostics'>,
): Promise<MeshMembership> {
  const { client, machineKey, wireguardKey, keys } = identity
  const { clock, random, diagnostics } = ports
  const { application, environment, approval } = target
  const token = (await identity.admissionToken(approval)).reveal()
  const admission = await requestAdmission(client, {
    token,
    keys,
    application,
    environment,
    approval,
    endpoints: [],
  })
  const { self } = admission
  const ca = coordinator.ca === undefined ? {} : { relayCa: coordinator.ca }
  const names = new MeshNames()
  const node = await Node.open({
    privateKey: wireguardKey,
    addresses: [
      { address: parseIp(self.ipv4), bits: 32 },
      { address: parseIp(self.ipv6), bits: 128 },
    ],
    clock,
    random,
    relayOnly: target.relayOnly,
    resolve: names.resolve,
    lookUp: (name) => names.lookUp(name),
    ...ca,
  })
  const setPeers = (peers: readonly Peer[], relays: readonly Relay[]): void => {
    names.update(self, peers)
    node.setRelays(relays)
    node.setPeers(peers.map((peer) => meshPeerOf(peer, [ARTIFACT_PORT], relays)))
  }
  setPeers(admission.peers, admission.relays)
  const session = startControlSession({
    client,
    key: machineKey,
    ...(coordinator.ca === undefined ? {} : { ca: coordinator.ca }),
    clock,
    random,
    diagnostics,
    async onMap({ map }) {
      setPeers([...map.peers.values()], map.relays)
      return []
    },
    onExpired: () => node.setPeers([]),
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
    reach: (agent) => reach(node, agent),
    async leave() {
      session.close()
      try {
        await Promise.race([leave(client), timeout(LEAVE_TIMEOUT_MS)])
      } finally {
        await node.close()
      }
    },
  }
}

function agentOf(peer: Peer): MeshAgentPeer[] {
  const edge = peer.edges.find(({ direction }) => direction === 'out')
  const port = edge?.ports[0]
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
