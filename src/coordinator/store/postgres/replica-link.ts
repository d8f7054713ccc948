/**
 * LISTEN and NOTIFY between replicas. One connection listens and holds the advisory lock of this replica's
 * number: when the process dies, PostgreSQL frees the lock, and every stream that it held counts as gone.
 */
import { randomInt } from 'node:crypto'
import { Client, type Pool } from 'pg'
import { SECOND } from '../../../base/time.ts'
import type { ReplicaLink } from '../replica-link.ts'
import { LOCK_CLASS, REPLICA_NUMBERS } from './advisory-locks.ts'

export const WRITTEN_CHANNEL = 'sallyport_written'
const MESSAGE_CHANNEL = 'sallyport_message'
const RECONNECT_MS = SECOND / 2

/** A condition on `presence` and `replicas`: the replica lives. */
const IS_LIVE = `EXISTS (
  SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND classid = ${LOCK_CLASS}::oid AND objid = replica::oid)`

export async function openReplicaLink(pool: Pool, url: string): Promise<ReplicaLink> {
  const id = randomInt(REPLICA_NUMBERS.first, REPLICA_NUMBERS.last)
  const ear = await openEar(url, id)
  const telling = createMouth(pool, id)
  return {
    id,
    onWritten: (listener) => void ear.written.add(listener),
    onMessage: (listener) => void ear.messages.add(listener),
    tell: telling.tell,
    async claim(nodeId) {
      const { rows } = await pool.query<{ replica: number }>({
        name: 'presence-claim',
        text: `WITH before AS (SELECT replica FROM presence WHERE node_id = $1 AND replica <> $2 AND ${IS_LIVE}),
                 claimed AS (INSERT INTO presence (node_id, replica) VALUES ($1, $2)
                   ON CONFLICT (node_id) DO UPDATE SET replica = excluded.replica)
               SELECT replica FROM before`,
        values: [nodeId, id],
      })
      return rows[0]?.replica
    },
    async release(nodeId) {
      const text = 'DELETE FROM presence WHERE node_id = $1 AND replica = $2'
      await pool.query({ name: 'presence-release', text, values: [nodeId, id] })
    },
    async isHeldElsewhere(nodeId) {
      const { rows } = await pool.query({
        name: 'presence-find',
        text: `SELECT 1 FROM presence WHERE node_id = $1 AND replica <> $2 AND ${IS_LIVE}`,
        values: [nodeId, id],
      })
      return rows.length > 0
    },
    async heldElsewhere() {
      const { rows } = await pool.query<{ node_id: string }>(
        `SELECT node_id FROM presence WHERE replica <> $1 AND ${IS_LIVE}`,
        [id],
      )
      return new Set(rows.map(({ node_id }) => node_id))
    },
    async announce(text) {
      // Whoever died left its line behind.
      await pool.query(`DELETE FROM replicas WHERE NOT ${IS_LIVE}`)
      await pool.query(
        `INSERT INTO replicas (replica, announcement) VALUES ($1, $2)
         ON CONFLICT (replica) DO UPDATE SET announcement = excluded.announcement`,
        [id, text],
      )
    },
    async announced() {
      const { rows } = await pool.query<{ announcement: string }>(
        `SELECT announcement FROM replicas WHERE ${IS_LIVE} ORDER BY replica`,
      )
      return rows.map(({ announcement }) => announcement)
    },
    async close() {
      await ear.close()
      await telling.settled()
      await pool.query('DELETE FROM presence WHERE replica = $1', [id])
      await pool.query('DELETE FROM replicas WHERE replica = $1', [id])
    },
  }
}

/** Sends what was said meanwhile in one statement, so that a burst is one round trip. */
function createMouth(pool: Pool, id: number) {
  let waiting: string[] = []
  let sending: Promise<void> | undefined
  const send = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        await pool.query({
          name: 'tell',
          text: `SELECT pg_notify('${MESSAGE_CHANNEL}', said) FROM unnest($1::text[]) WITH ORDINALITY AS s (said, n) ORDER BY n`,
          values: [batch.map((message) => `${id} ${message}`)],
        })
      } catch {
        // A hint that is lost: whoever waits for it goes on after its time.
      }
    }
    sending = undefined
  }
  return {
    tell(messages: readonly string[]) {
      waiting.push(...messages)
      sending ??= send()
    },
    settled: async () => sending,
  }
}

interface Ear {
  readonly written: Set<() => void>
  readonly messages: Set<(message: string, from: number) => void>
  close(): Promise<void>
}

async function openEar(url: string, id: number): Promise<Ear> {
  const written: Ear['written'] = new Set()
  const messages: Ear['messages'] = new Set()
  let closed = false
  let client: Client | undefined
  const hear = (channel: string, payload: string): void => {
    const [from = '', ...rest] = payload.split(' ')
    if (Number(from) === id) return
    if (channel === WRITTEN_CHANNEL) for (const listener of written) listener()
    else for (const listener of messages) listener(rest.join(' '), Number(from))
  }
  const listen = async (): Promise<void> => {
    const next = new Client({ connectionString: url, application_name: 'sallyport replica', keepAlive: true })
    next.on('error', () => undefined)
    next.on('notification', ({ channel, payload = '' }) => hear(channel, payload))
    await next.connect()
    await next.query(`LISTEN ${WRITTEN_CHANNEL}; LISTEN ${MESSAGE_CHANNEL}`)
    await next.query('SELECT pg_advisory_lock($1, $2)', [LOCK_CLASS, id])
    next.once('end', () => void again())
    client = next
  }
  const again = async (): Promise<void> => {
    while (!closed) {
      try {
        await listen()
        // Something may have been written while nobody heard.
        for (const listener of written) listener()
        return
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS))
      }
    }
  }
  await listen()
  return {
    written,
    messages,
    async close() {
      closed = true
      await client?.end()
    },
  }
}
