/**
 * A hook or a health command: an argument list from the agent's configuration, run to its end in a
 * session of its own, so that a time-out ends whatever it started. TERM first, KILL after a grace.
 */
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf } from '../../base/errors.ts'
import { withSealedStdio } from '../../platform/descriptors.ts'
import { LineCutter } from './output.ts'
import { type RunAs, spawnIdentity } from './run-as.ts'

export interface CommandRun {
  readonly command: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly runAs: RunAs
  readonly timeoutMs: number
  readonly onLine: (line: string) => void
  readonly signal?: AbortSignal
}

export type CommandEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'not-started'; readonly reason: string }

const GRACE_MS = 5_000
/** How long output that is still in the pipes is waited for. */
const DRAIN_MS = 200

export async function runCommand(run: CommandRun): Promise<CommandEnd> {
  const [file = '', ...args] = run.command
  const child = withSealedStdio(['ignore', 'pipe', 'pipe'], (stdio) =>
    spawn(file, args, {
      cwd: run.cwd,
      env: { ...run.env },
      stdio,
      detached: true,
      ...spawnIdentity(run.runAs),
    }),
  )
  const cutter = new LineCutter(run.onLine)
  child.stdout?.on('data', (chunk: Uint8Array) => cutter.push(chunk))
  child.stderr?.on('data', (chunk: Uint8Array) => cutter.push(chunk))
  const ended = new Promise<CommandEnd>((resolve) => {
    child.on('error', (error) => resolve({ kind: 'not-started', reason: messageOf(error) }))
    child.on('exit', (code, signal) => {
      resolve(code === null ? { kind: 'killed', signal: signal ?? 'unknown' } : { kind: 'exited', code })
    })
  })
  const drained = new Promise((resolve) => child.on('close', resolve))
  const stopWaiting = new AbortController()
  const stop = run.signal ? AbortSignal.any([run.signal, stopWaiting.signal]) : stopWaiting.signal
  const timedOut = sleep(run.timeoutMs, 'timed-out' as const, { signal: stop }).catch(
    () => 'stopped' as const,
  )
  const first = await Promise.race([ended, timedOut])
  const end = typeof first === 'string' ? await endGroup(child.pid, ended) : first
  stopWaiting.abort()
  await Promise.race([drained, sleep(DRAIN_MS)])
  // A background process that the command left behind holds the pipes: what it says is not waited for.
  child.stdout?.destroy()
  child.stderr?.destroy()
  cutter.end()
  return first === 'timed-out' ? { kind: 'timed-out' } : end
}

export function describeEnd(end: CommandEnd, timeoutMs: number): string {
  switch (end.kind) {
    case 'exited':
      return `ended with code ${end.code}`
    case 'killed':
      return `was ended by ${end.signal}`
    case 'timed-out':
      return `was still running after ${timeoutMs} ms`
    case 'not-started':
      return `could not be started: ${end.reason}`
  }
}

async function endGroup(pid: number | undefined, ended: Promise<CommandEnd>): Promise<CommandEnd> {
  signalGroup(pid, 'SIGTERM')
  const grace = new AbortController()
  const late = sleep(GRACE_MS, undefined, { signal: grace.signal }).catch(() => undefined)
  const inTime = await Promise.race([ended, late])
  grace.abort()
  signalGroup(pid, 'SIGKILL')
  return inTime ?? (await ended)
}

export function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // The group has ended already.
  }
}
