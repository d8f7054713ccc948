/** Replies: JSON, signed by the control key over status, body and the request's own signature. */

import { PROBLEMS, type Problem, type ProblemKind } from '../../api/messages/problem.ts'
import { encodeUtf8 } from '../../base/bytes.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { formatTimestamp } from '../../base/time.ts'
import { signResponse } from '../../trust/http-signature.ts'
import type { CoordinatorContext } from '../context.ts'
import { RequestRefusal } from '../request-refusal.ts'

/** @param requestSignature the request's `signature` header; a request without gets a reply without */
export function makeReply(
  context: CoordinatorContext,
  status: number,
  value: unknown,
  requestSignature: string | undefined,
): Response {
  const body = encodeUtf8(JSON.stringify(value))
  const headers = new Headers({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  if (requestSignature !== undefined) {
    const signer = {
      key: context.identity.keys.control,
      coordinatorId: context.identity.coordinatorId,
      now: context.clock.now(),
    }
    const signed = signResponse({ status, body, requestSignature }, signer)
    for (const [name, header] of Object.entries(signed)) headers.set(name, header)
  }
  return new Response(Buffer.from(body), { status, headers })
}

/** A problem for whatever was thrown; what is our own fault is logged, and not told. */
export function makeProblem(
  context: CoordinatorContext,
  thrown: unknown,
): { status: number; problem: Problem } {
  const refusal = toRefusal(thrown)
  if (!refusal) {
    context.diagnostics.log('error', 'a request failed', { error: messageOf(thrown), code: codeOf(thrown) })
  }
  const kind: ProblemKind = refusal?.kind ?? 'internal'
  const details = refusal?.details ?? { message: 'the coordinator could not do this; its own log says why' }
  const problem: Problem = {
    kind,
    message: details.message.slice(0, 2_000),
    ...(details.help === undefined ? {} : { help: details.help }),
    ...(details.rule === undefined ? {} : { rule: details.rule.slice(0, 200) }),
    ...(details.claim === undefined ? {} : { claim: details.claim.slice(0, 100) }),
    time: formatTimestamp(context.clock.now()),
  }
  return { status: PROBLEMS[kind], problem }
}

/** Errors of the caller's input become refusals; a store that failed, or a bug, does not. */
function toRefusal(thrown: unknown): RequestRefusal | undefined {
  if (thrown instanceof RequestRefusal) return thrown
  if (!(thrown instanceof SallyportError)) return undefined
  const details = { message: thrown.message, ...(thrown.help === undefined ? {} : { help: thrown.help }) }
  switch (thrown.code) {
    case 'STORE_CONFLICT':
      return new RequestRefusal('conflict', { message: 'something of this name or key stands already' })
    case 'CONFIG_INVALID':
    case 'ACCESS_RULES_INVALID':
      return new RequestRefusal('malformed', { ...details, message: `${placeOf(thrown)}${thrown.message}` })
    case 'JSON_INVALID':
    case 'ENCODING_INVALID':
    case 'LIMIT_EXCEEDED':
    case 'KEY_INVALID':
      return new RequestRefusal('malformed', details)
    default:
      return undefined
  }
}

function placeOf({ place }: SallyportError): string {
  return place ? `${place.file}:${place.line}:${place.column}: ` : ''
}

function codeOf(thrown: unknown): string {
  return thrown instanceof SallyportError ? thrown.code : 'bug'
}
