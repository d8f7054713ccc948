/**
 * Statements over one connection, prepared once per connection by their text, and sent without waiting for
 * the answers before them: what is asked at once costs one round trip.
 */
import type { Writable } from 'node:stream'
import type { ClientBase, QueryResult } from 'pg'
import type { Row, Sql, SqlValue } from '../sql/sql.ts'
import { toPostgresStatement } from './dialect.ts'

/** Statements of one transaction. */
export interface PostgresSql extends Sql {
  /** Words without values, several statements at once: how a transaction begins and ends. */
  plain(text: string): Promise<QueryResult | readonly QueryResult[]>
  /** Resolves when everything that was sent is answered. @throws the first refusal, which ended the transaction */
  settled(): Promise<void>
}

interface Statement {
  readonly name: string
  readonly text: string
}

/** Shared by all connections: a name means the same text on each. The texts are ours, so they are few. */
const statements = new Map<string, Statement>()

export function createPostgresSql(client: ClientBase): PostgresSql {
  let unanswered: Promise<unknown>[] = []
  let refusal: unknown
  const hold = createHold(client)
  const ask = (sql: string, values: readonly SqlValue[]): Promise<QueryResult<Row>> => {
    hold()
    const answer = client.query<Row>({ ...statementOf(sql), values: [...values] })
    unanswered.push(
      answer.catch((thrown: unknown) => {
        // Those after it fail because it did.
        refusal ??= thrown
      }),
    )
    return answer
  }
  return {
    plain(text) {
      hold()
      return client.query(text)
    },
    run: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    async send(sql, ...values) {
      ask(sql, values).catch(() => undefined)
    },
    row: async (sql, ...values) => (await ask(sql, values)).rows[0],
    rows: async (sql, ...values) => (await ask(sql, values)).rows,
    listHas: (column) => `CAST(${column} AS jsonb) @> to_jsonb(CAST(? AS text))`,
    async settled() {
      const waited = unanswered
      unanswered = []
      await Promise.all(waited)
      const first = refusal
      refusal = undefined
      if (first !== undefined) throw first
    },
  }
}

/** What is asked in one turn of the event loop goes out in one packet: each wakes a process of the server. */
function createHold(client: ClientBase): () => void {
  // The driver does not type the connection that it has.
  const { stream } = (client as ClientBase & { readonly connection: { readonly stream: Writable } })
    .connection
  let isHeld = false
  return () => {
    if (isHeld) return
    isHeld = true
    stream.cork()
    process.nextTick(() => {
      isHeld = false
      stream.uncork()
    })
  }
}

function statementOf(sql: string): Statement {
  let statement = statements.get(sql)
  if (!statement) {
    statement = { name: `s${statements.size + 1}`, text: toPostgresStatement(sql) }
    statements.set(sql, statement)
  }
  return statement
}
