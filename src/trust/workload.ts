/**
 * The steps of a verification that say who asked: token, trust rules, people, policy. With
 * `signers: key` nobody but the key's holder vouches, and only the grant and the policy are judged; a
 * `revoke` needs none of it, because it only forbids.
 */
import { MINUTE, parseDuration, parseTimestamp, SECOND } from '../base/time.ts'
import type { ApprovalFile } from './approval-file.ts'
import { approvalAudience } from './audience.ts'
import { findSigners } from './dsse.ts'
import type { IssuerKeys } from './issuer-keys.ts'
import { coordinatorIdOf, parsePublicKey } from './keys.ts'
import { countPeople, questionOf } from './people.ts'
import { Refusal } from './refusals.ts'
import type { ApprovalSource, ApprovalStatement } from './statement.ts'
import { type Claims, verifyWorkloadToken } from './token.ts'
import { type CoordinatorTrust, DEFAULT_MAX_APPROVAL_AGE, type TrustFile } from './trust-file.ts'
import {
  checkTrustRule,
  type Grant,
  type RuleMismatch,
  scopeIsGranted,
  type TrustRule,
} from './trust-rule.ts'

/** A token may be older than the statement's start by this much, because it is asked for first. */
const MAX_TOKEN_LEAD = 10 * MINUTE

export interface WorkloadEvidence {
  readonly file: ApprovalFile
  readonly trust: TrustFile
  readonly statement: ApprovalStatement
  readonly statementBytes: Uint8Array
  readonly grants: readonly Grant[]
  readonly issuers: ReadonlyMap<string, IssuerKeys>
}

export interface WorkloadJudgement {
  /** The rule that granted it; absent where no rule with a workload was needed. */
  readonly rule: TrustRule | undefined
  readonly people: readonly string[]
}

/** @throws a refusal of the steps `token`, `trust`, `people`, `policy` */
export function judgeWorkload(evidence: WorkloadEvidence): WorkloadJudgement {
  const { trust, statement } = evidence
  if (statement.predicate.kind === 'revoke') return { rule: undefined, people: [] }
  if (trust.signers === 'key') return judgeGrant(evidence)
  if (statement.predicate.kind === 'rollback' && isSignedByOperator(evidence)) return judgeGrant(evidence)
  const claims = verifyApprovalToken(evidence, trust)
  const rule = findRule(evidence, trust, claims)
  const people = checkQuorum(evidence, trust, rule)
  checkPolicy(rule, statement)
  return { rule, people }
}

/** The claims that the statement repeats, and where. */
export const SOURCE_CLAIMS: readonly [claim: string, field: keyof ApprovalSource][] = [
  ['iss', 'issuer'],
  ['repository_id', 'repositoryId'],
  ['repository_owner_id', 'ownerId'],
  ['sha', 'commit'],
  ['ref', 'ref'],
  ['run_id', 'runId'],
  ['run_attempt', 'runAttempt'],
  ['job_workflow_ref', 'workflow'],
  ['job_workflow_sha', 'workflowCommit'],
  ['actor_id', 'actorId'],
]

function judgeGrant({ grants, statement }: WorkloadEvidence): WorkloadJudgement {
  const grant = grants.find((candidate) => scopeIsGranted(candidate, statement.predicate.scope))
  if (!grant)
    throw new Refusal('RULE_DIFFERS', `the scope ${JSON.stringify(statement.predicate.scope)} is not granted`)
  checkPolicy(grant, statement)
  return { rule: undefined, people: [] }
}

function isSignedByOperator({ file, trust }: WorkloadEvidence): boolean {
  const keys = (trust.operators ?? []).map((text) => parsePublicKey('operator', text))
  return keys.length > 0 && findSigners(file.envelope, keys).length > 0
}

function verifyApprovalToken(evidence: WorkloadEvidence, trust: CoordinatorTrust): Claims {
  const { file, statement, statementBytes } = evidence
  if (file.token === null) throw new Refusal('TOKEN_MISSING', 'no workload asked for this approval')
  const audience = approvalAudience(coordinatorIdOf(parsePublicKey('root', trust.root)), statementBytes)
  const issuers = new Map(
    [...evidence.issuers].filter(([url]) => trust.issuers.some(({ issuer }) => issuer === url)),
  )
  const result = verifyWorkloadToken(file.token, { issuers, audience })
  if (result.kind === 'refused') throw new Refusal(result.code, result.reason)
  compareClaims(result.claims, statement)
  checkTokenTime(result.claims, statement, trust)
  return result.claims
}

function compareClaims(claims: Claims, { predicate }: ApprovalStatement): void {
  const { source } = predicate
  if (!source) throw new Refusal('TOKEN_CLAIM_DIFFERS', 'the statement names no source')
  const pairs: [claim: string, stated: unknown][] = SOURCE_CLAIMS.map(([claim, field]) => [
    claim,
    source[field],
  ])
  for (const [claim, stated] of [...pairs, ['environment', predicate.environment] as [string, string]]) {
    const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined
    if (value === undefined) throw new Refusal('TOKEN_CLAIM_MISSING', `the token has no claim "${claim}"`)
    if (value !== stated) {
      const reason = `"${claim}" is ${JSON.stringify(value)} in the token, ${JSON.stringify(stated)} in the statement`
      throw new Refusal('TOKEN_CLAIM_DIFFERS', reason)
    }
  }
}

/** `exp` is not compared: an approval outlives the five minutes of the token that asked for it. */
function checkTokenTime(claims: Claims, { predicate }: ApprovalStatement, trust: CoordinatorTrust): void {
  const issuedAt = claims.iat * SECOND
  const notBefore = parseTimestamp(predicate.notBefore)
  const notAfter = parseTimestamp(predicate.notAfter)
  const maxAge = parseDuration(trust.maxApprovalAge ?? DEFAULT_MAX_APPROVAL_AGE)
  if (issuedAt < notBefore - MAX_TOKEN_LEAD || issuedAt > notAfter) {
    throw new Refusal('TOKEN_TIME', `the token's iat, ${claims.iat}, is outside of the approval's window`)
  }
  if (notAfter - issuedAt > maxAge) {
    const hours = Math.round((notAfter - issuedAt) / 3_600_000)
    throw new Refusal(
      'TOKEN_TIME',
      `the approval ends ${hours} h after its token was issued, more than maxApprovalAge`,
    )
  }
}

function findRule({ statement }: WorkloadEvidence, trust: CoordinatorTrust, claims: Claims): TrustRule {
  const { application, environment, scope } = statement.predicate
  const candidates = trust.rules.filter(
    (rule) => rule.application === application && rule.environments.includes(environment),
  )
  let nearest: RuleMismatch | undefined
  for (const rule of candidates) {
    const mismatch = checkTrustRule(rule, { application, environment, scope, claims })
    if (!mismatch) return rule
    nearest ??= mismatch
  }
  const code = nearest?.kind === 'missing' ? 'RULE_CLAIM_MISSING' : 'RULE_DIFFERS'
  throw new Refusal(code, nearest?.reason ?? `no rule for ${application}`)
}

function checkQuorum(
  evidence: WorkloadEvidence,
  trust: CoordinatorTrust,
  rule: TrustRule,
): readonly string[] {
  const { file, statement, statementBytes, issuers } = evidence
  const counted = countPeople(trust.people ?? [], {
    envelope: file.envelope,
    tokens: file.people,
    question: questionOf(statement, statementBytes),
    issuers,
  })
  const wanted = rule.quorum ?? 0
  if (counted.approved.length < wanted) {
    const why = counted.discounted.length === 0 ? '' : `; not counted: ${counted.discounted.join(', ')}`
    throw new Refusal('PEOPLE_TOO_FEW', `${counted.approved.length} of ${wanted} people approved${why}`)
  }
  return counted.approved
}

function checkPolicy(grant: Grant, { predicate }: ApprovalStatement): void {
  if (grant.policies === undefined) return
  const digest = predicate.policy?.digest
  if (digest !== undefined && grant.policies.includes(digest)) return
  throw new Refusal(
    'POLICY_DIFFERS',
    `the gate policy is ${digest ?? 'not named'}, listed are ${grant.policies.join(', ')}`,
  )
}
