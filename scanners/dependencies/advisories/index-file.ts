/**
 * Where indexes are kept. One is built beside its place and renamed into it, so that whoever opens it finds it
 * whole; two builders at once make the same file twice. A file that cannot be read is thrown away and built again.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { INDEX_VERSION, readIndex, writeIndex } from './advisory-index.ts'
import type { AdvisoryStore } from './store.ts'

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
  return readIndex(path)
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

function tryOpen(path: string): AdvisoryStore | undefined {
  try {
    return readIndex(path)
  } catch {
    // Damaged, or not ours: the caller builds it again.
    return undefined
  }
}
