/** People's sessions at a real OpenID provider: code with PKCE, a nonce of the session's key, roles of the moment. */
import { readFile, stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parseLogEntry } from '../../../src/api/messages/log-entry.ts'
import { encodeBase64url } from '../../../src/base/bytes.ts'
import { HOUR, MINUTE, type Timestamp } from '../../../src/base/time.ts'
import { makeFirstAdminCode, tryFirstAdminCode } from '../../../src/coordinator/logins/first-admin.ts'
import { sessionNonce } from '../../../src/trust/audience.ts'
import { newKeys } from '../coordinator-kit.ts'
import { DEFAULT_LOGINS, type LoginKit, startLoginKit } from './login-kit.ts'

const none = { params: undefined, body: undefined }
const ANN = { subject: 'ann', claims: { groups: ['ops', 'other'] } }

test('a person logs in by code and PKCE, is who the issuer says, and has the roles of the moment', async () => {
  const kit = await startLoginKit()
  const ann = await kit.logIn(ANN)
  expect(ann.session).toMatchObject({
    issuer: kit.provider.url,
    subject: 'ann',
    roles: ['operator', 'member'],
  })
  expect(await ann.client.call('session', none)).toEqual({ kind: 'done', value: ann.session })
  expect((await ann.client.call('nodes', none)).kind).toBe('done')
})

test('a token that somebody stole is worth nothing with another key', async () => {
  const kit = await startLoginKit()
  const { identity } = newKeys()
  const { coordinatorId } = kit.coordinator()
  const token = await kit.idToken(ANN, sessionNonce(coordinatorId, identity.publicKey))
  const thief = newKeys().identity
  const body = { login: 'staff', token, firstAdmin: null }
  const stolen = await kit.client(thief).call('openSession', {
    params: undefined,
    body: { ...body, sessionKey: encodeBase64url(thief.publicKey) },
  })
  expect(stolen).toMatchObject({ kind: 'refused', problem: { kind: 'untrusted' } })
  // Not by naming the other's key, either: the request must be signed by it.
  const named = await kit.client(thief).call('openSession', {
    params: undefined,
    body: { ...body, sessionKey: encodeBase64url(identity.publicKey) },
  })
  expect(named).toMatchObject({ kind: 'refused', problem: { kind: 'untrusted' } })
  const own = await kit.client(identity).call('openSession', {
    params: undefined,
    body: { ...body, sessionKey: encodeBase64url(identity.publicKey) },
  })
  expect(own.kind).toBe('done')
})

test('a token of another nonce, client or age, or a changed one, opens nothing', async () => {
  const kit = await startLoginKit()
  const { identity } = newKeys()
  const sessionKey = encodeBase64url(identity.publicKey)
  const nonce = sessionNonce(kit.coordinator().coordinatorId, identity.publicKey)
  const send = async (token: string) => {
    const body = { sessionKey, login: 'staff', token, firstAdmin: null }
    const result = await kit.client(identity).call('openSession', { params: undefined, body })
    return result.kind === 'refused' ? result.problem.kind : 'done'
  }
  const good = await kit.idToken(ANN, nonce)
  const [header, , signature] = good.split('.')
  const claims = { iss: kit.provider.url, aud: 'sallyport-cli', sub: 'root-subject', nonce }
  const now = Math.floor(Date.now() / 1000)
  const forged = encodeBase64url(Buffer.from(JSON.stringify({ ...claims, iat: now, exp: now + 60 })))
  expect(await send(await kit.idToken(ANN, 'another'))).toBe('untrusted')
  expect(await send(`${header}.${forged}.${signature}`)).toBe('untrusted')
  expect(
    await send(
      kit.issuer.mint({ audience: 'sallyport-cli', now: Date.now(), claims: { sub: 'ann', nonce } }),
    ),
  ).toBe('untrusted')
  expect(await send(good)).toBe('done')
  kit.clock.move(11 * MINUTE)
  expect(await send(good)).toBe('untrusted')
})

test('a session ends by its length, by logout for good, and when the list changes', async () => {
  const kit = await startLoginKit()
  const kindOf = async (who: {
    client: LoginKit['client'] extends (...args: never) => infer C ? C : never
  }) => {
    const result = await who.client.call('session', none)
    return result.kind === 'refused' ? result.problem.kind : 'done'
  }
  const ann = await kit.logIn(ANN)
  expect((await ann.client.call('endSession', { params: undefined, body: {} })).kind).toBe('done')
  expect(await kindOf(ann)).toBe('login-required')

  const eve = await kit.logIn({ subject: 'eve' })
  const { value } = (await kit.client(kit.admin).call('policy', none)) as {
    value: { environments: { text: string } }
  }
  const text = value.environments.text.replace('everybody: true', 'subjects: [ann]')
  const body = { environments: { text, replaces: 1 }, access: null, dryRun: false, acceptLockOut: false }
  expect((await kit.client(kit.admin).call('push', { params: undefined, body })).kind).toBe('done')
  expect(await kindOf(eve)).toBe('refused')

  const bob = await kit.logIn({ subject: 'ann' })
  kit.clock.move(12 * HOUR - MINUTE)
  expect(await kindOf(bob)).toBe('done')
  kit.clock.move(2 * MINUTE)
  expect(await kindOf(bob)).toBe('login-required')
})

test('who is not on the list gets no session, and hears which account that was', async () => {
  const logins = DEFAULT_LOGINS.replace('everybody: true', 'subjects: [ann]')
  const kit = await startLoginKit({ logins })
  await expect(kit.logIn({ subject: 'mallory' })).rejects.toMatchObject({
    kind: 'refused',
    rule: 'logins.staff.allow',
    message: expect.stringContaining('mallory'),
  })
  expect((await kit.logIn({ subject: 'ann' })).session.roles).toEqual(['member'])
})

test('an e-mail address on the list is nobody, whatever the token says of it', async () => {
  const logins = DEFAULT_LOGINS.replace('everybody: true', 'subjects: [ann@example.com]')
  const kit = await startLoginKit({ logins })
  const claims = { email: 'ann@example.com', email_verified: true }
  await expect(kit.logIn({ subject: 'mallory', claims })).rejects.toMatchObject({ kind: 'refused' })
})

test('a login without the second factor that the policy demands is refused, with it let in', async () => {
  const logins = DEFAULT_LOGINS.replace(
    'allow:',
    'mfa: { amr: [otp, hwk], acr: ["urn:example:mfa"] }\n    allow:',
  )
  const kit = await startLoginKit({ logins })
  await expect(kit.logIn({ subject: 'ann', amr: ['pwd'] })).rejects.toMatchObject({
    kind: 'refused',
    rule: 'logins.staff.mfa',
  })
  expect((await kit.logIn({ subject: 'ann', amr: ['pwd', 'otp'] })).session.subject).toBe('ann')
  expect((await kit.logIn({ subject: 'ann', acr: 'urn:example:mfa' })).session.subject).toBe('ann')
})

test('the first admin has the code of a 0600 file, once, within 15 minutes and five tries', async () => {
  const kit = await startLoginKit()
  const { context } = kit.coordinator()
  const { file } = await makeFirstAdminCode(context)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const code = (await readFile(file, 'utf8')).trim()
  const wrong = `sallyport-first-admin-v1:${'A'.repeat(22)}`

  for (let tries = 0; tries < 4; tries++) {
    await expect(kit.logIn(ANN, { firstAdmin: wrong })).rejects.toMatchObject({ kind: 'refused' })
  }
  expect((await kit.logIn(ANN, { firstAdmin: code })).session.roles).toContain('admin')
  await expect(kit.logIn(ANN, { firstAdmin: code })).rejects.toMatchObject({ kind: 'refused' })
  expect((await kit.logIn(ANN)).session.roles).toContain('admin')

  const second = await makeFirstAdminCode(context)
  const next = (await readFile(second.file, 'utf8')).trim()
  for (let tries = 0; tries < 5; tries++) {
    await expect(kit.logIn({ subject: 'bob' }, { firstAdmin: wrong })).rejects.toMatchObject({
      kind: 'refused',
    })
  }
  await expect(kit.logIn({ subject: 'bob' }, { firstAdmin: next })).rejects.toMatchObject({ kind: 'refused' })

  const third = (await readFile((await makeFirstAdminCode(context)).file, 'utf8')).trim()
  const late = (context.clock.now() + 15 * MINUTE) as Timestamp
  await expect(tryFirstAdminCode(context.store, third, late)).rejects.toMatchObject({ kind: 'refused' })
  await expect(tryFirstAdminCode(context.store, third, context.clock.now())).resolves.toBeUndefined()
})

test('a login that is repeated has the same session; after a logout its key has none', async () => {
  const kit = await startLoginKit()
  const { identity } = newKeys()
  const client = kit.client(identity)
  const nonce = sessionNonce(client.coordinatorId, identity.publicKey)
  const token = await kit.idToken(ANN, nonce)
  const body = { sessionKey: encodeBase64url(identity.publicKey), login: 'staff', token, firstAdmin: null }
  const open = () => client.call('openSession', { params: undefined, body })
  const first = await open()
  expect(await open()).toEqual(first)
  await client.call('endSession', { params: undefined, body: {} })
  expect(await open()).toMatchObject({ kind: 'refused', problem: { kind: 'conflict' } })
})

test('login, refusal and logout stand in the log, without subject or e-mail address', async () => {
  const logins = DEFAULT_LOGINS.replace('everybody: true', 'values: [ops]')
  const kit = await startLoginKit({ logins })
  const ann = await kit.logIn({ ...ANN, subject: 'ann-who-is-a-person' })
  await ann.client.call('endSession', { params: undefined, body: {} })
  await expect(kit.logIn({ subject: 'ann-who-is-a-person' })).rejects.toMatchObject({ kind: 'refused' })
  await expect(kit.logIn({ subject: 'a-stranger' })).rejects.toMatchObject({ kind: 'refused' })

  const { context } = kit.coordinator()
  const entries = await context.store.read(async (tx) => tx.log.list(0, await tx.log.size()))
  const people = entries.map(parseLogEntry).filter((entry) => 'person' in entry)
  expect(people.map(({ type }) => type)).toEqual(['login', 'logout', 'login-refused'])
  expect(new Set(people.map((entry) => ('person' in entry ? entry.person : '')))).toEqual(
    new Set([ann.session.person]),
  )
  const text = entries.map((entry) => Buffer.from(entry).toString()).join()
  expect(text).not.toContain('ann-who-is-a-person')
  expect(context.refusals.take()).toBe(1)
})
