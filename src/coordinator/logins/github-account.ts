/**
 * Who somebody is at GitHub: the numeric user id, and the ids of organisations, from its API, with an
 * access token that we got from its token endpoint ourselves. A login name can change hands, an id cannot.
 */
import * as z from 'zod'
import { decodeUtf8 } from '../../base/bytes.ts'
import { decode } from '../../base/decode.ts'
import { SallyportError } from '../../base/errors.ts'
import { parseStrictJson } from '../../base/json.ts'
import type { Secret } from '../../base/secret.ts'
import { createHttpClient } from '../../platform/http.ts'
import type { OAuthEndpoints } from '../../platform/openid.ts'
import type { CoordinatorContext } from '../context.ts'
import type { AccountFacts } from './login-judgement.ts'
import type { ResolvedLogin } from './resolved-login.ts'

const MAX_BYTES = 1024 * 1024
const TIMEOUT_MS = 10_000

const userSchema = z.looseObject({ id: z.int().min(1) })
const organisationsSchema = z.array(z.looseObject({ id: z.int().min(1) })).max(100)

export function githubEndpoints(issuer: string): OAuthEndpoints {
  return {
    authorization: `${issuer}/login/oauth/authorize`,
    token: `${issuer}/login/oauth/access_token`,
    device: `${issuer}/login/device/code`,
  }
}

/** github.com, GitHub Enterprise Cloud with data residency, GitHub Enterprise Server. */
export function githubApi(issuer: string): string {
  const { host } = new URL(issuer)
  if (host === 'github.com') return 'https://api.github.com'
  return host.endsWith('.ghe.com') ? `https://api.${host}` : `${issuer}/api/v3`
}

/** @throws `HTTP_FAILED` */
export async function fetchGithubAccount(
  context: CoordinatorContext,
  { issuer, login }: ResolvedLogin,
  accessToken: Secret<string>,
): Promise<AccountFacts> {
  const http = createHttpClient(
    login.ca === undefined ? {} : { ca: decodeUtf8(await context.readFile(login.ca)) },
  )
  const get = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
    const source = `${githubApi(issuer)}${path}`
    const { status, body } = await http.request({
      method: 'GET',
      url: source,
      headers: {
        authorization: `Bearer ${accessToken.reveal()}`,
        accept: 'application/vnd.github+json',
        'user-agent': 'sallyport',
      },
      maxBytes: MAX_BYTES,
      timeoutMs: TIMEOUT_MS,
    })
    if (status !== 200) throw new SallyportError('HTTP_FAILED', { message: `${source} answered ${status}` })
    return decode(schema, parseStrictJson(body, { source, maxBytes: MAX_BYTES }), { source })
  }
  try {
    const { id } = await get('/user', userSchema)
    const organisations = (await get('/user/orgs?per_page=100', organisationsSchema)).map((each) =>
      String(each.id),
    )
    return {
      issuer,
      subject: String(id),
      clientId: login.clientId,
      tenant: null,
      organisations,
      values: organisations,
      amr: [],
      acr: [],
      authenticatedAt: null,
    }
  } finally {
    await http.close()
  }
}
