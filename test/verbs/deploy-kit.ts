/**
 * Everything between a job and a server, in processes of their own: a coordinator, an agent with its
 * service, and an issuer over TLS. A runner is a real `sallyport deploy`, or its parts in this process
 * where a test changes one of them on its way.
 */

import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { Secret } from '../../src/base/secret.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { createHttpClient } from '../../src/platform/http.ts'
import { systemRandom } from '../../src/platform/random.ts'
import type { GrantedApproval } from '../../src/verbs/approval-request.ts'
import {
  approveAll,
  createRunner,
  type DeploymentPorts,
  deployThrough,
  joinFor,
  type Runner,
} from '../../src/verbs/deployment.ts'
import { verdictOf } from '../coordinator/coordinator-kit.ts'
import { type ReleaseOptions, releaseArtifact } from '../support/agent/small-service.ts'
import { findFreePort } from '../support/free-port.ts'
import { type RunningIssuer, startIssuer } from '../support/issuer.ts'
import { type CommandProcess, runCommand, startCommand } from './command-process.ts'

/** The gate's workflow that both lists have, and the one that only the coordinator's has. */
export const LISTED_COMMIT = 'a'.repeat(40)
export const COORDINATORS_COMMIT = 'b'.repeat(40)

export type DeploymentEvent = Parameters<DeploymentPorts['onEvent']>[0]
type DeploymentWish = Parameters<typeof createRunner>[0]

export interface JobOptions {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly relayOnly?: boolean
  readonly cancel?: DeploymentWish['cancel']
  readonly machines?: readonly string[]
  readonly onEvent?: (event: DeploymentEvent) => void
}

export interface Job {
  readonly runner: Runner
  readonly ports: DeploymentPorts
  readonly events: DeploymentEvent[]
  /** Ends the job where it is. */
  abort(): void
}

export interface DeployWorld {
  readonly folder: string
  readonly issuer: RunningIssuer
  readonly servicePort: number
  readonly root: string
  readonly coordinatorUrl: string
  coordinator: CommandProcess
  agent: CommandProcess
  startCoordinator(): Promise<void>
  startAgent(): Promise<void>
  /** A new release on disk. @returns its path */
  release(options: ReleaseOptions): Promise<string>
  /** The runner's parts, in this process. */
  job(artifact: string, options?: JobOptions): Job
  approve(job: Job): Promise<GrantedApproval>
  /** Joins, deploys, leaves. @returns the exit code */
  deliver(job: Job, approval: GrantedApproval): Promise<number>
  /** The environment and arguments of a `sallyport deploy` for a process of its own. */
  deployCommand(artifact: string, out: string): { args: string[]; env: Record<string, string> }
  command(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }>
  end(): Promise<void>
}

let runId = 1000

export async function startDeployWorld({ relayOnly = false } = {}): Promise<DeployWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-deploy-'))
  const issuer = await startIssuer()
  const [servicePort, coordinatorPort] = [await findFreePort(), await findFreePort()]
  const coordinatorUrl = `http://127.0.0.1:${coordinatorPort}`
  const write = (name: string, text: string | Uint8Array) =>
    writeFile(join(folder, name), text, { mode: 0o600 })
  await write('issuer-ca.pem', issuer.caPem)
  await write('environments.yml', environmentsYml(issuer.url))
  await write('verdict.json', verdictOf(Date.now()))
  const command = (...args: string[]) => runCommand(args, { cwd: folder })
  const must = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await command(...args)
    if (code !== 0) throw new Error(`sallyport ${args.join(' ')}: ${code}\n${stderr}`)
    return stdout
  }
  const made = JSON.parse(
    await must('coordinator', 'init', '--data', 'data', '--environments', 'environments.yml', '--json'),
  )
  const tokenServer = await serveTokens(issuer)
  const http = createHttpClient()
  const world: DeployWorld = {
    folder,
    issuer,
    servicePort,
    root: made.root,
    coordinatorUrl,
    coordinator: undefined as unknown as CommandProcess,
    agent: undefined as unknown as CommandProcess,
    async startCoordinator() {
      const args = ['coordinator', 'serve', '--data', 'data', '--listen', `127.0.0.1:${coordinatorPort}`]
      world.coordinator = startCommand(args, { cwd: folder })
      await world.coordinator.waitFor(/"url":/)
    },
    async startAgent() {
      world.agent = startCommand(['agent', 'run', '--config', 'agent.yml'], { cwd: folder })
      await world.agent.waitFor(/joined the mesh/)
    },
    async release(options) {
      const path = join(folder, `${options.version}.tar.gz`)
      await writeFile(path, releaseArtifact(options))
      return path
    },
    job: (artifact, options = {}) => createJob(world, http, artifact, options),
    async approve({ runner, ports }) {
      const [approval] = await approveAll(runner, ports)
      return approval!
    },
    async deliver({ runner, ports }, approval) {
      const mesh = await joinFor(runner, approval, ports)
      try {
        return await deployThrough(runner, mesh, approval, ports)
      } finally {
        await mesh.leave()
      }
    },
    deployCommand: (artifact, out) => ({
      args: [
        ...['deploy', '--coordinator', coordinatorUrl, '--root', made.root, '--environment', 'production'],
        ...['--artifact', `shop=${artifact}`, '--verdict', 'verdict.json', '--out', out, '--json'],
      ],
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: tokenServer.url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer' },
    }),
    command,
    async end() {
      await world.agent?.kill('SIGTERM')
      await world.coordinator?.kill('SIGTERM')
      await command('agent', 'stop', '--services', '--config', 'agent.yml')
      await http.close()
      await tokenServer.close()
      await issuer.close()
      execFileSync('chmod', ['-R', 'u+w', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
  await world.startCoordinator()
  await write('trust.yml', trustYml(made.root, issuer.url))
  await write('agent.yml', agentYml({ coordinatorUrl, servicePort, relayOnly }))
  const tags = ['--tag', 'tag:web', '--application', 'shop', '--environment', 'production']
  await write('enrolment.secret', await must('coordinator', 'enroll', '--data', 'data', ...tags))
  await must('agent', 'enroll', '--config', 'agent.yml', '--secret', 'enrolment.secret', '--name', 'web-1')
  await world.startAgent()
  return world
}

function createJob(
  world: DeployWorld,
  http: ReturnType<typeof createHttpClient>,
  artifact: string,
  { claims = {}, relayOnly = false, cancel = 'detach', machines = [], onEvent }: JobOptions,
): Job {
  const events: DeploymentEvent[] = []
  const stop = new AbortController()
  const run = { run_id: String(++runId), ...claims }
  const ports: DeploymentPorts = {
    clock: systemClock,
    random: systemRandom,
    diagnostics: silentDiagnostics,
    signal: stop.signal,
    http,
    tokens: {
      request: async (audience) =>
        new Secret(world.issuer.mintWorkload({ audience, now: Date.now(), claims: run })),
    },
    onEvent(event) {
      events.push(event)
      onEvent?.(event)
    },
    sleep: async (ms) => void (await sleep(ms)),
  }
  const wish: DeploymentWish = {
    coordinator: { url: world.coordinatorUrl, root: world.root, ca: undefined },
    environment: 'production',
    artifacts: [{ application: 'shop', path: artifact }],
    scope: {},
    verdictPath: join(world.folder, 'verdict.json'),
    reportFolder: join(world.folder, `report-${run.run_id}`),
    machines,
    relayOnly,
    cancel,
  }
  return { runner: createRunner(wish, ports), ports, events, abort: () => stop.abort() }
}

/** GitHub's endpoint in a job: any audience, for this run. */
async function serveTokens(issuer: RunningIssuer): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const audience = new URL(request.url ?? '', 'http://localhost').searchParams.get('audience') ?? ''
    const value = issuer.mintWorkload({ audience, now: Date.now(), claims: { run_id: String(runId) } })
    response.end(JSON.stringify({ value }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token?api-version=2.0`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The next run of the workflow, for processes that ask the token server. */
export function nextRun(): void {
  runId++
}

export function outcomesOf(events: readonly DeploymentEvent[]): unknown[] {
  return events.flatMap((event) => (event.kind === 'outcome' ? [event.outcome] : []))
}

function rulesYml(issuer: string, commits: readonly string[]): string {
  return `rules:
  - application: shop
    environments: [production]
    issuer: "${issuer}"
    repositoryId: "74"
    ownerId: "65"
    refs: [refs/heads/main]
    gate:
      workflow: octo/ci/.github/workflows/gate.yml
      commits: [${commits.join(', ')}]
`
}

function environmentsYml(issuer: string): string {
  return `version: 1
issuers: [{ issuer: "${issuer}", ca: issuer-ca.pem }]
${rulesYml(issuer, [LISTED_COMMIT, COORDINATORS_COMMIT])}
environments:
  production:
    floor:
      scanners: [dependencies, workflows]
      policies: ["sha256:${'b'.repeat(64)}"]
      advisories: { maxAge: 7d }
      maxVerdictAge: 1h
`
}

function trustYml(root: string, issuer: string): string {
  return `version: 1
signers: coordinator
root: ${root}
issuers: [{ issuer: "${issuer}", ca: issuer-ca.pem }]
${rulesYml(issuer, [LISTED_COMMIT])}`
}

interface AgentSettings {
  readonly coordinatorUrl: string
  readonly servicePort: number
  readonly relayOnly: boolean
}

function agentYml({ coordinatorUrl, servicePort, relayOnly }: AgentSettings): string {
  return `version: 1
root: apps
trust: trust.yml
machineKey: machine.key
environment: production
mesh: { coordinator: "${coordinatorUrl}", relayOnly: ${relayOnly} }
applications:
  shop:
    sameUser: true
    service: {kind: process, command: ["${process.execPath}", server.mjs], env: {PORT: "${servicePort}"}, stop: {timeout: 2s}}
    health: {kind: http, url: "http://127.0.0.1:${servicePort}/healthz", interval: 50ms, successes: 3, timeout: 3s}
    limits: {keepFree: 1MiB}
`
}
