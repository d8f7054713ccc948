import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../repository/git-fixture.ts'
import { runVerb } from './run-verb.ts'

const POLICY = `{
  // who
  "groups": { "group:ops": ["ada@example.org"] },
  "tagOwners": { "tag:web": ["group:ops"] },
  "workloads": { "github:octo/shop": { "repositoryId": "74", "ownerId": "65" } },
  "acls": [{ "action": "accept", "src": ["group:ops"], "dst": ["tag:web:22"] }],
  "grants": [{ "src": ["github:octo/shop"], "dst": ["tag:web"], "ip": ["tcp:7700"],
    "where": { "ref": ["refs/heads/main"] }, "approval": { "environment": "production" } }],
  "tests": [{ "src": "group:ops", "accept": ["tag:web:22"], "deny": ["tag:web:443"] }],
}`
const NETWORK = JSON.stringify({
  users: ['ada@example.org'],
  nodes: [
    { name: 'laptop', ipv4: '100.64.0.1', ipv6: 'fd00::1', user: 'ada@example.org', tags: [], routes: [] },
    { name: 'web-1', ipv4: '100.64.0.2', ipv6: 'fd00::2', user: null, tags: ['tag:web'], routes: [] },
    { name: 'db|1', ipv4: '100.64.0.3', ipv6: 'fd00::3', user: null, tags: [], routes: [] },
  ],
})

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

describe('acl check', () => {
  test('answers each question in order, with the rule and the reason', async () => {
    const queries = [
      ['laptop', 'web-1', 'v4', 'tcp', 22],
      ['laptop', 'web-1', 'v6', 'tcp', 443],
      ['web-1', 'laptop', 'v4', 'icmp', 0],
      ['laptop', 'nobody', 'v4', 'tcp', 22],
    ]
    const cwd = folderWith({ p: POLICY, n: NETWORK, q: JSON.stringify(queries) })
    const args = ['acl', 'check', 'p', '--network', 'n', '--queries', 'q', '--json']
    const { code, stdout } = await runVerb(args, { cwd })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual([
      { allow: true, rule: 'acls[0]', why: expect.stringContaining('acls[0] (line 6) allows it') },
      { allow: false, rule: null, why: expect.stringContaining('but not by this protocol, port') },
      { allow: false, rule: null, why: 'no rule has web-1 as a source' },
      { allow: false, rule: null, why: 'no node is named "nobody"' },
    ])
  })

  test.each([
    [
      'a value that is wrong',
      POLICY.replace('tag:web:22"] }', 'tag:web:220000"] }'),
      /p:6:64.*acls\[0\]\.dst\[0\]: "tag:web:220000": "220000" is no port/s,
    ],
    [
      'a test that fails',
      POLICY.replace('tag:web:443', 'tag:web:22'),
      /p:9:\d+.*tests\[0\]\.deny\[0\]: group:ops can reach tag:web:22/s,
    ],
    ['no JSON', '{"acls": [', /p:1:\d+/],
  ])('ends with 2 and the place for %s', async (_, policy, said) => {
    const { code, stdout, stderr } = await runVerb(['acl', 'check', 'p', '--json'], {
      cwd: folderWith({ p: policy }),
    })
    expect(code).toBe(2)
    expect(`${stdout}${stderr}`).toMatch(said)
  })
})

describe('acl test', () => {
  test('shows all that fail, and ends with 10', async () => {
    const cwd = folderWith({
      p: POLICY.replace('["tag:web:22"], "deny"', '["tag:web:80", "tag:web:22"], "deny"'),
    })
    const { code, stderr } = await runVerb(['acl', 'test', 'p'], { cwd })
    expect(code).not.toBe(0)
    expect(stderr).toMatch(/tests\[0\]\.accept\[0\]: group:ops cannot reach tag:web:80\n2 of 3 hold/)
  })
})

describe('acl explain', () => {
  const explain = (...args: string[]) =>
    runVerb(['acl', 'explain', 'p', ...args], { cwd: folderWith({ p: POLICY, n: NETWORK }) })

  test('says which rule lets a node reach another', async () => {
    const { code, stderr } = await explain('laptop', 'web-1:22', '--network', 'n')
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('v4: allowed: acls[0]'),
    })
  })

  test('answers for users, tags and workloads that need not be connected', async () => {
    expect((await explain('ada@example.org', 'tag:web:22')).stderr).toMatch(/v6: allowed: acls\[0\]/)
    const workload = await explain('github:octo/shop', 'tag:web:7700')
    expect(workload.stderr).toMatch(
      /grants\[0\] .* where ref is refs\/heads\/main, under an approval for production/,
    )
    expect((await explain('eve@example.org', 'tag:web:22')).stderr).toMatch(
      /no rule has eve@example\.org as a source/,
    )
  })

  test('names what it does not know', async () => {
    expect((await explain('nas', 'tag:web:22')).stderr).toMatch(/no node is named "nas", and no host either/)
    expect((await explain('ada@example.org', 'tag:db:22')).stderr).toMatch(/tag not found: "tag:db"/)
  })
})

describe('acl diff', () => {
  test('shows what opens and closes, for a pull request and for machines', async () => {
    const cwd = folderWith({
      old: POLICY,
      new: POLICY.replace('"dst": ["tag:web:22"]', '"dst": ["tag:web:443", "100.64.0.3:22"]').replace(
        /"tests".*/,
        '',
      ),
      n: NETWORK,
    })
    const { stdout } = await runVerb(['acl', 'diff', 'old', 'new', '--network', 'n'], { cwd })
    expect(stdout).toContain('| laptop | web-1 | tcp 443, udp 443 |')
    expect(stdout).toContain('| laptop | db\\|1 | tcp 22 (IPv4)')
    expect(stdout).toMatch(/No longer reachable[\s\S]*\| laptop \| web-1 \| tcp 22, udp 22 \|/)
    const json = await runVerb(['acl', 'diff', 'old', 'new', '--network', 'n', '--json'], { cwd })
    expect(json.json()).toMatchObject({ version: 1, added: [{ source: 'laptop' }, {}], removed: [{}] })
  })

  test('says nothing of a rule that only moved', async () => {
    const moved = POLICY.replace('"acls": [', '"acls": [{ "action": "accept", "src": [], "dst": ["*:*"] }, ')
    const cwd = folderWith({ old: POLICY, new: moved, n: NETWORK })
    const { stdout } = await runVerb(['acl', 'diff', 'old', 'new', '--network', 'n'], { cwd })
    expect(stdout).toBe('The reachability does not change.\n')
  })
})

describe('acl resolve', () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization ?? ''}`)
    const name = request.url === '/repos/octo/renamed' ? 'octo/new' : 'Octo/Tools'
    response.writeHead(request.url === '/repos/octo/none' ? 404 : 200)
    response.end(JSON.stringify({ id: 12, full_name: name, owner: { id: 65, login: 'octo' }, more: true }))
  })
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => server.close())
  const withSource = (name: string) =>
    POLICY.replace('["github:octo/shop"]', `["github:octo/shop", "${name}"]`)
  const resolve = (cwd: string, ...args: string[]) =>
    runVerb(['acl', 'resolve', 'p', ...args], { cwd, env: { GITHUB_API_URL: url(), GITHUB_TOKEN: 'secret' } })

  test('asks for what is not resolved, once, and writes ids beside the comments that are there', async () => {
    const cwd = folderWith({ p: withSource('github:octo/tools') })
    expect((await resolve(cwd, '--write')).code).toBe(0)
    expect(asked).toEqual(['/repos/octo/tools Bearer secret'])
    const written = readFileSync(join(cwd, 'p'), 'utf8')
    expect(written).toContain('// who')
    expect(written).toMatch(/"github:octo\/tools": \{\s+"repositoryId": "12",\s+"ownerId": "65"\s+\}/)
    expect((await runVerb(['acl', 'check', 'p'], { cwd })).code).toBe(0)
    expect((await resolve(cwd, '--write')).stderr).toBe('every workload is resolved\n')
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['github:octo/none', /answered 404/],
    ['github:octo/renamed', /github:octo\/renamed is called "octo\/new" now/],
  ])('writes nothing for %s', async (name, why) => {
    const cwd = folderWith({ p: withSource(name) })
    const { code, stderr } = await resolve(cwd, '--write')
    expect(code).not.toBe(0)
    expect(stderr).toMatch(why)
    expect(stderr).not.toContain('secret')
    expect(readFileSync(join(cwd, 'p'), 'utf8')).toBe(withSource(name))
  })
})
