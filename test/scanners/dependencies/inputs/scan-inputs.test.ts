/** The whole scanner with what may stand beside advisories: KEV, EPSS, VEX, popular names, publish dates. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DependencyFacts, dependenciesScanner } from '../../../../scanners/dependencies/scanner.ts'
import { silentDiagnostics } from '../../../../src/base/diagnostics.ts'
import { sha256Hex } from '../../../../src/base/digest.ts'
import { parseTimestamp } from '../../../../src/base/time.ts'
import { makeAdvisories } from '../zip.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-test-'))
  put('npm/all.zip', makeAdvisories([advisory('CVE-1', 'express'), advisory('CVE-2', 'other')]))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lock = {
  lockfileVersion: 3,
  packages: {
    '': {
      dependencies: { express: '^1.0.0', other: '^1.0.0', mine: 'git+ssh://git@host.example/o/mine.git' },
    },
    'node_modules/express': {
      version: '1.0.0',
      integrity: 'sha512-x',
      license: 'MIT',
      hasInstallScript: true,
    },
    'node_modules/other': { version: '1.0.0', integrity: 'sha512-x' },
    'node_modules/mine': {
      version: '1.0.0',
      resolved: `git+ssh://git@host.example/o/mine.git#${'a'.repeat(40)}`,
      license: 'AGPL-3.0-only',
    },
  },
}

test('what attackers use is told, may be raised by policy, and comes first among the upgrades', async () => {
  put('kev.json', JSON.stringify({ vulnerabilities: [{ cveID: 'CVE-2', dateAdded: '2026-05-06' }] }))
  put('epss.csv', '#model_version:v1\ncve,epss,percentile\nCVE-1,0.5,0.9\nCVE-9,1,1\n')
  const output = await scan({
    raise: { 'known-exploited': 'critical', epss: { 'at-least': 0.4, to: 'high' } },
  })
  const [first, second] = output.findings
  expect(first).toMatchObject({ severity: 'high', advisory: { id: 'CVE-1' } })
  expect(first?.message).toMatch(/its use in the next 30 days is 50\.0 % \(EPSS\)\.$/)
  expect(second).toMatchObject({ severity: 'critical', advisory: { id: 'CVE-2' } })
  expect(first?.advisory?.exploitation).toEqual({ knownSince: null, probability: 0.5 })
  expect(second?.advisory?.exploitation).toEqual({ knownSince: '2026-05-06', probability: null })
  expect(second?.message).toMatch(/CISA lists it since 2026-05-06\.$/)
  const { upgrades, inputs } = output.facts as DependencyFacts
  expect(upgrades.map(({ name, exploited, probability }) => [name, exploited, probability])).toEqual([
    ['other', true, null],
    ['express', false, 0.5],
  ])
  expect(inputs.map(({ source }) => source)).toEqual(['kev.json', 'epss.csv'])
})

test('what policy asks for and nobody gave, or what cannot be read, makes the scan incomplete', async () => {
  expect((await scan({ raise: { 'known-exploited': 'critical' } })).incomplete).toMatch(
    /there is no kev\.json/,
  )
  put('epss.csv', 'nonsense\n')
  expect((await scan({})).incomplete).toMatch(/epss\.csv cannot be read: its header/)
})

test('a statement from the advisories folder clears a finding, which stays in the report with the reason', async () => {
  put('vex/shop.json', openVex('CVE-1', 'pkg:npm/express@1.0.0'))
  const output = await scan({})
  expect(output.findings[0]).toMatchObject({
    rule: 'vulnerability-not-affecting',
    severity: 'none',
    advisory: { id: 'CVE-1' },
  })
  expect(output.findings[0]?.message).toMatch(
    /^vex\/shop\.json says that CVE-1 does not affect it: not reachable/,
  )
  expect((output.facts as DependencyFacts).upgrades.map(({ name }) => name)).toEqual(['other'])
})

test('a statement in the tree counts only under the digest that policy names', async () => {
  const text = openVex('CVE-1', 'pkg:npm/express@1.0.0')
  const files = { 'security/app.vex.json': text }
  const vex = [{ path: 'security/app.vex.json', sha256: sha256Hex(Buffer.from(text)) }]
  expect((await scan({}, files)).findings[0]?.rule).toBe('vulnerable-dependency')
  expect((await scan({ vex }, files)).findings[0]?.rule).toBe('vulnerability-not-affecting')
  const changed = await scan({ vex }, { 'security/app.vex.json': `${text} ` })
  expect(changed.findings[0]?.rule).toBe('vulnerable-dependency')
  expect(changed.incomplete).toMatch(/policy wants/)
  expect((await scan({ vex })).incomplete).toMatch(/is not in the tree/)
})

test('malware is not cleared by a statement', async () => {
  put('npm/all.zip', makeAdvisories([advisory('MAL-1', 'express')]))
  put('vex/shop.json', openVex('MAL-1', 'pkg:npm/express@1.0.0'))
  expect((await scan({})).findings[0]).toMatchObject({ rule: 'malicious-package', severity: 'critical' })
})

test('licences: from the lockfile, from what is installed, unknown ones for themselves, exceptions', async () => {
  const licences = { allow: ['MIT', 'ISC'], deny: ['AGPL-*'] }
  const rules = async (settings: object, files = {}) =>
    (await scan({ licences: settings }, files)).findings
      .filter(({ rule }) => rule.startsWith('licence'))
      .map(({ rule, title }) => `${rule}: ${title}`)
  expect(await rules(licences)).toEqual([
    'licence-unknown: other@1.0.0 with no licence that is recorded',
    'licence-not-allowed: mine@1.0.0 with the licence "AGPL-3.0-only"',
  ])
  const installed = { 'node_modules/other/package.json': '{"version": "1.0.0", "license": "ISC"}' }
  const exceptions = [{ package: 'npm/mine', reason: 'our own' }]
  expect(await rules({ ...licences, exceptions }, installed)).toEqual([])
})

test('a name one letter away from a popular one, and a version younger than the cool-down', async () => {
  put(
    'popular/npm.json',
    JSON.stringify({ source: 's', date: '2026-01-01', names: ['expresss', 'otherwise'] }),
  )
  const packages = {
    express: { '1.0.0': '2026-11-20T00:00:00Z' },
    other: { '1.0.0': '2026-01-01T00:00:00Z' },
  }
  put('published/npm.json', JSON.stringify({ source: 's', date: '2026-11-21', packages }))
  const { findings, facts } = await scan({ 'cool-down': '7d' })
  const warnings = findings.filter(({ advisory }) => advisory === null)
  for (const { package: about } of warnings) {
    expect(about).toMatchObject({ ecosystem: 'npm', name: 'express', version: '1.0.0', fix: null })
  }
  expect(warnings.map(({ title }) => title)).toEqual([
    'express@1.0.0 runs a script when it is installed',
    'express is one letter away from expresss',
    'express@1.0.0 is younger than the cool-down',
  ])
  expect((facts as DependencyFacts).skippedRules.map(({ rule }) => rule)).toEqual(['licence-not-allowed'])
})

test('a package from git is matched by its commit, where a record names it', async () => {
  const range = (commit: string) => ({
    type: 'GIT',
    repo: 'https://host.example/o/mine',
    events: [{ introduced: commit }, { fixed: 'f'.repeat(40) }],
  })
  const record = (commit: string) => ({ id: 'GIT-1', affected: [{ ranges: [range(commit)] }] })
  put('GIT/all.zip', makeAdvisories([record('a'.repeat(40))]))
  const find = async (settings: object) =>
    (await scan(settings)).findings.find(({ advisory: one }) => one?.id === 'GIT-1')
  expect(await find({})).toMatchObject({ package: { name: 'mine' } })
  expect(await find({ 'private-registries': ['host.example'] })).toBeUndefined()
  put('GIT/all.zip', makeAdvisories([record('b'.repeat(40))]))
  const miss = await scan({})
  expect(miss.findings.some(({ advisory: one }) => one?.id === 'GIT-1')).toBe(false)
  expect(miss.incomplete).toBeUndefined()
})

function advisory(id: string, name: string) {
  return {
    id,
    modified: '2026-11-01T00:00:00Z',
    affected: [
      {
        package: { ecosystem: 'npm', name },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.5.0' }] }],
      },
    ],
  }
}

function openVex(id: string, purl: string): string {
  return JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    timestamp: '2026-01-01T00:00:00Z',
    statements: [
      {
        vulnerability: { name: id },
        products: [{ '@id': purl }],
        status: 'not_affected',
        impact_statement: 'not reachable',
      },
    ],
  })
}

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

function scan(settings: object, more: Readonly<Record<string, string>> = {}) {
  const files: Record<string, string> = { 'package-lock.json': JSON.stringify(lock), ...more }
  const paths = Object.keys(files).sort()
  return dependenciesScanner.scan({
    files: paths
      .filter((path) => dependenciesScanner.wants(path))
      .map((path) => ({ path, size: files[path]!.length, read: async () => Buffer.from(files[path]!) })),
    paths,
    results: new Map(),
    ports: { advisories: { folder } },
    settings,
    offline: true,
    now: parseTimestamp('2026-11-22T00:00:00Z'),
    diagnostics: silentDiagnostics,
    signal: new AbortController().signal,
  })
}
