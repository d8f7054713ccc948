import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadAgentConfig } from '../../src/agent/config/load.ts'
import { agentConfigJsonSchema } from '../../src/agent/config/schema.ts'
import { resolveRunAs } from '../../src/agent/service/run-as.ts'

const GOOD = `version: 1
root: apps
trust: trust.yml
machineKey: machine.key
environment: production
applications:
  shop:
    sameUser: true
    service: {kind: process, command: [node, server.js], stop: {timeout: 3s}}
    health: {kind: http, url: "http://127.0.0.1:8080/healthz", interval: 250ms}
    limits: {artifact: 64MiB}
`

test('a good configuration is read, with its units and every default', async () => {
  const config = await load(GOOD)
  const shop = config.applications.get('shop')
  expect(shop?.config.limits).toEqual({
    artifact: 64 * 1024 ** 2,
    unpacked: 4 * 1024 ** 3,
    entries: 100_000,
    ratio: 200,
    keepFree: 64 * 1024 ** 2,
  })
  expect(shop?.config.health).toMatchObject({ interval: 250, successes: 3, timeout: 60_000, status: 200 })
  expect(shop?.config.service).toMatchObject({ stop: { signal: 'SIGTERM', timeout: 3000 } })
  expect(config.maxStalenessMs).toBe(900_000)
})

const BAD: readonly [what: string, from: string, to: string, why: RegExp, line: number][] = [
  [
    'an unknown key',
    'sameUser: true',
    'sameUser: true\n    shell: bash',
    /shop.shell: this key is not known/,
    9,
  ],
  ['a number without a unit', 'interval: 250ms', 'interval: 250', /interval/, 10],
  ['a size without a unit', 'artifact: 64MiB', 'artifact: 64', /limits.artifact/, 11],
  ['a shell line as a command', 'command: [node, server.js]', 'command: node server.js', /command/, 9],
  ['an empty command', 'command: [node, server.js]', 'command: []', /at least the program/, 9],
  ['no user', '    sameUser: true\n', '', /"user: NAME", or "sameUser: true"/, 8],
  ['two users', 'sameUser: true', 'sameUser: true\n    user: shop', /or "sameUser: true"/, 8],
  ['sameUser: false', 'sameUser: true', 'sameUser: false', /sameUser/, 8],
  ['an unknown kind of service', 'kind: process', 'kind: docker', /service/, 9],
  ['a health URL of a file', 'http://127.0.0.1:8080/healthz', 'file:///etc/passwd', /http: or https:/, 10],
  ['a name that is none', '  shop:', '  ../shop:', /shop/, 8],
  ['another version', 'version: 1', 'version: 2', /version/, 1],
]

for (const [what, from, to, why, line] of BAD) {
  test(`${what} is an error with its place`, async () => {
    const error = await load(GOOD.replace(from, to)).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringMatching(why),
      place: { line },
    })
  })
}

test('a freeze that ends before it begins is an error', async () => {
  const freezes =
    '    freezes: [{from: "2026-12-27T00:00:00Z", to: "2026-12-20T00:00:00Z", reason: holidays}]\n'
  await expect(load(GOOD + freezes)).rejects.toThrow(/not after its beginning/)
})

test('a prefix for downloads that is no https: URL is an error', async () => {
  await expect(load(`${GOOD}    sources: {https: [{prefix: "http://files.example/"}]}\n`)).rejects.toThrow(
    /no prefix|not a prefix/,
  )
})

test('the schema can be printed', () => {
  expect(JSON.stringify(agentConfigJsonSchema())).toContain('"additionalProperties":false')
})

test("the agent's own user is refused, and one that is not there", () => {
  const passwd = `me:x:${process.getuid?.()}:0::/home/me:/bin/sh\nshop:x:64999:64998::/srv/shop:/bin/false\n`
  expect(resolveRunAs('shop', passwd)).toEqual({
    owner: { uid: 64_999, gid: 64_998 },
    home: '/srv/shop',
    name: 'shop',
  })
  expect(() => resolveRunAs('me', passwd)).toThrow(/is the user that the agent runs as/)
  expect(() => resolveRunAs('nobody-here', passwd)).toThrow(/there is no user/)
})

async function load(text: string) {
  const path = join(await mkdtemp(join(tmpdir(), 'sallyport-config-')), 'agent.yml')
  await writeFile(path, text)
  return await loadAgentConfig(path)
}
