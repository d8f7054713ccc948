/**
 * The store on PostgreSQL, for one replica or several. Every write that the log and the counters depend on
 * is serialisable, is run again where it lost a race, and waits for its turn, which is the lock of
 * `write_order`: LOCK TABLE comes before the transaction's snapshot is taken, so that what it reads is the
 * newest, and it is given back by the commit, or by the server where the replica died. What one replica has
 * to write meanwhile is committed together.
 */
import { existsSync } from 'node:fs'
import type { Pool } from 'pg'
import { SallyportError } from '../../../base/errors.ts'
import type { Store, StoreProbe, Transaction } from '../contract.ts'
import { createWriteQueue } from '../write-queue.ts'
import { nameOf, openPool, withFreshClient } from './connection-pool.ts'
import { storeFailure } from './failure.ts'
import { commitGroup, type GroupOptions, type Write } from './group-commit.ts'
import { migratePostgres } from './migrations.ts'
import { openReplicaLink, WRITTEN_CHANNEL } from './replica-link.ts'
import { createReader } from './shared-read.ts'
import { copyToSqlite } from './sqlite-copy.ts'

export interface PostgresOptions {
  /** `postgres://user@host/database`; what it leaves out comes from the environment, as libpq does it. */
  readonly url: string
  readonly probe?: StoreProbe
  /** Where the store is copied before its schema changes: this name, with the schema's number behind it. */
  readonly keepBefore: string
}

const BEGIN_IN_ORDER = 'BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE write_order IN EXCLUSIVE MODE'
/** Its statements decide by unique keys, each by itself: nothing that they read must stay as it was. */
const BEGIN_APART = 'BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off'

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
  const commit = `NOTIFY ${WRITTEN_CHANNEL}, '${replicas.id}'; COMMIT`
  const inOrder = createWriter({ pool, probe, begin: BEGIN_IN_ORDER, commit })
  const apart = createWriter({ pool, probe, begin: BEGIN_APART, commit: 'COMMIT' })
  return {
    replicas,
    write: inOrder.write,
    writeApart: apart.write,
    read: createReader(pool),
    async close() {
      await Promise.all([inOrder.settled(), apart.settled()])
      await replicas.close()
      await pool.end()
    },
  }
}

function createWriter(options: GroupOptions) {
  const queue = createWriteQueue<Write>((group) => commitGroup(options, group))
  return {
    write<T>(name: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      queue.add({ name, work, resolve, reject })
      return promise as Promise<T>
    },
    settled: queue.settled,
  }
}
