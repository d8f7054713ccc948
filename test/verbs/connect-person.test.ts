/**
 * A person joins with their session, by the real command line in a process of its own, and reaches through
 * WireGuard what the rules and the agent open: a real coordinator, a real issuer, a real agent.
 */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startMeshAgent } from '../../src/agent/mesh/mesh-agent.ts'
import type { OwnRules } from '../../src/agent/mesh/peer-judgement.ts'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { HOUR } from '../../src/base/time.ts'
import { createEnrolmentSecret } from '../../src/coordinator/nodes/enrolment.ts'
import { enrolAgent, unwrap } from '../../src/mesh/control/membership.ts'
import { wireguardPublicKey } from '../../src/mesh/wireguard-key-file.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { formatPublicKey, keyIdOf } from '../../src/trust/keys.ts'
import { privateKey } from '../../src/tunnel/wireguard/keys.ts'
import { writeSession } from '../../src/verbs/session-file.ts'
import { newKeys } from '../coordinator/coordinator-kit.ts'
import {
  DEFAULT_LOGINS,
  type LoggedIn,
  type LoginKit,
  startLoginKit,
} from '../coordinator/logins/login-kit.ts'
import { NATIVE_CLIENT } from '../support/openid-provider.ts'
import { trust } from '../trust/coordinator-kit.ts'
import { type CommandProcess, startCommand } from './command-process.ts'

const none = { params: undefined, body: undefined }
const OPEN = 2222
const CLOSED = 3333
const RULES = `{
  "groups": { "group:ops": ["ada@example.org"] }, "tagOwners": { "tag:web": [] },
  "acls": [{ "action": "accept", "src": ["group:ops"], "dst": ["tag:web:${OPEN}"] }],
}`

/** A program of the agent's machine, which says who it is. */
async function startProgram(greeting: string): Promise<number> {
  const server = createServer((socket) => socket.end(greeting)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** @param visitors subjects that the agent's trust file lists */
async function startAgent(kit: LoginKit, visitors: readonly string[]): Promise<void> {
  const { identity } = newKeys()
  const wireguardKey = privateKey(systemRandom.bytes(32))
  const keys = { machine: identity.publicKey, wireguard: wireguardPublicKey(wireguardKey) }
  const { context, coordinatorId } = kit.coordinator()
  const bound = { tags: ['tag:web'], applications: ['shop'], environment: 'production', lifetimeMs: HOUR }
  const { secret } = await createEnrolmentSecret(context, bound)
  const client = kit.client(identity)
  await enrolAgent(client, { secret, keys, name: 'web-1', port: 7700 })
  const rules: OwnRules = {
    coordinatorId,
    trust: {
      ...trust(),
      issuers: [{ issuer: kit.provider.url }],
      visitors: visitors.map((subject) => ({
        issuer: kit.provider.url,
        subject,
        audience: NATIVE_CLIENT,
        keys: [],
        ports: [OPEN, CLOSED],
      })),
    },
    environment: 'production',
    applications: new Set(['shop']),
    labels: {},
    port: 7700,
    maxLeaseMs: HOUR,
    exposed: new Set([OPEN, CLOSED]),
    maxSessionMs: 12 * HOUR,
  }
  const agent = startMeshAgent({
    client,
    machineKey: identity,
    wireguardKey,
    rules: async () => rules,
    onMap: () => undefined,
    issuerKeys: context.issuerKeys,
    core: {} as never,
    openSource: undefined as never,
    portMapping: false,
    port: 7700,
    expose: [
      { meshPort: OPEN, host: '127.0.0.1', port: await startProgram('this is open') },
      { meshPort: CLOSED, host: '127.0.0.1', port: await startProgram('this is not for you') },
    ],
    listenPort: 0,
    relayOnly: false,
    clock: systemClock,
    random: systemRandom,
    diagnostics: silentDiagnostics,
  })
  onTestFinished(() => agent.close())
  await expect.poll(async () => (await nodesOf(kit))[0]?.connected).toBe(true)
}

async function nodesOf(kit: LoginKit) {
  return unwrap(await kit.client(kit.admin).call('nodes', none), 'REQUEST_REFUSED').nodes
}

async function startWorld(visitors: readonly string[] = ['ada']) {
  const logins = DEFAULT_LOGINS.replace('roles:', 'users: { ada@example.org: ada }\n    roles:')
  const kit = await startLoginKit({ logins, clock: systemClock })
  await startAgent(kit, visitors)
  const body = {
    environments: null,
    access: { text: RULES, replaces: null },
    dryRun: false,
    acceptLockOut: true,
  }
  unwrap(await kit.client(kit.admin).call('push', { params: undefined, body }), 'REQUEST_REFUSED')
  const ada = await kit.logIn({ subject: 'ada' })
  return { kit, ada, session: await keepSession(kit, ada) }
}

async function keepSession(kit: LoginKit, { key, session }: LoggedIn): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-connect-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'session.json')
  const root = formatPublicKey('root', kit.root)
  await writeSession(path, { url: kit.coordinator().url, root, ca: null, key, session })
  return path
}

function startConnect(session: string): CommandProcess {
  const forwards = [OPEN, CLOSED].flatMap((port) => ['--forward', `0:web-1:${port}`])
  const command = startCommand(['connect', '--session', session, '--name', 'laptop', ...forwards], {
    cwd: tmpdir(),
  })
  onTestFinished(() => command.kill('SIGKILL').catch(() => undefined))
  return command
}

/** Where a forward listens on this machine. */
function localPort(output: string, port: number): number {
  return Number(new RegExp(`127\\.0\\.0\\.1:(\\d+) → web-1:${port}`).exec(output)?.[1])
}

/** What a program behind a port says; undefined where the connection comes to nothing. */
async function hear(port: number, withinMs: number): Promise<string | undefined> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  let heard = ''
  socket.on('data', (text: string) => {
    heard += text
  })
  socket.on('error', () => undefined)
  const timer = setTimeout(() => socket.destroy(), withinMs)
  await once(socket, 'close')
  clearTimeout(timer)
  return heard === '' ? undefined : heard
}

test('a person connects and reaches the port that the rules allow, not the other, until the session ends', async () => {
  const { kit, ada, session } = await startWorld()
  const command = startConnect(session)
  await command.waitFor(/web-1:3333/)
  const output = command.output()
  expect(output).toMatch(/joined as laptop, 100\./)
  expect(output).toMatch(/web-1 100\.\S+ 2222 \(/)
  expect(await hear(localPort(output, OPEN), 15_000)).toBe('this is open')
  expect(await hear(localPort(output, CLOSED), 1_500)).toBeUndefined()
  expect((await nodesOf(kit)).find(({ kind }) => kind === 'person')).toMatchObject({
    name: 'laptop',
    person: { subject: 'ada' },
    connected: true,
  })
  const own = { params: { session: keyIdOf(ada.key.publicKey) }, body: {} }
  await kit.client(kit.admin).call('endSessionOf', own)
  const { code, stderr } = await command.result
  expect({ code, stderr }).toMatchObject({ code: 12, stderr: expect.stringContaining('session-ended') })
  expect((await nodesOf(kit)).map(({ kind }) => kind)).toEqual(['agent'])
})

test('an agent whose trust file does not name the person lets nobody in, and the command says why', async () => {
  const { session } = await startWorld(['somebody-else'])
  const { code, stderr } = await startConnect(session).result
  expect(code).not.toBe(0)
  expect(stderr).toContain('web-1 does not let you in: the trust file names no such person under "visitors"')
})

test('a session that has ended joins nothing, and says how to get another', async () => {
  const { ada, session } = await startWorld()
  await ada.client.call('endSession', { params: undefined, body: {} })
  const { code, stderr } = await startConnect(session).result
  expect({ code, stderr }).toMatchObject({ code: 12, stderr: expect.stringContaining('sallyport login') })
})
