import type { Timestamp } from '../../../base/time.ts'
import type { SubmissionTable } from '../contract.ts'
import type { StatementRecord, SubmissionRecord, SubmissionState } from '../records.ts'
import { bytes, number, numberOrNull, type Row, type Sql, text, textOrNull } from './sql.ts'

/** Approvals on their way: submissions, their statements, people's tokens. */
export function createSubmissionTable(sql: Sql): SubmissionTable {
  return {
    async insert(submission, statements) {
      await insertSubmission(sql, submission)
      for (const statement of statements) await insertStatement(sql, statement)
    },
    async find(id) {
      const row = await sql.row('SELECT * FROM submissions WHERE id = ?', id)
      return row && toSubmission(row)
    },
    async setState(id, state) {
      await sql.send('UPDATE submissions SET state = ? WHERE id = ?', state, id)
    },
    listReserved: async (now, limit) =>
      (
        await sql.rows(
          `SELECT * FROM submissions WHERE state = 'reserved' AND expires_at > ? ORDER BY created_at, id LIMIT ?`,
          now,
          limit,
        )
      ).map(toSubmission),
    listStatements: async (id) =>
      (await sql.rows('SELECT * FROM statements WHERE submission = ? ORDER BY ordinal', id)).map(toStatement),
    async findStatement(digest) {
      const row = await sql.row('SELECT * FROM statements WHERE digest = ?', digest)
      return row && toStatement(row)
    },
    async keepToken(digest, token) {
      await sql.send('UPDATE statements SET token = ? WHERE digest = ?', token, digest)
    },
    async sign(digest, { envelope, logIndex }) {
      await sql.send(
        'UPDATE statements SET envelope = ?, log_index = ? WHERE digest = ?',
        envelope,
        logIndex,
        digest,
      )
    },
    async findLatest(application, environment) {
      const row = await sql.row(
        `SELECT * FROM statements WHERE application = ? AND environment = ? AND log_index IS NOT NULL
           AND revoked_at IS NULL ORDER BY sequence DESC LIMIT 1`,
        application,
        environment,
      )
      return row && toStatement(row)
    },
    async revoke(digest, at) {
      await sql.send(
        'UPDATE statements SET revoked_at = ? WHERE digest = ? AND revoked_at IS NULL',
        at,
        digest,
      )
    },
    highestRunId: async (application, environment) => highestRunId(sql, application, environment),
    addPersonToken: async (token) =>
      (await sql.run(
        `INSERT INTO person_tokens (statement, issuer, subject, token) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        token.statement,
        token.issuer,
        token.subject,
        token.token,
      )) === 1,
    listPersonTokens: async (statement) =>
      (
        await sql.rows('SELECT * FROM person_tokens WHERE statement = ? ORDER BY issuer, subject', statement)
      ).map((row) => ({
        statement,
        issuer: text(row, 'issuer'),
        subject: text(row, 'subject'),
        token: text(row, 'token'),
      })),
  }
}

async function insertSubmission(sql: Sql, submission: SubmissionRecord): Promise<void> {
  await sql.send(
    `INSERT INTO submissions (id, machine_key, state, application, environment, created_at, expires_at, principal, evidence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    submission.id,
    submission.machineKey,
    submission.state,
    submission.application,
    submission.environment,
    submission.createdAt,
    submission.expiresAt,
    submission.principal,
    submission.evidence,
  )
}

async function insertStatement(sql: Sql, statement: StatementRecord): Promise<void> {
  await sql.send(
    `INSERT INTO statements (digest, submission, ordinal, application, environment, sequence, run_id, artifact,
       bytes, not_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    statement.digest,
    statement.submission,
    statement.ordinal,
    statement.application,
    statement.environment,
    statement.sequence,
    statement.runId,
    statement.artifact,
    statement.bytes,
    statement.notAfter,
  )
}

/** Run ids are decimal text without bound: the longer is the greater, then the text decides. */
async function highestRunId(sql: Sql, application: string, environment: string): Promise<bigint> {
  const row = await sql.row(
    `SELECT run_id FROM statements WHERE application = ? AND environment = ? AND log_index IS NOT NULL
     ORDER BY length(run_id) DESC, run_id DESC LIMIT 1`,
    application,
    environment,
  )
  return row ? BigInt(text(row, 'run_id')) : 0n
}

function toSubmission(row: Row): SubmissionRecord {
  return {
    id: text(row, 'id'),
    machineKey: text(row, 'machine_key'),
    state: text(row, 'state') as SubmissionState,
    application: text(row, 'application'),
    environment: text(row, 'environment'),
    createdAt: number(row, 'created_at') as Timestamp,
    expiresAt: number(row, 'expires_at') as Timestamp,
    principal: text(row, 'principal'),
    evidence: text(row, 'evidence'),
  }
}

function toStatement(row: Row): StatementRecord {
  return {
    digest: text(row, 'digest'),
    submission: text(row, 'submission'),
    ordinal: number(row, 'ordinal'),
    application: text(row, 'application'),
    environment: text(row, 'environment'),
    sequence: number(row, 'sequence'),
    runId: text(row, 'run_id'),
    artifact: text(row, 'artifact'),
    bytes: bytes(row, 'bytes'),
    notAfter: number(row, 'not_after') as Timestamp,
    logIndex: numberOrNull(row, 'log_index'),
    envelope: textOrNull(row, 'envelope'),
    token: textOrNull(row, 'token'),
    revokedAt: numberOrNull(row, 'revoked_at') as Timestamp | null,
  }
}
