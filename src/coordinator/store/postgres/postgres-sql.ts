/** Statements over one connection, prepared once per connection by their text. */
import type { ClientBase, QueryResult } from 'pg'
import type { Row, Sql, SqlValue } from '../sql/sql.ts'
import { toPostgresStatement } from './dialect.ts'

interface Statement {
  readonly name: string
  readonly text: string
}

/** Shared by all connections: a name means the same text on each. The texts are ours, so they are few. */
const statements = new Map<string, Statement>()

export function createPostgresSql(client: ClientBase): Sql {
  let line: Promise<unknown> = Promise.resolve()
  const ask = (sql: string, values: readonly SqlValue[]): Promise<QueryResult<Row>> => {
    // A connection answers one question at a time; tables may ask several at once.
    const answer = line.then(() => client.query<Row>({ ...statementOf(sql), values: [...values] }))
    line = answer.catch(() => undefined)
    return answer
  }
  return {
    run: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    row: async (sql, ...values) => (await ask(sql, values)).rows[0],
    rows: async (sql, ...values) => (await ask(sql, values)).rows,
    listHas: (column) => `CAST(${column} AS jsonb) @> to_jsonb(CAST(? AS text))`,
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
