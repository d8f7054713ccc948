/**
 * Which store belongs to a data directory: the database whose URL stands in its file `store.url` (0600, for
 * it may hold a password), else the SQLite file in it. A store that is another coordinator's, or empty
 * where one was made before, is refused: to go on in it would begin a second log.
 */
import { join } from 'node:path'
import { decodeUtf8 } from '../../base/bytes.ts'
import { SallyportError } from '../../base/errors.ts'
import { createFile, readFileIfThere } from '../../platform/files.ts'
import type { Store } from '../store/contract.ts'
import { nameOf } from '../store/postgres/connection-pool.ts'
import type { StoreLocation } from '../store/store-location.ts'
import type { CoordinatorIdentity } from './coordinator-identity.ts'
import { storePath } from './data-directory.ts'

const MAX_URL_BYTES = 4096
const OWNER = 'coordinator'

/** What `coordinator init` or `restore` chose. @throws `CONFIG_INVALID` */
export async function storeLocationOf(folder: string): Promise<StoreLocation> {
  const path = join(folder, 'store.url')
  const bytes = await readFileIfThere(path, MAX_URL_BYTES)
  return bytes ? postgresAt(folder, decodeUtf8(bytes).trim(), path) : sqliteIn(folder)
}

export function sqliteIn(folder: string): StoreLocation {
  return { kind: 'sqlite', path: storePath(folder) }
}

/** @param source names where the URL stands, in errors: the URL itself may hold a password. @throws `CONFIG_INVALID` */
export function postgresAt(folder: string, url: string, source: string): StoreLocation {
  if (!/^postgres(?:ql)?:\/\//.test(url)) {
    throw new SallyportError('CONFIG_INVALID', {
      message: `${source} does not begin with postgres://`,
      help: 'write one line: postgres://user@host/database',
      place: { file: source },
    })
  }
  return { kind: 'postgres', url, keepBefore: storePath(folder) }
}

/** Writes down a choice that is not SQLite's. @throws `FILE_UNWRITABLE` */
export async function keepStoreLocation(folder: string, location: StoreLocation): Promise<void> {
  if (location.kind === 'postgres') await createFile(join(folder, 'store.url'), `${location.url}\n`, 0o600)
}

/** The store is this coordinator's from now on. */
export async function ownStore(store: Store, coordinatorId: string): Promise<void> {
  await store.write('owner', (tx) => tx.settings.put(OWNER, coordinatorId))
}

/** @throws `DATA_DIRECTORY_INVALID` */
export async function refuseForeignStore(
  store: Store,
  { coordinatorId }: Pick<CoordinatorIdentity, 'coordinatorId'>,
  location: StoreLocation,
): Promise<void> {
  const { owner, size } = await store.read(async (tx) => ({
    owner: await tx.settings.find(OWNER),
    size: await tx.log.size(),
  }))
  if (owner === coordinatorId) return
  const name = location.kind === 'sqlite' ? location.path : nameOf(location.url)
  // A store of a version that did not write it down lies beside its keys, and has their entry.
  if (owner === undefined && size > 0 && location.kind === 'sqlite') return ownStore(store, coordinatorId)
  throw new SallyportError('DATA_DIRECTORY_INVALID', {
    message:
      owner === undefined ? `${name} is empty` : `${name} is the store of another coordinator, ${owner}`,
    help: 'name the store that "coordinator init" filled, or bring a backup back with "coordinator restore"',
  })
}
