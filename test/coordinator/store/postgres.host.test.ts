/** What only a server can do to a store: races between processes, lost connections, its own restart. */
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Timestamp } from '../../../src/base/time.ts'
import { toPostgresSchema, toPostgresStatement } from '../../../src/coordinator/store/postgres/dialect.ts'
import { openPostgresStore } from '../../../src/coordinator/store/postgres/postgres-store.ts'
import { POSTGRES_REASON, type PostgresServer, startPostgres } from '../../support/postgres.ts'

let server: PostgresServer
beforeAll(async () => {
  if (POSTGRES_REASON === undefined) server = await startPostgres()
})
afterAll(() => server?.close())

async function open(url: string) {
  const store = await openPostgresStore({ url, keepBefore: '/nonexistent/store' })
  onTestFinished(() => store.close())
  return store
}

async function administrator(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

const reason = POSTGRES_REASON === undefined ? '' : `, ${POSTGRES_REASON}`

describe.skipIf(POSTGRES_REASON !== undefined)(`PostgreSQL${reason}`, () => {
  test('two processes that open an empty database at once make one schema', async () => {
    const url = await server.createDatabase()
    const [first, second] = await Promise.all([open(url), open(url)])
    await first!.write('one', (tx) => tx.settings.put('a', '1'))
    expect(await second!.read((tx) => tx.settings.find('a'))).toBe('1')
  })

  test('two processes number log entries and counters in one order, without a gap', async () => {
    const url = await server.createDatabase()
    const stores = [await open(url), await open(url)]
    const work = Array.from({ length: 60 }, (_, index) =>
      stores[index % 2]!.write('append', async (tx) => {
        const position = await tx.log.append(new Uint8Array([index]))
        const number = await tx.settings.next('map-version')
        return { position, number }
      }),
    )
    const done = await Promise.all(work)
    const ordered = done.toSorted((a, b) => a.position - b.position)
    expect(ordered.map(({ position }) => position)).toEqual(Array.from({ length: 60 }, (_, index) => index))
    // Who came later in the log came later in everything.
    expect(ordered.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
  })

  test('a transaction that lost a race is run again, and sees what won', async () => {
    const url = await server.createDatabase()
    const store = await open(url)
    const admin = await administrator(url)
    await store.write('first', (tx) => tx.settings.put('a', '1'))
    let runs = 0
    await store.write('add', async (tx) => {
      runs++
      const value = Number(await tx.settings.find('a'))
      // Somebody who does not wait for the turn, at the worst moment.
      if (runs === 1) await admin.query(`UPDATE settings SET value = '10' WHERE name = 'a'`)
      await tx.settings.put('a', String(value + 1))
    })
    expect(runs).toBe(2)
    expect(await store.read((tx) => tx.settings.find('a'))).toBe('11')
  })

  test('a connection that is cut in the middle is a transaction that is run again', async () => {
    const url = await server.createDatabase()
    const store = await open(url)
    const admin = await administrator(url)
    let runs = 0
    await store.write('cut', async (tx) => {
      runs++
      await tx.settings.next('counter')
      if (runs === 1) {
        await admin.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        )
        await tx.settings.find('counter')
      }
    })
    expect(runs).toBe(2)
    expect(await store.read((tx) => tx.settings.find('counter'))).toBe('1')
  })

  test('a process that dies with its turn taken does not keep the others waiting', async () => {
    const url = await server.createDatabase()
    const store = await open(url)
    const dying = new Client({ connectionString: url })
    dying.on('error', () => undefined)
    await dying.connect()
    await dying.query('BEGIN; LOCK TABLE write_order IN EXCLUSIVE MODE')
    const written = store.write('waits', (tx) => tx.settings.put('a', '1'))
    ;(dying as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
    await written
    expect(await store.read((tx) => tx.settings.find('a'))).toBe('1')
  })

  test('the server restarts: what was acknowledged stands, replicas hear each other again', async () => {
    const url = await server.createDatabase()
    const [first, second] = [await open(url), await open(url)]
    await first.write('before', (tx) => tx.settings.put('a', '1'))
    await server.restart()
    await expect
      .poll(() => first.read((tx) => tx.settings.find('a')).catch(() => undefined), { timeout: 20_000 })
      .toBe('1')
    let heard = 0
    second.replicas!.onWritten(() => heard++)
    await expect
      .poll(
        async () => {
          await first.write('after', (tx) => tx.settings.next('n'))
          return heard
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0)
  })

  test('a stream is held by one replica, and by none that died', async () => {
    const url = await server.createDatabase()
    const [first, second] = [await open(url), await openPostgresStore({ url, keepBefore: '' })]
    expect(await second.replicas!.claim('n-1')).toBeUndefined()
    expect(await first.replicas!.isHeldElsewhere('n-1')).toBe(true)
    expect([...(await first.replicas!.heldElsewhere())]).toEqual(['n-1'])
    expect(await first.replicas!.claim('n-1')).toBe(second.replicas!.id)
    await second.replicas!.release('n-1')
    expect(await second.replicas!.isHeldElsewhere('n-1')).toBe(true)
    await second.replicas!.claim('n-2')
    const admin = await administrator(url)
    // As kill -9 does: its connections end, its rows stay.
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = ${second.replicas!.id}`,
    )
    await expect.poll(() => first.replicas!.isHeldElsewhere('n-2'), { interval: 5 }).toBe(false)
    await second.close()
  })

  test('replicas tell each other in order, and hear nothing of their own', async () => {
    const url = await server.createDatabase()
    const [first, second] = [await open(url), await open(url)]
    const heard: string[] = []
    const echo: string[] = []
    first.replicas!.onMessage((message) => echo.push(message))
    second.replicas!.onMessage((message) => heard.push(message))
    const said = Array.from({ length: 50 }, (_, index) => `message ${index}`)
    first.replicas!.tell(said.slice(0, 20))
    first.replicas!.tell(said.slice(20))
    await expect.poll(() => heard).toEqual(said)
    expect(echo).toEqual([])
  })

  test('a nonce at two processes at once is fresh at one', async () => {
    const url = await server.createDatabase()
    const stores = [await open(url), await open(url)]
    const limits = { keepMs: 1_000, perMinute: 600 }
    for (let round = 0; round < 10; round++) {
      const consumed = await Promise.all(
        stores.map((store) =>
          store.writeApart('nonce', (tx) => tx.nonces.consume('key', `n${round}`, 1 as Timestamp, limits)),
        ),
      )
      expect(consumed.sort()).toEqual(['fresh', 'used'])
    }
  })
})

test('places are numbered as they come, or as they say', () => {
  expect(toPostgresStatement('a = ? AND b = ?')).toBe('a = $1 AND b = $2')
  expect(toPostgresStatement('a = ?2 AND b = ?1 OR c = ?2')).toBe('a = $2 AND b = $1 OR c = $2')
})

test('a table gets the names of types that PostgreSQL has', () => {
  const table = 'CREATE TABLE t (a TEXT PRIMARY KEY, b INTEGER, c BLOB) STRICT, WITHOUT ROWID;'
  expect(toPostgresSchema(table)).toBe('CREATE TABLE t (a text COLLATE "C" PRIMARY KEY, b bigint, c bytea);')
})
