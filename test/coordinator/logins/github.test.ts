/** A login at GitHub in the browser: OAuth with PKCE, who somebody is by the API's numeric ids, and pages behind TLS. */
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { encodeBase64url } from '../../../src/base/bytes.ts'
import { createTlsIdentity } from '../../support/certificates.ts'
import { GITHUB_CLIENT, GITHUB_SECRET, startGithubLogin } from '../../support/github-login.ts'
import { createBrowser } from '../../support/openid-provider.ts'
import { newKeys, startKit } from '../coordinator-kit.ts'

const OCTOCAT = { id: 583231, login: 'octocat', organisations: [65, 9] }

async function startWorld(allow = '{ organisations: ["65"] }') {
  // One authority: two of one name cannot be trusted beside each other.
  const tls = createTlsIdentity()
  const github = await startGithubLogin(tls)
  const caFile = join(tmpdir(), `sallyport-github-ca-${process.pid}-${github.domain.split(':')[1]}.pem`)
  await writeFile(caFile, tls.caPem)
  const logins = `
logins:
  - name: github
    preset: github
    domain: ${github.domain}
    ca: ${caFile}
    clientId: ${GITHUB_CLIENT}
    clientSecret: github-secret
    flows: [browser]
    allow: ${allow}
    roles: { operator: { values: ["9"] } }
`
  const kit = await startKit({ tls, environments: (text) => text + logins })
  await writeFile(join(kit.folder, 'github-secret'), `${GITHUB_SECRET}\n`, { mode: 0o600 })
  const browser = createBrowser(tls.caPem)
  onTestFinished(async () => {
    await browser.close()
    await github.close()
  })
  const { identity } = newKeys()
  const client = kit.client(identity)
  const sessionKey = encodeBase64url(identity.publicKey)
  const body = { sessionKey, login: 'github', flow: 'browser', firstAdmin: null } as const
  const begun = await client.call('beginLogin', { params: undefined, body })
  if (begun.kind === 'refused') throw new Error(begun.problem.message)
  const ask = async () => {
    const result = await client.call('finishLogin', { params: { id: begun.value.attempt }, body: {} })
    if (result.kind === 'refused') throw new Error(result.problem.message)
    return result.value
  }
  return { kit, github, browser, begun: begun.value, client, ask }
}

test('a member of a listed organisation logs in, and is the numeric id, whatever the account is called', async () => {
  const { github, browser, begun, ask, client } = await startWorld()
  github.become(OCTOCAT)
  const page = await browser.open(begun.url)
  expect(page.text).toContain(github.domain)
  const last = await browser.submit(page, { code: begun.code })
  expect(last).toMatchObject({ status: 200, text: expect.stringContaining('You are logged in') })
  expect(await ask()).toMatchObject({
    kind: 'done',
    session: { issuer: `https://${github.domain}`, subject: '583231', roles: ['operator', 'member'] },
  })
  expect((await client.call('session', { params: undefined, body: undefined })).kind).toBe('done')
  expect(github.exchanges).toHaveLength(1)
  expect(github.exchanges[0]?.get('code_verifier')).toMatch(/^[\w-]{43}$/)
})

test.each<[what: string, allow: string, account: typeof OCTOCAT]>([
  ['is in no listed organisation', '{ organisations: ["65"] }', { ...OCTOCAT, organisations: [66] }],
  ['has taken over the name of one who is listed', '{ subjects: ["583231"] }', { ...OCTOCAT, id: 999 }],
])('who %s is not let in, and the page says why', async (_what, allow, account) => {
  const { github, browser, begun, ask } = await startWorld(allow)
  github.become(account)
  const last = await browser.submit(await browser.open(begun.url), { code: begun.code })
  expect(last).toMatchObject({ status: 403, text: expect.stringContaining('not on the list') })
  expect(await ask()).toMatchObject({ kind: 'refused' })
})

test('an API that does not answer lets nobody in', async () => {
  const { github, browser, begun, ask } = await startWorld()
  github.breakApi(500)
  const last = await browser.submit(await browser.open(begun.url), { code: begun.code })
  expect(last.status).not.toBe(200)
  expect(last.text).not.toContain('You are logged in')
  expect((await ask()).kind).not.toBe('done')
})

test('behind TLS the cookie is of this host alone, goes over TLS alone, and ends with the login', async () => {
  const { kit, browser, begun } = await startWorld()
  const page = await browser.open(begun.url)
  const origin = new URL(kit.coordinator().url).origin
  expect(page.headers['set-cookie']).toBeUndefined()
  let confirmed: string | undefined
  const jar = browser.cookies
  const set = jar.set.bind(jar)
  jar.set = (key, value) => {
    if (value !== '') confirmed = key
    return set(key, value)
  }
  const last = await browser.submit(page, { code: begun.code })
  // A __Host- cookie that is not Secure, has a Domain or another Path is dropped by every browser.
  expect(confirmed).toBe(`${origin} __Host-sallyport-login`)
  expect(last.headers['set-cookie']).toMatch(
    /^__Host-sallyport-login=; Path=\/; Max-Age=0; HttpOnly; SameSite=Lax; Secure$/,
  )
})

test('whoever has the address that the issuer sent, and not the browser, gets nothing by it', async () => {
  const { browser, begun, github, ask } = await startWorld()
  await browser.submit(await browser.open(begun.url), { code: begun.code })
  const again = await browser.open(browser.lastRedirect!)
  expect(again).toMatchObject({ status: 403, text: expect.stringContaining('did not begin in this browser') })
  expect(github.exchanges).toHaveLength(1)
  expect((await ask()).kind).toBe('done')
})
