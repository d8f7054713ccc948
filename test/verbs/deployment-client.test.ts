import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { type Ed25519KeyPair, ed25519KeyPair } from '../../src/base/ed25519.ts'
import { type ReceiptContent, signReceipt } from '../../src/trust/receipt.ts'
import type { GrantedApproval } from '../../src/verbs/approval-request.ts'
import {
  type AgentDeployment,
  type DeploymentClientOptions,
  deployOnAgent,
} from '../../src/verbs/deployment-client.ts'

/* An agent that answers whatever it likes, over a real socket in the place of the tunnel. */

const MACHINE = ed25519KeyPair(new Uint8Array(32).fill(1))
const ARTIFACT = 'd'.repeat(64)
const APPROVAL: GrantedApproval = {
  application: 'shop',
  label: 'shop',
  path: '/build/shop.tar.gz',
  digest: `sha256:${'1'.repeat(64)}`,
  artifact: `sha256:${ARTIFACT}`,
  size: 1234,
  file: encodeUtf8('{}'),
}
const ACCEPTED = {
  deployment: 'd1',
  log: '/v1/deployments/d1/log',
  receipt: '/v1/deployments/d1/receipt',
}
const COMMITTED = `${JSON.stringify({ kind: 'outcome', outcome: { kind: 'committed' } })}\n`

function receipt(changes: Partial<ReceiptContent> = {}, key: Ed25519KeyPair = MACHINE): string {
  return JSON.stringify(
    signReceipt(
      {
        artifactName: 'shop.tar.gz',
        artifactSha256: ARTIFACT,
        deployment: 'd1',
        application: 'shop',
        environment: 'production',
        kind: 'deploy',
        approval: APPROVAL.digest,
        sequence: 1,
        outcome: 'committed',
        previous: null,
        finishedAt: '2026-11-22T08:00:00Z',
        sameUser: false,
        anyWorkflow: false,
        ...changes,
      },
      key,
    ),
  )
}

interface Hostile {
  readonly nudge?: RequestListener
  readonly log?: RequestListener
  readonly receipt?: RequestListener
  readonly status?: RequestListener
}

const says =
  (status: number, body: string | Uint8Array): RequestListener =>
  (_request, response) =>
    void response.writeHead(status).end(body)

async function deployOn(
  hostile: Hostile,
  more: Partial<DeploymentClientOptions> = {},
): Promise<AgentDeployment> {
  const answers: Record<string, RequestListener> = {
    '/v1/deployments': hostile.nudge ?? says(202, JSON.stringify(ACCEPTED)),
    '/v1/deployments/d1': hostile.status ?? says(404, '{}'),
    '/v1/deployments/d1/log': hostile.log ?? says(200, COMMITTED),
    '/v1/deployments/d1/receipt': hostile.receipt ?? says(200, receipt()),
  }
  const server = createServer(
    (request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) => {
      response.on('error', () => {})
      answers[request.url ?? '']?.(request, response)
    },
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return await deployOnAgent({
    node: {
      dial: async () => connect(port, '127.0.0.1'),
      ping: async () => 1,
    } as unknown as DeploymentClientOptions['node'],
    agent: {
      name: 'web-1',
      address: '100.64.0.2',
      port: 7700,
      machineKey: MACHINE.publicKey,
      peer: undefined as never,
    },
    approval: APPROVAL,
    machines: [MACHINE.publicKey],
    onLine: () => {},
    signal: new AbortController().signal,
    cancel: 'detach',
    onAbortAsked: () => {},
    times: { answerMs: 400, quietMs: 100, silenceMs: 5_000 },
    ...more,
  })
}

test('an honest agent: the outcome, and the receipt that its machine key signed', async () => {
  const lines: string[] = []
  const log = says(200, `${JSON.stringify({ kind: 'state', state: 'switched' })}\n${COMMITTED}`)
  const { outcome, receipt: signed } = await deployOn(
    { log },
    { onLine: ({ kind }) => void lines.push(kind) },
  )
  expect(outcome).toEqual({ kind: 'committed' })
  expect(signed?.content.predicate.outcome).toBe('committed')
  expect(lines).toEqual(['state', 'outcome'])
})

test.each<[cancel: 'detach' | 'abort', answer: number, methods: string[], heard: boolean[]]>([
  ['detach', 202, [], []],
  ['abort', 202, ['DELETE'], [true]],
  ['abort', 404, ['DELETE'], [false]],
])('cancelled with %s, an agent that answers %d: asked by %j', async (cancel, answer, wanted, told) => {
  const job = new AbortController()
  const methods: string[] = []
  const heard: boolean[] = []
  const deployed = deployOn(
    {
      log: (_request, response) => {
        response.writeHead(200).write(`${JSON.stringify({ kind: 'state', state: 'downloading' })}\n`)
      },
      status: (request, response) => {
        methods.push(request.method ?? '')
        response.writeHead(answer).end('{}')
      },
    },
    {
      cancel,
      signal: job.signal,
      onLine: () => job.abort(),
      onAbortAsked: (was) => void heard.push(was),
    },
  )
  await expect(deployed).rejects.toMatchObject({ code: 'AGENT_UNREACHABLE' })
  expect(methods).toEqual(wanted)
  expect(heard).toEqual(told)
})

test('a cancelled job dials an agent that is gone for 4 s and no longer', async () => {
  const job = new AbortController()
  const dialled: number[] = []
  const heard: boolean[] = []
  const server = createServer((request, response) => {
    if (request.method === 'POST') response.writeHead(202).end(JSON.stringify(ACCEPTED))
    else response.writeHead(200).write(`${JSON.stringify({ kind: 'state', state: 'downloading' })}\n`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const dial = async (_address: string, _port: number, timeoutMs: number) => {
    dialled.push(timeoutMs)
    if (job.signal.aborted) throw new Error('no answer')
    return connect(port, '127.0.0.1')
  }
  const deployed = deployOn(
    {},
    {
      node: { dial, ping: async () => 1 } as unknown as DeploymentClientOptions['node'],
      cancel: 'abort',
      signal: job.signal,
      onLine: () => job.abort(),
      onAbortAsked: (was) => void heard.push(was),
      times: { answerMs: 60_000, quietMs: 20_000, silenceMs: 1_800_000 },
    },
  )
  await expect(deployed).rejects.toMatchObject({ code: 'AGENT_UNREACHABLE' })
  expect(dialled).toEqual([20_000, 20_000, 4_000])
  expect(heard).toEqual([false])
})

test('a refusal of the nudge is an outcome with its code', async () => {
  const nudge = says(
    403,
    JSON.stringify({ error: 'APPROVAL_REFUSED', message: 'this edge was granted by another approval' }),
  )
  expect(await deployOn({ nudge })).toEqual({
    outcome: {
      kind: 'refused',
      failure: { code: 'APPROVAL_REFUSED', message: 'this edge was granted by another approval' },
    },
    receipt: undefined,
  })
})

test.each<[what: string, hostile: Hostile, message: RegExp]>([
  [
    'a line of a log without end',
    { log: (_request, response) => void pour(response, 'x'.repeat(65_536)) },
    /a line has no end/,
  ],
  [
    'a log without end',
    {
      log: (_request, response) =>
        void pour(response, `${JSON.stringify({ kind: 'note', text: 'n'.repeat(60_000) })}\n`),
    },
    /its log is longer than 67108864 bytes/,
  ],
  ['a line that is no JSON', { log: says(200, 'hello\n') }, /web-1: a line of its log cannot be read/],
  [
    'a line with a key twice',
    { log: says(200, '{"kind":"note","text":"a","text":"b"}\n') },
    /web-1: a line of its log cannot be read/,
  ],
  [
    'a line of a kind that we do not know',
    { log: says(200, '{"kind":"command","run":"id"}\n') },
    /web-1: a line of its log cannot be read/,
  ],
  [
    'an outcome that we do not know',
    { log: says(200, '{"kind":"outcome","outcome":{"kind":"perfect"}}\n') },
    /web-1: a line of its log cannot be read/,
  ],
  [
    'a log that ends early',
    { log: says(200, `${JSON.stringify({ kind: 'state', state: 'switched' })}\n`) },
    /the log ended before the deployment did/,
  ],
  [
    'a torn log',
    { log: (_request, response) => void response.writeHead(200).write('{"kind"', () => response.destroy()) },
    /web-1: /,
  ],
  [
    'an answer of more than a mebibyte',
    { nudge: says(202, 'x'.repeat(1024 * 1024 + 1)) },
    /longer than 1048576 bytes/,
  ],
  ['a nudge that is never answered', { nudge: () => {} }, /web-1: /],
  ['an answer that drips', { nudge: (_request, response) => void drip(response) }, /web-1: /],
  ['a receipt that never comes', { receipt: () => {} }, /web-1: /],
])('an agent with %s is unreachable, and nothing counts', async (_what, hostile, message) => {
  await expect(deployOn(hostile)).rejects.toMatchObject({
    code: 'AGENT_UNREACHABLE',
    message: expect.stringMatching(message),
  })
})

test.each<[what: string, body: string]>([
  ['a log of another server', JSON.stringify({ ...ACCEPTED, log: 'http://169.254.169.254/' })],
  ['a receipt elsewhere', JSON.stringify({ ...ACCEPTED, receipt: '/etc/passwd' })],
  [
    'sizes beyond 2^53',
    `{"deployment":"d1","log":"${ACCEPTED.log}","receipt":"${ACCEPTED.receipt}","size":18446744073709551615}`,
  ],
  ['a list', '[]'],
  ['nothing', ''],
])('an answer to the nudge with %s is refused', async (_what, body) => {
  await expect(deployOn({ nudge: says(202, body) })).rejects.toMatchObject({
    code: 'AGENT_UNREACHABLE',
    message: expect.stringContaining('web-1: its answer cannot be read'),
  })
})

test.each<[what: string, body: string, message: RegExp]>([
  ['signed by another key', receipt({}, ed25519KeyPair(new Uint8Array(32).fill(2))), /./],
  ['for another artifact', receipt({ artifactSha256: 'e'.repeat(64) }), /is for the artifact sha256:e{64}/],
  ['for another application', receipt({ application: 'billing' }), /is for the application billing/],
  [
    'of another approval',
    receipt({ approval: `sha256:${'2'.repeat(64)}` }),
    /is for the approval sha256:2{64}/,
  ],
  [
    'with another outcome than the log',
    receipt({ outcome: 'rolled-back' }),
    /is for the outcome rolled-back, not committed/,
  ],
])('a receipt %s does not count', async (_what, body, message) => {
  await expect(deployOn({ receipt: says(200, body) })).rejects.toMatchObject({
    code: 'SIGNATURE_INVALID',
    message: expect.stringMatching(message),
  })
})

test('an agent that says committed and has no receipt does not count', async () => {
  await expect(deployOn({ receipt: says(404, '{}') })).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
})

test('a digest that runs already is answered with the receipt of its commit, also of an earlier approval', async () => {
  const log = says(200, `${JSON.stringify({ kind: 'outcome', outcome: { kind: 'already-running' } })}\n`)
  const old = says(200, receipt({ approval: `sha256:${'2'.repeat(64)}` }))
  expect((await deployOn({ log, receipt: old })).outcome).toEqual({ kind: 'already-running' })
})

test('an agent that is silent and answers no echo is gone; one that answers is waited for', async () => {
  const log: RequestListener = (_request, response) => {
    response.writeHead(200).flushHeaders()
    setTimeout(() => response.end(COMMITTED), 600)
  }
  expect((await deployOn({ log })).outcome).toEqual({ kind: 'committed' })
  const node = { dial: undefined as never, ping: async () => undefined }
  const dead = deployOnDead(log, node)
  await expect(dead).rejects.toMatchObject({
    code: 'AGENT_UNREACHABLE',
    message: expect.stringContaining('it does not answer any more'),
  })
})

async function deployOnDead(log: RequestListener, { ping }: { ping: () => Promise<undefined> }) {
  const server = createServer((request, response) => {
    if (request.url === '/v1/deployments') says(202, JSON.stringify(ACCEPTED))(request, response)
    else log(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return await deployOn(
    {},
    {
      node: {
        dial: async () => connect(port, '127.0.0.1'),
        ping,
      } as unknown as DeploymentClientOptions['node'],
    },
  )
}

/** As fast as it is read, for ever. */
function pour(response: ServerResponse, text: string): void {
  response.writeHead(200)
  const more = (): void => {
    while (!response.destroyed && response.write(text));
    if (!response.destroyed) response.once('drain', more)
  }
  more()
}

function drip(response: ServerResponse): void {
  response.writeHead(202)
  const timer = setInterval(() => response.write(' '), 50)
  response.on('close', () => clearInterval(timer))
}
