/** `login`, `logout`, `whoami`: a person's session at a coordinator. */
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CoordinatorClient, createCoordinatorClient } from '../api/coordinator-client.ts'
import { FLOWS, type Flow, type LoginSummary, type SessionReply } from '../api/messages/login.ts'
import { decodeUtf8, encodeBase64url } from '../base/bytes.ts'
import { type Ed25519KeyPair, ed25519KeyPair } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { SECOND } from '../base/time.ts'
import { unwrap } from '../mesh/control/membership.ts'
import { readAuthority } from '../platform/authority.ts'
import { readFileBounded } from '../platform/files.ts'
import { createHttpClient } from '../platform/http.ts'
import { sessionNonce } from '../trust/audience.ts'
import { parsePublicKey } from '../trust/keys.ts'
import { logInAtIssuer } from './loopback-login.ts'
import { openBrowser } from './open-browser.ts'
import { withOperatorClient } from './operator-client.ts'
import { type KeptSession, readSession, removeSession, sessionPath, writeSession } from './session-file.ts'
import type { Call, Verb } from './verb.ts'

const none = { params: undefined, body: undefined }

export const login: Verb = {
  name: 'login',
  summary: 'Log in at a coordinator, through an issuer that it lists.',
  details:
    'The session is a key that is made here and kept in a file that only you read; every request is signed by it.\n' +
    'The coordinator and its root are remembered: later "sallyport login" alone renews the session. Without a browser\n' +
    'on this machine choose --flow device. Who is not on the list of environments.yml gets no session.',
  options: ['url', 'root', 'ca', 'login', 'flow', 'no-browser', 'first-admin', 'session', 'json'],
  examples: [
    'sallyport login --url https://coordinator.example --root sallyport-root-public-v1:…',
    'sallyport login --flow device',
    'sallyport login --first-admin /var/lib/sallyport/first-admin.code',
  ],
  async run(call) {
    const { options, ports } = call
    const path = sessionPath(call)
    const { url, root, ca } = await findCoordinator(call, path)
    const key = ed25519KeyPair(ports.random.bytes(32))
    const http = createHttpClient(ca === null ? {} : { ca })
    try {
      const client = createCoordinatorClient({
        url,
        root: parsePublicKey('root', root),
        key,
        http,
        clock: ports.clock,
        random: ports.random,
      })
      const session = await openSession(call, client, key)
      await writeSession(path, { url, root, ca, key, session })
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...session, file: path })}\n`)
      ports.stderr(`logged in: ${describe(session)}\n`)
      return EXIT.ok
    } finally {
      await http.close()
    }
  },
}

export const logout: Verb = {
  name: 'logout',
  summary: 'End your session, here and at the coordinator.',
  options: ['session', 'json'],
  examples: ['sallyport logout'],
  async run(call) {
    const { ports, options } = call
    const path = sessionPath(call)
    if (!(await readSession(path))) throw notLoggedIn(path)
    const ended = await withOperatorClient(call, async (client) => {
      const result = await client.call('endSession', { params: undefined, body: {} })
      // A session that ended by itself needs no end.
      if (result.kind === 'refused' && result.problem.kind !== 'login-required')
        unwrap(result, 'REQUEST_REFUSED')
      return EXIT.ok
    })
    await removeSession(path)
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, done: 'logged out' })}\n`)
    ports.stderr('logged out\n')
    return ended
  },
}

export const whoami: Verb = {
  name: 'whoami',
  summary: 'Show who you are at the coordinator, and as what.',
  options: ['session', 'json'],
  examples: ['sallyport whoami', 'sallyport whoami --json'],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const session = unwrap(await client.call('session', none), 'REQUEST_REFUSED')
      const { ports, options } = call
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, url: client.url, ...session })}\n`)
      else ports.stdout(`${describe(session)}\n`)
      return EXIT.ok
    }),
}

async function findCoordinator(call: Call, path: string): Promise<Pick<KeptSession, 'url' | 'root' | 'ca'>> {
  const { options, ports } = call
  const { url, root } = options
  if (url !== undefined && root !== undefined) {
    const place = (path: string) => resolve(ports.cwd, path)
    const ca = options.ca === undefined ? null : await readAuthority(options.ca, url, place)
    return { url: url.replace(/\/$/, ''), root, ca }
  }
  const before = await readSession(path)
  if (before && url === undefined && root === undefined) return before
  throw new SallyportError('USAGE', {
    message: '--url and --root say which coordinator, the first time',
    help: 'sallyport login --url https://coordinator.example --root sallyport-root-public-v1:…',
  })
}

async function openSession(
  call: Call,
  client: CoordinatorClient,
  key: Ed25519KeyPair,
): Promise<SessionReply> {
  const { logins } = unwrap(await client.call('logins', none), 'REQUEST_REFUSED')
  const chosen = chooseLogin(logins, call.options.login)
  const flow = chooseFlow(chosen, call.options.flow)
  const firstAdmin = await readCode(call)
  const sessionKey = encodeBase64url(key.publicKey)
  if (flow !== 'loopback')
    return openByCoordinator(call, client, { sessionKey, login: chosen.name, flow, firstAdmin })
  const token = await logInAtIssuer(call, chosen, sessionNonce(client.coordinatorId, key.publicKey))
  const body = { sessionKey, login: chosen.name, token, firstAdmin }
  return unwrap(await client.call('openSession', { params: undefined, body }), 'REQUEST_REFUSED')
}

async function openByCoordinator(
  call: Call,
  client: CoordinatorClient,
  body: { sessionKey: string; login: string; flow: 'device' | 'browser'; firstAdmin: string | null },
): Promise<SessionReply> {
  const { ports, options } = call
  const begun = unwrap(await client.call('beginLogin', { params: undefined, body }), 'REQUEST_REFUSED')
  // Listened for before the page is told: an interruption may be the answer to it.
  const { signal } = ports
  ports.stderr(
    `open this page, on whichever machine:\n\n  ${begun.url}\n\nand give it the code ${begun.code}\n`,
  )
  if (body.flow === 'browser' && !options['no-browser']) openBrowser(begun.url, ports)
  let { intervalSeconds } = begun
  for (;;) {
    await sleep(intervalSeconds * SECOND, undefined, { signal })
    const input = { params: { id: begun.attempt }, body: {} }
    const result = unwrap(await client.call('finishLogin', input), 'REQUEST_REFUSED')
    if (result.kind === 'done') return result.session
    if (result.kind === 'refused') throw new SallyportError('LOGIN_FAILED', { message: result.reason })
    intervalSeconds = result.intervalSeconds
  }
}

/** @throws `USAGE` naming what there is */
export function chooseLogin(logins: readonly LoginSummary[], name: string | undefined): LoginSummary {
  const names = logins.map((each) => each.name).join(', ')
  const chosen =
    name === undefined && logins.length === 1 ? logins[0] : logins.find((each) => each.name === name)
  if (chosen) return chosen
  const message =
    logins.length === 0
      ? 'this coordinator has no logins'
      : name === undefined
        ? `there are several logins: ${names}`
        : `there is no login ${JSON.stringify(name)}`
  const help =
    logins.length === 0
      ? 'operations lists them in environments.yml, under "logins"'
      : `give --login, one of: ${names}`
  throw new SallyportError('USAGE', { message, help })
}

function chooseFlow({ name, flows }: LoginSummary, wanted: string | undefined): Flow {
  const flow = FLOWS.find((each) => each === (wanted ?? flows[0]))
  if (flow !== undefined && flows.includes(flow)) return flow
  throw new SallyportError('USAGE', {
    message: `the login ${name} has no flow ${JSON.stringify(wanted)}`,
    help: `give --flow, one of: ${flows.join(', ')}`,
  })
}

async function readCode({ options, ports }: Call): Promise<string | null> {
  const file = options['first-admin']
  if (file === undefined) return null
  return decodeUtf8(await readFileBounded(resolve(ports.cwd, file), 1024)).trim()
}

function describe({ issuer, subject, roles, expiresAt }: SessionReply): string {
  return `${subject} of ${issuer}, ${roles.join(', ')}, until ${expiresAt}`
}

export function notLoggedIn(path: string): SallyportError {
  return new SallyportError('USAGE', {
    message: `there is no session (${path})`,
    help: 'log in: sallyport login --url https://coordinator.example --root sallyport-root-public-v1:…',
  })
}
