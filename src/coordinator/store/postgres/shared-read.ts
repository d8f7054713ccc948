/**
 * Reads that are asked for at once share one transaction, and with it their round trips: what waits while
 * every reader is busy makes the next. Each sees one state, which is no older than its call.
 */
import type { Pool } from 'pg'
import type { Transaction } from '../contract.ts'
import { isOfStore, storeFailure } from './failure.ts'
import { runTransaction } from './transaction-run.ts'

const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
/** Of the pool's connections; the others are for writes, and for what replicas say. */
const READERS = 4
/** One that reads for long keeps those that share its transaction waiting. */
const MAX_SHARED = 64

interface Read {
  readonly work: (tx: Transaction) => Promise<unknown>
  readonly resolve: (result: unknown) => void
  readonly reject: (thrown: unknown) => void
}

export type Reader = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

export function createReader(pool: Pool): Reader {
  const waiting: Read[] = []
  let busy = 0
  let isScheduled = false
  const begin = (): void => {
    isScheduled = false
    while (busy < READERS && waiting.length > 0) {
      busy++
      runShared(pool, waiting.splice(0, MAX_SHARED)).finally(() => {
        busy--
        begin()
      })
    }
  }
  return <T>(work: (tx: Transaction) => Promise<T>) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    waiting.push({ work, resolve, reject })
    if (!isScheduled) {
      isScheduled = true
      // After everything that is ready to run now, so that what it asks for comes along.
      process.nextTick(begin)
    }
    return promise as Promise<T>
  }
}

/** Settles every read. */
async function runShared(pool: Pool, reads: readonly Read[]): Promise<void> {
  try {
    const settle = await runTransaction(pool, {
      name: 'read',
      begin: BEGIN,
      commit: 'COMMIT',
      async work({ tables, settled }) {
        const outcomes = await Promise.allSettled(reads.map(({ work }) => work(tables)))
        // A statement that failed ended the transaction for all that came after it.
        await settled()
        return () => {
          for (const [at, outcome] of outcomes.entries()) {
            if (outcome.status === 'fulfilled') reads[at]!.resolve(outcome.value)
            else reads[at]!.reject(outcome.reason)
          }
        }
      },
    })
    settle()
  } catch (thrown) {
    if (reads.length === 1) {
      reads[0]!.reject(isOfStore(thrown) ? storeFailure('the store refused "read"', thrown) : thrown)
    } else for (const read of reads) await runShared(pool, [read])
  }
}
