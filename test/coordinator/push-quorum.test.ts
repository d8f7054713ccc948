/** A push that loosens an environment with a quorum waits for it, under the rules before; one that tightens does not. */
import { expect, test } from 'vitest'
import { parseLogEntry } from '../../src/api/messages/log-entry.ts'
import type { PushReply, PushRequest } from '../../src/api/messages/operation.ts'
import { decodeBase64, encodeBase64 } from '../../src/base/bytes.ts'
import { ed25519KeyPair, signEd25519 } from '../../src/base/ed25519.ts'
import { parseEnvironments } from '../../src/coordinator/environments/environments-file.ts'
import { findLoosenings } from '../../src/coordinator/environments/loosening.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { preAuthEncoding } from '../../src/trust/dsse.ts'
import { formatPublicKey, keyIdOf } from '../../src/trust/keys.ts'
import { environmentsText, type Kit, startKit } from './coordinator-kit.ts'
import { DEFAULT_LOGINS, startLoginKit } from './logins/login-kit.ts'

const keys = new Map(['ann', 'bob', 'eve'].map((id) => [id, ed25519KeyPair(systemRandom.bytes(32))]))

function peopleOf(...ids: string[]): string {
  const lines = ids.map(
    (id) =>
      `  - { id: ${id}, keys: ["${formatPublicKey('person', keys.get(id)!.publicKey)}"], accounts: [] }`,
  )
  return `people:\n${lines.join('\n')}\n`
}

const guarded = (text: string) =>
  text
    .replace(/people:[\s\S]*?(?=environments:)/, peopleOf('ann', 'bob'))
    .replace('  production:\n', '  production:\n    quorum: 2\n')

const none = { params: undefined, body: undefined }

async function policyOf(kit: Kit) {
  const result = await kit.client(kit.admin).call('policy', none)
  if (result.kind === 'refused') throw new Error(result.problem.message)
  return result.value
}

async function push(
  kit: Kit,
  change: { environments?: (text: string) => string; access?: string },
  more: Partial<PushRequest> & { key?: Kit['admin'] } = {},
): Promise<PushReply> {
  const { key = kit.admin, ...options } = more
  const now = await policyOf(kit)
  const environments = change.environments && {
    text: change.environments(now.environments!.text),
    replaces: now.environments!.version,
  }
  const access =
    change.access === undefined ? null : { text: change.access, replaces: now.access?.version ?? null }
  const body = { environments: environments ?? null, access, dryRun: false, acceptLockOut: true, ...options }
  const result = await kit.client(key).call('push', { params: undefined, body })
  if (result.kind === 'refused') throw new Error(result.problem.message)
  return result.value
}

async function approve(kit: Kit, digest: string, id: string) {
  const client = kit.client(kit.admin)
  const shown = await client.call('pendingOne', { params: { digest }, body: undefined })
  if (shown.kind === 'refused') throw new Error(shown.problem.kind)
  const key = keys.get(id)!
  const message = preAuthEncoding(shown.value.payloadType, decodeBase64(shown.value.bytes))
  const signature = { keyid: keyIdOf(key.publicKey), sig: encodeBase64(signEd25519(key.privateKey, message)) }
  const result = await client.call('vote', { params: { digest }, body: { signature } })
  return result.kind === 'done' ? result.value : result.problem.kind
}

const loosening: [name: string, change: (text: string) => string, what: RegExp][] = [
  ['a smaller quorum', (text) => text.replace('quorum: 2', 'quorum: 1'), /quorum/],
  ['no quorum', (text) => text.replace('    quorum: 2\n', ''), /quorum/],
  [
    'another approver',
    (text) => text.replace(/people:[\s\S]*?(?=environments:)/, peopleOf('ann', 'bob', 'eve')),
    /people: eve/,
  ],
  [
    'a scanner less',
    (text) => text.replace('[dependencies, workflows]', '[dependencies]'),
    /floor\.scanners/,
  ],
  ['older advisories', (text) => text.replace('maxAge: 7d', 'maxAge: 8d'), /advisories\.maxAge/],
  ['older verdicts', (text) => text.replace('maxVerdictAge: 1h', 'maxVerdictAge: 2h'), /maxVerdictAge/],
  [
    'an older tool',
    (text) => text.replace('minToolVersion: 0.1.0', 'minToolVersion: 0.0.9'),
    /minToolVersion/,
  ],
  [
    'another gate policy',
    (text) => text.replace('policies: [', `policies: ["sha256:${'9'.repeat(64)}", `),
    /policies/,
  ],
  [
    'another ref',
    (text) => text.replace('[refs/heads/main]', '[refs/heads/main, refs/heads/dev]'),
    /rules\[0\]/,
  ],
  [
    'another commit of the gate',
    (text) => text.replace(`[${'a'.repeat(40)}]`, `[${'a'.repeat(40)}, ${'b'.repeat(40)}]`),
    /rules\[0\]/,
  ],
  ['another repository', (text) => text.replace('repositoryId: "74"', 'repositoryId: "75"'), /rules\[0\]/],
  ['any workflow', (text) => text.replace(/commits: \[a+\]/, 'anyWorkflow: true'), /rules\[0\]/],
  [
    'self-hosted runners',
    (text) => text.replace('    gate:\n', '    runners: [github-hosted, self-hosted]\n    gate:\n'),
    /rules\[0\]/,
  ],
  [
    'a tunnel without approval',
    (text) => text.replace('    quorum: 2\n', '    quorum: 2\n    tunnel: workload\n'),
    /tunnel/,
  ],
  [
    'another CA of the issuer',
    (text) => text.replace(/(issuers:\n {2}- issuer: \S+\n)/, '$1    jwksOrigin: https://keys.example\n'),
    /issuers/,
  ],
  [
    'a break-glass that lifts the quorum',
    (text) => text.replace('    quorum: 2\n', '    quorum: 2\n    breakGlass: [quorum]\n'),
    /breakGlass/,
  ],
  [
    'a longer approval',
    (text) => text.replace('    quorum: 2\n', '    quorum: 2\n    approvalLifetime: 5h\n'),
    /approvalLifetime/,
  ],
  [
    'another login',
    (text) =>
      `${text}\nlogins:\n  - { name: x, preset: google, clientId: c, allow: { organisations: [example.com] } }\n`,
    /logins: x/,
  ],
  [
    'no such environment',
    (text) =>
      text
        .replace('environments: [production, staging]', 'environments: [staging]')
        .replace(/ {2}production:[\s\S]*?(?= {2}staging:)/, ''),
    /removed/,
  ],
]

const before = guarded(environmentsText('https://token.example'))
const parse = (text: string) => parseEnvironments(text, 'environments.yml')

test.each(loosening)('%s loosens an environment with a quorum', (_name, change, what) => {
  expect(change(before)).not.toBe(before)
  const found = findLoosenings(parse(before), parse(change(before)))
  expect(new Set(found.map(({ environment }) => environment))).toEqual(new Set(['production']))
  expect(found.map((each) => each.what).join()).toMatch(what)
})

const tightening: [name: string, change: (text: string) => string][] = [
  ['a comment', (text) => text.replace('quorum: 2', 'quorum: 2 # two')],
  [
    'one more scanner',
    (text) => text.replace('[dependencies, workflows]', '[dependencies, workflows, secrets]'),
  ],
  ['younger advisories', (text) => text.replace('maxAge: 7d', 'maxAge: 6d')],
  ['a newer tool', (text) => text.replace('minToolVersion: 0.1.0', 'minToolVersion: 0.2.0')],
  ['a shorter lease', (text) => text.replace('    quorum: 2\n', '    quorum: 2\n    maxLease: 10m\n')],
  [
    'a freeze',
    (text) =>
      text.replace(
        '    quorum: 2\n',
        '    quorum: 2\n    freezes: [{ from: 2027-01-01T00:00:00Z, until: 2027-01-02T00:00:00Z, reason: holidays }]\n',
      ),
  ],
  ['a change of an environment without a quorum', (text) => text.replace('maxLease: 30m', 'maxLease: 40m')],
  [
    'a stricter rule',
    (text) => text.replace('    gate:\n', '    quorum: 1\n    repository: octo/shop\n    gate:\n'),
  ],
]

test.each(tightening)('%s loosens nothing', (_name, change) => {
  expect(change(before)).not.toBe(before)
  expect(findLoosenings(parse(before), parse(change(before)))).toEqual([])
})

test('without a quorum every change is registered at once', () => {
  const free = before.replace('    quorum: 2\n', '')
  for (const [, change] of loosening.slice(2, 6)) {
    expect(findLoosenings(parse(free), parse(change(free)))).toEqual([])
  }
})

test('people approve the change, and only then the very same files are registered', async () => {
  const kit = await startKit({ environments: guarded })
  const change = { environments: (text: string) => text.replace('quorum: 2', 'quorum: 1') }
  const { waiting } = await push(kit, change)
  const digest = waiting!.change
  const list = await kit.client(kit.admin).call('pending', none)
  expect(list).toMatchObject({
    value: { items: [{ kind: 'policy-change', digest, wanted: 2, environments: ['production'] }] },
  })

  expect(await approve(kit, digest, 'eve')).toBe('untrusted')
  expect(await approve(kit, digest, 'ann')).toEqual({ given: 1, wanted: 2 })
  expect(await approve(kit, digest, 'ann')).toEqual({ given: 1, wanted: 2 })
  expect((await push(kit, change)).waiting).toMatchObject({ change: digest, given: 1 })
  expect(await approve(kit, digest, 'bob')).toEqual({ given: 2, wanted: 2 })
  const other = await push(kit, { environments: (text) => text.replace('    quorum: 2\n', '') })
  expect(other.waiting).toMatchObject({ given: 0 })
  expect(await push(kit, change)).toMatchObject({ waiting: null, environments: { version: 2 } })
  // Used up: back to two needs nobody, and down again needs two people anew.
  await push(kit, { environments: (text) => text.replace('quorum: 1', 'quorum: 2') })
  expect((await push(kit, change)).waiting).toMatchObject({ wanted: 2, given: 0 })

  const { store } = kit.coordinator().context
  const types = (await store.read(async (tx) => tx.log.list(0, await tx.log.size()))).map(
    (entry) => parseLogEntry(entry).type,
  )
  expect(types.filter((type) => ['policy-change', 'vote', 'environments'].includes(type))).toEqual([
    'environments',
    'policy-change',
    'vote',
    'vote',
    'policy-change',
    'environments',
    'environments',
    'policy-change',
  ])
})

test('a change that a person refused does not wait any more, and is asked for anew', async () => {
  const kit = await startKit({ environments: guarded })
  const change = { environments: (text: string) => text.replace('quorum: 2', 'quorum: 1') }
  const digest = (await push(kit, change)).waiting!.change
  const refused = await kit.client(kit.admin).call('refuse', { params: { digest }, body: { reason: 'no' } })
  expect(refused.kind).toBe('done')
  expect(await approve(kit, digest, 'ann')).toBe('untrusted')
  kit.clock.move(1_000)
  expect((await push(kit, change)).waiting!.change).not.toBe(digest)
})

test('a dry run says what would wait, and asks nobody', async () => {
  const kit = await startKit({ environments: guarded })
  const change = { environments: (text: string) => text.replace('quorum: 2', 'quorum: 1') }
  expect((await push(kit, change, { dryRun: true })).waiting).toMatchObject({ wanted: 2, given: 0 })
  expect(await kit.client(kit.admin).call('pending', none)).toMatchObject({ value: { items: [] } })
})

test('the other way in, PUT /v1/environments, is no way around', async () => {
  const kit = await startKit({ environments: guarded })
  const { environments } = await policyOf(kit)
  const body = { text: environments!.text.replace('quorum: 2', 'quorum: 0'), replaces: 1 }
  const result = await kit.client(kit.admin).call('putEnvironments', { params: undefined, body })
  expect(result).toMatchObject({
    kind: 'refused',
    problem: { message: expect.stringContaining('2 people must approve') },
  })
  expect((await policyOf(kit)).environments!.version).toBe(1)
})

const RULES = (grant: string) =>
  `{ "workloads": { "github:octo/shop": { "repositoryId": "74", "ownerId": "65" } }, "tagOwners": { "tag:web": [] }, "grants": [${grant}] }`
const APPROVED =
  '{ "src": ["github:octo/shop"], "dst": ["tag:web"], "ip": ["tcp:7070"], "approval": {"environment": "production"} }'

test('access rules that open more to an agent of such an environment wait, others do not', async () => {
  const kit = await startKit({ environments: guarded })
  await kit.enrol()
  expect((await push(kit, { access: RULES(APPROVED) })).waiting).toBeNull()
  for (const wider of [
    APPROVED.replace(', "approval": {"environment": "production"}', ''),
    APPROVED.replace('tcp:7070', 'tcp:7070-7072'),
    APPROVED.replace('github:octo/shop', '*'),
  ]) {
    expect((await push(kit, { access: RULES(wider) })).waiting!.loosens.join(), wider).toMatch(
      /access: .*web-1/,
    )
  }
  expect((await push(kit, { access: RULES('') })).waiting).toBeNull()
})

test('who pushes does not count, and is warned before being no admin any more', async () => {
  const logins = DEFAULT_LOGINS.replace('root-subject', 'ann, carl')
  const kit = await startLoginKit({
    logins,
    people: (issuer) =>
      `${peopleOf('bob')}  - id: ann\n    identities: [{ issuer: ${issuer}, subject: ann, audience: sallyport-cli }]\n    keys: ["${formatPublicKey('person', keys.get('ann')!.publicKey)}"]\n    accounts: []\n`,
    environments: (text) =>
      text
        .replace(/people:[\s\S]*?(?=environments:)/, 'PEOPLE')
        .replace('  production:\n', '  production:\n    quorum: 1\n'),
  })
  const ann = await kit.logIn({ subject: 'ann' })
  const change = { environments: (text: string) => text.replace('quorum: 1', 'quorum: 0') }
  const digest = (await push(kit, change, { key: ann.key })).waiting!.change
  expect(await approve(kit, digest, 'ann')).toBe('untrusted')
  expect(await approve(kit, digest, 'bob')).toEqual({ given: 1, wanted: 1 })
  expect((await push(kit, change, { key: ann.key })).environments?.version).toBe(2)

  const struckOff = { environments: (text: string) => text.replace('[ann, carl]', '[carl]') }
  await expect(push(kit, struckOff, { key: ann.key, acceptLockOut: false })).rejects.toThrow(
    'no admin any more',
  )
  expect((await push(kit, struckOff, { key: ann.key })).environments?.version).toBe(3)
  await expect(push(kit, change, { key: ann.key })).rejects.toThrow(/may not call/)
})
