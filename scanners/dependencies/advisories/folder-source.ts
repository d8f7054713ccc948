/**
 * Advisories from a folder in OSV's layout (`<Ecosystem>/all.zip`). Only the ecosystems that have
 * packages are read; one of them that is missing or broken is a gap, so that nothing passes for clean
 * because its advisories were not there.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostics } from '../../../src/base/diagnostics.ts'
import { createSha256, sha256Hex } from '../../../src/base/digest.ts'
import { hasSystemCode, messageOf, SallyportError } from '../../../src/base/errors.ts'
import type { AdvisorySource } from '../../../src/gate/scanner.ts'
import { ecosystemBase } from '../versions/ecosystems.ts'
import { createScratchIndex } from './advisory-index.ts'
import { dropIndex, openIndex } from './index-file.ts'
import type { Advisory } from './record.ts'
import type { MatchAdvisories, MatchResult, Query } from './source.ts'
import type { AdvisoryStore } from './store.ts'
import { type Found, groupByKey, matchStore } from './store-match.ts'

export interface FolderSourceOptions {
  readonly folder: string
  /** Where indexes are kept; without it, or where it cannot be written, each run makes its own. */
  readonly indexFolder?: string
  readonly diagnostics: Diagnostics
}

/** OSS-Fuzz's records are about commits and tags of repositories; OSV keeps them apart. */
const ALSO_IN: ReadonlyMap<string, readonly string[]> = new Map([['GIT', ['OSS-Fuzz']]])

const NOTHING: readonly Advisory[] = []

export function createFolderSource({ diagnostics, ...places }: FolderSourceOptions): MatchAdvisories {
  const asked = new Map<string, Asked>()
  let isSaid = false
  const options: Options = {
    ...places,
    cacheFailed(error) {
      if (isSaid) return
      isSaid = true
      diagnostics.log('warn', 'the cache of advisories cannot be used: indexes are made for this run alone', {
        folder: places.indexFolder,
        error: messageOf(error),
      })
    },
  }
  return async (queries) => {
    const matches: (readonly Advisory[])[] = queries.map(() => NOTHING)
    for (const [ecosystem, numbers] of byEcosystem(queries)) {
      for (const archive of [ecosystem, ...(ALSO_IN.get(ecosystem) ?? [])]) {
        const key = `${ecosystem}\n${archive}`
        const one: Asked = asked.get(key) ?? { archive, ecosystem, undecided: new Map() }
        asked.set(key, one)
        if (one.broken === undefined) matchArchive(options, one, queries, numbers, matches)
      }
    }
    return { matches, ...told(asked) } satisfies MatchResult
  }
}

interface Options extends Omit<FolderSourceOptions, 'diagnostics'> {
  /** Said of the first archive that it happens to. */
  cacheFailed(error: unknown): void
}

/** An archive, and what came of asking it. */
interface Asked {
  readonly archive: string
  readonly ecosystem: string
  /** Hex; taken once, so that all is answered from the same records. */
  digest?: string
  /** Of this run alone, where none can be kept. */
  scratch?: AdvisoryStore
  source?: AdvisorySource
  broken?: string
  /** Versions that its records leave open, by what a person calls them. */
  readonly undecided: Map<string, Query>
}

/** By ecosystem, whichever was asked for first. */
function told(asked: ReadonlyMap<string, Asked>): Pick<MatchResult, 'gaps' | 'sources'> {
  const ordered = [...asked.values()].sort((a, b) => compare(a.ecosystem, b.ecosystem))
  return {
    gaps: ordered.flatMap(({ ecosystem, broken, undecided }) => [
      ...(undecided.size > 0 ? [describeUndecided(ecosystem, [...undecided.values()])] : []),
      ...(broken === undefined ? [] : [`${ecosystem}: ${broken}`]),
    ]),
    sources: ordered.flatMap(({ source }) => source ?? []),
  }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/**
 * Ecosystems that few folders have: records of repositories, actions, images. What uses them is judged by
 * the workflow scanner as well, and a folder without them is whole for everything else.
 */
const OPTIONAL: ReadonlySet<string> = new Set(['GIT', 'GitHub Actions', 'Docker'])

function isOptional(ecosystem: string): boolean {
  return OPTIONAL.has(ecosystem)
}

function byEcosystem(queries: readonly Query[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [number, query] of queries.entries()) {
    const ecosystem = ecosystemBase(query.ecosystem)
    const group = groups.get(ecosystem)
    if (group) group.push(number)
    else groups.set(ecosystem, [number])
  }
  return groups
}

/** Adds to the matches, and to what is known of the archive. */
function matchArchive(
  options: Options,
  asked: Asked,
  queries: readonly Query[],
  numbers: readonly number[],
  matches: (readonly Advisory[])[],
): void {
  const { archive, ecosystem } = asked
  try {
    const { found, source } = askArchive(options, asked, queries, numbers)
    asked.source = source
    for (const { number, advisories, undecided } of found) {
      const query = queries[number]!
      matches[number] = [...matches[number]!, ...advisories]
      if (undecided) asked.undecided.set(`${query.ecosystem}\n${query.name}\n${query.version}`, query)
    }
  } catch (error) {
    if ((archive !== ecosystem || isOptional(ecosystem)) && isMissing(error)) return
    asked.broken = reasonOf(error, options.folder, archive)
  }
}

function askArchive(
  options: Options,
  asked: Asked,
  queries: readonly Query[],
  numbers: readonly number[],
): { readonly found: readonly Found[]; readonly source: AdvisorySource } {
  const { archive, ecosystem } = asked
  // A list of components may call its ecosystem anything; it is a folder's name here, and no way out of it.
  if (!/^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(archive)) throw unknownEcosystem(archive)
  const path = join(options.folder, archive, 'all.zip')
  asked.digest ??= digestOf(path)
  const { digest } = asked
  const byKey = groupByKey(queries, numbers)
  return withStore(options, asked, { path, ecosystem, digest }, (store) => ({
    found: matchStore(store, byKey, queries),
    source: { source: `${archive}/all.zip`, digest: `sha256:${digest}`, asOf: store.asOf },
  }))
}

/** In pieces: with a warm index nothing else is read of the archive. */
function digestOf(path: string): string {
  const piece = Buffer.alloc(PIECE_BYTES)
  const hash = createSha256()
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

const PIECE_BYTES = 64 * 1024

interface Archive {
  readonly path: string
  readonly ecosystem: string
  /** Hex. */
  readonly digest: string
}

/** An index that breaks while it is read is built again once; a cache that cannot be written costs time, not the answer. */
function withStore<T>(
  { indexFolder, cacheFailed }: Options,
  asked: Asked,
  { path, ecosystem, digest }: Archive,
  use: (store: AdvisoryStore) => T,
): T {
  const readBytes = () => readArchiveBytes(path, digest)
  if (asked.scratch === undefined && indexFolder !== undefined) {
    const place = { folder: indexFolder, ecosystem, digest }
    try {
      return usingStore(openIndex(place, readBytes), use)
    } catch (error) {
      if (error instanceof SallyportError) throw error
    }
    try {
      dropIndex(place)
      return usingStore(openIndex(place, readBytes), use)
    } catch (error) {
      if (error instanceof SallyportError) throw error
      cacheFailed(error)
    }
  }
  asked.scratch ??= createScratchIndex(readBytes(), ecosystem)
  return use(asked.scratch)
}

/** Between its digest and its reading an update may have put another archive there. @throws `ADVISORIES_INVALID` */
function readArchiveBytes(path: string, digest: string): Uint8Array {
  const bytes = readFileSync(path)
  if (sha256Hex(bytes) === digest) return bytes
  throw new SallyportError('ADVISORIES_INVALID', {
    message: 'the archive was replaced while it was read',
    help: 'run it again',
  })
}

function usingStore<T>(store: AdvisoryStore, use: (store: AdvisoryStore) => T): T {
  try {
    return use(store)
  } finally {
    store.close()
  }
}

function describeUndecided(ecosystem: string, queries: readonly Query[]): string {
  const some = queries.slice(0, 5).map(({ name, version }) => `${name}@${version}`)
  const more = queries.length > 5 ? ` and ${queries.length - 5} more` : ''
  return `${ecosystem}: versions that have no place in the ecosystem's order: ${some.join(', ')}${more}`
}

function unknownEcosystem(name: string): SallyportError {
  return new SallyportError('ADVISORIES_INVALID', {
    message: `${JSON.stringify(name.slice(0, 60))} names no ecosystem`,
  })
}

function isMissing(error: unknown): boolean {
  return hasSystemCode(error, 'ENOENT', 'ENOTDIR')
}

function reasonOf(error: unknown, folder: string, archive: string): string {
  if (isMissing(error)) return `there is no ${archive}/all.zip in the advisories folder`
  // No absolute path: reports do not depend on where they were made.
  return messageOf(error).replaceAll(folder, '<advisories>')
}
