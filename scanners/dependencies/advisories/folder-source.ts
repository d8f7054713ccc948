/**
 * Advisories from a folder in OSV's layout (`<Ecosystem>/all.zip`). Only the ecosystems that have
 * packages are read; one of them that is missing or broken is a gap, so that nothing passes for clean
 * because its advisories were not there.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { createSha256, sha256Hex } from '../../../src/base/digest.ts'
import { hasSystemCode, messageOf, SallyportError } from '../../../src/base/errors.ts'
import type { AdvisorySource } from '../../../src/gate/scanner.ts'
import { ecosystemBase } from '../versions/ecosystems.ts'
import { type Answer, evaluate, evaluateCommit } from './evaluation.ts'
import { dropIndex, openIndex } from './index-file.ts'
import { readIntoMemory } from './memory-store.ts'
import { packageKey, sameEcosystem } from './names.ts'
import type { Advisory, Affected } from './record.ts'
import type { MatchAdvisories, MatchResult, Query } from './source.ts'
import type { AdvisoryStore, Candidate } from './store.ts'

export interface FolderSourceOptions {
  readonly folder: string
  /** Where indexes are kept; without it the archives are read whole each time. */
  readonly indexFolder?: string
}

/** OSS-Fuzz's records are about commits and tags of repositories; OSV keeps them apart. */
const ALSO_IN: ReadonlyMap<string, readonly string[]> = new Map([['GIT', ['OSS-Fuzz']]])

const NOTHING: readonly Advisory[] = []

export function createFolderSource(options: FolderSourceOptions): MatchAdvisories {
  return async (queries) => {
    const matches: (readonly Advisory[])[] = queries.map(() => NOTHING)
    const gaps: string[] = []
    const sources: AdvisorySource[] = []
    for (const [ecosystem, numbers] of byEcosystem(queries)) {
      for (const archive of [ecosystem, ...(ALSO_IN.get(ecosystem) ?? [])]) {
        try {
          sources.push(matchArchive(options, { archive, ecosystem }, queries, numbers, matches, gaps))
        } catch (error) {
          if ((archive !== ecosystem || isOptional(ecosystem)) && isMissing(error)) continue
          gaps.push(`${ecosystem}: ${reasonOf(error, options.folder, archive)}`)
        }
      }
    }
    return { matches, gaps, sources } satisfies MatchResult
  }
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
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function matchArchive(
  options: FolderSourceOptions,
  { archive, ecosystem }: { readonly archive: string; readonly ecosystem: string },
  queries: readonly Query[],
  numbers: readonly number[],
  matches: (readonly Advisory[])[],
  gaps: string[],
): AdvisorySource {
  // A list of components may call its ecosystem anything; it is a folder's name here, and no way out of it.
  if (!/^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(archive)) throw unknownEcosystem(archive)
  const path = join(options.folder, archive, 'all.zip')
  const digest = digestOf(path)
  const byKey = groupByKey(queries, numbers)
  const keys = new Set(byKey.keys())
  const outcome = withStore(options, { path, ecosystem, digest }, keys, (store) => {
    const found = [...store.known(keys)].flatMap((key) => {
      // Read once for all versions of the package, which share the advisories then.
      const candidates = store.candidates(key)
      return byKey.get(key)!.map((number) => ({ number, ...matchOne(candidates, queries[number]!) }))
    })
    return { found: found.sort((a, b) => a.number - b.number), asOf: store.asOf }
  })
  for (const { number, advisories } of outcome.found) matches[number] = [...matches[number]!, ...advisories]
  const undecided = outcome.found.filter((one) => one.undecided).map(({ number }) => queries[number]!)
  if (undecided.length > 0) gaps.push(describeUndecided(ecosystem, undecided))
  return { source: `${archive}/all.zip`, digest: `sha256:${digest}`, asOf: outcome.asOf }
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

/** An index that breaks while it is read is built again once. */
function withStore<T>(
  options: FolderSourceOptions,
  { path, ecosystem, digest }: Archive,
  keys: ReadonlySet<string>,
  use: (store: AdvisoryStore) => T,
): T {
  const readBytes = () => readArchiveBytes(path, digest)
  if (options.indexFolder === undefined) return use(readIntoMemory(readBytes(), ecosystem, keys))
  const place = { folder: options.indexFolder, ecosystem, digest }
  try {
    return usingStore(openIndex(place, readBytes), use)
  } catch (error) {
    if (error instanceof SallyportError) throw error
    dropIndex(place)
    return usingStore(openIndex(place, readBytes), use)
  }
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

function groupByKey(queries: readonly Query[], numbers: readonly number[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const number of numbers) {
    const { ecosystem, name } = queries[number]!
    const key = packageKey(ecosystem, name)
    const group = groups.get(key)
    if (group) group.push(number)
    else groups.set(key, [number])
  }
  return groups
}

function matchOne(
  candidates: readonly Candidate[],
  query: Query,
): { advisories: Advisory[]; undecided: boolean } {
  const advisories: Advisory[] = []
  let undecided = false
  for (const { advisory, affected } of candidates) {
    const answers = affected
      .filter((entry) => query.ecosystem === 'GIT' || sameEcosystem(entry.ecosystem, query.ecosystem))
      .map((entry) => evaluateQuery(entry, query))
    if (answers.includes('affected')) advisories.push(advisory)
    else if (answers.includes('unknown')) undecided = true
  }
  return { advisories, undecided }
}

/** A commit that no record names is left open by every record: that is no answer, and no gap. */
function evaluateQuery(entry: Affected, { ecosystem, version }: Query): Answer {
  if (ecosystem !== 'GIT') return evaluate(entry, version)
  if (entry.versions.includes(version)) return 'affected'
  const answers = entry.ranges
    .filter((range) => range.type === 'GIT')
    .map((range) => evaluateCommit(range, version))
  return answers.includes('affected') ? 'affected' : 'not-affected'
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
