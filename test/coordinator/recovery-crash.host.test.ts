/** A recovery that is killed, shared by two replicas, or out of disk; on both stores. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { requestAdmission } from '../../src/mesh/control/membership.ts'
import { POSTGRES_REASON, type PostgresServer, startPostgres } from '../support/postgres.ts'
import { copyIdentity } from './coordinator-kit.ts'
import { logTypes, RECOVERY_POINTS, serveDoomed, surviveRecoveryCrash } from './recovery-crash.ts'
import { type Databases, lose, loseMachine } from './recovery-kit.ts'

let server: PostgresServer
beforeAll(async () => {
  if (POSTGRES_REASON === undefined) server = await startPostgres()
})
afterAll(() => server?.close())

async function databases(): Promise<Databases> {
  return { before: await server.createDatabase(), after: await server.createDatabase() }
}

describe('on SQLite', () => {
  test.each(RECOVERY_POINTS)('a recovery that is killed at "%s" goes on where it was', async (point) =>
    surviveRecoveryCrash(point))

  test('on a full disk no word of an agent is lost or half taken, and with room the recovery ends', async () => {
    const place = await mkdtemp(join(tmpdir(), 'sallyport-full-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=700', 'tmpfs', place])
    onTestFinished(async () => {
      execFileSync('umount', ['-l', place])
      await rm(place, { recursive: true })
    })
    const late = (kit: { enrol(options: { name: string }): Promise<unknown> }) => kit.enrol({ name: 'late' })
    const { kit, agents, follower, report, state, folder } = await lose(late, undefined, { place })
    const { context } = kit.coordinator()
    const before = await context.store.read((tx) => tx.log.size())
    const ballast = join(place, 'ballast')
    await writeFile(ballast, new Uint8Array(64 * 1024 * 1024)).catch(() => undefined)

    await report(agents[0]!).catch(() => undefined)

    expect((await fetch(`${kit.coordinator().url}/healthz`)).status).toBe(200)
    expect(await context.store.read((tx) => tx.log.size())).toBe(before)
    expect(await state()).not.toBeNull()
    await rm(ballast)
    for (const agent of agents) await report(agent)
    expect(await state()).toBeNull()
    const types = await logTypes(kit, folder, follower.checkpoint!)
    expect(types.filter((type) => type === 'restored')).toHaveLength(1)
  })
})

const reason = POSTGRES_REASON === undefined ? '' : `, ${POSTGRES_REASON}`

describe.skipIf(POSTGRES_REASON !== undefined)(`on PostgreSQL${reason}`, () => {
  test.each(RECOVERY_POINTS)('a recovery that is killed at "%s" goes on where it was', async (point) =>
    surviveRecoveryCrash(point, await databases()))

  test('of two replicas each hears one agent: the recovery ends for both, and each has the whole log', async () => {
    const lost = await lose((kit) => kit.enrol({ name: 'late' }), await databases())
    const { kit, agents, follower, report } = lost
    const place = await copied(lost.folder)
    const other = await kit.replica(place)
    const seen = follower.checkpoint!
    expect(await other.coordinator().context.recovery.isOpen()).toBe(true)

    await report(agents[0]!)
    await report(agents[1]!, {}, follower, other.coordinator().url)

    for (const each of [kit, other]) {
      await expect.poll(() => each.coordinator().context.recovery.isOpen()).toBe(false)
      const runner = each.runner()
      const { self } = await requestAdmission(runner.client, runner.admission())
      expect(self.kind).toBe('runner')
    }
    for (const [each, folder] of [
      [kit, lost.folder],
      [other, place.folder],
    ] as const) {
      await each.coordinator().context.log.follow()
      const types = await logTypes(each, folder, seen)
      expect(types.filter((type) => type === 'restored')).toHaveLength(1)
      expect(types.filter((type) => type === 'enrolment')).toHaveLength(3)
    }
  })

  test('entries that two agents bring to two replicas at once are there once', async () => {
    const lost = await lose((kit) => kit.enrol({ name: 'late' }), await databases())
    const { kit, agents, follower, report } = lost
    const other = await kit.replica(await copied(lost.folder))
    const seen = follower.checkpoint!
    await Promise.all([report(agents[0]!), report(agents[1]!, {}, follower, other.coordinator().url)])
    for (const agent of agents) await report(agent)
    await expect.poll(() => kit.coordinator().context.recovery.isOpen()).toBe(false)
    await kit.coordinator().context.log.follow()
    const types = await logTypes(kit, lost.folder, seen)
    expect(types.filter((type) => type === 'enrolment')).toHaveLength(3)
    expect(types.filter((type) => type === 'restored')).toHaveLength(1)
  })

  test.each([
    'before commit: recovered entries',
    'after commit: recovered entries',
    'before commit: recovery end',
    'after commit: recovery end',
  ])('of two replicas one is killed at "%s": the other brings the recovery to its end', async (point) => {
    const lost = await loseMachine((kit) => kit.enrol({ name: 'late' }), await databases())
    const { kit, agents, follower, report, folder } = lost
    const { folder: doomedFolder } = await copied(folder)
    await kit.restart({ folder })
    const doomed = await serveDoomed(doomedFolder, point)
    await Promise.allSettled(agents.map((agent) => report(agent, {}, follower, doomed.url)))
    await doomed.ended

    for (const agent of agents) await report(agent).catch(() => undefined)

    await expect.poll(() => kit.coordinator().context.recovery.isOpen()).toBe(false)
    const runner = kit.runner()
    expect((await requestAdmission(runner.client, runner.admission())).self.kind).toBe('runner')
    await kit.coordinator().context.log.follow()
    const types = await logTypes(kit, folder, follower.checkpoint!)
    expect(types.filter((type) => type === 'enrolment')).toHaveLength(3)
    expect(types.filter((type) => type === 'restored')).toHaveLength(1)
  })
})

async function copied(folder: string): Promise<{ folder: string }> {
  return { folder: await copyIdentity(folder, await mkdtemp(join(dirname(folder), 'other-'))) }
}
