/** A coordinator with a login at a real OpenID provider, and people who log in there. */
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CoordinatorClient } from '../../../src/api/coordinator-client.ts'
import type { SessionReply } from '../../../src/api/messages/login.ts'
import { decodeBase64url, encodeBase64url } from '../../../src/base/bytes.ts'
import { type Ed25519KeyPair, ed25519KeyPair } from '../../../src/base/ed25519.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { createHttpClient } from '../../../src/platform/http.ts'
import { openProvider } from '../../../src/platform/openid.ts'
import { systemRandom } from '../../../src/platform/random.ts'
import { sessionNonce } from '../../../src/trust/audience.ts'
import { createIssuerKeySource } from '../../../src/trust/issuer-key-source.ts'
import {
  type Browser,
  createBrowser,
  NATIVE_CLIENT,
  type OpenIdProviderKit,
  type Person,
  startOpenIdProvider,
} from '../../support/openid-provider.ts'
import { type Kit, type KitOptions, startKit } from '../coordinator-kit.ts'

export interface LoginKit extends Kit {
  readonly provider: OpenIdProviderKit
  readonly browser: Browser
  /** An ID token with this nonce, by code and PKCE through a loopback redirect. */
  idToken(person: Person, nonce: string): Promise<string>
  /** A person with a session. */
  logIn(person: Person, options?: { login?: string; firstAdmin?: string }): Promise<LoggedIn>
}

export interface LoggedIn {
  readonly key: Ed25519KeyPair
  readonly client: CoordinatorClient
  readonly session: SessionReply
}

export interface LoginKitOptions extends KitOptions {
  /** The entries under `logins:`, indented by two; `ISSUER` and `CA` are replaced. */
  readonly logins?: string
  /** What stands where the environments say PEOPLE, made of the provider's URL. */
  readonly people?: (issuer: string) => string
}

export const DEFAULT_LOGINS = `
  - name: staff
    preset: oidc
    issuer: ISSUER
    ca: CA
    clientId: ${NATIVE_CLIENT}
    allow: { everybody: true }
    roles:
      admin: { subjects: [root-subject] }
      operator: { values: [ops] }
      auditor: { values: [audit] }
`

export async function startLoginKit({
  logins = DEFAULT_LOGINS,
  people = () => '',
  ...options
}: LoginKitOptions = {}): Promise<LoginKit> {
  const provider = await startOpenIdProvider()
  const caFile = join(
    tmpdir(),
    `sallyport-login-ca-${process.pid}-${encodeBase64url(systemRandom.bytes(6))}.pem`,
  )
  await writeFile(caFile, provider.caPem)
  const listed = logins.replaceAll('ISSUER', provider.url).replaceAll('CA', caFile)
  const http = createHttpClient({ ca: provider.caPem })
  const real = createIssuerKeySource({
    root: new Uint8Array(32) as never,
    clock: systemClock,
    readFile: async () => Buffer.from(provider.caPem),
    async fetch(url, { maxBytes, timeoutMs }) {
      return (await http.request({ method: 'GET', url, maxBytes, timeoutMs })).body
    },
  })
  let workloads: ((issuers: never, token: string) => Promise<ReadonlyMap<string, never>>) | undefined
  const kit = await startKit({
    ...options,
    environments: (text) =>
      `${(options.environments ?? ((same: string) => same))(text).replace('PEOPLE', people(provider.url))}\nlogins:${listed}`,
    issuerKeys: {
      keysFor: async (issuers, token) => {
        const found = await real.keysFor(
          issuers.filter(({ issuer }) => issuer === provider.url),
          token,
        )
        return found.size > 0 || !workloads ? found : workloads(issuers as never, token)
      },
    },
  })
  workloads = async () => new Map([[kit.issuer.url, kit.issuer.keys() as never]])
  const browser = createBrowser(provider.caPem)
  onTestFinished(async () => {
    await browser.close()
    await http.close()
    await provider.close()
  })
  const idToken: LoginKit['idToken'] = (person, nonce) => askForToken(provider, person, nonce)
  return {
    ...kit,
    provider,
    browser,
    idToken,
    async logIn(person, { login = 'staff', firstAdmin } = {}) {
      const key = ed25519KeyPair(systemRandom.bytes(32))
      const client = kit.client(key)
      const token = await idToken(person, sessionNonce(client.coordinatorId, key.publicKey))
      const result = await client.call('openSession', {
        params: undefined,
        body: { sessionKey: encodeBase64url(key.publicKey), login, token, firstAdmin: firstAdmin ?? null },
      })
      if (result.kind === 'refused') throw Object.assign(new Error(result.problem.message), result.problem)
      return { key, client, session: result.value }
    },
  }
}

/** What `sallyport login` does, with a browser that always consents. */
async function askForToken(provider: OpenIdProviderKit, person: Person, nonce: string): Promise<string> {
  provider.become(person)
  const client = await openProvider({ issuer: provider.url, clientId: NATIVE_CLIENT, ca: provider.caPem })
  const browser = createBrowser(provider.caPem)
  try {
    const verifier = encodeBase64url(systemRandom.bytes(32))
    const redirectUri = 'http://127.0.0.1:9/callback'
    const url = await client.authorizationUrl({
      redirectUri,
      scope: 'openid',
      state: 'state',
      nonce,
      verifier,
      ...(person.acr ? { acrValues: [person.acr] } : {}),
    })
    const code = await browser.open(url).then(
      () => undefined,
      (error: unknown) => error,
    )
    const callback = browser.lastRedirect
    if (callback === undefined) throw code
    const { idToken } = await client.exchange(new URL(callback), { state: 'state', nonce, verifier })
    return idToken!
  } finally {
    await browser.close()
    await client.close()
  }
}

export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(decodeBase64url(token.split('.')[1]!)).toString('utf8'))
}
