/** Logins that the coordinator makes itself: by device, and in a browser. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AttemptReply, AttemptResult } from '../../../src/api/messages/login.ts'
import { encodeBase64url } from '../../../src/base/bytes.ts'
import { WEB_CLIENT, WEB_SECRET } from '../../support/openid-provider.ts'
import { newKeys } from '../coordinator-kit.ts'
import { type LoginKit, startLoginKit } from './login-kit.ts'

const LOGINS = `
  - name: staff
    preset: oidc
    issuer: ISSUER
    ca: CA
    clientId: ${WEB_CLIENT}
    clientSecret: web-secret
    flows: [device, browser]
    allow: { subjects: [ann] }
`
const ANN = { subject: 'ann' }

async function startAttemptKit(): Promise<LoginKit> {
  const kit = await startLoginKit({ logins: LOGINS, publicUrl: 'http://127.0.0.1:39871', port: 39_871 })
  await writeFile(join(kit.folder, 'web-secret'), `${WEB_SECRET}\n`, { mode: 0o600 })
  return kit
}

function holder(kit: LoginKit) {
  const { identity } = newKeys()
  const client = kit.client(identity)
  const sessionKey = encodeBase64url(identity.publicKey)
  return {
    client,
    async begin(flow: 'device' | 'browser'): Promise<AttemptReply> {
      const body = { sessionKey, login: 'staff', flow, firstAdmin: null }
      const result = await client.call('beginLogin', { params: undefined, body })
      if (result.kind === 'refused') throw new Error(result.problem.message)
      return result.value
    },
    async ask(id: string): Promise<AttemptResult> {
      const result = await client.call('finishLogin', { params: { id }, body: {} })
      if (result.kind === 'refused') throw new Error(result.problem.kind)
      return result.value
    },
  }
}

/** What a person does at the issuer with the code of a device. */
async function approveDevice(kit: LoginKit, { url }: AttemptReply): Promise<void> {
  const confirm = await kit.browser.submit(await kit.browser.open(url), {})
  await kit.browser.submit(confirm, { confirm: 'yes' })
}

/** Moves the clock past the interval and asks, until the issuer has decided. */
async function askUntilDecided(kit: LoginKit, who: ReturnType<typeof holder>, { attempt }: AttemptReply) {
  for (let turn = 0; turn < 5; turn++) {
    kit.clock.move(7_000)
    const result = await who.ask(attempt)
    if (result.kind !== 'pending') return result
  }
  throw new Error('the issuer did not decide')
}

test('a login by device is pending until the person has typed the code, then a session of the holder’s key', async () => {
  const kit = await startAttemptKit()
  kit.provider.become(ANN)
  const who = holder(kit)
  const begun = await who.begin('device')
  expect(begun.url).toContain(kit.provider.url)
  expect(await who.ask(begun.attempt)).toMatchObject({ kind: 'pending' })
  kit.clock.move(7_000)
  expect(await who.ask(begun.attempt)).toMatchObject({ kind: 'pending' })

  await approveDevice(kit, begun)

  expect(await askUntilDecided(kit, who, begun)).toMatchObject({ kind: 'done', session: { subject: 'ann' } })
  expect(await who.client.call('session', { params: undefined, body: undefined })).toMatchObject({
    kind: 'done',
  })
})

test('nobody but the holder of the key hears of a login, or gets its session', async () => {
  const kit = await startAttemptKit()
  const who = holder(kit)
  const begun = await who.begin('device')
  await expect(holder(kit).ask(begun.attempt)).rejects.toThrow('untrusted')
  await expect(who.ask(`l-${'0'.repeat(32)}`)).rejects.toThrow('untrusted')
})

test('who is not on the list is refused by device, too', async () => {
  const kit = await startAttemptKit()
  kit.provider.become({ subject: 'mallory' })
  const who = holder(kit)
  const begun = await who.begin('device')
  await approveDevice(kit, begun)
  expect(await askUntilDecided(kit, who, begun)).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('not on the list'),
  })
})

test('an issuer that is down is said to be, and holds nobody', async () => {
  const kit = await startAttemptKit()
  await kit.provider.close()
  await expect(holder(kit).begin('device')).rejects.toThrow(kit.provider.url)
})

test('in a browser: the code of the command line, the issuer, and a page that may be closed', async () => {
  const kit = await startAttemptKit()
  kit.provider.become(ANN)
  const who = holder(kit)
  const { url, code, attempt } = await who.begin('browser')
  const page = await kit.browser.open(url)
  expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  expect(page.text).not.toContain(code)
  expect(await who.ask(attempt)).toMatchObject({ kind: 'pending' })

  const last = await kit.browser.submit(page, { code: code.toLowerCase() })

  expect(last).toMatchObject({ status: 200, text: expect.stringContaining('You may close this window') })
  expect(last.url).toContain('/login/callback?')
  expect(await who.ask(attempt)).toMatchObject({ kind: 'done', session: { subject: 'ann' } })
})

test('the cookie of a login is for this site alone, and no script reads it', async () => {
  const kit = await startAttemptKit()
  const { url, code } = await holder(kit).begin('browser')
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ code }),
    headers: { origin: new URL(url).origin },
  })
  expect(response.headers.get('set-cookie')).toMatch(
    /^sallyport-login=l-[0-9a-f]{32}\.[\w-]{43}; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax$/,
  )
})

test('a form that another site sends, or a wrong code, leads nowhere; five wrong ones end the login', async () => {
  const kit = await startAttemptKit()
  const who = holder(kit)
  const { url, code, attempt } = await who.begin('browser')
  const page = await kit.browser.open(url)
  for (const origin of ['https://evil.example', 'null', '']) {
    const foreign = await kit.browser.submit(page, { code }, { origin })
    expect(foreign.status, origin).toBe(403)
  }
  for (let tries = 0; tries < 5; tries++) await kit.browser.submit(page, { code: 'BBBB-BBBB' })
  expect((await kit.browser.submit(page, { code })).status).toBe(404)
  expect(kit.browser.cookies.size).toBe(0)
  await expect(who.ask(attempt)).rejects.toThrow(/untrusted|not-found/)
})

test('a return with another state, another browser’s cookie, or twice, is refused', async () => {
  const kit = await startAttemptKit()
  kit.provider.become(ANN)
  const who = holder(kit)
  const { url, code, attempt } = await who.begin('browser')
  const page = await kit.browser.open(url)
  const done = await kit.browser.submit(page, { code })
  expect(done.status).toBe(200)
  expect((await kit.browser.open(done.url)).status).toBe(403)

  const second = await who.begin('browser')
  const origin = new URL(url).origin
  const begin = () =>
    fetch(second.url, {
      method: 'POST',
      body: new URLSearchParams({ code: second.code }),
      headers: { origin },
    })
  const cookie = cookieOf(await begin())
  const back = (query: string, value: string) =>
    fetch(`${origin}/login/callback?${query}`, { headers: { cookie: value } }).then(({ status }) => status)
  expect(await back('code=x&state=wrong', cookie)).toBe(403)
  expect(await back('code=x&state=wrong', '')).toBe(403)
  expect(
    await back(
      'code=x&state=wrong',
      cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    ),
  ).toBe(403)
  expect(await who.ask(attempt)).toMatchObject({ kind: 'done' })
  expect(await who.ask(second.attempt)).toMatchObject({ kind: 'pending' })
})

test('nothing that a page is given says where the browser goes', async () => {
  const kit = await startAttemptKit()
  const { url, code } = await holder(kit).begin('browser')
  const evil = 'https://evil.example/'
  const query = new URLSearchParams({ next: evil, redirect_uri: evil, return_to: evil, url: evil }).toString()
  const origin = new URL(url).origin
  for (const [path, init] of [
    [`${url}?${query}`, {}],
    [`${origin}/login/callback?${query}`, {}],
    [
      `${url}?${query}`,
      {
        method: 'POST',
        body: `${query}&code=${code}`,
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      },
    ],
  ] as [string, RequestInit][]) {
    const answer = await fetch(path, { ...init, redirect: 'manual' })
    expect(answer.headers.get('location')).toBeNull()
    expect(await answer.text()).not.toContain('evil.example')
  }
})

test('a token that a browser brings is of this login’s nonce: another login’s code is refused', async () => {
  const kit = await startAttemptKit()
  kit.provider.become(ANN)
  const mine = holder(kit)
  const first = await mine.begin('browser')
  const theirs = await holder(kit).begin('browser')
  const origin = new URL(first.url).origin
  const authorize = async ({ url, code }: AttemptReply) => {
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ code }),
      headers: { origin },
    })
    const cookie = cookieOf(answer)
    const next = refreshOf(await answer.text())
    return { cookie, next }
  }
  const own = await authorize(first)
  const other = await authorize(theirs)
  const redirected = new URL(own.next).searchParams.get('state')!
  // The victim's browser comes back with a code that was made for somebody else's login.
  await kit.browser.open(other.next).catch(() => undefined)
  const code = new URL(kit.browser.lastRedirect ?? '').searchParams.get('code')!
  const query = new URLSearchParams({ code, state: redirected, iss: kit.provider.url })
  const answer = await fetch(`${origin}/login/callback?${query}`, { headers: { cookie: own.cookie } })
  expect(answer.status).toBe(502)
  expect(await mine.ask(first.attempt)).toMatchObject({ kind: 'pending' })
})

function cookieOf(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

function refreshOf(text: string): string {
  return /content="0;url=([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
}
