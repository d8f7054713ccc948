import { describe, expect, test } from 'vitest'
import { parseAccessRules } from '../../src/access/document.ts'
import type { Node } from '../../src/access/network.ts'
import { countAssertions, runPolicyTests } from '../../src/access/policy-tests.ts'
import { parseIp } from '../../src/base/ip.ts'

const node = (name: string, last: number, more: Partial<Node>): Node => ({
  name,
  ipv4: parseIp(`100.64.0.${last}`),
  ipv6: undefined,
  tags: [],
  user: undefined,
  routes: [],
  workload: undefined,
  ...more,
})
const nodes = [
  node('a', 1, { user: 'ada@example.org' }),
  node('b', 2, { user: 'bob@example.org' }),
  node('w', 3, { tags: ['tag:web'] }),
]
const NAMES = `"groups": {"group:ops": ["ada@example.org", "bob@example.org"]}, "tagOwners": {"tag:web": []}, "hosts": {"lab": "10.0.0.0/8", "w": "100.64.0.3"}`
const run = (sections: string) =>
  runPolicyTests(parseAccessRules(`{${NAMES}, ${sections}}`, 'x'), nodes).map(
    ({ id, why }) => `${id}: ${why}`,
  )

describe('tests', () => {
  const acls =
    '"acls": [{"action": "accept", "src": ["ada@example.org"], "dst": ["tag:web:443", "autogroup:self:22"]}]'
  const one = (body: string) => run(`${acls}, "tests": [{${body}}]`)

  test.each([
    ['a user to a tag', '"src": "ada@example.org", "accept": ["tag:web:443"]'],
    ['a user to a host and an address', '"src": "ada@example.org", "accept": ["w:443", "100.64.0.3:443"]'],
    ['a user to devices of their own', '"src": "ada@example.org", "accept": ["autogroup:self:22"]'],
    ['a number as protocol', '"src": "ada@example.org", "proto": "17", "accept": ["tag:web:443"]'],
    ['what nobody allowed', '"src": "bob@example.org", "deny": ["tag:web:443"]'],
    ['somebody who is not there', '"src": "eve@example.org", "deny": ["tag:web:443"]'],
    ['members, denied', '"src": "tag:web", "deny": ["autogroup:member:22"]'],
  ])('hold for %s', (_, body) => {
    expect(one(body)).toEqual([])
  })

  test.each([
    [
      'a way that is not there',
      '"src": "bob@example.org", "accept": ["tag:web:443"]',
      /accept\[0\]: bob@example\.org cannot reach tag:web:443/,
    ],
    [
      'a way that is',
      '"src": "ada@example.org", "deny": ["tag:web:443"]',
      /deny\[0\]: ada@example\.org can reach/,
    ],
    [
      'a group of which one may not',
      '"src": "group:ops", "accept": ["tag:web:443"]',
      /group:ops cannot reach/,
    ],
    [
      'a group of which one may, denied',
      '"src": "group:ops", "deny": ["tag:web:443"]',
      /group:ops can reach/,
    ],
    ['no source', '"accept": ["tag:web:443"]', /"src" is missing/],
    ['nothing asserted', '"src": "ada@example.org"', /asserts nothing/],
    ['ICMP', '"src": "ada@example.org", "proto": "icmp", "deny": ["tag:web:443"]', /"icmp" cannot be tested/],
    ['a list of ports', '"src": "ada@example.org", "deny": ["tag:web:80,443"]', /names one port/],
    ['port 0', '"src": "ada@example.org", "deny": ["tag:web:0"]', /names one port/],
    ['a prefix', '"src": "ada@example.org", "deny": ["10.0.0.0/8:80"]', /one host, not a prefix/],
    ['a host that is a prefix', '"src": "ada@example.org", "deny": ["lab:80"]', /"lab" is a prefix/],
    ['the internet', '"src": "ada@example.org", "deny": ["autogroup:internet:80"]', /cannot be tested/],
    ['a tag that is not defined', '"src": "tag:x", "deny": ["tag:web:80"]', /tag not found: "tag:x"/],
    ['devices of a tag', '"src": "tag:web", "deny": ["autogroup:self:80"]', /only a user has devices/],
    [
      'self as a source',
      '"src": "autogroup:self", "deny": ["tag:web:80"]',
      /"autogroup:self" cannot be tested/,
    ],
  ])('fail for %s', (_, body, why) => {
    expect(one(body)).toEqual([expect.stringMatching(why)])
  })
})

describe('sshTests', () => {
  const ssh = `"ssh": [
    {"action": "check", "src": ["group:ops"], "dst": ["tag:web"], "users": ["autogroup:nonroot", "root"]},
    {"action": "accept", "src": ["autogroup:member"], "dst": ["autogroup:self"], "users": ["autogroup:nonroot"]}]`
  const one = (body: string) => run(`${ssh}, "sshTests": [{${body}}]`)

  test.each([
    [
      'by a rule that checks',
      '"src": "ada@example.org", "dst": ["tag:web"], "accept": ["deploy"], "check": ["root"]',
    ],
    [
      'devices of their own',
      '"src": "eve@example.org", "dst": ["autogroup:self"], "accept": ["eve"], "deny": ["root"]',
    ],
    ['a stranger', '"src": "eve@example.org", "dst": ["tag:web"], "deny": ["root", "deploy"]'],
    ['devices of another', '"src": "ada@example.org", "dst": ["bob@example.org"], "deny": ["ada"]'],
  ])('hold for %s', (_, body) => {
    expect(one(body)).toEqual([])
  })

  test.each([
    [
      'a login that no rule lets in',
      '"src": "eve@example.org", "dst": ["tag:web"], "accept": ["root"]',
      /sshTests\[0\]\.accept\[0\]: eve@example\.org cannot log in to tag:web as root/,
    ],
    [
      'a login that one lets in',
      '"src": "ada@example.org", "dst": ["tag:web"], "deny": ["root"]',
      /can log in to tag:web as root/,
    ],
    [
      'a check where a rule only accepts',
      '"src": "ada@example.org", "dst": ["autogroup:self"], "check": ["ada"]',
      /by a rule that checks/,
    ],
    ['nothing asserted', '"src": "ada@example.org", "dst": ["tag:web"]', /asserts nothing/],
    ['no destination', '"src": "ada@example.org", "accept": ["root"]', /"dst" names nobody/],
    ['no source', '"dst": ["tag:web"], "accept": ["root"]', /"src" is missing/],
    [
      'a login without a name',
      '"src": "ada@example.org", "dst": ["tag:web"], "accept": [""]',
      /no login name/,
    ],
    [
      'a tag that is not defined',
      '"src": "ada@example.org", "dst": ["tag:x"], "deny": ["root"]',
      /tag not found: "tag:x"/,
    ],
  ])('fail for %s', (_, body, why) => {
    expect(one(body)).toEqual([expect.stringMatching(why)])
  })

  test('are counted with the others', () => {
    const text = `{${NAMES}, ${ssh}, "sshTests": [{"src": "ada@example.org", "dst": ["tag:web"], "accept": ["x", "y"]}],
      "tests": [{"src": "ada@example.org", "deny": ["tag:web:1"]}]}`
    expect(countAssertions(parseAccessRules(text, 'x'))).toBe(3)
  })
})
