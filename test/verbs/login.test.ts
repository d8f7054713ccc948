/** `login`, `logout`, `whoami`, and verbs with a session, from end to end: a real coordinator, a real issuer. */
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeFirstAdminCode } from '../../src/coordinator/logins/first-admin.ts'
import { formatPublicKey } from '../../src/trust/keys.ts'
import { DEFAULT_LOGINS, type LoginKit, startLoginKit } from '../coordinator/logins/login-kit.ts'
import { NATIVE_CLIENT } from '../support/openid-provider.ts'
import { runVerb, type VerbResult } from './run-verb.ts'

async function startDesk(kit: LoginKit) {
  const cwd = await mkdtemp(join(tmpdir(), 'sallyport-login-'))
  onTestFinished(() => rm(cwd, { recursive: true, force: true }))
  const session = join(cwd, 'state', 'sallyport', 'session.json')
  /** Opens the page that the verb prints, as a person would. */
  const heard = (text: string): void => {
    const url = /^ {2}(https?:\S+)$/m.exec(text)?.[1]
    const code = /give it the code (\S+)/.exec(text)?.[1]
    if (url !== undefined) void visit(kit, url, code)
  }
  const run = (...args: string[]): Promise<VerbResult> =>
    runVerb(args, {
      cwd,
      env: { XDG_STATE_HOME: join(cwd, 'state') },
      now: new Date().toISOString(),
      heard,
    })
  const root = formatPublicKey('root', kit.root)
  const where = ['--url', kit.coordinator().url, '--root', root, '--no-browser']
  return { cwd, session, run, where }
}

async function visit(kit: LoginKit, url: string, code: string | undefined): Promise<void> {
  const page = await kit.browser.open(url)
  if (code === undefined) return
  const confirm = await kit.browser.submit(page, {})
  await kit.browser.submit(confirm, { confirm: 'yes' })
}

test('a person logs in, is shown who that is, calls verbs with the session, and logs out', async () => {
  const kit = await startLoginKit()
  kit.provider.become({ subject: 'ann', claims: { groups: ['ops'] } })
  const { run, where, session } = await startDesk(kit)

  const login = await run('login', ...where, '--json')
  expect(login.stderr).toContain('logged in: ann of')
  expect(login.json()).toMatchObject({
    version: 1,
    subject: 'ann',
    roles: ['operator', 'member'],
    file: session,
  })
  expect((await stat(session)).mode & 0o777).toBe(0o600)

  expect((await run('whoami', '--json')).json()).toMatchObject({ subject: 'ann', url: kit.coordinator().url })
  await kit.enrol()
  expect((await run('nodes', 'list')).stdout).toContain('web-1')
  const push = await run('push', '--environments', join(kit.folder, '..', 'missing.yml'))
  expect(push.code).toBe(2)

  expect((await run('logout')).code).toBe(0)
  await expect(readFile(session)).rejects.toThrow('ENOENT')
  expect(await run('whoami')).toMatchObject({ code: 2, stderr: expect.stringContaining('sallyport login') })
})

test('the session is renewed by login alone, and its old key is worth nothing after a logout', async () => {
  const kit = await startLoginKit()
  kit.provider.become({ subject: 'ann' })
  const { run, where, session, cwd } = await startDesk(kit)
  await run('login', ...where)
  const first = await readFile(session, 'utf8')
  expect((await run('login', '--no-browser')).code).toBe(0)
  expect(await readFile(session, 'utf8')).not.toBe(first)
  const copy = join(cwd, 'copy.json')
  await writeFile(copy, first, { mode: 0o600 })
  expect((await run('whoami', '--session', copy)).code).toBe(0)
  expect((await run('logout', '--session', copy)).code).toBe(0)
  await writeFile(copy, first, { mode: 0o600 })
  expect(await run('whoami', '--session', copy)).toMatchObject({
    code: 12,
    stderr: expect.stringContaining('sallyport login'),
  })
})

test('a session file that others may read is refused', async () => {
  const kit = await startLoginKit()
  kit.provider.become({ subject: 'ann' })
  const { run, where, session } = await startDesk(kit)
  await run('login', ...where)
  await chmod(session, 0o640)
  expect(await run('whoami')).toMatchObject({ code: 2, stderr: expect.stringContaining('chmod 600') })
})

test('a member hears which roles a verb is for', async () => {
  const kit = await startLoginKit()
  kit.provider.become({ subject: 'bob' })
  const { run, where } = await startDesk(kit)
  await run('login', ...where)
  expect(await run('nodes', 'list')).toMatchObject({
    code: 12,
    stderr: expect.stringMatching(/forbidden[\s\S]*admin, operator, auditor/),
  })
})

test('who is not on the list is refused, keeps no file, and the code says so', async () => {
  const kit = await startLoginKit({ logins: DEFAULT_LOGINS.replace('everybody: true', 'subjects: [ann]') })
  kit.provider.become({ subject: 'mallory' })
  const { run, where, session } = await startDesk(kit)
  expect(await run('login', ...where)).toMatchObject({
    code: 12,
    stderr: expect.stringContaining('not on the list'),
  })
  await expect(readFile(session)).rejects.toThrow('ENOENT')
})

test('the first admin logs in with the code file', async () => {
  const kit = await startLoginKit()
  kit.provider.become({ subject: 'ann' })
  const { file } = await makeFirstAdminCode(kit.coordinator().context)
  const { run, where } = await startDesk(kit)
  const login = await run('login', ...where, '--first-admin', file, '--json')
  expect(login.json().roles).toContain('admin')
})

test('by device: the code is typed on whichever machine, and the session is of this one', async () => {
  const kit = await startLoginKit({
    logins: `
  - name: headless
    preset: oidc
    issuer: ISSUER
    ca: CA
    clientId: ${NATIVE_CLIENT}
    flows: [loopback, device]
    allow: { everybody: true }
`,
  })
  kit.provider.become({ subject: 'ann' })
  const { run, where } = await startDesk(kit)
  const login = await run('login', ...where, '--flow', 'device', '--json')
  expect(login.json()).toMatchObject({ login: 'headless', subject: 'ann' })
  expect((await run('whoami')).code).toBe(0)
})

test('a login that is not there, or has no such flow, is told with what there is', async () => {
  const kit = await startLoginKit()
  const { run, where } = await startDesk(kit)
  expect(await run('login', ...where, '--login', 'stuff')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('staff'),
  })
  expect(await run('login', ...where, '--flow', 'device')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('loopback'),
  })
  expect((await run('login')).code).toBe(2)
})
