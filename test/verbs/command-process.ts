/** The command line of the sources (no bundle) in a process of its own, waited for by what it prints, and ended by its id. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const PATIENCE_MS = 15_000

export interface CommandOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

export interface CommandResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CommandProcess {
  /** What it has printed so far, both streams. */
  output(): string
  /** @throws after 15 seconds, or where it ended before */
  waitFor(pattern: RegExp): Promise<void>
  /** Sends the signal and waits for the end. */
  kill(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<void>
  readonly result: Promise<CommandResult>
}

export function runCommand(args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return startCommand(args, options).result
}

export function startCommand(args: readonly string[], { cwd, env = {} }: CommandOptions): CommandProcess {
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const result = new Promise<CommandResult>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
  return {
    output: () => stdout + stderr,
    result,
    async waitFor(pattern) {
      const deadline = performance.now() + PATIENCE_MS
      while (!pattern.test(stdout + stderr)) {
        if (performance.now() > deadline || child.exitCode !== null) {
          throw new Error(`sallyport ${args.join(' ')} did not print ${pattern}:\n${stdout}${stderr}`)
        }
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    async kill(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await result
    },
  }
}
