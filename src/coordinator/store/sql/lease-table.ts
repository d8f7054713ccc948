import type { Timestamp } from '../../../base/time.ts'
import type { LeaseTable } from '../contract.ts'
import type { LeaseRecord } from '../records.ts'
import { number, numberOrNull, type Row, type Sql, text, textOrNull } from './sql.ts'

const OF_LIVE_NODES = `FROM leases JOIN nodes ON nodes.id = leases.node_id
  WHERE nodes.state IN ('active', 'suspended')`

export function createLeaseTable(sql: Sql): LeaseTable {
  return {
    async insert(lease) {
      await sql.send(
        'INSERT INTO leases (node_id, start, "end", issuer, jti, token, approval) VALUES (?, ?, ?, ?, ?, ?, ?)',
        lease.nodeId,
        lease.start,
        lease.end,
        lease.issuer,
        lease.jti,
        lease.token,
        lease.approval,
      )
    },
    async find(nodeId) {
      const row = await sql.row('SELECT * FROM leases WHERE node_id = ?', nodeId)
      return row && toLease(row)
    },
    listEnded: async (now) =>
      (await sql.rows(`SELECT leases.* ${OF_LIVE_NODES} AND leases."end" <= ?`, now)).map(toLease),
    async nextEnd() {
      const row = await sql.row(`SELECT min(leases."end") AS "end" ${OF_LIVE_NODES}`)
      return (row && (numberOrNull(row, 'end') as Timestamp | null)) ?? undefined
    },
  }
}

function toLease(row: Row): LeaseRecord {
  return {
    nodeId: text(row, 'node_id'),
    start: number(row, 'start') as Timestamp,
    end: number(row, 'end') as Timestamp,
    issuer: text(row, 'issuer'),
    jti: text(row, 'jti'),
    token: text(row, 'token'),
    approval: textOrNull(row, 'approval'),
  }
}
