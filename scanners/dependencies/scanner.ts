/** Known vulnerabilities and other weaknesses of what the tree depends on, by its lockfiles. */
import { join } from 'node:path'
import { formatTimestamp } from '../../src/base/time.ts'
import type { Finding } from '../../src/gate/finding.ts'
import type { AdvisorySource, ScanInput, Scanner, ScanOutput } from '../../src/gate/scanner.ts'
import { createApiSource } from './advisories/api-source.ts'
import { createFolderSource } from './advisories/folder-source.ts'
import type { Advisory } from './advisories/record.ts'
import { createRecordCache } from './advisories/record-cache.ts'
import type { MatchAdvisories, MatchResult, Query } from './advisories/source.ts'
import { groupInstalled, type Installed } from './findings/installed.ts'
import { findPaths } from './findings/paths.ts'
import { groupByUpgrade, type Upgrade } from './findings/upgrades.ts'
import { type Vulnerability, vulnerabilityFindings } from './findings/vulnerability.ts'
import { RULES_WITHOUT_INPUT, warningFindings } from './findings/warnings.ts'
import { type Inventory, isWanted, readInventory } from './inventory.ts'
import type { LockedPackage } from './lockfile.ts'
import { formatOfPath, type LockfileReading } from './packages.ts'
import { isFromRegistry } from './registry.ts'
import { type DependencySettings, decodeSettings } from './settings.ts'

/** What other scanners and reports may read of this one. */
export interface DependencyFacts {
  readonly readings: readonly LockfileReading[]
  readonly upgrades: readonly Upgrade[]
  readonly skippedRules: readonly { readonly rule: string; readonly reason: string }[]
}

export const dependenciesScanner: Scanner = {
  id: 'dependencies',
  title: 'Dependencies',
  needs: ['http', 'cache', 'advisories'],
  wants: isWanted,
  scan,
}

async function scan(input: ScanInput): Promise<ScanOutput> {
  const settings = decodeSettings(input.settings)
  const inventory = await readInventory(input.files, input.signal)
  if (!input.files.some((file) => formatOfPath(file.path))) return nothingToRead()
  const groups = inventory.readings.map((reading) => groupInstalled(reading.packages))
  const { queries, positions } = collectQueries(groups.flat(), settings)
  const result = await match(input, settings, queries)
  const advisoriesOf = (installed: Installed) => {
    const position = positions.get(installed)
    return position === undefined ? [] : result.matches[position]!
  }
  const vulnerabilities = inventory.readings.flatMap((reading, index) =>
    vulnerabilitiesOf(reading, groups[index]!, advisoriesOf),
  )
  const warnings = inventory.readings.flatMap((reading) =>
    warningFindings(reading, settings.allowedRegistries),
  )
  sayAloud(input)
  return toOutput(inventory, vulnerabilities, warnings, result, [
    ...result.gaps,
    ...tooOld(input, settings, result.sources),
  ])
}

function nothingToRead(): ScanOutput {
  return { findings: [], fileErrors: [], skipped: 'there is no lockfile' }
}

/** Each version is asked for once; what no public advisory is about is not asked for. */
function collectQueries(installed: readonly Installed[], settings: DependencySettings) {
  const queries: Query[] = []
  const positions = new Map<Installed, number>()
  const known = new Map<string, number>()
  for (const one of installed) {
    if (!isPublic(one.first, settings)) continue
    const { ecosystem, name, version } = one.first
    const key = `${ecosystem}\n${name}\n${version}`
    let position = known.get(key)
    if (position === undefined) {
      position = queries.push({ ecosystem, name, version }) - 1
      known.set(key, position)
    }
    positions.set(one, position)
  }
  return { queries, positions }
}

/** From a registry that policy does not call private; git, paths and URLs are other code under the name. */
function isPublic(
  { ecosystem, source, name, version }: LockedPackage,
  settings: DependencySettings,
): boolean {
  if (source.kind !== 'registry' || version === '' || ecosystem === '') return false
  const url = source.url
  if (url !== null && settings.privateRegistries.some((registry) => isFromRegistry(url, registry)))
    return false
  return !settings.privateScopes.some((scope) => name.startsWith(scope.endsWith('/') ? scope : `${scope}/`))
}

async function match(
  input: ScanInput,
  settings: DependencySettings,
  queries: readonly Query[],
): Promise<MatchResult> {
  const nothing = { matches: queries.map(() => []), sources: [] }
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

function vulnerabilitiesOf(
  reading: LockfileReading,
  groups: readonly Installed[],
  advisoriesOf: (installed: Installed) => readonly Advisory[],
): Vulnerability[] {
  const paths = findPaths(reading.packages, reading.edges)
  return groups.flatMap((installed) => {
    const advisories = advisoriesOf(installed)
    return advisories.length === 0 ? [] : vulnerabilityFindings(reading, installed, advisories, paths)
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

function sayAloud(input: ScanInput): void {
  for (const { rule, reason } of RULES_WITHOUT_INPUT) {
    input.diagnostics.log('info', 'rule skipped', { scanner: 'dependencies', rule, reason })
  }
}

function toOutput(
  inventory: Inventory,
  vulnerabilities: readonly Vulnerability[],
  warnings: readonly Finding[],
  result: MatchResult,
  gaps: readonly string[],
): ScanOutput {
  const facts: DependencyFacts = {
    readings: inventory.readings,
    upgrades: groupByUpgrade(vulnerabilities),
    skippedRules: RULES_WITHOUT_INPUT,
  }
  return {
    findings: [...vulnerabilities.map(({ finding }) => finding), ...warnings],
    fileErrors: inventory.fileErrors,
    advisories: result.sources,
    facts,
    ...(gaps.length === 0 ? {} : { incomplete: gaps.join('; ') }),
  }
}
