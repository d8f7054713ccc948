/**
 * A login that the command line made itself (RFC 8252): an ID token whose nonce is of the session's key.
 * Whoever else holds the token can do nothing with it.
 */
import type { SessionRequest } from '../../api/messages/login.ts'
import { decodeBase64url } from '../../base/bytes.ts'
import { SECOND } from '../../base/time.ts'
import { sessionNonce } from '../../trust/audience.ts'
import { type Claims, MAX_ADMISSION_TOKEN_AGE, MAX_CLOCK_SKEW, verifyToken } from '../../trust/token.ts'
import type { CoordinatorContext } from '../context.ts'
import type { Environments } from '../environments/environments-file.ts'
import { RequestRefusal } from '../request-refusal.ts'
import { tryFirstAdminCode } from './first-admin.ts'
import { factsOf } from './login-judgement.ts'
import { type ResolvedLogin, resolveLogin } from './resolved-login.ts'
import { openSession, type PersonSession } from './session.ts'

/** @throws RequestRefusal `untrusted` for a token that is not of this issuer, client and key; `refused` */
export async function logInWithToken(
  context: CoordinatorContext,
  { sessionKey, login, token, firstAdmin }: SessionRequest,
): Promise<PersonSession> {
  const { file, resolved } = await findLogin(context, login)
  if (!resolved.flows.includes('loopback')) {
    throw new RequestRefusal('refused', {
      message: `the login ${login} is by ${resolved.flows.join(' or ')}`,
      rule: `logins.${login}.flows`,
    })
  }
  const claims = await verifyIdToken(context, resolved, token)
  const nonce = sessionNonce(context.identity.coordinatorId, decodeBase64url(sessionKey))
  if (!claims || claims['nonce'] !== nonce) throw strange(context)
  const account = factsOf(resolved, claims)
  if (!account) throw strange(context)
  if (firstAdmin !== null) await tryFirstAdminCode(context.store, firstAdmin, context.clock.now())
  return openSession(context, file, { resolved, account, sessionKey, flow: 'loopback', firstAdmin, token })
}

/** @throws RequestRefusal `not-found` */
export async function findLogin(
  context: CoordinatorContext,
  name: string,
): Promise<{ file: Environments; resolved: ResolvedLogin }> {
  const registered = await context.store.read((tx) => context.environments(tx))
  const login = registered?.file.logins?.find((candidate) => candidate.name === name)
  if (registered && login) return { file: registered.file, resolved: resolveLogin(login) }
  const names = registered?.file.logins?.map((candidate) => candidate.name) ?? []
  throw new RequestRefusal('not-found', {
    message: `there is no login ${name}`,
    help: names.length === 0 ? 'environments.yml lists none under "logins"' : `there is ${names.join(', ')}`,
  })
}

/** Signature, issuer, client, age. @returns undefined where any of it is not right */
export async function verifyIdToken(
  context: CoordinatorContext,
  { trusted, login }: ResolvedLogin,
  token: string,
): Promise<Claims | undefined> {
  const issuers = await context.issuerKeys.keysFor([trusted], token)
  const result = verifyToken(token, { issuers, audience: login.clientId })
  if (result.kind === 'refused') {
    context.diagnostics.log('debug', 'an ID token was refused', { code: result.code })
    return undefined
  }
  const { iss, iat, exp } = result.claims
  if (iss !== trusted.issuer) return undefined
  const now = context.clock.now()
  const age = now - iat * SECOND
  const isCurrent = typeof exp === 'number' && now < exp * SECOND + MAX_CLOCK_SKEW
  return isCurrent && age <= MAX_ADMISSION_TOKEN_AGE && age >= -MAX_CLOCK_SKEW ? result.claims : undefined
}

function strange(context: CoordinatorContext): RequestRefusal {
  context.refusals.add()
  return new RequestRefusal('untrusted', { message: 'untrusted' })
}
