/**
 * What the tables need of a database: statements with `?` or `?1` for values, and rows. One text serves
 * SQLite and PostgreSQL, so a table is written once; what the two say differently stands here by name.
 */
export type SqlValue = string | number | Uint8Array | null

export type Row = Readonly<Record<string, unknown>>

export interface Sql {
  /** @returns how many rows changed */
  run(sql: string, ...values: readonly SqlValue[]): Promise<number>
  /** A change of which nobody asks how many rows it met. It may fail at a later statement, or at the commit. */
  send(sql: string, ...values: readonly SqlValue[]): Promise<void>
  row(sql: string, ...values: readonly SqlValue[]): Promise<Row | undefined>
  rows(sql: string, ...values: readonly SqlValue[]): Promise<readonly Row[]>
  /** A condition: the column, a JSON list of texts, holds the value that the next `?` stands for. */
  listHas(column: string): string
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
  // A client may give a Buffer, which is not the same to all that compare.
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
}

/** A JSON column that we wrote ourselves. */
export function list<T extends string | number>(row: Row, column: string): readonly T[] {
  return JSON.parse(text(row, column))
}
