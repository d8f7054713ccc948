/** People approve from end to end: verbs, a real issuer, personal keys; and an agent's own list decides again. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseLogEntry } from '../../src/api/messages/log-entry.ts'
import { decodeBase64, encodeUtf8 } from '../../src/base/bytes.ts'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { completeApproval, requestApproval } from '../../src/mesh/control/membership.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { verifyLoggedApproval } from '../../src/tlog/logged-approval.ts'
import { emitKeyFile, formatPublicKey } from '../../src/trust/keys.ts'
import { EMPTY_TRUST_STATE } from '../../src/trust/ratchet.ts'
import { parseTrustFile } from '../../src/trust/trust-file.ts'
import { verifyApproval } from '../../src/trust/verify-approval.ts'
import { environmentsText, type Runner } from '../coordinator/coordinator-kit.ts'
import { DEFAULT_LOGINS, type LoginKit, startLoginKit } from '../coordinator/logins/login-kit.ts'
import { createBrowser, NATIVE_CLIENT } from '../support/openid-provider.ts'
import { runVerb } from './run-verb.ts'

const bobKey = ed25519KeyPair(systemRandom.bytes(32))

/** ann approves with a login, bob with a key; octocat started the run. */
function peopleText(issuer: string): string {
  const identity = (subject: string) =>
    `identities: [{ issuer: ${issuer}, subject: ${subject}, audience: ${NATIVE_CLIENT} }]`
  return `people:
  - id: ann
    ${identity('ann')}
    accounts: ["501"]
  - id: bob
    keys: ["${formatPublicKey('person', bobKey.publicKey)}"]
    accounts: ["502"]
  - id: octocat
    ${identity('octocat')}
    accounts: ["12"]
`
}

async function startPeople() {
  const kit: LoginKit = await startLoginKit({
    logins: DEFAULT_LOGINS.replace('auditor:', 'approver: { subjects: [bob] }\n      auditor:'),
    environments: (text) =>
      text
        .replace(/people:[\s\S]*?(?=environments:)/, 'PEOPLE')
        .replace('  production:\n', '  production:\n    quorum: 2\n'),
    people: peopleText,
  })
  const cwd = await mkdtemp(join(tmpdir(), 'sallyport-approvals-'))
  onTestFinished(() => rm(cwd, { recursive: true, force: true }))
  await writeFile(join(cwd, 'bob.key'), emitKeyFile('person', bobKey.privateKey), { mode: 0o600 })
  const root = formatPublicKey('root', kit.root)
  /** Each with a browser of their own. */
  const visit = async (url: string): Promise<void> => {
    const browser = createBrowser(kit.provider.caPem)
    await browser.open(url)
    await browser.close()
  }
  const as = (subject: string) => {
    const heard = (text: string): void => {
      const url = /^ {2}(https:\S+)$/m.exec(text)?.[1]
      kit.provider.become({ subject })
      if (url !== undefined) void visit(url)
    }
    const surroundings = {
      cwd,
      env: { XDG_STATE_HOME: join(cwd, subject) },
      now: new Date().toISOString(),
      heard,
    }
    return (...args: string[]) => runVerb(args, surroundings)
  }
  for (const subject of ['ann', 'bob', 'octocat', 'stranger']) {
    const login = await as(subject)('login', '--url', kit.coordinator().url, '--root', root, '--no-browser')
    expect(login.stderr).toContain('logged in')
  }
  return { kit, as, cwd }
}

async function submit(
  kit: LoginKit,
): Promise<{ runner: Runner; finish: () => ReturnType<typeof completeApproval>; digest: string }> {
  const runner = kit.runner()
  const submitted = await requestApproval(runner.client, runner.submission())
  const statements = submitted.statements.map(decodeBase64)
  const tokens = statements.map((statement) => runner.statementToken(statement))
  const finish = () => completeApproval(runner.client, submitted.submission, tokens)
  const waiting = await finish()
  if (waiting.kind !== 'waiting') throw new Error('it does not wait')
  return { runner, finish, digest: waiting.statements[0]! }
}

test('one person approves by a login over the statement, another with a key, and an agent counts both itself', async () => {
  const { kit, as } = await startPeople()
  const { finish, digest } = await submit(kit)
  const list = await as('ann')('approvals', 'list')
  expect(list.stdout).toContain(`${digest}  deploy shop in production, sequence 1  0 of 2`)

  const byLogin = await as('ann')('approvals', 'approve', digest.slice(0, 20), '--no-browser', '--json')
  expect(byLogin.json()).toEqual({ version: 1, digest, given: 1, wanted: 2 })
  expect(await finish()).toMatchObject({ kind: 'waiting', given: 1 })
  const byKey = await as('bob')('approvals', 'approve', digest, '--person-key', 'bob.key', '--json')
  expect(byKey.json()).toMatchObject({ given: 2, wanted: 2 })
  const shown = (await as('ann')('approvals', 'show', digest, '--json')).json()
  expect(shown.approvedBy).toEqual(['ann', 'bob'])

  const signed = await finish()
  if (signed.kind !== 'signed') throw new Error('it still waits')
  const file = JSON.parse(signed.approvals[0]!)
  expect(file.envelope.signatures).toHaveLength(2)
  expect(file.people).toHaveLength(1)
  expect(await verify(kit, signed.approvals[0]!, 2)).toMatchObject({
    kind: 'verified',
    people: ['ann', 'bob'],
  })
  expect(await verify(kit, signed.approvals[0]!.replace(file.people[0], file.token), 2)).toMatchObject({
    kind: 'refused',
    step: 'people',
  })
  expect((await as('ann')('approvals', 'list')).stderr).toContain('nothing waits')
})

test('who started the run, a stranger, and somebody else’s key do not count', async () => {
  const { kit, as, cwd } = await startPeople()
  const { finish, digest } = await submit(kit)
  const other = ed25519KeyPair(systemRandom.bytes(32))
  await writeFile(join(cwd, 'other.key'), emitKeyFile('person', other.privateKey), { mode: 0o600 })
  const tries = [
    await as('octocat')('approvals', 'approve', digest, '--no-browser'),
    await as('bob')('approvals', 'approve', digest, '--person-key', 'other.key'),
    await as('bob')('approvals', 'approve', digest, '--no-browser'),
  ]
  expect(tries.map(({ code }) => code)).toEqual([12, 12, 12])
  expect(await as('stranger')('approvals', 'list')).toMatchObject({
    code: 12,
    stderr: expect.stringContaining('forbidden'),
  })
  expect(await finish()).toMatchObject({ kind: 'waiting', given: 0 })
})

test('a person refuses: nothing is signed, the runner hears why, the log has no word of it', async () => {
  const { kit, as } = await startPeople()
  const { finish, digest } = await submit(kit)
  expect((await as('ann')('approvals', 'refuse', digest)).code).toBe(2)
  const refused = await as('ann')('approvals', 'refuse', digest, '--reason', 'not before the migration')
  expect(refused.code).toBe(0)
  await expect(finish()).rejects.toThrow(/a person refused this: not before the migration/)
  expect((await as('bob')('approvals', 'approve', digest, '--person-key', 'bob.key')).code).toBe(12)

  const { store } = kit.coordinator().context
  const entries = await store.read(async (tx) => tx.log.list(0, await tx.log.size()))
  expect(entries.map(parseLogEntry).filter(({ type }) => type === 'vote-refused')).toHaveLength(1)
  expect(entries.map((entry) => Buffer.from(entry).toString()).join()).not.toContain('migration')
})

test('a digest of nothing, or of two, is told; a coordinator that shows other bytes is not believed', async () => {
  const { kit, as } = await startPeople()
  await submit(kit)
  expect(await as('ann')('approvals', 'show', 'ffff')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('nothing waits'),
  })
  expect((await as('ann')('approvals', 'show', `sha256:${'0'.repeat(64)}`)).code).toBe(12)
})

async function verify(kit: LoginKit, file: string, quorum: number) {
  const text = environmentsText(kit.issuer.url)
    .split('people:')[0]!
    .replace(`issuers:\n`, `issuers:\n  - issuer: ${kit.provider.url}\n`)
    .replace('    gate:\n', `    quorum: ${quorum}\n    gate:\n`)
  const trust = parseTrustFile(
    encodeUtf8(
      `signers: coordinator\nroot: ${formatPublicKey('root', kit.root)}\n${text}${peopleText(kit.provider.url)}`,
    ),
    'trust.yml',
  )
  const token = JSON.parse(file).people[0] ?? JSON.parse(file).token
  const { context } = kit.coordinator()
  const issuer = { issuer: kit.provider.url }
  const keys = await context.issuerKeys.keysFor([issuer], token)
  return verifyApproval({
    file: encodeUtf8(file),
    trust,
    labels: {},
    issuers: new Map([...keys, [kit.issuer.url, kit.issuer.keys()]]),
    state: EMPTY_TRUST_STATE,
    now: kit.clock.now(),
    verifyLog: verifyLoggedApproval,
  })
}
