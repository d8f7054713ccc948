/** Prepared statements by their text, and rows with the values that SQLite gives. */
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'

export type Row = Readonly<Record<string, SQLOutputValue>>

export interface Sql {
  /** @returns how many rows changed */
  run(sql: string, ...values: readonly SQLInputValue[]): number
  row(sql: string, ...values: readonly SQLInputValue[]): Row | undefined
  rows(sql: string, ...values: readonly SQLInputValue[]): readonly Row[]
}

export function createSql(database: DatabaseSync): Sql {
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
    run: (sql, ...values) => Number(prepare(sql).run(...values).changes),
    row: (sql, ...values) => prepare(sql).get(...values),
    rows: (sql, ...values) => prepare(sql).all(...values),
  }
}

export function text(row: Row, column: string): string {
  return String(row[column])
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column]
  return value === null || value === undefined ? null : String(value)
}

export function number(row: Row, column: string): number {
  return Number(row[column])
}

export function numberOrNull(row: Row, column: string): number | null {
  const value = row[column]
  return value === null || value === undefined ? null : Number(value)
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new Error(`column ${column} does not hold bytes`)
  return value
}

/** A JSON column that we wrote ourselves. */
export function list<T extends string | number>(row: Row, column: string): readonly T[] {
  return JSON.parse(text(row, column))
}
