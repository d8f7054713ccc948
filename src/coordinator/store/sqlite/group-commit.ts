/**
 * Writes of one process, in their order. What waits when the disk is free is committed together, each in a
 * savepoint of its own, so that one sync serves them all: the disk's syncs, not their number, set the pace.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { StoreProbe } from '../contract.ts'

/** Bounds how long the first of a group waits for the last. */
const MAX_GROUP = 64

export interface Write {
  readonly name: string
  /** False: a power cut may take it back; the end of the process cannot. */
  readonly isDurable: boolean
  readonly work: () => Promise<unknown>
  readonly resolve: (result: unknown) => void
  readonly reject: (thrown: unknown) => void
}

export interface Writer {
  add(write: Write): void
  /** Resolves when nothing waits. */
  settled(): Promise<void>
}

export function createWriter(database: DatabaseSync, probe: StoreProbe | undefined): Writer {
  const waiting: Write[] = []
  let running: Promise<void> | undefined
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      // What has arrived while the last group was synced joins this one.
      await new Promise((resolve) => setImmediate(resolve))
      await commit(database, waiting.splice(0, MAX_GROUP), probe)
    }
    running = undefined
  }
  return {
    add(write) {
      waiting.push(write)
      running ??= drain()
    },
    settled: async () => running,
  }
}

async function commit(
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
    for (const write of group) await commit(database, [write], probe)
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
