/**
 * The end of a session: its key is worth nothing from then on, and the person's nodes that it brought leave
 * the mesh in the same transaction.
 */
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import { formatTimestamp, type Timestamp } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { announceEnds, type EndedNodes, writeNodeEnds } from '../nodes/membership.ts'
import type { Transaction } from '../store/contract.ts'
import { findSession, SESSIONS } from './session.ts'

/** @param by as the log names who did it; undefined where it was the person */
export async function endSession(context: CoordinatorContext, id: string, by?: string): Promise<boolean> {
  const ended = await context.store.write('session end', (tx) =>
    writeSessionEnd(tx, id, by, context.clock.now()),
  )
  if (!ended) return false
  await announceEnds(context, ended, 'session-ended')
  return true
}

/** @returns undefined where there is no such session any more */
export async function writeSessionEnd(
  tx: Transaction,
  id: string,
  by: string | undefined,
  now: Timestamp,
): Promise<EndedNodes | undefined> {
  const person = (await findSession(tx, id))?.person
  const isFirst = await SESSIONS.change(tx, id, (record) =>
    record.ended ? undefined : { ...record, ended: true, token: null },
  )
  if (!isFirst || person === undefined) return undefined
  const about = { version: 1, at: formatTimestamp(now), person, session: id } as const
  await tx.log.append(
    emitLogEntry(by === undefined ? { type: 'logout', ...about } : { type: 'session-end', ...about, by }),
  )
  const nodes = await tx.nodes.listPersonal(id)
  return writeNodeEnds(
    tx,
    nodes.map((node) => node.id),
    'session-ended',
    now,
  )
}
