/**
 * The two shapes of npm's lockfile as one list of entries, each at its place in `node_modules`.
 * Attacker-controlled: keys and values are kept as strings and never used as property names.
 */
import type { JsonReader } from '../../text/json-reader.ts'

export interface LockDocument {
  readonly version: number | undefined
  /** The project itself: `packages[""]`, or nothing in version 1. */
  root: LockEntry | undefined
  readonly entries: LockEntry[]
  readonly problems: { readonly offset: number; readonly message: string }[]
}

export interface LockEntry {
  /** `node_modules/a/node_modules/b`, `packages/tool`, or empty for the project itself. */
  readonly location: string
  readonly keyOffset: number
  endOffset: number
  name?: string
  version?: string
  resolved?: string
  licence?: string
  integrity: boolean
  link: boolean
  dev: boolean
  optional: boolean
  devOptional: boolean
  peer: boolean
  bundled: boolean
  hasInstallScript: boolean
  /** Version 1 names registry packages by their version and others by where they come from. */
  readonly legacy: boolean
  requests: readonly Request[]
}

export interface Request {
  readonly name: string
  /** A range, a tag, an URL, `npm:name@range`, … */
  readonly spec: string
  readonly kind: RequestKind
}

export type RequestKind = 'prod' | 'dev' | 'optional' | 'peer'

/** Linux's PATH_MAX: no real place in `node_modules` is longer, and lookups stay linear. */
const MAX_LOCATION = 4096

export function readLockDocument(reader: JsonReader): LockDocument {
  let version: number | undefined
  const modern = new Entries()
  const legacy = new Entries()
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
  const { root, list, problems } = hasPackages ? modern : legacy
  for (const { key, offset } of reader.repeated.slice(0, 100)) {
    problems.push({ offset, message: `the key ${JSON.stringify(key.slice(0, 200))} stands twice` })
  }
  if (!hasPackages && list.length === 0 && version === undefined) {
    problems.push({
      offset: 0,
      message: 'it has neither "packages" nor "dependencies" nor "lockfileVersion"',
    })
  }
  return { version, root, entries: list, problems }
}

class Entries {
  root: LockEntry | undefined
  readonly list: LockEntry[] = []
  readonly problems: { offset: number; message: string }[] = []
}

function readPackages(reader: JsonReader, into: Entries): void {
  reader.members((location, keyOffset) => {
    if (!acceptsEntry(reader, location, keyOffset, into)) return
    const entry = newEntry(location, keyOffset, false)
    reader.members((key) => readField(reader, entry, key) || reader.skip())
    entry.endOffset = reader.offset
    if (location === '') into.root = entry
    else into.list.push(entry)
  })
}

function readDependencies(reader: JsonReader, parent: string, into: Entries): void {
  reader.members((name, keyOffset) => {
    const location = parent === '' ? `node_modules/${name}` : `${parent}/node_modules/${name}`
    if (!acceptsEntry(reader, location, keyOffset, into)) return
    const entry = newEntry(location, keyOffset, true)
    into.list.push(entry)
    reader.members((key) => {
      if (key === 'dependencies' && reader.peek() === 'object') readDependencies(reader, location, into)
      else if (key === 'requires') readRequests(reader, entry, 'prod')
      else if (key !== 'dependencies' && readField(reader, entry, key)) return
      else reader.skip()
    })
    entry.endOffset = reader.offset
  })
}

function acceptsEntry(reader: JsonReader, location: string, offset: number, into: Entries): boolean {
  const wrong =
    reader.peek() !== 'object'
      ? `the entry ${JSON.stringify(location.slice(0, 200))} is not an object`
      : location.length > MAX_LOCATION
        ? `the place ${JSON.stringify(location.slice(0, 80))}… is longer than ${MAX_LOCATION} characters`
        : undefined
  if (wrong === undefined) return true
  into.problems.push({ offset, message: wrong })
  reader.skip()
  return false
}

const NO_REQUESTS: readonly Request[] = []

function newEntry(location: string, keyOffset: number, legacy: boolean): LockEntry {
  return {
    location,
    keyOffset,
    endOffset: keyOffset,
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
