/**
 * Statements over one connection, prepared once per connection by their text, and sent without waiting for
 * the answers before them: what is asked at once costs one round trip.
 */
import type { ClientBase, QueryResult } from 'pg'
import type { Row, Sql, SqlValue } from '../sql/sql.ts'
import { toPostgresStatement } from './dialect.ts'

/** Statements of one transaction. */
export interface PostgresSql extends Sql {
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
  const ask = (sql: string, values: readonly SqlValue[]): Promise<QueryResult<Row>> => {
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

function statementOf(sql: string): Statement {
  let statement = statements.get(sql)
  if (!statement) {
    statement = { name: `s${statements.size + 1}`, text: toPostgresStatement(sql) }
    statements.set(sql, statement)
  }
  return statement
}
