/** Backup while serving, restore and what it refuses, renewal, doctor, migration: over the command line. */
import { chmod, copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { decodeBase64 } from '../../../src/base/bytes.ts'
import { DAY, HOUR } from '../../../src/base/time.ts'
import { openSelfSigned } from '../../../src/coordinator/identity/self-signed.ts'
import { createEnrolmentSecret } from '../../../src/coordinator/nodes/enrolment.ts'
import { MIGRATIONS } from '../../../src/coordinator/store/sql/schema.ts'
import { openSqliteStore } from '../../../src/coordinator/store/sqlite/sqlite-store.ts'
import {
  completeApproval,
  enrolAgent,
  requestAdmission,
  requestApproval,
} from '../../../src/mesh/control/membership.ts'
import { systemRandom } from '../../../src/platform/random.ts'
import { parseApprovalStatement } from '../../../src/trust/statement.ts'
import { runVerb } from '../../verbs/run-verb.ts'
import { type Kit, newKeys, startKit } from '../coordinator-kit.ts'

async function verb(kit: Kit, args: readonly string[]) {
  return runVerb(args, { cwd: dirname(kit.folder), now: new Date(kit.clock.now()).toISOString() })
}

async function backedUp() {
  const kit = await startKit()
  const agent = await kit.enrol({ environment: 'staging' })
  const result = await verb(kit, ['coordinator', 'backup', '--data', 'data', '--out', 'backup'])
  expect(result.code, result.stderr).toBe(0)
  await writeFile(join(dirname(kit.folder), 'taken.txt'), result.stdout)
  return { kit, agent, base: dirname(kit.folder) }
}

const restoreArgs = ['coordinator', 'restore', '--data', 'restored', '--backup', 'backup']

test('a backup of a serving coordinator comes back with its nodes, and they are let in', async () => {
  const { kit, agent, base } = await backedUp()
  const restored = await verb(kit, [...restoreArgs, '--checkpoint', 'taken.txt'])
  expect(restored.code, restored.stderr).toBe(0)
  await kit.restart({ folder: join(base, 'restored') })
  const connected = await kit.connect({ ...agent, client: kit.client(agent.identity) })
  const runner = kit.runner()
  const { self } = await requestAdmission(runner.client, runner.admission())
  expect(connected.session.map?.peers.has(self.id)).toBe(true)
  expect((await verb(kit, ['coordinator', 'doctor', '--data', 'restored'])).stderr).not.toContain('PROBLEM')
})

test('its own certificate comes back with it, since clients hold the pin', async () => {
  const kit = await startKit()
  const base = dirname(kit.folder)
  const open = (folder: string) =>
    openSelfSigned(join(folder, 'tls'), ['coordinator.example'], { clock: kit.clock, random: systemRandom })
  const { pin, key } = await open(kit.folder)
  await verb(kit, ['coordinator', 'backup', '--data', 'data', '--out', 'backup'])
  const restored = await verb(kit, restoreArgs)
  expect(restored.code, restored.stderr).toBe(0)
  expect(await open(join(base, 'restored'))).toMatchObject({ pin, key })
})

test('what was handed out before the backup is void after the restore', async () => {
  const kit = await startKit()
  const { context } = kit.coordinator()
  const bound = { tags: [], applications: ['shop'], environment: 'staging', lifetimeMs: HOUR }
  const { secret } = await createEnrolmentSecret(context, bound)
  const runner = kit.runner()
  const { self } = await requestAdmission(runner.client, runner.admission())
  const base = dirname(kit.folder)
  await verb(kit, ['coordinator', 'backup', '--data', 'data', '--out', 'backup'])

  const result = await verb(kit, [...restoreArgs, '--accept-loss', '--json'])

  expect(result.json()).toMatchObject({ voided: { secrets: 1, leases: 1 } })
  await kit.restart({ folder: join(base, 'restored') })
  const { identity, keys } = newKeys()
  await expect(
    enrolAgent(kit.client(identity), { secret, keys, name: 'late', port: 7070 }),
  ).rejects.toMatchObject({ code: 'REQUEST_REFUSED' })
  const nodes = await kit.coordinator().context.store.read((tx) => tx.nodes.list())
  expect(nodes.map(({ id }) => id)).not.toContain(self.id)
})

test('a backup that is older than what others saw is refused, and leaves nothing behind', async () => {
  const { kit, base } = await backedUp()
  await kit.enrol({ name: 'later' })
  await copyFile(join(kit.folder, 'log', 'checkpoint'), join(base, 'newer.txt'))
  const result = await verb(kit, [...restoreArgs, '--checkpoint', 'newer.txt'])
  expect(result.code).not.toBe(0)
  expect(result.stderr).toContain('rolled back')
  expect(await readdir(base)).not.toContain('restored')
  expect(await verb(kit, ['coordinator', 'doctor', '--data', 'restored'])).toMatchObject({ code: 2 })
})

test('entries that the backup lacks come from a newer log: it goes on there, and what they revoke is revoked', async () => {
  const { kit, agent, base } = await backedUp()
  const admin = kit.client(kit.admin)
  const late = await kit.enrol({ name: 'late', environment: 'staging' })
  await admin.call('revokeNode', { params: { id: agent.id }, body: {} })
  await cp(join(kit.folder, 'log'), join(base, 'lost-log'), { recursive: true })
  await kit.coordinator().close()

  const newer = [...restoreArgs, '--newer-log', 'lost-log']
  const restored = await verb(kit, [...newer, '--checkpoint', 'lost-log/checkpoint', '--json'])

  expect(restored.code, restored.stderr).toBe(0)
  // A secret, an enrolment and an end were logged after the backup.
  expect(restored.json()).toMatchObject({
    replayed: { fetched: 3, replayed: { 'node-end': 1 }, open: { enrolment: 1 } },
  })
  expect(restored.stderr).toContain('to be done again by a person: 1 enrolment')
  await kit.restart({ folder: join(base, 'restored') })
  const asked = kit.client(agent.identity).call('leave', { params: undefined, body: {} })
  expect(await asked).toMatchObject({ kind: 'refused', problem: { kind: 'revoked' } })
  const unknown = kit.client(late.identity).call('leave', { params: undefined, body: {} })
  expect(await unknown).toMatchObject({ kind: 'refused', problem: { kind: 'untrusted' } })
  const checkpoint = join('restored', 'log')
  const log = await verb(kit, ['log', 'verify', checkpoint, '--checkpoint', 'lost-log/checkpoint'])
  expect(log.code, log.stderr).toBe(0)
})

test('sequences go on above what was approved after the backup', async () => {
  const { kit, base } = await backedUp()
  const approve = async () => {
    const runner = kit.runner()
    const submitted = await requestApproval(runner.client, runner.submission())
    const tokens = submitted.statements.map((each) => runner.statementToken(decodeBase64(each)))
    await completeApproval(runner.client, submitted.submission, tokens)
    return parseApprovalStatement(decodeBase64(submitted.statements[0]!)).predicate.sequence
  }
  expect([await approve(), await approve()]).toEqual([1, 2])
  await cp(join(kit.folder, 'log'), join(base, 'lost-log'), { recursive: true })
  await verb(kit, [...restoreArgs, '--newer-log', 'lost-log'])
  await kit.restart({ folder: join(base, 'restored') })
  expect(await approve()).toBe(3)
})

test("another coordinator's log, or an older one, is no newer log", async () => {
  const { kit, base } = await backedUp()
  const other = await startKit()
  const foreign = await verb(kit, [...restoreArgs, '--newer-log', join(other.folder, 'log')])
  expect(foreign.code).not.toBe(0)
  await cp(join(kit.folder, 'log'), join(base, 'old-log'), { recursive: true })
  await kit.enrol({ name: 'later' })
  await verb(kit, ['coordinator', 'backup', '--data', 'data', '--out', 'second'])
  const args = ['coordinator', 'restore', '--data', 'third', '--backup', 'second', '--newer-log', 'old-log']
  const older = await verb(kit, args)
  expect(older.code).not.toBe(0)
  expect(older.stderr).toMatch(/earlier checkpoint|rolled back|newer log has/)
})

test('a backup of a log that forked from the newest checkpoint is refused', async () => {
  const { kit, base } = await backedUp()
  // The same coordinator, from the same state, with another history.
  await cp(join(base, 'backup'), join(base, 'older'), { recursive: true })
  await kit.enrol({ name: 'here' })
  await verb(kit, ['coordinator', 'backup', '--data', 'data', '--out', 'second'])
  const other = ['coordinator', 'restore', '--data', 'other', '--backup', 'older', '--accept-loss']
  expect((await verb(kit, other)).code).toBe(0)
  await kit.restart({ folder: join(base, 'other') })
  await kit.restart({ folder: join(base, 'other') })
  const forked = ['coordinator', 'restore', '--data', 'third', '--backup', 'second']
  const result = await verb(kit, [...forked, '--checkpoint', 'other/log/checkpoint'])
  expect(result.code).not.toBe(0)
  expect(result.stderr).toMatch(/checkpoint/)
})

test('a directory that is alive is neither restored over nor backed up into', async () => {
  const { kit } = await backedUp()
  const before = await readFile(join(kit.folder, 'coordinator.json'), 'utf8')
  for (const args of [
    ['coordinator', 'restore', '--data', 'data', '--backup', 'backup', '--accept-loss'],
    ['coordinator', 'backup', '--data', 'data', '--out', 'data'],
    ['coordinator', 'backup', '--data', 'data', '--out', 'backup'],
  ]) {
    const result = await verb(kit, args)
    expect(result.code).toBe(2)
    expect(result.stderr).toContain('is not empty')
  }
  expect(await readFile(join(kit.folder, 'coordinator.json'), 'utf8')).toBe(before)
})

test('a backup that was changed or not finished is refused', async () => {
  const { kit, base } = await backedUp()
  await cp(join(base, 'backup'), join(base, 'unfinished'), {
    recursive: true,
    filter: (path) => !path.endsWith('backup.json'),
  })
  const store = await readFile(join(base, 'backup', 'store.sqlite'))
  store[store.length - 1]! ^= 1
  await writeFile(join(base, 'backup', 'store.sqlite'), store)
  const changed = await verb(kit, [...restoreArgs, '--accept-loss'])
  expect(changed.stderr).toContain('not as it was when the backup was taken')
  const cut = await verb(kit, [...restoreArgs.slice(0, -1), 'unfinished', '--accept-loss'])
  expect(cut.stderr).toContain('is no whole backup')
})

test('a restore that knows how far the log had gone accepts no loss', async () => {
  const { kit } = await backedUp()
  expect((await verb(kit, [...restoreArgs, '--checkpoint', 'taken.txt', '--accept-loss'])).code).toBe(2)
})

test('the root renews the key list, clients take the newer one, and another root is refused', async () => {
  const kit = await startKit()
  const agent = await kit.enrol()
  const other = await startKit()
  const renew = (key: string) => verb(kit, ['keys', 'renew', '--data', 'data', '--key', key, '--json'])
  expect((await renew(join(dirname(other.folder), 'operator', 'root.key'))).stderr).toContain(
    'is not the one',
  )
  expect((await renew('operator/admin.key')).stderr).toContain('operator secret key')
  kit.clock.move(300 * DAY)
  expect((await verb(kit, ['coordinator', 'doctor', '--data', 'data'])).stderr).toContain('ok       key list')
  kit.clock.move(60 * DAY)
  expect((await verb(kit, ['coordinator', 'doctor', '--data', 'data'])).stderr).toContain('notice   key list')

  expect((await renew('operator/root.key')).json()).toMatchObject({ epoch: 1, sequence: 2 })

  await kit.restart()
  kit.clock.move(100 * DAY)
  expect((await kit.client(agent.identity).keyList()).sequence).toBe(2)
  await kit.connect({ ...agent, client: kit.client(agent.identity) })
})

test('doctor names what is wrong', async () => {
  const kit = await startKit()
  await kit.coordinator().close()
  const doctor = () => verb(kit, ['coordinator', 'doctor', '--data', 'data'])
  expect(await doctor()).toMatchObject({ code: 0 })
  await chmod(join(kit.folder, 'keys', 'approval.key'), 0o644)
  const tile = join(kit.folder, 'log', 'tile', 'entries', '000.p')
  await mkdir(tile, { recursive: true })
  await writeFile(join(kit.folder, 'log', 'checkpoint'), 'nonsense')
  const { code, stderr } = await doctor()
  expect(code).toBe(2)
  expect(stderr).toContain('PROBLEM  key files: keys/approval.key is open to other users')
  expect(stderr).toContain('PROBLEM  transparency log')
})

test('an older schema is copied before it is changed; a newer one is refused', async () => {
  const base = await mkdtemp(join(tmpdir(), 'sallyport-migrate-'))
  onTestFinished(() => rm(base, { recursive: true, force: true }))
  const path = join(base, 'store.sqlite')
  const edit = (sql: string) => {
    const database = new DatabaseSync(path)
    database.exec(sql)
    database.close()
  }
  edit(`${MIGRATIONS[0]}; PRAGMA user_version = 1; INSERT INTO log_entries VALUES (0, x'00')`)
  const store = openSqliteStore({ path })
  expect(await store.read((tx) => tx.log.size())).toBe(1)
  expect(await store.read((tx) => tx.accessRules.current())).toBeUndefined()
  await store.close()
  const kept = new DatabaseSync(`${path}.schema-1`, { readOnly: true })
  expect(kept.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
  expect(kept.prepare('SELECT count(*) AS n FROM log_entries').get()).toEqual({ n: 1 })
  kept.close()
  edit(`PRAGMA user_version = ${MIGRATIONS.length + 1}`)
  expect(() => openSqliteStore({ path })).toThrow(/start the newer version|has schema/)
})
