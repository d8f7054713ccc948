/** People's nodes whose session does not stand any more, whatever the reason: found by time, not by an event. */
import { findPersonSource } from '../access/person-source.ts'
import type { CoordinatorContext } from '../context.ts'
import { RequestRefusal } from '../request-refusal.ts'
import { endNode } from './membership.ts'

/** @returns how many were ended */
export async function endStrayNodes(context: CoordinatorContext): Promise<number> {
  const now = context.clock.now()
  const stray = await context.store.read(async (tx) => {
    const file = (await context.environments(tx))?.file
    const found: string[] = []
    for (const node of await tx.nodes.listPersonal())
      if (!(await findPersonSource(tx, file, node, now))) found.push(node.id)
    return found
  })
  for (const id of stray) {
    try {
      await endNode(context, id, 'session-ended')
    } catch (thrown) {
      // It left between the two transactions, or another replica ended it.
      if (!(thrown instanceof RequestRefusal)) throw thrown
    }
  }
  return stray.length
}
