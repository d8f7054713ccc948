/** What a node asks of the coordinator outside of its stream: to join, to be approved, to report, to leave. */

import type { CallInput, CallResult, CoordinatorClient } from '../../api/coordinator-client.ts'
import type { SigningReply, SubmissionReply, SubmissionRequest } from '../../api/messages/approval.ts'
import type { AdmissionReply, EnrolReply } from '../../api/messages/membership.ts'
import type { Problem } from '../../api/messages/problem.ts'
import type { ReplyOf, RouteName } from '../../api/route-table.ts'
import { encodeBase64, encodeBase64url } from '../../base/bytes.ts'
import type { ErrorCode } from '../../base/error-codes.ts'
import { SallyportError } from '../../base/errors.ts'
import { SECOND } from '../../base/time.ts'
import type { Envelope } from '../../trust/dsse.ts'

/** The public halves of a node's two keys. */
export interface NodeKeys {
  /** X25519, 32 bytes. */
  readonly wireguard: Uint8Array
  /** Ed25519, 32 bytes. */
  readonly machine: Uint8Array
}

/** The coordinator waits ten seconds for agents. */
const ADMISSION_TIMEOUT = 40 * SECOND

/** @throws `REQUEST_REFUSED`, `REPLY_REFUSED`, `HTTP_FAILED` */
export async function enrolAgent(
  client: CoordinatorClient,
  agent: {
    readonly secret: string | null
    readonly keys: NodeKeys
    readonly name: string
    readonly port: number
  },
): Promise<EnrolReply> {
  // The secret is said only after the coordinator has proven to be the pinned root's.
  await client.keyList()
  const { secret, keys, name, port } = agent
  return call(
    client,
    'enrol',
    { params: undefined, body: { secret, name, port, ...keyTexts(keys) } },
    'REQUEST_REFUSED',
  )
}

export interface AdmissionAsk {
  /** Its audience is bound to the keys and the approval. */
  readonly token: string
  readonly keys: NodeKeys
  readonly application: string
  readonly environment: string
  /** `sha256:…` */
  readonly approval: string | null
  readonly endpoints: readonly string[]
  readonly signal?: AbortSignal
}

/** Returns once every agent concerned answered, or ten seconds passed. @throws `ADMISSION_REFUSED`, `REPLY_REFUSED`, `HTTP_FAILED` */
export async function requestAdmission(
  client: CoordinatorClient,
  ask: AdmissionAsk,
): Promise<AdmissionReply> {
  const { token, keys, application, environment, approval, endpoints, signal } = ask
  const body = { token, application, environment, approval, endpoints: [...endpoints], ...keyTexts(keys) }
  const input = { params: undefined, body, timeoutMs: ADMISSION_TIMEOUT, ...(signal ? { signal } : {}) }
  return call(client, 'admit', input, 'ADMISSION_REFUSED')
}

export interface ApprovalAsk extends Omit<SubmissionRequest, 'verdict' | 'machineKey' | 'wireguardKey'> {
  readonly keys: NodeKeys
  /** The verdict file's bytes. */
  readonly verdict: Uint8Array
}

/** The exact statement bytes, unsigned; the caller compares them with what it asked for. @throws `APPROVAL_REFUSED` */
export async function requestApproval(client: CoordinatorClient, ask: ApprovalAsk): Promise<SubmissionReply> {
  const { keys, verdict, ...rest } = ask
  const body: SubmissionRequest = { ...rest, ...keyTexts(keys), verdict: encodeBase64(verdict) }
  return call(client, 'submit', { params: undefined, body }, 'APPROVAL_REFUSED')
}

/** @param tokens one per statement, each bound to its bytes. @throws `APPROVAL_REFUSED` */
export async function completeApproval(
  client: CoordinatorClient,
  submission: string,
  tokens: readonly string[],
): Promise<SigningReply> {
  return call(
    client,
    'sign',
    { params: { id: submission }, body: { tokens: [...tokens] } },
    'APPROVAL_REFUSED',
  )
}

/** The newest approval of one of the agent's applications, as the file's text; null where there is none. */
export async function fetchLatestApproval(
  client: CoordinatorClient,
  application: string,
): Promise<string | null> {
  const input = { params: { application }, body: undefined }
  return (await call(client, 'latestApproval', input, 'REQUEST_REFUSED')).approval
}

/** @param receipt signed by the agent's machine key */
export async function submitReceipt(
  client: CoordinatorClient,
  receipt: Envelope,
): Promise<ReplyOf<'submitReceipt'>> {
  return call(client, 'submitReceipt', { params: undefined, body: { receipt } }, 'REQUEST_REFUSED')
}

/** Receipts under an approval, for the runner whose approval it is. */
export async function fetchReceipts(
  client: CoordinatorClient,
  approval: string,
): Promise<ReplyOf<'receipts'>> {
  return call(client, 'receipts', { params: { digest: approval }, body: undefined }, 'REQUEST_REFUSED')
}

export async function leave(client: CoordinatorClient): Promise<void> {
  await call(client, 'leave', { params: undefined, body: {} }, 'REQUEST_REFUSED')
}

async function call<N extends RouteName>(
  client: CoordinatorClient,
  name: N,
  input: CallInput<N>,
  code: ErrorCode,
): Promise<ReplyOf<N>> {
  return unwrap(await client.call(name, input), code)
}

/** @throws the code, with what the coordinator said */
export function unwrap<T>(result: CallResult<T>, code: ErrorCode): T {
  if (result.kind === 'done') return result.value
  const { problem } = result
  throw new SallyportError(code, {
    message: describe(problem),
    ...(problem.help === undefined ? {} : { help: problem.help }),
    cause: problem,
  })
}

function describe({ kind, message, rule, claim }: Problem): string {
  const where = [rule, claim].filter((part) => part !== undefined).join(', ')
  return where === '' || message.includes(where) ? `${kind}: ${message}` : `${kind}: ${message} (${where})`
}

function keyTexts({ wireguard, machine }: NodeKeys): { wireguardKey: string; machineKey: string } {
  return { wireguardKey: encodeBase64url(wireguard), machineKey: encodeBase64url(machine) }
}
