import { expect, test } from 'vitest'
import { complianceScanner } from '../../scanners/compliance/scanner.ts'
import { type GateRequest, runGate } from '../../src/gate/gate.ts'
import { emitGateJson } from '../../src/gate/reports/json.ts'
import type { ControlAnswer, Scanner } from '../../src/gate/scanner.ts'
import { finding, found, gateRequest, lineScanner, policyOf, scanner, treeOf } from './fake-scanner.ts'

const gate = (change: Partial<GateRequest>) => runGate(gateRequest(change))
const policy = (text = '') => policyOf(`version: 1\n${text}`)

test('a clean tree passes', async () => {
  const report = await gate({ scanners: [scanner('one', found())] })

  expect([report.verdict, report.reasons]).toEqual(['passed', []])
})

test.each([
  ['critical', 'failed'],
  ['high', 'failed'],
  ['unknown', 'failed'],
  ['medium', 'passed'],
  ['low', 'passed'],
  ['none', 'passed'],
] as const)('by default a finding of severity %s makes the verdict %s', async (severity, verdict) => {
  const report = await gate({ scanners: [scanner('one', found(finding({ severity })))] })

  expect(report.verdict).toBe(verdict)
  expect(report.findings[0]).toMatchObject({ state: 'new', blocking: verdict === 'failed' })
})

test.each([
  ['thresholds: {default: never}', 'critical', 'passed'],
  ['thresholds: {default: medium}', 'medium', 'failed'],
  ['thresholds: {one: never}', 'critical', 'passed'],
  ['thresholds: {other: never}', 'high', 'failed'],
  ['thresholds: {one: {high: 1}}', 'high', 'passed'],
  ['thresholds: {one: {high: 0}}', 'high', 'failed'],
  ['thresholds: {one: {low: 0}}', 'critical', 'passed'],
  ['unknownSeverity: low', 'unknown', 'passed'],
  ['unknownSeverity: critical\nthresholds: {default: critical}', 'unknown', 'failed'],
] as const)('the policy %j on %s: %s', async (text, severity, verdict) => {
  const report = await gate({
    loaded: policy(text),
    scanners: [scanner('one', found(finding({ severity })))],
  })

  expect(report.verdict).toBe(verdict)
})

test('findings that are less sure than the policy asks for do not block', async () => {
  const unsure = scanner('one', found(finding({ confidence: 'low' })))

  expect((await gate({ loaded: policy('confidence: medium'), scanners: [unsure] })).verdict).toBe('passed')
  expect((await gate({ loaded: policy(), scanners: [unsure] })).verdict).toBe('failed')
})

test('over the count that is let through, all of them block', async () => {
  const two = scanner('one', found(finding({ line: 1 }), finding({ line: 2 })))
  const report = await gate({ loaded: policy('thresholds: {one: {high: 1}}'), scanners: [two] })

  expect(report.reasons).toMatchObject([{ code: 'findings-over-threshold', scanner: 'one', count: 2 }])
})

const partial = scanner('p', { findings: [], fileErrors: [{ path: 'x', code: 'X', message: 'x' }] })
const throwing = scanner('t', () => {
  throw new Error('broke')
})
const unable = scanner('u', { findings: [], fileErrors: [], skipped: 'no grammar' })
const empty = scanner('e', found(), { wants: () => false })
const clean = scanner('c', found())

test.each<[string, Partial<GateRequest>, string]>([
  ['a scanner is partial', { scanners: [clean, partial] }, 'scanner-partial'],
  ['a scanner failed', { scanners: [clean, throwing] }, 'scanner-failed'],
  [
    'a required scanner could not work',
    { scanners: [clean, unable], loaded: policy('require: [u]') },
    'scanner-skipped',
  ],
  [
    'a required scanner found no file',
    { scanners: [clean, empty], loaded: policy('require: [e]') },
    'scanner-skipped',
  ],
  [
    'a required scanner is switched off',
    { scanners: [clean], loaded: policy('require: [c]\nscanners: {c: {enabled: false}}') },
    'scanner-skipped',
  ],
  [
    'a required scanner is not there',
    { scanners: [clean], loaded: policy('require: [z]') },
    'scanner-missing',
  ],
  ['advisories are missing', { scanners: [clean], advisoriesMissing: true }, 'advisories-missing'],
  [
    'a place could not be looked at',
    { scanners: [clean], tree: { ...treeOf({ a: '' }), problems: [{ path: 'b', message: 'x' }] } },
    'tree-incomplete',
  ],
])('undecided, never passed, where %s', async (_, change, code) => {
  const report = await gate(change)

  expect(report.verdict).toBe('undecided')
  expect(report.reasons.map((reason) => reason.code)).toContain(code)
})

test('undecided is said before failed, and both reasons stand', async () => {
  const report = await gate({ scanners: [scanner('one', found(finding())), throwing] })

  expect(report.verdict).toBe('undecided')
  expect(report.reasons.map((reason) => reason.code)).toEqual(['scanner-failed', 'findings-over-threshold'])
})

test('a scanner without files does not matter unless it is required; none at all is said', async () => {
  expect(await gate({ scanners: [clean, empty] })).toMatchObject({ verdict: 'passed', reasons: [] })
  expect(await gate({ scanners: [empty] })).toMatchObject({
    verdict: 'passed',
    reasons: [{ code: 'nothing-to-scan' }],
  })
})

test.each([
  ['2026-11-20T00:00:00Z', 'passed'],
  ['2026-11-01T00:00:00Z', 'undecided'],
  [null, 'undecided'],
  ['yesterday', 'undecided'],
])('advisories as of %s under a greatest age of a week: %s', async (asOf, verdict) => {
  const advisories = [{ source: 'osv', digest: 'sha256:00', asOf }]
  const report = await gate({
    loaded: policy('advisories: {maxAge: 7d}'),
    scanners: [scanner('one', { ...found(), advisories })],
  })

  expect(report.verdict).toBe(verdict)
  expect(report.advisories).toEqual(advisories)
})

const SUPPRESSION = 'reason: r, owner: o, expires: 2027-01-01'

test.each([
  ['{rule: a-rule, %s}', 'suppressed'],
  ['{rule: other, %s}', 'new'],
  ['{path: "a.*", %s}', 'suppressed'],
  ['{path: "a.*", scanner: other, %s}', 'new'],
  ['{advisory: CVE-1, %s}', 'suppressed'],
  ['{advisory: GHSA-1, %s}', 'suppressed'],
  ['{advisory: GHSA-2, %s}', 'new'],
  ['{package: {name: lodash}, %s}', 'suppressed'],
  ['{package: {name: lodash, ecosystem: PyPI}, %s}', 'new'],
  ['{package: {name: lodash}, versions: "<2", %s}', 'suppressed'],
  ['{package: {name: lodash}, versions: ">2", %s}', 'new'],
  ['{package: {name: lodash}, versions: "what?", %s}', 'new'],
  ['{rule: a-rule, reason: r, owner: o, expires: 2026-11-21}', 'new'],
  ['{rule: a-rule, reason: r, owner: o, expires: 2026-11-22}', 'suppressed'],
])('the suppression %s leaves the finding %s', async (text, state) => {
  const about = finding({
    package: {
      ecosystem: 'npm',
      name: 'lodash',
      version: '1.0.0',
      direct: true,
      scope: 'prod',
      paths: [],
      fix: null,
    },
    advisory: { id: 'GHSA-1', aliases: ['CVE-1'], fixed: [] },
  })
  const report = await gate({
    loaded: policy(`suppressions:\n  - ${text.replace('%s', SUPPRESSION)}\n`),
    scanners: [scanner('one', found(about))],
    matchesVersion: (_, __, range) => (range === 'what?' ? undefined : range === '<2'),
  })

  expect(report.findings.find((one) => one.scanner === 'one')?.state).toBe(state)
  expect(report.verdict).toBe(state === 'new' ? 'failed' : 'passed')
})

test('without an order of versions, a suppression of versions does not hold', async () => {
  const about = finding({
    package: {
      ecosystem: 'npm',
      name: 'lodash',
      version: '1.0.0',
      direct: true,
      scope: 'prod',
      paths: [],
      fix: null,
    },
  })
  const report = await gate({
    loaded: policy(`suppressions:\n  - {package: {name: lodash}, versions: "<2", ${SUPPRESSION}}\n`),
    scanners: [scanner('one', found(about))],
  })

  expect(report.verdict).toBe('failed')
})

test('expired and unused suppressions are findings at their line of the policy', async () => {
  const report = await gate({
    loaded: policy(
      `suppressions:\n  - {rule: a-rule, reason: r, owner: o, expires: 2026-01-01}\n  - {rule: zzz, ${SUPPRESSION}}\n`,
    ),
    scanners: [scanner('one', found(finding()))],
  })

  expect(report.findings.filter((one) => one.scanner === 'policy')).toMatchObject([
    { rule: 'suppression-expired', path: '.sallyport/policy.yml', line: 3, severity: 'medium' },
    { rule: 'suppression-unused', path: '.sallyport/policy.yml', line: 4, severity: 'low' },
  ])
})

test('a suppression is not called unused where a scanner did not see everything', async () => {
  const loaded = policy(`suppressions:\n  - {rule: zzz, ${SUPPRESSION}}\n`)

  expect((await gate({ loaded, scanners: [clean, partial] })).findings).toEqual([])
  expect((await gate({ loaded, scanners: [clean], allScanners: false })).findings).toEqual([])
  expect((await gate({ loaded, scanners: [clean] })).findings).toHaveLength(1)
})

const HEAD = { 'a.txt': 'x\nbad one\nbad two', 'b.txt': 'bad b' }
const BASE = { 'a.txt': 'bad one', 'b.txt': 'bad b' }

test.each([
  ['reads all of base', {}],
  ['reads what differs', { perFile: true as const }],
])('only what the change brings is new: a scanner that %s', async (_, change) => {
  const report = await gate({ tree: treeOf(HEAD), base: treeOf(BASE), scanners: [lineScanner(change)] })

  expect(report.findings.map((one) => [one.path, one.line, one.state, one.blocking])).toEqual([
    ['a.txt', 2, 'existing', false],
    ['a.txt', 3, 'new', true],
    ['b.txt', 1, 'existing', false],
  ])
  expect(report.reasons).toMatchObject([{ count: 1 }])
})

test('existing findings block where the policy says so', async () => {
  const report = await gate({
    loaded: policy('block: all'),
    tree: treeOf(BASE),
    base: treeOf(BASE),
    scanners: [lineScanner()],
  })

  expect([report.verdict, report.findings.map((one) => one.state)]).toEqual([
    'failed',
    ['existing', 'existing'],
  ])
})

test('of base only what differs is read, and nothing where all is the same', async () => {
  const read: string[] = []
  const watched = (files: Record<string, string>, name: string) => {
    const tree = treeOf(files)
    return {
      ...tree,
      files: tree.files.map((file) => ({
        ...file,
        read: () => {
          read.push(`${name} ${file.path}`)
          return file.read()
        },
      })),
    }
  }
  const run = async (head: Record<string, string>, change: Partial<Scanner>) => {
    read.length = 0
    await gate({ tree: watched(head, 'head'), base: watched(BASE, 'base'), scanners: [lineScanner(change)] })
    return read.filter((entry) => entry.startsWith('base'))
  }

  expect(await run(BASE, {})).toEqual([])
  expect(await run(HEAD, { perFile: true })).toEqual(['base a.txt'])
  expect(await run(HEAD, {})).toEqual(['base a.txt', 'base b.txt'])
})

test('where base could not be scanned, what might be new counts as new', async () => {
  let runs = 0
  const flaky = scanner('one', () => {
    if (++runs === 2) throw new Error('only on base')
    return found(finding())
  })
  const report = await gate({ tree: treeOf(HEAD), base: treeOf(BASE), scanners: [flaky] })

  expect([runs, report.verdict, report.findings[0]?.state]).toEqual([2, 'failed', 'new'])
})

test('a scanner that reads the results of one that ran again runs again', async () => {
  let runs = 0
  const summary = scanner(
    'summary',
    (input) => {
      runs++
      return found(...(input.results.get('lines')?.output.findings.length ? [finding({ path: 'sum' })] : []))
    },
    { wants: () => false, after: ['lines'] },
  )
  const report = await gate({
    tree: treeOf({ a: 'bad' }),
    base: treeOf({ a: 'good' }),
    scanners: [lineScanner(), summary],
  })

  expect(runs).toBe(2)
  expect(report.findings.map((one) => one.state)).toEqual(['new', 'new'])
})

test('the document is the same for the same tree, whatever order scanners finish in, and names no path of the machine', async () => {
  const slow = (id: string, turns: number) =>
    scanner(id, async () => {
      for (let turn = 0; turn < turns; turn++) await new Promise((done) => setImmediate(done))
      return { ...found(finding({ path: `${id}.txt` })), incomplete: `cannot open '/home/me/${id}/all.zip'` }
    })
  const one = emitGateJson(await gate({ scanners: [slow('a', 9), slow('b', 1)] }), { version: '1.2.3' })
  const two = emitGateJson(await gate({ scanners: [slow('a', 1), slow('b', 9)] }), { version: '1.2.3' })

  expect(one).toBe(two)
  expect(one).not.toContain('/home/me')
  expect(one).toContain("cannot open 'all.zip'")
})

test('a scanner gets its settings, and dependencies the private registries', async () => {
  const seen: unknown[] = []
  const asking = (id: string) =>
    scanner(id, (input) => {
      seen.push(input.settings)
      return found()
    })
  await gate({
    loaded: policy(
      'scanners: {one: {settings: {x: 1}}, dependencies: {settings: {y: 2}}}\nregistries: {private: ["@a", "r.example"]}',
    ),
    scanners: [asking('one'), asking('two'), asking('dependencies')],
  })

  expect(seen).toEqual([
    { x: 1 },
    undefined,
    { 'private-registries': ['r.example'], 'private-scopes': ['@a'], y: 2 },
  ])
})

test('adding a finding never makes a verdict better', async () => {
  const order = { passed: 0, failed: 1, undecided: 2 }
  const some = [
    finding({ severity: 'medium' }),
    finding({ severity: 'high', line: 2 }),
    finding({ severity: 'unknown', line: 3 }),
    finding({ severity: 'critical', confidence: 'low', line: 4 }),
  ]
  for (const text of ['', 'thresholds: {default: {high: 1, critical: 0}}', 'confidence: high']) {
    let before = 0
    for (let count = 0; count <= some.length; count++) {
      const report = await gate({
        loaded: policy(text),
        scanners: [scanner('one', found(...some.slice(0, count)))],
      })
      expect(order[report.verdict]).toBeGreaterThanOrEqual(before)
      before = order[report.verdict]
    }
  }
})

test.each([
  ['', 'medium', 'pass', 'at or above high'],
  ['', 'high', 'fail', 'at or above high'],
  ['thresholds: {dependencies: medium}', 'medium', 'fail', 'at or above medium'],
  ['thresholds: {default: critical}', 'high', 'pass', 'at or above critical'],
  ['thresholds: {dependencies: {critical: 0, low: 3}}', 'low', 'fail', 'at or above low'],
  ['thresholds: {dependencies: never}', 'high', 'fail', 'at or above high'],
  ['scanners: {compliance: {settings: {advisory-threshold: low}}}', 'low', 'fail', 'at or above low'],
] as const)('check 13 takes its threshold from the policy %j: %s is a %s', async (text, severity, answer, why) => {
  const advisory = { id: 'A-1', aliases: [], fixed: [] }
  const dependencies = scanner('dependencies', found(finding({ severity, advisory })))
  const manifest = { 'package.json': '{"dependencies": {"a": "1"}}', 'package-lock.json': '{}' }
  const report = await gate({
    tree: treeOf(manifest),
    loaded: policy(text),
    scanners: [dependencies, complianceScanner],
  })

  expect(report.controls.find(({ number }) => number === 13)).toMatchObject({
    answer,
    reason: expect.stringContaining(why),
  })
})

test('the answers to controls stand in the report, by number', async () => {
  const control = (number: number): ControlAnswer => ({
    check: `check-${number}`,
    number,
    title: 'A title',
    osps: ['VM-05.03'],
    supports: ['X 1'],
    answer: 'not determined',
    reason: 'it is in /etc/passwd',
  })
  const report = await gate({
    scanners: [scanner('one', { ...found(), controls: [control(7), control(3)] })],
  })

  expect(report.controls.map(({ number, reason }) => [number, reason])).toEqual([
    [3, 'it is in passwd'],
    [7, 'it is in passwd'],
  ])
  expect(JSON.parse(emitGateJson(report, { version: '1.2.3' })).controls[0]).toEqual({
    ...control(3),
    reason: 'it is in passwd',
  })
})

test('an answer that is none of the four makes the scanner fail', async () => {
  const control = { check: 'a', number: 1, title: 't', osps: [], supports: [], answer: 'maybe', reason: '' }
  const report = await gate({ scanners: [scanner('one', () => ({ ...found(), controls: [control] }))] })

  expect(report.scanners[0]).toMatchObject({ status: 'failed' })
})
