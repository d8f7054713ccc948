/**
 * A group of writes in one transaction, each in a savepoint of its own, so that one that fails takes nothing
 * of the others with it.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { StoreProbe } from '../contract.ts'
import type { QueuedWrite } from '../write-queue.ts'

export interface Write extends QueuedWrite {
  /** False: a power cut may take it back; the end of the process cannot. */
  readonly isDurable: boolean
  readonly work: () => Promise<unknown>
}

export async function commitGroup(
  database: DatabaseSync,
  group: readonly Write[],
  probe: StoreProbe | undefined,
): Promise<void> {
  const done = new Map<Write, unknown>()
  const refused = new Map<Write, unknown>()
  try {
    const isDurable = group.some((write) => write.isDurable)
    database.exec(
      isDurable
        ? 'PRAGMA synchronous = FULL; BEGIN IMMEDIATE'
        : 'PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE',
    )
    for (const write of group) await attempt(database, write, done, refused)
    for (const { name } of done.keys()) probe?.reached(`before commit: ${name}`)
    database.exec('COMMIT')
    for (const { name } of done.keys()) probe?.reached(`after commit: ${name}`)
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK')
    if (group.length === 1) return group[0]!.reject(refused.get(group[0]!) ?? thrown)
    // One of them brought all down, or the disk did: each by itself, so that it fails alone.
    for (const write of group) await commitGroup(database, [write], probe)
    return
  }
  for (const [write, result] of done) write.resolve(result)
  for (const [write, thrown] of refused) write.reject(thrown)
}

/** @throws what ended the whole transaction, not only this write's part of it */
async function attempt(
  database: DatabaseSync,
  write: Write,
  done: Map<Write, unknown>,
  refused: Map<Write, unknown>,
): Promise<void> {
  database.exec('SAVEPOINT one')
  try {
    done.set(write, await write.work())
    database.exec('RELEASE one')
  } catch (thrown) {
    done.delete(write)
    refused.set(write, thrown)
    if (!database.isTransaction) throw thrown
    database.exec('ROLLBACK TO one; RELEASE one')
  }
}
