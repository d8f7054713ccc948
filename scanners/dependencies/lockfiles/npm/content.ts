/** From npm's entries to packages and edges. */
import type { DependencyScope } from '../../../../src/gate/finding.ts'
import {
  type Disagreement,
  type Edge,
  type LockedPackage,
  type LockfileContent,
  type LockfileProblem,
  type PackageSource,
  ROOT,
} from '../../lockfile.ts'
import type { LineIndex } from '../../text/lines.ts'
import { findDisagreements } from './disagreement.ts'
import type { LockDocument, LockEntry, Request } from './document.ts'
import type { Manifest } from './manifest.ts'
import { isInstalled, nameOfPlace, Places } from './places.ts'
import { originOf } from './source.ts'

export function buildContent(
  document: LockDocument,
  manifest: Manifest | undefined,
  lines: LineIndex,
): LockfileContent {
  const entries = document.entries.filter((entry) => !entry.link)
  const places = indexPlaces(document.entries, entries)
  const rootRequests = document.root?.requests ?? manifest?.requests ?? []
  const { edges, direct, specs } = resolveEdges(entries, places, rootRequests)
  if (document.root === undefined && manifest === undefined) markUnrequired(entries, edges, direct)
  const known = document.root !== undefined || manifest !== undefined
  const packages = entries.map((entry, index) =>
    toPackage(entry, specs[index], direct.has(index) ? true : known ? false : null, lines),
  )
  return {
    packages,
    edges,
    errors: problemsOf(document, entries, lines),
    disagreements: disagreementsOf(document, manifest, places, packages, lines),
  }
}

/** Links stand for the entry they point to, so that a workspace is found under its name. */
function indexPlaces(all: readonly LockEntry[], entries: readonly LockEntry[]): Places {
  const places = new Places()
  const members = new Map<string, number>()
  for (const [index, entry] of entries.entries()) {
    if (isInstalled(entry.location)) places.add(entry.location, index)
    else members.set(entry.location, index)
  }
  for (const entry of all) {
    const target = entry.link && entry.resolved !== undefined ? members.get(entry.resolved) : undefined
    if (target !== undefined && isInstalled(entry.location)) places.add(entry.location, target)
  }
  return places
}

interface Resolution {
  readonly edges: Edge[]
  readonly direct: Set<number>
  /** What the first dependent asked for. */
  readonly specs: (string | undefined)[]
}

function resolveEdges(
  entries: readonly LockEntry[],
  places: Places,
  rootRequests: readonly Request[],
): Resolution {
  const resolution: Resolution = { edges: [], direct: new Set(), specs: new Array(entries.length) }
  connect(resolution, places, ROOT, '', rootRequests, true)
  for (const [index, entry] of entries.entries()) {
    const isMember = !isInstalled(entry.location)
    connect(resolution, places, index, entry.location, entry.requests, isMember)
  }
  return resolution
}

function connect(
  into: Resolution,
  places: Places,
  from: number,
  location: string,
  requests: readonly Request[],
  isProject: boolean,
): void {
  const seen = requests.length > 1 ? new Set<number>() : undefined
  for (const request of requests) {
    // A published package's development dependencies are not installed.
    if (request.kind === 'dev' && !isProject) continue
    const to = places.find(location, request.name)
    if (to === undefined || to === from || seen?.has(to)) continue
    seen?.add(to)
    into.edges.push([from, to, request.spec])
    into.specs[to] ??= request.spec
    if (isProject) into.direct.add(to)
  }
}

/** Without a manifest: what stands at the top and nobody requires was asked for by the project. */
function markUnrequired(entries: readonly LockEntry[], edges: Edge[], direct: Set<number>): void {
  const required = new Set(edges.map(([, to]) => to))
  for (const [index, entry] of entries.entries()) {
    const isTop = entry.location.indexOf('/node_modules/') === -1
    if (!isTop || required.has(index)) continue
    direct.add(index)
    edges.push([ROOT, index])
  }
}

function toPackage(
  entry: LockEntry,
  spec: string | undefined,
  direct: boolean | null,
  lines: LineIndex,
): LockedPackage {
  const placeName = nameOfPlace(entry.location)
  const named = entry.name ?? placeName
  const origin = originOf(entry, named, spec)
  const source: PackageSource = isInstalled(entry.location)
    ? origin.source
    : { kind: 'workspace', path: entry.location }
  return {
    ecosystem: 'npm',
    name: origin.name ?? named,
    version: origin.version,
    source,
    scope: scopeOf(entry),
    direct,
    line: lines.lineAt(entry.keyOffset),
    column: lines.columnAt(entry.keyOffset),
    endLine: lines.lineAt(Math.max(entry.keyOffset, entry.endOffset - 1)),
    ...(source.kind === 'registry' && !entry.bundled ? { integrity: entry.integrity } : {}),
    ...(entry.hasInstallScript ? { hasInstallScript: true } : {}),
    ...(entry.licence === undefined ? {} : { licence: entry.licence }),
  }
}

function scopeOf(entry: LockEntry): DependencyScope {
  if (entry.dev) return 'dev'
  if (entry.optional || entry.devOptional) return 'optional'
  return entry.peer ? 'peer' : 'prod'
}

function problemsOf(
  document: LockDocument,
  entries: readonly LockEntry[],
  lines: LineIndex,
): LockfileProblem[] {
  const problems: LockfileProblem[] = document.problems.map(({ offset, message }) => ({
    line: lines.lineAt(offset),
    code: 'LOCKFILE_INVALID',
    message,
  }))
  for (const entry of entries) {
    // Without a version nothing can be said about a package from a registry.
    if (entry.version !== undefined || !isInstalled(entry.location) || entry.resolved?.startsWith('git'))
      continue
    const message = `${JSON.stringify(entry.location.slice(0, 200))} has no version`
    problems.push({ line: lines.lineAt(entry.keyOffset), code: 'LOCKFILE_INVALID', message })
  }
  if (document.version !== undefined && document.version > 3) {
    const message = `lockfileVersion ${document.version} is not known (1, 2 and 3 are)`
    problems.push({ line: 1, code: 'LOCKFILE_UNSUPPORTED', message })
  }
  return problems
}

function disagreementsOf(
  document: LockDocument,
  manifest: Manifest | undefined,
  places: Places,
  packages: readonly LockedPackage[],
  lines: LineIndex,
): Disagreement[] {
  if (!manifest) return []
  const line = document.root === undefined ? 1 : lines.lineAt(document.root.keyOffset)
  return findDisagreements(manifest.requests, document.root?.requests, (name) => {
    const found = places.find('', name)
    return found === undefined ? undefined : packages[found]
  }).map((disagreement) => ({ ...disagreement, line: disagreement.line ?? line }))
}
