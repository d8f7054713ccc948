/** kill -9 at each durable step of a recovery: afterwards it goes on, and the log is the one that agents saw. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { parseLogEntry } from '../../src/api/messages/log-entry.ts'
import { requestAdmission } from '../../src/mesh/control/membership.ts'
import { readFileIfThere } from '../../src/platform/files.ts'
import { logOrigin } from '../../src/tlog/checkpoint.ts'
import { verifyLog } from '../../src/tlog/verify-log.ts'
import type { Kit } from './coordinator-kit.ts'
import { type Databases, loseMachine } from './recovery-kit.ts'

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url))

export const RECOVERY_POINTS = [
  'before commit: recovered entries',
  'after commit: recovered entries',
  'before commit: recovery report',
  'after commit: recovery report',
  'before commit: recovery end',
  'after commit: recovery end',
  'tiles written',
  'before commit: checkpoint',
  'after commit: checkpoint',
  'checkpoint published',
]

/** A coordinator in a process of its own, which ends itself at the point. @returns its URL, and its end */
export async function serveDoomed(folder: string, point: string) {
  const process_ = spawn(process.execPath, [child, folder, point], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void process_.kill('SIGKILL'))
  const ended = once(process_, 'exit')
  const url = await Promise.race([
    once(process_.stdout, 'data').then(([chunk]) => String(chunk).trim()),
    ended.then(() => undefined),
  ])
  return { url, ended }
}

/** Both agents say what they saw, until the coordinator has gone. */
export async function surviveRecoveryCrash(point: string, databases?: Databases): Promise<void> {
  const { kit, agents, follower, report, folder } = await loseMachine(async (lost, [, web2]) => {
    await lost.enrol({ name: 'late' })
    await lost.client(lost.admin).call('revokeNode', { params: { id: web2!.id }, body: {} })
  }, databases)
  const seen = follower.checkpoint!
  const doomed = await serveDoomed(folder, point)
  if (doomed.url !== undefined) {
    const { url } = doomed
    await Promise.allSettled(agents.map((agent) => report(agent, {}, follower, url)))
  }
  await doomed.ended

  await kit.restart({ folder })
  // What is over already takes no report any more; what is not, takes it again.
  for (const agent of agents) await report(agent).catch(() => undefined)
  expect(await kit.coordinator().context.recovery.isOpen()).toBe(false)
  const types = await logTypes(kit, folder, seen)
  expect(types.filter((type) => type === 'enrolment')).toHaveLength(3)
  expect(types.filter((type) => type === 'node-end')).toHaveLength(1)
  expect(types.filter((type) => type === 'restored')).toHaveLength(1)
  await follower.update()
  follower.check(seen)
  const runner = kit.runner()
  const { self } = await requestAdmission(runner.client, runner.admission())
  expect(self.kind).toBe('runner')
}

/** Verifies the files of the log, as a continuation of what was seen. @returns the entries' types in order */
export async function logTypes(kit: Kit, folder: string, earlier: string): Promise<string[]> {
  const { coordinatorId, context } = kit.coordinator()
  const types: string[] = []
  await verifyLog(
    { read: (path, maxBytes) => readFileIfThere(join(folder, 'log', path), maxBytes) },
    {
      identity: { origin: logOrigin(coordinatorId), publicKey: context.identity.keyList.keys.log },
      earlier,
      describeEntry(bytes) {
        const { type } = parseLogEntry(bytes)
        types.push(type)
        return type
      },
    },
  )
  return types
}
