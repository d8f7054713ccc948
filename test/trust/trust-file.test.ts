import { expect, test } from 'vitest'
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { SallyportError } from '../../src/base/errors.ts'
import { UNTRUSTED_EVENTS } from '../../src/base/untrusted-events.ts'
import { formatPublicKey } from '../../src/trust/keys.ts'
import { parseTrustFile } from '../../src/trust/trust-file.ts'
import { keyNamed } from './approval-kit.ts'
import { root } from './coordinator-kit.ts'

const COMMIT = 'a'.repeat(40)
const COORDINATOR = `version: 1
signers: coordinator
root: ${formatPublicKey('root', root.publicKey)}
issuers:
  - issuer: https://token.actions.githubusercontent.com
rules:
  - application: shop
    environments: [production]
    issuer: https://token.actions.githubusercontent.com
    repositoryId: "74"
    ownerId: "65"
    gate:
      workflow: octo/ci/.github/workflows/gate.yml
      commits: [${COMMIT}]
    events: [push]
    refs: [refs/heads/main]
    quorum: 1
people:
  - id: ada
    accounts: ["21"]
    keys: [${formatPublicKey('person', keyNamed('ada').publicKey)}]
  - id: bob
    accounts: []
`
const KEY = `version: 1
signers: key
keys: [${formatPublicKey('approval', keyNamed('approval').publicKey)}]
rules:
  - application: shop
    environments: [production]
`

function parse(text: string) {
  return parseTrustFile(encodeUtf8(text), 'trust.yml')
}

test('a trust file of each mode is read', () => {
  expect(parse(COORDINATOR)).toMatchObject({ signers: 'coordinator', rules: [{ repositoryId: '74' }] })
  expect(parse(KEY)).toMatchObject({ signers: 'key', rules: [{ application: 'shop' }] })
})

/** Each is the valid file with one thing changed. */
const REFUSED: [name: string, from: string | RegExp, to: string, message: RegExp][] = [
  ['an unknown key', 'quorum: 1', 'quorm: 1', /rules\[0\]\.quorm: this key is not known/],
  ['a number for an id', '"74"', '74', /repositoryId/],
  ['a rule without commits', `      commits: [${COMMIT}]\n`, '', /commits/],
  [
    'commits beside anyWorkflow',
    `commits: [${COMMIT}]`,
    `commits: [${COMMIT}]\n      anyWorkflow: true`,
    /anyWorkflow/,
  ],
  ['anyWorkflow: false', `commits: [${COMMIT}]`, 'anyWorkflow: false', /anyWorkflow/],
  ['a short commit', COMMIT, 'abc123', /whole commit id/],
  ['a workflow with a ref', 'gate.yml', 'gate.yml@refs/heads/main', /without @ref/],
  [
    'a label named __proto__',
    'events: [push]',
    'events: [push]\n    scopes: {__proto__: [x]}',
    /__proto__: this key/,
  ],
  ['a wildcard in a ref', 'refs/heads/main', 'refs/heads/*', /whole ref/],
  ['a branch name for a ref', 'refs/heads/main', 'main', /whole ref/],
  ['an http issuer', /https:\/\/token/g, 'http://token', /https: URL/],
  ['an issuer with a slash at its end', /githubusercontent\.com/g, 'githubusercontent.com/', /https: URL/],
  [
    'a rule of an issuer that is not listed',
    '  - issuer: https://token',
    '  - issuer: https://other',
    /not under "issuers"/,
  ],
  ['a key of another role as root', 'sallyport-root-public', 'sallyport-approval-public', /root/],
  ['a quorum of more people than are listed', 'quorum: 1', 'quorum: 3', /wants 3 people/],
  ['two people of one id', 'id: bob', 'id: ada', /"ada" stands twice/],
  ['two people of one account', 'accounts: []', 'accounts: ["21"]', /"21" stands twice/],
  ['a person whose accounts are not said', '    accounts: []\n', '', /accounts/],
  [
    'a snapshot without its path',
    'content.com\nrules',
    'content.com\n    jwks: snapshot\nrules',
    /needs "jwks: snapshot"/,
  ],
  ['an unknown mode', 'signers: coordinator', 'signers: anyone', /signers/],
  ['no mode', 'signers: coordinator\n', '', /signers/],
  ['a key twice', 'version: 1', 'version: 1\nversion: 1', /unique|duplicate/i],
  ['an alias', 'people:', 'x: &a 1\ny: *a\npeople:', /alias|not known/i],
  ...UNTRUSTED_EVENTS.map((event): [string, string, string, RegExp] => [
    `the event ${event}`,
    '[push]',
    `[push, ${event}]`,
    /can never be listed/,
  ]),
]

test.each(REFUSED)('%s is refused with its place', (_name, from, to, message) => {
  const changed = COORDINATOR.replace(from, to)
  expect(changed).not.toBe(COORDINATOR)
  const thrown = thrownBy(() => parse(changed))
  expect(thrown).toMatchObject({ code: 'CONFIG_INVALID', place: { file: 'trust.yml' } })
  expect(thrown.message).toMatch(message)
})

test('the error names line and column, and the nearest key that is known', () => {
  const thrown = thrownBy(() => parse(COORDINATOR.replace('quorum: 1', 'quorm: 1')))
  expect(thrown.place).toEqual({ file: 'trust.yml', line: 17, column: 12 })
  expect(thrown.help).toBe('did you mean "quorum"?')
})

test('a trust file of keys does not take what belongs to a coordinator', () => {
  expect(() => parse(`${KEY}people: []\n`)).toThrow(/people/)
  expect(() => parse(KEY.replace('production]', 'production]\n    quorum: 1'))).toThrow(/quorum/)
})

test('what is no YAML, no UTF-8 or too large is refused', () => {
  expect(() => parse('a: [')).toThrow(SallyportError)
  expect(() => parse('')).toThrow(SallyportError)
  expect(() => parseTrustFile(Uint8Array.of(0xff), 't')).toThrow(/UTF-8/)
  expect(() => parse(' '.repeat(300_000))).toThrow(/more than/)
})

function thrownBy(run: () => unknown): SallyportError {
  try {
    run()
  } catch (thrown) {
    if (thrown instanceof SallyportError) return thrown
    throw thrown
  }
  throw new Error('nothing was thrown')
}
