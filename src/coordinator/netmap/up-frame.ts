/** What a node says on its stream: what it holds, and where it was seen. */
import type { UpFrame } from '../../api/messages/stream.ts'
import type { CoordinatorContext } from '../context.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import type { NodeRecord } from '../store/records.ts'
import { distribute } from './distribution.ts'
import { nextMapVersion } from './network-map.ts'

/** @throws RequestRefusal `revoked` where the node is not active any more */
export async function handleUpFrame(
  context: CoordinatorContext,
  nodeId: string,
  frame: UpFrame,
): Promise<void> {
  switch (frame.kind) {
    case 'acknowledge': {
      await context.store.read((tx) => findActive(tx, nodeId))
      const refused = new Map(frame.refused.map(({ node, reason }) => [node, reason]))
      const acknowledgement = { version: frame.version, refused }
      context.sessions.acknowledge(nodeId, acknowledgement)
      context.replicas.acknowledged(nodeId, acknowledgement)
      return
    }
    case 'endpoints':
      await changeEndpoints(context, nodeId, frame.endpoints)
  }
}

async function changeEndpoints(
  context: CoordinatorContext,
  nodeId: string,
  endpoints: readonly string[],
): Promise<void> {
  const peers = await context.store.write('endpoints', async (tx) => {
    const node = await findActive(tx, nodeId)
    if (node.endpoints.join() === endpoints.join()) return []
    await tx.nodes.change(nodeId, await nextMapVersion(tx), { endpoints })
    const edges = await tx.edges.listOf(nodeId)
    return edges.map(({ source, target }) => (source === nodeId ? target : source))
  })
  await distribute(context, peers)
}

async function findActive(tx: Transaction, nodeId: string): Promise<NodeRecord> {
  const node = await tx.nodes.find(nodeId)
  if (node?.state === 'active') return node
  throw new RequestRefusal('revoked', { message: 'this node is not active any more' })
}
