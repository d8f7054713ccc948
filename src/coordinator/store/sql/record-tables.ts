/** Small tables: settings, receipts, versions of environments.yml, the log's entries and checkpoint. */
import type { Timestamp } from '../../../base/time.ts'
import type {
  AccessRulesTable,
  EnvironmentsTable,
  LogTable,
  ReceiptTable,
  RecordVersion,
  SettingTable,
} from '../contract.ts'
import type { ReceiptRecord } from '../records.ts'
import { bytes, number, type Row, type Sql, text, textOrNull } from './sql.ts'

export function createSettingTable(sql: Sql): SettingTable {
  return {
    async find(name) {
      const row = await sql.row('SELECT value FROM settings WHERE name = ?', name)
      return row && text(row, 'value')
    },
    async put(name, value) {
      await sql.send(
        'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        name,
        value,
      )
    },
    async next(name) {
      const row = await sql.row(
        `INSERT INTO settings (name, value) VALUES (?, '1')
         ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(settings.value AS BIGINT) + 1 AS TEXT) RETURNING value`,
        name,
      )
      return Number(text(row!, 'value'))
    },
  }
}

export function createReceiptTable(sql: Sql): ReceiptTable {
  return {
    async insert(receipt) {
      await sql.send(
        `INSERT INTO receipts (digest, node_id, approval, outcome, bytes, log_index, received_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        receipt.digest,
        receipt.nodeId,
        receipt.approval,
        receipt.outcome,
        receipt.bytes,
        receipt.logIndex,
        receipt.receivedAt,
      )
    },
    async find(digest) {
      const row = await sql.row('SELECT * FROM receipts WHERE digest = ?', digest)
      return row && toReceipt(row)
    },
    listByApproval: async (approval) =>
      (
        await sql.rows('SELECT * FROM receipts WHERE approval = ? ORDER BY received_at, digest', approval)
      ).map(toReceipt),
    hasCommitted: async (artifact, environment) =>
      (await sql.row(
        `SELECT 1 FROM receipts JOIN statements ON statements.digest = receipts.approval
         WHERE statements.artifact = ? AND statements.environment = ? AND receipts.outcome = 'committed'`,
        artifact,
        environment,
      )) !== undefined,
  }
}

function toReceipt(row: Row): ReceiptRecord {
  return {
    digest: text(row, 'digest'),
    nodeId: text(row, 'node_id'),
    approval: text(row, 'approval'),
    outcome: text(row, 'outcome'),
    bytes: bytes(row, 'bytes'),
    logIndex: number(row, 'log_index'),
    receivedAt: number(row, 'received_at') as Timestamp,
  }
}

async function currentVersion(
  sql: Sql,
  table: 'environments' | 'access_rules',
): Promise<RecordVersion | undefined> {
  const row = await sql.row(`SELECT version, digest FROM ${table} ORDER BY version DESC LIMIT 1`)
  return row && { version: number(row, 'version'), digest: text(row, 'digest') }
}

export function createEnvironmentsTable(sql: Sql): EnvironmentsTable {
  return {
    currentVersion: () => currentVersion(sql, 'environments'),
    async current() {
      const row = await sql.row('SELECT * FROM environments ORDER BY version DESC LIMIT 1')
      if (!row) return undefined
      return {
        version: number(row, 'version'),
        text: text(row, 'text'),
        digest: text(row, 'digest'),
        folder: textOrNull(row, 'folder'),
        createdAt: number(row, 'created_at') as Timestamp,
      }
    },
    async insert(record) {
      await sql.send(
        'INSERT INTO environments (version, text, digest, folder, created_at) VALUES (?, ?, ?, ?, ?)',
        record.version,
        record.text,
        record.digest,
        record.folder,
        record.createdAt,
      )
    },
  }
}

export function createAccessRulesTable(sql: Sql): AccessRulesTable {
  return {
    currentVersion: () => currentVersion(sql, 'access_rules'),
    async current() {
      const row = await sql.row('SELECT * FROM access_rules ORDER BY version DESC LIMIT 1')
      if (!row) return undefined
      return {
        version: number(row, 'version'),
        text: text(row, 'text'),
        digest: text(row, 'digest'),
        by: textOrNull(row, 'by'),
        createdAt: number(row, 'created_at') as Timestamp,
      }
    },
    async insert(record) {
      await sql.send(
        'INSERT INTO access_rules (version, text, digest, "by", created_at) VALUES (?, ?, ?, ?, ?)',
        record.version,
        record.text,
        record.digest,
        record.by,
        record.createdAt,
      )
    },
  }
}

export function createLogTable(sql: Sql): LogTable {
  const size = async () =>
    number((await sql.row('SELECT coalesce(max(position) + 1, 0) AS n FROM log_entries'))!, 'n')
  return {
    async append(entry) {
      const row = await sql.row(
        `INSERT INTO log_entries (position, bytes)
         SELECT coalesce(max(position) + 1, 0), CAST(? AS BLOB) FROM log_entries RETURNING position`,
        entry,
      )
      return number(row!, 'position')
    },
    size: async () => size(),
    list: async (from, count) =>
      (
        await sql.rows(
          'SELECT bytes FROM log_entries WHERE position >= ? ORDER BY position LIMIT ?',
          from,
          count,
        )
      ).map((row) => bytes(row, 'bytes')),
    async checkpoint() {
      const row = await sql.row('SELECT size, note FROM log_checkpoint')
      return row && { size: number(row, 'size'), note: text(row, 'note') }
    },
    async replaceCheckpoint(expected, next) {
      const changed =
        expected === null
          ? await sql.run(
              'INSERT INTO log_checkpoint ("only", size, note) VALUES (1, ?, ?) ON CONFLICT DO NOTHING',
              next.size,
              next.note,
            )
          : await sql.run(
              'UPDATE log_checkpoint SET size = ?, note = ? WHERE size = ?',
              next.size,
              next.note,
              expected,
            )
      return changed === 1
    },
  }
}
