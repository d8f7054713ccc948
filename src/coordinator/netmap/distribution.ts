/** Brings changes of the map to the nodes that they concern, over the streams that are open here. */
import type { CoordinatorContext } from '../context.ts'
import { makeDelta } from './network-map.ts'

/**
 * Tells the relay and each of the nodes what changed since it was last told; a node without a stream
 * here resumes later. The nodes are all that a change touches, the changed one included.
 */
export async function distribute(context: CoordinatorContext, nodeIds: Iterable<string>): Promise<void> {
  const touched = new Set(nodeIds)
  const gone = await context.store.read((tx) => context.edgeIndex.refresh(tx, touched))
  for (const key of gone) context.relay.expel(key)
  for (const nodeId of touched) {
    const session = context.sessions.find(nodeId)
    if (!session) continue
    await context.store.read(async (tx) => {
      const node = await tx.nodes.find(nodeId)
      if (node?.state !== 'active') return
      const delta = await makeDelta(tx, node, session.sentVersion, context.clock.now())
      // In the transaction, so that two distributions cannot overtake each other.
      session.sentVersion = delta.version
      session.send(delta)
    })
  }
}

/** Renews the expiry of every map that is held by a connected node. */
export async function renewMaps(context: CoordinatorContext): Promise<void> {
  await distribute(
    context,
    context.sessions.list().map(({ nodeId }) => nodeId),
  )
}
