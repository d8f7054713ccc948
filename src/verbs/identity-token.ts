/** The workload's identity: a token of GitHub's OIDC issuer, for one audience. */
import * as z from 'zod'
import { decode } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { parseStrictJson } from '../base/json.ts'
import { Secret } from '../base/secret.ts'
import { SECOND } from '../base/time.ts'
import type { HttpClient, HttpResponse } from '../platform/http.ts'

const answer = z.object({ value: z.string().min(1).max(16_384) })
const ATTEMPTS = 4

export interface IdentityTokenSource {
  /** A fresh token bound to `audience`. Its value must be masked before anything else is printed. */
  request(audience: string): Promise<Secret<string>>
}

/**
 * @throws `USAGE` naming the missing permission, where the job may not ask for tokens
 */
export function createIdentityTokenSource(
  env: Readonly<Record<string, string | undefined>>,
  http: HttpClient,
  mask: (value: string) => void,
  sleep: (ms: number) => Promise<void>,
): IdentityTokenSource {
  const url = env['ACTIONS_ID_TOKEN_REQUEST_URL']
  const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
  if (!url || !bearer) {
    throw new SallyportError('USAGE', {
      message: 'this job may not ask for an identity token',
      help: 'add to the job: permissions: { contents: read, id-token: write }',
    })
  }
  return {
    async request(audience) {
      const target = new URL(url)
      target.searchParams.set('audience', audience)
      const response = await requestPatiently(http, target.href, bearer, sleep)
      const { value } = decode(
        answer,
        parseStrictJson(response.body, { source: 'the token answer', maxBytes: 65_536 }),
        {
          source: 'the token answer',
          code: 'HTTP_FAILED',
        },
      )
      mask(value)
      return new Secret(value)
    },
  }
}

/** The endpoint fails in bursts: a few attempts with growing pauses, each bounded. */
async function requestPatiently(
  http: HttpClient,
  url: string,
  bearer: string,
  sleep: (ms: number) => Promise<void>,
): Promise<HttpResponse> {
  let failure: unknown
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(2 ** (attempt - 1) * SECOND)
    try {
      const response = await http.request({
        method: 'GET',
        url,
        headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
        maxBytes: 65_536,
        timeoutMs: 10 * SECOND,
      })
      if (response.status === 200) return response
      failure = new SallyportError('HTTP_FAILED', {
        message: `the token endpoint answered ${response.status}`,
      })
      if (response.status < 500 && response.status !== 429) break
    } catch (error) {
      failure = error
    }
  }
  throw failure
}
