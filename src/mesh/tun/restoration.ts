/**
 * What undoes a change of this machine's network, however this process ends. The script that undoes it is
 * written before the change is made, and run
 *
 * - by us, when the session ends;
 * - by a watchdog, a shell that waits for the end of a pipe from us, where we are killed (also by SIGKILL);
 * - by the next session, where the watchdog was killed too.
 *
 * It is run once: who runs it takes its name away first.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import type { Command } from './network-plan.ts'

export interface Restoration {
  /** Undoes everything now; the watchdog then finds nothing to do. */
  run(): void
}

/** Of root only. */
export const STATE_FOLDER = '/run/sallyport'
const SUFFIX = '.restore'
/** `mv` decides who of several runs it. */
const RUN_ONCE = 'mv "$1" "$1.running" 2>/dev/null && sh "$1.running"; rm -f "$1.running"'
const WATCH = `trap "" INT TERM HUP QUIT; cat >/dev/null; ${RUN_ONCE}`

/** Writes the script and starts the watchdog; the change may be made after. */
export function prepareRestoration(
  device: string,
  script: string,
  folder: string = STATE_FOLDER,
): Restoration {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${device}.${networkOf()}.${identityOf(process.pid)}${SUFFIX}`)
  writeFileSync(`${path}.tmp`, `#!/bin/sh\n${script}\n`, { mode: 0o700 })
  renameSync(`${path}.tmp`, path)
  const watchdog = spawn('sh', ['-c', WATCH, 'sallyport-watchdog', path], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watchdog.on('error', () => {})
  watchdog.unref()
  const pipe = watchdog.stdin
  pipe.on('error', () => {})
  // A pipe of a child is a socket, which must not keep us alive.
  if (pipe instanceof Socket) pipe.unref()
  return {
    run() {
      execFileSync('sh', ['-c', RUN_ONCE, 'sallyport-restore', path], { stdio: 'ignore' })
      pipe.destroy()
    },
  }
}

/** Runs what sessions of this network namespace left that are no more. @returns how many */
export function restoreLeftovers(folder: string = STATE_FOLDER): number {
  let count = 0
  for (const file of list(folder)) {
    const match = /\.([0-9]+)\.([0-9]+-[0-9]+)\.restore$/.exec(file)
    if (!match || match[1] !== networkOf() || isAlive(match[2]!)) continue
    execFileSync('sh', ['-c', RUN_ONCE, 'sallyport-restore', join(folder, file)], { stdio: 'ignore' })
    count++
  }
  return count
}

/** Commands as lines of a shell script; one that fails does not keep the next from being tried. */
export function scriptOf(commands: readonly Command[]): string {
  return commands.map((command) => `${command.map(quote).join(' ')} || true`).join('\n')
}

export function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith(SUFFIX))
  } catch {
    return []
  }
}

/** The network namespace, as a number: `/run` is shared by all of them. */
function networkOf(): string {
  return /\d+/.exec(readlinkSync('/proc/self/ns/net'))?.[0] ?? '0'
}

/** The process and when it began, as a number of a process is used again. */
function identityOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return `${pid}-${fields[19]}`
}

function isAlive(identity: string): boolean {
  try {
    return identityOf(Number(identity.split('-')[0])) === identity
  } catch {
    return false
  }
}
