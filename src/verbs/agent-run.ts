/** `agent run`: the deploy agent; `--once` does one deployment from files, without a coordinator. */
import { resolve } from 'node:path'
import { type AgentConfig, loadAgentConfig } from '../agent/config/load.ts'
import {
  type DeploymentEnd,
  deploy,
  newDeploymentId,
  recoverApplication,
} from '../agent/deployment/deploy.ts'
import type { DeploymentLog } from '../agent/deployment/deployment-log.ts'
import { closeRuntime, openRuntime } from '../agent/deployment/open-runtime.ts'
import { noOversight } from '../agent/deployment/oversight.ts'
import { retryQuarantined } from '../agent/deployment/retry-quarantined.ts'
import type { Runtime } from '../agent/deployment/runtime.ts'
import { localFileSource } from '../agent/sources/local-file.ts'
import { SallyportError } from '../base/errors.ts'
import type { ExitCode } from '../base/exit-codes.ts'
import { readFileBounded } from '../platform/files.ts'
import { MAX_APPROVAL_FILE_BYTES, parseApprovalFile } from '../trust/approval-file.ts'
import { unverifiedPayload } from '../trust/dsse.ts'
import { parseApprovalStatement } from '../trust/statement.ts'
import { describeLine, describeOutcome, emitEnd, exitCodeOf } from './agent-report.ts'
import { serveAgent } from './agent-serve.ts'
import { measureArtifact } from './artifact-file.ts'
import type { Call, Verb } from './verb.ts'

export const DEFAULT_AGENT_CONFIG = 'agent.yml'

export const agentRun: Verb = {
  name: 'agent run',
  summary: 'Run the deploy agent of this machine.',
  details:
    'With --once: verify the approval, deploy the artifact, watch its health, commit or roll back, write a ' +
    'signed receipt, and end; the service goes on. Without: recover, supervise the services, and take ' +
    'deployments as they come. Commands, users and time-outs come from the configuration alone.',
  options: ['config', 'once', 'approval', 'artifact', 'application', 'retry-quarantined', 'json', 'verbose'],
  examples: [
    'sallyport agent run --once --config agent.yml --approval shop.approval.json --artifact shop.tar.gz',
    'sallyport agent run --config /etc/sallyport/agent.yml',
  ],
  async run(call) {
    const config = await loadAgentConfig(resolve(call.ports.cwd, call.options.config ?? DEFAULT_AGENT_CONFIG))
    return call.options.once ? await runOnce(call, config) : await serveAgent(call, config)
  },
}

async function runOnce(call: Call, config: AgentConfig): Promise<ExitCode> {
  const { options, ports } = call
  if (options.approval === undefined) throw usage('--once needs --approval FILE')
  const path = resolve(ports.cwd, options.approval)
  const approval = await readFileBounded(path, MAX_APPROVAL_FILE_BYTES)
  const name = options.application ?? chooseApplication(config, approval)
  const runtime = await openRuntime(config, name, { ...ports, oversight: noOversight })
  try {
    const recovered = await recoverApplication(runtime, printer(call))
    if (recovered) ports.stderr(`recovered ${recovered.deployment}: ${describeOutcome(recovered)}\n`)
    const end = await deployOnce(call, runtime, approval)
    return report(call, end, recovered)
  } finally {
    await closeRuntime(runtime)
  }
}

async function deployOnce(call: Call, runtime: Runtime, approval: Uint8Array): Promise<DeploymentEnd> {
  const { options, ports } = call
  const by = options['retry-quarantined']
  if (by !== undefined) await retryQuarantined(runtime, approval, by)
  const artifact = findArtifact(options.artifact ?? [], runtime.application.name)
  const request = {
    deployment: newDeploymentId(ports.clock.now(), ports.random),
    approval,
    ...(artifact === undefined ? {} : await openArtifact(resolve(ports.cwd, artifact))),
  }
  return await deploy(runtime, request, printer(call), ports.signal)
}

/** What a person gives must be what was approved, also where the release is on the machine already. */
async function openArtifact(path: string) {
  return { artifact: await measureArtifact(path), source: localFileSource(path) }
}

function report(call: Call, end: DeploymentEnd, recovered: DeploymentEnd | undefined): ExitCode {
  call.ports.stderr(`${end.deployment}: ${describeOutcome(end)}\n`)
  if (call.options.json) call.ports.stdout(`${JSON.stringify(emitEnd(end, recovered), null, 2)}\n`)
  return exitCodeOf(end.outcome)
}

function printer(call: Call): DeploymentLog {
  return (line) => {
    const text = describeLine(line)
    if (text !== undefined) call.ports.stderr(`${text}\n`)
  }
}

/** `shop=build/shop.tar.gz`, or the path alone. */
function findArtifact(given: readonly string[], application: string): string | undefined {
  const named = given.find((text) => text.startsWith(`${application}=`))
  if (named !== undefined) return named.slice(application.length + 1)
  const plain = given.filter((text) => !/^[a-z0-9-]{1,63}=/.test(text))
  if (plain.length > 1) throw usage('one artifact is deployed at a time: write --artifact APPLICATION=FILE')
  return plain[0]
}

/** Which lock to take; whether the approval is for it is verified after. */
function chooseApplication(config: AgentConfig, approval: Uint8Array): string {
  const names = [...config.applications.keys()]
  if (names.length === 1) return names[0]!
  const claimed = claimedApplication(approval)
  if (claimed !== undefined && config.applications.has(claimed)) return claimed
  throw usage(`say which application: --application ${names.join(' | ')}`)
}

/** What an approval says before anybody verified it. */
function claimedApplication(approval: Uint8Array): string | undefined {
  try {
    const statement = parseApprovalStatement(unverifiedPayload(parseApprovalFile(approval).envelope))
    return statement.predicate.application
  } catch {
    // A file that cannot be read names nothing; the verification says what is wrong with it.
    return undefined
  }
}

function usage(message: string): SallyportError {
  return new SallyportError('USAGE', { message, help: 'sallyport agent run --help' })
}
