/**
 * Brings a database to the schema that this version knows: one replica at a time, each migration in a
 * transaction of its own, what was there before copied first. A newer schema is refused.
 */
import type { ClientBase } from 'pg'
import { SallyportError } from '../../../base/errors.ts'
import { MIGRATIONS } from '../sql/schema.ts'
import { LOCK_CLASS, MIGRATION_LOCK } from './advisory-locks.ts'
import { toPostgresSchema } from './dialect.ts'

/** What only this store has: its version, whose turn to write it is, which replica holds which stream. */
const OWN_TABLES = `
  CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL);
  CREATE TABLE IF NOT EXISTS write_order ();
  CREATE UNLOGGED TABLE IF NOT EXISTS presence (node_id text PRIMARY KEY, replica integer NOT NULL);
  CREATE UNLOGGED TABLE IF NOT EXISTS replicas (replica integer PRIMARY KEY, announcement text NOT NULL);
`

/** @param keepBefore copies the store as it is, once, before the first change. @throws `STORE_FAILED` */
export async function migratePostgres(
  client: ClientBase,
  name: string,
  keepBefore: (version: number) => Promise<void>,
): Promise<void> {
  await client.query(`SELECT pg_advisory_lock(${LOCK_CLASS}, ${MIGRATION_LOCK})`)
  try {
    const version = await schemaVersionOf(client)
    if (version > MIGRATIONS.length) throw newerSchema(name, version)
    if (version === MIGRATIONS.length) return
    if (version > 0) await keepBefore(version)
    for (let from = version; from < MIGRATIONS.length; from++) await migrateOnce(client, from)
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${LOCK_CLASS}, ${MIGRATION_LOCK})`)
  }
}

/** 0 for an empty database. */
export async function schemaVersionOf(client: ClientBase): Promise<number> {
  const there = await client.query<{ there: boolean }>(
    `SELECT to_regclass('schema_version') IS NOT NULL AS there`,
  )
  if (!there.rows[0]?.there) return 0
  const { rows } = await client.query<{ version: string }>('SELECT version FROM schema_version')
  return Number(rows[0]?.version ?? 0)
}

export function newerSchema(name: string, version: number): SallyportError {
  return new SallyportError('STORE_FAILED', {
    message: `${name} has schema ${version}; this version of Sallyport knows schemas up to ${MIGRATIONS.length}`,
    help: 'start the newer version that wrote it, or restore a backup made before the upgrade',
  })
}

async function migrateOnce(client: ClientBase, from: number): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(OWN_TABLES)
    await client.query(toPostgresSchema(MIGRATIONS[from]!))
    await client.query('DELETE FROM schema_version')
    await client.query(`INSERT INTO schema_version (version) VALUES (${from + 1})`)
    await client.query('COMMIT')
  } catch (thrown) {
    await client.query('ROLLBACK')
    throw thrown
  }
}
