/** Sessions that stand, judged by the configuration of the moment. */
import type { SessionSummary } from '../../api/messages/login.ts'
import { formatTimestamp } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { RequestRefusal } from '../request-refusal.ts'
import { type Account, personIdOf } from './person.ts'
import { describeSession, judgeSession, SESSIONS } from './session.ts'

/** @param of one account's; absent: everybody's */
export async function listSessions(
  { store, environments, clock }: Pick<CoordinatorContext, 'store' | 'environments' | 'clock'>,
  of?: Account,
): Promise<SessionSummary[]> {
  return store.read(async (tx) => {
    const file = (await environments(tx))?.file
    const found: SessionSummary[] = []
    for (const { id, value } of await SESSIONS.list(tx, of && personIdOf(of))) {
      try {
        const session = await judgeSession(tx, file, value, clock.now())
        const nodes = await tx.nodes.listPersonal(id)
        found.push({
          ...describeSession(session),
          session: id,
          startedAt: formatTimestamp(value.startedAt),
          nodes: nodes.map(({ name }) => name),
        })
      } catch (thrown) {
        // One that has ended, or whose account is on no list any more, does not stand.
        if (!(thrown instanceof RequestRefusal)) throw thrown
      }
    }
    return found
  })
}
