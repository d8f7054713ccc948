/**
 * A real OpenID provider (`oidc-provider`) on loopback over TLS: code with PKCE, the device grant, ID tokens
 * with any claims, and a person who is whoever the test says. {@link createBrowser} is that person's browser.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { createHttpClient } from '../../src/platform/http.ts'
import { createTlsIdentity } from './certificates.ts'

export const NATIVE_CLIENT = 'sallyport-cli'
export const WEB_CLIENT = 'sallyport-web'
export const WEB_SECRET = 'a-secret-that-only-the-coordinator-has'

export interface Person {
  readonly subject: string
  readonly amr?: readonly string[]
  readonly acr?: string
  /** More claims of the ID token. */
  readonly claims?: Readonly<Record<string, unknown>>
}

export interface OpenIdProviderKit {
  readonly url: string
  readonly caPem: string
  /** Who sits before the browser from now on. */
  become(person: Person): void
  close(): Promise<void>
}

/** Both clients may use any port of 127.0.0.1: a coordinator of a test has whichever was free. */
export async function startOpenIdProvider(): Promise<OpenIdProviderKit> {
  const tls = createTlsIdentity()
  let person: Person = { subject: 'ann-subject' }
  const server = createServer({ key: tls.keyPem, cert: tls.certificatePem })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `https://localhost:${(server.address() as AddressInfo).port}`
  const provider = new Provider(
    url,
    configuration(() => person),
  )
  provider.Client.prototype.redirectUriAllowed = (uri) =>
    /^http:\/\/127\.0\.0\.1:\d+\/(?:login\/)?callback$/.test(uri)
  const callback = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response)
    interact(provider, request, response, person).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  return {
    url,
    caPem: tls.caPem,
    become(next) {
      person = next
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function configuration(person: () => Person): Record<string, unknown> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'signing', use: 'sig', alg: 'RS256' }
  const grants = ['authorization_code', 'urn:ietf:params:oauth:grant-type:device_code']
  return {
    jwks: { keys: [jwk] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    clients: [
      {
        client_id: NATIVE_CLIENT,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: grants,
        redirect_uris: ['http://127.0.0.1/callback'],
        response_types: ['code'],
      },
      {
        client_id: WEB_CLIENT,
        client_secret: WEB_SECRET,
        grant_types: grants,
        redirect_uris: ['https://coordinator.example/login/callback'],
        response_types: ['code'],
      },
    ],
    acrValues: ['urn:example:mfa'],
    claims: { openid: ['sub', 'groups', 'tid', 'hd', 'acr', 'amr', 'auth_time'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, deviceFlow: { enabled: true } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...person().claims }),
    }),
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
      Grant: 600,
      DeviceCode: 600,
    },
  }
}

async function interact(
  provider: Provider,
  request: Parameters<Provider['interactionDetails']>[0],
  response: Parameters<Provider['interactionDetails']>[1],
  { subject, amr, acr }: Person,
): Promise<void> {
  const details = await provider.interactionDetails(request, response)
  const { client_id: clientId, scope } = details.params as { client_id: string; scope?: string }
  const grant = new provider.Grant({ accountId: subject, clientId })
  grant.addOIDCScope(scope ?? 'openid')
  const grantId = await grant.save()
  const login = {
    accountId: subject,
    remember: false,
    ...(amr ? { amr: [...amr] } : {}),
    ...(acr ? { acr } : {}),
  }
  await provider.interactionFinished(
    request,
    response,
    { login, consent: { grantId } },
    { mergeWithLastSubmission: false },
  )
}

export interface SeenPage {
  readonly url: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

export interface Browser {
  /** Follows redirects and refreshes, with cookies, as a person's browser does. */
  open(url: string): Promise<SeenPage>
  /** Sends the form of a page. */
  submit(
    page: SeenPage,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<SeenPage>
  /** The last address it was sent to, whether or not anybody answered there. */
  readonly lastRedirect: string | undefined
  readonly cookies: Map<string, string>
  close(): Promise<void>
}

/** @param caPem trusted for every site, beside plain HTTP on loopback */
export function createBrowser(caPem: string): Browser {
  const http = createHttpClient({ ca: caPem })
  const jar = new Map<string, string>()
  let lastRedirect: string | undefined
  const go = async (
    url: string,
    method: 'GET' | 'POST' = 'GET',
    body?: Uint8Array,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<SeenPage> => {
    let next = { url, method, body, headers }
    for (let hop = 0; hop < 20; hop++) {
      const { origin } = new URL(next.url)
      const cookie = [...jar]
        .filter(([key]) => key.startsWith(`${origin} `))
        .map(([key, value]) => `${key.slice(origin.length + 1)}=${value}`)
        .join('; ')
      const answer = await http.request({
        method: next.method,
        url: next.url,
        headers: { ...next.headers, ...(cookie === '' ? {} : { cookie }) },
        ...(next.body === undefined ? {} : { body: next.body }),
        maxBytes: 1024 * 1024,
        timeoutMs: 10_000,
      })
      for (const each of (answer.headers['set-cookie'] ?? '').split(/, (?=[A-Za-z0-9_.-]+=)/)) {
        const match = /^([^=;]+)=([^;]*)/.exec(each)
        if (match) jar.set(`${origin} ${match[1]}`, match[2]!)
      }
      const text = Buffer.from(answer.body).toString('utf8')
      const refresh = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
      const location = answer.headers['location'] ?? refresh
      if (location === undefined)
        return { url: next.url, status: answer.status, headers: answer.headers, text }
      lastRedirect = new URL(location, next.url).toString()
      next = { url: lastRedirect, method: 'GET', body: undefined, headers: {} }
    }
    throw new Error('too many redirects')
  }
  return {
    cookies: jar,
    get lastRedirect() {
      return lastRedirect
    },
    open: (url) => go(url),
    async submit(page, fields, headers) {
      const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1] ?? page.url
      const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
      const form = new URLSearchParams({
        ...Object.fromEntries(hidden.map((each) => [each[1]!, each[2]!])),
        ...fields,
      })
      return go(new URL(action, page.url).toString(), 'POST', Buffer.from(form.toString()), {
        'content-type': 'application/x-www-form-urlencoded',
        origin: new URL(page.url).origin,
        ...headers,
      })
    },
    close: () => http.close(),
  }
}
