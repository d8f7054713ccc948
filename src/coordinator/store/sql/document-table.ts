import type { Timestamp } from '../../../base/time.ts'
import type { DocumentKind, DocumentRecord, DocumentTable } from '../documents.ts'
import { number, numberOrNull, type Row, type Sql, text, textOrNull } from './sql.ts'

/** See `store/documents.ts`. */
export function createDocumentTable(sql: Sql): DocumentTable {
  return {
    insert: async ({ kind, id, group, revision, body, createdAt, expiresAt }) =>
      (await sql.run(
        `INSERT INTO documents (kind, id, group_id, revision, body, created_at, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        kind,
        id,
        group,
        revision,
        body,
        createdAt,
        expiresAt,
      )) === 1,
    async find(kind, id) {
      const row = await sql.row('SELECT * FROM documents WHERE kind = ? AND id = ?', kind, id)
      return row && toDocument(row)
    },
    async list(kind, group, limit) {
      const rows =
        group === undefined
          ? await sql.rows(
              'SELECT * FROM documents WHERE kind = ? ORDER BY created_at, id LIMIT ?',
              kind,
              limit,
            )
          : await sql.rows(
              'SELECT * FROM documents WHERE kind = ? AND group_id = ? ORDER BY created_at, id LIMIT ?',
              kind,
              group,
              limit,
            )
      return rows.map(toDocument)
    },
    replace: async ({ kind, id, group, revision, body, expiresAt }, expectedRevision) =>
      (await sql.run(
        `UPDATE documents SET group_id = ?, revision = ?, body = ?, expires_at = ?
         WHERE kind = ? AND id = ? AND revision = ?`,
        group,
        revision,
        body,
        expiresAt,
        kind,
        id,
        expectedRevision,
      )) === 1,
    remove: async (kind, id) =>
      (await sql.run('DELETE FROM documents WHERE kind = ? AND id = ?', kind, id)) === 1,
    clear: async (kind) => sql.run('DELETE FROM documents WHERE kind = ?', kind),
    async prune(before) {
      await sql.send('DELETE FROM documents WHERE expires_at < ?', before)
    },
  }
}

function toDocument(row: Row): DocumentRecord {
  return {
    kind: text(row, 'kind') as DocumentKind,
    id: text(row, 'id'),
    group: textOrNull(row, 'group_id'),
    revision: number(row, 'revision'),
    body: text(row, 'body'),
    createdAt: number(row, 'created_at') as Timestamp,
    expiresAt: numberOrNull(row, 'expires_at') as Timestamp | null,
  }
}
