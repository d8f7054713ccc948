/** HTTP requests that are tried again: on no answer, 429 and 5xx, after a wait that grows and varies. */

import { createHash } from 'node:crypto'
import { setTimeout as sleepFor } from 'node:timers/promises'
import { messageOf, SallyportError } from '../../../src/base/errors.ts'
import type { HttpPort } from '../../../src/gate/scanner.ts'

export interface RetryOptions {
  readonly http: HttpPort
  readonly signal: AbortSignal
  /** Varies the waits from run to run. */
  readonly seed: string
  readonly maxTries?: number
  readonly timeoutMs?: number
  readonly maxBytes?: number
  readonly sleep?: (ms: number) => Promise<void>
}

export interface RetriedRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly body?: Uint8Array
}

const FIRST_WAIT_MS = 400
const LONGEST_WAIT_MS = 10_000

/** The body of a 200. @throws `HTTP_FAILED` when every try failed, or at once on another status. */
export async function requestWithRetries(
  options: RetryOptions,
  request: RetriedRequest,
): Promise<Uint8Array> {
  const tries = options.maxTries ?? 4
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(options, request)
    if (outcome.kind === 'answer') return outcome.body
    if (!outcome.again || attempt >= tries || options.signal.aborted) {
      throw new SallyportError('HTTP_FAILED', {
        message: `${request.method} ${request.url}: ${outcome.why} (${attempt} of ${tries} tries)`,
      })
    }
    const sleep = options.sleep ?? ((ms: number) => sleepFor(ms, undefined, { signal: options.signal }))
    await sleep(waitBefore(attempt, outcome.retryAfterMs, `${options.seed} ${request.url} ${attempt}`))
  }
}

type Outcome =
  | { readonly kind: 'answer'; readonly body: Uint8Array }
  | { readonly kind: 'failed'; readonly why: string; readonly again: boolean; readonly retryAfterMs: number }

async function tryOnce(options: RetryOptions, request: RetriedRequest): Promise<Outcome> {
  try {
    const { status, headers, body } = await options.http.request({
      method: request.method,
      url: request.url,
      headers: {
        accept: 'application/json',
        ...(request.body ? { 'content-type': 'application/json' } : {}),
      },
      ...(request.body ? { body: request.body } : {}),
      maxBytes: options.maxBytes ?? 32 * 1024 * 1024,
      timeoutMs: options.timeoutMs ?? 60_000,
      signal: options.signal,
    })
    if (status === 200) return { kind: 'answer', body }
    const retryAfter = Number(headers['retry-after'])
    return {
      kind: 'failed',
      why: `the answer is ${status}`,
      again: status === 429 || status === 408 || status >= 500,
      retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1000 : 0,
    }
  } catch (error) {
    return { kind: 'failed', why: messageOf(error), again: true, retryAfterMs: 0 }
  }
}

/** Exponential with full jitter; what the server asks for is a floor, and nothing is above the ceiling. */
function waitBefore(attempt: number, retryAfterMs: number, seed: string): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt)
  const share = createHash('sha256').update(seed).digest().readUInt32BE(0) / 0x1_0000_0000
  return Math.min(LONGEST_WAIT_MS, Math.max(retryAfterMs, ceiling * (0.5 + share / 2)))
}
