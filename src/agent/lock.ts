/**
 * One agent for one application: a file with the holder's pid, start time and boot. A lock whose
 * holder has ended is taken over. Taking is a hard link, which exists already or not at all; a stale
 * lock is moved away by a rename, which only one of several takers can do to the same file.
 */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { encodeHex } from '../base/bytes.ts'
import { hasSystemCode, SallyportError } from '../base/errors.ts'
import type { Random } from '../base/random.ts'
import type { ProcessIdentity } from './journal/record.ts'
import { identifyProcess, isSameProcess } from './service/process-identity.ts'

export interface Lock {
  /** The holder when this agent took over a stale lock: the one before did not end in order. */
  readonly takenOverFrom?: ProcessIdentity
  /** False once somebody else holds it. */
  isHeld(): Promise<boolean>
  release(): Promise<void>
}

const MAX_TRIES = 5

/** @throws `AGENT_BUSY` naming the process that holds it */
export async function takeLock(path: string, random: Random): Promise<Lock> {
  const token = encodeHex(random.bytes(8))
  const own = `${path}.${token}`
  const text = `${JSON.stringify({ ...identifyProcess(process.pid), token })}\n`
  await writeFile(own, text, { mode: 0o600, flag: 'wx' })
  try {
    const stale = await acquire(path, own)
    return {
      ...(stale === undefined ? {} : { takenOverFrom: stale }),
      isHeld: async () => (await readText(path)) === text,
      async release() {
        if ((await readText(path)) === text) await rm(path, { force: true })
      },
    }
  } finally {
    await rm(own, { force: true })
  }
}

/** Who holds the lock, where that process lives. */
export async function findLockHolder(path: string): Promise<ProcessIdentity | undefined> {
  const holder = parseHolder(await readText(path))
  return holder && isSameProcess(holder) ? holder : undefined
}

async function acquire(path: string, own: string): Promise<ProcessIdentity | undefined> {
  let stale: ProcessIdentity | undefined
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    try {
      await link(own, path)
      return stale
    } catch (error) {
      if (!hasSystemCode(error, 'EEXIST')) throw error
    }
    const text = await readText(path)
    const holder = parseHolder(text)
    if (holder && isSameProcess(holder)) throw busy(path, holder.pid)
    if (text !== undefined) await moveAway(path, text, `${own}.stale`)
    stale = holder
  }
  throw busy(path, undefined)
}

async function moveAway(path: string, expected: string, aside: string): Promise<void> {
  try {
    await rename(path, aside)
    // Another taker was faster, and this is its fresh lock: it goes back.
    if ((await readText(aside)) !== expected) await link(aside, path)
  } catch (error) {
    if (!hasSystemCode(error, 'ENOENT', 'EEXIST')) throw error
  } finally {
    await rm(aside, { force: true })
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** A lock that cannot be read (a crash while it was written cannot make one) is nobody's. */
function parseHolder(text: string | undefined): ProcessIdentity | undefined {
  try {
    const holder = JSON.parse(text ?? '') as Partial<ProcessIdentity>
    const { pid, startTime, boot } = holder
    return typeof pid === 'number' && typeof startTime === 'string' && typeof boot === 'string'
      ? { pid, startTime, boot }
      : undefined
  } catch {
    return undefined
  }
}

function busy(path: string, pid: number | undefined): SallyportError {
  return new SallyportError('AGENT_BUSY', {
    message: `another agent holds this application${pid === undefined ? '' : `: process ${pid}`}`,
    help: 'stop it first (sallyport agent stop), or give it the deployment',
    place: { file: path },
  })
}
