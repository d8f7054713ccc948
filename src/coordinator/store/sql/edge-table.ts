import type { EdgeTable } from '../contract.ts'
import type { EdgeRecord, PortRange } from '../records.ts'
import { number, numberOrNull, type Row, type Sql, text, textOrNull } from './sql.ts'

export function createEdgeTable(sql: Sql): EdgeTable {
  return {
    async insert(edge) {
      await sql.send(
        `INSERT INTO edges (id, source, target, ports, approval, added_version, removed_version)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        edge.id,
        edge.source,
        edge.target,
        JSON.stringify([...edge.ports, ...(edge.ranges ?? [])]),
        edge.approval,
        edge.addedVersion,
        edge.removedVersion,
      )
    },
    listOf: async (nodeId, since = Number.MAX_SAFE_INTEGER) =>
      (
        await sql.rows(
          `SELECT * FROM edges WHERE source = ?1 AND (removed_version IS NULL OR removed_version > ?2)
           UNION SELECT * FROM edges WHERE target = ?1 AND (removed_version IS NULL OR removed_version > ?2)
           ORDER BY id`,
          nodeId,
          since,
        )
      ).map(toEdge),
    removeOf: async (nodeId, version) => remove(sql, '(source = ?2 OR target = ?2)', version, nodeId),
    async remove(id, version) {
      await remove(sql, 'id = ?2', version, id)
    },
    removeByApproval: async (approval, version) => remove(sql, 'approval = ?2', version, approval),
    listPeerKeys: async (nodeId) =>
      (
        await sql.rows(
          `SELECT nodes.wireguard_key FROM edges JOIN nodes ON nodes.id = edges.target
             WHERE edges.source = ?1 AND edges.removed_version IS NULL AND nodes.state = 'active'
           UNION SELECT nodes.wireguard_key FROM edges JOIN nodes ON nodes.id = edges.source
             WHERE edges.target = ?1 AND edges.removed_version IS NULL AND nodes.state = 'active'`,
          nodeId,
        )
      ).map((row) => text(row, 'wireguard_key')),
    async connects(a, b) {
      const row = await sql.row(
        `SELECT 1 FROM edges
           JOIN nodes AS s ON s.id = edges.source JOIN nodes AS t ON t.id = edges.target
         WHERE edges.removed_version IS NULL AND s.state = 'active' AND t.state = 'active'
           AND ((s.wireguard_key = ?1 AND t.wireguard_key = ?2) OR (s.wireguard_key = ?2 AND t.wireguard_key = ?1))`,
        a,
        b,
      )
      return row !== undefined
    },
  }
}

async function remove(
  sql: Sql,
  where: string,
  version: number,
  value: string,
): Promise<readonly EdgeRecord[]> {
  const ended = await sql.rows(
    `UPDATE edges SET removed_version = ?1 WHERE ${where} AND removed_version IS NULL RETURNING *`,
    version,
    value,
  )
  return ended.map(toEdge)
}

/** Ports are numbers, ranges objects of the same list. */
function toEdge(row: Row): EdgeRecord {
  const listed = JSON.parse(text(row, 'ports')) as readonly (number | PortRange)[]
  const ranges = listed.filter((each) => typeof each === 'object')
  return {
    id: text(row, 'id'),
    source: text(row, 'source'),
    target: text(row, 'target'),
    ports: listed.filter((each) => typeof each === 'number'),
    ...(ranges.length === 0 ? {} : { ranges }),
    approval: textOrNull(row, 'approval'),
    addedVersion: number(row, 'added_version'),
    removedVersion: numberOrNull(row, 'removed_version'),
  }
}
