/** A PostgreSQL store as a whole, without serving from it: copied, filled, looked at. */

import type { PoolClient } from 'pg'
import { SallyportError } from '../../../base/errors.ts'
import { MIGRATIONS } from '../sql/schema.ts'
import { nameOf, openPool, withFreshClient } from './connection-pool.ts'
import { isOfStore, storeFailure } from './failure.ts'
import { migratePostgres, newerSchema, schemaVersionOf } from './migrations.ts'
import { copyFromSqlite, copyToSqlite } from './sqlite-copy.ts'

/** One snapshot of it as an SQLite file of the same schema; it serves on meanwhile. @throws `STORE_FAILED` */
export async function copyPostgres(url: string, path: string): Promise<void> {
  await withDatabase(url, async (client) => {
    const version = await schemaVersionOf(client)
    if (version > MIGRATIONS.length) throw newerSchema(nameOf(url), version)
    await copyToSqlite(client, version, path)
  })
}

/**
 * Fills an empty database from an SQLite file of the newest schema.
 *
 * @throws `DATA_DIRECTORY_INVALID` for a database that holds a log: nothing is ever written over
 */
export async function fillPostgres(url: string, path: string): Promise<void> {
  await withDatabase(url, async (client) => {
    await refuseFilledDatabase(client, nameOf(url))
    await migratePostgres(client, nameOf(url), async () => undefined)
    await copyFromSqlite(path, client)
  })
}

/** The schema's version; 0 for an empty database. */
export function versionOfPostgres(url: string): Promise<number> {
  return withDatabase(url, schemaVersionOf)
}

/** What of the server's configuration would let an acknowledged write be lost. */
export async function findUnsafeSettings(url: string): Promise<string[]> {
  return withDatabase(url, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `SELECT name, setting FROM pg_settings
       WHERE (name IN ('fsync', 'full_page_writes') AND setting <> 'on')
          OR (name = 'synchronous_commit' AND setting = 'off') ORDER BY name`,
    )
    return rows.map(({ name, setting }) => `${name} = ${setting}`)
  })
}

async function refuseFilledDatabase(client: PoolClient, name: string): Promise<void> {
  const there = await client.query<{ there: boolean }>(
    `SELECT to_regclass('log_entries') IS NOT NULL AS there`,
  )
  if (!there.rows[0]?.there) return
  const { rowCount } = await client.query('SELECT 1 FROM log_entries LIMIT 1')
  if (rowCount === 0) return
  throw new SallyportError('DATA_DIRECTORY_INVALID', {
    message: `${name} is not empty: it holds the log of a coordinator`,
    help: 'name an empty database; nothing is ever written over',
  })
}

async function withDatabase<T>(url: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const pool = openPool(url)
  try {
    return await withFreshClient(pool, work)
  } catch (thrown) {
    throw isOfStore(thrown) ? storeFailure(nameOf(url), thrown) : thrown
  } finally {
    await pool.end()
  }
}
