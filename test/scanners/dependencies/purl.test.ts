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

test('any name gives a purl that can be read again, and any text is a purl or none', () => {
  const ecosystem = fc.constantFrom('npm', 'PyPI', 'Go', 'Maven', 'SwiftURL', 'ConanCenter', '')
  fc.assert(
    fc.property(ecosystem, fc.string(), fc.string(), (of, name, version) => {
      const purl = purlOf({ ecosystem: of, name, version, source: DEFAULT_REGISTRY })
      expect(purl).toMatch(/^pkg:/)
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      parsePurl(text)
      parsePurl(`pkg:${text}`)
    }),
  )
})
