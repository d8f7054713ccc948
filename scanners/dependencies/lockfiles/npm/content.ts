/** From npm's entries to packages and edges. */
import type { DependencyScope } from '../../../../src/gate/finding.ts'
import {
  type Disagreement,
  type LockedPackage,
  type LockfileListing,
  type LockfileProblem,
  type PackageSource,
  ROOT,
} from '../../lockfile.ts'
import { PackedEdges } from '../../packed/edges.ts'
import { PackedPackages } from '../../packed/packages.ts'
import { findDisagreements } from './disagreement.ts'
import type { LockDocument } from './document.ts'
import type { PlacedEntry, Request } from './entry.ts'
import type { EntryTable, PackedRequest } from './entry-table.ts'
import type { Manifest } from './manifest.ts'
import { isInstalled, nameOfPlace, Places } from './places.ts'
import { originOf } from './source.ts'

export function buildContent(document: LockDocument, manifest: Manifest | undefined): LockfileListing {
  const { entries } = document
  const rows = rowsOfPackages(entries)
  const places = indexPlaces(entries, rows)
  const rootRequests = document.root?.requests ?? manifest?.requests ?? []
  const resolution = resolveEdges(entries, rows, places, rootRequests)
  const known = document.root !== undefined || manifest !== undefined
  if (!known) markUnrequired(entries, rows, resolution)
  const packages = new PackedPackages('npm', entries.texts)
  const errors = problemsOf(document)
  for (const [index, row] of rows.entries()) {
    const entry = entries.at(row)
    const spec = resolution.specs[index]!
    const found = toPackage(
      entry,
      spec === 0 ? undefined : entries.texts.at(spec - 1),
      resolution.direct[index] === 1 ? true : known ? false : null,
    )
    packages.add(found)
    const problem = found.version === '' ? withoutVersion(entry) : undefined
    if (problem) errors.push(problem)
  }
  const disagreements = disagreementsOf(document, manifest, places, packages)
  return {
    packages,
    edges: resolution.edges,
    errors: [...errors, ...unknownVersion(document)],
    disagreements,
  }
}

/** A link is no package; what it leads to is. */
function rowsOfPackages(entries: EntryTable): Uint32Array {
  const rows = new Uint32Array(entries.length)
  let count = 0
  for (let row = 0; row < entries.length; row++) if (!entries.isLink(row)) rows[count++] = row
  return rows.subarray(0, count)
}

/** Links stand for the entry they point to, so that a workspace is found under its name. */
function indexPlaces(entries: EntryTable, rows: Uint32Array): Places {
  const places = new Places(entries.texts)
  const members = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    const location = entries.locationAt(row)
    if (isInstalled(location)) places.add(location, index)
    else members.set(location, index)
  }
  for (let row = 0; row < entries.length; row++) {
    if (!entries.isLink(row)) continue
    const { location, resolved } = entries.at(row)
    const target = resolved === undefined ? undefined : members.get(resolved)
    if (target !== undefined && isInstalled(location)) places.add(location, target)
  }
  return places
}

interface Resolution {
  readonly edges: PackedEdges
  /** By position: 1 where the project or a member of it asks for the package. */
  readonly direct: Uint8Array
  /** By position: 1 where anybody does. */
  readonly required: Uint8Array
  /** By position: the number plus 1 of what the first dependent asked for. */
  readonly specs: Uint32Array
}

function resolveEdges(
  entries: EntryTable,
  rows: Uint32Array,
  places: Places,
  rootRequests: readonly Request[],
): Resolution {
  const { texts } = entries
  const resolution: Resolution = {
    edges: new PackedEdges(texts),
    direct: new Uint8Array(rows.length),
    required: new Uint8Array(rows.length),
    specs: new Uint32Array(rows.length),
  }
  const asked = rootRequests.map(({ name, spec, kind }) => ({
    name: texts.add(name),
    spec: texts.add(spec),
    kind,
  }))
  connect(resolution, places, ROOT, '', asked, true)
  for (const [index, row] of rows.entries()) {
    const location = entries.locationAt(row)
    connect(resolution, places, index, location, entries.requestsAt(row), !isInstalled(location))
  }
  return resolution
}

function connect(
  into: Resolution,
  places: Places,
  from: number,
  location: string,
  requests: Iterable<PackedRequest>,
  isProject: boolean,
): void {
  const seen = new Set<number>()
  for (const { name, spec, kind } of requests) {
    // A published package's development dependencies are not installed.
    if (kind === 'dev' && !isProject) continue
    const to = places.find(location, name)
    if (to === undefined || to === from || seen.has(to)) continue
    seen.add(to)
    into.edges.add(from, to, spec)
    into.required[to] = 1
    into.specs[to] ||= spec + 1
    if (isProject) into.direct[to] = 1
  }
}

/** Without a manifest: what stands at the top and nobody requires was asked for by the project. */
function markUnrequired(entries: EntryTable, rows: Uint32Array, into: Resolution): void {
  for (const [index, row] of rows.entries()) {
    const isTop = entries.locationAt(row).indexOf('/node_modules/') === -1
    if (!isTop || into.required[index] === 1) continue
    into.direct[index] = 1
    into.edges.add(ROOT, index)
  }
}

function toPackage(
  entry: PlacedEntry,
  spec: string | undefined,
  direct: boolean | null,
): Omit<LockedPackage, 'ecosystem'> {
  const placeName = nameOfPlace(entry.location)
  const named = entry.name ?? placeName
  const origin = originOf(entry, named, spec)
  const source: PackageSource = isInstalled(entry.location)
    ? origin.source
    : { kind: 'workspace', path: entry.location }
  return {
    name: origin.name ?? named,
    version: origin.version,
    source,
    scope: scopeOf(entry),
    direct,
    line: entry.line,
    column: entry.column,
    endLine: entry.endLine,
    ...(source.kind === 'registry' && !entry.bundled ? { integrity: entry.integrity } : {}),
    ...(entry.hasInstallScript ? { hasInstallScript: true } : {}),
    ...(entry.licence === undefined ? {} : { licence: entry.licence }),
  }
}

function scopeOf(entry: PlacedEntry): DependencyScope {
  if (entry.dev) return 'dev'
  if (entry.optional || entry.devOptional) return 'optional'
  return entry.peer ? 'peer' : 'prod'
}

function problemsOf({ problems }: LockDocument): LockfileProblem[] {
  return problems.map(({ line, message }) => ({ line, code: 'LOCKFILE_INVALID', message }))
}

/** Without a version nothing can be said about a package from a registry. */
function withoutVersion(entry: PlacedEntry): LockfileProblem | undefined {
  const { version, location, resolved, line } = entry
  if (version !== undefined || !isInstalled(location) || resolved?.startsWith('git')) return undefined
  const message = `${JSON.stringify(location.slice(0, 200))} has no version`
  return { line, code: 'LOCKFILE_INVALID', message }
}

function unknownVersion({ version }: LockDocument): LockfileProblem[] {
  if (version === undefined || version <= 3) return []
  const message = `lockfileVersion ${version} is not known (1, 2 and 3 are)`
  return [{ line: 1, code: 'LOCKFILE_UNSUPPORTED', message }]
}

function disagreementsOf(
  { root, entries }: LockDocument,
  manifest: Manifest | undefined,
  places: Places,
  packages: PackedPackages,
): Disagreement[] {
  if (!manifest) return []
  return findDisagreements(manifest.requests, root?.requests, (name) => {
    const number = entries.texts.find(name)
    const found = number === undefined ? undefined : places.find('', number)
    return found === undefined ? undefined : packages.at(found)
  }).map((disagreement) => ({ ...disagreement, line: disagreement.line ?? root?.line ?? 1 }))
}
