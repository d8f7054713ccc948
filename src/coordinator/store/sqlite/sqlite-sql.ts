/** Prepared statements by their text. SQLite answers at once; the promises are the contract's. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Sql } from '../sql/sql.ts'

export function createSqliteSql(database: DatabaseSync): Sql {
  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    let statement = prepared.get(sql)
    if (!statement) {
      statement = database.prepare(sql)
      prepared.set(sql, statement)
    }
    return statement
  }
  return {
    run: async (sql, ...values) => Number(prepare(sql).run(...values).changes),
    async send(sql, ...values) {
      prepare(sql).run(...values)
    },
    row: async (sql, ...values) => prepare(sql).get(...values),
    rows: async (sql, ...values) => prepare(sql).all(...values),
    listHas: (column) => `EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = ?)`,
  }
}
