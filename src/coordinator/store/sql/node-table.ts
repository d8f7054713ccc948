import { decodeBase64url } from '../../../base/bytes.ts'
import type { Timestamp } from '../../../base/time.ts'
import { keyIdOf } from '../../../trust/keys.ts'
import type { NodeTable } from '../contract.ts'
import type { NodeChange, NodeKind, NodeRecord, NodeState } from '../records.ts'
import { list, number, numberOrNull, type Row, type Sql, text, textOrNull } from './sql.ts'

const LIVE = `state IN ('active', 'suspended')`

const OF_KIND: Readonly<Record<NodeKind, string>> = {
  agent: `kind = 'agent'`,
  runner: `kind = 'runner' AND owner IS NULL`,
  person: 'owner IS NOT NULL',
}
const NEWEST_AGENT = `SELECT id, changed_version FROM nodes WHERE kind = 'agent' ORDER BY changed_version DESC LIMIT 1`
const CHANGED_EDGES = 'FROM edges WHERE added_version > ?1 OR removed_version > ?1'
const STANDING = `FROM edges JOIN nodes ON nodes.changed_version > ?1 AND edges.removed_version IS NULL`
const TOUCHED = `
  SELECT id FROM nodes WHERE changed_version > ?1
  UNION SELECT source ${CHANGED_EDGES} UNION SELECT target ${CHANGED_EDGES}
  UNION SELECT edges.target ${STANDING} AND edges.source = nodes.id
  UNION SELECT edges.source ${STANDING} AND edges.target = nodes.id`

/** Nodes, and the addresses they hold. */
export function createNodeTable(sql: Sql): NodeTable {
  const one = async (where: string, value: string) => {
    const row = await sql.row(`SELECT * FROM nodes WHERE ${where}`, value)
    return row && toNode(row)
  }
  return {
    insert: async (node) => insertNode(sql, node),
    change: async (id, version, change) => changeNode(sql, id, version, change),
    find: async (id) => one('id = ?', id),
    findByKeyId: async (keyId) => one('key_id = ?', keyId),
    findByMachineKey: async (key) => one('machine_key = ?', key),
    findByWireguardKey: async (key) => one('wireguard_key = ?', key),
    list: async () =>
      (await sql.rows(`SELECT * FROM nodes WHERE ${LIVE} ORDER BY created_at, id`)).map(toNode),
    listAgents: async (application, environment) =>
      (
        await sql.rows(
          `SELECT * FROM nodes WHERE kind = 'agent' AND state = 'active' AND environment = ?
             AND ${sql.listHas('applications')} ORDER BY id`,
          environment,
          application,
        )
      ).map(toNode),
    listPersonal: async (session) =>
      (
        await sql.rows(
          `SELECT * FROM nodes WHERE owner IS NOT NULL AND ${LIVE} AND (?1 = '' OR owner = ?1) ORDER BY created_at, id`,
          session ?? '',
        )
      ).map(toNode),
    // A range, so that the index of names answers: text is ordered by its bytes, and ':' follows '9'.
    listNamesLike: async (name, stem) =>
      (
        await sql.rows(
          `SELECT name FROM nodes WHERE name = ?1 AND ${LIVE}
           UNION SELECT name FROM nodes WHERE name >= ?2 AND name < ?3 AND ${LIVE}`,
          name,
          `${stem}-0`,
          `${stem}-:`,
        )
      ).map((row) => text(row, 'name')),
    isAddressTaken: async (ipv4, now) => isAddressTaken(sql, ipv4, now),
    releaseAddress: async (id, freeAt) => {
      await sql.send('UPDATE addresses SET free_at = ? WHERE node_id = ?', freeAt, id)
    },
    giveUpAddress: async (id) =>
      (await sql.row('DELETE FROM addresses WHERE node_id = ? RETURNING ipv4', id)) !== undefined,
    async agentsState() {
      const row = await sql.row(NEWEST_AGENT)
      return row ? `${text(row, 'changed_version')} ${text(row, 'id')}` : ''
    },
    listTouched: async (since) => (await sql.rows(TOUCHED, since)).map((row) => text(row, 'id')),
    count: async (kind: NodeKind) =>
      number((await sql.row(`SELECT count(*) AS n FROM nodes WHERE ${OF_KIND[kind]} AND ${LIVE}`))!, 'n'),
  }
}

async function insertNode(sql: Sql, node: NodeRecord): Promise<void> {
  await sql.send(
    `INSERT INTO nodes (id, kind, name, wireguard_key, machine_key, key_id, ipv4, ipv6, state, tags, applications,
       environment, port, endpoints, created_at, changed_version, owner)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    node.id,
    node.kind === 'agent' ? 'agent' : 'runner',
    node.name,
    node.wireguardKey,
    node.machineKey,
    keyIdOf(decodeBase64url(node.machineKey)),
    node.ipv4,
    node.ipv6,
    node.state,
    JSON.stringify(node.tags),
    JSON.stringify(node.applications),
    node.environment,
    node.port,
    JSON.stringify(node.endpoints),
    node.createdAt,
    node.changedVersion,
    node.owner ?? null,
  )
  // An address whose time of release has passed is taken over; the caller asked isAddressTaken first.
  await sql.send('DELETE FROM addresses WHERE ipv4 = ? AND free_at <= ?', node.ipv4, node.createdAt)
  await sql.send('INSERT INTO addresses (ipv4, node_id, free_at) VALUES (?, ?, NULL)', node.ipv4, node.id)
}

async function changeNode(sql: Sql, id: string, version: number, change: NodeChange): Promise<void> {
  await sql.send(
    `UPDATE nodes SET changed_version = ?, state = coalesce(?, state), endpoints = coalesce(?, endpoints),
       port = coalesce(?, port) WHERE id = ?`,
    version,
    change.state ?? null,
    change.endpoints ? JSON.stringify(change.endpoints) : null,
    change.port ?? null,
    id,
  )
}

async function isAddressTaken(sql: Sql, ipv4: string, now: Timestamp): Promise<boolean> {
  const row = await sql.row(
    'SELECT 1 FROM addresses WHERE ipv4 = ? AND (free_at IS NULL OR free_at > ?)',
    ipv4,
    now,
  )
  return row !== undefined
}

function toNode(row: Row): NodeRecord {
  const owner = textOrNull(row, 'owner')
  return {
    id: text(row, 'id'),
    kind: owner === null ? (text(row, 'kind') as NodeKind) : 'person',
    name: text(row, 'name'),
    wireguardKey: text(row, 'wireguard_key'),
    machineKey: text(row, 'machine_key'),
    ipv4: text(row, 'ipv4'),
    ipv6: text(row, 'ipv6'),
    state: text(row, 'state') as NodeState,
    tags: list(row, 'tags'),
    applications: list(row, 'applications'),
    environment: text(row, 'environment'),
    port: numberOrNull(row, 'port'),
    endpoints: list(row, 'endpoints'),
    createdAt: number(row, 'created_at') as Timestamp,
    changedVersion: number(row, 'changed_version'),
    ...(owner === null ? {} : { owner }),
  }
}
