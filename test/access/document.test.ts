import { expect, test } from 'vitest'
import { parseAccessRules } from '../../src/access/document.ts'
import { AccessEngine } from '../../src/access/engine.ts'
import { parseHujson } from '../../src/access/hujson.ts'
import { Network, type Node } from '../../src/access/network.ts'
import { runPolicyTests } from '../../src/access/policy-tests.ts'
import { diffReachability, formatReachabilityDiff } from '../../src/access/reachability.ts'
import { parseIp } from '../../src/base/ip.ts'

const parse = (text: string) => parseAccessRules(text, 'access.hujson')
const node = (name: string, last: number, more: Partial<Node>): Node => ({
  name,
  ipv4: parseIp(`100.64.0.${last}`),
  ipv6: parseIp(`fd7a:115c:a1e0::${last}`),
  tags: [],
  user: undefined,
  routes: [],
  workload: undefined,
  ...more,
})
const workload = {
  forge: 'github' as const,
  issuer: 'https://token.actions.githubusercontent.com',
  repositoryId: '74',
  ownerId: '65',
  ref: 'refs/heads/main',
  environment: 'production',
  event: 'push',
  workflow: 'w',
  runner: 'github-hosted',
}
const network = new Network([
  node('laptop', 1, { user: 'ada@example.org' }),
  node('web', 2, { tags: ['tag:web'] }),
  node('runner', 3, { workload }),
])
const reaches = (text: string, source: number, destination: number, port = 443) =>
  new AccessEngine(parse(text), network).findAllowing({ source, destination, family: 4, protocol: 6, port })
    ?.id

test('a document without rules allows nothing', () => {
  expect(reaches('{}', 0, 1)).toBeUndefined()
  expect(reaches('{"acls": []}', 0, 1)).toBeUndefined()
})

test('comments and trailing commas are fine', () => {
  expect(
    reaches('{ // who\n "acls": [{"action": "accept", "src": ["*"], "dst": ["*:443"],},], /* end */ }', 0, 1),
  ).toBe('acls[0]')
})

test.each([
  [
    '{"acls": [{"action": "accept", "src": ["*"], "dst": ["web"]}]}',
    /acls\[0\]\.dst\[0\]: "web" has no ports/,
    1,
  ],
  ['{\n"grant": []}', /key "grant" is not known/, 2],
  ['{\n"groups": {},\n"groups": {}}', /stands twice/, 3],
  ['{"acls": [{"action": "accept", "src": ["*"], "dst": ["*:1-70000"]}]}', /over 65535/, 1],
  ['{"acls": [{"action": "accept", "proto": "icmp", "src": ["*"], "dst": ["*:22"]}]}', /has no ports/, 1],
  ['{"groups": {"group:a": ["group:b"]}}', /cannot hold a group/, 1],
  [
    '{"acls": [{"action": "accept", "src": ["github:octo/shop"], "dst": ["*:*"]}]}',
    /workload not resolved/,
    1,
  ],
  ['{"acls": ', /value expected/, 1],
  ['', /empty|value expected/, 1],
  ['{"acls": [{"action": "accept", "src": [7], "dst": ["*:*"]}]}', /must be a text/, 1],
])('%j is refused with its place', (text, why, line) => {
  try {
    parse(text)
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({
      code: 'ACCESS_RULES_INVALID',
      message: expect.stringMatching(why),
      place: { line },
    })
  }
})

test('deep nesting is refused, not a crash', () => {
  expect(() => parseHujson('['.repeat(1_000_000), 'x')).toThrow(/nested deeper/)
})

test('a workload is matched by its ids and conditions, never by its name alone', () => {
  const rules = (ids: string, where: string) =>
    `{"workloads": {"github:octo/shop": ${ids}}, "tagOwners": {"tag:web": []},
      "grants": [{"src": ["github:octo/shop"], "dst": ["tag:web"], "ip": ["tcp:443"], "where": ${where}, "approval": {"environment": "production"}, "maxLease": "1h"}]}`
  const ids = '{"repositoryId": "74", "ownerId": "65"}'
  expect(reaches(rules(ids, '{"ref": ["refs/heads/main"]}'), 2, 1)).toBe('grants[0]')
  expect(reaches(rules(ids, '{"ref": ["refs/heads/dev"]}'), 2, 1)).toBeUndefined()
  expect(reaches(rules(ids, '{"event": ["release"]}'), 2, 1)).toBeUndefined()
  expect(reaches(rules('{"repositoryId": "75", "ownerId": "65"}', '{}'), 2, 1)).toBeUndefined()
  expect(reaches(rules('{"repositoryId": "74", "ownerId": "66"}', '{}'), 2, 1)).toBeUndefined()
  expect(parse(rules(ids, '{}')).rules[0]).toMatchObject({
    approval: { environment: 'production' },
    maxLeaseMs: 3_600_000,
  })
})

test('a test names somebody who need not be connected', () => {
  const text = `{"tagOwners": {"tag:db": []}, "acls": [{"action": "accept", "src": ["eve@example.org"], "dst": ["tag:db:5432"]}],
    "tests": [{"src": "eve@example.org", "accept": ["tag:db:5432"], "deny": ["tag:db:22"]}]}`
  expect(runPolicyTests(parse(text), [])).toEqual([])
  expect(runPolicyTests(parse(text.replace('tag:db:22', 'tag:db:5432')), [])).toMatchObject([
    { id: 'tests[0].deny[0]' },
  ])
})

test('a diff names what opens and what closes', () => {
  const before = parse(
    '{"acls": [{"action": "accept", "src": ["ada@example.org"], "dst": ["100.64.0.2:22"]}]}',
  )
  const after = parse(
    '{"tagOwners": {"tag:web": []}, "acls": [{"action": "accept", "proto": "tcp", "src": ["ada@example.org"], "dst": ["tag:web:80-443"]}]}',
  )
  const diff = diffReachability(before, after, network)
  expect(diff).toEqual({
    added: [{ source: 'laptop', destination: 'web', services: ['tcp 80-443'] }],
    removed: [
      { source: 'laptop', destination: 'web', services: ['tcp 22 (IPv4)', 'udp 22 (IPv4)', 'icmp (IPv4)'] },
    ],
  })
  expect(formatReachabilityDiff(diff)).toContain('| laptop | web | tcp 80-443 |')
  expect(formatReachabilityDiff(diffReachability(after, after, network))).toMatch(/does not change/)
})
