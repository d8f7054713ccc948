/** Withdrawing an approval: it only forbids, so the coordinator alone may do it. Edges that it granted end at once. */

import { emitLogEntry } from '../../api/messages/log-entry.ts'
import { formatTimestamp } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { distribute } from '../netmap/distribution.ts'
import { nextMapVersion } from '../netmap/network-map.ts'
import { RequestRefusal } from '../request-refusal.ts'

/** @throws RequestRefusal `not-found` */
export async function revokeApproval(context: CoordinatorContext, digest: string): Promise<void> {
  const now = context.clock.now()
  const nodes = await context.store.write('approval revocation', async (tx) => {
    const statement = await tx.submissions.findStatement(digest)
    if (!statement || statement.envelope === null) {
      throw new RequestRefusal('not-found', { message: `there is no approval ${digest}` })
    }
    if (statement.revokedAt !== null) return []
    await tx.submissions.revoke(digest, now)
    const { application, environment } = statement
    const at = formatTimestamp(now)
    await tx.log.append(
      emitLogEntry({ type: 'approval-revoked', version: 1, at, application, environment, approval: digest }),
    )
    const edges = await tx.edges.removeByApproval(digest, await nextMapVersion(tx))
    return edges.flatMap(({ source, target }) => [source, target])
  })
  await context.log.integrate()
  await distribute(context, nodes)
}
