/**
 * The store on `node:sqlite`: one file, WAL, `synchronous=FULL`, so that a commit is on the disk before
 * anybody hears of it. Writes of one process run one after another; reads have a connection of their own
 * and see what was committed when they began. Another process (`coordinator enroll`) waits for the file's
 * lock.
 */
import { closeSync, existsSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { messageOf, SallyportError } from '../../../base/errors.ts'
import type { Store, StoreProbe, Transaction } from '../contract.ts'
import { MIGRATIONS } from '../sql/schema.ts'
import { createTransaction } from '../sql/transaction.ts'
import { createWriteQueue } from '../write-queue.ts'
import { commitGroup, type Write } from './group-commit.ts'
import { createSqliteSql } from './sqlite-sql.ts'

export interface SqliteOptions {
  /** A file path, or `:memory:`. */
  readonly path: string
  readonly probe?: StoreProbe
}

/** @throws `STORE_FAILED` where the file cannot be opened, or was written by a newer version */
export function openSqliteStore({ path, probe }: SqliteOptions): Store {
  const database = open(path)
  migrate(database, path)
  const tables = createTransaction(createSqliteSql(database))
  const writer = createWriteQueue<Write>((group) => commitGroup(database, group, probe))
  const reader = path === ':memory:' ? undefined : createReader(path)
  const write = <T>(name: string, isDurable: boolean, work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    writer.add({ name, isDurable, work: () => work(tables), resolve, reject })
    return promise.catch((thrown) => {
      throw asStoreError(name, thrown)
    }) as Promise<T>
  }
  return {
    write: (name, work) => write(name, true, work),
    writeApart: (name, work) => write(name, false, work),
    // A store in memory has one connection: its reads wait for their turn.
    read: (work) => (reader ? reader.read(work) : write('read', false, work)),
    async close() {
      await writer.settled()
      await reader?.close()
      if (database.isOpen) database.close()
    },
  }
}

function createReader(path: string) {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
  const tables = createTransaction(createSqliteSql(database))
  let queue: Promise<unknown> = Promise.resolve()
  const run = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    database.exec('BEGIN DEFERRED')
    try {
      return await work(tables)
    } catch (thrown) {
      throw asStoreError('read', thrown)
    } finally {
      if (database.isTransaction) database.exec('COMMIT')
    }
  }
  return {
    read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      const turn = queue.then(() => run(work))
      queue = turn.catch(() => undefined)
      return turn
    },
    async close() {
      await queue
      database.close()
    },
  }
}

function open(path: string): DatabaseSync {
  try {
    // SQLite gives its journals the mode of the file.
    if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600))
    const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 5_000 })
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF')
    return database
  } catch (cause) {
    throw failed(`${path} cannot be opened`, cause)
  }
}

function migrate(database: DatabaseSync, path: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()!['user_version'])
  if (version > MIGRATIONS.length) {
    throw new SallyportError('STORE_FAILED', {
      message: `${path} has schema ${version}; this version of Sallyport knows schemas up to ${MIGRATIONS.length}`,
      help: 'start the newer version that wrote it, or restore a backup made before the upgrade',
    })
  }
  if (version > 0 && version < MIGRATIONS.length) keepBefore(database, path, version)
  for (let from = version; from < MIGRATIONS.length; from++) {
    database.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[from]!}; PRAGMA user_version = ${from + 1}; COMMIT`)
  }
}

/** The store as it was, beside the migrated one: what goes back to an older version. */
function keepBefore(database: DatabaseSync, path: string, version: number): void {
  const before = `${path}.schema-${version}`
  if (path === ':memory:' || existsSync(before)) return
  try {
    database.prepare('VACUUM INTO ?').run(before)
  } catch (cause) {
    throw failed(`no copy could be made before the schema changes, at ${before}`, cause)
  }
}

/** What SQLite said; errors of the work's own pass through as they are. */
function asStoreError(name: string, thrown: unknown): unknown {
  return thrown instanceof Error && 'errcode' in thrown
    ? failed(`the store refused "${name}"`, thrown)
    : thrown
}

/** SQLITE_CONSTRAINT is 19; its extended codes carry it in the low byte. */
function failed(what: string, cause: unknown): SallyportError {
  const code = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) & 0xff : 0
  const conflict = code === 19
  return new SallyportError(conflict ? 'STORE_CONFLICT' : 'STORE_FAILED', {
    message: `${what}: ${messageOf(cause)}`,
    cause,
  })
}
