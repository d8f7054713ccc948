/** How a package comes in: the edges of one lockfile, walked from what the project asks for itself. */
import { type Edge, type LockedPackage, ROOT } from '../lockfile.ts'

export interface DependencyPaths {
  /** From a direct dependency to this package, as positions; just the package where nothing is known. */
  shortest(index: number): readonly number[]
  /** Every path without a circle, shortest first, at most `limit`. */
  all(index: number, limit: number): readonly (readonly number[])[]
}

export function findPaths(packages: readonly LockedPackage[], edges: readonly Edge[]): DependencyPaths {
  const starts = startsOf(packages, edges)
  const { before } = searchBreadthFirst(packages, edges, starts)
  return {
    shortest: (index) => walkBack(before, index),
    all: (index, limit) => searchAll(packages, edges, starts, index, limit),
  }
}

/** `name@version`, or the name alone where no version is recorded. */
export function labelOf({ name, version }: LockedPackage): string {
  return version === '' ? name : `${name}@${version}`
}

/** Direct dependencies, in the file's order; a member of the project is where a path begins, not a step of it. */
function startsOf(packages: readonly LockedPackage[], edges: readonly Edge[]): Set<number> {
  const starts = new Set<number>()
  for (const [index, one] of packages.entries()) {
    if (one.direct === true && one.source.kind !== 'workspace') starts.add(index)
  }
  for (const [from, to] of edges) {
    const isProject = from === ROOT || packages[from]?.source.kind === 'workspace'
    if (isProject && packages[to]?.source.kind !== 'workspace') starts.add(to)
  }
  return starts
}

/** `before[i]`: the step before `i` on a shortest path; -1 at its start, -2 where nothing leads there. */
function searchBreadthFirst(packages: readonly LockedPackage[], edges: readonly Edge[], starts: Set<number>) {
  const next = adjacency(packages.length, edges, (edge) => edge)
  const before = new Int32Array(packages.length).fill(-2)
  const queue = [...starts].sort((a, b) => a - b)
  for (const start of queue) before[start] = -1
  for (let at = 0; at < queue.length; at++) {
    const from = queue[at]!
    for (const to of next[from] ?? []) {
      if (before[to] !== -2) continue
      before[to] = from
      queue.push(to)
    }
  }
  return { before }
}

function walkBack(before: Int32Array, index: number): number[] {
  const path = [index]
  for (let at = before[index] ?? -2; at >= 0; at = before[at]!) path.push(at)
  return path.reverse()
}

/** From the package upwards, breadth first, so that shorter paths come first; bounded in steps and memory. */
function searchAll(
  packages: readonly LockedPackage[],
  edges: readonly Edge[],
  starts: ReadonlySet<number>,
  index: number,
  limit: number,
): number[][] {
  const above = adjacency(packages.length, edges, ([from, to]) => [to, from])
  const found: number[][] = []
  const queue: number[][] = [[index]]
  for (let at = 0; at < queue.length && found.length < limit && at < MAX_STEPS; at++) {
    const path = queue[at]!
    const head = path[0]!
    if (starts.has(head)) found.push(path)
    for (const from of above[head] ?? []) {
      const isMember = packages[from]!.source.kind === 'workspace'
      if (!isMember && !path.includes(from) && queue.length < MAX_STEPS) queue.push([from, ...path])
    }
  }
  return found
}

const MAX_STEPS = 200_000

function adjacency(
  size: number,
  edges: readonly Edge[],
  turn: (edge: Edge) => Edge,
): (number[] | undefined)[] {
  const next: (number[] | undefined)[] = new Array(size)
  for (const edge of edges) {
    const [from, to] = turn(edge)
    if (from < 0 || to < 0) continue
    const list = next[from]
    if (list) list.push(to)
    else next[from] = [to]
  }
  return next
}
