/**
 * A backup, taken while the coordinator serves: one consistent copy of the store, the keys, and a manifest
 * of their digests, written last. Tiles are not copied: the entries in the store make the same ones again.
 */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { type Clock, formatTimestamp } from '../../base/time.ts'
import {
  createFile,
  makePrivateFolder,
  readFileBounded,
  readFileIfThere,
  syncFolder,
} from '../../platform/files.ts'
import { ONLINE_ROLES } from '../../trust/key-list.ts'
import { digestText, timestampText } from '../../trust/vocabulary.ts'
import {
  discardDataDirectory,
  openDataDirectory,
  refuseOccupied,
  storePath,
} from '../identity/data-directory.ts'
import { copyPostgres } from '../store/postgres/whole-store.ts'
import type { StoreLocation } from '../store/store-location.ts'

export const MANIFEST = 'backup.json'
/** What is small and copied byte for byte, the marker last. */
export const SMALL_FILES = [
  'key-list.json',
  ...ONLINE_ROLES.map((role) => `keys/${role}.key`),
  'coordinator.json',
] as const
/** Where there are any: a coordinator that came back with another certificate would be refused by every client that holds its pin. */
export const OWN_CERTIFICATE = ['tls/self.key', 'tls/self.crt'] as const
export const MAX_SMALL_FILE = 64 * 1024
export const MAX_STORE_BYTES = 2 ** 31 - 1
/** What to do about a folder that holds anything. */
export const NEVER_OVER = 'name a folder that is absent or empty; nothing is ever written over'

export const manifestSchema = z.strictObject({
  version: z.literal(1),
  coordinator: z.string(),
  takenAt: timestampText,
  /** Entries that the log had. */
  logSize: z.int().min(0),
  /** The signed checkpoint that covers the last of them; null before the first. */
  checkpoint: z.string().nullable(),
  files: z.record(z.string(), digestText),
})
export type Manifest = z.infer<typeof manifestSchema>

export interface BackupOptions {
  readonly folder: string
  readonly store: StoreLocation
  /** Absent or empty. */
  readonly out: string
  readonly clock: Clock
}

/** @throws `DATA_DIRECTORY_INVALID`, `FILE_UNWRITABLE`, `STORE_FAILED` */
export async function backUp(options: BackupOptions): Promise<Manifest> {
  const { folder, out } = options
  const { coordinatorId } = await openDataDirectory(folder)
  const wasThere = await refuseOccupied(out, NEVER_OVER)
  try {
    return await writeBackup(options, coordinatorId)
  } catch (thrown) {
    await discardDataDirectory(out, wasThere).catch(() => undefined)
    throw thrown
  }
}

async function writeBackup(
  { folder, store, out, clock }: BackupOptions,
  coordinatorId: string,
): Promise<Manifest> {
  await makePrivateFolder(join(out, 'keys'))
  await makePrivateFolder(join(out, 'tls'))
  const log = await copyStore(store, storePath(out))
  const files: Record<string, string> = {
    'store.sqlite': formatDigest(sha256(await readFileBounded(storePath(out), MAX_STORE_BYTES))),
  }
  const keep = async (name: string, content: Uint8Array): Promise<void> => {
    await createFile(join(out, name), content, 0o600)
    files[name] = formatDigest(sha256(content))
  }
  for (const name of OWN_CERTIFICATE) {
    const content = await readFileIfThere(join(folder, name), MAX_SMALL_FILE)
    if (content) await keep(name, content)
  }
  for (const name of SMALL_FILES) await keep(name, await readFileBounded(join(folder, name), MAX_SMALL_FILE))
  const manifest: Manifest = {
    version: 1,
    coordinator: coordinatorId,
    takenAt: formatTimestamp(clock.now()),
    ...log,
    files,
  }
  await createFile(join(out, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, 0o600)
  return manifest
}

/** One read transaction: what is written meanwhile is in the next backup. */
async function copyStore(from: StoreLocation, to: string): Promise<Pick<Manifest, 'logSize' | 'checkpoint'>> {
  try {
    if (from.kind === 'postgres') await copyPostgres(from.url, to)
    else copySqlite(from.path, to)
    await syncFile(to)
    const copy = new DatabaseSync(to, { readOnly: true })
    try {
      const { n } = copy.prepare('SELECT count(*) AS n FROM log_entries').get()!
      const checkpoint = copy.prepare('SELECT note FROM log_checkpoint').get()
      return { logSize: Number(n), checkpoint: checkpoint ? String(checkpoint['note']) : null }
    } finally {
      copy.close()
    }
  } catch (cause) {
    throw new SallyportError('STORE_FAILED', {
      message: `the store could not be copied to ${to}: ${messageOf(cause)}`,
      cause,
    })
  }
}

function copySqlite(from: string, to: string): void {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 })
  try {
    source.prepare('VACUUM INTO ?').run(to)
  } finally {
    source.close()
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.chmod(0o600)
    await file.sync()
  } finally {
    await file.close()
  }
  await syncFolder(join(path, '..'))
}
