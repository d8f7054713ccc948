import { expect, test } from 'vitest'
import {
  evaluate,
  evaluateCommit,
  fixesFor,
} from '../../../../scanners/dependencies/advisories/evaluation.ts'
import { type Affected, decodeAdvisory } from '../../../../scanners/dependencies/advisories/record.ts'

test.each([
  ['before the first', '0.9.0', 'not-affected'],
  ['at introduced', '1.0.0', 'affected'],
  ['a pre-release of introduced', '1.0.0-rc.1', 'not-affected'],
  ['just before fixed', '1.9.9', 'affected'],
  ['a pre-release of fixed', '2.0.0-beta', 'affected'],
  ['at fixed', '2.0.0', 'not-affected'],
  ['between two ranges', '2.5.0', 'not-affected'],
  ['at last_affected', '3.5.0', 'affected'],
  ['after last_affected', '3.5.1', 'not-affected'],
] as const)('%s: %s is %s', (_, version, answer) => {
  const affected = npm([
    { introduced: '3.0.0' },
    { last_affected: '3.5.0' },
    { fixed: '2.0.0' },
    { introduced: '1.0.0' },
  ])
  expect(evaluate(affected, version)).toBe(answer)
})

test('introduced "0" is before every version, also before 0.0.0-alpha', () => {
  expect(evaluate(npm([{ introduced: '0' }, { fixed: '1.0.0' }]), '0.0.0-alpha')).toBe('affected')
})

test('a range from 0 without an end holds versions of any shape', () => {
  expect(evaluate(npm([{ introduced: '0' }]), 'not a version')).toBe('affected')
})

test('a version that has no place in the order is unknown, not clean', () => {
  expect(evaluate(npm([{ introduced: '0' }, { fixed: '1.0.0' }]), 'latest')).toBe('unknown')
  expect(evaluate(npm([{ introduced: '1' }, { fixed: 'soon' }]), '1.5.0')).toBe('unknown')
})

test('an ecosystem without an order is decided by its list, else unknown', () => {
  const affected = of('OSS-Fuzz', {
    versions: ['1.0'],
    ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '1' }] }],
  })
  expect(evaluate(affected, '1.0')).toBe('affected')
  expect(evaluate(affected, '1.1')).toBe('unknown')
})

test('what is listed is affected, whatever the ranges say', () => {
  const affected = of('npm', {
    versions: ['9.9.9'],
    ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.0.0' }] }],
  })
  expect(evaluate(affected, '9.9.9')).toBe('affected')
  expect(evaluate(affected, '9.9.8')).toBe('not-affected')
})

test('a list alone also means other spellings of what it lists, and nothing else', () => {
  const affected = of('PyPI', { versions: ['1.0'] })
  expect(evaluate(affected, '1.0.0')).toBe('affected')
  expect(evaluate(affected, '1.0.1')).toBe('not-affected')
})

test('limit keeps a range from what is at or behind every limit', () => {
  const affected = of('PyPI', {
    ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { limit: '2.0' }, { limit: '3.0' }] }],
  })
  expect(evaluate(affected, '2.5')).toBe('affected')
  expect(evaluate(affected, '3.0')).toBe('not-affected')
  const unlimited = of('PyPI', {
    ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '1' }, { limit: '*' }] }],
  })
  expect(evaluate(unlimited, '99')).toBe('affected')
})

test('ECOSYSTEM ranges use the order of the ecosystem, SEMVER ranges that of SemVer', () => {
  const events = [{ introduced: '0' }, { fixed: '1.0.post1' }]
  expect(evaluate(of('PyPI', { ranges: [{ type: 'ECOSYSTEM', events }] }), '1.0')).toBe('affected')
  expect(evaluate(of('PyPI', { ranges: [{ type: 'ECOSYSTEM', events }] }), '1.0.post1')).toBe('not-affected')
  const debian = of('Debian:12', {
    ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1.0-1' }] }],
  })
  expect(evaluate(debian, '1.0~rc1-1')).toBe('affected')
})

test('a commit is known only where it is itself an event', () => {
  const range = of('npm', {
    ranges: [{ type: 'GIT', repo: 'x', events: [{ introduced: 'a' }, { fixed: 'b' }] }],
  }).ranges[0]!
  expect(['a', 'b', 'c'].map((commit) => evaluateCommit(range, commit))).toEqual([
    'affected',
    'not-affected',
    'unknown',
  ])
})

test('fixes are the fixed versions above the installed one', () => {
  const affected = npm([{ introduced: '0' }, { fixed: '1.5.0' }, { introduced: '2.0.0' }, { fixed: '2.5.0' }])
  expect(fixesFor(affected, '2.1.0')).toEqual(['2.5.0'])
  expect(fixesFor(affected, '1.0.0')).toEqual(['1.5.0', '2.5.0'])
})

test('a record is decoded past unknown fields, nulls and the year 1; without an id it is none', () => {
  const record = decodeAdvisory({
    id: 'X-1',
    aliases: null,
    modified: '0001-01-01T00:00:00Z',
    withdrawn: null,
    surprise: [{}],
    affected: [null, { package: { ecosystem: 'npm', name: 'a' }, ranges: null, versions: ['1', 2] }],
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/x' }, null],
    database_specific: { severity: 'LOW' },
  })
  expect(record).toMatchObject({
    id: 'X-1',
    aliases: [],
    modified: '',
    withdrawn: false,
    vectors: ['CVSS:3.1/x'],
    word: 'LOW',
    affected: [{ ecosystem: 'npm', name: 'a', versions: ['1'], ranges: [] }],
  })
  expect([null, [], 'x', {}, { id: 3 }].map(decodeAdvisory)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

type Event = Readonly<Record<string, string>>

function npm(events: readonly Event[]): Affected {
  return of('npm', { ranges: [{ type: 'SEMVER', events }] })
}

function of(ecosystem: string, rest: object): Affected {
  const record = decodeAdvisory({ id: 'X-1', affected: [{ package: { ecosystem, name: 'x' }, ...rest }] })
  return record?.affected[0] as Affected
}
