/** What PostgreSQL says differently: places of values, names of types. Everything else in `store/sql` is the same text. */

/** `?` and `?1` to `$1`. Our statements hold no question mark that means anything else. */
export function toPostgresStatement(sql: string): string {
  let next = 0
  return sql
    .replaceAll('AS BLOB)', 'AS bytea)')
    .replace(/\?(\d*)/g, (_, place: string) => `$${place === '' ? ++next : place}`)
}

/** A migration as PostgreSQL reads it. Text is ordered by its bytes there too, whatever the database's locale. */
export function toPostgresSchema(migration: string): string {
  return migration
    .replace(/\bINTEGER\b/g, 'bigint')
    .replace(/\bBLOB\b/g, 'bytea')
    .replace(/\bTEXT\b/g, 'text COLLATE "C"')
    .replace(/\)\s*(?:STRICT|WITHOUT ROWID)(?:,\s*(?:STRICT|WITHOUT ROWID))?\s*;/g, ');')
}
