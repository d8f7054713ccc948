import { expect, test } from 'vitest'
import { checkScanOutput } from '../../src/gate/scan-output.ts'

const finding = {
  rule: 'some-rule',
  severity: 'high',
  confidence: 'low',
  title: 'Something',
  message: '',
  path: 'a/b.txt',
  line: 1,
  column: 1,
  endLine: 2,
  package: {
    ecosystem: 'npm',
    name: 'a',
    version: '1.0.0',
    direct: null,
    scope: 'prod',
    paths: [['b@1.0.0', 'a@1.0.0']],
    fix: { name: 'a', version: '1.0.1' },
  },
  advisory: {
    id: 'GHSA-1',
    aliases: [],
    fixed: ['1.0.1'],
    exploitation: { knownSince: null, probability: 0.5 },
  },
  identity: ['a'],
}
const output = {
  findings: [finding],
  fileErrors: [{ path: 'a', line: 3, code: 'FILE_UNREADABLE', message: 'no' }],
  advisories: [{ source: 'npm/all.zip', digest: 'sha256:00', asOf: null }],
  remedies: ['upgrade a'],
  controls: [
    { check: 'a', number: 1, title: 'A', osps: [], supports: [], answer: 'pass', reason: 'because' },
  ],
  facts: { anything: 1 },
}

test('what a scanner may return is handed on as it is', () => {
  expect(checkScanOutput(output)).toEqual({ kind: 'usable', output })
  expect(checkScanOutput({ findings: [], fileErrors: [], skipped: 'nothing to do' }).kind).toBe('usable')
})

test.each([
  ['nothing', undefined, 'its result'],
  ['a list', [], 'its result'],
  ['no findings', { fileErrors: [] }, 'findings'],
  ['findings that are no list', { ...output, findings: {} }, 'findings'],
  ['a hole among the findings', { ...output, findings: [null, finding] }, 'findings.0'],
  [
    'an empty path among the errors',
    { ...output, fileErrors: [{ path: '', code: '', message: '' }] },
    'fileErrors.0.path',
  ],
  ['remedies that are no texts', { ...output, remedies: [1] }, 'remedies.0'],
  [
    'an answer of its own',
    { ...output, controls: [{ ...output.controls[0], answer: 'maybe' }] },
    'controls.0.answer',
  ],
])('%s is garbage', (_, value, place) => {
  expect(checkScanOutput(value)).toEqual({ kind: 'garbage', why: expect.stringMatching(`^${place}: `) })
})

test.each([
  ['rule', 'Some Rule'],
  ['severity', 'worst'],
  ['confidence', undefined],
  ['title', ''],
  ['message', null],
  ['path', '/etc/passwd'],
  ['path', 'a/../../b'],
  ['line', 0],
  ['column', 1.5],
  ['endLine', Number.NaN],
  ['line', '1'],
  ['package', undefined],
  ['package', { ...finding.package, direct: 'yes' }],
  ['package', { ...finding.package, scope: 'elsewhere' }],
  ['package', { ...finding.package, paths: ['a'] }],
  ['package', { ...finding.package, fix: { name: 'a' } }],
  ['advisory', { ...finding.advisory, aliases: [1] }],
  ['advisory', { ...finding.advisory, exploitation: { knownSince: null, probability: Infinity } }],
  ['identity', 'a'],
  ['link', 1],
])('a finding whose %s is %j is garbage', (key, value) => {
  const checked = checkScanOutput({ ...output, findings: [finding, { ...finding, [key]: value }] })
  expect(checked).toEqual({ kind: 'garbage', why: expect.stringMatching(`^findings\\.1\\.${key}`) })
})

test('a getter that throws is garbage, and no exception', () => {
  const value = {
    get findings() {
      throw new Error('gotcha')
    },
  }
  expect(checkScanOutput(value)).toEqual({ kind: 'garbage', why: 'gotcha' })
})
