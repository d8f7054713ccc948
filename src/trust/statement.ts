/**
 * The approval: an in-toto Statement v1 with the predicate `https://sallyport.dev/approval/v1`
 * (protocols §5). Must-understand: an unknown key anywhere is a refusal. The bytes are emitted in one
 * order without white space, so that coordinator, issuer and people vouch for the same bytes.
 */
import * as z from 'zod'
import { encodeUtf8 } from '../base/bytes.ts'
import { decode } from '../base/decode.ts'
import { sha256 } from '../base/digest.ts'
import { SallyportError } from '../base/errors.ts'
import { parseTimestamp } from '../base/time.ts'
import { decodeDocument } from './document.ts'
import {
  applicationName,
  commitText,
  counter,
  digestText,
  environmentName,
  gitRef,
  issuerUrl,
  labels,
  numericId,
  sha256HexText,
  timestampText,
} from './vocabulary.ts'

export const STATEMENT_PAYLOAD_TYPE = 'application/vnd.in-toto+json'
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
export const APPROVAL_PREDICATE_TYPE = 'https://sallyport.dev/approval/v1'
export const MAX_STATEMENT_BYTES = 64 * 1024

const sourceSchema = z.strictObject({
  issuer: issuerUrl,
  repositoryId: numericId,
  ownerId: numericId,
  commit: commitText,
  ref: gitRef,
  runId: numericId,
  runAttempt: numericId,
  /** `job_workflow_ref`: owner/repository/path@ref. */
  workflow: z.string().min(1).max(500),
  /** `job_workflow_sha`. */
  workflowCommit: commitText,
  /** Who started the run, and who pushed the commit where the coordinator knows: neither counts for a quorum. */
  actorId: numericId,
  pusherId: numericId.optional(),
})

const predicateSchema = z.strictObject({
  application: applicationName,
  environment: environmentName,
  scope: labels,
  artifact: z.strictObject({
    mediaType: z.string().regex(/^[\w.+-]{1,127}\/[\w.+-]{1,127}$/),
    size: z.int().min(0),
  }),
  sequence: counter,
  keyEpoch: counter,
  notBefore: timestampText,
  notAfter: timestampText,
  kind: z.enum(['deploy', 'rollback', 'revoke']),
  /** Null only where a person signs with a key and names no verdict. */
  policy: z.strictObject({ uri: z.string().min(1).max(1000), digest: digestText }).nullable(),
  evidence: z.strictObject({ verdict: digestText }).nullable(),
  /** Null only where no workload asked (`signers: key`). */
  source: sourceSchema.nullable(),
  /** Who approved, as (issuer, subject); a hint for readers: the proof is beside the statement. */
  approvers: z.array(z.strictObject({ issuer: z.string().max(500), subject: z.string().max(255) })).max(32),
})

export const approvalStatementSchema = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z
    .array(
      z.strictObject({ name: z.string().min(1).max(255), digest: z.strictObject({ sha256: sha256HexText }) }),
    )
    .length(1),
  predicateType: z.literal(APPROVAL_PREDICATE_TYPE),
  predicate: predicateSchema,
})

export type ApprovalPredicate = z.infer<typeof predicateSchema>
export type ApprovalSource = z.infer<typeof sourceSchema>
export type ApprovalStatement = z.infer<typeof approvalStatementSchema>

export interface ApprovalContent extends ApprovalPredicate {
  readonly artifactName: string
  /** Lower-case hex of SHA-256. */
  readonly artifactSha256: string
}

/**
 * The exact bytes that are signed: keys in the order of the schema, labels sorted, no white space.
 *
 * @throws `CONFIG_INVALID` when the content does not fit the schema; a statement that nobody would accept is not made
 */
export function emitApprovalStatement(content: ApprovalContent): Uint8Array {
  const { artifactName, artifactSha256, ...predicate } = content
  const value = {
    _type: STATEMENT_TYPE,
    subject: [{ name: artifactName, digest: { sha256: artifactSha256 } }],
    predicateType: APPROVAL_PREDICATE_TYPE,
    predicate,
  }
  const statement = refuseEmptyWindow(decode(approvalStatementSchema, value, { source: 'the statement' }))
  const scope = Object.fromEntries(Object.entries(statement.predicate.scope).sort(byName))
  // zod rebuilds objects in the order of the schema's keys, whatever order they were given in.
  return encodeUtf8(JSON.stringify({ ...statement, predicate: { ...statement.predicate, scope } }))
}

/** @throws `JSON_INVALID`, `LIMIT_EXCEEDED`, `CONFIG_INVALID` with the key that does not fit */
export function parseApprovalStatement(bytes: Uint8Array): ApprovalStatement {
  const limits = { source: 'the statement', maxBytes: MAX_STATEMENT_BYTES, maxDepth: 8 }
  return refuseEmptyWindow(decodeDocument(approvalStatementSchema, bytes, limits))
}

/** Digest of an approval: SHA-256 of the decoded DSSE payload. */
export function approvalDigest(statementBytes: Uint8Array): Uint8Array {
  return sha256(statementBytes)
}

function refuseEmptyWindow(statement: ApprovalStatement): ApprovalStatement {
  const { notBefore, notAfter } = statement.predicate
  if (parseTimestamp(notBefore) < parseTimestamp(notAfter)) return statement
  throw new SallyportError('CONFIG_INVALID', {
    message: `predicate.notAfter: ${notAfter} is not after notBefore, ${notBefore}`,
  })
}

function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
