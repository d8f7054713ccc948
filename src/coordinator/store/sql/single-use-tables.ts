/** What may be used once: enrolment secrets, workload tokens, nonces of signed requests. */
import { MINUTE, type Timestamp } from '../../../base/time.ts'
import type { EnrolmentTable, NonceTable, TokenTable } from '../contract.ts'
import { list, number, type Sql, text, textOrNull } from './sql.ts'

export function createEnrolmentTable(sql: Sql): EnrolmentTable {
  return {
    async insert(enrolment) {
      await sql.send(
        `INSERT INTO enrolments (secret_hash, tags, applications, environment, created_at, expires_at, consumed_by)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        enrolment.secretHash,
        JSON.stringify(enrolment.tags),
        JSON.stringify(enrolment.applications),
        enrolment.environment,
        enrolment.createdAt,
        enrolment.expiresAt,
        enrolment.consumedBy,
      )
    },
    async find(secretHash) {
      const row = await sql.row('SELECT * FROM enrolments WHERE secret_hash = ?', secretHash)
      if (!row) return undefined
      return {
        secretHash,
        tags: list(row, 'tags'),
        applications: list(row, 'applications'),
        environment: text(row, 'environment'),
        createdAt: number(row, 'created_at') as Timestamp,
        expiresAt: number(row, 'expires_at') as Timestamp,
        consumedBy: textOrNull(row, 'consumed_by'),
      }
    },
    voidUnused: async (now) =>
      await sql.run(
        'UPDATE enrolments SET expires_at = ?1 WHERE consumed_by IS NULL AND expires_at > ?1',
        now,
      ),
    consume: async (secretHash, nodeId) =>
      (await sql.run(
        'UPDATE enrolments SET consumed_by = ? WHERE secret_hash = ? AND consumed_by IS NULL',
        nodeId,
        secretHash,
      )) === 1,
  }
}

export function createTokenTable(sql: Sql): TokenTable {
  return {
    async find(issuer, jti) {
      const row = await sql.row('SELECT * FROM tokens WHERE issuer = ? AND jti = ?', issuer, jti)
      if (!row) return undefined
      return {
        issuer,
        jti,
        binding: text(row, 'binding'),
        result: text(row, 'result'),
        expiresAt: number(row, 'expires_at') as Timestamp,
      }
    },
    consume: async (use) =>
      (await sql.run(
        `INSERT INTO tokens (issuer, jti, binding, result, expires_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        use.issuer,
        use.jti,
        use.binding,
        use.result,
        use.expiresAt,
      )) === 1,
    async prune(before) {
      await sql.send('DELETE FROM tokens WHERE expires_at < ?', before)
    },
  }
}

export function createNonceTable(sql: Sql): NonceTable {
  return {
    async consume(key, nonce, now, limits) {
      const isFresh = await sql.run(
        `INSERT INTO nonces (key, nonce, used_at, expires_at)
         SELECT ?1, ?2, CAST(?3 AS BIGINT), CAST(?4 AS BIGINT)
           WHERE (SELECT count(*) FROM nonces WHERE key = ?1 AND used_at > ?5) < ?6
         ON CONFLICT DO NOTHING`,
        key,
        nonce,
        now,
        now + limits.keepMs,
        now - MINUTE,
        limits.perMinute,
      )
      if (isFresh === 1) return 'fresh'
      const used = await sql.row('SELECT 1 FROM nonces WHERE key = ? AND nonce = ?', key, nonce)
      return used ? 'used' : 'too-many'
    },
    async prune(before) {
      await sql.send('DELETE FROM nonces WHERE expires_at < ?', before)
    },
  }
}
