/**
 * What ends a finding, as far as the lockfile lets us know without resolving anything: whether those who
 * ask for the package would take a fixed version, and if not, what holds it back.
 */
import type { FindingPackage } from '../../../src/gate/finding.ts'
import { entriesOf } from '../listing.ts'
import { type LockedPackage, ROOT } from '../lockfile.ts'
import type { ListedReading } from '../packages.ts'
import { compareVersions, orderingOf } from '../versions/ecosystems.ts'
import { admits } from '../versions/ranges.ts'
import forcedVersions from './forced-versions.json' with { type: 'json' }
import type { Installed } from './installed.ts'
import { type DependencyPaths, labelOf } from './paths.ts'

export type Remedy =
  /** Malware. */
  | { readonly kind: 'remove' }
  /** No version that ends it is known. */
  | { readonly kind: 'none' }
  /** The project asks for it: its own upgrade. `inRange`: what the project asks for admits it already. */
  | {
      readonly kind: 'upgrade'
      readonly version: string
      readonly inRange: boolean
      readonly holders: readonly Holder[]
    }
  /** All who ask for it would take the version: only the lockfile is behind. */
  | { readonly kind: 'refresh'; readonly version: string; readonly dependents: readonly Holder[] }
  /** The lockfile itself holds a newer version of the direct dependency that takes a fixed one. */
  | { readonly kind: 'upgrade-direct'; readonly version: string; readonly direct: Step; readonly to: string }
  /** Somebody asks for a range that admits no fixed version. */
  | {
      readonly kind: 'held'
      readonly version: string
      readonly holders: readonly Holder[]
      readonly direct: Step
    }
  /** The lockfile does not record who asks for which range. */
  | { readonly kind: 'unknown'; readonly version: string }

export interface Step {
  readonly name: string
  readonly version: string
}

export interface Holder extends Step {
  readonly range: string
}

/** `fixed`: versions that end it, lowest first. */
export function findRemedy(
  reading: ListedReading,
  installed: Installed,
  fixed: readonly string[],
  paths: DependencyPaths,
): Remedy {
  const lowest = fixed[0]
  if (lowest === undefined) return { kind: 'none' }
  const asked = askersOf(reading, installed, paths)
  const { ecosystem } = installed.first
  if (installed.direct === true) return upgradeDirect(ecosystem, lowest, asked)
  if (asked.length === 0) return { kind: 'unknown', version: lowest }
  const answer = memoize((range: string, version: string) => admits(ecosystem, range, version))
  const taken = fixed.find((version) => asked.every(({ range }) => answer(range, version) === true))
  if (taken !== undefined) return { kind: 'refresh', version: taken, dependents: asked.map(toHolder) }
  const holders = asked.filter(({ range }) => fixed.every((version) => answer(range, version) === false))
  if (holders.length === 0) return { kind: 'unknown', version: lowest }
  return heldBack(reading, installed, fixed, holders, paths)
}

export function fixOf(remedy: Remedy, name: string): FindingPackage['fix'] {
  if (remedy.kind === 'remove' || remedy.kind === 'none') return null
  if (remedy.kind === 'upgrade-direct') return { name: remedy.direct.name, version: remedy.to }
  const held = remedy.kind === 'held' ? { heldBackBy: labelOf(remedy.direct) } : {}
  return { name, version: remedy.version, ...held }
}

/** A sentence or two: what to do; and how, where the package manager that writes the format has a way of its own. */
export function describeRemedy(remedy: Remedy, name: string, format = ''): string {
  switch (remedy.kind) {
    case 'remove':
      return 'Remove it now, and rotate every secret that a machine held on which it was installed or run.'
    case 'none':
      return `No version that ends this is known: replace ${name}, or suppress the finding with a reason.`
    case 'upgrade':
      return [
        `Upgrade ${name} to ${remedy.version}${remedy.inRange ? ', which the range that is asked for admits' : ''}.`,
        ...remedy.holders.slice(0, 3).map((holder) => `${holderText(holder)} and keeps a copy of its own.`),
      ].join(' ')
    case 'refresh':
      return `Refresh the lockfile: upgrade ${name} to ${remedy.version} (in range of ${rangesText(remedy.dependents)}).`
    case 'upgrade-direct':
      return `Upgrade ${remedy.direct.name} to ${remedy.to}, which takes ${name} ${remedy.version}.`
    case 'held':
      return heldText(remedy, name, format)
    case 'unknown':
      return `It ends with ${name} ${remedy.version}: upgrade what brings it in, or ${forceText(format, name, remedy.version)}`
  }
}

const FORCED: ReadonlyMap<string, string> = new Map(Object.entries(forcedVersions))

function forceText(format: string, name: string, version: string): string {
  const how = FORCED.get(format)
  if (how === undefined) return 'override the version.'
  const plain = version.replace(/^v/, '')
  return `override the version. ${how.replaceAll('NAME', () => name).replaceAll('VERSION', () => plain)}`
}

function heldText(
  { holders, direct, version }: Extract<Remedy, { kind: 'held' }>,
  name: string,
  format: string,
): string {
  const others = holders.length > 3 ? ` (and ${holders.length - 3} more)` : ''
  return `It ends with ${name} ${version}, which is held back: ${holders.slice(0, 3).map(holderText).join('; ')}${others}. Upgrade ${direct.name}${hereText(direct)} to a version that takes it; which one that is, the lockfile does not say. Or ${forceText(format, name, version)}`
}

function hereText({ version }: Step): string {
  return version === '' ? '' : ` (here ${version})`
}

function holderText({ range, ...step }: Holder): string {
  return `${labelOf(step)} asks for ${JSON.stringify(range)}`
}

function rangesText(dependents: readonly Holder[]): string {
  const some = dependents.slice(0, 3).map(({ range, ...step }) => `${labelOf(step)}: ${range}`)
  return `${some.join(', ')}${dependents.length > 3 ? ` and ${dependents.length - 3} more` : ''}`
}

interface Asker {
  readonly from: number
  /** `undefined` for the project itself. */
  readonly one: LockedPackage | undefined
  readonly range: string
}

/** Everybody who asks for the package at any of its places, once each. */
function askersOf(reading: ListedReading, installed: Installed, paths: DependencyPaths): Asker[] {
  const askers = new Map<string, Asker>()
  for (const index of installed.indices) {
    for (const { from, range } of paths.dependents(index)) {
      if (range === undefined) continue
      const one = from === ROOT ? undefined : reading.packages.at(from)
      const key = `${one?.name}\n${one?.version}\n${range}`
      if (!askers.has(key)) askers.set(key, { from, one, range })
    }
  }
  return [...askers.values()]
}

function upgradeDirect(ecosystem: string, version: string, asked: readonly Asker[]): Remedy {
  const isProject = ({ one }: Asker) => one === undefined || one.source.kind === 'workspace'
  const own = asked.filter(isProject)
  return {
    kind: 'upgrade',
    version,
    inRange: own.length > 0 && own.every(({ range }) => admits(ecosystem, range, version) === true),
    holders: asked
      .filter((asker) => !isProject(asker) && admits(ecosystem, asker.range, version) === false)
      .map(toHolder),
  }
}

function heldBack(
  reading: ListedReading,
  installed: Installed,
  fixed: readonly string[],
  holders: readonly Asker[],
  paths: DependencyPaths,
): Remedy {
  const nearest = holders
    .map((holder) => ({ holder, path: holder.from === ROOT ? [] : paths.shortest(holder.from) }))
    .sort((a, b) => a.path.length - b.path.length)[0]!
  const start = nearest.path[0] ?? installed.indices[0]!
  const direct = reading.packages.at(start)!
  if (holders.length === 1 && nearest.path.length === 1) {
    const newer = findNewer(reading, start, installed.first, fixed, paths)
    if (newer) return { kind: 'upgrade-direct', direct: stepOf(direct), ...newer }
  }
  return { kind: 'held', version: fixed[0]!, holders: holders.map(toHolder), direct: stepOf(direct) }
}

/** A newer version of the holder that is in the same lockfile, and asks for a fixed version. */
function findNewer(
  reading: ListedReading,
  holder: number,
  affected: LockedPackage,
  fixed: readonly string[],
  paths: DependencyPaths,
): { readonly to: string; readonly version: string } | undefined {
  const ordering = orderingOf(affected.ecosystem)
  const { ecosystem, name, version } = reading.packages.at(holder)!
  if (!ordering) return undefined
  for (const [index, other] of entriesOf(reading.packages)) {
    if (other.name !== name || other.ecosystem !== ecosystem) continue
    if ((compareVersions(ordering, other.version, version) ?? 0) <= 0) continue
    for (const { to, range } of paths.dependencies(index)) {
      if (reading.packages.at(to)!.name !== affected.name || range === undefined) continue
      const taken = fixed.find((one) => admits(affected.ecosystem, range, one) === true)
      if (taken !== undefined) return { to: other.version, version: taken }
    }
  }
  return undefined
}

function toHolder({ one, range }: Asker): Holder {
  return { name: one?.name ?? 'the project', version: one?.version ?? '', range }
}

function stepOf({ name, version }: LockedPackage): Step {
  return { name, version }
}

function memoize(
  answer: (range: string, version: string) => boolean | undefined,
): (range: string, version: string) => boolean | undefined {
  const known = new Map<string, boolean | undefined>()
  return (range, version) => {
    const key = `${range}\n${version}`
    if (!known.has(key)) known.set(key, answer(range, version))
    return known.get(key)
  }
}
