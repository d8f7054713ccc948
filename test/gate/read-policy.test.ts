import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SallyportError } from '../../src/base/errors.ts'
import { parseExpiry } from '../../src/gate/policy/expiry.ts'
import { BUILT_IN_TEXT, builtInPolicy } from '../../src/gate/policy/loaded-policy.ts'
import { readPolicy } from '../../src/gate/policy/read-policy.ts'
import { gatePolicyJsonSchema } from '../../src/gate/policy/schema.ts'
import { sizeInBytes } from '../../src/gate/policy/size.ts'

const SCANNERS = ['dependencies', 'secrets', 'compliance']
const read = (text: string) => readPolicy(new TextEncoder().encode(text), 'test', { scanners: SCANNERS })

const WHOLE = `version: 1
block: all
thresholds:
  default: medium
  secrets: {critical: 0, medium: 3}
  compliance: never
unknownSeverity: critical
confidence: medium
require: [dependencies]
paths:
  include: ['src/**']
  exclude: ['src/vendor/**']
scanners:
  dependencies:
    timeout: 30s
    settings: {anything: [1, 2]}
suppressions:
  - advisory: GHSA-1
    package: {ecosystem: npm, name: lodash}
    versions: '<4.17.21'
    reason: not reachable
    owner: team-a
    expires: 2027-01-31
advisories:
  maxAge: 7d
registries:
  private: ['@acme', 'npm.acme.example']
limits:
  file: 8MiB
`

test('a whole policy is read, with the line of each suppression', () => {
  const { policy, source, digest, suppressionLines } = read(WHOLE)

  expect(policy.block).toBe('all')
  expect(policy.thresholds['secrets']).toEqual({ critical: 0, medium: 3 })
  expect(policy.scanners['dependencies']).toEqual({
    enabled: true,
    timeout: '30s',
    settings: { anything: [1, 2] },
  })
  expect(policy.registries.private).toEqual(['@acme', 'npm.acme.example'])
  expect([source, suppressionLines]).toEqual(['test', [18]])
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
})

test('the built-in policy is what its text says', () => {
  expect(builtInPolicy()).toEqual(readPolicy(new TextEncoder().encode(BUILT_IN_TEXT), 'built-in'))
})

test('without a policy the built-in one holds', () => {
  expect(builtInPolicy().policy).toEqual({
    version: 1,
    block: 'new',
    thresholds: { default: 'high', compliance: 'never' },
    unknownSeverity: 'high',
    confidence: 'low',
    require: [],
    paths: { include: [], exclude: [] },
    scanners: {},
    suppressions: [],
    advisories: {},
    registries: { private: [] },
    limits: { file: '64MiB' },
  })
})

const SUPPRESSION =
  'version: 1\nsuppressions:\n  - rule: x\n    reason: r\n    owner: o\n    expires: 2027-01-01\n'

test.each([
  [
    'an unknown key',
    'version: 1\nthreshold: {}\n',
    2,
    1,
    /threshold: this key is not known/,
    'did you mean "thresholds"?',
  ],
  [
    'an unknown key below',
    'version: 1\npaths:\n  exclud: []\n',
    3,
    3,
    /paths\.exclud/,
    'did you mean "exclude"?',
  ],
  ['a prototype key', 'version: 1\n__proto__: {}\n', 2, 1, /__proto__/, undefined],
  ['a wrong type', 'version: 1\nrequire: dependencies\n', 2, 1, /require: .*array/, undefined],
  ['no version', 'block: new\n', 1, 1, /version/, undefined],
  ['another version', 'version: 2\n', 1, 1, /version/, undefined],
  [
    'a threshold that is no severity',
    'version: 1\nthresholds:\n  secrets: hihg\n',
    3,
    3,
    /thresholds\.secrets/,
    undefined,
  ],
  [
    'a threshold with an unknown severity',
    'version: 1\nthresholds:\n  secrets: {hihg: 1}\n',
    3,
    13,
    /hihg: this key is not known/,
    'did you mean "high"?',
  ],
  ['a negative count', 'version: 1\nthresholds:\n  secrets: {high: -1}\n', 3, 13, /high/, undefined],
  [
    'a scanner that is none',
    'version: 1\nrequire:\n  - secrets\n  - dependancies\n',
    4,
    5,
    /no scanner "dependancies"/,
    'did you mean "dependencies"?',
  ],
  [
    'a section of a scanner that is none',
    'version: 1\nscanners:\n  secret: {}\n',
    3,
    3,
    /no scanner "secret"/,
    'did you mean "secrets"?',
  ],
  ['a duration without a unit', 'version: 1\nadvisories:\n  maxAge: 7\n', 3, 3, /maxAge/, undefined],
  [
    'a suppression without a reason',
    SUPPRESSION.replace('    reason: r\n', ''),
    3,
    5,
    /suppressions\[0\]\.reason/,
    undefined,
  ],
  [
    'a suppression without an owner',
    SUPPRESSION.replace('    owner: o\n', ''),
    3,
    5,
    /suppressions\[0\]\.owner/,
    undefined,
  ],
  [
    'a suppression without an end',
    SUPPRESSION.replace('    expires: 2027-01-01\n', ''),
    3,
    5,
    /suppressions\[0\]\.expires/,
    undefined,
  ],
  [
    'a suppression of a day that is none',
    SUPPRESSION.replace('2027-01-01', '2027-02-30'),
    6,
    5,
    /expires: write a day/,
    undefined,
  ],
  [
    'a suppression of everything',
    SUPPRESSION.replace('rule: x', 'scanner: x'),
    3,
    5,
    /name what is suppressed/,
    undefined,
  ],
  [
    'versions of no package',
    SUPPRESSION.replace('rule: x', 'rule: x\n    versions: ">1"'),
    3,
    5,
    /"versions" needs "package"/,
    undefined,
  ],
  ['a list', '- 1\n', 1, 1, /document/, undefined],
  ['an empty file', '', 1, 1, /document/, undefined],
  ['broken YAML', 'version: 1\nblock: [\n', 3, 1, /./, undefined],
  ['two keys of a name', 'version: 1\nblock: new\nblock: all\n', 3, 1, /unique/, undefined],
])('%s is an error with its place', (_, text, line, column, message, help) => {
  let thrown: unknown
  try {
    read(text)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toMatchObject({
    code: 'POLICY_INVALID',
    place: { file: '.sallyport/policy.yml', line, column },
  })
  expect((thrown as Error).message).toMatch(message)
  if (help !== undefined) expect(thrown).toMatchObject({ help })
})

test('bytes that are not UTF-8 and a policy of two megabytes are refused', () => {
  expect(() => readPolicy(new Uint8Array([0x61, 0xff]), 'x')).toThrow(
    expect.objectContaining({ code: 'POLICY_INVALID' }),
  )
  expect(() => readPolicy(new Uint8Array(2_000_000), 'x')).toThrow(
    expect.objectContaining({ code: 'POLICY_INVALID' }),
  )
})

test('any text is a policy or a typed error', () => {
  const piece = fc.constantFrom(
    'version: 1\n',
    'paths:',
    'suppressions:',
    '\n',
    '  ',
    '- ',
    'rule: x',
    '{',
    '}',
    '*a',
    '&a ',
    ': ',
    '1',
    'block: new\n',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        read(pieces.join(''))
      } catch (error) {
        expect(error).toBeInstanceOf(SallyportError)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('a day holds until it is over, an instant until then', () => {
  expect(parseExpiry('2027-01-31')).toBe(Date.UTC(2027, 1, 1))
  expect(parseExpiry('2027-01-31T12:00:00Z')).toBe(Date.UTC(2027, 0, 31, 12))
})

test('sizes are binary', () => {
  expect([sizeInBytes('3B'), sizeInBytes('64MiB')]).toEqual([3, 67_108_864])
})

test('the JSON Schema closes every object and shows the defaults', () => {
  const schema = gatePolicyJsonSchema() as {
    additionalProperties: unknown
    properties: Record<string, { default?: unknown }>
  }

  expect(schema.additionalProperties).toBe(false)
  expect(schema.properties['block']?.default).toBe('new')
  expect(JSON.stringify(schema)).not.toContain('undefined')
})
