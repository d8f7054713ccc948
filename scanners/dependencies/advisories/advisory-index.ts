/** An archive as rows of SQLite: by package, each with what the evaluation reads. */
import { DatabaseSync } from 'node:sqlite'
import { affectedByKey, decodeArchive } from './decode-archive.ts'
import type { Advisory, Affected } from './record.ts'
import type { AdvisoryStore, Candidate } from './store.ts'

/** Raised when the rows or what is in them change. */
export const INDEX_VERSION = 1

/** @throws `ADVISORIES_INVALID`; what SQLite throws where the file cannot be written */
export function writeIndex(path: string, archive: Uint8Array, ecosystem: string): void {
  const database = new DatabaseSync(path)
  try {
    fillIndex(database, archive, ecosystem)
  } finally {
    database.close()
  }
}

/** @throws what SQLite throws where it is damaged, not there, or of another version */
export function readIndex(path: string): AdvisoryStore {
  return storeOrClose(new DatabaseSync(path, { readOnly: true }))
}

/**
 * An index that nobody else sees, in SQLite's own temporary database: in memory while it is small, else in a
 * file of the temporary folder that has no name. It is gone when it is closed or the process ends.
 *
 * @throws as {@link writeIndex} does
 */
export function createScratchIndex(archive: Uint8Array, ecosystem: string): AdvisoryStore {
  const database = new DatabaseSync('')
  try {
    fillIndex(database, archive, ecosystem)
  } catch (error) {
    database.close()
    throw error
  }
  return storeOrClose(database)
}

function storeOrClose(database: DatabaseSync): AdvisoryStore {
  try {
    // Each page is asked for about once: SQLite would keep 2 MiB of them.
    database.exec('PRAGMA cache_size = -256')
    const version = database.prepare('PRAGMA user_version').get()?.['user_version']
    const asOf = database.prepare("SELECT value FROM meta WHERE name = 'as-of'").get()?.['value']
    if (version !== INDEX_VERSION || typeof asOf !== 'string') throw new Error('not a whole index')
    return storeOf(database, asOf)
  } catch (error) {
    database.close()
    throw error
  }
}

function fillIndex(database: DatabaseSync, archive: Uint8Array, ecosystem: string): void {
  // Nothing in it needs to survive a crash before it is whole: a file counts from its rename on.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192; BEGIN')
  database.exec(`
    CREATE TABLE advisory (number INTEGER PRIMARY KEY, record TEXT NOT NULL) STRICT;
    CREATE TABLE entry (key TEXT NOT NULL, number INTEGER NOT NULL, affected TEXT NOT NULL) STRICT;
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`)
  const asOf = insertRecords(database, archive, ecosystem)
  database.exec('CREATE INDEX entry_by_key ON entry (key)')
  database.prepare('INSERT INTO meta VALUES (?, ?)').run('as-of', asOf)
  database.exec(`PRAGMA user_version = ${INDEX_VERSION}; COMMIT`)
}

function insertRecords(database: DatabaseSync, archive: Uint8Array, ecosystem: string): string {
  const addAdvisory = database.prepare('INSERT INTO advisory VALUES (?, ?)')
  const addEntry = database.prepare('INSERT INTO entry VALUES (?, ?, ?)')
  let asOf = ''
  let number = 0
  for (const advisory of decodeArchive(archive)) {
    if (advisory.modified > asOf) asOf = advisory.modified
    if (advisory.withdrawn) continue
    const byKey = affectedByKey(advisory, ecosystem)
    if (byKey.size === 0) continue
    number++
    addAdvisory.run(number, JSON.stringify({ ...advisory, affected: [] }))
    for (const [key, affected] of byKey) addEntry.run(key, number, JSON.stringify(affected))
  }
  return asOf
}

function storeOf(database: DatabaseSync, asOf: string): AdvisoryStore {
  const find = database.prepare(
    'SELECT record, affected FROM entry JOIN advisory USING (number) WHERE key = ? ORDER BY number',
  )
  const filter = database.prepare(
    'SELECT asked.value AS key FROM json_each(?) AS asked WHERE EXISTS (SELECT 1 FROM entry WHERE entry.key = asked.value)',
  )
  const list = database.prepare('SELECT DISTINCT key FROM entry')
  const size = Number(database.prepare('SELECT max(rowid) AS size FROM entry').get()?.['size'] ?? 0)
  return {
    asOf: asOf || null,
    known: (keys) => {
      // Whichever list is shorter is walked; the other is asked.
      const isShort = keys.size <= size
      const rows = isShort ? filter.all(JSON.stringify([...keys])) : list.all()
      const found = rows.map((row) => String(row['key']))
      return new Set(isShort ? found : found.filter((key) => keys.has(key)))
    },
    candidates: (key) =>
      find.all(key).map((row): Candidate => {
        const advisory = JSON.parse(String(row['record'])) as Advisory
        const affected = JSON.parse(String(row['affected'])) as Affected[]
        return { advisory: { ...advisory, affected }, affected }
      }),
    close: () => database.close(),
  }
}
