/** A coordinator whose machine is lost, and which comes back from a backup that lacks what happened since. */
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { LogFollower } from '../../src/agent/mesh/log-follower.ts'
import { reportForRecovery } from '../../src/agent/mesh/recovery-report.ts'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { createHttpClient } from '../../src/platform/http.ts'
import { EMPTY_TRUST_STATE, type TrustState } from '../../src/trust/ratchet.ts'
import { runVerb } from '../verbs/run-verb.ts'
import { type EnrolledAgent, type Kit, type KitOptions, startKit } from './coordinator-kit.ts'

export async function verb(kit: Kit, args: readonly string[]) {
  return runVerb(args, { cwd: dirname(kit.folder), now: new Date(kit.clock.now()).toISOString() })
}

/** Reads the log by itself, as agents do. */
export function follow(kit: Kit): LogFollower {
  const http = createHttpClient()
  onTestFinished(() => http.close())
  return new LogFollower({
    coordinatorId: kit.coordinator().coordinatorId,
    logKey: async () => kit.coordinator().context.identity.keys.log.publicKey,
    async fetch(path, maxBytes) {
      const reply = await http.request({
        method: 'GET',
        url: `${kit.coordinator().url}/log/${path}`,
        maxBytes,
        timeoutMs: 5_000,
      })
      if (reply.status !== 200) throw new Error(`${path}: ${reply.status}`)
      return reply.body
    },
  })
}

type Meanwhile = (kit: Kit, agents: readonly EnrolledAgent[]) => Promise<unknown>

/** A backup, then what it lacks; then the machine is lost, and it is served from the backup. */
export async function lose(meanwhile: Meanwhile, databases?: Databases, options: KitOptions = {}) {
  const lost = await loseMachine(meanwhile, databases, options)
  await lost.kit.restart({ folder: lost.folder })
  return lost
}

/** PostgreSQL before and after; both empty. */
export interface Databases {
  readonly before: string
  readonly after: string
}

/** As {@link lose}, with nobody serving yet. */
export async function loseMachine(
  meanwhile: Meanwhile,
  databases: Databases | undefined,
  options: KitOptions = {},
) {
  const kit = await startKit({ ...options, ...(databases ? { database: databases.before } : {}) })
  const agents = [
    await kit.enrol({ name: 'web-1', environment: 'staging' }),
    await kit.enrol({ name: 'web-2' }),
  ]
  const backup = await verb(kit, ['coordinator', 'backup', '--data', 'data', '--out', 'backup'])
  expect(backup.code, backup.stderr).toBe(0)
  await meanwhile(kit, agents)
  const follower = follow(kit)
  await follower.update()
  await kit.coordinator().close()
  const store = databases ? ['--store', 'after.url'] : []
  if (databases)
    await writeFile(join(dirname(kit.folder), 'after.url'), `${databases.after}\n`, { mode: 0o600 })
  const args = ['coordinator', 'restore', '--data', 'restored', '--backup', 'backup', ...store]
  const restored = await verb(kit, args)
  expect(restored.code, restored.stderr).toBe(0)
  expect(restored.stderr).toContain('recovery show')
  const report = (
    agent: EnrolledAgent,
    trust: Partial<TrustState> = {},
    knows: Pick<LogFollower, 'checkpoint' | 'entriesFrom'> = follower,
    url = kit.coordinator().url,
  ) =>
    reportForRecovery({
      client: kit.clientAt(url, agent.identity),
      follower: () => knows,
      kept: async () => null,
      states: [{ readTrust: async () => ({ ...EMPTY_TRUST_STATE, ...trust }) }],
      diagnostics: silentDiagnostics,
    })
  const state = async () => {
    const reply = await kit.client(kit.admin).call('recovery', { params: undefined, body: undefined })
    return reply.kind === 'done' ? reply.value.recovery : reply.problem
  }
  return { kit, agents, follower, report, state, folder: join(dirname(kit.folder), 'restored') }
}
