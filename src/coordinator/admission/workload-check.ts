/**
 * The trust rules at the coordinator (protocols §2). To a principal that we know (a rule names its issuer
 * and its repository's ids) the refusal names rule and claim, and is logged; to strangers it says
 * `untrusted`, and is counted.
 */

import { emitLogEntry } from '../../api/messages/log-entry.ts'
import type { ProblemKind } from '../../api/messages/problem.ts'
import { formatTimestamp } from '../../base/time.ts'
import type { Claims, TokenResult } from '../../trust/token.ts'
import { checkTrustRule, type TrustRule } from '../../trust/trust-rule.ts'
import type { CoordinatorContext } from '../context.ts'
import type { Environments } from '../environments/environments-file.ts'
import { RequestRefusal } from '../request-refusal.ts'

export type WorkloadRoute = 'admission' | 'submission' | 'signing' | 'push'

export interface WorkloadQuestion {
  readonly application: string
  readonly environment: string
  readonly scope: Readonly<Record<string, string>>
}

export interface TrustedWorkload {
  readonly claims: Claims
  readonly rule: TrustRule
  /** `rules[3]` */
  readonly place: string
}

/** @throws RequestRefusal `untrusted` for strangers, `refused` with rule and claim for whom we know */
export function checkWorkload(
  file: Environments,
  result: TokenResult,
  question: WorkloadQuestion,
): TrustedWorkload {
  // A token that does not verify says nothing about who sent it: whoever it was is a stranger.
  if (result.kind === 'refused') throw untrusted(result.reason)
  const { claims } = result
  const known = file.rules
    .map((rule, index) => ({ rule, place: `rules[${index}]` }))
    .filter(({ rule }) => isKnown(rule, claims))
  if (known.length === 0) throw untrusted('no rule names this repository')
  let nearest: RequestRefusal | undefined
  for (const { rule, place } of known) {
    const mismatch = checkTrustRule(rule, { ...question, claims })
    if (!mismatch) return { claims, rule, place }
    const { claim, reason } = mismatch
    nearest ??= new RequestRefusal('refused', { message: `${place}: ${reason}`, rule: place, claim })
  }
  throw nearest!
}

/** Records a refusal as it must be: known principals by entry, strangers by number. */
export async function recordRefusal(
  context: CoordinatorContext,
  route: WorkloadRoute,
  refusal: RequestRefusal,
  claims: Claims | undefined,
): Promise<void> {
  if (refusal.kind === 'untrusted' || !claims) {
    context.refusals.add()
    return
  }
  const entry = emitLogEntry({
    type: 'refusal',
    version: 1,
    at: formatTimestamp(context.clock.now()),
    ...workloadIds(claims),
    route,
    kind: refusal.kind satisfies ProblemKind,
    rule: refusal.details.rule ?? null,
    claim: refusal.details.claim ?? null,
  })
  await context.store.write(`refusal: ${route}`, (tx) => tx.log.append(entry))
}

/** What the log says about a workload: ids only. */
export function workloadIds(claims: Claims) {
  return {
    issuer: claims.iss,
    repositoryId: idOrNull(claims['repository_id']),
    runId: idOrNull(claims['run_id']),
    runAttempt: idOrNull(claims['run_attempt']),
  }
}

/** What a stranger hears, whatever the reason was. */
export const STRANGER_MESSAGE = 'untrusted'

function untrusted(reason: string): RequestRefusal {
  const refusal = new RequestRefusal('untrusted', { message: STRANGER_MESSAGE })
  // For our own diagnostics; replies are made of kind and details.
  refusal.cause = reason
  return refusal
}

function isKnown(rule: TrustRule, claims: Claims): boolean {
  return (
    rule.issuer === claims.iss &&
    rule.repositoryId === claims['repository_id'] &&
    rule.ownerId === claims['repository_owner_id']
  )
}

function idOrNull(value: unknown): string | null {
  return typeof value === 'string' && /^(?:0|[1-9][0-9]{0,19})$/.test(value) ? value : null
}
