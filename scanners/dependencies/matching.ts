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
import type { LockfileReading } from './packages.ts'
import { isFromRegistry } from './registry.ts'
import type { DependencySettings } from './settings.ts'

export interface Matching {
  advisoriesOf(one: LockedPackage): readonly Advisory[]
  readonly gaps: readonly string[]
  readonly sources: readonly AdvisorySource[]
}

export async function matchPackages(
  readings: readonly LockfileReading[],
  input: ScanInput,
  settings: DependencySettings,
): Promise<Matching> {
  const queries = collectQueries(readings, settings)
  const { matches, gaps, sources } = await match(input, settings, [...queries.values()])
  // What nothing affects is forgotten: it is almost everything.
  const affected = new Map<string, readonly Advisory[]>()
  for (const [position, key] of [...queries.keys()].entries()) {
    if (matches[position]!.length > 0) affected.set(key, matches[position]!)
  }
  return {
    advisoriesOf(one) {
      const query = affected.size === 0 ? undefined : queryOf(one, settings)
      return (query && affected.get(keyOf(query))) ?? []
    },
    gaps: [...gaps, ...tooOld(input, settings, sources)],
    sources,
  }
}

/** Each version is asked for once; what no public advisory is about is not asked for. */
function collectQueries(
  readings: readonly LockfileReading[],
  settings: DependencySettings,
): Map<string, Query> {
  const queries = new Map<string, Query>()
  for (const { packages } of readings) {
    for (const one of packages) {
      const query = queryOf(one, settings)
      if (query) queries.set(keyOf(query), query)
    }
  }
  return queries
}

function keyOf({ ecosystem, name, version }: Query): string {
  return `${ecosystem}\n${name}\n${version}`
}

/** `undefined` for what no public advisory is about: paths, URLs, private code under a public name. */
function queryOf(one: LockedPackage, settings: DependencySettings): Query | undefined {
  const { ecosystem, name, version, source } = one
  const isPrivate = (url: string) =>
    settings.privateRegistries.some((registry) => isFromRegistry(url, registry))
  if (source.kind === 'git') {
    if (isPrivate(source.url)) return undefined
    const isCommit = source.commit !== null && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(source.commit)
    return isCommit ? { ecosystem: 'GIT', name: source.url, version: source.commit! } : undefined
  }
  if (source.kind !== 'registry' || version === '' || ecosystem === '') return undefined
  if (source.url !== null && isPrivate(source.url)) return undefined
  const isScoped = settings.privateScopes.some((scope) =>
    name.startsWith(scope.endsWith('/') ? scope : `${scope}/`),
  )
  return isScoped ? undefined : { ecosystem, name, version }
}

const NO_ADVISORIES: readonly Advisory[] = []

async function match(
  input: ScanInput,
  settings: DependencySettings,
  queries: readonly Query[],
): Promise<MatchResult> {
  const nothing = { matches: queries.map(() => NO_ADVISORIES), sources: [] }
  if (queries.length === 0) return { ...nothing, gaps: [] }
  const source = chooseSource(input, settings)
  if (source) return source(queries)
  const gap = input.offline
    ? 'no advisories folder was given, and the network is forbidden'
    : 'no advisories folder was given, and there is no network'
  return { ...nothing, gaps: [gap] }
}

function chooseSource(input: ScanInput, settings: DependencySettings): MatchAdvisories | undefined {
  const { advisories, cache, http } = input.ports
  if (advisories) {
    const indexFolder = cache && { indexFolder: join(cache.folder, 'indexes') }
    return createFolderSource({ folder: advisories.folder, ...indexFolder })
  }
  if (input.offline || !http) return undefined
  const recordCache = cache && { cache: createRecordCache(join(cache.folder, 'records')) }
  return createApiSource({
    http,
    url: settings.apiUrl,
    signal: input.signal,
    seed: String(input.now),
    ...recordCache,
  })
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
