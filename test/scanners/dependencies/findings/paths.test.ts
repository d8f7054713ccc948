import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPaths } from '../../../../scanners/dependencies/findings/paths.ts'
import {
  DEFAULT_REGISTRY,
  type Edge,
  type LockedPackage,
  ROOT,
} from '../../../../scanners/dependencies/lockfile.ts'

test('the shortest path begins at a direct dependency', () => {
  const paths = findPaths(packages(4), [
    [ROOT, 0],
    [0, 1],
    [1, 2],
    [0, 2],
    [2, 3],
  ])
  expect(paths.shortest(3)).toEqual([0, 2, 3])
  expect(paths.all(3, 10)).toEqual([
    [0, 2, 3],
    [0, 1, 2, 3],
  ])
})

test('a member of the project is where paths begin, not a step of them', () => {
  const all = packages(3)
  all[0] = { ...all[0]!, source: { kind: 'workspace', path: 'tool' } }
  const paths = findPaths(all, [
    [0, 1],
    [1, 2],
  ])
  expect(paths.shortest(2)).toEqual([1, 2])
  expect(paths.all(2, 10)).toEqual([[1, 2]])
})

test('where nothing leads to a package, its path is itself', () => {
  expect(findPaths(packages(2), []).shortest(1)).toEqual([1])
})

test('on any graph, a shortest path is a path, and none of all the paths is shorter', () => {
  const edge = fc.tuple(fc.integer({ min: -1, max: 7 }), fc.nat(7))
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 20 }), fc.nat(7), (edges, target) => {
      const paths = findPaths(packages(8), edges)
      const shortest = paths.shortest(target)
      const all = paths.all(target, 1000)
      const has = (from: number, to: number) => edges.some((one: Edge) => one[0] === from && one[1] === to)
      for (const path of all) {
        expect(has(ROOT, path[0]!)).toBe(true)
        for (let i = 1; i < path.length; i++) expect(has(path[i - 1]!, path[i]!)).toBe(true)
        expect(new Set(path).size).toBe(path.length)
      }
      if (all.length > 0) expect(shortest.length).toBe(Math.min(...all.map((path) => path.length)))
    }),
  )
})

test('a graph with more paths than atoms is cut off', () => {
  const layers = 30
  const edges: Edge[] = [[ROOT, 0]]
  for (let layer = 0; layer < layers; layer++) {
    for (const from of [2 * layer, 2 * layer + 1])
      for (const to of [2 * layer + 2, 2 * layer + 3]) edges.push([from, to])
  }
  expect(findPaths(packages(2 * layers + 2), edges).all(2 * layers, 5).length).toBeLessThanOrEqual(5)
})

function packages(count: number): LockedPackage[] {
  return Array.from({ length: count }, (_, index) => ({
    ecosystem: 'npm',
    name: `p${index}`,
    version: '1.0.0',
    source: DEFAULT_REGISTRY,
    scope: 'prod',
    direct: null,
    line: index + 1,
    endLine: index + 1,
  }))
}
