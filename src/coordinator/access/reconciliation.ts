/**
 * Standing edges brought in line with new rules: what they do not allow any more ends in the transaction
 * that registers them. Only nodes that a changed rule names as a source are looked at, and an edge that
 * stays as it was is not touched, so a node whose edges do not change hears nothing. A runner gains nothing
 * by a change: its edges are those of its admission, or fewer.
 */
import { changedRules } from '../../access/change.ts'
import type { AccessRules } from '../../access/document.ts'
import { AccessEngine } from '../../access/engine.ts'
import { Network, type Node } from '../../access/network.ts'
import { encodeHex } from '../../base/bytes.ts'
import type { Random } from '../../base/random.ts'
import { nextMapVersion } from '../netmap/network-map.ts'
import type { Transaction } from '../store/contract.ts'
import type { EdgeRecord, NodeRecord } from '../store/records.ts'
import { claimsOfLease, toAccessNode } from './access-node.ts'
import { liveAgents } from './agent-directory.ts'
import { grantedTargets, narrowedToDeployments } from './granted-targets.ts'

export interface Reconciliation {
  readonly added: number
  readonly removed: number
  /** Nodes whose maps change. */
  readonly touched: ReadonlySet<string>
}

type Wanted = ReadonlyMap<string, readonly number[]>

/** @param before undefined: no rules yet, so that every edge came of its environment */
export async function reconcileEdges(
  tx: Transaction,
  before: AccessRules | undefined,
  rules: AccessRules,
  random: Random,
): Promise<Reconciliation> {
  const version = await nextMapVersion(tx)
  const agents = await liveAgents(tx)
  const touched = new Set<string>()
  let added = 0
  let removed = 0
  for (const node of await findConcerned(tx, before, rules)) {
    const standing = (await tx.edges.listOf(node.id)).filter(({ source }) => source === node.id)
    const wanted = await wantedTargets(tx, rules, node, agents, standing)
    const kept = new Set<string>()
    for (const edge of standing) {
      if (wanted.get(edge.target)?.join() === edge.ports.join()) {
        kept.add(edge.target)
        continue
      }
      await tx.edges.remove(edge.id, version)
      removed++
      touched.add(edge.source).add(edge.target)
    }
    for (const [target, ports] of wanted) {
      if (kept.has(target)) continue
      const approval = standing.find((edge) => edge.target === target)?.approval ?? null
      await tx.edges.insert(newEdge(random, { source: node.id, target, ports, approval, version }))
      added++
      touched.add(node.id).add(target)
    }
  }
  return { added, removed, touched }
}

/** Nodes that a rule which goes or comes names as a source. */
async function findConcerned(
  tx: Transaction,
  before: AccessRules | undefined,
  after: AccessRules,
): Promise<readonly NodeRecord[]> {
  // People's nodes are looked at one and all: who they are may change with no rule at all.
  const nodes = (await tx.nodes.list()).filter(({ kind }) => kind !== 'person')
  if (!before) return nodes
  const { gone, come } = changedRules(before, after)
  if (gone.length + come.length === 0) return []
  const network = new Network(await Promise.all(nodes.map((node) => toSubject(tx, node))))
  const engines = [
    new AccessEngine({ ...before, rules: gone }, network),
    new AccessEngine({ ...after, rules: come }, network),
  ]
  return nodes.filter((_, index) => engines.some((engine) => engine.rulesOf(index).length > 0))
}

async function toSubject(tx: Transaction, node: NodeRecord): Promise<Node> {
  const lease = node.kind === 'agent' ? undefined : await tx.leases.find(node.id)
  return toAccessNode(node, lease && claimsOfLease(lease))
}

export function newEdge(
  random: Random,
  edge: Pick<EdgeRecord, 'source' | 'target' | 'ports' | 'ranges' | 'approval'> & {
    readonly version: number
  },
): EdgeRecord {
  const { version, ...rest } = edge
  return { id: `e-${encodeHex(random.bytes(16))}`, ...rest, addedVersion: version, removedVersion: null }
}

async function wantedTargets(
  tx: Transaction,
  rules: AccessRules,
  node: NodeRecord,
  agents: readonly NodeRecord[],
  standing: readonly EdgeRecord[],
): Promise<Wanted> {
  if (node.kind === 'agent') {
    const others = agents.filter(({ id }) => id !== node.id)
    const granted = grantedTargets(rules, toAccessNode(node), others)
    return new Map(granted.map(({ target, ports }) => [target.id, ports]))
  }
  const lease = await tx.leases.find(node.id)
  if (!lease) return new Map()
  const reached = agents.filter(({ id }) => standing.some(({ target }) => target === id))
  const approvedFor = lease.approval === null ? undefined : node.environment
  const granted = narrowedToDeployments(
    grantedTargets(rules, toAccessNode(node, claimsOfLease(lease)), reached, approvedFor),
  )
  return new Map(
    granted
      .filter(({ maxLeaseMs = Number.POSITIVE_INFINITY }) => lease.end - lease.start <= maxLeaseMs)
      .map(({ target, ports }) => [target.id, ports]),
  )
}
