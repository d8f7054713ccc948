import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_REGISTRY } from '../../../scanners/dependencies/lockfile.ts'
import { parsePurl, purlOf } from '../../../scanners/dependencies/purl.ts'

test.each([
  ['npm', '@angular/core', '17.0.0', 'pkg:npm/%40angular/core@17.0.0'],
  ['PyPI', 'Zope.Interface', '5.0', 'pkg:pypi/zope-interface@5.0'],
  ['Go', 'github.com/gorilla/mux', 'v1.8.0', 'pkg:golang/github.com/gorilla/mux@v1.8.0'],
  ['Maven', 'org.a:b', '1.0', 'pkg:maven/org.a/b@1.0'],
  ['Packagist', 'symfony/console', 'v5.4.0', 'pkg:composer/symfony/console@v5.4.0'],
  ['crates.io', 'rand', '0.7.2', 'pkg:cargo/rand@0.7.2'],
  ['RubyGems', 'rails', '7.0.0', 'pkg:gem/rails@7.0.0'],
  ['NuGet', 'Newtonsoft.Json', '13.0.1', 'pkg:nuget/Newtonsoft.Json@13.0.1'],
  ['GitHub Actions', 'actions/checkout', 'v4', 'pkg:github/actions/checkout@v4'],
  ['SwiftURL', 'github.com/apple/swift-nio', '2.0.0', 'pkg:swift/github.com/apple/swift-nio@2.0.0'],
  ['Unheard of', 'x', '1', 'pkg:generic/x@1'],
])('%s %s %s is %s', (ecosystem, name, version, purl) => {
  expect(purlOf({ ecosystem, name, version, source: DEFAULT_REGISTRY })).toBe(purl)
})

test('any name gives a purl, and any text is a purl or none', () => {
  const ecosystem = fc.constantFrom('npm', 'PyPI', 'Go', 'Maven', 'SwiftURL', 'ConanCenter', '')
  const anyText = fc.oneof(
    fc.string(),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  )
  const anySource = fc.oneof(
    fc.constant(DEFAULT_REGISTRY),
    anyText.map((url) => ({ kind: 'url' as const, url })),
    fc.record({ kind: fc.constant('git' as const), url: anyText, commit: fc.option(anyText) }),
  )
  fc.assert(
    fc.property(ecosystem, anyText, anyText, anySource, (of, name, version, source) => {
      expect(purlOf({ ecosystem: of, name, version, source })).toMatch(/^pkg:[a-z]+\/./)
    }),
    {
      numRuns: 2_000,
      examples: [
        ['npm', ' ', '', DEFAULT_REGISTRY],
        ['npm', '\ud800', '\udfff', { kind: 'url', url: '\ud800' }],
      ],
    },
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      parsePurl(text)
      parsePurl(`pkg:${text}`)
    }),
  )
})
