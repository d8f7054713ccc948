/**
 * The ends and pauses of a node: leave, lease end, revocation, suspension. Each is one transaction with
 * its log entry; edges end in the same one, peers hear of it at once, and the stream is closed.
 */

import { emitLogEntry } from '../../api/messages/log-entry.ts'
import type { EndedReason } from '../../api/messages/network-map.ts'
import { formatTimestamp, HOUR, type Timestamp } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { distribute } from '../netmap/distribution.ts'
import { nextMapVersion } from '../netmap/network-map.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import type { NodeRecord, NodeState } from '../store/records.ts'

/** An address is free again this long after the signed end of the lease. */
export const ADDRESS_REST = HOUR

type End = 'left' | 'lease-ended' | 'session-ended' | 'revoked'
const STATES: Readonly<Record<End, NodeState>> = {
  left: 'left',
  'lease-ended': 'ended',
  'session-ended': 'ended',
  revoked: 'revoked',
}

/** Nodes that ended in one transaction. */
export interface EndedNodes {
  readonly ended: readonly string[]
  /** Whose maps change with that. */
  readonly touched: ReadonlySet<string>
}

/** Ends a node for good. @throws RequestRefusal `not-found` where it is not active or suspended */
export async function endNode(context: CoordinatorContext, nodeId: string, end: End): Promise<void> {
  const peers = await context.store.write(`end node: ${end}`, (tx) =>
    writeNodeEnd(tx, nodeId, end, context.clock.now()),
  )
  context.sessions.find(nodeId)?.end(end)
  await context.log.integrate()
  await distribute(context, [nodeId, ...peers])
}

/** Tells everybody concerned of what a transaction ended. */
export async function announceEnds(
  context: CoordinatorContext,
  { ended, touched }: EndedNodes,
  reason: EndedReason,
): Promise<void> {
  for (const id of ended) context.sessions.find(id)?.end(reason)
  await context.log.integrate()
  await distribute(context, touched)
}

/** Pauses a node until a person chooses: its peers drop it, its requests are refused. */
export async function suspendNode(context: CoordinatorContext, nodeId: string): Promise<void> {
  await changeState(context, nodeId, 'active', 'suspended')
}

/** @throws RequestRefusal `not-found` where it is not suspended */
export async function resumeNode(context: CoordinatorContext, nodeId: string): Promise<void> {
  await changeState(context, nodeId, 'suspended', 'active')
}

/** Ends every lease whose time has come, or that has lasted for its time. @returns how many */
export async function endExpiredLeases(context: CoordinatorContext): Promise<number> {
  const now = context.clock.now()
  const expired = await context.store.read((tx) => tx.leases.listEnded(now))
  const ended = new Set([...expired.map(({ nodeId }) => nodeId), ...context.leaseWatch.due()])
  for (const nodeId of ended) {
    try {
      await endNode(context, nodeId, 'lease-ended')
    } catch (thrown) {
      // It left or was revoked between the two transactions: there is nothing left to end.
      if (!(thrown instanceof RequestRefusal)) throw thrown
    }
  }
  return ended.size
}

/** Looks which leases there are, for the day that the clock is set back. */
export async function watchLeases({ store, leaseWatch }: CoordinatorContext): Promise<void> {
  leaseWatch.note(await store.read((tx) => tx.leases.listEnded(Number.MAX_SAFE_INTEGER as Timestamp)))
}

export async function writeNodeEnds(
  tx: Transaction,
  nodeIds: readonly string[],
  end: End,
  now: Timestamp,
): Promise<EndedNodes> {
  const touched = new Set<string>(nodeIds)
  for (const id of nodeIds) for (const peer of await writeNodeEnd(tx, id, end, now)) touched.add(peer)
  return { ended: nodeIds, touched }
}

/** @returns the nodes that were its peers */
export async function writeNodeEnd(
  tx: Transaction,
  nodeId: string,
  end: End,
  now: Timestamp,
): Promise<readonly string[]> {
  const node = await findLive(tx, nodeId)
  const peers = await removeNode(tx, node, end, now)
  const at = formatTimestamp(now)
  await tx.log.append(emitLogEntry({ type: 'node-end', version: 1, at, node: node.id, reason: end }))
  return peers
}

/** The end of a node without its log entry. @returns the nodes that were its peers */
export async function removeNode(
  tx: Transaction,
  { id, kind }: NodeRecord,
  end: End,
  now: Timestamp,
): Promise<readonly string[]> {
  const lease = await tx.leases.find(id)
  const version = await nextMapVersion(tx)
  await tx.nodes.change(id, version, { state: STATES[end] })
  // The signed end counts, not the moment of leaving: agents keep the peer no longer than that. A person's
  // device comes back to its address, unless somebody put an end to it.
  if (kind !== 'person' || end === 'revoked')
    await tx.nodes.releaseAddress(id, (Math.max(lease?.end ?? now, now) + ADDRESS_REST) as Timestamp)
  const edges = await tx.edges.removeOf(id, version)
  return edges.map(({ source, target }) => (source === id ? target : source))
}

async function changeState(
  context: CoordinatorContext,
  nodeId: string,
  from: NodeState,
  to: 'suspended' | 'active',
): Promise<void> {
  const peers = await context.store.write(`node: ${to}`, async (tx) => {
    const node = await findLive(tx, nodeId)
    if (node.state !== from) return []
    await tx.nodes.change(nodeId, await nextMapVersion(tx), { state: to })
    const at = formatTimestamp(context.clock.now())
    const type = to === 'suspended' ? 'node-suspended' : 'node-resumed'
    await tx.log.append(emitLogEntry({ type, version: 1, at, node: nodeId }))
    const edges = await tx.edges.listOf(nodeId)
    return edges.map(({ source, target }) => (source === nodeId ? target : source))
  })
  const reason: EndedReason = 'suspended'
  if (to === 'suspended') context.sessions.find(nodeId)?.end(reason)
  await context.log.integrate()
  await distribute(context, [nodeId, ...peers])
}

async function findLive(tx: Transaction, nodeId: string): Promise<NodeRecord> {
  const node = await tx.nodes.find(nodeId)
  if (node && (node.state === 'active' || node.state === 'suspended')) return node
  throw new RequestRefusal('not-found', { message: `there is no node ${nodeId}` })
}
