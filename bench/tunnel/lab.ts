/**
 * Two network namespaces and the wire between them:
 *
 * ```
 *   left 10.199.0.1 ── veth ── right 10.199.0.2      inside the tunnel: 10.88.0.1, 10.88.0.2
 * ```
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type Side = 'left' | 'right'

export const OUTER: Readonly<Record<Side, string>> = { left: '10.199.0.1', right: '10.199.0.2' }
export const INNER: Readonly<Record<Side, string>> = { left: '10.88.0.1', right: '10.88.0.2' }
export const PORT: Readonly<Record<Side, number>> = { left: 51_821, right: 51_822 }

export interface Lab {
  readonly folder: string
  /** Where each side looks for the other; `undefined`: it waits to be called. */
  readonly endpoints: Readonly<Record<Side, string | undefined>>
  /** The name of the side's namespace. */
  readonly namespace: (side: Side) => string
  readonly run: (side: Side, command: readonly string[]) => string
  /** Started in the side's namespace; ended with the lab at the latest. */
  readonly start: (side: Side, command: readonly string[]) => ChildProcess
  readonly succeeds: (side: Side, command: readonly string[]) => boolean
  readonly close: () => void
}

export function openLab(): Lab {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-bench-'))
  const namespace = (side: Side): string => `spb${process.pid}${side[0]}`
  const inside = (side: Side, command: readonly string[]): string[] => [
    'netns',
    'exec',
    namespace(side),
    ...command,
  ]
  const children: ChildProcess[] = []
  layWire(namespace)
  return {
    folder,
    endpoints: { left: `${OUTER.right}:${PORT.right}`, right: `${OUTER.left}:${PORT.left}` },
    namespace,
    run: (side, command) =>
      execFileSync('ip', inside(side, command), {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 1 << 26,
      }),
    start(side, command) {
      const child = spawn('ip', inside(side, command), { stdio: ['ignore', 'pipe', 'pipe'] })
      children.push(child)
      return child
    },
    succeeds: (side, command) => spawnSync('ip', inside(side, command)).status === 0,
    close() {
      for (const child of children) child.kill('SIGKILL')
      for (const side of ['left', 'right'] as const) spawnSync('ip', ['netns', 'del', namespace(side)])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function layWire(namespace: (side: Side) => string): void {
  const sides = ['left', 'right'] as const
  for (const side of sides) {
    execFileSync('ip', ['netns', 'add', namespace(side)])
    execFileSync('ip', ['-n', namespace(side), 'link', 'set', 'lo', 'up'])
  }
  const veth = ['type', 'veth', 'peer', 'name', 'veth', 'netns', namespace('right')]
  execFileSync('ip', ['link', 'add', 'veth', 'netns', namespace('left'), ...veth])
  for (const side of sides) {
    execFileSync('ip', ['-n', namespace(side), 'address', 'add', `${OUTER[side]}/24`, 'dev', 'veth'])
    execFileSync('ip', ['-n', namespace(side), 'link', 'set', 'veth', 'up'])
  }
}

/** Ends a child and waits until it is gone. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const { promise, resolve } = Promise.withResolvers<void>()
  child.once('exit', () => resolve())
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await promise
  clearTimeout(timer)
}

/** @throws after ten seconds, with `what` */
export async function until(what: string, condition: () => boolean): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (condition()) return
    await sleep(50)
  }
  throw new Error(`${what}: not within ten seconds`)
}
