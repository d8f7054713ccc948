/**
 * The browser's part of a login: the person types the code that their own command line shows (a link that
 * somebody sent is worth nothing without it), goes to the issuer, and comes back with a cookie, a state, a
 * nonce and a PKCE verifier that all belong to this login. Nothing that the browser sends says where it is
 * sent next.
 */
import { CALLBACK_PATH } from '../../api/page-table.ts'
import { encodeBase64url, encodeUtf8, equalConstantTime } from '../../base/bytes.ts'
import { sha256 } from '../../base/digest.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { parseDuration, SECOND } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import type { Stored } from '../store/documents.ts'
import { findLogin } from './id-token-login.ts'
import { ATTEMPTS, type BrowserPart, concludeAttempt, type LoginAttempt } from './login-attempt.ts'
import { type PageContent, renderPage } from './page.ts'
import { withProvider } from './relying-party.ts'

const MAX_WRONG_CODES = 5
/** How often a wrong code was typed, per login; bounded, in this process. */
const wrongCodes = new Map<string, number>()

export interface PageRequest {
  readonly id: string
  readonly url: URL
  readonly form: URLSearchParams
  readonly origin: string | undefined
  readonly cookie: string | undefined
}

type Open = Stored<LoginAttempt> & { readonly browser: BrowserPart }

export async function showLoginPage(context: CoordinatorContext, { id }: PageRequest): Promise<Response> {
  const open = await findOpen(context, id)
  if (!open) return renderPage(GONE)
  const { resolved } = await findLogin(context, open.value.login)
  return renderPage({
    status: 200,
    title: 'Log in to Sallyport',
    lines: [
      `You began a login on a command line. It goes on at ${resolved.issuer}.`,
      'Only go on if the command line is yours: whoever began this login gets your session.',
    ],
    form: codeForm(id),
  })
}

function codeForm(id: string): NonNullable<PageContent['form']> {
  return {
    action: `/login/${id}`,
    field: 'code',
    label: 'The code on your command line',
    button: 'Continue',
  }
}

export async function confirmLogin(context: CoordinatorContext, request: PageRequest): Promise<Response> {
  const { id, form, origin } = request
  // Another site cannot make a browser send its own form here unseen.
  if (origin !== new URL(context.url).origin) return renderPage(FOREIGN)
  const open = await findOpen(context, id)
  if (!open) return renderPage(GONE)
  const typed = (form.get('code') ?? '').toUpperCase().replace(/[^A-Z]/g, '')
  if (!equalConstantTime(encodeUtf8(typed), encodeUtf8(open.browser.code.replace('-', '')))) {
    return countWrongCode(context, id)
  }
  const secret = encodeBase64url(context.random.bytes(32))
  const isOurs = await context.store.write('login confirmation', (tx) =>
    ATTEMPTS.change(tx, id, (value) =>
      value.outcome === null && value.browser ? withCookie(value, hashOf(secret)) : undefined,
    ),
  )
  if (!isOurs) return renderPage(GONE)
  try {
    const url = await authorizationUrl(context, open)
    return renderPage({
      status: 200,
      title: 'To the issuer',
      lines: ['Your browser goes on by itself.'],
      next: { url, label: 'Go on' },
      cookies: [cookieOf(context, `${id}.${secret}`, 900)],
    })
  } catch (thrown) {
    return failed(thrown)
  }
}

export async function finishInBrowser(context: CoordinatorContext, request: PageRequest): Promise<Response> {
  const match = /^(l-[0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/.exec(readCookie(context, request.cookie) ?? '')
  const open = match && (await findOpen(context, match[1]!))
  const cookie = open?.browser.cookie
  const state = request.url.searchParams.get('state') ?? ''
  if (!match || !open || !cookie) return renderPage(FOREIGN)
  const isSame = (a: string, b: string) => equalConstantTime(encodeUtf8(a), encodeUtf8(b))
  if (!isSame(cookie, hashOf(match[2]!)) || !isSame(open.browser.state, state)) return renderPage(FOREIGN)
  // Once: whoever comes back with the same code finds the cookie used.
  const isFirst = await context.store.write('login return', (tx) =>
    ATTEMPTS.change(tx, open.id, (value) =>
      value.browser?.cookie === cookie ? withCookie(value, null) : undefined,
    ),
  )
  if (!isFirst) return renderPage(FOREIGN)
  return exchange(context, open, request.url)
}

async function exchange(context: CoordinatorContext, open: Open, url: URL): Promise<Response> {
  try {
    const { resolved } = await findLogin(context, open.value.login)
    const callback = new URL(`${context.url}${CALLBACK_PATH}${url.search}`)
    const { state, nonce, verifier } = open.browser
    const isOpenId = resolved.login.preset !== 'github'
    const tokens = await withProvider(context, resolved, (provider) =>
      provider.exchange(callback, {
        state,
        verifier,
        ...(isOpenId ? { nonce } : {}),
        ...maxAgeOf(resolved.login),
      }),
    )
    const outcome = await concludeAttempt(context, open.id, open.value, tokens)
    const cookies = [cookieOf(context, '', 0)]
    if (outcome.kind === 'refused') {
      return renderPage({ status: 403, title: 'Not let in', lines: [outcome.reason], cookies })
    }
    return renderPage({
      status: 200,
      title: 'You are logged in',
      lines: ['The command line goes on by itself. You may close this window.'],
      cookies,
    })
  } catch (thrown) {
    return failed(thrown)
  }
}

async function authorizationUrl(context: CoordinatorContext, open: Open): Promise<string> {
  const { resolved } = await findLogin(context, open.value.login)
  const { facts, login } = resolved
  const { state, nonce, verifier } = open.browser
  return withProvider(context, resolved, (provider) =>
    provider.authorizationUrl({
      redirectUri: `${context.url}${CALLBACK_PATH}`,
      scope: facts.scope,
      state,
      verifier,
      ...(login.preset === 'github' ? {} : { nonce }),
      acrValues: login.mfa?.acr ?? [],
      ...maxAgeOf(login),
    }),
  )
}

function maxAgeOf({ maxLoginAge }: { readonly maxLoginAge?: string | undefined }): { maxAge?: number } {
  return maxLoginAge === undefined ? {} : { maxAge: Math.floor(parseDuration(maxLoginAge) / SECOND) }
}

async function findOpen(context: CoordinatorContext, id: string): Promise<Open | undefined> {
  const found = await context.store.read((tx) => ATTEMPTS.find(tx, id))
  const { browser, outcome } = found?.value ?? {}
  if (!found || !browser || outcome || (found.expiresAt ?? 0) <= context.clock.now()) return undefined
  return { ...found, browser }
}

async function countWrongCode(context: CoordinatorContext, id: string): Promise<Response> {
  const count = (wrongCodes.get(id) ?? 0) + 1
  wrongCodes.set(id, count)
  if (wrongCodes.size > 1_000) wrongCodes.delete(wrongCodes.keys().next().value!)
  if (count < MAX_WRONG_CODES) {
    return renderPage({
      status: 403,
      title: 'Not this code',
      lines: ['Type the code as your command line shows it. Five wrong ones end this login.'],
      form: codeForm(id),
    })
  }
  await context.store.write('login end', (tx) => ATTEMPTS.remove(tx, id))
  wrongCodes.delete(id)
  return renderPage(GONE)
}

function withCookie(value: LoginAttempt, cookie: string | null): LoginAttempt {
  return { ...value, browser: value.browser && { ...value.browser, cookie } }
}

function cookieName({ url }: CoordinatorContext): string {
  return url.startsWith('https:') ? '__Host-sallyport-login' : 'sallyport-login'
}

/** Lax: the issuer's redirect is a navigation from another site, and must bring it. */
function cookieOf(context: CoordinatorContext, value: string, maxAge: number): string {
  const secure = context.url.startsWith('https:') ? '; Secure' : ''
  return `${cookieName(context)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`
}

function readCookie(context: CoordinatorContext, header: string | undefined): string | undefined {
  const prefix = `${cookieName(context)}=`
  const found = header?.split('; ').find((each) => each.startsWith(prefix))
  return found?.slice(prefix.length)
}

function hashOf(secret: string): string {
  return encodeBase64url(sha256(encodeUtf8(secret)))
}

const GONE: PageContent = {
  status: 404,
  title: 'This login has ended',
  lines: ['It expired, was used, or never was. Begin again: sallyport login'],
}

const FOREIGN: PageContent = {
  status: 403,
  title: 'Not from here',
  lines: ['This did not begin in this browser. Begin again: sallyport login'],
}

function failed(thrown: unknown): Response {
  if (!(thrown instanceof SallyportError)) throw thrown
  return renderPage({
    status: 502,
    title: 'The issuer did not log you in',
    lines: [messageOf(thrown), 'Begin again: sallyport login'],
  })
}
