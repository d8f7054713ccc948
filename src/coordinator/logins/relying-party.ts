/** The coordinator as a client of an issuer: opened for one exchange, with the client's secret from its file. */
import { decodeUtf8 } from '../../base/bytes.ts'
import { Secret } from '../../base/secret.ts'
import { type IssuedTokens, type OpenIdProvider, openProvider } from '../../platform/openid.ts'
import type { CoordinatorContext } from '../context.ts'
import { fetchGithubAccount, githubEndpoints } from './github-account.ts'
import { verifyIdToken } from './id-token-login.ts'
import { type AccountFacts, factsOf } from './login-judgement.ts'
import type { ResolvedLogin } from './resolved-login.ts'

/** @throws `LOGIN_FAILED`, `FILE_UNREADABLE` */
export async function withProvider<T>(
  context: CoordinatorContext,
  resolved: ResolvedLogin,
  work: (provider: OpenIdProvider) => Promise<T>,
): Promise<T> {
  const { login, issuer } = resolved
  const read = async (path: string) => decodeUtf8(await context.readFile(path))
  const provider = await openProvider({
    issuer,
    clientId: login.clientId,
    ...(login.clientSecret === undefined
      ? {}
      : { clientSecret: new Secret((await read(login.clientSecret)).trim()) }),
    ...(login.ca === undefined ? {} : { ca: await read(login.ca) }),
    ...(login.preset === 'github' ? { endpoints: githubEndpoints(issuer) } : {}),
  })
  try {
    return await work(provider)
  } finally {
    await provider.close()
  }
}

/**
 * Whose login this was.
 *
 * @param nonce of our own request; null where the flow has none
 * @returns undefined where the tokens say nobody that we believe
 */
export async function identifyAccount(
  context: CoordinatorContext,
  resolved: ResolvedLogin,
  { idToken, accessToken }: IssuedTokens,
  nonce: string | null,
): Promise<AccountFacts | undefined> {
  if (resolved.login.preset === 'github') return fetchGithubAccount(context, resolved, accessToken)
  const claims = idToken === undefined ? undefined : await verifyIdToken(context, resolved, idToken)
  if (!claims || (nonce !== null && claims['nonce'] !== nonce)) return undefined
  return factsOf(resolved, claims)
}
