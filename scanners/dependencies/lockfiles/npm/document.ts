/**
 * The two shapes of npm's lockfile as one list of entries, each at its place in `node_modules`.
 * Attacker-controlled: keys and values are kept as strings and never used as property names.
 */
import { PackedTexts } from '../../packed/texts.ts'
import type { JsonReader, KeyPlace } from '../../text/json-reader.ts'
import type { LockEntry, Request, RequestKind } from './entry.ts'
import { EntryTable } from './entry-table.ts'

export interface LockDocument {
  readonly version: number | undefined
  /** The project itself: `packages[""]`, or nothing in version 1. */
  readonly root: LockEntry | undefined
  readonly entries: EntryTable
  readonly problems: readonly { readonly line: number; readonly message: string }[]
}

/** Linux's PATH_MAX: no real place in `node_modules` is longer, and lookups stay linear. */
const MAX_LOCATION = 4096

export function readLockDocument(reader: JsonReader): LockDocument {
  let version: number | undefined
  const texts = new PackedTexts()
  const modern = new Entries(texts)
  const legacy = new Entries(texts)
  let hasPackages = false
  reader.members((key) => {
    if (key === 'lockfileVersion') version = reader.numberOrSkip()
    else if (key === 'packages' && reader.peek() === 'object') {
      hasPackages = true
      readPackages(reader, modern)
    } else if (key === 'dependencies' && !hasPackages && reader.peek() === 'object') {
      // Version 2 repeats here for npm 6 what it said before.
      readDependencies(reader, '', legacy)
    } else reader.skip()
  })
  reader.end()
  const { root, entries, problems } = hasPackages ? modern : legacy
  for (const { key, line } of reader.repeated.slice(0, 100)) {
    problems.push({ line, message: `the key ${JSON.stringify(key.slice(0, 200))} stands twice` })
  }
  if (!hasPackages && entries.length === 0 && version === undefined) {
    problems.push({
      line: 1,
      message: 'it has neither "packages" nor "dependencies" nor "lockfileVersion"',
    })
  }
  return { version, root, entries, problems }
}

class Entries {
  root: LockEntry | undefined
  readonly entries: EntryTable
  readonly problems: { line: number; message: string }[] = []

  constructor(texts: PackedTexts) {
    this.entries = new EntryTable(texts)
  }
}

function readPackages(reader: JsonReader, into: Entries): void {
  reader.members((location, place) => {
    if (!acceptsEntry(reader, location, place, into)) return
    const entry = newEntry(location, place, false)
    reader.members((key) => readField(reader, entry, key) || reader.skip())
    entry.endLine = reader.line
    if (location === '') into.root = entry
    else into.entries.set(into.entries.add(location), entry)
  }, into.entries.locations())
}

function readDependencies(reader: JsonReader, parent: string, into: Entries): void {
  reader.members((name, place) => {
    const location = parent === '' ? `node_modules/${name}` : `${parent}/node_modules/${name}`
    if (!acceptsEntry(reader, location, place, into)) return
    const entry = newEntry(location, place, true)
    const row = into.entries.add(location)
    reader.members((key) => {
      if (key === 'dependencies' && reader.peek() === 'object') readDependencies(reader, location, into)
      else if (key === 'requires') readRequests(reader, entry, 'prod')
      else if (key !== 'dependencies' && readField(reader, entry, key)) return
      else reader.skip()
    })
    entry.endLine = reader.line
    into.entries.set(row, entry)
  })
}

function acceptsEntry(reader: JsonReader, location: string, { line }: KeyPlace, into: Entries): boolean {
  const wrong =
    reader.peek() !== 'object'
      ? `the entry ${JSON.stringify(location.slice(0, 200))} is not an object`
      : location.length > MAX_LOCATION
        ? `the place ${JSON.stringify(location.slice(0, 80))}… is longer than ${MAX_LOCATION} characters`
        : undefined
  if (wrong === undefined) return true
  into.problems.push({ line, message: wrong })
  reader.skip()
  return false
}

const NO_REQUESTS: readonly Request[] = []

function newEntry(location: string, { line, column }: KeyPlace, legacy: boolean): LockEntry {
  return {
    location,
    line,
    column,
    endLine: line,
    integrity: false,
    link: false,
    dev: false,
    optional: false,
    devOptional: false,
    peer: false,
    bundled: false,
    hasInstallScript: false,
    legacy,
    requests: NO_REQUESTS,
  }
}

/** Consumes the value of a known key; `false` where the key is not known. */
function readField(reader: JsonReader, entry: LockEntry, key: string): boolean {
  switch (key) {
    case 'name':
    case 'version':
    case 'resolved':
      setText(entry, key, reader.stringOrSkip())
      return true
    case 'integrity':
      entry.integrity = (reader.stringOrSkip() ?? '') !== ''
      return true
    case 'license':
      setText(entry, 'licence', reader.stringOrSkip())
      return true
    case 'link':
    case 'dev':
    case 'optional':
    case 'devOptional':
    case 'peer':
    case 'hasInstallScript':
      entry[key] = reader.isTrue()
      return true
    case 'inBundle':
    case 'bundled':
      entry.bundled = reader.isTrue()
      return true
    case 'dependencies':
      return readRequests(reader, entry, 'prod')
    case 'devDependencies':
      return readRequests(reader, entry, 'dev')
    case 'optionalDependencies':
      return readRequests(reader, entry, 'optional')
    case 'peerDependencies':
      return readRequests(reader, entry, 'peer')
    default:
      return false
  }
}

function setText(
  entry: LockEntry,
  key: 'name' | 'version' | 'resolved' | 'licence',
  value: string | undefined,
) {
  if (value !== undefined) entry[key] = value
}

function readRequests(reader: JsonReader, entry: LockEntry, kind: RequestKind): true {
  if (reader.peek() !== 'object') {
    // Version 1 writes `"requires": true` at the top.
    reader.skip()
    return true
  }
  const requests: Request[] = []
  reader.members((name) => {
    const spec = reader.stringOrSkip()
    if (spec !== undefined) requests.push({ name, spec, kind })
  })
  // A list of exactly its size: one that is added to has room for sixteen more.
  entry.requests = entry.requests.concat(requests)
  return true
}
