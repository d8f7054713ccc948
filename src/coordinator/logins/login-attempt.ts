/**
 * Logins that the coordinator makes itself for the holder of a session's key: by device (RFC 8628) or in a
 * browser. The holder asks until it is done; what the issuer hands out never leaves this process.
 */
import type { AttemptReply, AttemptRequest, AttemptResult } from '../../api/messages/login.ts'
import { encodeBase64url, encodeHex } from '../../base/bytes.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { formatTimestamp, MINUTE, SECOND, type Timestamp } from '../../base/time.ts'
import type { IssuedTokens } from '../../platform/openid.ts'
import type { CoordinatorContext } from '../context.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import { collection } from '../store/documents.ts'
import { tryFirstAdminCode } from './first-admin.ts'
import { findLogin } from './id-token-login.ts'
import { identifyAccount, withProvider } from './relying-party.ts'
import { describeSession, openSession } from './session.ts'

const MAX_LIFETIME = 15 * MINUTE
const MAX_ATTEMPTS = 1_000
/** Without the letters that look like others. */
const CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ'

/** How the browser's part stands: the cookie's hash says which browser confirmed. */
export interface BrowserPart {
  readonly code: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** base64url of SHA-256; null until somebody confirmed. */
  readonly cookie: string | null
}

export interface LoginAttempt {
  readonly sessionKey: string
  readonly login: string
  readonly firstAdmin: string | null
  readonly device: {
    readonly code: string
    readonly intervalSeconds: number
    readonly nextAt: Timestamp
  } | null
  readonly browser: BrowserPart | null
  readonly outcome: Exclude<AttemptResult, { kind: 'pending' }> | null
}

export const ATTEMPTS = collection<LoginAttempt>('login')

/** The key of who began it. */
export async function findAttemptKey(tx: Transaction, id: string): Promise<string | undefined> {
  return (await ATTEMPTS.find(tx, id))?.value.sessionKey
}

/** @throws RequestRefusal `refused` where the login has no such flow; `too-many` */
export async function beginLogin(
  context: CoordinatorContext,
  request: AttemptRequest,
): Promise<AttemptReply> {
  const { resolved } = await findLogin(context, request.login)
  const { login } = resolved
  if (!resolved.flows.includes(request.flow)) {
    throw new RequestRefusal('refused', {
      message: `the login ${login.name} is by ${resolved.flows.join(' or ')}`,
      rule: `logins.${login.name}.flows`,
    })
  }
  if (request.firstAdmin !== null) {
    await tryFirstAdminCode(context.store, request.firstAdmin, context.clock.now())
  }
  const attempt = `l-${encodeHex(context.random.bytes(16))}`
  return request.flow === 'device'
    ? beginDevice(context, request, attempt)
    : beginBrowser(context, request, attempt)
}

/** @throws RequestRefusal `not-found` once it has expired */
export async function finishLogin(context: CoordinatorContext, id: string): Promise<AttemptResult> {
  const now = context.clock.now()
  const found = await context.store.read((tx) => ATTEMPTS.find(tx, id))
  if (!found || (found.expiresAt ?? 0) <= now) {
    throw new RequestRefusal('not-found', {
      message: 'this login has expired',
      help: 'begin again: sallyport login',
    })
  }
  const { outcome, device } = found.value
  if (outcome) return outcome
  if (!device) return { kind: 'pending', intervalSeconds: 2 }
  return pollDevice(context, id, found.value)
}

/** Opens the session of an account that the issuer vouched for, or keeps why not, for its holder to hear. */
export async function concludeAttempt(
  context: CoordinatorContext,
  id: string,
  attempt: LoginAttempt,
  tokens: IssuedTokens,
): Promise<Exclude<AttemptResult, { kind: 'pending' }>> {
  const outcome = await judge(context, attempt, tokens)
  await context.store.write('login outcome', (tx) =>
    ATTEMPTS.change(tx, id, (value) => ({ ...value, outcome })),
  )
  return outcome
}

async function judge(
  context: CoordinatorContext,
  { login, sessionKey, firstAdmin, browser }: LoginAttempt,
  tokens: IssuedTokens,
): Promise<Exclude<AttemptResult, { kind: 'pending' }>> {
  try {
    const { file, resolved } = await findLogin(context, login)
    const account = await identifyAccount(context, resolved, tokens, browser?.nonce ?? null)
    if (!account) return { kind: 'refused', reason: 'what the issuer answered is not to be believed' }
    const flow = browser ? 'browser' : 'device'
    const session = await openSession(context, file, {
      resolved,
      account,
      sessionKey,
      flow,
      firstAdmin,
      token: null,
    })
    return { kind: 'done', session: describeSession(session) }
  } catch (thrown) {
    if (thrown instanceof RequestRefusal || thrown instanceof SallyportError) {
      return { kind: 'refused', reason: messageOf(thrown).slice(0, 2_000) }
    }
    throw thrown
  }
}

async function beginDevice(
  context: CoordinatorContext,
  request: AttemptRequest,
  id: string,
): Promise<AttemptReply> {
  const { resolved } = await findLogin(context, request.login)
  const { facts, login } = resolved
  const started = await withProvider(context, resolved, (provider) =>
    provider.startDevice({ scope: facts.scope, acrValues: login.mfa?.acr ?? [] }),
  ).catch(issuerFailed)
  const now = context.clock.now()
  const intervalSeconds = Math.min(60, Math.max(1, started.intervalSeconds))
  const lifetime = Math.min(MAX_LIFETIME, started.expiresInSeconds * SECOND)
  const expiresAt = (now + lifetime) as Timestamp
  const nextAt = (now + intervalSeconds * SECOND) as Timestamp
  const device = { code: started.deviceCode, intervalSeconds, nextAt }
  await keep(context, id, { ...attemptOf(request), device, browser: null }, expiresAt)
  return {
    attempt: id,
    url: started.url,
    code: started.userCode,
    intervalSeconds,
    expiresAt: formatTimestamp(expiresAt),
  }
}

async function beginBrowser(
  context: CoordinatorContext,
  request: AttemptRequest,
  id: string,
): Promise<AttemptReply> {
  const random = () => encodeBase64url(context.random.bytes(32))
  const letters = [...context.random.bytes(8)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length])
  const code = `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
  const browser = { code, state: random(), nonce: random(), verifier: random(), cookie: null }
  const expiresAt = (context.clock.now() + MAX_LIFETIME) as Timestamp
  await keep(context, id, { ...attemptOf(request), device: null, browser }, expiresAt)
  return {
    attempt: id,
    url: `${context.url}/login/${id}`,
    code,
    intervalSeconds: 2,
    expiresAt: formatTimestamp(expiresAt),
  }
}

function attemptOf({ sessionKey, login, firstAdmin }: AttemptRequest) {
  return { sessionKey, login, firstAdmin, outcome: null }
}

/** Strangers may begin logins, so there are only so many at once. */
async function keep(
  context: CoordinatorContext,
  id: string,
  attempt: LoginAttempt,
  expiresAt: Timestamp,
): Promise<void> {
  const now = context.clock.now()
  await context.store.write('login attempt', async (tx) => {
    const standing = await tx.documents.list('login', undefined, MAX_ATTEMPTS)
    if (standing.length >= MAX_ATTEMPTS) {
      throw new RequestRefusal('too-many', {
        message: 'too many logins are under way; try again in some minutes',
      })
    }
    await ATTEMPTS.insert(tx, { id, value: attempt, now, expiresAt })
  })
}

/** Asks the issuer once; whoever asks too early, or at the same time as another, hears `pending`. */
async function pollDevice(
  context: CoordinatorContext,
  id: string,
  attempt: LoginAttempt,
): Promise<AttemptResult> {
  const { device } = attempt
  const now = context.clock.now()
  const pending = { kind: 'pending', intervalSeconds: device!.intervalSeconds } as const
  if (now < device!.nextAt - SECOND) return pending
  const isOurs = await context.store.write('login poll', (tx) =>
    ATTEMPTS.change(tx, id, (value) =>
      value.device?.nextAt === device!.nextAt && value.outcome === null ? later(value, now, 0) : undefined,
    ),
  )
  if (!isOurs) return pending
  const { resolved } = await findLogin(context, attempt.login)
  const answer = await withProvider(context, resolved, (provider) => provider.pollDevice(device!.code)).catch(
    issuerFailed,
  )
  if (answer.kind === 'issued') return concludeAttempt(context, id, attempt, answer.tokens)
  if (answer.kind === 'pending') return pending
  if (answer.kind === 'slower') {
    // RFC 8628 §3.5: five seconds more from now on.
    await context.store.write('login poll', (tx) => ATTEMPTS.change(tx, id, (value) => later(value, now, 5)))
    return { ...pending, intervalSeconds: pending.intervalSeconds + 5 }
  }
  const refused = { kind: 'refused', reason: answer.reason } as const
  await context.store.write('login outcome', (tx) =>
    ATTEMPTS.change(tx, id, (value) => ({ ...value, outcome: refused })),
  )
  return refused
}

function later(attempt: LoginAttempt, now: Timestamp, moreSeconds: number): LoginAttempt {
  const device = attempt.device!
  const intervalSeconds = device.intervalSeconds + moreSeconds
  return {
    ...attempt,
    device: { ...device, intervalSeconds, nextAt: (now + intervalSeconds * SECOND) as Timestamp },
  }
}

function issuerFailed(thrown: unknown): never {
  if (!(thrown instanceof SallyportError)) throw thrown
  throw new RequestRefusal('not-ready', {
    message: messageOf(thrown),
    help: 'the issuer may be down; try again',
  })
}
