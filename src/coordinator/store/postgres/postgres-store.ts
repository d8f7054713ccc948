/**
 * The store on PostgreSQL, for one replica or several. Every write is serialisable and is run again where
 * it lost a race. Writes that the log and the counters depend on wait for their turn, which is the lock of
 * `write_order`: LOCK TABLE comes before the transaction's snapshot is taken, so that what it reads is the
 * newest, and it is given back by the commit, or by the server where the replica died.
 */
import { existsSync } from 'node:fs'
import { Pool, type PoolClient, type QueryResult } from 'pg'
import { SallyportError } from '../../../base/errors.ts'
import { SECOND } from '../../../base/time.ts'
import type { Store, StoreProbe, Transaction } from '../contract.ts'
import { createTransaction } from '../sql/transaction.ts'
import { isConflict, isDisconnection, isOfStore, storeFailure } from './failure.ts'
import { migratePostgres } from './migrations.ts'
import { createPostgresSql, type PostgresSql } from './postgres-sql.ts'
import { openReplicaLink, WRITTEN_CHANNEL } from './replica-link.ts'
import { copyToSqlite } from './sqlite-copy.ts'

export interface PostgresOptions {
  /** `postgres://user@host/database`; what it leaves out comes from the environment, as libpq does it. */
  readonly url: string
  readonly probe?: StoreProbe
  /** Where the store is copied before its schema changes: this name, with the schema's number behind it. */
  readonly keepBefore: string
}

const CONNECTIONS = 10
const ATTEMPTS = 12
const BEGIN_IN_ORDER = 'BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE write_order IN EXCLUSIVE MODE'
const BEGIN_APART = 'BEGIN ISOLATION LEVEL SERIALIZABLE; SET LOCAL synchronous_commit = off'
const BEGIN_READ = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'

interface Plan<T> {
  readonly name: string
  readonly begin: string
  readonly commit: string
  readonly work: (tx: Transaction) => Promise<T>
}

/** @throws `STORE_FAILED` where the server cannot be reached, or a newer version wrote the database */
export async function openPostgresStore({ url, probe, keepBefore }: PostgresOptions): Promise<Store> {
  const pool = openPool(url)
  try {
    await withFreshClient(pool, (client) =>
      migratePostgres(client, nameOf(url), async (version) => {
        const path = `${keepBefore}.schema-${version}`
        if (!existsSync(path)) await copyToSqlite(client, version, path)
      }),
    )
    const replicas = await openReplicaLink(pool, url)
    return makeStore(pool, replicas, probe)
  } catch (thrown) {
    await pool.end()
    if (thrown instanceof SallyportError) throw thrown
    throw storeFailure(`${nameOf(url)} cannot be opened`, thrown)
  }
}

function makeStore(
  pool: Pool,
  replicas: Awaited<ReturnType<typeof openReplicaLink>>,
  probe: StoreProbe | undefined,
): Store {
  let turn: Promise<unknown> = Promise.resolve()
  const commit = `NOTIFY ${WRITTEN_CHANNEL}, '${replicas.id}'; COMMIT`
  return {
    replicas,
    write(name, work) {
      // Our own writes do not wait for each other with a connection each.
      const written = turn.then(() => run(pool, { name, begin: BEGIN_IN_ORDER, commit, work }, probe))
      turn = written.catch(() => undefined)
      return written
    },
    writeApart: (name, work) => run(pool, { name, begin: BEGIN_APART, commit: 'COMMIT', work }, probe),
    read: (work) => run(pool, { name: '', begin: BEGIN_READ, commit: 'COMMIT', work }, undefined),
    async close() {
      await turn
      await replicas.close()
      await pool.end()
    },
  }
}

/** Where from, without the password. */
export function nameOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  return parsed ? `postgres://${parsed.host}${parsed.pathname}` : 'the PostgreSQL store'
}

export function openPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'sallyport coordinator',
    connectionTimeoutMillis: 5 * SECOND,
    keepAlive: true,
    pipeline: true,
    statement_timeout: 30 * SECOND,
    // A replica that hangs with a transaction open does not keep the others waiting.
    idle_in_transaction_session_timeout: 10 * SECOND,
  })
  // A connection that fails says so to the statement that uses it; without a listener it would end the process.
  const ignore = (): void => undefined
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

/** A connection for what takes longer than a statement may, closed afterwards. */
export async function withFreshClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0')
    return await work(client)
  } finally {
    client.release(true)
  }
}

async function run<T>(pool: Pool, plan: Plan<T>, probe: StoreProbe | undefined): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(pool, plan, probe)
    } catch (thrown) {
      const again = isConflict(thrown) || isDisconnection(thrown)
      if (again && attempt < ATTEMPTS) {
        await pause(Math.min(SECOND, 2 ** attempt * (isConflict(thrown) ? 1 : 4)))
        continue
      }
      throw isOfStore(thrown) ? storeFailure(`the store refused "${plan.name || 'read'}"`, thrown) : thrown
    }
  }
}

async function runOnce<T>(pool: Pool, plan: Plan<T>, probe: StoreProbe | undefined): Promise<T> {
  const client = await pool.connect()
  const { sql, transaction } = workbenchOf(client)
  let isEnding = false
  let broken = false
  // Nobody waits for it: what follows is answered after it, and fails where it failed.
  const begun = client.query(plan.begin)
  begun.catch(() => undefined)
  try {
    const result = await plan.work(transaction)
    if (plan.name !== '') {
      await begun
      await sql.settled()
      probe?.reached(`before commit: ${plan.name}`)
    }
    isEnding = true
    refuseSilentRollback(await client.query(plan.commit))
    if (plan.name !== '') probe?.reached(`after commit: ${plan.name}`)
    return result
  } catch (thrown) {
    // The first refusal says why; the others, that there was one.
    const first = await begun
      .then(() => sql.settled())
      .then(
        () => thrown,
        (refusal: unknown) => refusal,
      )
    broken = isDisconnection(first) || !(await rollBack(client))
    // Nobody knows whether it was committed: a second time it could be done twice.
    if (isEnding && isDisconnection(first)) throw unknownOutcome(plan.name, first)
    throw first
  } finally {
    client.release(broken)
  }
}

interface Workbench {
  readonly sql: PostgresSql
  readonly transaction: Transaction
}

const workbenches = new WeakMap<PoolClient, Workbench>()

function workbenchOf(client: PoolClient): Workbench {
  let workbench = workbenches.get(client)
  if (!workbench) {
    const sql = createPostgresSql(client)
    workbench = { sql, transaction: createTransaction(sql) }
    workbenches.set(client, workbench)
  }
  return workbench
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
    message: `the connection was lost while "${name || 'read'}" was being committed`,
    help: 'ask again: what was done is not done twice',
    cause,
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
