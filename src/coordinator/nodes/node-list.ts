import type { ReplyOf } from '../../api/route-table.ts'
import { formatTimestamp } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { makeSelf } from '../netmap/network-map.ts'

/** Active and suspended nodes, for an admin. */
export async function listNodes({
  store,
  sessions,
  replicas,
}: Pick<CoordinatorContext, 'store' | 'sessions' | 'replicas'>): Promise<ReplyOf<'nodes'>> {
  const elsewhere = await replicas.heldElsewhere()
  return store.read(async (tx) => {
    const nodes = await Promise.all(
      (await tx.nodes.list()).map(async (node) => ({
        ...(await makeSelf(tx, node)),
        state: node.state === 'suspended' ? ('suspended' as const) : ('active' as const),
        machineKey: node.machineKey,
        wireguardKey: node.wireguardKey,
        connected: sessions.find(node.id) !== undefined || elsewhere.has(node.id),
        createdAt: formatTimestamp(node.createdAt),
      })),
    )
    return { nodes }
  })
}
