/**
 * People's signatures over the same statement bytes: a login whose nonce is of them. Persons are counted,
 * not identities, by the list in environments.yml; an agent counts again by its own.
 */
import { decodeBase64url } from '../../base/bytes.ts'
import type { IssuerKeys } from '../../trust/issuer-keys.ts'
import { countPeople } from '../../trust/people.ts'
import { parseApprovalStatement } from '../../trust/statement.ts'
import { peekToken } from '../../trust/token.ts'
import type { CoordinatorContext } from '../context.ts'
import type { Environments } from '../environments/environments-file.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { StatementRecord } from '../store/records.ts'
import type { SubmissionEvidence } from './submission.ts'

/** @throws RequestRefusal `untrusted` for a token that is not a listed person's vote for these bytes */
export async function vote(
  context: CoordinatorContext,
  digest: string,
  token: string,
): Promise<{ given: number; wanted: number }> {
  const found = await context.store.read(async (tx) => {
    const statement = await tx.submissions.findStatement(digest)
    const submission = statement && (await tx.submissions.find(statement.submission))
    return { statement, submission, registered: await context.environments(tx) }
  })
  const { statement, submission, registered } = found
  if (!statement || submission?.state !== 'reserved' || !registered) throw untrusted()
  if (submission.expiresAt <= context.clock.now()) throw untrusted()
  // Only one who counts is stored: strangers cannot fill the table.
  if ((await count(context, registered.file, statement, [token])) !== 1) throw untrusted()
  const { issuer, subject } = identify(token)
  await context.store.write('vote', (tx) =>
    tx.submissions.addPersonToken({ statement: digest, issuer, subject, token }),
  )
  const { quorum }: SubmissionEvidence = JSON.parse(submission.evidence)
  return { given: await countVotes(context, registered.file, statement), wanted: quorum }
}

/** How many distinct persons of the list have signed a statement. */
export async function countVotes(
  context: CoordinatorContext,
  file: Environments,
  statement: StatementRecord,
): Promise<number> {
  const tokens = await context.store.read((tx) => tx.submissions.listPersonTokens(statement.digest))
  if (tokens.length === 0) return 0
  return count(
    context,
    file,
    statement,
    tokens.map(({ token }) => token),
  )
}

async function count(
  context: CoordinatorContext,
  file: Environments,
  statement: StatementRecord,
  tokens: readonly string[],
): Promise<number> {
  const issuers = new Map<string, IssuerKeys>()
  for (const token of tokens) {
    for (const [url, keys] of await context.issuerKeys.keysFor(file.issuers, token)) issuers.set(url, keys)
  }
  const counted = countPeople(file.people ?? [], {
    envelope: { payloadType: '', payload: '', signatures: [] },
    tokens,
    statement: parseApprovalStatement(statement.bytes),
    statementBytes: statement.bytes,
    issuers,
  })
  return counted.approved.length
}

/** The token was verified just before. */
function identify(token: string): { issuer: string; subject: string } {
  const claims: unknown = JSON.parse(new TextDecoder().decode(decodeBase64url(token.split('.')[1] ?? '')))
  const subject = typeof claims === 'object' && claims !== null && 'sub' in claims ? String(claims.sub) : ''
  return { issuer: peekToken(token)?.issuer ?? '', subject }
}

function untrusted(): RequestRefusal {
  return new RequestRefusal('untrusted', { message: 'untrusted' })
}
