/** Other programs, always as an argument list, never through a shell. */
import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { messageOf, SallyportError } from '../base/errors.ts'
import { withSealedStdio } from './descriptors.ts'

export interface ProgramOptions {
  readonly cwd?: string
  /** The whole environment: nothing is inherited, descriptors neither. */
  readonly env: Readonly<Record<string, string>>
  readonly input?: Uint8Array
  readonly timeoutMs: number
  /** Bound on each of stdout and stderr; beyond it the program is killed. */
  readonly maxBytes: number
  readonly signal?: AbortSignal
}

export interface ProgramResult {
  /** `null` where a signal ended it. */
  readonly code: number | null
  readonly stdout: Uint8Array
  readonly stderr: Uint8Array
}

/** @throws `PROCESS_FAILED` when it cannot be started, runs too long or says too much; any exit code is a result. */
export function runProgram(
  argv: readonly [string, ...string[]],
  options: ProgramOptions,
): Promise<ProgramResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ProgramResult>()
  const [file, ...args] = argv
  const { cwd, env } = options
  const child = withSealedStdio(['pipe', 'pipe', 'pipe'], (stdio) =>
    spawn(file, args, { cwd, env, stdio, windowsHide: true }),
  )
  const fail = (why: string, cause?: unknown): void => {
    child.kill('SIGKILL')
    reject(new SallyportError('PROCESS_FAILED', { message: `${file}: ${why}`, cause }))
  }
  const timer = setTimeout(() => fail(`still running after ${options.timeoutMs} ms`), options.timeoutMs)
  const abort = (): void => fail('stopped')
  options.signal?.addEventListener('abort', abort, { once: true })
  const stdout = collect(child.stdout, options.maxBytes, fail)
  const stderr = collect(child.stderr, options.maxBytes, fail)
  child.on('error', (error) => fail(messageOf(error), error))
  child.on('close', (code) => {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', abort)
    resolve({ code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) })
  })
  // A program that does not read its input closes the pipe; its exit code says the rest.
  child.stdin?.on('error', () => {})
  child.stdin?.end(options.input)
  return promise
}

function collect(stream: Readable | null, maxBytes: number, fail: (why: string) => void): Uint8Array[] {
  const chunks: Uint8Array[] = []
  let total = 0
  stream?.on('data', (chunk: Uint8Array) => {
    total += chunk.length
    if (total > maxBytes) fail(`printed more than ${maxBytes} bytes`)
    else chunks.push(chunk)
  })
  return chunks
}
