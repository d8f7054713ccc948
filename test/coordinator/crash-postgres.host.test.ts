import { afterAll, beforeAll, describe, test } from 'vitest'
import { POSTGRES_REASON, type PostgresServer, startPostgres } from '../support/postgres.ts'
import { CRASH_POINTS, surviveCrash } from './crash-points.ts'

let server: PostgresServer
beforeAll(async () => {
  if (POSTGRES_REASON === undefined) server = await startPostgres()
})
afterAll(() => server?.close())

describe(POSTGRES_REASON === undefined ? 'on PostgreSQL' : `on PostgreSQL, ${POSTGRES_REASON}`, () => {
  test.skipIf(POSTGRES_REASON !== undefined).each(CRASH_POINTS)(
    'killed at "%s", it goes on where it was',
    async (point) => surviveCrash(point, await server.createDatabase()),
  )
})
