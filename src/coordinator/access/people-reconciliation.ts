/**
 * People's nodes brought in line with the registered files: who may not be here any more leaves, and the
 * others hold the edges that the rules give their user now. In the transaction that registers the files.
 */
import type { Random } from '../../base/random.ts'
import type { Timestamp } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { nextMapVersion } from '../netmap/network-map.ts'
import { writeNodeEnd } from '../nodes/membership.ts'
import type { Transaction } from '../store/contract.ts'
import type { EdgeRecord, NodeRecord } from '../store/records.ts'
import { liveAgents } from './agent-directory.ts'
import { type GrantedTarget, grantedTargets } from './granted-targets.ts'
import { findPersonSource } from './person-source.ts'
import { newEdge, type Reconciliation } from './reconciliation.ts'

export interface PeopleReconciliation extends Reconciliation {
  /** Nodes whose session does not stand any more. */
  readonly ended: readonly string[]
}

type Files = Pick<CoordinatorContext, 'environments' | 'accessRules' | 'random'>

export async function reconcilePeople(
  { environments, accessRules, random }: Files,
  tx: Transaction,
  now: Timestamp,
): Promise<PeopleReconciliation> {
  const nodes = await tx.nodes.listPersonal()
  if (nodes.length === 0) return { added: 0, removed: 0, touched: new Set(), ended: [] }
  const file = (await environments(tx))?.file
  const rules = (await accessRules(tx))?.rules
  const agents = await liveAgents(tx)
  const version = await nextMapVersion(tx)
  const touched = new Set<string>()
  const ended: string[] = []
  let added = 0
  let removed = 0
  for (const node of nodes) {
    const source = await findPersonSource(tx, file, node, now)
    if (!source) {
      const peers = await writeNodeEnd(tx, node.id, 'session-ended', now)
      removed += peers.length
      for (const id of [node.id, ...peers]) touched.add(id)
      ended.push(node.id)
      continue
    }
    const granted = rules ? grantedTargets(rules, source, agents) : []
    const change = await changeEdges(tx, node, await withinLease(tx, node, granted), { version, random })
    added += change.added
    removed += change.removed
    for (const id of change.touched) touched.add(id)
  }
  return { added, removed, touched, ended }
}

/** The lease stays as it is: what may not last as long is not opened. */
async function withinLease(
  tx: Transaction,
  { id }: NodeRecord,
  granted: readonly GrantedTarget[],
): Promise<GrantedTarget[]> {
  const lease = await tx.leases.find(id)
  if (!lease) return []
  return granted.filter(({ maxLeaseMs = Number.POSITIVE_INFINITY }) => lease.end - lease.start <= maxLeaseMs)
}

async function changeEdges(
  tx: Transaction,
  node: NodeRecord,
  granted: readonly GrantedTarget[],
  { version, random }: { readonly version: number; readonly random: Random },
): Promise<Reconciliation> {
  const standing = await tx.edges.listOf(node.id)
  const touched = new Set<string>()
  const isSame = (edge: EdgeRecord, { target, ranges }: GrantedTarget) =>
    edge.target === target.id && JSON.stringify(edge.ranges) === JSON.stringify(ranges)
  const gone = standing.filter((edge) => !granted.some((each) => isSame(edge, each)))
  const come = granted.filter((each) => !standing.some((edge) => isSame(edge, each)))
  for (const { id, target } of gone) {
    await tx.edges.remove(id, version)
    touched.add(node.id).add(target)
  }
  for (const { target, ports, ranges = [] } of come) {
    const edge = { source: node.id, target: target.id, ports, ranges, approval: null, version }
    await tx.edges.insert(newEdge(random, edge))
    touched.add(node.id).add(target.id)
  }
  return { added: come.length, removed: gone.length, touched }
}
