/**
 * An archive compiled into one SQLite file: rows by package, each with what the evaluation reads. Built
 * beside its place and renamed into it, so that whoever opens it finds it whole; two builders at once
 * make the same file twice. A file that cannot be read is thrown away and built again.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { affectedByKey, decodeArchive } from './decode-archive.ts'
import type { Advisory, Affected } from './record.ts'
import type { AdvisoryStore, Candidate } from './store.ts'

/** Raised when the rows or what is in them change. */
const INDEX_VERSION = 1

export interface IndexPlace {
  /** The caller's own folder. */
  readonly folder: string
  readonly ecosystem: string
  /** Hex SHA-256 of the archive. */
  readonly digest: string
}

/** Opens the index of an archive, building it where it is not there. @throws `ADVISORIES_INVALID` */
export function openIndex(place: IndexPlace, readBytes: () => Uint8Array): AdvisoryStore {
  const path = indexPath(place)
  if (existsSync(path)) {
    const store = tryOpen(path)
    if (store) return store
    rmSync(path, { force: true })
  }
  buildIndex(place, path, readBytes())
  const built = tryOpen(path)
  if (!built) throw new Error(`the index ${path} cannot be read right after it was built`)
  return built
}

/** Removes an index that failed while it was read. */
export function dropIndex(place: IndexPlace): void {
  rmSync(indexPath(place), { force: true })
}

export function indexPath(place: IndexPlace): string {
  return join(place.folder, `${fileNameOf(place.ecosystem)}-${place.digest}-v${INDEX_VERSION}.sqlite`)
}

/** An ecosystem's name may hold what a path must not. */
function fileNameOf(ecosystem: string): string {
  return ecosystem.replace(/[^A-Za-z0-9._-]/g, '_')
}

function buildIndex(place: IndexPlace, path: string, archive: Uint8Array): void {
  mkdirSync(place.folder, { recursive: true, mode: 0o700 })
  const workshop = mkdtempSync(join(place.folder, 'build-'))
  try {
    const draft = join(workshop, 'index.sqlite')
    writeIndex(draft, archive, place.ecosystem)
    renameSync(draft, path)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
  removeOld(place, path)
}

const DAY_MS = 24 * 60 * 60 * 1000
/** An older archive's index may still be another project's. */
const OLD_INDEX_MS = 30 * DAY_MS
const OLD_WORKSHOP_MS = DAY_MS

/** Indexes of archives that this one has followed long ago, and workshops of builders that were killed. */
function removeOld({ folder, ecosystem }: IndexPlace, built: string): void {
  const now = statSync(built).mtimeMs
  const ofEcosystem = `${fileNameOf(ecosystem)}-`
  for (const name of readdirSync(folder)) {
    const isWorkshop = name.startsWith('build-')
    const isIndex =
      name.startsWith(ofEcosystem) && /^[0-9a-f]{64}-v\d+\.sqlite$/.test(name.slice(ofEcosystem.length))
    if (!isWorkshop && !isIndex) continue
    const age = now - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? now)
    if (age <= (isWorkshop ? OLD_WORKSHOP_MS : OLD_INDEX_MS)) continue
    tryRemove(join(folder, name))
  }
}

function tryRemove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // Somebody has it open, where such files cannot be removed: the next builder tries again.
  }
}

function writeIndex(path: string, archive: Uint8Array, ecosystem: string): void {
  const database = new DatabaseSync(path)
  try {
    // The file counts from its rename on: until then nothing in it needs to survive a crash.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192; BEGIN')
    database.exec(`
      CREATE TABLE advisory (number INTEGER PRIMARY KEY, record TEXT NOT NULL) STRICT;
      CREATE TABLE entry (key TEXT NOT NULL, number INTEGER NOT NULL, affected TEXT NOT NULL) STRICT;
      CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`)
    const asOf = insertRecords(database, archive, ecosystem)
    database.exec('CREATE INDEX entry_by_key ON entry (key)')
    database.prepare('INSERT INTO meta VALUES (?, ?)').run('as-of', asOf)
    database.exec(`PRAGMA user_version = ${INDEX_VERSION}; COMMIT`)
  } finally {
    database.close()
  }
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

function tryOpen(path: string): AdvisoryStore | undefined {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { readOnly: true })
    // Each page is asked for about once: SQLite would keep 2 MiB of them.
    database.exec('PRAGMA cache_size = -256')
    const version = database.prepare('PRAGMA user_version').get()?.['user_version']
    const asOf = database.prepare("SELECT value FROM meta WHERE name = 'as-of'").get()?.['value']
    if (version !== INDEX_VERSION || typeof asOf !== 'string') throw new Error('not a whole index')
    return storeOf(database, asOf)
  } catch {
    // Damaged, or not ours: the caller builds it again.
    database?.close()
    return undefined
  }
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
