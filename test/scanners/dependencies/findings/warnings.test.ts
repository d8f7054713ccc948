/** One finding a package: what a change adds is another finding than those that stood there before. */
import { expect, test } from 'vitest'
import { describePackages } from '../../../../scanners/dependencies/findings/finding-package.ts'
import { warningFindings } from '../../../../scanners/dependencies/findings/warnings.ts'
import type { LockedPackage, LockfileContent } from '../../../../scanners/dependencies/lockfile.ts'

const ALLOWED = { allowedRegistries: ['https://good.example/'], installScripts: ['esbuild'] }

test('each package from a registry that is not allowed is a finding, once whatever its versions', () => {
  const evil = { source: { kind: 'registry', url: 'https://evil.example/' } } as const
  const good = { source: { kind: 'registry', url: 'https://good.example/' } } as const
  const found = warningsOf([
    locked('a', evil),
    locked('a', { ...evil, version: '2.0.0' }),
    locked('b', evil),
    locked('c', good),
  ])
  expect(found.map(({ rule, title }) => [rule, title])).toEqual([
    ['registry-not-allowed', 'a@1.0.0 is from https://evil.example/, which policy does not allow'],
    ['registry-not-allowed', 'b@1.0.0 is from https://evil.example/, which policy does not allow'],
  ])
  expect(new Set(found.map(({ identity }) => identity.join())).size).toBe(2)
  expect(found[1]?.package).toMatchObject({
    ecosystem: 'npm',
    name: 'b',
    version: '1.0.0',
    paths: [['b@1.0.0']],
  })
})

test('a registry that the file tells to ask is a finding at its line, unless policy allows it', () => {
  const at = { line: 3, endLine: 5 }
  const found = warningsOf([], {
    registries: [
      { url: 'https://good.example/maven', ...at },
      { url: 'https://evil.example/', ...at },
      { url: '${mirror}', ...at },
    ],
  })
  expect(found.map(({ rule, title, line }) => [rule, title, line])).toEqual([
    ['registry-not-allowed', 'packages may come from https://evil.example/, which policy does not allow', 3],
    ['registry-not-allowed', 'packages may come from ${mirror}, which policy does not allow', 3],
  ])
})

test('entries without a checksum stand alone where they are few, and together where the tool left them out', () => {
  const some = warningsOf([
    locked('a', { integrity: true }),
    locked('b', { integrity: false }),
    locked('c', { integrity: false }),
  ])
  expect(some.map(({ title }) => title)).toEqual(['b@1.0.0 without a checksum', 'c@1.0.0 without a checksum'])
  const many = Array.from({ length: 21 }, (_, number) => locked(`a${number}`, { integrity: false }))
  expect(warningsOf(many).map(({ title }) => title)).toEqual(['21 packages without a checksum'])
})

test('a script at installation is told by name, unless policy names it', () => {
  const script = { hasInstallScript: true }
  const found = warningsOf([
    locked('esbuild', script),
    locked('fsevents', script),
    locked('fsevents', { ...script, version: '2.0.0' }),
  ])
  expect(found.map(({ rule, identity }) => [rule, identity])).toEqual([
    ['install-script', ['install-script', 'npm', 'fsevents']],
  ])
})

function warningsOf(packages: readonly LockedPackage[], more: Partial<LockfileContent> = {}) {
  const reading = {
    path: 'package-lock.json',
    format: 'package-lock.json',
    packages,
    edges: [],
    errors: [],
    ...more,
  }
  return warningFindings(reading, ALLOWED, describePackages(reading))
}

function locked(name: string, more: Partial<LockedPackage>): LockedPackage {
  const defaults = {
    source: { kind: 'registry', url: null },
    scope: 'prod',
    direct: true,
    line: 1,
    endLine: 1,
  } as const
  return { ecosystem: 'npm', name, version: '1.0.0', ...defaults, ...more }
}
