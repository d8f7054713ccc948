/**
 * `sallyport push` from a pipeline: a workload that `pushers` of environments.yml names, with a token whose
 * audience is of the very files. Whoever steals the token can push those files and no others, once. A run that
 * is older than the last one that pushed is refused: a re-run is no way back to an old policy.
 */
import { emitLogEntry } from '../../api/messages/log-entry.ts'
import type { PushReply, PushRequest, WorkloadPushRequest } from '../../api/messages/operation.ts'
import { encodeBase64url, encodeUtf8 } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { formatTimestamp, SECOND } from '../../base/time.ts'
import { pushAudience } from '../../trust/audience.ts'
import { checkPusherRule, type PusherRule } from '../../trust/pusher-rule.ts'
import {
  type Claims,
  MAX_ADMISSION_TOKEN_AGE,
  MAX_CLOCK_SKEW,
  type TokenResult,
  verifyWorkloadToken,
} from '../../trust/token.ts'
import { consumeToken, tokenBinding } from '../admission/token-use.ts'
import { recordRefusal, STRANGER_MESSAGE, workloadIds } from '../admission/workload-check.ts'
import type { CoordinatorContext } from '../context.ts'
import type { Environments } from '../environments/environments-file.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import { push } from './push.ts'

/** @throws RequestRefusal `untrusted`, `refused`, `replayed`; whatever {@link push} throws */
export async function pushByWorkload(
  context: CoordinatorContext,
  request: WorkloadPushRequest,
): Promise<PushReply> {
  const file = (await context.store.read((tx) => context.environments(tx)))?.file
  if (!file) throw new RequestRefusal('untrusted', { message: STRANGER_MESSAGE })
  const audience = audienceOf(context, request)
  const issuers = await context.issuerKeys.keysFor(file.issuers, request.token)
  const token = verifyWorkloadToken(request.token, { issuers, audience })
  const claims = await judge(context, file, token)
  const by = encodeBase64url(sha256(encodeUtf8(request.token)))
  return push(context, await withVersions(context, request), {
    by,
    person: null,
    pay: (tx, changes) => pay(context, tx, claims, { request, audience, changes }),
    mayStill: (next) => (next.pushers ?? []).some((rule) => checkPusherRule(rule, claims) === undefined),
  })
}

function audienceOf({ identity }: CoordinatorContext, request: WorkloadPushRequest): string {
  const digestOf = (text: string | null) => (text === null ? undefined : sha256(encodeUtf8(text)))
  return pushAudience({
    coordinatorId: identity.coordinatorId,
    environments: digestOf(request.environments),
    access: digestOf(request.access),
    acceptLockOut: request.acceptLockOut,
  })
}

/** A principal that `pushers` names hears which claim is wrong; strangers hear nothing. */
async function judge(context: CoordinatorContext, file: Environments, token: TokenResult): Promise<Claims> {
  try {
    if (token.kind === 'refused') throw untrusted(token.reason)
    checkAge(context, token.claims)
    checkPushers(file.pushers ?? [], token.claims)
    return token.claims
  } catch (thrown) {
    if (thrown instanceof RequestRefusal) {
      await recordRefusal(context, 'push', thrown, token.kind === 'verified' ? token.claims : undefined)
    }
    throw thrown
  }
}

function checkAge({ clock }: CoordinatorContext, { iat }: Claims): void {
  const age = clock.now() - iat * SECOND
  if (age > MAX_ADMISSION_TOKEN_AGE || age < -MAX_CLOCK_SKEW)
    throw untrusted('the token is too old, or of the future')
}

function checkPushers(pushers: readonly PusherRule[], claims: Claims): void {
  const known = pushers
    .map((rule, index) => ({ rule, place: `pushers[${index}]` }))
    .filter(({ rule }) => isKnown(rule, claims))
  if (known.length === 0) throw untrusted('no pusher is of this repository')
  const judged = known.map(({ rule, place }) => ({ place, mismatch: checkPusherRule(rule, claims) }))
  if (judged.some(({ mismatch }) => mismatch === undefined)) return
  const { place, mismatch } = judged[0]!
  throw new RequestRefusal('refused', {
    message: `${place}: ${mismatch!.reason}`,
    rule: place,
    claim: mismatch!.claim,
  })
}

function isKnown({ issuer, repositoryId, ownerId }: PusherRule, claims: Claims): boolean {
  return (
    issuer === claims.iss &&
    repositoryId === claims['repository_id'] &&
    ownerId === claims['repository_owner_id']
  )
}

/** What is registered already is left as it is. Who registers something else meanwhile makes a conflict. */
async function withVersions(
  { store }: CoordinatorContext,
  { environments, access, dryRun, acceptLockOut }: WorkloadPushRequest,
): Promise<PushRequest> {
  return store.read(async (tx) => {
    const now = { environments: await tx.environments.current(), access: await tx.accessRules.current() }
    const fileOf = (
      text: string | null,
      current: { readonly version: number; readonly text: string } | undefined,
    ) => (text === null || text === current?.text ? null : { text, replaces: current?.version ?? null })
    return {
      environments: fileOf(environments, now.environments),
      access: fileOf(access, now.access),
      dryRun,
      acceptLockOut,
    }
  })
}

interface Payment {
  readonly request: WorkloadPushRequest
  readonly audience: string
  /** Something is registered with it. */
  readonly changes: boolean
}

/** In the transaction that registers the files: the token is used up, the run is noted, and who it was is logged. */
async function pay(
  context: CoordinatorContext,
  tx: Transaction,
  claims: Claims,
  { request, audience, changes }: Payment,
): Promise<void> {
  const now = context.clock.now()
  const binding = tokenBinding('push', audience)
  const before = await consumeToken(tx, claims, { binding, result: 'push', now })
  if (before !== undefined) {
    // The reply was lost: what it pushed stands, and nothing is left to do.
    if (!changes) return
    throw new RequestRefusal('replayed', {
      message: 'this token pushed these files before, and something else was pushed since',
      help: 'start a new run',
      claim: 'jti',
    })
  }
  await noteRun(tx, claims)
  const digestOf = (text: string | null) => (text === null ? null : formatDigest(sha256(encodeUtf8(text))))
  await tx.log.append(
    emitLogEntry({
      type: 'policy-push',
      version: 1,
      at: formatTimestamp(now),
      ...workloadIds(claims),
      tokenDigest: formatDigest(sha256(encodeUtf8(request.token))),
      environments: digestOf(request.environments),
      access: digestOf(request.access),
    }),
  )
}

async function noteRun(tx: Transaction, claims: Claims): Promise<void> {
  const run = String(claims['run_id'] ?? '')
  if (!/^\d{1,20}$/.test(run)) {
    throw new RequestRefusal('refused', { message: 'the token names no run', rule: 'run', claim: 'run_id' })
  }
  const name = `push-run/${claims.iss}/${String(claims['repository_id'])}`
  const last = (await tx.settings.find(name)) ?? '0'
  if (BigInt(run) < BigInt(last)) {
    throw new RequestRefusal('refused', {
      message: `run ${run} is older than run ${last}, which pushed before`,
      help: 'start a new run',
      rule: 'run',
      claim: 'run_id',
    })
  }
  await tx.settings.put(name, run)
}

function untrusted(reason: string): RequestRefusal {
  const refusal = new RequestRefusal('untrusted', { message: STRANGER_MESSAGE })
  // For our own diagnostics; replies are made of kind and details.
  refusal.cause = reason
  return refusal
}
