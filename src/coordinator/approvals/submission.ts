/**
 * The first half of an approval (protocols §5.1): verdict and artifacts are judged, a sequence is
 * reserved, and the exact statement bytes go back, unsigned. What they say is decided here once: the
 * issuer and people vouch for the same bytes afterwards.
 */

import type { SubmissionReply, SubmissionRequest, SubmittedArtifact } from '../../api/messages/approval.ts'
import { decodeBase64, decodeBase64url, encodeBase64, encodeHex } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { formatTimestamp, HOUR, MINUTE, parseDuration, type Timestamp } from '../../base/time.ts'
import { type ApprovalSource, approvalDigest, emitApprovalStatement } from '../../trust/statement.ts'
import { type Claims, verifyAdmissionToken } from '../../trust/token.ts'
import { consumeToken, tokenBinding } from '../admission/token-use.ts'
import { checkWorkload, recordRefusal, STRANGER_MESSAGE } from '../admission/workload-check.ts'
import type { CoordinatorContext } from '../context.ts'
import {
  DEFAULT_APPROVAL_LIFETIME,
  type Environments,
  findEnvironment,
} from '../environments/environments-file.ts'
import { liftedNow } from '../environments/stops.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import type { StatementRecord, SubmissionRecord } from '../store/records.ts'
import { checkPromotion, checkSources, type NamedEnvironment, refuseFrozen } from './environment-state.ts'
import { checkProvenance } from './provenance.ts'
import { quorumOf } from './quorum.ts'
import { checkRunId } from './run-order.ts'
import { checkFloor, parseVerdict, type Verdict } from './verdict.ts'

/** Tokens over the statements must come within this; with a quorum, within the approval's life. */
const RESERVATION = 15 * MINUTE
/** A token may be up to 24 h older than the approval's end, and is asked for up to ten minutes before its start. */
const MAX_LIFETIME = 23 * HOUR

/** Kept with the submission; only we read it. */
export interface SubmissionEvidence {
  readonly verdict: string
  readonly quorum: number
  readonly locations: readonly (readonly string[])[]
}

interface Judged extends NamedEnvironment {
  readonly claims: Claims
  readonly verdict: Verdict
  readonly quorum: number
}

/** @throws RequestRefusal */
export async function submit(
  context: CoordinatorContext,
  request: SubmissionRequest,
): Promise<SubmissionReply> {
  const registered = await context.store.read((tx) => context.environments(tx))
  if (!registered) throw new RequestRefusal('untrusted', { message: STRANGER_MESSAGE })
  const judged = await judge(context, registered.file, request)
  const id = await context.store.write('submission', (tx) => reserve(context, tx, request, judged))
  return context.store.read((tx) => describe(tx, id))
}

async function judge(
  context: CoordinatorContext,
  file: Environments,
  request: SubmissionRequest,
): Promise<Judged> {
  const now = context.clock.now()
  const token = verifyAdmissionToken(request.token, {
    issuers: await context.issuerKeys.keysFor(file.issuers, request.token),
    now,
    coordinatorId: context.identity.coordinatorId,
    wireguardKey: decodeBase64url(request.wireguardKey),
    machineKey: decodeBase64url(request.machineKey),
  })
  try {
    const workloads = request.artifacts.map(({ scope }) => checkWorkload(file, token, { ...request, scope }))
    const { claims } = workloads[0]!
    const named = { name: request.environment, environment: environmentOf(file, request.environment) }
    const verdict = parseVerdict(decodeBase64(request.verdict))
    checkFloor(verdict, { ...named, commit: claims['sha'], now })
    for (const artifact of request.artifacts) checkProvenance({ ...named, artifact, commit: claims['sha'] })
    const elsewhere = await context.replicas.heldElsewhere()
    const isConnected = (id: string) => context.sessions.find(id) !== undefined || elsewhere.has(id)
    const lifted = await context.store.read(async (tx) => {
      await refuseFrozen(tx, named, now)
      const lifts = await liftedNow(tx, named.name, named.environment, now)
      for (const artifact of request.artifacts) {
        if (!lifts.includes('after')) await checkPromotion(tx, named, artifact)
        await checkSources(tx, isConnected, request, artifact)
      }
      return lifts
    })
    // Agents hold the rule's quorum in their own trust files: no glass is before that one.
    const environment = lifted.includes('quorum') ? { ...named.environment, quorum: 0 } : named.environment
    const quorum = Math.max(...workloads.map(({ rule }) => quorumOf(environment, rule)))
    return { ...named, claims, verdict, quorum }
  } catch (thrown) {
    if (thrown instanceof RequestRefusal) {
      await recordRefusal(context, 'submission', thrown, token.kind === 'verified' ? token.claims : undefined)
    }
    throw thrown
  }
}

function environmentOf(file: Environments, name: string) {
  const environment = findEnvironment(file, name)
  if (environment) return environment
  const rule = `environments.${name}`
  throw new RequestRefusal('refused', { message: `there is no environment ${name}`, rule })
}

async function reserve(
  context: CoordinatorContext,
  tx: Transaction,
  request: SubmissionRequest,
  judged: Judged,
): Promise<string> {
  const now = context.clock.now()
  const { claims, quorum, verdict } = judged
  const fresh = `s-${encodeHex(context.random.bytes(16))}`
  const { token: _, ...asked } = request
  const binding = tokenBinding('submission', sha256(Buffer.from(JSON.stringify(asked))))
  const before = await consumeToken(tx, claims, { binding, result: fresh, now })
  if (before !== undefined) return before
  if (request.kind === 'deploy') await checkRunId(tx, request, String(claims['run_id']))
  const notAfter = (now + lifetimeOf(judged)) as Timestamp
  const evidence: SubmissionEvidence = {
    verdict: verdict.digest,
    quorum,
    locations: request.artifacts.map(({ locations }) => locations),
  }
  const submission: SubmissionRecord = {
    id: fresh,
    machineKey: request.machineKey,
    state: 'reserved',
    application: request.application,
    environment: request.environment,
    createdAt: now,
    expiresAt: quorum > 0 ? notAfter : ((now + RESERVATION) as Timestamp),
    principal: JSON.stringify(sourceOf(claims)),
    evidence: JSON.stringify(evidence),
  }
  const statements: StatementRecord[] = []
  for (const [ordinal, artifact] of request.artifacts.entries()) {
    const sequence = await tx.settings.next(`sequence/${request.application}/${request.environment}`)
    statements.push(
      makeStatement(context, { request, judged, artifact, sequence, ordinal, now, notAfter, id: fresh }),
    )
  }
  await tx.submissions.insert(submission, statements)
  return fresh
}

interface StatementParts {
  readonly request: SubmissionRequest
  readonly judged: Judged
  readonly artifact: SubmittedArtifact
  readonly sequence: number
  readonly ordinal: number
  readonly now: Timestamp
  readonly notAfter: Timestamp
  readonly id: string
}

function makeStatement(context: CoordinatorContext, parts: StatementParts): StatementRecord {
  const { request, judged, artifact, sequence, notAfter } = parts
  const { application, environment } = request
  const bytes = emitApprovalStatement({
    artifactName: artifact.name,
    artifactSha256: artifact.digest.slice('sha256:'.length),
    application,
    environment,
    scope: artifact.scope,
    artifact: { mediaType: artifact.mediaType, size: artifact.size },
    sequence,
    keyEpoch: context.identity.keyList.epoch,
    notBefore: formatTimestamp(parts.now),
    notAfter: formatTimestamp(notAfter),
    kind: request.kind,
    policy: { uri: judged.verdict.policy.source, digest: judged.verdict.policy.digest },
    evidence: { verdict: judged.verdict.digest },
    source: sourceOf(judged.claims),
    approvers: [],
  })
  return {
    digest: formatDigest(approvalDigest(bytes)),
    submission: parts.id,
    ordinal: parts.ordinal,
    application,
    environment,
    sequence,
    runId: String(judged.claims['run_id']),
    artifact: artifact.digest,
    bytes,
    notAfter,
    logIndex: null,
    envelope: null,
    token: null,
    revokedAt: null,
  }
}

/** A claim that is missing is caught by the statement's schema: a statement that nobody would accept is not made. */
function sourceOf(claims: Claims): ApprovalSource {
  const claim = (name: string) => String(claims[name] ?? '')
  return {
    issuer: claims.iss,
    repositoryId: claim('repository_id'),
    ownerId: claim('repository_owner_id'),
    commit: claim('sha'),
    ref: claim('ref'),
    runId: claim('run_id'),
    runAttempt: claim('run_attempt'),
    workflow: claim('job_workflow_ref'),
    workflowCommit: claim('job_workflow_sha'),
    actorId: claim('actor_id'),
  }
}

function lifetimeOf({ environment }: Judged): number {
  return Math.min(MAX_LIFETIME, parseDuration(environment.approvalLifetime ?? DEFAULT_APPROVAL_LIFETIME))
}

async function describe(tx: Transaction, id: string): Promise<SubmissionReply> {
  const submission = await tx.submissions.find(id)
  if (!submission) throw new Error(`the submission ${id} is gone`)
  const evidence: SubmissionEvidence = JSON.parse(submission.evidence)
  const statements = await tx.submissions.listStatements(id)
  return {
    submission: id,
    statements: statements.map(({ bytes }) => encodeBase64(bytes)),
    expiresAt: formatTimestamp(submission.expiresAt),
    quorum: evidence.quorum,
  }
}
