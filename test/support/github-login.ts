/**
 * GitHub's side of an OAuth login over TLS: authorize, token and device endpoints, and the two questions that
 * its API answers. Strict where GitHub is: the code is used once, with its client, secret, redirect and PKCE
 * verifier. Whoever sits before the browser is who the test says.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TlsIdentity } from './certificates.ts'

export const GITHUB_CLIENT = 'Iv1.8a61f9b3a7aba766'
export const GITHUB_SECRET = 'github-secret-of-the-app'

export interface GithubAccount {
  readonly id: number
  readonly login: string
  readonly organisations: readonly number[]
}

export interface GithubLoginKit {
  /** `localhost:PORT`, as a GitHub Enterprise Server's. */
  readonly domain: string
  become(account: GithubAccount): void
  /** What was asked of the token endpoint. */
  readonly exchanges: URLSearchParams[]
  /** Makes the API answer so instead. */
  breakApi(status: number): void
  close(): Promise<void>
}

interface Issued {
  readonly redirectUri: string
  readonly challenge: string
}

export async function startGithubLogin(tls: TlsIdentity): Promise<GithubLoginKit> {
  let account: GithubAccount = { id: 583231, login: 'octocat', organisations: [65] }
  let apiStatus = 200
  const codes = new Map<string, Issued>()
  const tokens = new Map<string, GithubAccount>()
  const exchanges: URLSearchParams[] = []

  const authorize = (url: URL, response: ServerResponse): void => {
    const query = url.searchParams
    if (query.get('client_id') !== GITHUB_CLIENT || query.get('code_challenge_method') !== 'S256') {
      return void response.writeHead(404).end()
    }
    const code = randomBytes(10).toString('hex')
    const redirectUri = query.get('redirect_uri')!
    codes.set(code, { redirectUri, challenge: query.get('code_challenge')! })
    const back = new URL(redirectUri)
    back.searchParams.set('code', code)
    back.searchParams.set('state', query.get('state')!)
    response.writeHead(302, { location: back.toString() }).end()
  }

  const exchange = (form: URLSearchParams): Record<string, string> => {
    exchanges.push(form)
    const issued = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const isRight =
      form.get('client_id') === GITHUB_CLIENT &&
      form.get('client_secret') === GITHUB_SECRET &&
      form.get('redirect_uri') === issued?.redirectUri &&
      verifier === issued?.challenge
    // GitHub answers 200 with an error in the body.
    if (!isRight)
      return { error: 'bad_verification_code', error_description: 'The code passed is incorrect or expired.' }
    const token = `gho_${randomBytes(18).toString('hex')}`
    tokens.set(token, account)
    return { access_token: token, token_type: 'bearer', scope: 'read:org' }
  }

  const answerApi = (request: IncomingMessage, path: string): [status: number, body: unknown] => {
    const caller = tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
    if (!caller) return [401, { message: 'Bad credentials' }]
    if (apiStatus !== 200) return [apiStatus, { message: 'broken' }]
    if (path === '/api/v3/user') return [200, { id: caller.id, login: caller.login, email: null }]
    if (path === '/api/v3/user/orgs')
      return [200, caller.organisations.map((id) => ({ id, login: `org-${id}` }))]
    return [404, {}]
  }

  const server = createServer({ key: tls.keyPem, cert: tls.certificatePem }, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://localhost')
    if (url.pathname === '/login/oauth/authorize') return authorize(url, response)
    if (url.pathname === '/login/oauth/access_token') {
      let body = ''
      request.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      request.on('end', () => {
        const form = new URLSearchParams(body)
        const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1]
        if (basic !== undefined) {
          const [id, secret] = Buffer.from(basic, 'base64').toString().split(':')
          form.set('client_id', decodeURIComponent(id ?? ''))
          form.set('client_secret', decodeURIComponent(secret ?? ''))
        }
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
        response.end(JSON.stringify(exchange(form)))
      })
      return
    }
    const [status, body] = answerApi(request, url.pathname)
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    domain: `localhost:${(server.address() as AddressInfo).port}`,
    exchanges,
    become(next) {
      account = next
    },
    breakApi(status) {
      apiStatus = status
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
