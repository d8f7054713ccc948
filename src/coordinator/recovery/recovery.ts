/**
 * A coordinator that came back from a backup (protocols §7) serves nothing but its own recovery: it writes no
 * log entry of its own before it knows how far the log had gone, so that the log never forks. The mark stands
 * in the store, written by the restore and taken away by the transaction that ends the recovery.
 */
import * as z from 'zod'
import { decode } from '../../base/decode.ts'
import { SallyportError } from '../../base/errors.ts'
import { parseStrictJson } from '../../base/json.ts'
import { formatTimestamp, type Timestamp } from '../../base/time.ts'
import { timestampText } from '../../trust/vocabulary.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Store, Transaction } from '../store/contract.ts'

const NAME = 'recovery'
const counts = z.record(z.string(), z.int().min(0))

const recoveryMark = z.strictObject({
  since: timestampText,
  /** Entries that the backup had. */
  restored: z.int().min(0),
  /** What entries that were brought made effective again, and what a person must do again, by kind. */
  replayed: counts,
  open: counts,
})
export type RecoveryMark = z.infer<typeof recoveryMark>

export interface Recovery {
  /** Asks the store only while it was open when asked last: a recovery that is over never comes back. */
  isOpen(): Promise<boolean>
}

export async function openRecovery(store: Store): Promise<Recovery> {
  const ask = () => store.read(async (tx) => (await findMark(tx)) !== undefined)
  let isOpen = await ask()
  return {
    async isOpen() {
      if (isOpen) isOpen = await ask()
      return isOpen
    },
  }
}

export async function beginRecovery(tx: Transaction, now: Timestamp): Promise<void> {
  const since = formatTimestamp(now)
  await putMark(tx, { since, restored: await tx.log.size(), replayed: {}, open: {} })
}

export async function findMark(tx: Transaction): Promise<RecoveryMark | undefined> {
  const text = (await tx.settings.find(NAME)) ?? ''
  if (text === '') return undefined
  const source = 'the mark of the recovery in the store'
  return decode(recoveryMark, parseStrictJson(text, { source, maxBytes: 64 * 1024 }), { source })
}

export async function putMark(tx: Transaction, mark: RecoveryMark): Promise<void> {
  await tx.settings.put(NAME, JSON.stringify(mark))
}

export async function clearMark(tx: Transaction): Promise<void> {
  await tx.settings.put(NAME, '')
}

/** @throws RequestRefusal `recovering` */
export async function refuseWhileRecovering({ isOpen }: Recovery): Promise<void> {
  if (!(await isOpen())) return
  throw new RequestRefusal('recovering', {
    message:
      'this coordinator came back from a backup and asks its agents what it lacks; nothing is served before',
    help: 'try again later; operations: sallyport recovery show',
  })
}

/** For commands that write to the store beside the coordinator. @throws `STORE_FAILED` */
export async function refuseRecoveringStore(store: Store): Promise<void> {
  if ((await store.read(findMark)) === undefined) return
  throw new SallyportError('STORE_FAILED', {
    message:
      'this coordinator came back from a backup: until its recovery has ended, an entry written to the log could fork it',
    help: 'start it, and look at: sallyport recovery show',
  })
}
