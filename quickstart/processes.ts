/** The processes of the quickstart: every step is a real command in a process of its own, and none is left behind. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const launcher = fileURLToPath(new URL('../bin/sallyport', import.meta.url))

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly onLine?: (line: string) => void
}

const running = new Set<ChildProcess>()

/** `sallyport …` as a person would type it. */
export function sallyport(args: readonly string[], options: RunOptions): Promise<Finished> {
  return finished(start(process.execPath, [launcher, ...args], options), options.onLine)
}

/** As {@link sallyport}, and the exit code must be the expected one. */
export async function expectExit(
  expected: number,
  args: readonly string[],
  options: RunOptions,
): Promise<Finished> {
  const result = await sallyport(args, options)
  if (result.code !== expected) {
    throw new Error(
      `sallyport ${args.join(' ')} ended with ${result.code} instead of ${expected}\n${result.stdout}\n${result.stderr}`,
    )
  }
  return result
}

export interface Service {
  readonly child: ChildProcess
  /** Resolves with the first line that the pattern matches. */
  waitFor(pattern: RegExp, timeoutMs: number): Promise<RegExpExecArray>
  stop(): Promise<void>
}

/** A long-lived `sallyport …` (coordinator, agent). */
export function startSallyport(args: readonly string[], options: RunOptions): Service {
  const child = start(process.execPath, [launcher, ...args], options)
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const onLine = (line: string): void => {
    lines.push(line)
    options.onLine?.(line)
    for (const wake of waiting) wake()
  }
  const exit = finished(child, onLine)
  return {
    child,
    async waitFor(pattern, timeoutMs) {
      const deadline = performance.now() + timeoutMs
      for (;;) {
        for (const line of lines) {
          const match = pattern.exec(line)
          if (match) return match
        }
        const left = deadline - performance.now()
        if (left <= 0 || child.exitCode !== null) {
          throw new Error(`sallyport ${args.join(' ')} did not print ${pattern}:\n${lines.join('\n')}`)
        }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(left, 100))
          waiting.add(() => {
            clearTimeout(timer)
            resolve()
          })
        })
        waiting.clear()
      }
    },
    async stop() {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await exit
      clearTimeout(timer)
    },
  }
}

/** Ends what is still running, whatever happened. */
export async function stopAll(): Promise<void> {
  await Promise.all(
    [...running].map(
      (child) =>
        new Promise<void>((resolve) => {
          child.once('close', () => resolve())
          child.kill('SIGTERM')
          setTimeout(() => child.kill('SIGKILL'), 3_000).unref()
        }),
    ),
  )
}

function start(program: string, args: readonly string[], options: RunOptions): ChildProcess {
  const env = { PATH: process.env['PATH'] ?? '', HOME: options.cwd, ...options.env }
  const child = spawn(program, args, { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('close', () => running.delete(child))
  return child
}

function finished(child: ChildProcess, onLine?: (line: string) => void): Promise<Finished> {
  const stdout = collect(child.stdout!, onLine)
  const stderr = collect(child.stderr!, onLine)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout: stdout(), stderr: stderr() }))
  })
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
