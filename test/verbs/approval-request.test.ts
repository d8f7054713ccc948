import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { decodeUtf8, encodeBase64 } from '../../src/base/bytes.ts'
import { sha256Hex } from '../../src/base/digest.ts'
import { Secret } from '../../src/base/secret.ts'
import { type ApprovalContent, emitApprovalStatement } from '../../src/trust/statement.ts'
import { askApprovals } from '../../src/verbs/approval-request.ts'
import { type LabelledArtifact, submissionsOf } from '../../src/verbs/deployment-words.ts'
import type { RunnerIdentity } from '../../src/verbs/runner-identity.ts'
import { workloadContent } from '../trust/coordinator-kit.ts'

const ARTIFACT = Buffer.from('the artifact')
const SECOND_ARTIFACT = Buffer.from('a second artifact of shop')
const ALONE = {
  kind: 'refused',
  message: 'shop.tar.gz is only on the runner, and no agent of shop in production is connected',
  rule: 'locations',
}

/** What the coordinator states of an artifact when it does what it was asked. */
function stated(bytes: Uint8Array, changes: Partial<ApprovalContent> = {}): Uint8Array {
  return emitApprovalStatement(
    workloadContent({
      artifactName: 'shop.tar.gz',
      artifactSha256: sha256Hex(bytes),
      artifact: { mediaType: 'application/gzip', size: bytes.length },
      scope: { region: 'eu' },
      ...changes,
    }),
  )
}

interface CoordinatorScript {
  readonly artifacts?: readonly Uint8Array[]
  readonly statements: readonly Uint8Array[]
  /** Answers to the first submissions, before the one that is taken. */
  readonly refusals?: readonly object[]
  readonly approvals?: readonly string[]
}

/** A coordinator that answers with statements of its own choice. */
async function ask({ artifacts = [ARTIFACT], statements, refusals = [], approvals }: CoordinatorScript) {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-request-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const named: LabelledArtifact[] = []
  for (const [at, bytes] of artifacts.entries()) {
    const path = join(folder, `shop-${at + 1}.tar.gz`)
    await writeFile(path, bytes)
    named.push({ application: 'shop', path, label: `shop.${at + 1}` })
  }
  const seen = {
    vouchedFor: [] as Uint8Array[],
    bodies: [] as Body[],
    pauses: [] as number[],
    signed: [] as unknown[],
  }
  const waiting = [...refusals]
  const texts = approvals ?? statements.map((_, at) => `{"approval":${at + 1}}`)
  let admissions = 0
  const identity = {
    keys: { wireguard: new Uint8Array(32), machine: new Uint8Array(32) },
    client: {
      async call(name: string, { body }: { body: Body }) {
        if (name === 'sign') {
          seen.signed.push(body)
          return { kind: 'done', value: { kind: 'signed', approvals: texts } }
        }
        seen.bodies.push(body)
        const problem = waiting.shift()
        if (problem) return { kind: 'refused', problem }
        const value = {
          submission: 's-1',
          statements: statements.map(encodeBase64),
          expiresAt: '',
          quorum: 0,
        }
        return { kind: 'done', value }
      },
    },
    admissionToken: async () => new Secret(`admission-${++admissions}`),
    async approvalToken(bytes: Uint8Array) {
      seen.vouchedFor.push(bytes)
      return new Secret(`approval-${seen.vouchedFor.length}`)
    },
  } as unknown as RunnerIdentity
  const asked = askApprovals(
    identity,
    named,
    {
      environment: 'production',
      kind: 'deploy',
      scope: { region: 'eu' },
      verdict: new Uint8Array(),
      locations: ['mesh:runner'],
    },
    {
      onWaiting: () => {},
      onRetry: () => {},
      sleep: async (ms) => void seen.pauses.push(ms),
      signal: new AbortController().signal,
    },
  )
  return { asked, seen }
}

interface Body {
  readonly token: string
  readonly artifacts: readonly { readonly name: string; readonly digest: string }[]
}

/** The one artifact, and a statement that differs in one thing. */
async function askOf(changes: Partial<ApprovalContent>) {
  const statement = stated(ARTIFACT, changes)
  const { asked, seen } = await ask({ statements: [statement] })
  return { asked, vouchedFor: seen.vouchedFor, statement }
}

test('a statement that says what was asked for is vouched for, byte for byte', async () => {
  const { asked, vouchedFor, statement } = await askOf({})
  await expect(asked).resolves.toMatchObject([{ artifact: `sha256:${sha256Hex(ARTIFACT)}`, size: 12 }])
  expect(vouchedFor).toEqual([statement])
})

test.each<[what: string, changes: Partial<ApprovalContent>]>([
  ['digest', { artifactSha256: 'e'.repeat(64) }],
  ['size', { artifact: { mediaType: 'application/gzip', size: 13 } }],
  ['media type', { artifact: { mediaType: 'application/zip', size: 12 } }],
  ['application', { application: 'billing' }],
  ['environment', { environment: 'staging' }],
  ['kind', { kind: 'rollback' }],
  ['scope', { scope: {} }],
  ['scope', { scope: { region: 'eu', tier: 'web' } }],
  ['scope', { scope: { region: 'us' } }],
])('a coordinator that swaps the %s is not vouched for: no token is asked for its statement', async (what, changes) => {
  const { asked, vouchedFor } = await askOf(changes)
  await expect(asked).rejects.toMatchObject({
    code: 'APPROVAL_REFUSED',
    message: expect.stringContaining(`the coordinator's statement has ${what} `),
  })
  expect(vouchedFor).toEqual([])
})

test('several artifacts of an application are one submission, one token each, and one file each, in order', async () => {
  const statements = [stated(ARTIFACT), stated(SECOND_ARTIFACT, { sequence: 8 })]
  const { asked, seen } = await ask({ artifacts: [ARTIFACT, SECOND_ARTIFACT], statements })
  const granted = await asked
  expect(seen.bodies.map(({ artifacts }) => artifacts.map(({ name }) => name))).toEqual([
    ['shop-1.tar.gz', 'shop-2.tar.gz'],
  ])
  expect(seen.vouchedFor).toEqual(statements)
  expect(seen.signed).toEqual([{ tokens: ['approval-1', 'approval-2'] }])
  expect(granted.map(({ label, file }) => [label, decodeUtf8(file)])).toEqual([
    ['shop.1', '{"approval":1}'],
    ['shop.2', '{"approval":2}'],
  ])
  expect(new Set(granted.map(({ digest }) => digest)).size).toBe(2)
})

test('one statement of several that says something else: none of them is vouched for', async () => {
  const statements = [stated(ARTIFACT), stated(SECOND_ARTIFACT, { environment: 'staging' })]
  const { asked, seen } = await ask({ artifacts: [ARTIFACT, SECOND_ARTIFACT], statements })
  await expect(asked).rejects.toMatchObject({ code: 'APPROVAL_REFUSED' })
  expect(seen.vouchedFor).toEqual([])
})

test('statements in another order than the artifacts are not vouched for', async () => {
  const statements = [stated(SECOND_ARTIFACT), stated(ARTIFACT)]
  const { asked, seen } = await ask({ artifacts: [ARTIFACT, SECOND_ARTIFACT], statements })
  await expect(asked).rejects.toThrow(/statement has digest/)
  expect(seen.vouchedFor).toEqual([])
})

test('fewer or more statements or approvals than artifacts are refused', async () => {
  const artifacts = [ARTIFACT, SECOND_ARTIFACT]
  const [one, two] = [stated(ARTIFACT), stated(SECOND_ARTIFACT)]
  const refused = async (script: CoordinatorScript) => (await ask({ artifacts, ...script })).asked
  await expect(refused({ statements: [one] })).rejects.toThrow(/gave 1 statements for 2 artifacts/)
  await expect(refused({ statements: [one, two, two] })).rejects.toThrow(/gave 3 statements for 2/)
  await expect(refused({ statements: [one, two], approvals: ['{}'] })).rejects.toThrow(
    /gave 1 approvals for 2/,
  )
})

test('no agent is connected yet: asked again with a fresh token each time, for fifteen seconds', async () => {
  const statements = [stated(ARTIFACT)]
  const late = await ask({ statements, refusals: [ALONE, ALONE] })
  await expect(late.asked).resolves.toHaveLength(1)
  expect(late.seen.bodies.map(({ token }) => token)).toEqual(['admission-1', 'admission-2', 'admission-3'])
  const never = await ask({ statements, refusals: Array.from({ length: 100 }, () => ALONE) })
  await expect(never.asked).rejects.toMatchObject({
    code: 'APPROVAL_REFUSED',
    message: expect.stringContaining('no agent of shop in production is connected'),
  })
  expect(never.seen.pauses.reduce((sum, ms) => sum + ms, 0)).toBe(15_000)
})

test.each([
  { kind: 'refused', message: 'the verdict is too old', rule: 'environments.production.floor' },
  { kind: 'untrusted', message: 'no rule', rule: 'locations' },
])('another refusal ($kind, $rule) is final', async (problem) => {
  const { asked, seen } = await ask({ statements: [stated(ARTIFACT)], refusals: [problem] })
  await expect(asked).rejects.toMatchObject({ code: 'APPROVAL_REFUSED' })
  expect(seen.bodies).toHaveLength(1)
})

test('applications are submissions of their own, and no two approvals or receipts have one name', () => {
  const artifact = (application: string, path: string) => ({ application, path })
  const submissions = submissionsOf([
    artifact('shop', '/a/x.tar.gz'),
    artifact('billing', '/a/y.tar.gz'),
    artifact('shop', '/b/x.tar.gz'),
  ])
  expect(submissions.map((group) => group.map(({ label, path }) => [label, path]))).toEqual([
    [
      ['shop.1', '/a/x.tar.gz'],
      ['shop.2', '/b/x.tar.gz'],
    ],
    [['billing', '/a/y.tar.gz']],
  ])
})
