/** What operators and people ask of a running coordinator, by the command line: environments, the glass, nodes, sessions, push. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { unwrap } from '../../src/mesh/control/membership.ts'
import { emitKeyFile, formatPublicKey, keyIdOf } from '../../src/trust/keys.ts'
import { writeSession } from '../../src/verbs/session-file.ts'
import type { Kit } from '../coordinator/coordinator-kit.ts'
import { startKit } from '../coordinator/coordinator-kit.ts'
import { type LoggedIn, type LoginKit, startLoginKit } from '../coordinator/logins/login-kit.ts'
import { startCommand } from './command-process.ts'
import { runVerb, type VerbResult } from './run-verb.ts'

const none = { params: undefined, body: undefined }

interface Desk {
  readonly cwd: string
  readonly where: readonly string[]
  /** By the operator's key. */
  run(...args: string[]): Promise<VerbResult>
  /** Without it. */
  plain(args: readonly string[], env?: Record<string, string>): Promise<VerbResult>
  /** By a person's session. */
  as(person: LoggedIn, ...args: string[]): Promise<VerbResult>
}

async function startDesk(kit: Kit): Promise<Desk> {
  const cwd = await mkdtemp(join(tmpdir(), 'sallyport-operator-'))
  onTestFinished(() => rm(cwd, { recursive: true, force: true }))
  const { url } = kit.coordinator()
  const root = formatPublicKey('root', kit.root)
  await writeFile(join(cwd, 'admin.key'), emitKeyFile('operator', kit.admin.privateKey), { mode: 0o600 })
  const where = ['--url', url, '--root', root]
  const plain: Desk['plain'] = (args, env = {}) =>
    runVerb(args, {
      cwd,
      env: { XDG_STATE_HOME: join(cwd, 'nobody'), ...env },
      now: new Date(kit.clock.now()).toISOString(),
    })
  return {
    cwd,
    where,
    plain,
    run: (...args) => plain([...args, ...where, '--key', 'admin.key']),
    async as({ key, session }, ...args) {
      const file = join(cwd, `${session.subject}.json`)
      await writeSession(file, { url, root, ca: null, key, session })
      return plain([...args, '--session', file])
    },
  }
}

test('an environment is frozen, shown so, and unfrozen', async () => {
  const { run } = await startDesk(await startKit())
  const until = '2027-01-04T00:00:00Z'
  const frozen = await run(
    'environments',
    'freeze',
    'production',
    '--reason',
    'incident 42',
    '--until',
    until,
    '--json',
  )
  expect(frozen.json()).toMatchObject({ version: 1, environment: 'production', frozen: true, until })
  const listed = await run('environments', 'list', '--json')
  const found = listed.json().environments.find(({ name }: { name: string }) => name === 'production')
  expect(JSON.stringify(found)).toContain('incident 42')
  expect((await run('environments', 'list')).stdout).toContain('incident 42')
  expect((await run('environments', 'unfreeze', 'production')).code).toBe(0)
  expect((await run('environments', 'list')).stdout).not.toContain('incident 42')
  expect(await run('environments', 'unfreeze', 'production')).toMatchObject({ code: 12 })
})

test.each<[what: string, args: string[], code: number, says: RegExp]>([
  ['a freeze without a reason', ['environments', 'freeze', 'production'], 2, /--reason/],
  ['of no such environment', ['environments', 'freeze', 'moon', '--reason', 'x'], 12, /moon/],
  [
    'until something else than a time',
    ['environments', 'freeze', 'production', '--reason', 'x', '--until', 'soon'],
    2,
    /soon/,
  ],
  ['a glass without a reason', ['break-glass', 'production'], 2, /--reason/],
  [
    'a glass broken for a day',
    ['break-glass', 'production', '--reason', 'x', '--lifetime', '24h'],
    2,
    /hour|3600|1h/,
  ],
  ['an approval of an agent for nothing', ['nodes', 'approve', 'A'.repeat(43)], 2, /--application/],
  ['a session that is not there', ['sessions', 'end', 'nothing'], 2, /sessions list/],
])('%s is refused, and says what to do', async (_what, args, code, says) => {
  const { run } = await startDesk(await startKit())
  expect(await run(...args)).toMatchObject({ code, stderr: expect.stringMatching(says) })
})

test('the glass is broken with a reason, shown, and made whole again', async () => {
  const kit = await startKit()
  const { run } = await startDesk(kit)
  const broken = await run(
    'break-glass',
    'production',
    '--reason',
    'shop is down',
    '--lifetime',
    '30m',
    '--json',
  )
  expect(broken.json()).toMatchObject({ environment: 'production', lifts: ['freezes'] })
  expect((await run('environments', 'list')).stdout).toMatch(/glass|shop is down/)
  expect((await run('break-glass', 'production', '--end')).code).toBe(0)
  expect((await run('environments', 'list')).stdout).not.toContain('shop is down')
})

test('an agent that shows its fingerprint joins once a person has approved it', async () => {
  const kit = await startKit()
  const { run, cwd } = await startDesk(kit)
  const root = formatPublicKey('root', kit.root)
  await writeFile(join(cwd, 'trust.yml'), trustYml(root))
  await writeFile(join(cwd, 'agent.yml'), agentYml(kit.coordinator().url))
  const agent = startCommand(
    ['agent', 'enroll', '--config', 'agent.yml', '--request', '--name', 'web-9', '--json'],
    { cwd },
  )
  onTestFinished(() => agent.kill('SIGKILL').catch(() => undefined))
  await agent.waitFor(/nodes approve \S{43}/)
  const fingerprint = /nodes approve (\S{43})/.exec(agent.output())?.[1] ?? ''
  const bound = ['--tag', 'tag:web', '--application', 'shop', '--environment', 'production']
  // Of other keys: it lets nobody in.
  expect(
    (
      await run(
        'nodes',
        'approve',
        `${fingerprint.startsWith('B') ? 'C' : 'B'}${fingerprint.slice(1)}`,
        ...bound,
      )
    ).code,
  ).toBe(0)
  expect((await run('nodes', 'list', '--json')).json().nodes).toEqual([])
  expect((await run('nodes', 'approve', fingerprint, ...bound)).stderr).toContain('approved until')
  const { code, stdout } = await agent.result
  expect({ code, self: JSON.parse(stdout) }).toMatchObject({
    code: 0,
    self: { name: 'web-9', tags: ['tag:web'] },
  })
  expect((await run('nodes', 'list')).stdout).toMatch(/web-9 {2}agent/)
})

async function startPeople(): Promise<{ kit: LoginKit; ada: LoggedIn; bob: LoggedIn }> {
  const kit = await startLoginKit()
  return { kit, ada: await kit.logIn({ subject: 'ada' }), bob: await kit.logIn({ subject: 'bob' }) }
}

test('a person lists and ends their own sessions; an operator everybody’s', async () => {
  const { kit, ada, bob } = await startPeople()
  const desk = await startDesk(kit)
  const own = await desk.as(ada, 'sessions', 'list')
  expect(own.stdout).toMatch(/ada/)
  expect(own.stdout).not.toMatch(/bob/)
  const id = keyIdOf(bob.key.publicKey)
  expect(await desk.as(ada, 'sessions', 'end', id)).toMatchObject({ code: 2 })
  expect((await desk.run('sessions', 'list', '--json')).json().sessions).toHaveLength(2)
  expect((await desk.run('sessions', 'end', id.slice(0, 12))).stderr).toContain('bob of')
  expect(await desk.as(bob, 'whoami')).toMatchObject({
    code: 12,
    stderr: expect.stringContaining('sallyport login'),
  })
  expect((await desk.as(ada, 'sessions', 'end', keyIdOf(ada.key.publicKey))).code).toBe(0)
  expect((await desk.run('sessions', 'list', '--json')).json().sessions).toEqual([])
})

test('a person is forgotten by an admin, and by nobody else', async () => {
  const { kit, ada, bob } = await startPeople()
  const desk = await startDesk(kit)
  const { url } = kit.provider
  expect(await desk.as(bob, 'people', 'forget', url, 'ada')).toMatchObject({ code: 12 })
  expect((await desk.run('people', 'forget', url, 'ada')).stderr).toContain('1 session(s)')
  expect((await desk.run('people', 'forget', url, 'ada')).stderr).toContain('nobody of that id')
  expect((await desk.as(ada, 'whoami')).code).toBe(12)
})

const PUSHERS = `
pushers:
  - issuer: https://token.example
    repositoryId: "80"
    ownerId: "65"
    refs: [refs/heads/main]
    workflow: octo/ops/.github/workflows/push.yml
`

/** The runner's endpoint for tokens, as a job finds it. */
async function serveTokens(kit: Kit): Promise<Record<string, string>> {
  const claims = {
    repository_id: '80',
    job_workflow_ref: 'octo/ops/.github/workflows/push.yml@refs/heads/main',
  }
  const server = createServer((request, response) => {
    const audience = new URL(request.url ?? '', 'http://localhost').searchParams.get('audience') ?? ''
    const value = kit.issuer.mintWorkload({ audience, now: kit.clock.now(), claims })
    response.end(JSON.stringify({ value }))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token?api-version=2.0`
  return { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer' }
}

test('a pipeline pushes without any key: dry run first, then in earnest', async () => {
  const kit = await startKit({ environments: (text) => text + PUSHERS })
  const { plain, cwd, where } = await startDesk(kit)
  await writeFile(join(cwd, 'access.hujson'), '{ "acls": [] }')
  const env = await serveTokens(kit)
  const args = ['push', '--access', 'access.hujson', '--accept-lock-out', ...where]
  expect((await plain([...args, '--dry-run'], env)).stderr).toMatch(
    /checked; nothing was changed[\s\S]*version 1/,
  )
  const policy = async () => unwrap(await kit.client(kit.admin).call('policy', none), 'REQUEST_REFUSED')
  expect((await policy()).access).toBeNull()
  expect(await plain(args, env)).toMatchObject({ code: 0, stderr: expect.stringContaining('version 1') })
  expect((await policy()).access?.text).toBe('{ "acls": [] }')
  // The same again changes nothing.
  expect((await plain(args, env)).stderr).toContain('access.hujson: unchanged')
})

test('a token that was asked for beforehand is taken from the environment, for its files alone', async () => {
  const kit = await startKit({ environments: (text) => text + PUSHERS })
  const { plain, cwd, where } = await startDesk(kit)
  await writeFile(join(cwd, 'access.hujson'), '{ "acls": [] }')
  const args = ['push', '--access', 'access.hujson', ...where, '--accept-lock-out']
  const audience = (await plain([...args, '--show-audience'])).stdout.trim()
  const claims = {
    repository_id: '80',
    job_workflow_ref: 'octo/ops/.github/workflows/push.yml@refs/heads/main',
  }
  const token = kit.issuer.mintWorkload({ audience, now: kit.clock.now(), claims })
  await writeFile(join(cwd, 'access.hujson'), '{ "acls": [], }')
  expect(await plain(args, { SALLYPORT_ID_TOKEN: token })).toMatchObject({ code: 12 })
  await writeFile(join(cwd, 'access.hujson'), '{ "acls": [] }')
  expect(await plain(args, { SALLYPORT_ID_TOKEN: token })).toMatchObject({ code: 0 })
})

function trustYml(root: string): string {
  return `version: 1
signers: coordinator
root: ${root}
issuers: [{ issuer: https://token.example }]
rules:
  - application: shop
    environments: [production]
    issuer: https://token.example
    repositoryId: "74"
    ownerId: "65"
    refs: [refs/heads/main]
    gate: { workflow: octo/ci/.github/workflows/gate.yml, commits: [${'a'.repeat(40)}] }
`
}

function agentYml(coordinator: string): string {
  return `version: 1
root: releases
trust: trust.yml
machineKey: machine.key
environment: production
mesh: { coordinator: "${coordinator}" }
applications:
  shop:
    sameUser: true
    service: { kind: none }
    health: { kind: tcp, port: 9 }
`
}
