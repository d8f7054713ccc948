import type { ReplyOf } from '../../api/route-table.ts'
import { formatTimestamp } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { makeSelf } from '../netmap/network-map.ts'
import type { Transaction } from '../store/contract.ts'
import type { NodeRecord } from '../store/records.ts'
import { PERSON_EVIDENCE } from './person-evidence.ts'

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
        person: await personOf(tx, node),
      })),
    )
    return { nodes }
  })
}

async function personOf(
  tx: Transaction,
  { id, owner }: NodeRecord,
): Promise<ReplyOf<'nodes'>['nodes'][number]['person']> {
  const evidence = owner === undefined ? undefined : (await PERSON_EVIDENCE.find(tx, id))?.value
  return evidence && owner !== undefined
    ? { issuer: evidence.issuer, subject: evidence.subject, session: owner }
    : null
}
