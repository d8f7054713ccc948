/**
 * `sallyport push`: environments.yml and access.hujson in one transaction, tests first. A dry run is the
 * same transaction, not committed: what it says is what would happen.
 */
import type { WorkloadIdentity } from '../../access/names.ts'
import { forgeOfSelector } from '../../access/selector.ts'
import type { PushReply, PushRequest } from '../../api/messages/operation.ts'
import type { Timestamp } from '../../base/time.ts'
import { forgeOfWorkflow } from '../../trust/trust-rule.ts'
import type { CoordinatorContext } from '../context.ts'
import type { Environments } from '../environments/environments-file.ts'
import { registerEnvironments } from '../environments/registration.ts'
import { findSession, judgeSession } from '../logins/session.ts'
import { announceEnds, type EndedNodes } from '../nodes/membership.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import { liveAgents } from './agent-directory.ts'
import { findLockedOut } from './lock-out.ts'
import { reconcilePeople } from './people-reconciliation.ts'
import { confirmQuorum, judgeQuorum, type Pusher, type QuorumJudgement } from './push-quorum.ts'
import { type Reconciliation, reconcileEdges } from './reconciliation.ts'
import { registerAccessRules } from './rules-registration.ts'

const UNTOUCHED: Reconciliation = { added: 0, removed: 0, touched: new Set() }

/** Carries a dry run's result out of the transaction that it rolls back. */
class DryRun extends Error {
  readonly reply: PushReply

  constructor(reply: PushReply) {
    super('a dry run is not committed')
    this.reply = reply
  }
}

/**
 * What loosens an environment with a quorum is not written until people have approved it.
 *
 * @throws RequestRefusal `refused` where it would cut agents off; `CONFIG_INVALID`, `ACCESS_RULES_INVALID`, `STORE_CONFLICT`
 */
export async function push(
  context: CoordinatorContext,
  request: PushRequest,
  pusher: Pusher,
): Promise<PushReply> {
  const { by } = pusher
  const judgement = await judgeQuorum(context, request, pusher, request)
  if (judgement.kind === 'waiting' && !request.dryRun) return waitingReply(judgement)
  try {
    const { reply, touched, ended } = await context.store.write('push', async (tx) => {
      await confirmQuorum(context, tx, request, judgement)
      const done = await writePush(context, tx, request, pusher)
      if (request.dryRun) throw new DryRun(done.reply)
      return done
    })
    await announceEnds(context, { ended, touched }, 'session-ended')
    context.diagnostics.log('info', 'policy pushed', { by, ...reply.edges })
    return reply
  } catch (thrown) {
    if (thrown instanceof DryRun) {
      return judgement.kind === 'waiting'
        ? { ...thrown.reply, waiting: waitingReply(judgement).waiting }
        : thrown.reply
    }
    throw thrown
  }
}

async function writePush(
  context: CoordinatorContext,
  tx: Transaction,
  { environments, access, acceptLockOut }: PushRequest,
  pusher: Pusher,
): Promise<{ reply: PushReply } & EndedNodes> {
  const { by } = pusher
  const now = context.clock.now()
  await pusher.pay?.(tx, environments !== null || access !== null)
  const before = await context.accessRules(tx)
  const file =
    environments && (await registerEnvironments(tx, { ...environments, source: 'environments.yml', by, now }))
  const registered = access && (await registerAccessRules(tx, { ...access, by, now }))
  await refuseAmbiguousWorkloads(context, tx)
  const lockedOut = registered ? findLockedOut(before?.rules, registered.rules, await liveAgents(tx)) : []
  const names = lockedOut.map(({ name }) => name)
  if (names.length > 0 && !acceptLockOut) throw lockOut(names)
  if (file && !acceptLockOut) await refuseOwnLockOut(tx, file.file, pusher, now)
  const changed = registered
    ? await reconcileEdges(tx, before?.rules, registered.rules, context.random)
    : UNTOUCHED
  const people = await reconcilePeople(context, tx, now)
  return {
    reply: {
      environments: file ? { version: file.version, digest: file.digest } : null,
      access: registered ? { version: registered.version, digest: registered.digest } : null,
      edges: { added: changed.added + people.added, removed: changed.removed + people.removed },
      lockedOut: names.slice(0, 100),
      waiting: null,
    },
    ended: people.ended,
    touched: new Set([...changed.touched, ...people.touched]),
  }
}

/** Ids are an issuer's own: where trust rules name two of one forge, a workload must say whose its ids are. */
async function refuseAmbiguousWorkloads(context: CoordinatorContext, tx: Transaction): Promise<void> {
  const trusted = (await context.environments(tx))?.file.rules ?? []
  const workloads = (await context.accessRules(tx))?.rules.workloads ?? new Map<string, WorkloadIdentity>()
  for (const [name, { issuer }] of workloads) {
    if (issuer !== undefined) continue
    const forge = forgeOfSelector(name)
    const issuers = new Set(
      trusted.filter(({ gate }) => forgeOfWorkflow(gate) === forge).map((rule) => rule.issuer),
    )
    if (issuers.size < 2) continue
    throw new RequestRefusal('malformed', {
      message: `${name} may be of ${[...issuers].join(' or of ')}`,
      help: 'name it in access.hujson: "workloads": { "…": { "issuer": "https://…", … } }',
      rule: 'access.hujson',
    })
  }
}

/** Who pushes must still be an admin afterwards, or say that this is meant. */
async function refuseOwnLockOut(
  tx: Transaction,
  file: Environments,
  { session, mayStill }: Pusher,
  now: Timestamp,
): Promise<void> {
  if (mayStill && !mayStill(file)) throw ownLockOut('this workload could not push any more after this change')
  const record = session === undefined ? undefined : await findSession(tx, session)
  if (!record) return
  const stays = await judgeSession(tx, file, record, now).then(
    ({ roles }) => roles.includes('admin'),
    (thrown: unknown) => {
      if (thrown instanceof RequestRefusal) return false
      throw thrown
    },
  )
  if (stays) return
  throw ownLockOut('you would be no admin any more after this change')
}

function ownLockOut(message: string): RequestRefusal {
  return new RequestRefusal('refused', {
    message,
    help: 'let somebody else push it, or say that you mean it: --accept-lock-out',
    rule: 'environments.yml',
  })
}

function waitingReply({
  change,
  wanted,
  given,
  loosens,
}: Extract<QuorumJudgement, { kind: 'waiting' }>): PushReply {
  const lines = loosens.map(({ environment, what }) => `${environment}: ${what}`).slice(0, 256)
  const waiting = { change, wanted, given, loosens: lines }
  return { environments: null, access: null, edges: { added: 0, removed: 0 }, lockedOut: [], waiting }
}

function lockOut(names: readonly string[]): RequestRefusal {
  return new RequestRefusal('refused', {
    message: `no workload could deploy to ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' and others' : ''} any more`,
    help: 'add a grant, or say that you mean it: --accept-lock-out',
    rule: 'access.hujson',
  })
}
