/** Each preset against the claims of its issuer; and what a login may not say. */

import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { encodeBase64url } from '../../../src/base/bytes.ts'
import type { Timestamp } from '../../../src/base/time.ts'
import { githubApi } from '../../../src/coordinator/logins/github-account.ts'
import { factsOf, findStaleLogin, judgeAccount } from '../../../src/coordinator/logins/login-judgement.ts'
import { type Login, loginSchema } from '../../../src/coordinator/logins/login-schema.ts'
import { findLoginProblem, resolveLogin } from '../../../src/coordinator/logins/resolved-login.ts'
import type { Claims } from '../../../src/trust/token.ts'
import { createTlsIdentity } from '../../support/certificates.ts'
import { newKeys, startKit } from '../coordinator-kit.ts'
import {
  GOOGLE_CLAIMS,
  MICROSOFT_CLAIMS,
  MICROSOFT_TENANT,
  OKTA_CLAIMS,
  ONELOGIN_CLAIMS,
} from './preset-claims.ts'

const login = (content: Record<string, unknown>): Login =>
  loginSchema.parse({ name: 'staff', clientId: 'client', allow: { everybody: true }, ...content })

const presets: [
  name: string,
  content: Record<string, unknown>,
  claims: Record<string, unknown>,
  other: Record<string, unknown>,
][] = [
  [
    'google',
    { preset: 'google', allow: { organisations: ['example.com'] } },
    GOOGLE_CLAIMS,
    { hd: undefined },
  ],
  [
    'microsoft',
    {
      preset: 'microsoft',
      tenant: MICROSOFT_TENANT,
      allow: { tenants: [MICROSOFT_TENANT] },
      mfa: { acr: ['c1'] },
      roles: { operator: { values: ['Sallyport.Operator'] } },
    },
    MICROSOFT_CLAIMS,
    { tid: '9188040d-6c67-4c5b-b112-36a304b66dad' },
  ],
  [
    'okta',
    {
      preset: 'okta',
      domain: 'acme.okta.com',
      allow: { values: ['platform'] },
      mfa: { amr: ['mfa'] },
      roles: { operator: { values: ['platform'] } },
    },
    OKTA_CLAIMS,
    { groups: ['Everyone'] },
  ],
  [
    'onelogin',
    {
      preset: 'onelogin',
      domain: 'acme.onelogin.com',
      mfa: { acr: ['onelogin:nist:level:1:re-auth'] },
      roles: { operator: { values: ['platform'] } },
    },
    ONELOGIN_CLAIMS,
    { acr: undefined },
  ],
]

test.each(
  presets,
)('%s: its issuer, its claims, and nobody by an e-mail address', (_name, content, claims, other) => {
  const one = login(content)
  expect(findLoginProblem([one], [])).toBeUndefined()
  const resolved = resolveLogin(one)
  expect(resolved.issuer).toBe(claims['iss'])
  const facts = factsOf(resolved, claims as Claims)!
  expect(facts.subject).toBe(claims['sub'])
  expect(JSON.stringify(facts)).not.toMatch(/@|Lincoln/)
  const judged = judgeAccount(resolved, facts)
  expect(judged).toMatchObject({ kind: 'granted' })
  if (content['roles']) expect(judged).toMatchObject({ roles: ['operator', 'member'] })
  const without = judgeAccount(resolved, factsOf(resolved, { ...claims, ...other } as unknown as Claims)!)
  expect(without.kind).toBe('refused')
})

test('an old login at the issuer is not enough where the policy wants a fresh one', () => {
  const resolved = resolveLogin(login({ preset: 'okta', domain: 'acme.okta.com', maxLoginAge: '10m' }))
  const facts = factsOf(resolved, OKTA_CLAIMS as unknown as Claims)!
  const at = (OKTA_CLAIMS.iat + 60) * 1000
  expect(findStaleLogin(resolved, facts, at as Timestamp)).toBeUndefined()
  expect(findStaleLogin(resolved, facts, (at + 600_000) as Timestamp)).toMatch(/more than 10m ago/)
  expect(findStaleLogin(resolved, { ...facts, authenticatedAt: null }, at as Timestamp)).toMatch(/auth_time/)
})

const problems: [what: string, content: Record<string, unknown>, problem: RegExp][] = [
  ['everybody at Google', { preset: 'google' }, /anybody may have an account/],
  ['everybody at GitHub', { preset: 'github' }, /anybody may have an account/],
  ['nobody in particular', { preset: 'google', allow: {} }, /name subjects/],
  ['Microsoft without a tenant', { preset: 'microsoft' }, /tenant/],
  ['Okta without a domain', { preset: 'okta' }, /domain/],
  [
    'an issuer of its own for Google',
    { preset: 'google', issuer: 'https://x.example', allow: { subjects: ['1'] } },
    /has its own/,
  ],
  [
    'a second factor that Google never tells',
    { preset: 'google', allow: { subjects: ['1'] }, mfa: { amr: ['mfa'] } },
    /do not say/,
  ],
  [
    'GitHub by loopback',
    { preset: 'github', allow: { subjects: ['1'] }, flows: ['loopback'] },
    /no loopback/,
  ],
  [
    'a browser without a secret',
    { preset: 'oidc', issuer: 'https://x.example', flows: ['browser'] },
    /clientSecret/,
  ],
  [
    'a secret on the command line',
    { preset: 'oidc', issuer: 'https://x.example', clientSecret: 'f' },
    /cannot keep one/,
  ],
]

test.each(problems)('%s is refused when the file is read', (_what, content, problem) => {
  expect(findLoginProblem([login(content)], [])).toMatch(problem)
})

test('an approver’s client is nobody else’s: not the one whose logins the coordinator makes', () => {
  const one = login({ preset: 'oidc', issuer: 'https://x.example', flows: ['loopback', 'device'] })
  const person = {
    id: 'ann',
    identities: [{ issuer: 'https://x.example', subject: 'ann', audience: 'client' }],
    accounts: [],
  }
  expect(findLoginProblem([one], [person])).toMatch(/people: approvals of ann/)
  expect(findLoginProblem([{ ...one, flows: ['loopback'] }], [person])).toBeUndefined()
})

test('GitHub’s API stands where each of its forms has it', () => {
  expect(githubApi('https://github.com')).toBe('https://api.github.com')
  expect(githubApi('https://acme.ghe.com')).toBe('https://api.acme.ghe.com')
  expect(githubApi('https://github.acme.example')).toBe('https://github.acme.example/api/v3')
})

/** As much of GitHub as a login by device asks; errors come with status 200, as GitHub sends them. */
async function startGithub() {
  const tls = createTlsIdentity()
  const world = { isApproved: false, organisations: [{ id: 65, login: 'octo' }], seen: [] as string[] }
  const server = createServer({ key: tls.keyPem, cert: tls.certificatePem }, (request, response) => {
    world.seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`)
    const token = { access_token: 'gho_test', token_type: 'bearer', scope: 'read:org' }
    const device = {
      device_code: 'd',
      user_code: 'WDJB-MJHT',
      verification_uri: 'https://localhost/login/device',
      expires_in: 900,
      interval: 5,
    }
    const answers: Record<string, unknown> = {
      '/login/device/code': device,
      '/login/oauth/access_token': world.isApproved ? token : { error: 'authorization_pending' },
      '/api/v3/user': { login: 'octocat', id: 583_231, email: 'octocat@example.com' },
      '/api/v3/user/orgs?per_page=100': world.organisations,
    }
    const answer = answers[request.url ?? '']
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { world, domain: `localhost:${(server.address() as AddressInfo).port}`, caPem: tls.caPem }
}

test('GitHub: by device, the numeric id, and an organisation of the list', async () => {
  const { world, domain, caPem } = await startGithub()
  const kit = await startKit({
    environments: (text) =>
      `${text}\nlogins:\n  - name: hub\n    preset: github\n    domain: ${domain}\n    ca: hub.pem\n    clientId: Iv1.abc\n    allow: { organisations: ["65"] }\n    roles: { operator: { subjects: ["583231"] } }\n`,
  })
  await writeFile(join(kit.folder, 'hub.pem'), caPem)
  const { identity } = newKeys()
  const client = kit.client(identity)
  const begin = async () => {
    const body = {
      sessionKey: encodeBase64url(identity.publicKey),
      login: 'hub',
      flow: 'device',
      firstAdmin: null,
    } as const
    const begun = await client.call('beginLogin', { params: undefined, body })
    if (begun.kind === 'refused') throw new Error(begun.problem.message)
    return begun.value
  }
  const ask = async (id: string) => {
    kit.clock.move(7_000)
    const result = await client.call('finishLogin', { params: { id }, body: {} })
    return result.kind === 'done' ? result.value : result.problem
  }
  const first = await begin()
  expect(first.code).toBe('WDJB-MJHT')
  expect(await ask(first.attempt)).toMatchObject({ kind: 'pending' })
  world.isApproved = true
  world.organisations = [{ id: 66, login: 'octo' }]
  expect(await ask(first.attempt)).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('583231'),
  })
  world.organisations = [{ id: 65, login: 'renamed' }]
  const second = await begin()
  expect(await ask(second.attempt)).toMatchObject({
    kind: 'done',
    session: { issuer: `https://${domain}`, subject: '583231', roles: ['operator', 'member'] },
  })
  expect(world.seen).toContain('GET /api/v3/user Bearer gho_test')
})
