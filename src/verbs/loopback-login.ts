/**
 * A login of one's own at an issuer (RFC 8252): code with PKCE, back to a listener on loopback. The nonce
 * is the caller's: a session's key, or the very statement that a person approves. Neither the coordinator
 * nor anybody else can put another in its place.
 */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LoginSummary } from '../api/messages/login.ts'
import { encodeBase64url } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { unlessAborted } from '../base/interruption.ts'
import { Secret } from '../base/secret.ts'
import { MINUTE } from '../base/time.ts'
import { type OpenIdProvider, openProvider } from '../platform/openid.ts'
import { openBrowser } from './open-browser.ts'
import type { Call } from './verb.ts'

const WAIT_MS = 5 * MINUTE

/** @returns the ID token, with this nonce. @throws `LOGIN_FAILED` */
export async function logInAtIssuer(call: Call, login: LoginSummary, nonce: string): Promise<string> {
  const { ports, options } = call
  const random = () => encodeBase64url(ports.random.bytes(32))
  const checks = {
    state: random(),
    verifier: random(),
    nonce,
    ...(login.maxAge === null ? {} : { maxAge: login.maxAge }),
  }
  const provider = await openProvider({
    issuer: login.issuer,
    clientId: login.clientId,
    ...(login.publicSecret === null ? {} : { clientSecret: new Secret(login.publicSecret) }),
    ...(login.ca === null ? {} : { ca: login.ca }),
  })
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000, maxHeaderSize: 32 * 1024 })
  try {
    const redirectUri = await listen(server, login.redirectUri)
    const url = await provider.authorizationUrl({
      redirectUri,
      scope: login.scope,
      acrValues: login.acrValues,
      ...checks,
    })
    const callback = unlessAborted(ports.signal, waitForCallback(server, redirectUri, checks.state))
    ports.stderr(`log in at ${login.issuer}:\n\n  ${url}\n\n`)
    if (!options['no-browser']) openBrowser(url, ports)
    return await answer(await callback, provider, checks)
  } finally {
    server.closeAllConnections()
    server.close()
    await provider.close()
  }
}

interface Callback {
  readonly url: URL
  readonly response: ServerResponse
}

async function answer(
  { url, response }: Callback,
  provider: OpenIdProvider,
  checks: Parameters<OpenIdProvider['exchange']>[1],
): Promise<string> {
  try {
    const { idToken } = await provider.exchange(url, checks)
    if (idToken === undefined) throw failed('the issuer gave no ID token')
    await say(response, 200, 'You are logged in. You may close this window.')
    return idToken
  } catch (thrown) {
    await say(
      response,
      400,
      'The login did not succeed. The command line says why; you may close this window.',
    )
    throw thrown
  }
}

async function listen(server: Server, registered: string): Promise<string> {
  const url = new URL(registered)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(failed(`${url.host} cannot be listened on`, cause)))
    server.listen(url.port === '' ? 0 : Number(url.port), '127.0.0.1', resolve)
  })
  url.port = String((server.address() as AddressInfo).port)
  return url.toString()
}

/** Whoever calls without our state is told nothing and changes nothing. */
function waitForCallback(server: Server, redirectUri: string, state: string): Promise<Callback> {
  const expected = new URL(redirectUri)
  const late = AbortSignal.timeout(WAIT_MS)
  return new Promise((resolve, reject) => {
    late.addEventListener('abort', () => reject(failed('nobody logged in within five minutes')), {
      once: true,
    })
    server.on('request', (request, response) => {
      const url = new URL(request.url ?? '/', expected)
      const isOurs =
        request.method === 'GET' &&
        url.pathname === expected.pathname &&
        url.searchParams.get('state') === state
      if (isOurs) resolve({ url: new URL(`${redirectUri}${url.search}`), response })
      else void say(response, 404, 'There is nothing here.')
    })
  })
}

function say(response: ServerResponse, status: number, sentence: string): Promise<void> {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  })
  const page = `<!doctype html><meta charset="utf-8"><title>Sallyport</title><p>${sentence}</p>`
  return new Promise((resolve) => response.end(page, resolve))
}

function failed(message: string, cause?: unknown): SallyportError {
  return new SallyportError('LOGIN_FAILED', {
    message,
    help: 'try again, or by a code: sallyport login --flow device',
    ...(cause === undefined ? {} : { cause }),
  })
}
