/** Corners of the grammar, each beside a rule that is right in all else. */
import { describe, expect, test } from 'vitest'
import { parseAccessRules } from '../../src/access/document.ts'
import { AccessEngine } from '../../src/access/engine.ts'
import { Network, type Node } from '../../src/access/network.ts'
import { runPolicyTests } from '../../src/access/policy-tests.ts'
import { parseIp } from '../../src/base/ip.ts'

const NAMES = `"groups": {"group:ops": ["ada@example.org"]}, "hosts": {"db": "100.64.0.2", "lab": "10.0.0.0/8"},
  "tagOwners": {"tag:web": ["group:ops"]}, "postures": {"posture:current": ["node:os == 'linux'", "node:osVersion >= '6.1'"]},
  "workloads": {"github:octo/shop": {"repositoryId": "74", "ownerId": "65"}}`
const parse = (sections: string) => parseAccessRules(`{${NAMES},\n${sections}}`, 'access.hujson')
const acl = (src: string, dst: string, more = '') =>
  `"acls": [{"action": "accept", "src": [${src}], "dst": [${dst}]${more}}]`
const grant = (src: string, dst: string, more: string) =>
  `"grants": [{"src": [${src}], "dst": [${dst}], ${more}}]`

const node = (name: string, last: number, more: Partial<Node> = {}): Node => ({
  name,
  ipv4: parseIp(`100.64.0.${last}`),
  ipv6: parseIp(`fd7a:115c:a1e0::${last}`),
  tags: [],
  user: undefined,
  routes: [],
  workload: undefined,
  ...more,
})
const network = new Network([
  node('laptop', 1, { user: 'ada@example.org' }),
  node('web', 2, { tags: ['tag:web'] }),
  node('other', 3, { user: 'eve@example.com' }),
])
const reaches = (sections: string, source: number, destination: number, family: 4 | 6 = 4) =>
  new AccessEngine(parse(sections), network).findAllowing({
    source,
    destination,
    family,
    protocol: 6,
    port: 443,
  }) !== undefined

describe('refused, with the place, the value and the reason', () => {
  test.each([
    ['port 0', acl('"*"', '"*:0"'), /port 0 in "0"/],
    ['a range from port 0', acl('"*"', '"*:0-65535"'), /port 0 in "0-65535"/],
    [
      'a port over the last',
      acl('"*"', '"tag:web:22,99999"'),
      /"tag:web:22,99999": port 99999 is over 65535/,
    ],
    ['a range backwards', acl('"*"', '"tag:web:90-80"'), /goes backwards/],
    ['an empty port list', acl('"*"', '"tag:web:"'), /"" is no port/],
    ['a destination without host', acl('"*"', '":22"'), /selector is empty/],
    [
      'a protocol that nobody knows',
      acl('"*"', '"*:*"', ', "proto": "carrier-pigeon"'),
      /"carrier-pigeon" is no protocol/,
    ],
    ['a protocol over 255', acl('"*"', '"*:*"', ', "proto": "256"'), /"256" is no protocol/],
    ['a protocol with a leading zero', acl('"*"', '"*:*"', ', "proto": "06"'), /"06" is no protocol/],
    [
      'ports of a protocol that has none',
      acl('"*"', '"*:22"', ', "proto": "gre"'),
      /this protocol has no ports/,
    ],
    [
      'nonroot as a source',
      acl('"autogroup:nonroot"', '"*:*"'),
      /"autogroup:nonroot" not valid on the src side/,
    ],
    [
      'nonroot as a destination',
      acl('"*"', '"autogroup:nonroot:*"'),
      /"autogroup:nonroot" not valid on the dst side/,
    ],
    [
      'shared as a destination',
      acl('"*"', '"autogroup:shared:*"'),
      /"autogroup:shared" not valid on the dst side/,
    ],
    ['danger-all as a destination', acl('"*"', '"autogroup:danger-all:*"'), /not valid on the dst side/],
    ['the internet as a source', acl('"autogroup:internet"', '"*:*"'), /not valid on the src side/],
    [
      'an autogroup that nobody knows',
      acl('"autogroup:everyone"', '"*:*"'),
      /"autogroup:everyone" is no autogroup/,
    ],
    ['a service as a source', acl('"svc:web"', '"*:*"'), /"svc:web": a service cannot be a source/],
    [
      'a workload as a destination',
      acl('"*"', '"github:octo/shop:22"'),
      /"github:octo\/shop": a workload cannot/,
    ],
    ['all addresses as a destination', acl('"*"', '"0.0.0.0/0:*"'), /to allow all IP addresses, use "\*"/],
    [
      'self for a tag',
      acl('"tag:web"', '"autogroup:self:*"'),
      /autogroup:self can only be used with .*, not "tag:web"/,
    ],
    ['self for everybody in a grant', grant('"*"', '"autogroup:self"', '"ip": ["*"]'), /not "\*"/],
    ['a prefix that is too long', acl('"10.0.0.0/33"', '"*:*"'), /src="10\.0\.0\.0\/33" is no prefix/],
    ['a host that is not defined', acl('"nas"', '"*:*"'), /src=host not found: "nas"/],
    [
      'a group that is not defined',
      grant('"*"', '"group:x"', '"ip": ["*"]'),
      /dst=group not found: "group:x"/,
    ],
    ['an ipset that is not defined', acl('"ipset:x"', '"*:*"'), /src=ipset not found: "ipset:x"/],
    ['neither ip nor app', grant('"*"', '"*"', '"ip": []'), /ip and app can not both be empty/],
    ['a protocol without ports in a grant', grant('"*"', '"*"', '"ip": ["icmp"]'), /port range "icmp"/],
    ['ports in the dst of a grant', grant('"*"', '"tag:web:22"', '"ip": ["*"]'), /"tag:web:22" is no tag/],
    [
      'an app on the internet',
      grant('"*"', '"autogroup:internet"', '"app": {"example.com/cap": [{}]}'),
      /app cannot be granted/,
    ],
    [
      'an app outside a domain',
      grant('"*"', '"*"', '"app": {"cap": [{}]}'),
      /must have the form \{domain\}\/\{path\}/,
    ],
    [
      'an app of the vendor',
      grant('"*"', '"*"', '"app": {"tailscale.com/cap/funnel": [{}]}'),
      /must not be in the tailscale\.com domain/,
    ],
    [
      'via a group',
      grant('"*"', '"lab"', '"ip": ["*"], "via": ["group:ops"]'),
      /via="group:ops": via can only be a tag/,
    ],
    [
      'via a tag that is not defined',
      grant('"*"', '"lab"', '"ip": ["*"], "via": ["tag:x"]'),
      /via=tag not found: "tag:x"/,
    ],
    [
      'a posture that is not defined',
      acl('"*"', '"*:*"', ', "srcPosture": ["posture:x"]'),
      /posture not found: "posture:x"/,
    ],
    [
      'conditions of what is no workload',
      acl('"*"', '"*:*"', ', "where": {"ref": ["refs/heads/main"]}'),
      /"where" narrows workloads, and "\*" is none/,
    ],
    [
      'an event of strangers with an approval',
      grant(
        '"github:octo/shop"',
        '"tag:web"',
        '"ip": ["*"], "where": {"event": ["push", "pull_request"]}, "approval": {"environment": "production"}',
      ),
      /the event "pull_request" cannot stand/,
    ],
    ['a route that is no prefix', '"autoApprovers": {"routes": {"lab": ["tag:web"]}}', /"lab" is no prefix/],
    [
      'an approver that is an address',
      '"autoApprovers": {"exitNode": ["100.64.0.1"]}',
      /"100\.64\.0\.1" cannot approve/,
    ],
    ['a key twice, in two spellings', '"acls": [], "ACLs": []', /the key "acls" stands twice/],
    [
      'a list that is a text',
      '"acls": [{"action": "accept", "src": "*", "dst": ["*:*"]}]',
      /acls\[0\]\.src: must be a list, not "\*"/,
    ],
    [
      'an ssh action',
      '"ssh": [{"action": "deny", "src": ["tag:web"], "dst": ["tag:web"], "users": ["root"]}]',
      /action="deny" is not supported/,
    ],
  ])('%s', (_, sections, why) => {
    try {
      parse(sections)
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({
        code: 'ACCESS_RULES_INVALID',
        message: expect.stringMatching(why),
        place: { file: 'access.hujson', line: expect.any(Number), column: expect.any(Number) },
      })
    }
  })
})

describe('read as the services that know these files read them', () => {
  test('keys in any capitals, with the fields of old, and comments as keys', () => {
    const old = '{"ACLs": [{"#why": "monitoring", "Action": "accept", "Users": ["*"], "Ports": ["*:443"]}]}'
    expect(parseAccessRules(old, 'x').rules[0]).toMatchObject({ id: 'acls[0]' })
  })

  test.each([
    ['protocols in capitals', acl('"*"', '"*:443"', ', "proto": "TCP"'), true],
    ['an IPv6 address in brackets', acl('"*"', '"[fd7a:115c:a1e0::2]:443"'), false],
    ['an IPv6 address without', acl('"*"', '"fd7a:115c:a1e0::2:443"'), false],
    ['a host by its alias', acl('"*"', '"db:443"'), true],
    ['every user of a domain', acl('"user:*@example.org"', '"tag:web:443"'), true],
    ['a service of the vendor is nobody', acl('"*"', '"svc:web:443"'), false],
    ['the internet is nobody', acl('"*"', '"autogroup:internet:*"'), false],
    ['a role is nobody', acl('"autogroup:admin"', '"*:*"'), false],
    ['every protocol, some ports', grant('"*"', '"*"', '"ip": ["*:443"]'), true],
    ['a list of ports', grant('"*"', '"tag:web"', '"ip": ["80,443"]'), true],
    ['empty sources', acl('', '"*:*"'), false],
    [
      'a grant through a router reaches no node',
      grant('"*"', '"*"', '"ip": ["*"], "via": ["tag:web"]'),
      false,
    ],
    ['an application alone opens nothing', grant('"*"', '"*"', '"app": {"example.com/cap": [{}]}'), false],
  ])('%s', (_, sections, expected) => {
    expect(reaches(sections, 0, 1)).toBe(expected)
  })

  test('every user of a domain is nobody of another', () => {
    expect(reaches(acl('"user:*@example.org"', '"tag:web:443"'), 2, 1)).toBe(false)
  })

  test('a range of IPv4 addresses says nothing about IPv6', () => {
    expect(reaches(acl('"*"', '"100.64.0.0/24:443"'), 0, 1, 4)).toBe(true)
    expect(reaches(acl('"*"', '"100.64.0.0/24:443"'), 0, 1, 6)).toBe(false)
  })
})

describe('address sets', () => {
  const set = (...steps: string[]) =>
    `"ipsets": {"ipset:a": [${steps.join()}], "ipset:b": ["add 100.64.0.0/24", "remove 100.64.0.2"]}, ${acl('"*"', '"ipset:a:443"')}`

  test.each([
    ['what is added', ['"100.64.0.0/24"'], true],
    ['not what is removed after it', ['"add 100.64.0.0/24"', '"remove host:db"'], false],
    ['what is added after that', ['"100.64.0.0/24"', '"remove host:db"', '"add host:db"'], true],
    ['another set, as it is', ['"ipset:b"'], false],
    ['no more than another set takes away', ['"100.64.0.0/24"', '"remove ipset:b"'], true],
    ['the internet, which is no node', ['"autogroup:internet"'], false],
  ])('hold %s', (_, steps, expected) => {
    expect(reaches(set(...steps), 0, 1)).toBe(expected)
  })

  test.each([
    ['"tag:web"', /"tag:web" is no address, prefix, host or ipset/],
    ['"ipset:nowhere"', /ipset not found: "ipset:nowhere"/],
    ['"ipset:a"', /an ipset cannot hold itself/],
  ])('refuse %s', (step, why) => {
    expect(() => parse(set(step))).toThrow(why)
  })
})

describe('postures', () => {
  const rule = acl('"ada@example.org"', '"tag:web:443"', ', "srcPosture": ["posture:current"]')
  const failures = (attributes: string, expected: 'accept' | 'deny') =>
    runPolicyTests(
      parse(`${rule}, "tests": [{"src": "ada@example.org"${attributes}, "${expected}": ["tag:web:443"]}]`),
      network.nodes,
    )

  test('a rule that demands one allows nobody, since no node reports any', () => {
    expect(reaches(rule, 0, 1)).toBe(false)
  })

  test('a default posture is demanded of rules that name none', () => {
    const open = acl('"ada@example.org"', '"tag:web:443"')
    expect(reaches(open, 0, 1)).toBe(true)
    expect(reaches(`"defaultSrcPosture": ["posture:current"], ${open}`, 0, 1)).toBe(false)
  })

  test.each([
    ['all conditions hold', ', "srcPostureAttrs": {"node:os": "linux", "node:osVersion": "6.12"}', 'accept'],
    [
      'versions are compared by their parts',
      ', "srcPostureAttrs": {"node:os": "linux", "node:osVersion": "5.15"}',
      'deny',
    ],
    ['one condition fails', ', "srcPostureAttrs": {"node:os": "windows", "node:osVersion": "10"}', 'deny'],
    ['an attribute is missing', ', "srcPostureAttrs": {"node:os": "linux"}', 'deny'],
    ['nothing is said', '', 'deny'],
  ] as const)('a test that names attributes is answered by them: %s', (_, attributes, expected) => {
    expect(failures(attributes, expected)).toEqual([])
    expect(failures(attributes, expected === 'accept' ? 'deny' : 'accept')).toHaveLength(1)
  })

  test('a condition that cannot be read is refused', () => {
    expect(() => parse('"Postures": {}')).toThrow(/stands twice/)
    expect(() => parseAccessRules('{"postures": {"posture:x": ["node:os is linux"]}}', 'x')).toThrow(
      /"node:os is linux" is no posture condition/,
    )
  })
})
