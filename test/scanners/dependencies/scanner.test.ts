import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DependencyFacts, dependenciesScanner } from '../../../scanners/dependencies/scanner.ts'
import { silentDiagnostics } from '../../../src/base/diagnostics.ts'
import { parseTimestamp } from '../../../src/base/time.ts'
import type { ScanInput, ScannerPorts } from '../../../src/gate/scanner.ts'
import { sharedData, whyNoSharedData } from './shared-data.ts'
import { makeAdvisories } from './zip.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sallyport-test-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const lock = JSON.stringify(
  {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { web: '^1.0.0' } },
      'node_modules/web': {
        version: '1.0.0',
        resolved: 'https://registry.example/web/-/web-1.0.0.tgz',
        integrity: 'sha512-x',
        dependencies: { parse: '^1.0.0' },
      },
      'node_modules/parse': {
        version: '1.2.0',
        resolved: 'https://registry.example/parse/-/parse-1.2.0.tgz',
        integrity: 'sha512-x',
      },
    },
  },
  null,
  1,
)

/** Indexes are built of real archives; a busy machine takes its time. */
const SLOW_MACHINE_MS = 240_000

const records = [
  {
    id: 'GHSA-1',
    modified: '2026-10-01T00:00:00Z',
    aliases: ['CVE-1'],
    summary: 'Parse runs\ncode',
    details: '# Impact\n\nA request runs code.\n\nMore.',
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    affected: [
      {
        package: { ecosystem: 'npm', name: 'parse' },
        ranges: [
          {
            type: 'SEMVER',
            events: [{ introduced: '0' }, { fixed: '1.2.5' }, { introduced: '2.0.0' }, { fixed: '2.1.0' }],
          },
        ],
      },
    ],
  },
  {
    id: 'CVE-1',
    modified: '2026-10-02T00:00:00Z',
    affected: [
      {
        package: { ecosystem: 'npm', name: 'parse' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '1.0.0' }, { fixed: '1.3.0' }] }],
      },
    ],
  },
]

test('one finding for one vulnerability: line, path, fix, ids, severity, and what to do', async () => {
  put(makeAdvisories(records))
  const output = await scan({ 'app/package-lock.json': lock })
  expect(output.incomplete).toBeUndefined()
  expect(output.findings).toEqual([
    {
      rule: 'vulnerable-dependency',
      severity: 'critical',
      confidence: 'high',
      title: 'Parse runs code',
      message:
        'parse 1.2.0 is affected by GHSA-1, CVE-1: A request runs code.\n' +
        'It comes in through web@1.0.0 > parse@1.2.0.\n' +
        'Refresh the lockfile: upgrade parse to 1.3.0 (in range of web@1.0.0: ^1.0.0).',
      path: 'app/package-lock.json',
      line: 17,
      column: 3,
      endLine: 21,
      package: {
        ecosystem: 'npm',
        name: 'parse',
        version: '1.2.0',
        direct: false,
        scope: 'prod',
        paths: [['web@1.0.0', 'parse@1.2.0']],
        fix: { name: 'parse', version: '1.3.0' },
      },
      advisory: { id: 'GHSA-1', aliases: ['CVE-1'], fixed: ['1.3.0', '2.1.0'] },
      identity: ['advisory', 'npm', 'parse', '1.2.0', 'GHSA-1'],
      link: 'https://osv.dev/vulnerability/GHSA-1',
    },
  ])
  expect(output.advisories).toEqual([
    { source: 'npm/all.zip', digest: expect.stringMatching(/^sha256:/), asOf: '2026-10-02T00:00:00Z' },
  ])
  expect((output.facts as DependencyFacts).upgrades).toEqual([
    {
      path: 'app/package-lock.json',
      ecosystem: 'npm',
      name: 'parse',
      from: '1.2.0',
      to: '1.3.0',
      lockfileOnly: true,
      ends: 1,
      exploited: false,
      probability: null,
      advisories: ['GHSA-1'],
      text: 'refresh the lockfile, parse to 1.3.0: ends 1',
    },
  ])
})

test('a tarball that is asked for by its address is judged where it lies as a registry has it', async () => {
  put(makeAdvisories(records))
  const lockOf = (address: string) =>
    JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { alias: address } },
        'node_modules/alias': { name: 'parse', version: '1.2.0', resolved: address, integrity: 'sha512-x' },
      },
    })
  const counts: number[] = []
  for (const address of [
    'https://registry.example/parse/-/parse-1.2.0.tgz',
    'https://registry.example/other/-/other-1.2.0.tgz',
    'https://registry.example/parse/-/parse-9.0.0.tgz',
    'https://files.example/parse-1.2.0.tgz',
  ]) {
    const { findings } = await scan({ 'package-lock.json': lockOf(address) })
    counts.push(findings.filter(({ rule }) => rule === 'vulnerable-dependency').length)
  }
  expect(counts).toEqual([1, 0, 0, 0])
})

test('the same twice, and the same with and without a cache', async () => {
  put(makeAdvisories(records))
  const first = await scan({ 'package-lock.json': lock })
  const second = await scan({ 'package-lock.json': lock })
  const third = await scan(
    { 'package-lock.json': lock },
    { ports: { advisories: { folder: join(root, 'osv') } } },
  )
  expect(second).toEqual(first)
  expect(third).toEqual(first)
})

test('malware is critical, and the remedy is to remove it and rotate secrets', async () => {
  put(makeAdvisories([{ ...records[0]!, id: 'MAL-1', aliases: [], severity: [] } as never]))
  const [finding] = (await scan({ 'package-lock.json': lock })).findings
  expect(finding).toMatchObject({ rule: 'malicious-package', severity: 'critical', package: { fix: null } })
  expect(finding?.message).toMatch(/Remove it now, and rotate every secret/)
  expect(finding?.advisory?.fixed).toEqual([])
})

test.each([
  [
    'git',
    { 'node_modules/parse': { version: '1.2.0', resolved: 'git+ssh://git@host.example/parse.git#abc' } },
    {},
  ],
  ['a path', { 'node_modules/parse': { version: '1.2.0', resolved: 'file:parse.tgz' } }, {}],
  [
    'a registry that policy calls private',
    JSON.parse(lock).packages,
    { 'private-registries': ['https://registry.example/'] },
  ],
  [
    'a scope that policy calls private',
    { 'node_modules/@me/parse': { version: '1.2.0' } },
    { 'private-scopes': ['@me'] },
  ],
])('a package from %s does not match a registry advisory of its name', async (_, packages, settings) => {
  const scoped = {
    id: 'GHSA-9',
    affected: [{ package: { ecosystem: 'npm', name: '@me/parse' }, versions: ['1.2.0'] }],
  }
  put(makeAdvisories([...records, scoped]))
  const output = await scan(
    { 'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages }) },
    { settings },
  )
  expect(output.findings.filter((finding) => finding.advisory)).toEqual([])
  expect(output.incomplete).toBeUndefined()
})

test.each([
  ['offline without a folder', {}, true, /no advisories folder was given, and the network is forbidden/],
  ['without a network port', {}, false, /there is no network/],
  [
    'with a folder that is not there',
    { advisories: { folder: '/nonexistent' } },
    true,
    /there is no npm\/all\.zip/,
  ],
  [
    'with an API that is down',
    { http: { request: async () => ({ status: 400, headers: {}, body: new Uint8Array() }) } },
    false,
    /OSV API did not answer/,
  ],
] as const)('%s the scan is incomplete, never clean', async (_, ports: ScannerPorts, offline, why) => {
  const output = await scan({ 'package-lock.json': lock }, { ports, offline })
  expect(output.incomplete).toMatch(why)
})

test('advisories older than policy allows make it incomplete', async () => {
  put(makeAdvisories(records))
  const old = await scan({ 'package-lock.json': lock }, { settings: { 'max-advisory-age': '30d' } })
  expect(old.incomplete).toMatch(/npm\/all\.zip is as of 2026-10-02T00:00:00Z, policy wants 2026-10-23T/)
  const young = await scan({ 'package-lock.json': lock }, { settings: { 'max-advisory-age': '90d' } })
  expect(young.incomplete).toBeUndefined()
})

test('a lockfile that cannot be read is a file error with its line; the others are still judged', async () => {
  put(makeAdvisories(records))
  const output = await scan({ 'a/package-lock.json': '{\n"packages": {', 'b/package-lock.json': lock })
  expect(output.fileErrors).toEqual([
    {
      path: 'a/package-lock.json',
      line: 2,
      code: 'LOCKFILE_INVALID',
      message: expect.stringMatching(/line 2/),
    },
  ])
  expect(output.findings).toHaveLength(1)
})

test('missing checksums, other registries and a manifest that disagrees are findings of their own', async () => {
  put(makeAdvisories(records))
  const bare = JSON.parse(lock)
  delete bare.packages['node_modules/web'].integrity
  const output = await scan(
    { 'package-lock.json': JSON.stringify(bare), 'package.json': '{"dependencies": {"web": "^2.0.0"}}' },
    { settings: { 'allowed-registries': ['https://mirror.example/'] } },
  )
  expect(output.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
    'vulnerable-dependency critical',
    'dependency-without-integrity low',
    'registry-not-allowed high',
    'registry-not-allowed high',
    'lockfile-disagrees-with-manifest medium',
  ])
})

test('rules without their input are skipped aloud', async () => {
  const said: unknown[] = []
  await scan(
    { 'package-lock.json': lock },
    { diagnostics: { log: (_, message, fields) => void said.push([message, fields?.['rule']]) } },
  )
  expect(said).toEqual([
    ['rule skipped', 'name-near-popular'],
    ['rule skipped', 'younger-than-cool-down'],
    ['rule skipped', 'licence-not-allowed'],
  ])
})

test('a tree without a lockfile is skipped, and an unknown setting is refused', async () => {
  expect((await scan({ 'package.json': '{}' })).skipped).toBe('there is no lockfile')
  await expect(
    scan({ 'package-lock.json': lock }, { settings: { 'private-scope': [] } }),
  ).rejects.toMatchObject({ code: 'POLICY_INVALID' })
})

test.skipIf(!sharedData)(
  `NodeGoat has well over a hundred advisories${whyNoSharedData}`,
  async () => {
    const folder = `${sharedData}lockfiles/package-lock-v1/OWASP+NodeGoat/`
    const files = Object.fromEntries(
      ['package-lock.json', 'package.json'].map((name) => [name, readFileSync(folder + name, 'utf8')]),
    )
    const output = await scan(files, {
      ports: { cache: { folder: join(root, 'cache') }, advisories: { folder: `${sharedData}osv` } },
    })
    expect(output.incomplete).toBeUndefined()
    expect(output.fileErrors).toEqual([])
    expect(new Set(output.findings.map((finding) => finding.advisory?.id)).size).toBeGreaterThan(120)
    const vulnerable = output.findings.filter((finding) => finding.package)
    expect(vulnerable.every(({ line, package: found }) => line > 1 && found?.paths[0]?.length)).toBe(true)
    const directs = vulnerable.filter((finding) => finding.package!.direct === true)
    expect(new Set(directs.map((finding) => finding.package!.name))).toContain('marked')
  },
  SLOW_MACHINE_MS,
)

function put(archive: Uint8Array): void {
  mkdirSync(join(root, 'osv', 'npm'), { recursive: true })
  writeFileSync(join(root, 'osv', 'npm', 'all.zip'), archive)
}

function scan(files: Readonly<Record<string, string>>, more: Partial<ScanInput> = {}) {
  const paths = Object.keys(files).sort()
  return dependenciesScanner.scan({
    files: paths
      .filter((path) => dependenciesScanner.wants(path))
      .map((path) => ({ path, size: files[path]!.length, read: async () => Buffer.from(files[path]!) })),
    paths,
    results: new Map(),
    ports: { cache: { folder: join(root, 'cache') }, advisories: { folder: join(root, 'osv') } },
    settings: undefined,
    offline: true,
    now: parseTimestamp('2026-11-22T00:00:00Z'),
    diagnostics: silentDiagnostics,
    signal: new AbortController().signal,
    ...more,
  })
}
