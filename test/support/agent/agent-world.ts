/** An agent in a temporary folder, with a key that it trusts and a service on a port of its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AgentConfig, loadAgentConfig } from '../../../src/agent/config/load.ts'
import {
  type DeploymentEnd,
  deploy,
  newDeploymentId,
  recoverApplication,
} from '../../../src/agent/deployment/deploy.ts'
import type { DeploymentLine } from '../../../src/agent/deployment/deployment-log.ts'
import { closeRuntime, openRuntime } from '../../../src/agent/deployment/open-runtime.ts'
import { noOversight } from '../../../src/agent/deployment/oversight.ts'
import type { Runtime, RuntimePorts } from '../../../src/agent/deployment/runtime.ts'
import { localFileSource } from '../../../src/agent/sources/local-file.ts'
import { silentDiagnostics } from '../../../src/base/diagnostics.ts'
import { sha256Hex } from '../../../src/base/digest.ts'
import { type Ed25519KeyPair, ed25519KeyPair } from '../../../src/base/ed25519.ts'
import { addMs, formatTimestamp, HOUR, MINUTE, type Timestamp } from '../../../src/base/time.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { systemRandom } from '../../../src/platform/random.ts'
import { emitApprovalFile } from '../../../src/trust/approval-file.ts'
import { signEnvelope } from '../../../src/trust/dsse.ts'
import { formatPublicKey } from '../../../src/trust/keys.ts'
import {
  type ApprovalContent,
  emitApprovalStatement,
  STATEMENT_PAYLOAD_TYPE,
} from '../../../src/trust/statement.ts'
import { findFreePort } from '../free-port.ts'

const APPROVER = ed25519KeyPair(new Uint8Array(32).fill(7))

/** Taken once, so that two approvals of one attempt are the same bytes: others would be another approval of its sequence. */
const NOW = systemClock.now()

export interface WorldOptions {
  /** YAML lines of the application, indented by four. */
  readonly health?: string
  readonly service?: string
  readonly extra?: string
}

export interface World {
  readonly folder: string
  readonly port: number
  readonly configPath: string
  readonly config: () => Promise<AgentConfig>
  /** Stops the service and removes the folder. */
  readonly end: () => Promise<void>
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-agent-'))
  const port = await findFreePort()
  const configPath = join(folder, 'agent.yml')
  await writeFile(join(folder, 'trust.yml'), trustFile(APPROVER))
  await writeFile(configPath, configFile(port, options))
  const config = (): Promise<AgentConfig> => loadAgentConfig(configPath)
  return { folder, port, configPath, config, end: () => endWorld({ folder, config }) }
}

export function openWorld(world: World, ports: Partial<RuntimePorts> = {}): Promise<Runtime> {
  return world.config().then((config) => openRuntime(config, 'shop', { ...realPorts(), ...ports }))
}

export function realPorts(): RuntimePorts {
  return {
    clock: systemClock,
    random: systemRandom,
    diagnostics: silentDiagnostics,
    oversight: noOversight,
  }
}

export interface Attempt {
  readonly artifact: Uint8Array
  readonly sequence: number
  readonly kind?: ApprovalContent['kind']
  /** What is given as the artifact, where that is not what was approved. */
  readonly given?: Uint8Array
  readonly content?: Partial<ApprovalContent>
  readonly signer?: Ed25519KeyPair
  readonly lines?: DeploymentLine[]
  readonly signal?: AbortSignal
}

/** Writes the artifact beside the configuration and deploys it with an approval of the trusted key. */
export async function deployTo(runtime: Runtime, world: World, attempt: Attempt): Promise<DeploymentEnd> {
  const path = join(world.folder, `artifact-${attempt.sequence}.tar.gz`)
  await writeFile(path, attempt.given ?? attempt.artifact)
  const request = {
    deployment: newDeploymentId(runtime.clock.now(), runtime.random),
    approval: approvalOf(attempt),
    source: localFileSource(path),
  }
  const log = (line: DeploymentLine): void => void attempt.lines?.push(line)
  return await deploy(runtime, request, log, attempt.signal ?? new AbortController().signal)
}

/** Opens, recovers, deploys, closes: what `agent run --once` does. */
export async function runOnce(world: World, attempt: Attempt): Promise<DeploymentEnd> {
  const runtime = await openWorld(world)
  try {
    await recoverApplication(runtime, () => {})
    return await deployTo(runtime, world, attempt)
  } finally {
    await closeRuntime(runtime)
  }
}

export function approvalOf(attempt: Attempt): Uint8Array {
  const statement = emitApprovalStatement({
    application: 'shop',
    environment: 'production',
    scope: {},
    artifactName: 'shop.tar.gz',
    artifactSha256: sha256Hex(attempt.artifact),
    artifact: { mediaType: 'application/gzip', size: attempt.artifact.length },
    sequence: attempt.sequence,
    keyEpoch: 1,
    notBefore: wholeSeconds(addMs(NOW, -MINUTE)),
    notAfter: wholeSeconds(addMs(NOW, HOUR)),
    kind: attempt.kind ?? 'deploy',
    policy: null,
    evidence: null,
    source: null,
    approvers: [],
    ...attempt.content,
  })
  return emitApprovalFile({
    envelope: signEnvelope(STATEMENT_PAYLOAD_TYPE, statement, [attempt.signer ?? APPROVER]),
  })
}

export function wholeSeconds(time: Timestamp): string {
  return formatTimestamp((time - (time % 1000)) as Timestamp)
}

function trustFile(key: Ed25519KeyPair): string {
  return `version: 1
signers: key
keys:
  - ${formatPublicKey('approval', key.publicKey)}
rules:
  - application: shop
    environments: [production]
`
}

function configFile(port: number, options: WorldOptions): string {
  return `version: 1
root: apps
trust: trust.yml
machineKey: machine.key
environment: production
applications:
  shop:
    sameUser: true
    service: ${options.service ?? `{kind: process, command: ["${process.execPath}", server.mjs], env: {PORT: "${port}"}, stop: {timeout: 2s}}`}
    health: ${options.health ?? `{kind: http, url: "http://127.0.0.1:${port}/healthz", interval: 20ms, successes: 2, timeout: 5s}`}
    limits: {keepFree: 1MiB}
${options.extra ?? ''}
`
}

async function endWorld({ folder, config }: Pick<World, 'folder' | 'config'>): Promise<void> {
  const runtime = await openRuntime(await config(), 'shop', realPorts())
  await runtime.service.stop()
  await closeRuntime(runtime)
  const { execFileSync } = await import('node:child_process')
  execFileSync('chmod', ['-R', 'u+w', folder])
  await rm(folder, { recursive: true, force: true })
}
