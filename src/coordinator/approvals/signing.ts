/**
 * The second half of an approval (protocols §5.2 to 5.4): one token per statement, each bound to its
 * statement's bytes; people, where the environment wants them; then every statement of the submission is
 * signed and logged in one transaction, or none.
 */

import type { SigningReply, SigningRequest } from '../../api/messages/approval.ts'
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import { encodeUtf8 } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { formatTimestamp, SECOND } from '../../base/time.ts'
import { approvalAudience } from '../../trust/audience.ts'
import { type Envelope, signEnvelope } from '../../trust/dsse.ts'
import {
  type ApprovalStatement,
  parseApprovalStatement,
  STATEMENT_PAYLOAD_TYPE,
} from '../../trust/statement.ts'
import {
  type Claims,
  MAX_ADMISSION_TOKEN_AGE,
  MAX_CLOCK_SKEW,
  type TokenResult,
  verifyWorkloadToken,
} from '../../trust/token.ts'
import { SOURCE_CLAIMS } from '../../trust/workload.ts'
import { consumeToken, tokenBinding } from '../admission/token-use.ts'
import { checkWorkload, recordRefusal, STRANGER_MESSAGE } from '../admission/workload-check.ts'
import type { CoordinatorContext } from '../context.ts'
import { type Environments, findEnvironment } from '../environments/environments-file.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import type { StatementRecord, SubmissionRecord } from '../store/records.ts'
import { assembleApproval } from './approval-assembly.ts'
import { countBallot, findBallot } from './ballot.ts'
import { refuseFrozen } from './environment-state.ts'
import { REFUSALS } from './people-vote.ts'
import { checkRunId } from './run-order.ts'
import type { SubmissionEvidence } from './submission.ts'

interface Vouched {
  readonly statement: StatementRecord
  readonly token: string
  readonly claims: Claims
}

/** @throws RequestRefusal */
export async function sign(
  context: CoordinatorContext,
  submissionId: string,
  request: SigningRequest,
): Promise<SigningReply> {
  const { submission, statements, file } = await load(context, submissionId)
  if (submission.state === 'signed') return repeat(context, statements, request)
  const vouched = await checkTokens(context, file, statements, request.tokens)
  const quorum = (JSON.parse(submission.evidence) as SubmissionEvidence).quorum
  await context.store.write('approval tokens', (tx) => keepTokens(context, tx, vouched))
  const given = await fewestVotes(context, file, statements)
  if (given < quorum) {
    const digests = statements.map(({ digest }) => digest)
    return { kind: 'waiting', wanted: quorum, given, statements: digests }
  }
  await context.store.write('approval', (tx) => writeApprovals(context, tx, submission))
  await context.log.integrate()
  const { application, environment } = submission
  context.diagnostics.log('info', 'approval signed', { application, environment, count: statements.length })
  return { kind: 'signed', approvals: await assembleAll(context, statements) }
}

interface Loaded {
  readonly submission: SubmissionRecord
  readonly statements: readonly StatementRecord[]
  readonly file: Environments
}

async function load(context: CoordinatorContext, id: string): Promise<Loaded> {
  const loaded = await context.store.read(async (tx) => ({
    submission: await tx.submissions.find(id),
    statements: await tx.submissions.listStatements(id),
    registered: await context.environments(tx),
  }))
  const { submission, statements, registered } = loaded
  if (!submission || !registered) throw new RequestRefusal('not-found', { message: STRANGER_MESSAGE })
  if (
    submission.state === 'expired' ||
    (submission.state === 'reserved' && submission.expiresAt <= context.clock.now())
  ) {
    const refusal = await context.store.read((tx) => REFUSALS.find(tx, id))
    throw new RequestRefusal('refused', {
      message: refusal ? `a person refused this: ${refusal.value.reason}` : 'this submission has expired',
      help: 'submit the verdict again',
    })
  }
  return { submission, statements, file: registered.file }
}

/** The reply was lost: the same tokens get the same files. */
async function repeat(
  context: CoordinatorContext,
  statements: readonly StatementRecord[],
  { tokens }: SigningRequest,
): Promise<SigningReply> {
  const isSame =
    tokens.length === statements.length && statements.every(({ token }, index) => token === tokens[index])
  if (!isSame)
    throw new RequestRefusal('replayed', { message: 'this submission was signed for other tokens' })
  await context.log.integrate()
  return { kind: 'signed', approvals: await assembleAll(context, statements) }
}

async function checkTokens(
  context: CoordinatorContext,
  file: Environments,
  statements: readonly StatementRecord[],
  tokens: readonly string[],
): Promise<readonly Vouched[]> {
  if (tokens.length !== statements.length) {
    throw new RequestRefusal('malformed', {
      message: `${statements.length} statements need as many tokens, ${tokens.length} came`,
    })
  }
  return Promise.all(
    statements.map((statement, index) => checkToken(context, file, statement, tokens[index]!)),
  )
}

async function checkToken(
  context: CoordinatorContext,
  file: Environments,
  statement: StatementRecord,
  token: string,
): Promise<Vouched> {
  const issuers = await context.issuerKeys.keysFor(file.issuers, token)
  const audience = approvalAudience(context.identity.coordinatorId, statement.bytes)
  const result = verifyWorkloadToken(token, { issuers, audience })
  try {
    const content = parseApprovalStatement(statement.bytes)
    const { application, environment, scope } = content.predicate
    const { claims } = checkWorkload(file, result, { application, environment, scope })
    // A token that was kept while people signed was in time when it came.
    if (statement.token !== token) checkTokenAge(context, claims)
    compareSource(claims, content)
    const named = findEnvironment(file, environment)
    const now = context.clock.now()
    if (named)
      await context.store.read((tx) => refuseFrozen(tx, { name: environment, environment: named }, now))
    return { statement, token, claims }
  } catch (thrown) {
    if (thrown instanceof RequestRefusal) await recordRefusal(context, 'signing', thrown, claimsOf(result))
    throw thrown
  }
}

function checkTokenAge(context: CoordinatorContext, claims: Claims): void {
  const age = context.clock.now() - claims.iat * SECOND
  if (age <= MAX_ADMISSION_TOKEN_AGE && age >= -MAX_CLOCK_SKEW) return
  throw new RequestRefusal('refused', {
    message: `the token was issued ${Math.round(age / SECOND)} s ago`,
    claim: 'iat',
  })
}

function compareSource(claims: Claims, { predicate }: ApprovalStatement): void {
  for (const [claim, field] of SOURCE_CLAIMS) {
    if (claims[claim] === predicate.source?.[field]) continue
    throw new RequestRefusal('refused', {
      message: `"${claim}" is not the one that the statement names`,
      claim,
    })
  }
}

async function keepTokens(
  context: CoordinatorContext,
  tx: Transaction,
  vouched: readonly Vouched[],
): Promise<void> {
  const now = context.clock.now()
  for (const { statement, token, claims } of vouched) {
    const binding = tokenBinding('signing', statement.bytes)
    await consumeToken(tx, claims, { binding, result: statement.digest, now })
    await tx.submissions.keepToken(statement.digest, token)
  }
}

async function fewestVotes(
  context: CoordinatorContext,
  file: Environments,
  statements: readonly StatementRecord[],
): Promise<number> {
  const counts = await Promise.all(
    statements.map(async ({ digest }) => {
      const ballot = await context.store.read((tx) => findBallot(tx, digest))
      return ballot ? (await countBallot(context, file, ballot)).length : 0
    }),
  )
  return Math.min(...counts)
}

async function writeApprovals(
  context: CoordinatorContext,
  tx: Transaction,
  submission: SubmissionRecord,
): Promise<void> {
  // Another request may have signed it between the two transactions: then there is nothing to do.
  if ((await tx.submissions.find(submission.id))?.state !== 'reserved') return
  for (const statement of await tx.submissions.listStatements(submission.id)) {
    const { predicate } = parseApprovalStatement(statement.bytes)
    if (predicate.kind === 'deploy') await checkRunId(tx, submission, statement.runId)
    refuseEarlierEpoch(context, predicate.keyEpoch)
    const ours = signEnvelope(STATEMENT_PAYLOAD_TYPE, statement.bytes, [context.identity.keys.approval])
    // People's own keys sign the same envelope; the log's entry is of all of it.
    const people = (await findBallot(tx, statement.digest))?.signatures ?? []
    const envelope: Envelope = { ...ours, signatures: [...ours.signatures, ...people] }
    const text = JSON.stringify(envelope)
    const logIndex = await tx.log.append(
      emitLogEntry({
        type: 'approval',
        version: 1,
        at: formatTimestamp(context.clock.now()),
        application: statement.application,
        environment: statement.environment,
        approval: statement.digest,
        sequence: statement.sequence,
        envelope: formatDigest(sha256(encodeUtf8(text))),
      }),
    )
    await tx.submissions.sign(statement.digest, { envelope: text, logIndex })
  }
  await tx.submissions.setState(submission.id, 'signed')
}

/** Reserved before the approval key was replaced: agents would refuse the signature of today's. */
function refuseEarlierEpoch({ identity }: CoordinatorContext, keyEpoch: number): void {
  const { epoch } = identity.keyList
  if (keyEpoch === epoch) return
  throw new RequestRefusal('conflict', {
    message: `the statement is of key epoch ${keyEpoch}, the current one is ${epoch}`,
    help: 'ask for the approval again',
  })
}

function assembleAll(context: CoordinatorContext, statements: readonly StatementRecord[]): Promise<string[]> {
  return Promise.all(statements.map(({ digest }) => assembleApproval(context, digest)))
}

function claimsOf(result: TokenResult): Claims | undefined {
  return result.kind === 'verified' ? result.claims : undefined
}
