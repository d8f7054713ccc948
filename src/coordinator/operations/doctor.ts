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
import { logPath, openDataDirectory, storePath } from '../identity/data-directory.ts'
import { MIGRATIONS } from '../store/sql/schema.ts'

export interface Check {
  readonly name: string
  readonly status: 'ok' | 'notice' | 'problem'
  readonly message: string
}

type Result = Omit<Check, 'name'>
const RENEW_WITHIN = 30 * DAY
const ENOUGH_BYTES = 256 * 1024 * 1024

export async function examineCoordinator(folder: string, clock: Clock): Promise<Check[]> {
  const looks: [string, () => Promise<Result> | Result][] = [
    ['data directory', () => lookAtDirectory(folder)],
    ['key list', () => lookAtKeyList(folder, clock)],
    ['key files', () => lookAtKeyFiles(folder)],
    ['store', () => lookAtStore(folder)],
    ['environments.yml', () => lookAtText(folder, 'environments', (text) => parseEnvironments(text, 'it'))],
    ['access.hujson', () => lookAtText(folder, 'access_rules', (text) => parseAccessRules(text, 'it'))],
    ['transparency log', () => lookAtLog(folder)],
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

function lookAtStore(folder: string): Result {
  return withStore(folder, (database) => {
    const schema = Number(database.prepare('PRAGMA user_version').get()!['user_version'])
    const [first, ...more] = database.prepare('PRAGMA integrity_check(10)').all()
    const found = String(first?.['integrity_check'])
    if (found !== 'ok') return { status: 'problem', message: `${found}${more.length > 0 ? ' and more' : ''}` }
    if (schema > MIGRATIONS.length)
      return { status: 'problem', message: `schema ${schema} is of a newer version` }
    const pending =
      schema < MIGRATIONS.length ? `, will be brought to ${MIGRATIONS.length} by the next start` : ''
    return { status: pending === '' ? 'ok' : 'notice', message: `whole, schema ${schema}${pending}` }
  })
}

function lookAtText(
  folder: string,
  table: 'environments' | 'access_rules',
  parse: (text: string) => unknown,
): Result {
  return withStore(folder, (database) => {
    const row = database.prepare(`SELECT version, text FROM ${table} ORDER BY version DESC LIMIT 1`).get()
    if (!row) return { status: 'notice', message: 'none is registered: sallyport push' }
    parse(String(row['text']))
    return { status: 'ok', message: `version ${row['version']}` }
  })
}

async function lookAtLog(folder: string): Promise<Result> {
  const { coordinatorId, keyList } = await openDataDirectory(folder)
  const { checkpoint } = await verifyLog(
    { read: (path, maxBytes) => readFileIfThere(join(logPath(folder), path), maxBytes) },
    {
      identity: { origin: logOrigin(coordinatorId), publicKey: keyList.keys.log },
      describeEntry: (entry) => parseLogEntry(entry).type,
    },
  )
  const waiting = withStore(folder, (database) =>
    Number(
      database.prepare('SELECT count(*) AS n FROM log_entries WHERE position >= ?').get(checkpoint.size)![
        'n'
      ],
    ),
  )
  const more = waiting === 0 ? '' : `, ${waiting} entries wait for the next checkpoint`
  return { status: 'ok', message: `${checkpoint.size} entries, recomputed from the first${more}` }
}

async function lookAtDisk(folder: string): Promise<Result> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const message = `${Math.floor(free / 1024 / 1024)} MiB free`
  return { status: free < ENOUGH_BYTES ? 'notice' : 'ok', message }
}

function withStore<T>(folder: string, look: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(storePath(folder), { readOnly: true, timeout: 5_000 })
  try {
    return look(database)
  } finally {
    database.close()
  }
}
