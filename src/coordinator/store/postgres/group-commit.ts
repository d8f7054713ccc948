/**
 * A group of writes in one transaction, each in a savepoint of its own, so that one that fails takes nothing
 * of the others with it. A race that is lost, or a connection, is the group's: then all of it is run again.
 */
import type { Pool } from 'pg'
import type { StoreProbe, Transaction } from '../contract.ts'
import type { QueuedWrite } from '../write-queue.ts'
import { isConflict, isDisconnection, isOfStore, storeFailure } from './failure.ts'
import { type Plan, runTransaction, type Workbench } from './transaction-run.ts'

export interface Write extends QueuedWrite {
  readonly work: (tx: Transaction) => Promise<unknown>
}

export interface GroupOptions extends Pick<Plan<unknown>, 'begin' | 'commit'> {
  readonly pool: Pool
  readonly probe?: StoreProbe | undefined
}

type Outcome =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly thrown: unknown }

/** Settles every write of the group. */
export async function commitGroup(options: GroupOptions, group: readonly Write[]): Promise<void> {
  const { pool, begin, commit, probe } = options
  const name = [...new Set(group.map((write) => write.name))].join(', ')
  try {
    const work = async (workbench: Workbench): Promise<Map<Write, Outcome>> => {
      const outcomes = await runAll(workbench, group)
      for (const write of done(outcomes)) probe?.reached(`before commit: ${write.name}`)
      return outcomes
    }
    const outcomes = await runTransaction(pool, { name, begin, commit, work })
    for (const write of done(outcomes)) probe?.reached(`after commit: ${write.name}`)
    for (const [write, outcome] of outcomes) settle(write, outcome)
  } catch (thrown) {
    if (group.length > 1 && isOfStore(thrown) && !isDisconnection(thrown)) {
      // What is looked at only at the commit brought all down: each by itself, so that it fails alone.
      for (const write of group) await commitGroup(options, [write])
      return
    }
    for (const write of group) write.reject(asStoreError(write.name, thrown))
  }
}

async function runAll(workbench: Workbench, group: readonly Write[]): Promise<Map<Write, Outcome>> {
  const outcomes = new Map<Write, Outcome>()
  const [first] = group
  if (first && group.length === 1) {
    const result = await first.work(workbench.tables)
    await workbench.settled()
    return outcomes.set(first, { kind: 'done', result })
  }
  for (const write of group) outcomes.set(write, await runInSavepoint(workbench, write))
  return outcomes
}

/** @throws what ended the whole transaction, not only this write's part of it */
async function runInSavepoint(workbench: Workbench, write: Write): Promise<Outcome> {
  const { sql, tables } = workbench
  await sql.send('SAVEPOINT one')
  try {
    const result = await write.work(tables)
    await workbench.settled()
    await sql.send('RELEASE one')
    return { kind: 'done', result }
  } catch (thrown) {
    const first = await workbench.settled().then(
      () => thrown,
      (refusal: unknown) => refusal,
    )
    if (isConflict(first) || isDisconnection(first)) throw first
    // Where the transaction itself could not begin, this fails as well, and all of it ends.
    await sql.run('ROLLBACK TO one')
    await sql.send('RELEASE one')
    return { kind: 'refused', thrown: asStoreError(write.name, first) }
  }
}

function done(outcomes: ReadonlyMap<Write, Outcome>): Write[] {
  return [...outcomes].flatMap(([write, { kind }]) => (kind === 'done' ? [write] : []))
}

function settle(write: Write, outcome: Outcome): void {
  if (outcome.kind === 'done') write.resolve(outcome.result)
  else write.reject(outcome.thrown)
}

function asStoreError(name: string, thrown: unknown): unknown {
  return isOfStore(thrown) ? storeFailure(`the store refused "${name}"`, thrown) : thrown
}
