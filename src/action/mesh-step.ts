/** `approve`, `deploy`, `connect`: the step's side of the background process. */
import { type ChildProcess, spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { messageOf, SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { readAuthority } from '../platform/authority.ts'
import type { BackgroundEvent, BackgroundWish } from '../verbs/background-protocol.ts'
import {
  type DeploymentEvent,
  type DeploymentWish,
  describeEvent,
  parseArtifacts,
  parseCancel,
} from '../verbs/deployment-words.ts'
import { parseLabels } from '../verbs/labels.ts'
import type { GateStep, StepContext } from './gate-step.ts'
import type { DeploymentState } from './github-api.ts'
import { PermissionMissing } from './github-api.ts'
import { type Command, requireInput } from './inputs.ts'
import { formatError, formatMask, formatNotice, sanitiseLine, UntrustedPrinter } from './workflow-commands.ts'

/** What a person reads in the outputs, worst last. */
const DEPLOYMENT_WORDS = { committed: 0, refused: 1, 'rolled-back': 2 } as const
type DeploymentWord = keyof typeof DEPLOYMENT_WORDS

export async function runMeshStep(
  context: StepContext,
  gate: GateStep,
  command: Exclude<Command, 'gate'>,
): Promise<ExitCode> {
  const deployment = await readWish(context, gate, command)
  const socket = join(context.stateFolder, 'node.sock')
  await context.runner.saveState('socket', socket)
  const status = await announce(context, gate, command, deployment)
  const step = new MeshStep(context, deployment)
  const wish: BackgroundWish = {
    command,
    deployment,
    socket,
    // The runner's worker started us: its end is the job's.
    parentPid: process.ppid,
    proxies: context.inputs['export-proxy'] !== false,
  }
  const exitCode = await step.run(wish)
  await status(
    exitCode === EXIT.ok
      ? 'success'
      : exitCode === EXIT.rolledBack || exitCode === EXIT.refused
        ? 'failure'
        : 'error',
  )
  return exitCode
}

async function readWish(
  { runner, inputs }: StepContext,
  gate: GateStep,
  command: Command,
): Promise<DeploymentWish> {
  const absolute = (path: string): string => resolve(runner.workspace, path)
  const url = requireInput(inputs.coordinator, 'coordinator', command)
  const ca = inputs.ca === undefined ? undefined : await readAuthority(inputs.ca, url, absolute)
  const artifacts = parseArtifacts(inputs.artifact ?? [], absolute)
  if (artifacts.length === 0) requireInput(undefined, 'artifact', command)
  return {
    coordinator: {
      url,
      root: requireInput(inputs.root, 'root', command),
      ca,
    },
    environment: requireInput(inputs.environment, 'environment', command),
    artifacts,
    scope: parseLabels(inputs.label),
    verdictPath: join(gate.reportFolder, 'verdict.json'),
    reportFolder: gate.reportFolder,
    machines: inputs.machine ?? [],
    relayOnly: inputs['relay-only'] === true,
    cancel: parseCancel(inputs.cancel),
  }
}

/** A deployment at GitHub, where the token may make one. @returns what sets its state */
async function announce(
  { runner, ports }: StepContext,
  { api }: GateStep,
  command: Command,
  { environment }: DeploymentWish,
): Promise<(state: DeploymentState) => Promise<void>> {
  const none = async (): Promise<void> => {}
  if (!api || command !== 'deploy') return none
  const skipped = (error: unknown): void => {
    const why =
      error instanceof PermissionMissing
        ? `add "${error.permission}" to the job's permissions`
        : messageOf(error)
    ports.stdout(formatNotice(`the deployment status was skipped: ${why}`))
  }
  try {
    const id = await api.createDeployment(runner.commit, environment, 'by Sallyport')
    await api.setDeploymentStatus(id, 'in_progress', 'approved artifacts are on their way')
    return async (state) => {
      await api
        .setDeploymentStatus(id, state, `run ${runner.runId}, attempt ${runner.runAttempt}`)
        .catch(skipped)
    }
  } catch (error) {
    skipped(error)
    return none
  }
}

class MeshStep {
  readonly #context: StepContext
  readonly #wish: DeploymentWish
  readonly #printer: UntrustedPrinter
  readonly #approvals: string[] = []
  readonly #lines: string[] = []
  #word: DeploymentWord | undefined
  #digest: string | undefined

  constructor(context: StepContext, wish: DeploymentWish) {
    this.#context = context
    this.#wish = wish
    this.#printer = new UntrustedPrinter(context.ports.stdout, context.ports.random)
  }

  async run(wish: BackgroundWish): Promise<ExitCode> {
    const { ports } = this.#context
    const program = fileURLToPath(new URL('./node.js', import.meta.url))
    // Its own file, since a pipe that outlives the step would keep the runner waiting for its end.
    const diagnostics = await open(join(this.#context.stateFolder, 'node.log'), 'a', 0o600)
    const child = spawn(process.execPath, [program], {
      detached: true,
      stdio: ['pipe', 'pipe', diagnostics.fd],
      env: { ...ports.env } as NodeJS.ProcessEnv,
      cwd: this.#context.stateFolder,
    })
    await diagnostics.close()
    // A cancelled job detaches, and asks the agents to stop only where `cancel: abort` says so.
    const cancel = (): void => void child.kill('SIGTERM')
    ports.signal.addEventListener('abort', cancel, { once: true })
    const { stdin, stdout } = pipesOf(child)
    stdin.on('error', () => {})
    stdin.end(JSON.stringify(wish))
    let exitCode: ExitCode | undefined
    for await (const line of createInterface({ input: stdout })) {
      exitCode = await this.#take(JSON.parse(line) as BackgroundEvent)
      if (exitCode !== undefined) break
    }
    ports.signal.removeEventListener('abort', cancel)
    stdout.destroy()
    child.unref()
    await this.#writeOutputs()
    if (exitCode !== undefined) return exitCode
    throw new SallyportError('PROCESS_FAILED', { message: 'the background process ended before it was done' })
  }

  async #take(event: BackgroundEvent): Promise<ExitCode | undefined> {
    const { ports, runner } = this.#context
    switch (event.kind) {
      case 'mask':
        ports.stdout(formatMask(event.value))
        return undefined
      case 'export':
        for (const [name, value] of Object.entries(event.variables)) await runner.exportVariable(name, value)
        return undefined
      case 'error':
        ports.stdout(formatError(`${event.message} [${event.code}]`))
        if (event.help !== null) ports.stdout(formatNotice(event.help))
        this.#lines.push(`${event.message} (${event.code})`)
        return undefined
      case 'done':
        return event.exitCode as ExitCode
      case 'event':
        this.#show(event.event)
        return undefined
    }
  }

  #show(event: DeploymentEvent): void {
    const text = describeEvent(event)
    if (text !== undefined) {
      if (event.kind === 'line') this.#printer.print(text)
      else this.#context.ports.stdout(`${sanitiseLine(text)}\n`)
      if (event.kind !== 'line') this.#lines.push(text)
    }
    if (event.kind === 'approval') this.#approvals.push(event.path)
    if (event.kind === 'outcome') {
      const kind = event.outcome.kind
      const word: DeploymentWord =
        kind === 'rolled-back' ? 'rolled-back' : kind === 'refused' ? 'refused' : 'committed'
      if (this.#word === undefined || DEPLOYMENT_WORDS[word] > DEPLOYMENT_WORDS[this.#word]) this.#word = word
      if (word === 'committed') this.#digest = event.digest
    }
  }

  async #writeOutputs(): Promise<void> {
    const { runner } = this.#context
    if (this.#approvals.length > 0) await runner.setOutput('approval', this.#approvals.join('\n'))
    if (this.#word !== undefined) await runner.setOutput('deployment', this.#word)
    if (this.#word === 'committed' && this.#digest !== undefined)
      await runner.setOutput('deployed-digest', this.#digest)
    const list = this.#lines.map((line) => `- ${sanitiseLine(line).replaceAll('|', '\\|')}`)
    await runner.appendSummary(`\n### Deployment to ${this.#wish.environment}\n\n${list.join('\n')}\n`)
  }
}

function pipesOf({ stdin, stdout }: ChildProcess): { stdin: Writable; stdout: Readable } {
  if (!stdin || !stdout) throw new Error('a child with pipes has none')
  return { stdin, stdout }
}
