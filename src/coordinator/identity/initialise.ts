/**
 * Makes a coordinator: the operator root, epoch 1 of the key list with one key per role, and the data
 * directory. The root's private key goes into a folder of its own for the operator to take away; nothing
 * that serves ever reads it.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import { encodeUtf8 } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { ed25519KeyPair } from '../../base/ed25519.ts'
import { SallyportError } from '../../base/errors.ts'
import type { Random } from '../../base/random.ts'
import { addMs, type Clock, DAY, formatTimestamp } from '../../base/time.ts'
import { createFile, makePrivateFolder } from '../../platform/files.ts'
import { type KeyListContent, signKeyList } from '../../trust/key-list.ts'
import { coordinatorIdOf, emitKeyFile, formatPublicKey } from '../../trust/keys.ts'
import { parseEnvironments } from '../environments/environments-file.ts'
import { registerEnvironments } from '../environments/registration.ts'
import type { Store } from '../store/contract.ts'
import { openStore, type StoreLocation } from '../store/store-location.ts'
import {
  createDataDirectory,
  discardDataDirectory,
  markDataDirectory,
  refuseOccupied,
  storePath,
} from './data-directory.ts'
import { keepStoreLocation, ownStore } from './store-of-directory.ts'

/** How long a key list is good; the operator signs the next one before. */
export const KEY_LIST_LIFETIME = 365 * DAY

export interface InitOptions {
  /** The data directory: absent or empty. */
  readonly folder: string
  /** Where the operator's own keys are put. */
  readonly operatorFolder: string
  /** The first environments.yml, as text. */
  readonly environments?: { readonly text: string; readonly source: string; readonly folder?: string }
  /** Absent: SQLite, in the data directory. */
  readonly store?: StoreLocation
  readonly clock: Clock
  readonly random: Random
}

export interface InitResult {
  readonly coordinatorId: string
  /** What agents and runners are configured with. */
  readonly root: string
  readonly rootKeyFile: string
  readonly adminKeyFile: string
}

/** @throws `DATA_DIRECTORY_INVALID`, `FILE_UNWRITABLE`, `CONFIG_INVALID` for environments that do not parse */
export async function initialise(options: InitOptions): Promise<InitResult> {
  const { folder, operatorFolder, clock, random } = options
  const pair = () => ed25519KeyPair(random.bytes(32))
  const root = pair()
  const admin = pair()
  const keys = { control: pair(), approval: pair(), vsa: pair(), log: pair(), relay: pair() }
  const content: KeyListContent = {
    epoch: 1,
    sequence: 1,
    notBefore: formatTimestamp(clock.now()),
    notAfter: formatTimestamp(addMs(clock.now(), KEY_LIST_LIFETIME)),
    keys: {
      control: keys.control.publicKey,
      approval: keys.approval.publicKey,
      vsa: keys.vsa.publicKey,
      log: keys.log.publicKey,
      relay: keys.relay.publicKey,
    },
  }
  const keyList = signKeyList(content, root)
  const directory = { root: root.publicKey, admins: [admin.publicKey], keyList, keys }
  const rootKeyFile = join(operatorFolder, 'root.key')
  const adminKeyFile = join(operatorFolder, 'admin.key')
  const wasThere = await refuseOccupied(
    folder,
    'name a folder that is empty or absent; to start a coordinator that exists: sallyport coordinator serve',
  )
  if (options.environments) parseEnvironments(options.environments.text, options.environments.source)
  await undoUnlessDone(async (undo) => {
    await makePrivateFolder(operatorFolder)
    await createFile(rootKeyFile, emitKeyFile('root', root.privateKey), 0o600)
    undo.push(() => rm(rootKeyFile))
    await createFile(adminKeyFile, emitKeyFile('operator', admin.privateKey), 0o600)
    undo.push(() => rm(adminKeyFile))
    undo.push(() => discardDataDirectory(folder, wasThere))
    await createDataDirectory(folder, directory)
    await fillStore(options, keyList.payload, coordinatorIdOf(root.publicKey))
    await markDataDirectory(folder, directory)
  })
  return {
    coordinatorId: coordinatorIdOf(root.publicKey),
    root: formatPublicKey('root', root.publicKey),
    rootKeyFile,
    adminKeyFile,
  }
}

/** What was begun and failed is taken back, latest first, so that the same command can be given again. */
async function undoUnlessDone(act: (undo: (() => Promise<void>)[]) => Promise<void>): Promise<void> {
  const undo: (() => Promise<void>)[] = []
  try {
    await act(undo)
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined)
    throw error
  }
}

async function fillStore(
  { folder, clock, environments, ...options }: InitOptions,
  payload: string,
  coordinatorId: string,
): Promise<void> {
  const location = options.store ?? { kind: 'sqlite', path: storePath(folder) }
  const store = await openStore(location)
  try {
    await refuseFilledStore(store)
    await ownStore(store, coordinatorId)
    await keepStoreLocation(folder, location)
    await store.write('init', async (tx) => {
      const digest = formatDigest(sha256(encodeUtf8(payload)))
      const at = formatTimestamp(clock.now())
      await tx.log.append(emitLogEntry({ type: 'key-list', version: 1, at, epoch: 1, sequence: 1, digest }))
      if (environments) {
        await registerEnvironments(tx, { ...environments, replaces: null, now: clock.now() })
      }
    })
  } finally {
    await store.close()
  }
}

/** A database that has a log has a coordinator. @throws `DATA_DIRECTORY_INVALID` */
export async function refuseFilledStore(store: Store): Promise<void> {
  if ((await store.read((tx) => tx.log.size())) === 0) return
  throw new SallyportError('DATA_DIRECTORY_INVALID', {
    message: 'the store holds the log of a coordinator already',
    help: 'name an empty database; nothing is ever written over',
  })
}
