import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Edge, type LockedPackage, ROOT } from '../../../../scanners/dependencies/lockfile.ts'
import { PackedEdges } from '../../../../scanners/dependencies/packed/edges.ts'
import { PackedPackages } from '../../../../scanners/dependencies/packed/packages.ts'
import { PackedTexts } from '../../../../scanners/dependencies/packed/texts.ts'

const text = fc.string({ unit: 'binary', maxLength: 20 })
const source = fc.oneof(
  fc.record({ kind: fc.constant('registry' as const), url: fc.option(text) }),
  fc.record({ kind: fc.constant('git' as const), url: text, commit: fc.option(text) }),
  fc.record({ kind: fc.constant('url' as const), url: text }),
  fc.record({ kind: fc.constantFrom('path' as const, 'workspace' as const), path: text }),
)
const line = fc.integer({ min: 1, max: 2 ** 31 })
const scope = fc.constantFrom(...(['prod', 'dev', 'optional', 'peer', 'test', 'build', 'unknown'] as const))
const locked = fc.record(
  {
    name: text,
    version: text,
    source,
    scope,
    direct: fc.option(fc.boolean()),
    line,
    endLine: line,
    column: line,
    integrity: fc.boolean(),
    hasInstallScript: fc.boolean(),
    licence: text,
  },
  { requiredKeys: ['name', 'version', 'source', 'scope', 'direct', 'line', 'endLine'] },
)

test('every package comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(locked), (all) => {
      const packed = new PackedPackages('npm', new PackedTexts())
      for (const one of all) packed.add(one)
      const expected = all.map((one): LockedPackage => ({ ecosystem: 'npm', ...one }))
      expect([...packed]).toEqual(expected)
      expect(expected.map((_, position) => packed.at(position))).toEqual(expected)
      expect(packed.length).toBe(all.length)
    }),
  )
})

test('packages of one registry share its source', () => {
  const packed = new PackedPackages('npm', new PackedTexts())
  for (const name of ['a', 'b']) {
    const url = 'https://registry.example/'
    packed.add({
      name,
      version: '1',
      source: { kind: 'registry', url },
      scope: 'prod',
      direct: null,
      line: 1,
      endLine: 1,
    })
  }
  expect(packed.at(0).source).toBe(packed.at(1).source)
})

test('every edge comes back as it was, from the project itself as well', () => {
  const edges: Edge[] = [
    [ROOT, 0, '^1.0.0'],
    [0, 1],
    [1, 0, ''],
  ]
  const texts = new PackedTexts()
  const packed = new PackedEdges(texts)
  for (const [from, to, range] of edges)
    packed.add(from, to, range === undefined ? undefined : texts.add(range))
  expect([...packed]).toEqual(edges)
  expect(packed.at(1)).toEqual([0, 1])
  expect(packed.length).toBe(3)
})
