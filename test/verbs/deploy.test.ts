import { randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { requestAdmission } from '../../src/mesh/control/membership.ts'
import { emitApprovalFile, parseApprovalFile } from '../../src/trust/approval-file.ts'
import { signEnvelope, unverifiedPayload } from '../../src/trust/dsse.ts'
import { formatPublicKey } from '../../src/trust/keys.ts'
import type { GrantedApproval } from '../../src/verbs/approval-request.ts'
import { joinFor } from '../../src/verbs/deployment.ts'
import { tarGz } from '../support/agent/archive-writer.ts'
import { askService } from '../support/agent/small-service.ts'
import { startCommand } from './command-process.ts'
import {
  COORDINATORS_COMMIT,
  type DeploymentEvent,
  type DeployWorld,
  type Job,
  type JobOptions,
  nextRun,
  outcomesOf,
  startDeployWorld,
} from './deploy-kit.ts'

/* One coordinator, one agent; the deployments follow one another, as they would on a server. */

let world: DeployWorld

beforeAll(async () => {
  world = await startDeployWorld()
})

afterAll(() => world.end())

/** Approved and delivered by a job of its own. */
async function deployed(version: string, options: JobOptions = {}): Promise<{ job: Job; code: number }> {
  const job = world.job(await world.release({ version }), options)
  return { job, code: await world.deliver(job, await world.approve(job)) }
}

/** An approval that the coordinator truly gave, changed on its way to the agent; the rest is valid. */
async function deliveredChanged(
  change: (file: ReturnType<typeof parseApprovalFile>, approval: GrantedApproval) => object,
): Promise<unknown[]> {
  const job = world.job(await world.release({ version: 'stolen' }))
  const approval = await world.approve(job)
  const parsed = parseApprovalFile(approval.file)
  const { envelope, token, keyList, log, locations, people, vsa } = { ...parsed, ...change(parsed, approval) }
  const file = emitApprovalFile({
    envelope,
    people,
    locations,
    ...(token ? { token } : {}),
    ...(keyList ? { keyList } : {}),
    ...(log ? { log } : {}),
    ...(vsa ? { vsa } : {}),
  })
  expect(await world.deliver(job, { ...approval, file })).toBe(12)
  return outcomesOf(job.events)
}

const refusedFor = (code: string, message: RegExp) => [
  { kind: 'refused', failure: { code, message: expect.stringMatching(message) } },
]

function isState(event: DeploymentEvent, state: string): boolean {
  return event.kind === 'line' && event.line.kind === 'state' && event.line.state === state
}

test('sallyport deploy: approved, joined, deployed through the tunnel, a receipt left', async () => {
  const artifact = await world.release({ version: 'v1' })
  const { args, env } = world.deployCommand(artifact, 'report')
  nextRun()
  const { code, stdout, stderr } = await startCommand(args, { cwd: world.folder, env }).result
  expect({ code, stderr }).toMatchObject({ code: 0 })
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    deployments: [{ agent: 'web-1', outcome: 'committed' }],
  })
  expect(stderr).toMatch(/web-1 \| switched[\s\S]*web-1: committed/)
  expect(await askService(world.servicePort)).toBe('v1')
  const receipt = JSON.parse(await readFile(join(world.folder, 'report', 'shop.web-1.receipt.json'), 'utf8'))
  expect(JSON.parse(Buffer.from(receipt.payload, 'base64').toString()).predicate.outcome).toBe('committed')
})

test('a second release replaces the first', async () => {
  const { job, code } = await deployed('v2')
  expect({ code, outcomes: outcomesOf(job.events) }).toEqual({ code: 0, outcomes: [{ kind: 'committed' }] })
  expect(await askService(world.servicePort)).toBe('v2')
})

test('a release that is not healthy is rolled back and quarantined: no later approval deploys it', async () => {
  const artifact = await world.release({ version: 'sick', sick: true })
  const first = world.job(artifact)
  expect(await world.deliver(first, await world.approve(first))).toBe(13)
  expect(outcomesOf(first.events)).toMatchObject([
    { kind: 'rolled-back', failure: { code: 'unhealthy' }, restored: true, quarantined: true },
  ])
  expect(await askService(world.servicePort)).toBe('v2')
  const second = world.job(artifact)
  expect(await world.deliver(second, await world.approve(second))).toBe(12)
  expect(outcomesOf(second.events)).toMatchObject(refusedFor('quarantined', /quarantined/))
})

test('attack: an artifact changed after its approval is refused by its digest', async () => {
  const path = await world.release({ version: 'good' })
  const job = world.job(path)
  const approval = await world.approve(job)
  const bytes = await readFile(path)
  bytes[bytes.length - 20]! ^= 1
  await writeFile(path, bytes)
  expect(await world.deliver(job, approval)).toBe(12)
  expect(outcomesOf(job.events)).toMatchObject(refusedFor('digest-mismatch', /sha256/))
  expect(await askService(world.servicePort)).toBe('v2')
})

test("attack: a runner's token replayed with another WireGuard key is refused", async () => {
  const job = world.job(await world.release({ version: 'good' }))
  const approval = await world.approve(job)
  const token = (await job.runner.identity.admissionToken(approval.digest)).reveal()
  const thief = world.job(await world.release({ version: 'good' })).runner.identity
  const ask = { application: 'shop', environment: 'production', approval: approval.digest, endpoints: [] }
  await expect(requestAdmission(thief.client, { ...ask, token, keys: thief.keys })).rejects.toMatchObject({
    code: 'ADMISSION_REFUSED',
    message: expect.stringMatching(/audience|untrusted/),
  })
  const { self } = await requestAdmission(job.runner.identity.client, {
    ...ask,
    token,
    keys: job.runner.identity.keys,
  })
  expect(self.kind).toBe('runner')
})

test('attack: an approval signed by a key that is not trusted is refused by the agent', async () => {
  const stranger = ed25519KeyPair(new Uint8Array(32).fill(0x77))
  const outcomes = await deliveredChanged(({ envelope }) => ({
    envelope: signEnvelope(envelope.payloadType, unverifiedPayload(envelope), [stranger]),
  }))
  expect(outcomes).toMatchObject(refusedFor('approval-refused', /^SIGNER_UNKNOWN/))
})

test("attack: an approval that the coordinator signed without the workload's token is refused by the agent", async () => {
  const outcomes = await deliveredChanged(() => ({ token: null }))
  expect(outcomes).toMatchObject(refusedFor('approval-refused', /^TOKEN/))
})

test("attack: an approval with the workload's token for another statement is refused by the agent", async () => {
  const other = world.job(await world.release({ version: 'other' }))
  const { token } = parseApprovalFile((await world.approve(other)).file)
  const outcomes = await deliveredChanged(() => ({ token }))
  expect(outcomes).toMatchObject(refusedFor('approval-refused', /^TOKEN_AUDIENCE/))
})

test('attack: an approval that stands in no log is refused by the agent', async () => {
  const outcomes = await deliveredChanged(() => ({ log: null }))
  expect(outcomes).toMatchObject(refusedFor('approval-refused', /^LOG/))
})

test("attack: a job whose workflow's commit nobody lists gets no approval", async () => {
  const job = world.job(await world.release({ version: 'own' }), {
    claims: { job_workflow_sha: 'c'.repeat(40) },
  })
  await expect(world.approve(job)).rejects.toMatchObject({ code: 'APPROVAL_REFUSED' })
})

test('sallyport deploy: what the coordinator refuses ends with exit code 12, and nothing is left', async () => {
  const { args, env } = world.deployCommand(await world.release({ version: 'own' }), 'report-refused')
  const elsewhere = args.map((argument) => (argument === 'production' ? 'staging' : argument))
  nextRun()
  const { code, stderr } = await startCommand(elsewhere, { cwd: world.folder, env }).result
  expect({ code, stderr }).toMatchObject({ code: 12, stderr: expect.stringContaining('APPROVAL_REFUSED') })
  expect(await readdir(join(world.folder, 'report-refused'))).toEqual([])
})

test("attack: a workflow's commit that only the coordinator lists is refused by the agent alone", async () => {
  const job = world.job(await world.release({ version: 'own' }), {
    claims: { job_workflow_sha: COORDINATORS_COMMIT },
  })
  const approval = await world.approve(job)
  const mesh = await joinFor(job.runner, approval, job.ports)
  try {
    expect(mesh.refused).toMatchObject([
      { name: 'web-1', reason: expect.stringContaining(COORDINATORS_COMMIT) },
    ])
  } finally {
    await mesh.leave()
  }
})

test('attack: a re-run of an older run gets no approval, and one that it had is refused by the agent', async () => {
  const path = await world.release({ version: 'old' })
  const old = world.job(path)
  const approval = await world.approve(old)
  expect((await deployed('v3')).code).toBe(0)
  const claims = { run_id: '999' }
  await expect(world.approve(world.job(path, { claims }))).rejects.toMatchObject({ code: 'APPROVAL_REFUSED' })
  expect(await world.deliver(old, approval)).toBe(12)
  expect(outcomesOf(old.events)).toMatchObject(refusedFor('approval-refused', /^(RUN|SEQUENCE)/))
  expect(await askService(world.servicePort)).toBe('v3')
})

test('a receipt of an agent whose machine key is not listed does not count', async () => {
  const listed = formatPublicKey('machine', ed25519KeyPair(new Uint8Array(32).fill(0x55)).publicKey)
  const job = world.job(await world.release({ version: 'v4' }), { machines: [listed] })
  await expect(world.deliver(job, await world.approve(job))).rejects.toMatchObject({
    code: 'SIGNATURE_INVALID',
  })
  expect(outcomesOf(job.events)).toEqual([])
})

test('UDP blocked at the runner: the relay carries the deployment', async () => {
  const { job, code } = await deployed('v5', { relayOnly: true })
  expect(code).toBe(0)
  expect(job.events).toContainEqual({ kind: 'reached', agent: 'web-1', how: expect.stringMatching(/^relay/) })
  expect(await askService(world.servicePort)).toBe('v5')
})

test('the coordinator is killed -9 in the middle and comes back: it gets the receipt, the next deployment works', async () => {
  const receipts = join(world.folder, 'apps/shop/state/receipts')
  const unreported = async () => {
    const reported = JSON.parse(await readFile(join(receipts, 'reported.json'), 'utf8'))
    return (await readdir(receipts)).filter((name) => /^d\d/.test(name) && !reported.includes(name))
  }
  const job = world.job(await world.release({ version: 'v6' }), {
    onEvent(event) {
      if (isState(event, 'started')) void world.coordinator.kill('SIGKILL')
    },
  })
  const approval = await world.approve(job)
  // The deployment ends without a coordinator; that it cannot be told that we leave is no surprise.
  await world.deliver(job, approval).catch(() => {})
  expect(outcomesOf(job.events)).toEqual([{ kind: 'committed' }])
  expect(await unreported()).toHaveLength(1)
  await world.startCoordinator()
  // An agent that has tried for long tries again less often.
  await expect.poll(unreported, { timeout: 45_000 }).toEqual([])
  expect((await deployed('v6b')).code).toBe(0)
  expect(await askService(world.servicePort)).toBe('v6b')
}, 90_000)

test('the runner is killed -9 once the artifact is there: the agent goes on by itself', async () => {
  const { args, env } = world.deployCommand(await world.release({ version: 'v7' }), 'report-7')
  nextRun()
  const runner = startCommand(args, { cwd: world.folder, env })
  await runner.waitFor(/web-1 \| digest-verified/)
  await runner.kill('SIGKILL')
  await expect.poll(() => askService(world.servicePort), { timeout: 10_000 }).toBe('v7')
})

test('the agent is killed -9 in the middle: a release answers all the time after, UDP blocked there, the next works', async () => {
  const events: DeploymentEvent[] = []
  const job = world.job(await world.release({ version: 'v8' }), {
    onEvent(event) {
      events.push(event)
      if (isState(event, 'started')) void world.agent.kill('SIGKILL')
    },
  })
  const approval = await world.approve(job)
  const outcome = world.deliver(job, approval).catch((error: unknown) => error)
  await expect.poll(() => events.some((event) => isState(event, 'started')), { timeout: 10_000 }).toBe(true)
  const config = join(world.folder, 'agent.yml')
  await writeFile(config, (await readFile(config, 'utf8')).replace('relayOnly: false', 'relayOnly: true'))
  await world.agent.kill('SIGKILL')
  await world.startAgent()
  expect(['v7', 'v8']).toContain(await askService(world.servicePort))
  const { job: next, code } = await deployed('v9')
  expect(code).toBe(0)
  expect(next.events).toContainEqual({
    kind: 'reached',
    agent: 'web-1',
    how: expect.stringMatching(/^relay/),
  })
  expect(await askService(world.servicePort)).toBe('v9')
  job.abort()
  expect(await outcome).toMatchObject({ code: 'AGENT_UNREACHABLE' })
})

test('cancelled with cancel: abort while the artifact comes: the agent stops, and the old release stays', async () => {
  const artifact = await world.release({ version: 'v10' })
  await writeFile(artifact, tarGz([{ name: './server.mjs', content: randomBytes(48 * 1024 * 1024) }]))
  const job = world.job(artifact, {
    cancel: 'abort',
    onEvent(event) {
      if (isState(event, 'downloading')) job.abort()
    },
  })
  const approval = await world.approve(job)
  await expect(world.deliver(job, approval)).rejects.toMatchObject({ code: 'AGENT_UNREACHABLE' })
  expect(job.events).toContainEqual({
    kind: 'note',
    text: 'web-1 was asked to stop: it does if it has not switched',
  })
  await world.agent.waitFor(/refused \(aborted\)[^\n]*stopped on request/)
  expect(await askService(world.servicePort)).toBe('v9')
  expect((await deployed('v11')).code).toBe(0)
})

test('agent doctor finds the mesh in order, and names a coordinator that is not the pinned root', async () => {
  const check = async () => {
    const { code, stdout, stderr } = await world.command('agent', 'doctor', '--config', 'agent.yml', '--json')
    const checks = JSON.parse(stdout).checks as { name: string; status: string; message: string }[]
    return { code, stderr, coordinator: checks.find(({ name }) => name === 'mesh: coordinator') }
  }
  expect(await check()).toMatchObject({ code: 0, coordinator: { status: 'ok' } })
  const path = join(world.folder, 'trust.yml')
  const trust = await readFile(path, 'utf8')
  const stranger = formatPublicKey('root', ed25519KeyPair(new Uint8Array(32).fill(0x31)).publicKey)
  await writeFile(path, trust.replace(world.root, stranger))
  expect(await check()).toMatchObject({ code: 2, coordinator: { status: 'problem' } })
  await writeFile(path, trust)
})

test('every step stands in the log, which verifies under the root that the agent trusts', async () => {
  const args = ['log', 'verify', `${world.coordinatorUrl}/log`, '--trust', 'trust.yml', '--json']
  const { code, stdout, stderr } = await world.command(...args)
  expect({ code, stderr }).toMatchObject({ code: 0 })
  for (const type of ['enrolment', 'admission', 'approval', 'receipt', 'refusal', 'node-end']) {
    expect(stdout).toContain(`"${type}"`)
  }
})

test('sallyport connect: a job joins the mesh by the coordinator with its approval, and leaves it after its command', async () => {
  const artifact = await world.release({ version: 'seen' })
  const { args, env } = world.deployCommand(artifact, 'seen-report')
  nextRun()
  expect((await startCommand(args, { cwd: world.folder, env }).result).code).toBe(0)
  const [name] = await readdir(join(world.folder, 'seen-report'))
  const coordinator = args.slice(1, 7)
  const rest = [
    '--application',
    'shop',
    '--approval',
    join('seen-report', name!),
    '--',
    'sh',
    '-c',
    'echo "$ALL_PROXY"; exit 7',
  ]
  const joined = await startCommand(['connect', ...coordinator, ...rest], { cwd: world.folder, env }).result
  expect(joined.stderr).toMatch(/joined as .*\n.*connected to web-1 at [\d.]+ \((direct|relayed)/)
  expect(joined).toMatchObject({ code: 7, stdout: expect.stringMatching(/^socks5h:\/\/sallyport:/) })
  const unclear = await startCommand(['connect', '--coordinator', 'https://c.example', '--root', 'x'], {
    cwd: world.folder,
    env,
  }).result
  expect(unclear).toMatchObject({ code: 2, stderr: expect.stringContaining('--application is missing') })
})

test('agent stop ends the agent and leaves its service; with --services that ends, too', async () => {
  const stop = async (...options: string[]) => {
    const result = await world.command('agent', 'stop', '--config', 'agent.yml', '--json', ...options)
    expect(result).toMatchObject({ code: 0 })
    return JSON.parse(result.stdout)
  }
  expect(await stop()).toEqual({ version: 1, agents: [expect.any(Number)], services: [] })
  expect(await world.agent.result).toMatchObject({ code: 0 })
  expect(await askService(world.servicePort)).toBe('seen')
  expect(await stop('--services')).toEqual({ version: 1, agents: [], services: ['shop'] })
  expect(await askService(world.servicePort)).toBeUndefined()
})
