/**
 * A backup brought back into an empty folder. A log that others saw grow further must not be continued
 * from an older state: that would be a fork, and every agent would stop. So the newest checkpoint that is
 * known must be covered by the backup, unless the operator accepts the loss; or the agents say how far it had
 * gone, before anything else is served. What was handed out and cannot be accounted for any more is void:
 * enrolment secrets, sessions, and the leases of runners.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseLogEntry } from '../../api/messages/log-entry.ts'
import { decode } from '../../base/decode.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { SallyportError } from '../../base/errors.ts'
import { parseStrictJson } from '../../base/json.ts'
import type { Clock } from '../../base/time.ts'
import { createFile, makePrivateFolder, readFileBounded, readFileIfThere } from '../../platform/files.ts'
import { type LogIdentity, logOrigin } from '../../tlog/checkpoint.ts'
import { verifyLog } from '../../tlog/verify-log.ts'
import {
  discardDataDirectory,
  logPath,
  openDataDirectory,
  refuseOccupied,
  storePath,
} from '../identity/data-directory.ts'
import { readEarlierLogKeys } from '../identity/earlier-keys.ts'
import { keepStoreLocation } from '../identity/store-of-directory.ts'
import { beginRecovery } from '../recovery/recovery.ts'
import { type Voided, voidWhatWasHandedOut } from '../recovery/recovery-end.ts'
import type { Store, Transaction } from '../store/contract.ts'
import { fillPostgres } from '../store/postgres/whole-store.ts'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'
import type { StoreLocation } from '../store/store-location.ts'
import { rebuildTiles } from '../transparency/rebuild.ts'
import {
  MANIFEST,
  MAX_SMALL_FILE,
  MAX_STORE_BYTES,
  type Manifest,
  manifestSchema,
  NEVER_OVER,
  OWN_CERTIFICATE,
  SMALL_FILES,
} from './backup.ts'
import { type Replayed, replayLog } from './log-replay.ts'

export interface RestoreOptions {
  readonly backup: string
  /** Absent or empty. */
  readonly folder: string
  /** Where the store is to be; a database must be empty. */
  readonly store: StoreLocation
  /**
   * How far the log had gone. `agents`: the coordinator begins with its recovery, and asks them; `known`: no
   * further than the newest checkpoint, a signed note, or the newer log; `lost`: further, and that is accepted.
   */
  readonly extent:
    | { readonly kind: 'agents' }
    | { readonly kind: 'known'; readonly newest: string | undefined }
    | { readonly kind: 'lost' }
  /** A folder with a newer copy of the log's files, from which missing entries are taken. */
  readonly newerLog?: string
  readonly clock: Clock
}

export interface Restored {
  readonly coordinatorId: string
  readonly logSize: number
  /** Null where the recovery does it. */
  readonly voided: Voided | null
  /** Null where no newer log was given. */
  readonly replayed: Replayed | null
}

/** @throws `DATA_DIRECTORY_INVALID`, `LOG_INCONSISTENT` where the log went on after the backup or forked, `SIGNATURE_INVALID` */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { backup, folder } = options
  const wasThere = await refuseOccupied(folder, NEVER_OVER)
  const manifest = await readManifest(backup)
  const { coordinatorId } = await openDataDirectory(backup)
  await makePrivateFolder(join(folder, 'keys'))
  try {
    const certificate = OWN_CERTIFICATE.filter((name) => manifest.files[name] !== undefined)
    if (certificate.length > 0) await makePrivateFolder(join(folder, 'tls'))
    await copyFile(backup, folder, 'store.sqlite', manifest, MAX_STORE_BYTES)
    for (const name of [...certificate, ...SMALL_FILES.slice(0, -1)])
      await copyFile(backup, folder, name, manifest, MAX_SMALL_FILE)
    const { voided, replayed } = await prepareStore(options)
    await moveStore(options)
    // The marker last: without it the folder is nobody's.
    await copyFile(backup, folder, 'coordinator.json', manifest, MAX_SMALL_FILE)
    return { coordinatorId, logSize: manifest.logSize, voided, replayed }
  } catch (thrown) {
    await discardDataDirectory(folder, wasThere)
    throw thrown
  }
}

/** Proves the log, and voids what was handed out, in the folder's own file: nobody sees a half restored store. */
async function prepareStore(options: RestoreOptions): Promise<Pick<Restored, 'voided' | 'replayed'>> {
  const store = openSqliteStore({ path: storePath(options.folder) })
  try {
    const replayed =
      options.newerLog === undefined
        ? null
        : await replayLog(store, options.newerLog, await logIdentityOf(options, store))
    await rebuildTiles(store, logPath(options.folder))
    await verifyRestoredLog(options, store)
    return { voided: await store.write('restore', (tx) => finish(tx, options)), replayed }
  } finally {
    await store.close()
  }
}

async function finish(tx: Transaction, { extent, clock }: RestoreOptions): Promise<Voided | null> {
  if (extent.kind !== 'agents') return voidWhatWasHandedOut(tx, clock.now())
  await beginRecovery(tx, clock.now())
  return null
}

async function moveStore({ folder, store }: RestoreOptions): Promise<void> {
  if (store.kind === 'sqlite') return
  await fillPostgres(store.url, storePath(folder))
  await rm(storePath(folder))
  await keepStoreLocation(folder, store)
}

async function readManifest(backup: string): Promise<Manifest> {
  const source = join(backup, MANIFEST)
  const bytes = await readFileIfThere(source, MAX_SMALL_FILE)
  if (!bytes) {
    throw new SallyportError('DATA_DIRECTORY_INVALID', {
      message: `${backup} is no whole backup: it has no ${MANIFEST}`,
      help: 'name a folder that "sallyport coordinator backup" made and finished',
    })
  }
  return decode(manifestSchema, parseStrictJson(bytes, { source, maxBytes: MAX_SMALL_FILE }), { source })
}

async function copyFile(
  from: string,
  to: string,
  name: string,
  { files }: Manifest,
  maxBytes: number,
): Promise<void> {
  const content = await readFileBounded(join(from, name), maxBytes)
  if (formatDigest(sha256(content)) !== files[name]) {
    throw new SallyportError('DATA_DIRECTORY_INVALID', {
      message: `${join(from, name)} is not as it was when the backup was taken`,
      help: 'use another copy of the backup',
    })
  }
  await createFile(join(to, name), content, 0o600)
}

async function logIdentityOf({ backup }: RestoreOptions, store: Store): Promise<LogIdentity> {
  const { coordinatorId, keyList, root } = await openDataDirectory(backup)
  const earlierKeys = await store.read((tx) => readEarlierLogKeys(tx, root))
  return { origin: logOrigin(coordinatorId), publicKey: keyList.keys.log, earlierKeys }
}

async function verifyRestoredLog(options: RestoreOptions, store: Store): Promise<void> {
  const { folder, extent } = options
  const newest = extent.kind === 'known' ? extent.newest : undefined
  const files = logPath(folder)
  if ((await readFileIfThere(join(files, 'checkpoint'), MAX_SMALL_FILE)) === undefined) {
    if (newest === undefined) return
    throw new SallyportError('LOG_INCONSISTENT', {
      message: 'the backup is of before its log was first published, and cannot be held against a checkpoint',
      help: 'leave --checkpoint out, so that the agents say how far the log had gone; or give a newer backup',
    })
  }
  await verifyLog(
    { read: (path, maxBytes) => readFileIfThere(join(files, path), maxBytes) },
    {
      identity: await logIdentityOf(options, store),
      ...(newest === undefined ? {} : { earlier: newest }),
      describeEntry: (entry) => parseLogEntry(entry).type,
    },
  )
}
