/** What new access rules open to people at agents of an environment with a quorum counts as a loosening. */
import { expect, test } from 'vitest'
import { parseAccessRules } from '../../src/access/document.ts'
import type { Timestamp } from '../../src/base/time.ts'
import { findLoosenedAccess } from '../../src/coordinator/access/loosened-access.ts'
import { nodeOf } from './store/records.ts'

const HEAD =
  '"groups": { "group:ops": ["ada@example.org", "bob@example.org"] }, "tagOwners": { "tag:web": [] }, "hosts": { "office": "100.64.9.0/24" }'
const rules = (...acls: [src: string, dst: string][]) =>
  parseAccessRules(
    `{ ${HEAD}, "acls": [${acls.map(([src, dst]) => `{ "action": "accept", "src": ["${src}"], "dst": ["${dst}"] }`).join(', ')}] }`,
    'access.hujson',
  )
const agents = [nodeOf(1, { createdAt: 1 as Timestamp })]
const guarded = new Set(['production'])
const loosened = (
  before: [src: string, dst: string][],
  after: [src: string, dst: string][],
  environments = guarded,
): string[] =>
  findLoosenedAccess(rules(...before), rules(...after), agents, environments).map(({ what }) => what)

test.each<[src: string, what: RegExp]>([
  ['ada@example.org', /^access: ada@example.org reaches web-1:22$/],
  ['group:ops', /^access: (?:ada|bob)@example.org reaches web-1:22$/],
  ['user:*@example.org', /^access: user:\*@example.org reaches web-1:22$/],
  ['autogroup:member', /^access: autogroup:member reaches web-1:22$/],
  ['autogroup:admin', /^access: autogroup:admin reaches web-1:22$/],
  ['*', /^access: everybody reaches web-1:22$/],
  ['100.64.0.0/10', /^access: 100.64.0.0\/10 reaches web-1:22$/],
  ['office', /^access: 100.64.9.0\/24 reaches web-1:22$/],
])('a rule for %s opens a guarded agent', (src, what) => {
  expect(loosened([], [[src, 'tag:web:22']])).toContainEqual(expect.stringMatching(what))
  expect(loosened([[src, 'tag:web:22']], [[src, 'tag:web:22']])).toEqual([])
  expect(loosened([], [[src, 'tag:web:22']], new Set(['staging']))).toEqual([])
})

test('a wider range is a loosening, a narrower one is none', () => {
  const [wide, narrow]: [string, string][] = [
    ['ada@example.org', 'tag:web:20-30'],
    ['ada@example.org', 'tag:web:22-25'],
  ]
  expect(loosened([narrow!], [wide!])).toEqual(['access: ada@example.org reaches web-1:20-30'])
  expect(loosened([wide!], [narrow!])).toEqual([])
})

test('a group that gains a member is a loosening', () => {
  const before = parseAccessRules(
    `{ "groups": { "group:ops": ["ada@example.org"] }, "tagOwners": { "tag:web": [] }, "acls": [{ "action": "accept", "src": ["group:ops"], "dst": ["tag:web:22"] }] }`,
    'access.hujson',
  )
  const after = rules(['group:ops', 'tag:web:22'])
  expect(findLoosenedAccess(before, after, agents, guarded).map(({ what }) => what)).toEqual([
    'access: bob@example.org reaches web-1:22',
  ])
})
