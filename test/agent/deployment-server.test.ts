import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Outcome } from '../../src/agent/machine/outcome.ts'
import { AgentCore } from '../../src/agent/server/agent-core.ts'
import { createDeploymentListener } from '../../src/agent/server/deployment-listener.ts'
import { openOfferedSource } from '../../src/agent/server/offered-source.ts'
import type { PeerAccess } from '../../src/agent/server/peer.ts'
import { encodeHex } from '../../src/base/bytes.ts'
import { sha256, sha256Hex } from '../../src/base/digest.ts'
import { parseApprovalFile } from '../../src/trust/approval-file.ts'
import { unverifiedPayload } from '../../src/trust/dsse.ts'
import { approvalOf, createWorld, realPorts, type World } from '../support/agent/agent-world.ts'
import { askService, releaseArtifact } from '../support/agent/small-service.ts'

const ONE = releaseArtifact({ version: 'one' })

let world: World
let core: AgentCore
let agent: Server
let runner: Server
let access: PeerAccess | undefined
let asked: string[]

beforeEach(async () => {
  world = await createWorld()
  const config = await world.config()
  core = await AgentCore.open(config, realPorts(), () => {}, new AbortController().signal)
  asked = []
  runner = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.range ?? ''}`.trim())
    response.end(ONE)
  })
  const port = await listen(runner)
  agent = createServer(
    createDeploymentListener({
      core,
      // The mesh dials the caller; here that is loopback.
      identifyPeer: () =>
        access && {
          address: '100.64.0.9',
          access,
          dial: async (wanted) => connect(wanted === 4000 ? port : 1, '127.0.0.1'),
        },
      openSource: (source, peer, application) =>
        openOfferedSource(config, source, { peer, application, mesh: [] }),
    }),
  )
  await listen(agent)
  access = { kind: 'operator' }
})

afterEach(async () => {
  await new Promise((resolve) => agent.close(resolve))
  await new Promise((resolve) => runner.close(resolve))
  await core.close()
  await world.end()
})

test('a nudge makes the agent fetch from the caller, and the log runs live to the outcome', async () => {
  const accepted = await nudge(approvalOf({ artifact: ONE, sequence: 1 }))
  expect(accepted.status).toBe(202)
  const { log, status, receipt } = accepted.body
  const lines = (await (await get(log)).text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.at(-1)).toMatchObject({ kind: 'outcome', outcome: { kind: 'committed' } })
  expect(lines.filter((line) => line.kind === 'state').map((line) => line.state)).toContain('health-window')
  expect(await (await get(status)).json()).toMatchObject({
    state: 'finished',
    outcome: { kind: 'committed' },
  })
  const statement = JSON.parse(
    Buffer.from(((await (await get(receipt)).json()) as { payload: string }).payload, 'base64').toString(),
  )
  expect(statement.subject[0].digest.sha256).toBe(sha256Hex(ONE))
  expect(await askService(world.port)).toBe('one')
  expect(asked).toEqual(['/artifact'])
})

test('an edge of another approval may neither nudge nor read', async () => {
  const approval = approvalOf({ artifact: ONE, sequence: 1 })
  access = { kind: 'approval', approval: 'f'.repeat(64) }
  expect((await nudge(approval)).status).toBe(403)
  access = { kind: 'approval', approval: digestOf(approval) }
  const { body } = await nudge(approval)
  await (await get(body.log)).text()
  access = { kind: 'approval', approval: 'f'.repeat(64) }
  for (const path of [body.log, body.status, body.receipt]) expect((await get(path)).status, path).toBe(404)
})

test('a caller whom the mesh does not know gets no answer at all', async () => {
  access = undefined
  await expect(get('/v1/deployments/d1')).rejects.toThrow()
})

test('asking twice with one approval is one deployment', async () => {
  const approval = approvalOf({ artifact: ONE, sequence: 1 })
  const [first, second] = await Promise.all([nudge(approval), nudge(approval)])
  expect(first.body.deployment).toBe(second.body.deployment)
  await (await get(first.body.log)).text()
})

test('an abort while the artifact comes ends it as refused, and the old release runs on', async () => {
  await (await get((await nudge(approvalOf({ artifact: ONE, sequence: 1 }))).body.log)).text()
  const two = releaseArtifact({ version: 'two' })
  const half = Promise.withResolvers<void>()
  runner.removeAllListeners('request')
  runner.on('request', (_request, response) => {
    response.writeHead(200, { 'content-length': two.length })
    response.write(two.subarray(0, two.length >> 1), () => half.resolve())
  })
  const approval = approvalOf({ artifact: two, sequence: 2 })
  const { body } = await nudge(approval)
  await half.promise
  access = { kind: 'approval', approval: 'f'.repeat(64) }
  expect((await abort(body.status)).status).toBe(404)
  access = { kind: 'approval', approval: digestOf(approval) }
  expect((await abort(body.status)).status).toBe(202)
  await (await get(body.log)).text()
  expect(await (await get(body.status)).json()).toMatchObject({
    outcome: { kind: 'refused', failure: { code: 'aborted' } },
  })
  expect(await askService(world.port)).toBe('one')
})

test('an abort of what has ended changes nothing', async () => {
  const { body } = await nudge(approvalOf({ artifact: ONE, sequence: 1 }))
  await (await get(body.log)).text()
  expect(await (await abort(body.status)).json()).toMatchObject({ outcome: { kind: 'committed' } })
  expect(await askService(world.port)).toBe('one')
})

test('a newer deployment takes the place of one that waits', async () => {
  const ends = await Promise.all(
    [1, 2, 3].map(async (sequence) => {
      const { body } = await nudge(approvalOf({ artifact: ONE, sequence }))
      await (await get(body.log)).text()
      return ((await (await get(body.status)).json()) as { outcome: Outcome }).outcome
    }),
  )
  const superseded = ends.filter((end) => end.kind === 'refused' && /superseded/.test(end.failure.message))
  expect(superseded).toHaveLength(1)
})

for (const [what, body] of [
  ['no JSON', 'hello'],
  ['a key that is not known', JSON.stringify({ approval: {}, source: { kind: 'none' }, command: ['sh'] })],
  ['another kind of source', JSON.stringify({ approval: {}, source: { kind: 'shell', command: 'id' } })],
] as const) {
  test(`a request with ${what} is refused with the reason`, async () => {
    const answer = await fetch(url('/v1/deployments'), { method: 'POST', body })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: expect.stringMatching(/INVALID/) })
  })
}

test('a request that does not end is cut at its bound', async () => {
  const answer = await fetch(url('/v1/deployments'), { method: 'POST', body: 'x'.repeat(600 * 1024) })
  expect(answer.status).toBe(413)
})

test('an https source outside of every prefix is refused before anything is fetched', async () => {
  const { status, body } = await nudge(approvalOf({ artifact: ONE, sequence: 1 }), {
    kind: 'https',
    url: 'https://evil.example/x.tar.gz',
  })
  expect(status).toBe(400)
  expect(body.error).toBe('SOURCE_REFUSED')
})

async function nudge(
  approval: Uint8Array,
  source: unknown = { kind: 'runner', port: 4000, path: '/artifact' },
) {
  const answer = await fetch(url('/v1/deployments'), {
    method: 'POST',
    body: JSON.stringify({ approval: JSON.parse(Buffer.from(approval).toString()), source }),
  })
  return {
    status: answer.status,
    body: (await answer.json()) as Record<'deployment' | 'log' | 'status' | 'receipt' | 'error', string>,
  }
}

function digestOf(approval: Uint8Array): string {
  return encodeHex(sha256(unverifiedPayload(parseApprovalFile(approval).envelope)))
}

function get(path: string): Promise<Response> {
  return fetch(url(path))
}

function abort(path: string): Promise<Response> {
  return fetch(url(path), { method: 'DELETE' })
}

function url(path: string): string {
  return `http://127.0.0.1:${(agent.address() as AddressInfo).port}${path}`
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
