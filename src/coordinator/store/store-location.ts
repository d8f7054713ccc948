/** Where a coordinator's store is: a file in its data directory, or a PostgreSQL database. */
import type { Store, StoreProbe } from './contract.ts'
import { openPostgresStore } from './postgres/postgres-store.ts'
import { openSqliteStore } from './sqlite/sqlite-store.ts'

export type StoreLocation =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly keepBefore: string }

/** Opens it, and brings its schema to the newest, with a copy of what was there before. @throws `STORE_FAILED` */
export async function openStore(location: StoreLocation, probe?: StoreProbe): Promise<Store> {
  const probed = probe ? { probe } : {}
  if (location.kind === 'sqlite') return openSqliteStore({ path: location.path, ...probed })
  return openPostgresStore({ url: location.url, keepBefore: location.keepBefore, ...probed })
}
