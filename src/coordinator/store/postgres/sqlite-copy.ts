/**
 * Every table of a PostgreSQL store into an SQLite file of the same schema, and back: the one form of a
 * backup, whichever store it is from, and the way from one store to the other.
 */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { ClientBase } from 'pg'
import { MIGRATIONS } from '../sql/schema.ts'

const ROWS = 500

interface Table {
  readonly name: string
  readonly columns: readonly Column[]
}

interface Column {
  readonly name: string
  readonly isInteger: boolean
}

/** Copies what one snapshot sees. @param version the schema that the database has; @param path absent */
export async function copyToSqlite(client: ClientBase, version: number, path: string): Promise<void> {
  const copy = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  try {
    for (const migration of MIGRATIONS.slice(0, version)) copy.exec(migration)
    copy.exec(`PRAGMA user_version = ${version}; BEGIN`)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    try {
      for (const table of tablesOf(copy)) await copyTable(client, copy, table)
    } finally {
      await client.query('ROLLBACK')
    }
    copy.exec('COMMIT')
  } finally {
    copy.close()
  }
}

/** Fills a database that has the newest schema and nothing in it, in one transaction. */
export async function copyFromSqlite(path: string, client: ClientBase): Promise<void> {
  const source = new DatabaseSync(path, { readOnly: true })
  try {
    await client.query('BEGIN')
    try {
      // In the order in which they were made: what a table refers to is there before it.
      for (const table of tablesOf(source)) await fillTable(source, client, table)
      await client.query('COMMIT')
    } catch (thrown) {
      await client.query('ROLLBACK')
      throw thrown
    }
  } finally {
    source.close()
  }
}

function tablesOf(database: DatabaseSync): Table[] {
  const names = database
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
    )
    .all()
  return names.map((row) => {
    const name = String(row['name'])
    const columns = database.prepare('SELECT name, type FROM pragma_table_info(?)').all(name)
    return {
      name,
      columns: columns.map((column) => ({
        name: String(column['name']),
        isInteger: column['type'] === 'INTEGER',
      })),
    }
  })
}

async function copyTable(client: ClientBase, copy: DatabaseSync, { name, columns }: Table): Promise<void> {
  const insert = copy.prepare(
    `INSERT INTO ${quote(name)} (${listOf(columns)}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  await client.query(`DECLARE rows CURSOR FOR SELECT ${listOf(columns)} FROM ${quote(name)}`)
  for (;;) {
    const { rows } = await client.query<Record<string, unknown>>(`FETCH ${ROWS} FROM rows`)
    for (const row of rows) insert.run(...columns.map((column) => toSqlite(row[column.name], column)))
    if (rows.length < ROWS) break
  }
  await client.query('CLOSE rows')
}

async function fillTable(source: DatabaseSync, client: ClientBase, { name, columns }: Table): Promise<void> {
  const rows = source.prepare(`SELECT ${listOf(columns)} FROM ${quote(name)}`).iterate()
  let batch: unknown[][] = []
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    const places = batch.map(
      (_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
    )
    await client.query(
      `INSERT INTO ${quote(name)} (${listOf(columns)}) VALUES ${places.join(', ')}`,
      batch.flat(),
    )
    batch = []
  }
  for (const row of rows) {
    batch.push(columns.map((column) => row[column.name]))
    if (batch.length === ROWS) await flush()
  }
  await flush()
}

/** PostgreSQL's client gives bigint as text. */
function toSqlite(value: unknown, { isInteger }: Column): SQLInputValue {
  if (value === null || value === undefined) return null
  if (isInteger) return Number(value)
  return value instanceof Uint8Array ? value : String(value)
}

function listOf(columns: readonly Column[]): string {
  return columns.map(({ name }) => quote(name)).join(', ')
}

function quote(name: string): string {
  return `"${name}"`
}
