import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LockedPackage, PackageSource } from '../../../../scanners/dependencies/lockfile.ts'
import { detachTexts } from '../../../../scanners/dependencies/text/detach.ts'

test('every text stays what it was, whatever its characters', () => {
  fc.assert(
    fc.property(content(), (content) => {
      expect(detachTexts(structuredClone(content))).toEqual(content)
    }),
  )
})

test('packages of one registry share its source', () => {
  const source = (): PackageSource => ({ kind: 'registry', url: 'https://registry.example/path/' })
  const packages = ['a', 'b'].map((name) => onePackage({ name, source: source() }))
  const [first, second] = detachTexts({ packages, edges: [], errors: [] }).packages
  expect(first!.source).toBe(second!.source)
})

function content() {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('\ud800 half of a pair'))
  const source = fc.oneof(
    fc.record({ kind: fc.constant('registry' as const), url: fc.option(text) }),
    fc.record({ kind: fc.constant('git' as const), url: text, commit: fc.option(text) }),
    fc.record({ kind: fc.constant('url' as const), url: text }),
    fc.record({ kind: fc.constantFrom('path' as const, 'workspace' as const), path: text }),
  )
  const one = fc.record({ name: text, version: text, source, licence: text }).map(onePackage)
  const edge = fc.tuple(fc.nat(3), fc.nat(3), text)
  return fc.record({ packages: fc.array(one), edges: fc.array(edge), errors: fc.constant([]) })
}

function onePackage(fields: Partial<LockedPackage>): LockedPackage {
  const source: PackageSource = { kind: 'registry', url: null }
  return {
    ecosystem: 'npm',
    name: 'a',
    version: '1',
    source,
    scope: 'prod',
    direct: null,
    line: 1,
    endLine: 1,
    ...fields,
  }
}
