/** One transaction over one connection, run again where it lost a race or its connection before the commit. */
import type { Pool, PoolClient, QueryResult } from 'pg'
import { SallyportError } from '../../../base/errors.ts'
import { SECOND } from '../../../base/time.ts'
import type { Transaction } from '../contract.ts'
import { createTransaction } from '../sql/transaction.ts'
import { isConflict, isDisconnection } from './failure.ts'
import { createPostgresSql, type PostgresSql } from './postgres-sql.ts'

const ATTEMPTS = 12

export interface Plan<T> {
  /** What it is, for what is said of it when it fails. */
  readonly name: string
  readonly begin: string
  readonly commit: string
  readonly work: (workbench: Workbench) => Promise<T>
}

/** What a transaction works with; one per connection. */
export interface Workbench {
  readonly sql: PostgresSql
  readonly tables: Transaction
  /** Resolves when the transaction has begun, and everything that was sent is answered. @throws the first refusal */
  settled(): Promise<void>
}

/** @throws what PostgreSQL said at last, what the work threw, `STORE_FAILED` where nobody knows how it ended */
export async function runTransaction<T>(pool: Pool, plan: Plan<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(pool, plan)
    } catch (thrown) {
      const isAgain = isConflict(thrown) || isDisconnection(thrown)
      if (!isAgain || attempt >= ATTEMPTS) throw thrown
      await pause(Math.min(SECOND, 2 ** attempt * (isConflict(thrown) ? 1 : 4)))
    }
  }
}

async function runOnce<T>(pool: Pool, plan: Plan<T>): Promise<T> {
  const client = await pool.connect()
  const { sql, tables } = toolsOf(client)
  let isEnding = false
  let isBroken = false
  // Nobody waits for it: what follows is answered after it, and fails where it failed.
  const begun = sql.plain(plan.begin)
  begun.catch(() => undefined)
  const settled = async (): Promise<void> => {
    await begun
    await sql.settled()
  }
  try {
    const result = await plan.work({ sql, tables, settled })
    isEnding = true
    refuseSilentRollback(await sql.plain(plan.commit))
    return result
  } catch (thrown) {
    // The first refusal says why; the others, that there was one.
    const first = await settled().then(
      () => thrown,
      (refusal: unknown) => refusal,
    )
    isBroken = isDisconnection(first) || !(await rollBack(client))
    // Nobody knows whether it was committed: a second time it could be done twice.
    if (isEnding && isDisconnection(first)) throw unknownOutcome(plan.name, first)
    throw first
  } finally {
    client.release(isBroken)
  }
}

type Tools = Omit<Workbench, 'settled'>

const toolsByClient = new WeakMap<PoolClient, Tools>()

function toolsOf(client: PoolClient): Tools {
  let tools = toolsByClient.get(client)
  if (!tools) {
    const sql = createPostgresSql(client)
    tools = { sql, tables: createTransaction(sql) }
    toolsByClient.set(client, tools)
  }
  return tools
}

/** A COMMIT of a transaction in which a statement failed rolls back, and says so in its tag only. */
function refuseSilentRollback(answer: QueryResult | readonly QueryResult[]): void {
  const results = Array.isArray(answer) ? answer : [answer]
  if (results.at(-1)?.command === 'COMMIT') return
  throw new SallyportError('STORE_FAILED', { message: 'the transaction was rolled back at its commit' })
}

async function rollBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('ROLLBACK')
    return true
  } catch {
    // Then the connection is of no more use, and the server rolls back when it ends.
    return false
  }
}

function unknownOutcome(name: string, cause: unknown): SallyportError {
  return new SallyportError('STORE_FAILED', {
    message: `the connection was lost while "${name}" was being committed`,
    help: 'ask again: what was done is not done twice',
    cause,
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
