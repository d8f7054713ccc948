/** The schema brought to this version's, as opening the store does it: what was there before is copied first. */
import { DatabaseSync } from 'node:sqlite'
import { openDataDirectory, storePath } from '../identity/data-directory.ts'
import { versionOfPostgres } from '../store/postgres/whole-store.ts'
import { MIGRATIONS } from '../store/sql/schema.ts'
import { openStore, type StoreLocation } from '../store/store-location.ts'

export interface Migrated {
  readonly from: number
  readonly to: number
  /** Where the store is as it was; null where nothing changed. */
  readonly copy: string | null
}

/** @throws `DATA_DIRECTORY_INVALID`; `STORE_FAILED` for a newer schema */
export async function migrate(folder: string, location: StoreLocation): Promise<Migrated> {
  await openDataDirectory(folder)
  const from = await schemaVersionAt(location)
  await (await openStore(location)).close()
  const to = MIGRATIONS.length
  return { from, to, copy: from === to ? null : `${storePath(folder)}.schema-${from}` }
}

/** @throws `STORE_FAILED` */
export async function schemaVersionAt(location: StoreLocation): Promise<number> {
  if (location.kind === 'postgres') return versionOfPostgres(location.url)
  const database = new DatabaseSync(location.path, { readOnly: true, timeout: 5_000 })
  try {
    return Number(database.prepare('PRAGMA user_version').get()!['user_version'])
  } finally {
    database.close()
  }
}
