/**
 * A node's network map, computed from its own edges only: the cost is that of its neighbours, not of the
 * mesh. Versions come from one counter that each change raises in the transaction that makes it, so a
 * delta is what carries a version greater than the node's last.
 */

import type {
  DeltaFrame,
  Edge,
  Peer,
  Relay,
  SelfNode,
  SnapshotFrame,
} from '../../api/messages/network-map.ts'
import { formatTimestamp, MINUTE, type Timestamp } from '../../base/time.ts'
import { PERSON_EVIDENCE } from '../nodes/person-evidence.ts'
import type { Transaction } from '../store/contract.ts'
import type { EdgeRecord, LeaseRecord, NodeRecord } from '../store/records.ts'
import { readMeshDomain } from './mesh-domain.ts'

/** A map may be used this long without being renewed. */
export const MAP_LIFETIME = 10 * MINUTE
const VERSION = 'map-version'

export async function nextMapVersion(tx: Transaction): Promise<number> {
  return tx.settings.next(VERSION)
}

/** Above every version that a node may hold after a restore: none is told that its map went back. */
export async function skipMapVersions(tx: Transaction, count: number): Promise<void> {
  await tx.settings.put(VERSION, String((await currentMapVersion(tx)) + count))
}

export async function currentMapVersion(tx: Transaction): Promise<number> {
  return Number((await tx.settings.find(VERSION)) ?? 0)
}

export async function makeSnapshot(
  tx: Transaction,
  node: NodeRecord,
  relays: readonly Relay[],
  now: Timestamp,
): Promise<SnapshotFrame> {
  const edges = await tx.edges.listOf(node.id)
  const peers = await Promise.all(
    [...groupByPeer(node, edges)].map(([id, own]) => makePeer(tx, node, id, own)),
  )
  return {
    kind: 'snapshot',
    version: await currentMapVersion(tx),
    expiresAt: formatTimestamp((now + MAP_LIFETIME) as Timestamp),
    self: await makeSelf(tx, node),
    peers: peers.filter((peer) => peer !== undefined),
    relays: [...relays],
  }
}

/** What changed for a node after version `since`; empty lists renew the map's expiry. */
export async function makeDelta(
  tx: Transaction,
  node: NodeRecord,
  since: number,
  now: Timestamp,
): Promise<DeltaFrame> {
  const changed: Peer[] = []
  const removed: string[] = []
  const groups = groupByPeer(node, await tx.edges.listOf(node.id, since))
  const peers = await Promise.all(
    [...groups].map(async ([id, edges]) => {
      const record = await tx.nodes.find(id)
      const touched = (record?.changedVersion ?? 0) > since || edges.some((edge) => wasTouched(edge, since))
      if (!touched) return undefined
      const standing = edges.filter(({ removedVersion }) => removedVersion === null)
      return { id, peer: await makePeer(tx, node, id, standing) }
    }),
  )
  for (const touched of peers) {
    if (touched?.peer) changed.push(touched.peer)
    else if (touched) removed.push(touched.id)
  }
  const version = await currentMapVersion(tx)
  const expiresAt = formatTimestamp((now + MAP_LIFETIME) as Timestamp)
  return { kind: 'delta', since, version, expiresAt, changed, removed }
}

export async function makeSelf(tx: Transaction, node: NodeRecord): Promise<SelfNode> {
  const lease = await tx.leases.find(node.id)
  return {
    id: node.id,
    kind: node.kind,
    name: node.name,
    domain: await readMeshDomain(tx),
    ipv4: node.ipv4,
    ipv6: node.ipv6,
    tags: [...node.tags],
    applications: [...node.applications],
    environment: environmentOf(node),
    lease: lease ? formatLease(lease) : null,
  }
}

/** A person's node is of none. */
function environmentOf({ environment }: NodeRecord): string | null {
  return environment === '' ? null : environment
}

export function formatLease(lease: LeaseRecord): { start: string; end: string } {
  return { start: formatTimestamp(lease.start), end: formatTimestamp(lease.end) }
}

function groupByPeer(node: NodeRecord, edges: readonly EdgeRecord[]): Map<string, EdgeRecord[]> {
  const groups = new Map<string, EdgeRecord[]>()
  for (const edge of edges) {
    const peer = edge.source === node.id ? edge.target : edge.source
    groups.set(peer, [...(groups.get(peer) ?? []), edge])
  }
  return groups
}

/** Undefined for a node that may not be talked to. */
async function makePeer(
  tx: Transaction,
  self: NodeRecord,
  id: string,
  edges: readonly EdgeRecord[],
): Promise<Peer | undefined> {
  const record = await tx.nodes.find(id)
  if (record?.state !== 'active' || edges.length === 0) return undefined
  return {
    id: record.id,
    kind: record.kind,
    name: record.name,
    wireguardKey: record.wireguardKey,
    machineKey: record.machineKey,
    ipv4: record.ipv4,
    ipv6: record.ipv6,
    endpoints: [...record.endpoints],
    edges: await Promise.all(edges.map((edge) => makeEdge(tx, self, record, edge))),
  }
}

async function makeEdge(
  tx: Transaction,
  self: NodeRecord,
  peer: NodeRecord,
  edge: EdgeRecord,
): Promise<Edge> {
  const outward = edge.source === self.id
  const source = outward ? self : peer
  const isJudge = !outward && self.kind === 'agent'
  const lease = await tx.leases.find(source.id)
  return {
    id: edge.id,
    direction: outward ? 'out' : 'in',
    ports: [...edge.ports],
    ranges: edge.ranges?.map((range) => ({ ...range })) ?? null,
    application: source.applications[0] ?? null,
    environment: environmentOf(source),
    approval: edge.approval,
    lease: lease ? formatLease(lease) : null,
    // The token goes to the agent that judges it, never back to a runner or to another node.
    token: isJudge && peer.kind === 'runner' ? (lease?.token ?? null) : null,
    person:
      isJudge && peer.kind === 'person' ? ((await PERSON_EVIDENCE.find(tx, peer.id))?.value ?? null) : null,
  }
}

function wasTouched(edge: EdgeRecord, since: number): boolean {
  return edge.addedVersion > since || (edge.removedVersion ?? 0) > since
}
