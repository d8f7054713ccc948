/**
 * A GitHub Actions runner, as far as an action can tell: the environment, the `GITHUB_*` files, the
 * endpoint for identity tokens, a step's outputs and state handed to the post step. It starts the built
 * bundle in a process of its own, as a runner does.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunnerJob {
  readonly event: string
  readonly payload: unknown
  /** A checkout. */
  readonly workspace: string
  readonly commit: string
  readonly ref: string
  readonly repository?: string
  readonly runId?: string
  readonly runAttempt?: string
  readonly job?: string
  /** Mints the token for an audience; without it the job has no `id-token: write`. */
  readonly mintToken?: (audience: string) => Promise<string>
  readonly apiUrl?: string
  readonly serverUrl?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface StepResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly exported: Readonly<Record<string, string>>
  readonly summary: string
}

export interface RunningStep {
  readonly child: ChildProcess
  readonly done: Promise<StepResult>
}

export class RunnerHarness {
  readonly folder = mkdtempSync(join(tmpdir(), 'sallyport-runner-'))
  readonly #job: RunnerJob
  readonly #tokens: Server | undefined
  #steps = 0
  #state: Record<string, string> = {}

  private constructor(job: RunnerJob, tokens: Server | undefined) {
    this.#job = job
    this.#tokens = tokens
    mkdirSync(join(this.folder, 'temp'))
    writeFileSync(join(this.folder, 'event.json'), JSON.stringify(job.payload))
  }

  static async start(job: RunnerJob): Promise<RunnerHarness> {
    return new RunnerHarness(job, job.mintToken ? await serveTokens(job.mintToken) : undefined)
  }

  /** Runs the action's main step, or its post step with the state that main saved. */
  async run(
    entry: 'main' | 'post',
    inputs: Readonly<Record<string, string>> = {},
    onLine?: (line: string) => void,
  ): Promise<StepResult> {
    return this.startStep(entry, inputs, onLine).done
  }

  startStep(
    entry: 'main' | 'post',
    inputs: Readonly<Record<string, string>>,
    onLine?: (line: string) => void,
  ): RunningStep {
    const files = this.#stepFiles()
    const child = spawn(process.execPath, [join(root, 'dist', `${entry}.js`)], {
      cwd: this.#job.workspace,
      env: this.#environment(entry, inputs, files),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return { child, done: this.#finish(child, files, onLine) }
  }

  async close(): Promise<void> {
    this.#tokens?.closeAllConnections()
    this.#tokens?.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  #stepFiles(): Record<'output' | 'state' | 'env' | 'summary' | 'path', string> {
    const step = this.#steps++
    const create = (name: string): string => {
      const path = join(this.folder, `${name}-${step}`)
      writeFileSync(path, '')
      return path
    }
    return {
      output: create('output'),
      state: create('state'),
      env: create('env'),
      summary: create('summary'),
      path: create('path'),
    }
  }

  #environment(
    entry: string,
    inputs: Readonly<Record<string, string>>,
    files: Readonly<Record<string, string>>,
  ): Record<string, string> {
    const job = this.#job
    const address = this.#tokens?.address() as AddressInfo | undefined
    const named = (prefix: string, values: Readonly<Record<string, string>>, name: (key: string) => string) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}${name(key)}`, value]))
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: job.event,
      GITHUB_EVENT_PATH: join(this.folder, 'event.json'),
      GITHUB_WORKSPACE: job.workspace,
      GITHUB_SHA: job.commit,
      GITHUB_REF: job.ref,
      GITHUB_REPOSITORY: job.repository ?? 'octo-org/shop',
      GITHUB_RUN_ID: job.runId ?? '1001',
      GITHUB_RUN_ATTEMPT: job.runAttempt ?? '1',
      GITHUB_JOB: job.job ?? 'gate',
      GITHUB_API_URL: job.apiUrl ?? 'http://127.0.0.1:9',
      GITHUB_SERVER_URL: job.serverUrl ?? 'http://127.0.0.1:9',
      GITHUB_OUTPUT: files['output']!,
      GITHUB_STATE: files['state']!,
      GITHUB_ENV: files['env']!,
      GITHUB_PATH: files['path']!,
      GITHUB_STEP_SUMMARY: files['summary']!,
      RUNNER_TEMP: join(this.folder, 'temp'),
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      RUNNER_ENVIRONMENT: 'github-hosted',
      RUNNER_TRACKING_ID: 'github_harness',
      ...(address === undefined
        ? {}
        : {
            ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${address.port}/token?api-version=2.0`,
            ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-bearer',
          }),
      ...named('INPUT_', inputs, (key) => key.toUpperCase().replaceAll(' ', '_')),
      ...(entry === 'post' ? named('STATE_', this.#state, (key) => key) : {}),
      ...job.env,
    }
  }

  async #finish(
    child: ChildProcess,
    files: Readonly<Record<string, string>>,
    onLine?: (line: string) => void,
  ): Promise<StepResult> {
    const stdout = collect(child.stdout!, onLine)
    const stderr = collect(child.stderr!, onLine)
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    this.#state = { ...this.#state, ...readEntries(files['state']!) }
    return {
      code,
      stdout: stdout(),
      stderr: stderr(),
      outputs: readEntries(files['output']!),
      exported: readEntries(files['env']!),
      summary: readFileSync(files['summary']!, 'utf8'),
    }
  }
}

async function serveTokens(mint: (audience: string) => Promise<string>): Promise<Server> {
  const server = createServer((request, response) => {
    const audience = new URL(request.url ?? '/', 'http://localhost').searchParams.get('audience')
    if (request.headers.authorization !== 'Bearer runner-bearer' || audience === null) {
      response.writeHead(401).end()
      return
    }
    mint(audience).then(
      (value) =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ count: 1, value })),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

function collect(stream: NodeJS.ReadableStream, onLine?: (line: string) => void): () => string {
  let text = ''
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    text += chunk
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine?.(line)
  })
  return () => text
}

/** The runner's reading of `name<<delimiter … delimiter` and `name=value`. */
function readEntries(path: string): Record<string, string> {
  const entries: Record<string, string> = {}
  const lines = readFileSync(path, 'utf8').split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const heredoc = /^([^=<]+)<<(.+)$/.exec(line)
    if (heredoc) {
      const end = lines.indexOf(heredoc[2]!, at + 1)
      entries[heredoc[1]!] = lines.slice(at + 1, end).join('\n')
      at = end
    } else if (line.includes('=')) {
      entries[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
    }
  }
  return entries
}
