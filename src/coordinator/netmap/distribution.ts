/** Brings changes of the map to the nodes that they concern, over the streams that are open here. */
import type { EndedReason } from '../../api/messages/network-map.ts'
import type { CoordinatorContext } from '../context.ts'
import type { NodeRecord, NodeState } from '../store/records.ts'
import { makeDelta } from './network-map.ts'
import type { Session } from './session-registry.ts'

/**
 * Tells the relay and each of the nodes what changed since it was last told; a node without a stream
 * here resumes later, and one that may not be here any more is sent away. The nodes are all that a change
 * touches, the changed one included.
 */
export async function distribute(context: CoordinatorContext, nodeIds: Iterable<string>): Promise<void> {
  const touched = new Set(nodeIds)
  for (const key of await context.edgeIndex.refresh(context.store, touched)) context.relay.expel(key)
  const sessions = [...touched].map((nodeId) => context.sessions.find(nodeId)).filter((found) => !!found)
  await Promise.all(sessions.map((session) => sendDelta(context, session, 'news')))
}

/** Renews the expiry of every map that is held by a connected node. */
export async function renewMaps(context: CoordinatorContext): Promise<void> {
  const { sessions } = context
  for (const session of sessions.list()) await sendDelta(context, session, 'renewal')
}

async function sendDelta(
  context: CoordinatorContext,
  session: Session,
  purpose: 'news' | 'renewal',
): Promise<void> {
  await session.turn(() =>
    context.store.read(async (tx) => {
      const node = await tx.nodes.find(session.nodeId)
      if (node?.state !== 'active') return session.end(reasonOf(node))
      const delta = await makeDelta(tx, node, session.sentVersion, context.clock.now())
      const isKnown = delta.version === session.sentVersion
      if (isKnown && purpose === 'news') return
      session.sentVersion = delta.version
      session.send(delta)
    }),
  )
}

const REASONS: Readonly<Record<Exclude<NodeState, 'active'>, EndedReason>> = {
  suspended: 'suspended',
  revoked: 'revoked',
  left: 'left',
  ended: 'lease-ended',
}

export function reasonOf(node: NodeRecord | undefined): EndedReason {
  return node === undefined || node.state === 'active' ? 'revoked' : REASONS[node.state]
}
