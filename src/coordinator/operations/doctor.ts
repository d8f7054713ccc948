/** Looks at everything that a coordinator depends on, and changes nothing. */
import { stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseAccessRules } from '../../access/document.ts'
import { parseLogEntry } from '../../api/messages/log-entry.ts'
import { messageOf } from '../../base/errors.ts'
import { type Clock, DAY, formatTimestamp } from '../../base/time.ts'
import { readFileIfThere } from '../../platform/files.ts'
import { logOrigin } from '../../tlog/checkpoint.ts'
import { verifyLog } from '../../tlog/verify-log.ts'
import { isCurrent, ONLINE_ROLES } from '../../trust/key-list.ts'
import { parseEnvironments } from '../environments/environments-file.ts'
import { logPath, openDataDirectory } from '../identity/data-directory.ts'
import { readEarlierLogKeys } from '../identity/earlier-keys.ts'
import type { Transaction } from '../store/contract.ts'
import { findUnsafeSettings } from '../store/postgres/whole-store.ts'
import { MIGRATIONS } from '../store/sql/schema.ts'
import { openStore, type StoreLocation } from '../store/store-location.ts'
import { schemaVersionAt } from './migrate.ts'

export interface Check {
  readonly name: string
  readonly status: 'ok' | 'notice' | 'problem'
  readonly message: string
}

type Result = Omit<Check, 'name'>
const RENEW_WITHIN = 30 * DAY
const ENOUGH_BYTES = 256 * 1024 * 1024

export async function examineCoordinator(
  folder: string,
  location: StoreLocation,
  clock: Clock,
): Promise<Check[]> {
  const looks: [string, () => Promise<Result> | Result][] = [
    ['data directory', () => lookAtDirectory(folder)],
    ['key list', () => lookAtKeyList(folder, clock)],
    ['key files', () => lookAtKeyFiles(folder)],
    ['store', () => lookAtStore(location)],
    ['environments.yml', () => lookAtText(location, 'environments', (text) => parseEnvironments(text, 'it'))],
    ['access.hujson', () => lookAtText(location, 'accessRules', (text) => parseAccessRules(text, 'it'))],
    ['transparency log', () => lookAtLog(folder, location)],
    ['disk', () => lookAtDisk(folder)],
  ]
  const checks: Check[] = []
  for (const [name, look] of looks) {
    try {
      checks.push({ name, ...(await look()) })
    } catch (thrown) {
      checks.push({ name, status: 'problem', message: messageOf(thrown) })
    }
  }
  return checks
}

async function lookAtDirectory(folder: string): Promise<Result> {
  const { coordinatorId } = await openDataDirectory(folder)
  const { mode } = await stat(folder)
  if ((mode & 0o077) !== 0)
    return { status: 'problem', message: `${folder} is open to other users: chmod 700` }
  return { status: 'ok', message: `coordinator ${coordinatorId}` }
}

async function lookAtKeyList(folder: string, clock: Clock): Promise<Result> {
  const { keyList } = await openDataDirectory(folder)
  const until = formatTimestamp(keyList.notAfter)
  const renew = 'sallyport keys renew --data DIR --key root.key'
  if (!isCurrent(keyList, clock.now()))
    return { status: 'problem', message: `not current, ends ${until}: ${renew}` }
  if (keyList.notAfter - clock.now() < RENEW_WITHIN)
    return { status: 'notice', message: `ends ${until}: ${renew}` }
  return { status: 'ok', message: `epoch ${keyList.epoch}, sequence ${keyList.sequence}, until ${until}` }
}

async function lookAtKeyFiles(folder: string): Promise<Result> {
  for (const role of ONLINE_ROLES) {
    const { mode } = await stat(join(folder, 'keys', `${role}.key`))
    if ((mode & 0o077) !== 0)
      return { status: 'problem', message: `keys/${role}.key is open to other users: chmod 600` }
  }
  return { status: 'ok', message: `${ONLINE_ROLES.length} keys, for their owner only` }
}

async function lookAtStore(location: StoreLocation): Promise<Result> {
  const schema = await schemaVersionAt(location)
  if (schema > MIGRATIONS.length)
    return { status: 'problem', message: `schema ${schema} is of a newer version` }
  const wrong = location.kind === 'sqlite' ? checkIntegrity(location.path) : await checkServer(location.url)
  if (wrong !== undefined) return { status: 'problem', message: wrong }
  const pending =
    schema < MIGRATIONS.length ? `, will be brought to ${MIGRATIONS.length} by the next start` : ''
  return { status: pending === '' ? 'ok' : 'notice', message: `whole, schema ${schema}${pending}` }
}

function checkIntegrity(path: string): string | undefined {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
  try {
    const [first, ...more] = database.prepare('PRAGMA integrity_check(10)').all()
    const found = String(first?.['integrity_check'])
    return found === 'ok' ? undefined : `${found}${more.length > 0 ? ' and more' : ''}`
  } finally {
    database.close()
  }
}

async function checkServer(url: string): Promise<string | undefined> {
  const unsafe = await findUnsafeSettings(url)
  if (unsafe.length === 0) return undefined
  return `the server may lose what was acknowledged: ${unsafe.join(', ')}`
}

function lookAtText(
  location: StoreLocation,
  table: 'environments' | 'accessRules',
  parse: (text: string) => unknown,
): Promise<Result> {
  return readCurrent(location, async (tx) => {
    const record = await tx[table].current()
    if (!record) return { status: 'notice', message: 'none is registered: sallyport push' }
    parse(record.text)
    return { status: 'ok', message: `version ${record.version}` }
  })
}

async function lookAtLog(folder: string, location: StoreLocation): Promise<Result> {
  const { coordinatorId, keyList, root } = await openDataDirectory(folder)
  const { earlierKeys, published } = await readCurrent(location, async (tx) => ({
    earlierKeys: await readEarlierLogKeys(tx, root),
    published: await tx.log.checkpoint(),
  }))
  if (!published) return { status: 'notice', message: 'not published yet: "coordinator serve" does' }
  const { checkpoint } = await verifyLog(
    { read: (path, maxBytes) => readFileIfThere(join(logPath(folder), path), maxBytes) },
    {
      identity: { origin: logOrigin(coordinatorId), publicKey: keyList.keys.log, earlierKeys },
      describeEntry: (entry) => parseLogEntry(entry).type,
    },
  )
  const waiting = await readCurrent(location, async (tx) => (await tx.log.size()) - checkpoint.size)
  const more = waiting === 0 ? '' : `, ${waiting} entries wait for the next checkpoint`
  return { status: 'ok', message: `${checkpoint.size} entries, recomputed from the first${more}` }
}

async function lookAtDisk(folder: string): Promise<Result> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const message = `${Math.floor(free / 1024 / 1024)} MiB free`
  return { status: free < ENOUGH_BYTES ? 'notice' : 'ok', message }
}

/** Changes nothing: a store whose schema is not this version's is not opened, for that would bring it there. */
async function readCurrent<T>(location: StoreLocation, look: (tx: Transaction) => Promise<T>): Promise<T> {
  const schema = await schemaVersionAt(location)
  if (schema !== MIGRATIONS.length) throw new Error(`not looked at: the store has schema ${schema}`)
  const store = await openStore(location)
  try {
    return await store.read(look)
  } finally {
    await store.close()
  }
}
