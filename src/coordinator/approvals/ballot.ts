/**
 * What people are asked, whichever it is: the approval of a deployment, or a change of policy. Its bytes,
 * how many must say yes, and the evidence of those who did.
 */
import { encodeBase64 } from '../../base/bytes.ts'
import { parseTimestamp } from '../../base/time.ts'
import type { Envelope } from '../../trust/dsse.ts'
import type { IssuerKeys } from '../../trust/issuer-keys.ts'
import { countPeople, type PeopleQuestion, questionOf } from '../../trust/people.ts'
import { POLICY_CHANGE_PAYLOAD_TYPE, parsePolicyChange } from '../../trust/policy-change.ts'
import { parseApprovalStatement, STATEMENT_PAYLOAD_TYPE } from '../../trust/statement.ts'
import type { CoordinatorContext } from '../context.ts'
import type { Environments } from '../environments/environments-file.ts'
import { CHANGES, type PolicyChangeRecord } from '../environments/policy-changes.ts'
import { resolveLogin } from '../logins/resolved-login.ts'
import type { Transaction } from '../store/contract.ts'
import { collection } from '../store/documents.ts'
import type { StatementRecord, SubmissionRecord } from '../store/records.ts'
import type { SubmissionEvidence } from './submission.ts'

/** A signature of a person's own key, as the envelope holds it. */
export interface KeyVote {
  readonly keyid: string
  readonly sig: string
}

/** Of keys for both, of logins for changes of policy; logins for approvals have their own table. */
export type VoteRecord =
  | ({ readonly kind: 'key' } & KeyVote)
  | { readonly kind: 'login'; readonly issuer: string; readonly subject: string; readonly token: string }

export const VOTES = collection<VoteRecord>('vote')

export type Ballot = {
  readonly digest: string
  readonly payloadType: string
  readonly question: PeopleQuestion
  readonly wanted: number
  readonly tokens: readonly string[]
  readonly signatures: readonly KeyVote[]
} & (
  | { readonly kind: 'approval'; readonly statement: StatementRecord; readonly submission: SubmissionRecord }
  | { readonly kind: 'policy-change'; readonly change: PolicyChangeRecord }
)

export async function findBallot(tx: Transaction, digest: string): Promise<Ballot | undefined> {
  const statement = await tx.submissions.findStatement(digest)
  const votes = (await VOTES.list(tx, digest)).map(({ value }) => value)
  const signatures = votes.filter((vote) => vote.kind === 'key').map(({ keyid, sig }) => ({ keyid, sig }))
  if (statement) {
    const submission = await tx.submissions.find(statement.submission)
    return submission && approvalBallot(tx, statement, submission, signatures)
  }
  const change = (await CHANGES.find(tx, digest))?.value
  if (!change) return undefined
  const bytes = Buffer.from(change.bytes, 'base64')
  const { notBefore, notAfter } = parsePolicyChange(bytes)
  return {
    kind: 'policy-change',
    digest,
    payloadType: POLICY_CHANGE_PAYLOAD_TYPE,
    question: {
      bytes,
      notBefore: parseTimestamp(notBefore),
      notAfter: parseTimestamp(notAfter),
      involved: [],
      ...(change.askedBy === null ? {} : { askedBy: change.askedBy }),
    },
    wanted: change.wanted,
    tokens: votes.filter((vote) => vote.kind === 'login').map(({ token }) => token),
    signatures,
    change,
  }
}

/** Ids of the distinct persons of the list who said yes. */
export async function countBallot(
  context: CoordinatorContext,
  file: Environments,
  ballot: Pick<Ballot, 'payloadType' | 'question' | 'tokens' | 'signatures'>,
): Promise<readonly string[]> {
  const { payloadType, question, tokens, signatures } = ballot
  if (tokens.length === 0 && signatures.length === 0) return []
  const trusted = [...file.issuers, ...(file.logins ?? []).map((login) => resolveLogin(login).trusted)]
  const issuers = new Map<string, IssuerKeys>()
  for (const token of tokens) {
    for (const [url, keys] of await context.issuerKeys.keysFor(trusted, token)) issuers.set(url, keys)
  }
  const envelope: Envelope = {
    payloadType,
    payload: encodeBase64(question.bytes),
    signatures: [...signatures],
  }
  return countPeople(file.people ?? [], { envelope, tokens, question, issuers }).approved
}

async function approvalBallot(
  tx: Transaction,
  statement: StatementRecord,
  submission: SubmissionRecord,
  signatures: readonly KeyVote[],
): Promise<Ballot> {
  const tokens = await tx.submissions.listPersonTokens(statement.digest)
  const { quorum }: SubmissionEvidence = JSON.parse(submission.evidence)
  return {
    kind: 'approval',
    digest: statement.digest,
    payloadType: STATEMENT_PAYLOAD_TYPE,
    question: questionOf(parseApprovalStatement(statement.bytes), statement.bytes),
    wanted: quorum,
    tokens: tokens.map(({ token }) => token),
    signatures,
    statement,
    submission,
  }
}
