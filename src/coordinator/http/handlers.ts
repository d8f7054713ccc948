/** What each route does, by its name in the table. Caller, parameters and body are checked before. */

import { makeOpenApi } from '../../api/openapi.ts'
import type { ParamsOf, ReplyOf, RequestOf, RouteName } from '../../api/route-table.ts'
import { encodeBase64url } from '../../base/bytes.ts'
import { formatTimestamp, SECOND } from '../../base/time.ts'
import { push } from '../access/push.ts'
import type { Pusher } from '../access/push-quorum.ts'
import { pushByWorkload } from '../access/workload-push.ts'
import { admit } from '../admission/admission.ts'
import { assembleApproval } from '../approvals/approval-assembly.ts'
import { listPending, showPending } from '../approvals/pending.ts'
import { refuseBallot, vote } from '../approvals/people-vote.ts'
import { acceptReceipt, listReceipts } from '../approvals/receipts.ts'
import { revokeApproval } from '../approvals/revocation.ts'
import { sign } from '../approvals/signing.ts'
import { submit } from '../approvals/submission.ts'
import type { CoordinatorContext } from '../context.ts'
import { breakGlass, endBreakGlass, freeze, listEnvironments, unfreeze } from '../environments/stops.ts'
import { forget } from '../logins/forgetting.ts'
import { logInWithToken } from '../logins/id-token-login.ts'
import { beginLogin, finishLogin } from '../logins/login-attempt.ts'
import { listLogins } from '../logins/login-list.ts'
import { describeSession, findSession, type PersonSession } from '../logins/session.ts'
import { endSession } from '../logins/session-end.ts'
import { listSessions } from '../logins/session-list.ts'
import { approveAgent, createEnrolmentSecret, enrol } from '../nodes/enrolment.ts'
import { endNode, resumeNode } from '../nodes/membership.ts'
import { listNodes } from '../nodes/node-list.ts'
import { revokeNode } from '../nodes/node-revocation.ts'
import { connectPerson } from '../nodes/person-node.ts'
import { describeRecovery, endByHand, takeReport } from '../recovery/reports.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { NodeRecord } from '../store/records.ts'
import type { IdentifiedCaller } from './authentication.ts'
import { checkReadiness } from './readiness.ts'

export interface HandlerCall<N extends RouteName> {
  readonly params: ParamsOf<N>
  readonly body: RequestOf<N>
  readonly caller: IdentifiedCaller
}

type Handlers = {
  readonly [N in RouteName]: (context: CoordinatorContext, call: HandlerCall<N>) => Promise<ReplyOf<N>>
}

const done = { done: true } as const

export const HANDLERS: Handlers = {
  health: async () => ({ status: 'ok' }),
  ready: (context) => checkReadiness(context),
  openApi: async () => makeOpenApi(),
  keyList: async ({ identity, clock }) => ({
    root: encodeBase64url(identity.root),
    keyList: identity.keyListEnvelope,
    time: formatTimestamp(clock.now()),
  }),
  enrol: (context, { body }) => enrol(context, body),
  admit: (context, { body }) => admit(context, body),
  logins: (context) => listLogins(context),
  openSession: async (context, { body }) => describeSession(await logInWithToken(context, body)),
  beginLogin: (context, { body }) => beginLogin(context, body),
  finishLogin: (context, { params }) => finishLogin(context, params.id),
  session: async (_, { caller }) => describeSession(sessionOf(caller)),
  async endSession(context, { caller }) {
    await endSession(context, sessionOf(caller).id)
    return done
  },
  async sessions(context, { caller }) {
    return { sessions: await listSessions(context, seesAll(caller) ? undefined : sessionOf(caller)) }
  },
  async endSessionOf(context, { params, caller }) {
    await endSessionOf(context, params.session, caller)
    return done
  },
  forgetPerson: (context, { body, caller }) => forget(context, body, actorOf(caller)),
  connectPerson: (context, { body, caller }) => connectPerson(context, sessionOf(caller), body),
  async leave(context, { caller }) {
    await endNode(context, nodeOf(caller).id, 'left')
    return done
  },
  submit: (context, { body }) => submit(context, body),
  sign: (context, { params, body }) => sign(context, params.id, body),
  vote: (context, { params, body }) => vote(context, params.digest, body),
  pending: (context) => listPending(context),
  pendingOne: (context, { params }) => showPending(context, params.digest),
  async refuse(context, { params, body, caller }) {
    await refuseBallot(context, params.digest, { by: actorOf(caller), reason: body.reason })
    return done
  },
  async latestApproval(context, { params, caller }) {
    const { applications, environment } = nodeOf(caller)
    if (!applications.includes(params.application)) throw notFound('no such application here')
    const latest = await context.store.read((tx) =>
      tx.submissions.findLatest(params.application, environment),
    )
    return { approval: latest ? await assembleApproval(context, latest.digest) : null }
  },
  async revokeApproval(context, { params }) {
    await revokeApproval(context, params.digest)
    return done
  },
  submitReceipt: (context, { body, caller }) => acceptReceipt(context, nodeOf(caller), body.receipt),
  receipts: (context, { params, caller }) =>
    listReceipts(context, params.digest, caller.kind === 'node' ? caller.node : undefined),
  nodes: (context) => listNodes(context),
  async revokeNode(context, { params, caller }) {
    await revokeNode(context, params.id, actorOf(caller))
    return done
  },
  async resumeNode(context, { params }) {
    await resumeNode(context, params.id)
    return done
  },
  async createSecret(context, { body }) {
    const { lifetimeSeconds, ...bound } = body
    const made = await createEnrolmentSecret(context, { ...bound, lifetimeMs: lifetimeSeconds * SECOND })
    await context.log.integrate()
    return { secret: made.secret, expiresAt: formatTimestamp(made.expiresAt) }
  },
  async approveAgent(context, { body, caller }) {
    const { expiresAt } = await approveAgent(context, body, actorOf(caller))
    return { expiresAt: formatTimestamp(expiresAt) }
  },
  async putEnvironments(context, { body, caller }) {
    const request = { environments: body, access: null, dryRun: false, acceptLockOut: false }
    const { environments, waiting } = await push(context, request, await pusherOf(context, caller))
    if (environments) return environments
    throw new RequestRefusal('refused', {
      message: `this loosens ${waiting?.loosens.slice(0, 3).join('; ')}: ${waiting?.wanted} people must approve ${waiting?.change}`,
      help: 'sallyport approvals approve, then send it again',
    })
  },
  environments: (context) => listEnvironments(context),
  async freeze(context, { params, body, caller }) {
    await freeze(context, { ...params, by: actorOf(caller) }, body)
    return done
  },
  async unfreeze(context, { params, caller }) {
    await unfreeze(context, { ...params, by: actorOf(caller) })
    return done
  },
  async breakGlass(context, { params, body, caller }) {
    const { reason, lifetimeSeconds } = body
    const asked = { reason, lifetimeMs: lifetimeSeconds * SECOND }
    const { until, lifts } = await breakGlass(context, { ...params, by: actorOf(caller) }, asked)
    return { until: formatTimestamp(until), lifts: [...lifts] }
  },
  async endBreakGlass(context, { params, caller }) {
    await endBreakGlass(context, { ...params, by: actorOf(caller) })
    return done
  },
  policy: ({ store }) =>
    store.read(async (tx) => ({
      environments: revisionOf(await tx.environments.current()),
      access: revisionOf(await tx.accessRules.current()),
    })),
  reportRecovery: (context, { body, caller }) => takeReport(context, nodeOf(caller), body),
  recovery: (context) => describeRecovery(context),
  endRecovery: (context, { body, caller }) => endByHand(context, body.acceptLoss, actorOf(caller)),
  pushByWorkload: (context, { body }) => pushByWorkload(context, body),
  push: async (context, { body, caller }) => push(context, body, await pusherOf(context, caller)),
}

/** The table lets nodes only through to these. */
function nodeOf(caller: IdentifiedCaller): NodeRecord {
  if (caller.kind !== 'node') throw new Error(`a ${caller.kind} reached a route of nodes`)
  return caller.node
}

/** As the log names who did it: the `keyid` of an operator key, or a person. */
function actorOf(caller: IdentifiedCaller): string {
  if (caller.kind === 'admin') return caller.keyId
  return sessionOf(caller).person
}

async function pusherOf(context: CoordinatorContext, caller: IdentifiedCaller): Promise<Pusher> {
  const by = actorOf(caller)
  if (caller.kind !== 'person') return { by, person: null }
  const { issuer, subject } = caller.session
  const registered = await context.store.read((tx) => context.environments(tx))
  const person = registered?.file.people?.find(({ identities }) =>
    identities?.some((identity) => identity.issuer === issuer && identity.subject === subject),
  )
  return { by, person: person?.id ?? null, session: caller.session.id }
}

function sessionOf(caller: IdentifiedCaller): PersonSession {
  if (caller.kind !== 'person') throw new Error(`a ${caller.kind} reached a route of people`)
  return caller.session
}

const OVERSEERS: ReadonlySet<string> = new Set(['admin', 'operator', 'auditor'])

function seesAll(caller: IdentifiedCaller): boolean {
  return caller.kind === 'admin' || sessionOf(caller).roles.some((role) => OVERSEERS.has(role))
}

/** One's own, or anybody's by who operates. @throws RequestRefusal `not-found` */
async function endSessionOf(
  context: CoordinatorContext,
  id: string,
  caller: IdentifiedCaller,
): Promise<void> {
  const record = await context.store.read((tx) => findSession(tx, id))
  const own = caller.kind === 'person' ? caller.session : undefined
  const isOwn = own?.issuer === record?.account.issuer && own?.subject === record?.account.subject
  const mayEnd =
    isOwn || own === undefined || own.roles.some((role) => role === 'admin' || role === 'operator')
  const by = isOwn ? undefined : actorOf(caller)
  if (record && mayEnd && (await endSession(context, id, by))) return
  throw notFound(`there is no session ${id}`)
}

function revisionOf(record: { version: number; digest: string; text: string } | undefined) {
  return record ? { version: record.version, digest: record.digest, text: record.text } : null
}

function notFound(message: string): RequestRefusal {
  return new RequestRefusal('not-found', { message })
}
