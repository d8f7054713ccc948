/** What several lockfiles name, as one graph of components: by package URL, each once, in a fixed order. */
import { type LockedPackage, ROOT } from '../lockfile.ts'
import type { LockfileReading } from '../packages.ts'
import { purlOf } from '../purl.ts'

export interface Component {
  readonly purl: string
  readonly one: LockedPackage
  /** Where it is named, in the order of paths and lines. */
  readonly places: readonly { readonly path: string; readonly line: number }[]
}

export interface InventoryGraph {
  /** Sorted by purl. */
  readonly components: readonly Component[]
  /** By purl, sorted: purls of what it asks for. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>
  /** Purls of what the project itself asks for, sorted. */
  readonly direct: readonly string[]
}

export function buildGraph(readings: readonly LockfileReading[]): InventoryGraph {
  const components = new Map<string, Draft>()
  const dependencies = new Map<string, Set<string>>()
  const direct = new Set<string>()
  for (const { path, packages, edges } of readings.toSorted((a, b) => compare(a.path, b.path))) {
    const purls = packages.map((one) => purlOf(one))
    for (const [index, one] of packages.entries()) {
      addComponent(components, purls[index]!, one, path)
      if (one.direct === true) direct.add(purls[index]!)
    }
    for (const [from, to] of edges) {
      const target = purls[to]
      if (target === undefined) continue
      if (from === ROOT) direct.add(target)
      else addDependency(dependencies, purls[from]!, target)
    }
  }
  return {
    components: [...components.values()].sort((a, b) => compare(a.purl, b.purl)),
    dependencies: new Map([...dependencies].map(([purl, targets]) => [purl, [...targets].sort(compare)])),
    direct: [...direct].sort(compare),
  }
}

interface Draft {
  readonly purl: string
  one: LockedPackage
  readonly places: { path: string; line: number }[]
}

function addComponent(into: Map<string, Draft>, purl: string, one: LockedPackage, path: string): void {
  const place = { path, line: one.line }
  const known = into.get(purl)
  if (!known) {
    into.set(purl, { purl, one, places: [place] })
    return
  }
  known.places.push(place)
  // What any place needs to run is needed to run.
  if (one.scope === 'prod')
    known.one = { ...one, ...(known.one.licence ? { licence: known.one.licence } : {}) }
}

function addDependency(into: Map<string, Set<string>>, from: string, to: string): void {
  const targets = into.get(from)
  if (targets) targets.add(to)
  else into.set(from, new Set([to]))
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
