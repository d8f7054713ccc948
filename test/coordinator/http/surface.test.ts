/** The listening surface: who is let in, what is held before anybody is known, and for how long. */
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { createCoordinatorClient } from '../../../src/api/coordinator-client.ts'
import { ROLES, type Role } from '../../../src/api/messages/login.ts'
import { makeOpenApi } from '../../../src/api/openapi.ts'
import { PAGES, type Page, type PageName } from '../../../src/api/page-table.ts'
import { fillPath, ROUTES, type Route, type RouteName } from '../../../src/api/route-table.ts'
import { encodeUtf8 } from '../../../src/base/bytes.ts'
import type { Ed25519KeyPair } from '../../../src/base/ed25519.ts'
import { HOUR, type Timestamp } from '../../../src/base/time.ts'
import { requestAdmission } from '../../../src/mesh/control/membership.ts'
import { createHttpClient } from '../../../src/platform/http.ts'
import { systemRandom } from '../../../src/platform/random.ts'
import { signRequest } from '../../../src/trust/http-signature.ts'
import { type Kit, newKeys, startKit } from '../coordinator-kit.ts'
import { type LoginKit, startLoginKit } from '../logins/login-kit.ts'

interface Sent {
  readonly key?: Ed25519KeyPair
  readonly body?: string
  readonly now?: Timestamp
  readonly coordinatorId?: string
  readonly nonce?: Uint8Array
  readonly change?: (init: { headers: Record<string, string>; body: string | undefined; url: string }) => void
}

async function send(kit: Kit, method: string, path: string, sent: Sent = {}) {
  const { url, coordinatorId } = kit.coordinator()
  const target = `${url}${path}`
  const request = { method, targetUri: target, body: encodeUtf8(sent.body ?? '') }
  const signer = {
    key: sent.key!,
    coordinatorId: sent.coordinatorId ?? coordinatorId,
    now: sent.now ?? kit.clock.now(),
  }
  const headers = sent.key ? { ...signRequest(request, signer, sent.nonce ?? systemRandom.bytes(16)) } : {}
  const init = { headers: headers as Record<string, string>, body: sent.body, url: target }
  sent.change?.(init)
  const response = await fetch(init.url, {
    method,
    headers: init.headers,
    ...(init.body === undefined ? {} : { body: init.body }),
  })
  return { status: response.status, headers: response.headers, json: JSON.parse(await response.text()) }
}

const SAMPLES: Record<string, string> = {
  id: `n-${'0'.repeat(32)}`,
  digest: `sha256:${'0'.repeat(64)}`,
  application: 'shop',
  environment: 'production',
  session: 'A'.repeat(43),
}
/** Where `{id}` is not a node's. */
const IDS: Partial<Record<RouteName, string>> = {
  sign: `s-${'0'.repeat(32)}`,
  finishLogin: `l-${'0'.repeat(32)}`,
}
const pathOf = (name: RouteName) =>
  fillPath(ROUTES[name].path, { ...SAMPLES, ...(IDS[name] === undefined ? {} : { id: IDS[name] }) })
const bodyOf = (route: Route) => (route.request ? '{}' : undefined)
const routes = Object.entries(ROUTES) as [RouteName, Route][]

test('the table is walked: each route refuses everybody whom its line does not name', async () => {
  const kit = await startLoginKit({ logins: LOGINS_OF_EACH_ROLE })
  const agent = await kit.enrol()
  const runner = kit.runner()
  await requestAdmission(runner.client, runner.admission())
  const callers: Record<string, Ed25519KeyPair> = {
    agent: agent.identity,
    runner: runner.identity,
    admin: kit.admin,
    stranger: newKeys().identity,
  }
  for (const role of ROLES) if (role !== 'admin') callers[role] = await sessionKeyOf(kit, role)
  callers['a person who is admin'] = await sessionKeyOf(kit, 'admin')
  expect(Object.keys(callers)).toHaveLength(9)
  for (const [name, route] of routes.filter(([, { callers: listed }]) => !listed.includes('anybody'))) {
    const body = bodyOf(route)
    const unsigned = await send(kit, route.method, pathOf(name), body === undefined ? {} : { body })
    expect(unsigned.json.problem.kind, `${name} unsigned`).toBe('signature-required')
    for (const [who, key] of Object.entries(callers)) {
      if (mayCall(route, who)) continue
      const reply = await send(kit, route.method, pathOf(name), {
        key,
        ...(body === undefined ? {} : { body }),
      })
      expect(['untrusted', 'forbidden'], `${name} by ${who}: ${reply.json.problem.kind}`).toContain(
        reply.json.problem.kind,
      )
    }
  }
})

function mayCall({ callers }: Route, who: string): boolean {
  const listed: readonly string[] = callers
  if (who === 'a person who is admin') return listed.includes('admin') || listed.includes('member')
  // Whoever is logged in is a member.
  return (
    listed.includes(who) ||
    ((ROLES as readonly string[]).includes(who) && listed.includes('member') && who !== 'admin')
  )
}

/** Each person has one role besides that of everybody who is logged in. */
const LOGINS_OF_EACH_ROLE = `
  - name: staff
    preset: oidc
    issuer: ISSUER
    ca: CA
    clientId: sallyport-cli
    allow: { everybody: true }
    roles: { ${ROLES.map((role) => `${role}: { subjects: [the-${role}] }`).join(', ')} }
`

/** The role `member` comes with every session: what a role adds to it is what the table says of both. */
async function sessionKeyOf(kit: LoginKit, role: Role): Promise<Ed25519KeyPair> {
  const { key, session } = await kit.logIn({ subject: `the-${role}` })
  expect(session.roles).toEqual(ROLES.filter((each) => each === role || each === 'member'))
  return key
}

test('whom a line names is let through to what the route decides', async () => {
  const kit = await startLoginKit({ logins: LOGINS_OF_EACH_ROLE })
  for (const role of ROLES) {
    const key = await sessionKeyOf(kit, role)
    for (const [name, route] of routes.filter(([, { callers }]) => callers.includes(role))) {
      if (name === 'endSession') continue
      const body = bodyOf(route)
      const reply = await send(kit, route.method, pathOf(name), {
        key,
        ...(body === undefined ? {} : { body }),
      })
      expect(['untrusted', 'forbidden'], `${name} by ${role}`).not.toContain(reply.json.problem?.kind)
    }
  }
})

test('pages are a table, too: bounded, and closed to every other method', async () => {
  const kit = await startKit()
  const { url } = kit.coordinator()
  for (const [name, page] of Object.entries(PAGES) as [PageName, Page][]) {
    const path = fillPath(page.path, { id: `l-${'0'.repeat(32)}` })
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      expect((await fetch(`${url}${path}`, { method })).status, `${method} ${name}`).toBe(404)
    }
    if (page.method === 'GET') continue
    const body = 'x'.repeat(page.maxBodyBytes + 1)
    expect((await fetch(`${url}${path}`, { method: page.method, body })).status, name).toBe(413)
  }
})

test('what is not in the table is refused, in every method', async () => {
  const kit = await startKit()
  for (const path of [
    '/',
    '/v1',
    '/v1/admin',
    '/console',
    '/v1/nodes/x',
    '/log/../store.sqlite',
    '/log/%2e%2e/store.sqlite',
    '/log/tile/0/../../../store.sqlite',
  ]) {
    expect((await send(kit, 'GET', path)).status, path).toBe(404)
  }
  for (const [name, route] of routes) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      const isListed = routes.some(
        ([other, { method: listed }]) => listed === method && pathOf(other) === pathOf(name),
      )
      if (isListed || method === route.method) continue
      expect((await send(kit, method, pathOf(name))).status, `${method} ${name}`).toBe(404)
    }
  }
})

test('a request that is signed for something else is refused, though each key is good', async () => {
  const kit = await startKit()
  const key = kit.admin
  const ok = await send(kit, 'GET', '/v1/nodes', { key })
  expect(ok.status).toBe(200)
  const changed: [name: string, sent: Sent, kind: string][] = [
    [
      'another target',
      {
        key,
        change: (init) => {
          init.url = init.url.replace('/v1/nodes', '/v1/nodes?x=1')
        },
      },
      'signature-invalid',
    ],
    ['another coordinator', { key, coordinatorId: 'A'.repeat(43) }, 'signature-invalid'],
    [
      'a digest that is not of the body',
      {
        key,
        change: (init) => {
          init.headers['content-digest'] = `sha-256=:${'A'.repeat(43)}=:`
        },
      },
      'signature-invalid',
    ],
    [
      'no digest',
      {
        key,
        change: (init) => {
          delete init.headers['content-digest']
        },
      },
      'signature-required',
    ],
    ['a clock that is behind', { key, now: (kit.clock.now() - 61_000) as Timestamp }, 'skew'],
    ['a clock that is ahead', { key, now: (kit.clock.now() + 62_000) as Timestamp }, 'skew'],
  ]
  for (const [name, sent, kind] of changed) {
    expect((await send(kit, 'GET', '/v1/nodes', sent)).json.problem.kind, name).toBe(kind)
  }
})

test('a request is taken once', async () => {
  const kit = await startKit()
  const sent = { key: kit.admin, nonce: systemRandom.bytes(16), now: kit.clock.now() }
  expect((await send(kit, 'GET', '/v1/nodes', sent)).status).toBe(200)
  expect((await send(kit, 'GET', '/v1/nodes', sent)).json.problem.kind).toBe('replayed')
})

test('a clock that jumped forward and back makes no old request fresh', async () => {
  const kit = await startKit()
  const sent = { key: kit.admin, nonce: systemRandom.bytes(16), now: kit.clock.now() }
  expect((await send(kit, 'GET', '/v1/nodes', sent)).status).toBe(200)
  kit.clock.move(HOUR)
  await send(kit, 'GET', '/v1/nodes', { key: kit.admin })
  kit.clock.move(-HOUR)
  expect((await send(kit, 'GET', '/v1/nodes', sent)).json.problem.kind).toBe('skew')
})

test('a client whose clock is wrong learns the time from the signed refusal', async () => {
  const kit = await startKit()
  const http = createHttpClient()
  const behind = { ...kit.clock, now: () => (kit.clock.now() - HOUR) as Timestamp }
  const { url } = kit.coordinator()
  const client = createCoordinatorClient({
    url,
    root: kit.root,
    key: kit.admin,
    http,
    clock: behind,
    random: systemRandom,
  })

  const result = await client.call('nodes', { params: undefined, body: undefined })

  expect(result.kind).toBe('done')
  await http.close()
})

test('a reply that another key signed is refused, though its TLS and its form are good', async () => {
  const kit = await startKit()
  const other = await startKit()
  const http = createHttpClient()
  const { url } = other.coordinator()
  const client = createCoordinatorClient({
    url,
    root: kit.root,
    key: kit.admin,
    http,
    clock: kit.clock,
    random: systemRandom,
  })
  await expect(client.call('nodes', { params: undefined, body: undefined })).rejects.toThrow(
    /its root has the fingerprint/,
  )
  await http.close()
})

test('a key may sign 600 requests a minute', async () => {
  const kit = await startKit()
  const { context } = kit.coordinator()
  const limits = { keepMs: 180_000, perMinute: 600 }
  const now = context.clock.now()
  const results = await context.store.write('fill', async (tx) => {
    const taken: string[] = []
    for (let i = 0; i < 601; i++) taken.push(await tx.nonces.consume('key', `nonce-${i}`, now, limits))
    return taken
  })
  expect(results.filter((result) => result === 'fresh')).toHaveLength(600)
  expect(results.at(-1)).toBe('too-many')
})

test('a body over its route’s bound is refused before anybody knows who sent it', async () => {
  const kit = await startKit()
  for (const [name, route] of routes) {
    if (route.method === 'GET' || route.maxBodyBytes > 1024 * 1024) continue
    const reply = await send(kit, route.method, pathOf(name), { body: `"${'x'.repeat(route.maxBodyBytes)}"` })
    expect(reply.json.problem.kind, name).toBe('too-large')
  }
})

test('a body without a declared length is cut off at the bound, too', async () => {
  const kit = await startKit()
  const body = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 64; i++) controller.enqueue(new Uint8Array(1024))
      controller.close()
    },
  })
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit
  const response = await fetch(`${kit.coordinator().url}/v1/enrolments`, init)
  expect(response.status).toBe(413)
})

test('JSON with duplicate keys, unsafe numbers or an unknown key is refused, though it is signed', async () => {
  const kit = await startKit()
  for (const body of [
    '{"text":"a","text":"b","replaces":null}',
    '{"text":"a","replaces":9007199254740993}',
    '{"text":"a","replaces":null,"extra":1}',
    '{',
    '[]',
  ]) {
    const reply = await send(kit, 'PUT', '/v1/environments', { key: kit.admin, body })
    expect(reply.json.problem.kind, body).toBe('malformed')
  }
})

test('connections that say nothing, or say it slowly, are closed', async () => {
  const kit = await startKit({ limits: { headersMs: 300, requestMs: 600 } })
  const port = Number(new URL(kit.coordinator().url).port)
  const open = (text: string) =>
    new Promise<number>((resolve) => {
      const started = performance.now()
      const socket = connect(port, '127.0.0.1', () => socket.write(text))
      socket.on('error', () => undefined)
      socket.on('data', () => undefined)
      socket.on('close', () => resolve(performance.now() - started))
    })
  const times = await Promise.all([
    ...Array.from({ length: 50 }, () => open('')),
    open('GET / HTTP/1.1\r\nHost: x\r\n'),
    open('POST /v1/enrolments HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{'),
  ])
  expect(Math.max(...times)).toBeLessThan(5_000)
  expect((await send(kit, 'GET', '/healthz')).status).toBe(200)
})

test('one address has so many connections and no more', async () => {
  const kit = await startKit({ limits: { maxConnectionsPerAddress: 5 } })
  const port = Number(new URL(kit.coordinator().url).port)
  const sockets = Array.from({ length: 12 }, () => connect(port, '127.0.0.1'))
  const closed = await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<boolean>((resolve) => {
          socket.on('error', () => undefined)
          socket.on('close', () => resolve(true))
          setTimeout(resolve, 500, false)
        }),
    ),
  )
  for (const socket of sockets) socket.destroy()
  expect(closed.filter(Boolean).length).toBeGreaterThanOrEqual(7)
})

test('a forwarded header changes nothing', async () => {
  const kit = await startKit()
  const change: NonNullable<Sent['change']> = (init) => {
    Object.assign(init.headers, {
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    })
  }
  expect((await send(kit, 'GET', '/v1/nodes', { key: kit.admin, change })).status).toBe(200)
})

test('every route stands in the OpenAPI document, with its schemas', () => {
  const document = makeOpenApi() as {
    paths: Record<
      string,
      Record<string, { operationId: string; requestBody?: unknown; responses: Record<string, unknown> }>
    >
  }
  for (const [name, route] of routes) {
    const operation = document.paths[route.path]?.[route.method.toLowerCase()]
    if (!operation) throw new Error(`${name} is missing`)
    expect(operation.operationId).toBe(name)
    expect(operation.requestBody !== undefined).toBe(route.request !== undefined)
    expect(operation.responses['200']).toBeDefined()
  }
})
