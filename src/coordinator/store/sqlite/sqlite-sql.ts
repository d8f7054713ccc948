/** Prepared statements by their text. SQLite answers at once; the promises are the contract's. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { Sql } from '../sql/sql.ts'

export function createSqliteSql(database: DatabaseSync): Sql {
  const prepared = new Map<string, Prepared>()
  const prepare = (sql: string): Prepared => {
    let statement = prepared.get(sql)
    if (!statement) {
      statement = preparedOf(database.prepare(sql), sql)
      prepared.set(sql, statement)
    }
    return statement
  }
  return {
    run: async (sql, ...values) => Number(prepare(sql).run(values).changes),
    async send(sql, ...values) {
      prepare(sql).run(values)
    },
    row: async (sql, ...values) => prepare(sql).get(values),
    rows: async (sql, ...values) => prepare(sql).all(values),
    listHas: (column) => `EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = ?)`,
  }
}

type Values = readonly SQLInputValue[]

interface Prepared {
  run(values: Values): ReturnType<StatementSync['run']>
  get(values: Values): ReturnType<StatementSync['get']>
  all(values: Values): ReturnType<StatementSync['all']>
}

/** SQLite has `?1` for a name, and the first releases of Node 24 bind what has one by it alone. */
function preparedOf(statement: StatementSync, sql: string): Prepared {
  if (!/\?\d/.test(sql))
    return {
      run: (values) => statement.run(...values),
      get: (values) => statement.get(...values),
      all: (values) => statement.all(...values),
    }
  const named = (values: Values) => Object.fromEntries(values.map((value, index) => [`?${index + 1}`, value]))
  return {
    run: (values) => statement.run(named(values)),
    get: (values) => statement.get(named(values)),
    all: (values) => statement.all(named(values)),
  }
}
