/**
 * The end of a recovery: what was handed out before and cannot be accounted for is void, the log says that the
 * coordinator was restored, and the mark is gone, all in one transaction.
 */
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import { formatTimestamp, type Timestamp } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { skipMapVersions } from '../netmap/network-map.ts'
import { writeNodeEnd } from '../nodes/membership.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import { clearMark, findMark } from './recovery.ts'

/** More than could be given between two backups. */
const MAP_VERSIONS_LOST = 1_000_000_000

export interface Voided {
  readonly secrets: number
  readonly leases: number
}

/** @throws RequestRefusal `not-found` where none is under way */
export async function endRecovery(context: CoordinatorContext, why: string): Promise<Voided> {
  const { store, log, clock, diagnostics } = context
  const voided = await store.write('recovery end', async (tx) => {
    if ((await findMark(tx)) === undefined) {
      throw new RequestRefusal('not-found', { message: 'this coordinator is not recovering' })
    }
    return voidWhatWasHandedOut(tx, clock.now())
  })
  await log.integrate()
  diagnostics.log('warn', 'the recovery has ended: the coordinator serves', { why, ...voided })
  return voided
}

/** Enrolment secrets, logins, and the leases of runners; and no recovery is under way from here on. */
export async function voidWhatWasHandedOut(tx: Transaction, now: Timestamp): Promise<Voided> {
  await tx.documents.clear('recovery-report')
  await clearMark(tx)
  const secrets = await tx.enrolments.voidUnused(now)
  for (const kind of ['session', 'login'] as const) await tx.documents.clear(kind)
  const leases = await tx.leases.listEnded(Number.MAX_SAFE_INTEGER as Timestamp)
  for (const { nodeId } of leases) await writeNodeEnd(tx, nodeId, 'lease-ended', now)
  await skipMapVersions(tx, MAP_VERSIONS_LOST)
  const size = await tx.log.size()
  await tx.log.append(emitLogEntry({ type: 'restored', version: 1, at: formatTimestamp(now), size }))
  return { secrets, leases: leases.length }
}
