/** From what is installed to what affects it: which packages are asked for, of whom, and how old the answer is. */
import { join } from 'node:path'
import { formatTimestamp } from '../../src/base/time.ts'
import type { AdvisorySource, ScanInput } from '../../src/gate/scanner.ts'
import { createApiSource } from './advisories/api-source.ts'
import { createFolderSource } from './advisories/folder-source.ts'
import type { Advisory } from './advisories/record.ts'
import { createRecordCache } from './advisories/record-cache.ts'
import type { MatchAdvisories, MatchResult, Query } from './advisories/source.ts'
import type { LockedPackage } from './lockfile.ts'
import { publishedName } from './lockfiles/npm-origin.ts'
import type { ListedReading } from './packages.ts'
import { isFromRegistry } from './registry.ts'
import type { DependencySettings } from './settings.ts'

export type AdvisoriesOf = (one: LockedPackage) => readonly Advisory[]

export interface Matcher {
  /** How many packages are best asked for at once. */
  readonly batch: number
  match(readings: readonly ListedReading[]): Promise<AdvisoriesOf>
  /** Why the matches may not be all there are; a sentence each. */
  gaps(): readonly string[]
  sources(): readonly AdvisorySource[]
}

export function createMatcher(input: ScanInput, settings: DependencySettings): Matcher {
  const { ask, batch } = chooseSource(input, settings)
  let told: Pick<MatchResult, 'gaps' | 'sources'> = { gaps: [], sources: [] }
  return {
    batch,
    async match(readings) {
      const affected = new Map<string, readonly Advisory[]>()
      for (const queries of queriesOf(readings, settings, batch)) {
        const { matches, gaps, sources } = await ask([...queries.values()])
        told = { gaps, sources }
        // What nothing affects is forgotten: it is almost everything.
        for (const [position, key] of [...queries.keys()].entries()) {
          if (matches[position]!.length > 0) affected.set(key, matches[position]!)
        }
      }
      return advisoriesIn(affected, settings)
    },
    gaps: () => [...told.gaps, ...tooOld(input, settings, told.sources)],
    sources: () => told.sources,
  }
}

function advisoriesIn(
  affected: ReadonlyMap<string, readonly Advisory[]>,
  settings: DependencySettings,
): AdvisoriesOf {
  return (one) => {
    const query = affected.size === 0 ? undefined : queryOf(one, settings)
    return (query && affected.get(keyOf(query))) ?? NO_ADVISORIES
  }
}

/**
 * By {@link keyOf}; what no public advisory is about is not asked for.
 *
 * @param most of one group; a version that is in two of them is asked for twice
 */
function* queriesOf(
  readings: readonly ListedReading[],
  settings: DependencySettings,
  most: number,
): Generator<ReadonlyMap<string, Query>> {
  let queries = new Map<string, Query>()
  for (const { packages } of readings) {
    for (const one of packages) {
      const query = queryOf(one, settings)
      if (query) queries.set(keyOf(query), query)
      if (queries.size < most) continue
      yield queries
      queries = new Map()
    }
  }
  if (queries.size > 0) yield queries
}

function keyOf({ ecosystem, name, version }: Query): string {
  return `${ecosystem}\n${name}\n${version}`
}

/** `undefined` for what no public advisory is about: paths, URLs of no registry, private code under a public name. */
function queryOf(one: LockedPackage, settings: DependencySettings): Query | undefined {
  const { ecosystem, name, version, source } = one
  const isPrivate = (url: string) =>
    settings.privateRegistries.some((registry) => isFromRegistry(url, registry))
  if (source.kind === 'git') {
    if (isPrivate(source.url)) return undefined
    const isCommit = source.commit !== null && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(source.commit)
    return isCommit ? { ecosystem: 'GIT', name: source.url, version: source.commit! } : undefined
  }
  const url = publishedAt(one)
  if (version === '' || ecosystem === '' || url === undefined) return undefined
  if (url !== null && isPrivate(url)) return undefined
  const isScoped = settings.privateScopes.some((scope) =>
    name.startsWith(scope.endsWith('/') ? scope : `${scope}/`),
  )
  return isScoped ? undefined : { ecosystem, name, version }
}

/** The registry, or the address of npm's at which a registry has that very package; `undefined` for anything else. */
function publishedAt({ ecosystem, name, version, source }: LockedPackage): string | null | undefined {
  if (source.kind === 'registry') return source.url
  const isPublished =
    source.kind === 'url' && ecosystem === 'npm' && publishedName(source.url, version) === name
  return isPublished ? source.url : undefined
}

const NO_ADVISORIES: readonly Advisory[] = []

/** From an index, little is held at once; the network is asked once for everything. */
const INDEXED_BATCH = 250
const EVERYTHING = Number.POSITIVE_INFINITY

interface Source {
  readonly ask: MatchAdvisories
  readonly batch: number
}

function chooseSource(input: ScanInput, settings: DependencySettings): Source {
  const { ports, diagnostics } = input
  const { advisories, cache, http } = ports
  if (advisories) {
    const indexes = cache && { indexFolder: join(cache.folder, 'indexes') }
    const ask = createFolderSource({ folder: advisories.folder, ...indexes, diagnostics })
    return { ask, batch: INDEXED_BATCH }
  }
  if (input.offline || !http) return { ask: noSource(input.offline), batch: EVERYTHING }
  const recordCache = cache && { cache: createRecordCache(join(cache.folder, 'records'), diagnostics) }
  const api = { http, url: settings.apiUrl, signal: input.signal, seed: String(input.now), ...recordCache }
  return { ask: createApiSource(api), batch: EVERYTHING }
}

function noSource(offline: boolean): MatchAdvisories {
  const why = offline ? 'the network is forbidden' : 'there is no network'
  const gaps = [`no advisories folder was given, and ${why}`]
  return async (queries) => ({ matches: queries.map(() => NO_ADVISORIES), gaps, sources: [] })
}

function tooOld(
  input: ScanInput,
  { maxAgeMs }: DependencySettings,
  sources: readonly AdvisorySource[],
): string[] {
  if (maxAgeMs === undefined) return []
  const oldest = input.now - maxAgeMs
  return sources
    .filter(({ asOf }) => asOf === null || !(Date.parse(asOf) >= oldest))
    .map(({ source, asOf }) => {
      const limit = formatTimestamp(oldest as typeof input.now)
      return `${source} is as of ${asOf ?? 'an unknown date'}, policy wants ${limit} or later`
    })
}
