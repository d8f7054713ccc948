/** Connections to PostgreSQL: those that are kept, and one for what takes longer than a statement may. */
import { Pool, type PoolClient } from 'pg'
import { SECOND } from '../../../base/time.ts'

const CONNECTIONS = 10

/** Where from, without the password. */
export function nameOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  return parsed ? `postgres://${parsed.host}${parsed.pathname}` : 'the PostgreSQL store'
}

export function openPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'sallyport coordinator',
    connectionTimeoutMillis: 5 * SECOND,
    keepAlive: true,
    pipeline: true,
    statement_timeout: 30 * SECOND,
    // A replica that hangs with a transaction open does not keep the others waiting.
    idle_in_transaction_session_timeout: 10 * SECOND,
  })
  // A connection that fails says so to the statement that uses it; without a listener it would end the process.
  const ignore = (): void => undefined
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

/** A connection for what takes longer than a statement may, closed afterwards. */
export async function withFreshClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0')
    return await work(client)
  } finally {
    client.release(true)
  }
}
