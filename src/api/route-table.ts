/**
 * Every route of the coordinator in one table: who may call it, how large its body may be, what it reads
 * and answers. Server validation, the client and the OpenAPI document are made from it; what is not in
 * it is refused.
 */
import * as z from 'zod'
import {
  applicationPath,
  approvalPath,
  latestReply,
  MAX_VERDICT_BYTES,
  signingReply,
  signingRequest,
  submissionPath,
  submissionReply,
  submissionRequest,
} from './messages/approval.ts'
import {
  breakGlassReply,
  breakGlassRequest,
  environmentList,
  environmentPath,
  freezeRequest,
} from './messages/environment.ts'
import {
  accountSchema,
  attemptPath,
  attemptReply,
  attemptRequest,
  attemptResult,
  forgetReply,
  loginList,
  type Role,
  sessionList,
  sessionPath,
  sessionRequest,
  sessionSchema,
} from './messages/login.ts'
import {
  admissionReply,
  admissionRequest,
  agentApprovalReply,
  agentApprovalRequest,
  done,
  enrolReply,
  enrolRequest,
  nodeList,
  nodePath,
  personNodeReply,
  personNodeRequest,
  secretReply,
  secretRequest,
} from './messages/membership.ts'
import {
  environmentsReply,
  environmentsRequest,
  healthReply,
  keyListReply,
  openApiReply,
  policyReply,
  pushReply,
  pushRequest,
  readyReply,
  receiptList,
  receiptReply,
  receiptRequest,
  workloadPushRequest,
} from './messages/operation.ts'
import { pendingList, pendingReply, refusalRequest, voteReply, voteRequest } from './messages/vote.ts'
import { RECOVERY } from './recovery-routes.ts'

/**
 * `anybody`: no signature is asked for. `holder`: signed by the machine key that the body names; what
 * else is shown (a secret, a token) decides. `agent`, `runner`, `person`: signed by the machine key of an
 * active node of that kind. The others are roles of people: signed by the key of a session whose person has it; everybody
 * with a session is a `member`.
 * `admin` is also whoever signs with an operator key that the coordinator lists.
 */
export type Caller = 'anybody' | 'holder' | 'agent' | 'runner' | 'person' | Role

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** `{name}` stands for one path segment. */
  readonly path: string
  readonly summary: string
  readonly callers: readonly Caller[]
  /** Read before the caller is known, so it bounds what a stranger can make us hold. */
  readonly maxBodyBytes: number
  readonly params?: z.ZodType
  readonly request?: z.ZodType
  readonly reply: z.ZodType
}

const SMALL = 32 * 1024
const none = { maxBodyBytes: 0 }

export const ROUTES = {
  health: {
    method: 'GET',
    path: '/healthz',
    summary: 'The process runs.',
    callers: ['anybody'],
    ...none,
    reply: healthReply,
  },
  ready: {
    method: 'GET',
    path: '/readyz',
    summary: 'Store, log and clock are fit to serve.',
    callers: ['anybody'],
    ...none,
    reply: readyReply,
  },
  openApi: {
    method: 'GET',
    path: '/v1/openapi.json',
    summary: 'This document.',
    callers: ['anybody'],
    ...none,
    reply: openApiReply,
  },
  keyList: {
    method: 'GET',
    path: '/v1/key-list',
    summary: 'The root, and the key list that it signed.',
    callers: ['anybody'],
    ...none,
    reply: keyListReply,
  },
  enrol: {
    method: 'POST',
    path: '/v1/enrolments',
    summary: 'An agent joins with a single-use secret, or because a person approved its keys.',
    callers: ['holder'],
    maxBodyBytes: SMALL,
    request: enrolRequest,
    reply: enrolReply,
  },
  admit: {
    method: 'POST',
    path: '/v1/admissions',
    summary: 'A runner joins for one lease with a key-bound workload token.',
    callers: ['holder'],
    maxBodyBytes: SMALL,
    request: admissionRequest,
    reply: admissionReply,
  },
  logins: {
    method: 'GET',
    path: '/v1/logins',
    summary: 'With which issuers people log in.',
    callers: ['anybody'],
    ...none,
    reply: loginList,
  },
  openSession: {
    method: 'POST',
    path: '/v1/sessions',
    summary: "A person's ID token, bound to the key of the new session.",
    callers: ['holder'],
    maxBodyBytes: SMALL,
    request: sessionRequest,
    reply: sessionSchema,
  },
  beginLogin: {
    method: 'POST',
    path: '/v1/login-attempts',
    summary: 'A login by device or browser begins; says where the person goes.',
    callers: ['holder'],
    maxBodyBytes: SMALL,
    request: attemptRequest,
    reply: attemptReply,
  },
  finishLogin: {
    method: 'POST',
    path: '/v1/login-attempts/{id}/session',
    summary: 'Asked until the person is done: the session, or why not.',
    callers: ['holder'],
    maxBodyBytes: SMALL,
    params: attemptPath,
    request: z.strictObject({}),
    reply: attemptResult,
  },
  session: {
    method: 'GET',
    path: '/v1/session',
    summary: 'Who the caller is, and as what.',
    callers: ['member'],
    ...none,
    reply: sessionSchema,
  },
  endSession: {
    method: 'POST',
    path: '/v1/session/end',
    summary: "The calling session's key is worth nothing from then on.",
    callers: ['member'],
    maxBodyBytes: SMALL,
    request: z.strictObject({}),
    reply: done,
  },
  sessions: {
    method: 'GET',
    path: '/v1/sessions',
    summary: 'Sessions that stand: everybody sees their own, an admin, an operator and an auditor see all.',
    callers: ['member', 'admin', 'operator', 'auditor'],
    ...none,
    reply: sessionList,
  },
  endSessionOf: {
    method: 'POST',
    path: '/v1/sessions/{session}/end',
    summary: "A session ends with its person's nodes: one's own, or by an admin or operator anybody's.",
    callers: ['member', 'admin', 'operator'],
    maxBodyBytes: SMALL,
    params: sessionPath,
    request: z.strictObject({}),
    reply: done,
  },
  forgetPerson: {
    method: 'POST',
    path: '/v1/people/forget',
    summary: 'Sessions, nodes and roles of a person end, and the log names them no more.',
    callers: ['admin'],
    maxBodyBytes: SMALL,
    request: accountSchema,
    reply: forgetReply,
  },
  connectPerson: {
    method: 'POST',
    path: '/v1/person-nodes',
    summary: "The calling person's own node joins, for as long as the session.",
    callers: ['member'],
    maxBodyBytes: SMALL,
    request: personNodeRequest,
    reply: personNodeReply,
  },
  leave: {
    method: 'POST',
    path: '/v1/leave',
    summary: 'The calling node ends its own membership.',
    callers: ['agent', 'runner', 'person'],
    maxBodyBytes: SMALL,
    request: z.strictObject({}),
    reply: done,
  },
  submit: {
    method: 'POST',
    path: '/v1/submissions',
    summary: 'Verdict and artifacts in, exact statement bytes out.',
    callers: ['holder'],
    // The one large body: a verdict with all its findings, in base64, and provenance.
    maxBodyBytes: Math.ceil(MAX_VERDICT_BYTES * 1.4) + 2 * 1024 * 1024,
    request: submissionRequest,
    reply: submissionReply,
  },
  sign: {
    method: 'POST',
    path: '/v1/submissions/{id}/approvals',
    summary: 'Statement-bound tokens in, approval files out.',
    callers: ['holder'],
    maxBodyBytes: 512 * 1024,
    params: submissionPath,
    request: signingRequest,
    reply: signingReply,
  },
  vote: {
    method: 'POST',
    path: '/v1/statements/{digest}/people',
    summary: "A person's login or signature over the same bytes: of an approval, or of a change of policy.",
    callers: ['anybody'],
    maxBodyBytes: SMALL,
    params: approvalPath,
    request: voteRequest,
    reply: voteReply,
  },
  pending: {
    method: 'GET',
    path: '/v1/statements',
    summary: 'What waits for people.',
    callers: ['admin', 'operator', 'approver', 'auditor'],
    ...none,
    reply: pendingList,
  },
  pendingOne: {
    method: 'GET',
    path: '/v1/statements/{digest}',
    summary: 'The exact bytes that people sign, and who has.',
    callers: ['admin', 'operator', 'approver', 'auditor'],
    ...none,
    params: approvalPath,
    reply: pendingReply,
  },
  refuse: {
    method: 'POST',
    path: '/v1/statements/{digest}/refusal',
    summary: 'A person says no: nothing that was asked for together is signed.',
    callers: ['admin', 'approver'],
    maxBodyBytes: SMALL,
    params: approvalPath,
    request: refusalRequest,
    reply: done,
  },
  latestApproval: {
    method: 'GET',
    path: '/v1/applications/{application}/approval',
    summary: "The newest approval for one of the calling agent's applications.",
    callers: ['agent'],
    ...none,
    params: applicationPath,
    reply: latestReply,
  },
  revokeApproval: {
    method: 'POST',
    path: '/v1/approvals/{digest}/revocation',
    summary: 'Withdraw an approval and every edge that it granted.',
    callers: ['admin', 'operator'],
    maxBodyBytes: SMALL,
    params: approvalPath,
    request: z.strictObject({}),
    reply: done,
  },
  submitReceipt: {
    method: 'POST',
    path: '/v1/receipts',
    summary: "An agent's signed account of a deployment.",
    callers: ['agent'],
    maxBodyBytes: 256 * 1024,
    request: receiptRequest,
    reply: receiptReply,
  },
  receipts: {
    method: 'GET',
    path: '/v1/approvals/{digest}/receipts',
    summary: 'Receipts of deployments under an approval.',
    callers: ['admin', 'operator', 'approver', 'auditor', 'runner'],
    ...none,
    params: approvalPath,
    reply: receiptList,
  },
  nodes: {
    method: 'GET',
    path: '/v1/nodes',
    summary: 'Nodes that are active or suspended.',
    callers: ['admin', 'operator', 'auditor'],
    ...none,
    reply: nodeList,
  },
  revokeNode: {
    method: 'POST',
    path: '/v1/nodes/{id}/revocation',
    summary: 'End a node for good; its stream ends at once.',
    callers: ['admin', 'operator'],
    maxBodyBytes: SMALL,
    params: nodePath,
    request: z.strictObject({}),
    reply: done,
  },
  resumeNode: {
    method: 'POST',
    path: '/v1/nodes/{id}/resumption',
    summary: 'Let a suspended node go on.',
    callers: ['admin', 'operator'],
    maxBodyBytes: SMALL,
    params: nodePath,
    request: z.strictObject({}),
    reply: done,
  },
  createSecret: {
    method: 'POST',
    path: '/v1/enrolment-secrets',
    summary: 'A single-use secret for one agent.',
    callers: ['admin', 'operator'],
    maxBodyBytes: SMALL,
    request: secretRequest,
    reply: secretReply,
  },
  approveAgent: {
    method: 'POST',
    path: '/v1/enrolment-approvals',
    summary: 'A person lets one agent join, by the fingerprint of its keys: in the place of a secret.',
    callers: ['admin', 'operator'],
    maxBodyBytes: SMALL,
    request: agentApprovalRequest,
    reply: agentApprovalReply,
  },
  putEnvironments: {
    method: 'PUT',
    path: '/v1/environments',
    summary: 'Replace environments.yml.',
    callers: ['admin'],
    maxBodyBytes: 2 * 1024 * 1024,
    request: environmentsRequest,
    reply: environmentsReply,
  },
  environments: {
    method: 'GET',
    path: '/v1/environments',
    summary: 'Environments, their quorum, and what stops them now.',
    callers: ['admin', 'operator', 'approver', 'auditor'],
    ...none,
    reply: environmentList,
  },
  freeze: {
    method: 'POST',
    path: '/v1/environments/{environment}/freeze',
    summary: 'No approval of this environment is signed until then.',
    callers: ['admin', 'operator'],
    maxBodyBytes: SMALL,
    params: environmentPath,
    request: freezeRequest,
    reply: done,
  },
  unfreeze: {
    method: 'POST',
    path: '/v1/environments/{environment}/unfreezing',
    summary: "A person's freeze ends.",
    callers: ['admin', 'operator'],
    maxBodyBytes: SMALL,
    params: environmentPath,
    request: z.strictObject({}),
    reply: done,
  },
  breakGlass: {
    method: 'POST',
    path: '/v1/environments/{environment}/break-glass',
    summary: 'Lifts for an hour at most what environments.yml lets it lift; logged, and told aloud.',
    callers: ['admin'],
    maxBodyBytes: SMALL,
    params: environmentPath,
    request: breakGlassRequest,
    reply: breakGlassReply,
  },
  endBreakGlass: {
    method: 'POST',
    path: '/v1/environments/{environment}/break-glass/end',
    summary: 'The glass is whole again.',
    callers: ['admin', 'operator'],
    maxBodyBytes: SMALL,
    params: environmentPath,
    request: z.strictObject({}),
    reply: done,
  },
  policy: {
    method: 'GET',
    path: '/v1/policy',
    summary: 'The registered environments.yml and access.hujson.',
    callers: ['admin', 'operator', 'approver', 'auditor'],
    ...none,
    reply: policyReply,
  },
  push: {
    method: 'PUT',
    path: '/v1/policy',
    summary: 'Replace environments.yml and access.hujson in one transaction, or only check them.',
    callers: ['admin'],
    maxBodyBytes: 4 * 1024 * 1024,
    request: pushRequest,
    reply: pushReply,
  },
  pushByWorkload: {
    method: 'PUT',
    path: '/v1/policy/workload',
    summary: 'The same by a pipeline that environments.yml lists under pushers, with a token of these files.',
    callers: ['holder'],
    maxBodyBytes: 4 * 1024 * 1024,
    request: workloadPushRequest,
    reply: pushReply,
  },
  ...RECOVERY,
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof ROUTES
export type ParamsOf<N extends RouteName> = (typeof ROUTES)[N] extends { params: z.ZodType<infer P> }
  ? P
  : undefined
export type RequestOf<N extends RouteName> = (typeof ROUTES)[N] extends { request: z.ZodType<infer R> }
  ? R
  : undefined
export type ReplyOf<N extends RouteName> = z.infer<(typeof ROUTES)[N]['reply']>

/** Streams are upgrades, not request and reply. `since` resumes a map, `version` names the frames. */
export const STREAM_PATH = '/v1/stream'
export const RELAY_PATH = '/v1/relay'
/** Tiles and checkpoint, as static files. */
export const LOG_PATH = '/log/'

/** Puts parameters, percent-encoded, into a route's path. */
export function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}
