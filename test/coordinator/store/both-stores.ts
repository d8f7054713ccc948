/** The same suite over SQLite and over a real PostgreSQL, which is skipped aloud where it is not installed. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, onTestFinished, test } from 'vitest'
import type { Store, StoreProbe } from '../../../src/coordinator/store/contract.ts'
import { openStore, type StoreLocation } from '../../../src/coordinator/store/store-location.ts'
import { POSTGRES_REASON, type PostgresServer, startPostgres } from '../../support/postgres.ts'

export interface StoreSuite {
  readonly it: (name: string, work: () => Promise<void>) => void
  /** Where an empty store may be made. */
  readonly locate: () => Promise<StoreLocation>
  /** Closed when the test ends. */
  readonly opened: (location: StoreLocation, probe?: StoreProbe) => Promise<Store>
  readonly open: () => Promise<Store>
}

export function describeBothStores(suite: (stores: StoreSuite) => void): void {
  let server: PostgresServer | undefined
  beforeAll(async () => {
    if (POSTGRES_REASON === undefined) server = await startPostgres()
  })
  afterAll(() => server?.close())
  const locations = {
    sqlite: async () => ({ kind: 'sqlite' as const, path: join(await folder(), 'store.sqlite') }),
    postgres: async () => ({
      kind: 'postgres' as const,
      url: await server!.createDatabase(),
      keepBefore: join(await folder(), 'store.sqlite'),
    }),
  }
  for (const kind of ['sqlite', 'postgres'] as const) {
    const reason = kind === 'postgres' ? POSTGRES_REASON : undefined
    const locate = locations[kind]
    describe(reason === undefined ? kind : `${kind}, ${reason}`, () => {
      suite({
        it: test.skipIf(reason !== undefined),
        locate,
        opened,
        open: async () => opened(await locate()),
      })
    })
  }
}

async function opened(location: StoreLocation, probe?: StoreProbe): Promise<Store> {
  const store = await openStore(location, probe)
  onTestFinished(() => store.close())
  return store
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'sallyport-store-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}
