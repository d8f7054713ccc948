import { expect, test } from 'vitest'
import {
  createInstalledLicences,
  isInstalledMetadata,
} from '../../../../scanners/dependencies/licences/installed.ts'
import { DEFAULT_REGISTRY, type LockedPackage } from '../../../../scanners/dependencies/lockfile.ts'

function locked(ecosystem: string, name: string, version: string): LockedPackage {
  return {
    ecosystem,
    name,
    version,
    source: DEFAULT_REGISTRY,
    scope: 'prod',
    direct: null,
    line: 1,
    endLine: 1,
  }
}

function licences(files: Readonly<Record<string, string>>) {
  return createInstalledLicences(Object.keys(files), {
    read: async (path) => (files[path] === undefined ? undefined : { path, text: files[path] }),
  })
}

const PYTHON = 'Metadata-Version: 2.1\nName: Some_Package\nVersion: 1.0\n'
const DIST_INFO = 'venv/lib/python3.13/site-packages/some_package-1.0.dist-info/METADATA'

test.each([
  ['License-Expression: MIT OR Apache-2.0\nLicense: old', 'MIT OR Apache-2.0'],
  ['License: UNKNOWN\nClassifier: License :: OSI Approved :: MIT License', 'MIT'],
  [
    'Classifier: License :: OSI Approved :: MIT License\nClassifier: License :: OSI Approved :: Apache Software License',
    'MIT AND Apache-2.0',
  ],
  ['License: BSD\nClassifier: License :: OSI Approved :: BSD License', 'BSD'],
  ['License: MIT', 'MIT'],
  ['Summary: x\n\nLicense: GPL-3.0-only', undefined],
])('of core metadata: %j is %j', async (fields, licence) => {
  const installed = licences({ [DIST_INFO]: `${PYTHON}${fields}\n` })
  expect(await installed.of(locked('PyPI', 'some-package', '1.0'))).toBe(licence)
})

test('another version states nothing of this one', async () => {
  const installed = licences({ [DIST_INFO]: `${PYTHON}License: MIT\n` })
  expect(await installed.of(locked('PyPI', 'some-package', '1.0.1'))).toBeUndefined()
  expect(await installed.of(locked('npm', 'some-package', '1.0'))).toBeUndefined()
})

test('a node_modules may hold several versions, at any depth', async () => {
  const installed = licences({
    'node_modules/a/package.json': '{"version":"1.0.0","license":"MIT"}',
    'node_modules/b/node_modules/a/package.json': '{"version":"2.0.0","license":{"type":"ISC"}}',
    'app/node_modules/.pnpm/@s+c@3.0.0/node_modules/@s/c/package.json':
      '{"version":"3.0.0","licenses":[{"type":"MIT"},{"type":"GPL-2.0"}]}',
  })
  expect(await installed.of(locked('npm', 'a', '1.0.0'))).toBe('MIT')
  expect(await installed.of(locked('npm', 'a', '2.0.0'))).toBe('ISC')
  expect(await installed.of(locked('npm', '@s/c', '3.0.0'))).toBe('MIT OR GPL-2.0')
  expect(await installed.of(locked('npm', 'a', '9.0.0'))).toBeUndefined()
})

test('gems, crates and NuGet packages', async () => {
  const installed = licences({
    'vendor/bundle/ruby/3.4.0/specifications/rss-0.2.9.gemspec':
      'Gem::Specification.new do |s|\n  s.name = "rss".freeze\n  s.licenses = ["BSD-2-Clause".freeze, "Ruby"]\nend\n',
    'vendor/serde/Cargo.toml': '[package]\nname = "serde"\nversion = "1.0.1"\nlicense = "MIT/Apache-2.0"\n',
    'packages/newtonsoft.json/13.0.1/newtonsoft.json.nuspec':
      '<package><metadata><version>13.0.1</version><license type="expression">MIT</license></metadata></package>',
  })
  expect(await installed.of(locked('RubyGems', 'rss', '0.2.9'))).toBe('BSD-2-Clause OR Ruby')
  expect(await installed.of(locked('crates.io', 'serde', '1.0.1'))).toBe('MIT OR Apache-2.0')
  expect(await installed.of(locked('crates.io', 'serde', '1.0.2'))).toBeUndefined()
  expect(await installed.of(locked('NuGet', 'Newtonsoft.Json', '13.0.1'))).toBe('MIT')
})

test('what cannot be read states nothing', async () => {
  const installed = licences({ 'node_modules/a/package.json': '{' })
  expect(await installed.of(locked('npm', 'a', '1.0.0'))).toBeUndefined()
})

test('only metadata of installed packages is asked for', () => {
  expect(isInstalledMetadata('node_modules/a/package.json')).toBe(true)
  expect(isInstalledMetadata('node_modules/a/lib/package.json')).toBe(false)
  expect(isInstalledMetadata('package.json')).toBe(false)
  expect(isInstalledMetadata('docs/METADATA')).toBe(false)
})
