/**
 * A person is forgotten: sessions and nodes end, roles that a code granted are gone, and so is the key of the
 * HMACs by which the log names them. Who may log in stands in environments.yml, and stays there.
 */
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import { formatTimestamp, type Timestamp } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { ADDRESS_REST, announceEnds, type EndedNodes } from '../nodes/membership.ts'
import { dropSlots } from '../nodes/person-slot.ts'
import { dropGrant } from './first-admin.ts'
import { type Account, findPseudonym, forgetPerson, personIdOf } from './person.ts'
import { SESSIONS } from './session.ts'
import { writeSessionEnd } from './session-end.ts'

export interface Forgotten {
  /** False where nobody of that id was known. */
  readonly known: boolean
  readonly sessions: number
  readonly nodes: number
}

/** @param by as the log names who did it */
export async function forget(context: CoordinatorContext, account: Account, by: string): Promise<Forgotten> {
  const now = context.clock.now()
  const ends = await context.store.write('person forgotten', async (tx) => {
    const person = (await findPseudonym(tx, account)) ?? null
    const ended: EndedNodes[] = []
    for (const { id } of await SESSIONS.list(tx, personIdOf(account))) {
      const end = await writeSessionEnd(tx, id, by, now)
      if (end) ended.push(end)
      await SESSIONS.remove(tx, id)
    }
    await dropSlots(tx, account, (now + ADDRESS_REST) as Timestamp)
    const hadGrant = await dropGrant(tx, account)
    const wasKnown = await forgetPerson(tx, account)
    const known = wasKnown || hadGrant
    if (known) {
      const at = formatTimestamp(now)
      await tx.log.append(emitLogEntry({ type: 'person-forgotten', version: 1, at, person, by }))
    }
    return { ended, known }
  })
  for (const end of ends.ended) await announceEnds(context, end, 'session-ended')
  await context.log.integrate()
  return {
    known: ends.known,
    sessions: ends.ended.length,
    nodes: ends.ended.reduce((sum, { ended }) => sum + ended.length, 0),
  }
}
