/** Backup, restore, migration and doctor of a coordinator whose store is PostgreSQL: over the command line. */
import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sqliteIn } from '../../../src/coordinator/identity/store-of-directory.ts'
import { toPostgresSchema } from '../../../src/coordinator/store/postgres/dialect.ts'
import { MIGRATIONS } from '../../../src/coordinator/store/sql/schema.ts'
import { requestAdmission } from '../../../src/mesh/control/membership.ts'
import { POSTGRES_REASON, type PostgresServer, startPostgres } from '../../support/postgres.ts'
import { runVerb } from '../../verbs/run-verb.ts'
import { type Kit, startKit } from '../coordinator-kit.ts'

let server: PostgresServer
beforeAll(async () => {
  if (POSTGRES_REASON === undefined) server = await startPostgres()
})
afterAll(() => server?.close())

const reason = POSTGRES_REASON === undefined ? '' : `, ${POSTGRES_REASON}`

function verb(kit: Kit, args: readonly string[], env: Record<string, string> = {}) {
  return runVerb(args, { cwd: dirname(kit.folder), now: new Date(kit.clock.now()).toISOString(), env })
}

async function sql(url: string, statements: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statements)
  await client.end()
}

async function backedUp() {
  const kit = await startKit({ database: await server.createDatabase() })
  const agent = await kit.enrol({ environment: 'staging' })
  const result = await verb(kit, ['coordinator', 'backup', '--data', 'data', '--out', 'backup'])
  expect(result.code, result.stderr).toBe(0)
  await writeFile(join(dirname(kit.folder), 'taken.txt'), result.stdout)
  return { kit, agent, base: dirname(kit.folder) }
}

const restoreArgs = [
  'coordinator',
  'restore',
  '--data',
  'restored',
  '--backup',
  'backup',
  '--checkpoint',
  'taken.txt',
]

describe.skipIf(POSTGRES_REASON !== undefined)(`on PostgreSQL${reason}`, () => {
  test('a backup of a serving coordinator comes back into an empty database', async () => {
    const { kit, agent, base } = await backedUp()
    const url = await server.createDatabase()
    await writeFile(join(base, 'store.url'), `${url}\n`, { mode: 0o600 })
    const restored = await verb(kit, [...restoreArgs, '--store', 'store.url'])
    expect(restored.code, restored.stderr).toBe(0)
    expect(await readdir(join(base, 'restored'))).not.toContain('store.sqlite')
    expect((await stat(join(base, 'restored', 'store.url'))).mode & 0o777).toBe(0o600)
    await kit.restart({ folder: join(base, 'restored') })
    const connected = await kit.connect({ ...agent, client: kit.client(agent.identity) })
    const runner = kit.runner()
    const { self } = await requestAdmission(runner.client, runner.admission())
    expect(connected.session.map?.peers.has(self.id)).toBe(true)
  })

  test('it comes back as SQLite too, which is the way from one store to the other', async () => {
    const { kit, agent, base } = await backedUp()
    const restored = await verb(kit, restoreArgs)
    expect(restored.code, restored.stderr).toBe(0)
    const folder = join(base, 'restored')
    await kit.restart({ folder, store: sqliteIn(folder) })
    await kit.connect({ ...agent, client: kit.client(agent.identity) })
    expect((await verb(kit, ['coordinator', 'doctor', '--data', 'restored'])).stderr).not.toContain('PROBLEM')
  })

  test('a database that holds a log is not restored into, nor made a second coordinator', async () => {
    const { kit, base } = await backedUp()
    const result = await verb(kit, [...restoreArgs, '--store', 'data/store.url'])
    expect(result.code).toBe(2)
    expect(result.stderr).toContain('is not empty')
    expect(await readdir(base)).not.toContain('restored')
    const init = await verb(kit, ['coordinator', 'init', '--data', 'other', '--store', 'data/store.url'])
    expect(init.code).toBe(2)
    expect(init.stderr).toContain('holds the log of a coordinator already')
  })

  test("another coordinator's database, and an empty one, are refused", async () => {
    const { kit } = await backedUp()
    const foreign = await readFile(join(kit.folder, 'store.url'), 'utf8')
    const other = await startKit()
    await other.coordinator().close()
    const serve = (url: string) =>
      runVerb(['coordinator', 'serve', '--data', other.folder, '--listen', '127.0.0.1:0'], {
        cwd: other.folder,
        env: { SALLYPORT_STORE: url },
      })
    expect((await serve(foreign.trim())).stderr).toContain('is the store of another coordinator')
    expect((await serve(await server.createDatabase())).stderr).toContain('is empty')
  })

  test('a backup that is older than what others saw is refused', async () => {
    const { kit, base } = await backedUp()
    await kit.enrol({ name: 'later' })
    await copyFile(join(kit.folder, 'log', 'checkpoint'), join(base, 'taken.txt'))
    await writeFile(join(base, 'empty.url'), await server.createDatabase())
    const result = await verb(kit, [...restoreArgs, '--store', 'empty.url'])
    expect(result.code).not.toBe(0)
    expect(result.stderr).toContain('rolled back')
  })

  test('a database that went back in time is not served: its log would fork', async () => {
    const { kit } = await backedUp()
    const url = (await readFile(join(kit.folder, 'store.url'), 'utf8')).trim()
    await kit.enrol({ name: 'later' })
    await kit.coordinator().close()
    // As a replica that was promoted without the last writes.
    await sql(
      url,
      `UPDATE log_checkpoint SET size = size - 1;
       DELETE FROM log_entries WHERE position = (SELECT max(position) FROM log_entries)`,
    )
    await expect(kit.restart()).rejects.toMatchObject({ code: 'LOG_INCONSISTENT' })
  })

  test('an older schema is copied before it is changed, by one of two that start together; a newer one is refused', async () => {
    const { kit } = await backedUp()
    const url = await server.createDatabase()
    await sql(
      url,
      `${toPostgresSchema(MIGRATIONS[0]!)}; CREATE TABLE schema_version (version bigint NOT NULL);
      INSERT INTO schema_version VALUES (1); INSERT INTO log_entries VALUES (0, '\\x00')`,
    )
    const migrate = () =>
      verb(kit, ['coordinator', 'migrate', '--data', 'data', '--json'], { SALLYPORT_STORE: url })
    const results = await Promise.all([migrate(), migrate()])
    expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(
      results.map(({ stderr }) => [0, stderr]),
    )
    const kept = new DatabaseSync(join(kit.folder, 'store.sqlite.schema-1'), { readOnly: true })
    expect(kept.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
    expect(kept.prepare('SELECT count(*) AS n FROM log_entries').get()).toEqual({ n: 1 })
    kept.close()
    expect((await migrate()).json()).toMatchObject({
      from: MIGRATIONS.length,
      to: MIGRATIONS.length,
      copy: null,
    })
    await sql(url, `UPDATE schema_version SET version = ${MIGRATIONS.length + 1}`)
    const newer = await migrate()
    expect(newer.code).not.toBe(0)
    expect(newer.stderr).toContain(`this version of Sallyport knows schemas up to ${MIGRATIONS.length}`)
  })

  test('doctor reads the database, and names settings under which a commit may be lost', async () => {
    const { kit } = await backedUp()
    const { stderr } = await verb(kit, ['coordinator', 'doctor', '--data', 'data'])
    // The tests' own server does not sync.
    expect(stderr).toContain('PROBLEM  store: the server may lose what was acknowledged: fsync = off')
    expect(stderr).toContain('ok       environments.yml: version 1')
    expect(stderr).toContain('ok       transparency log')
  })
})

test('a password on the command line is refused before anything is connected to', async () => {
  for (const url of ['postgres://me:secret@db.example/x', 'postgres://me@db.example/x?password=secret']) {
    const { code, stderr } = await runVerb(['coordinator', 'serve', '--data', '.', '--store', url], {
      cwd: tmpdir(),
    })
    expect(code).toBe(2)
    expect(stderr).toContain('holds a password')
    expect(stderr).not.toContain('secret')
  }
})

test('a server that is not there is said without the password', async () => {
  const kit = await startKit()
  const { code, stderr } = await verb(kit, ['coordinator', 'migrate', '--data', 'data'], {
    SALLYPORT_STORE: 'postgres://me:secret@127.0.0.1:1/x',
  })
  expect(code).not.toBe(0)
  expect(stderr).toContain('postgres://127.0.0.1:1/x')
  expect(stderr).not.toContain('secret')
})
