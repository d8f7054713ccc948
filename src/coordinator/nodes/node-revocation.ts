/**
 * A node is ended for good by somebody who operates. A person's goes with the session that brought it, and
 * with the session's other nodes: whoever has the session's key would be back with new ones at once.
 */
import type { CoordinatorContext } from '../context.ts'
import { writeSessionEnd } from '../logins/session-end.ts'
import { announceEnds, writeNodeEnds } from './membership.ts'

/** @param by as the log names who did it. @throws RequestRefusal `not-found` */
export async function revokeNode(context: CoordinatorContext, nodeId: string, by: string): Promise<void> {
  const ends = await context.store.write('end node: revoked', async (tx) => {
    const now = context.clock.now()
    const owner = (await tx.nodes.find(nodeId))?.owner
    const revoked = await writeNodeEnds(tx, [nodeId], 'revoked', now)
    const others = owner === undefined ? undefined : await writeSessionEnd(tx, owner, by, now)
    return { revoked, others }
  })
  await announceEnds(context, ends.revoked, 'revoked')
  if (ends.others) await announceEnds(context, ends.others, 'session-ended')
}
