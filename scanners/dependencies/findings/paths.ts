/**
 * How a package comes in: the edges of one lockfile, walked from what the project asks for itself. Each
 * part is made when it is first asked for, so that a lockfile without findings costs nothing here.
 */
import { entriesOf } from '../listing.ts'
import { type Edge, type Listing, type LockedPackage, ROOT } from '../lockfile.ts'
import type { EdgeEnds } from '../packed/edges.ts'
import { copyOf } from '../text/detach.ts'
import { type Adjacency, endsOf, indexEdges } from './adjacency.ts'

export interface DependencyPaths {
  /** From a direct dependency to this package, as positions; just the package where nothing is known. */
  shortest(index: number): readonly number[]
  /** Every path without a circle, shortest first, at most `limit`. */
  all(index: number, limit: number): readonly (readonly number[])[]
  /** Who asks for the package, and by which range; members of the project and {@link ROOT} among them. */
  dependents(index: number): readonly Dependent[]
  /** What the package asks for, and by which range. */
  dependencies(index: number): readonly Dependency[]
  /** {@link labelOf} the package: the same string, however often it is asked for. */
  label(index: number): string
}

export interface Dependent {
  readonly from: number
  readonly range: string | undefined
}

export interface Dependency {
  readonly to: number
  readonly range: string | undefined
}

export function findPaths(packages: Listing<LockedPackage>, edges: Listing<Edge>): DependencyPaths {
  const size = packages.length
  const ends = once(() => endsOf(edges))
  const starts = once(() => startsOf(packages, ends()))
  const below = once(() => indexEdges(size, ends(), 'from'))
  const above = once(() => indexEdges(size, ends(), 'to'))
  const before = once(() => searchBreadthFirst(size, ends(), below(), starts()))
  const labels = new Map<number, string>()
  const rangeOf = (position: number) => edges.at(position)![2]
  return {
    shortest: (index) => walkBack(before(), index),
    all: (index, limit) => searchAll(packages, ends(), above(), starts(), index, limit),
    dependents: (index) =>
      Array.from(above().at(index), (position) => ({
        from: ends().from[position]!,
        range: rangeOf(position),
      })),
    dependencies: (index) =>
      Array.from(below().at(index), (position) => ({ to: ends().to[position]!, range: rangeOf(position) })),
    label(index) {
      const label = labels.get(index) ?? copyOf(labelOf(packages.at(index)!))
      labels.set(index, label)
      return label
    },
  }
}

/** `name@version`, or the name alone where no version is recorded. */
export function labelOf({ name, version }: Pick<LockedPackage, 'name' | 'version'>): string {
  return version === '' ? name : `${name}@${version}`
}

/** Paths of one finding that are told; `sallyport why` tells them all. */
const MAX_PATHS = 3

/** To a package at any of its places, as labels, shortest first. */
export function shortestPaths(indices: readonly number[], paths: DependencyPaths): string[][] {
  return indices
    .map((index) => paths.shortest(index))
    .sort((a, b) => a.length - b.length)
    .slice(0, MAX_PATHS)
    .map((path) => path.map(paths.label))
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Direct dependencies, in the file's order; a member of the project is where a path begins, not a step of it. */
function startsOf(packages: Listing<LockedPackage>, { from, to }: EdgeEnds): Set<number> {
  const starts = new Set<number>()
  const members = new Set<number>([ROOT])
  for (const [index, one] of entriesOf(packages)) {
    if (one.source.kind === 'workspace') members.add(index)
    else if (one.direct === true) starts.add(index)
  }
  for (let position = 0; position < from.length; position++) {
    if (members.has(from[position]!) && !members.has(to[position]!)) starts.add(to[position]!)
  }
  return starts
}

/** `before[i]`: the step before `i` on a shortest path; -1 at its start, -2 where nothing leads there. */
function searchBreadthFirst(size: number, ends: EdgeEnds, below: Adjacency, starts: Set<number>): Int32Array {
  const before = new Int32Array(size).fill(-2)
  const queue = new Int32Array(size)
  let length = 0
  for (const start of [...starts].sort((a, b) => a - b)) {
    if (start < 0 || start >= size) continue
    before[start] = -1
    queue[length++] = start
  }
  for (let at = 0; at < length; at++) {
    const from = queue[at]!
    for (const position of below.at(from)) {
      const to = ends.to[position]!
      if (before[to] !== -2) continue
      before[to] = from
      queue[length++] = to
    }
  }
  return before
}

function walkBack(before: Int32Array, index: number): number[] {
  const path = [index]
  for (let at = before[index] ?? -2; at >= 0; at = before[at]!) path.push(at)
  return path.reverse()
}

/** From the package upwards, breadth first, so that shorter paths come first; bounded in steps and memory. */
function searchAll(
  packages: Listing<LockedPackage>,
  ends: EdgeEnds,
  above: Adjacency,
  starts: ReadonlySet<number>,
  index: number,
  limit: number,
): number[][] {
  const found: number[][] = []
  const queue: number[][] = [[index]]
  for (let at = 0; at < queue.length && found.length < limit && at < MAX_STEPS; at++) {
    const path = queue[at]!
    const head = path[0]!
    if (starts.has(head)) found.push(path)
    for (const position of above.at(head)) {
      const from = ends.from[position]!
      if (from < 0 || packages.at(from)!.source.kind === 'workspace') continue
      if (!path.includes(from) && queue.length < MAX_STEPS) queue.push([from, ...path])
    }
  }
  return found
}

const MAX_STEPS = 200_000
