/**
 * Which process is meant. A process id is used again sooner or later; together with the start time
 * and the boot it is not. On Linux from /proc (proc(5)); elsewhere the start time is what `ps` says.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import type { ProcessIdentity } from '../journal/record.ts'

/** `undefined` where no such process lives; one that has ended but was not waited for does not. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const startTime = process.platform === 'linux' ? startTimeOnLinux(pid) : startTimeByPs(pid)
  return startTime === undefined ? undefined : { pid, startTime, boot: bootId() }
}

export function isSameProcess(identity: ProcessIdentity): boolean {
  const found = identifyProcess(identity.pid)
  return found !== undefined && found.startTime === identity.startTime && found.boot === identity.boot
}

/** Processes that carry `NAME=value` in the environment they were started with (Linux; elsewhere none). */
export function findByEnvironment(name: string, value: string): number[] {
  if (process.platform !== 'linux') return []
  const wanted = Buffer.from(`\0${name}=${value}\0`)
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => pid !== process.pid && environmentOf(pid).includes(wanted))
    .filter((pid) => identifyProcess(pid) !== undefined)
}

function environmentOf(pid: number): Buffer {
  try {
    return Buffer.concat([Buffer.from([0]), readFileSync(`/proc/${pid}/environ`)])
  } catch {
    // Ended since, or another user's that we may not look into: then it is not ours either.
    return Buffer.alloc(0)
  }
}

/** Fields 3 (state) and 22 (start time) of /proc/<pid>/stat; the name before them may hold anything. */
function startTimeOnLinux(pid: number): string | undefined {
  let text: string
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return undefined
  }
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state, startTime] = [fields[0], fields[19]]
  return state === 'Z' || state === 'X' ? undefined : startTime
}

function startTimeByPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
  } catch {
    // Not Linux: the start time is a date there, which no other boot repeats.
    return ''
  }
}
