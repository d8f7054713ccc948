import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { encodeBase64 } from '../../src/base/bytes.ts'
import { sha256Hex } from '../../src/base/digest.ts'
import { Secret } from '../../src/base/secret.ts'
import { type ApprovalContent, emitApprovalStatement } from '../../src/trust/statement.ts'
import { askApproval } from '../../src/verbs/approval-request.ts'
import type { RunnerIdentity } from '../../src/verbs/runner-identity.ts'
import { workloadContent } from '../trust/coordinator-kit.ts'

const ARTIFACT = Buffer.from('the artifact')

/** A coordinator that answers with a statement of its own choice. */
async function askOf(changes: Partial<ApprovalContent>) {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-request-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'shop.tar.gz')
  await writeFile(path, ARTIFACT)
  const vouchedFor: Uint8Array[] = []
  const statement = emitApprovalStatement(
    workloadContent({
      artifactName: 'shop.tar.gz',
      artifactSha256: sha256Hex(ARTIFACT),
      artifact: { mediaType: 'application/gzip', size: ARTIFACT.length },
      scope: { region: 'eu' },
      ...changes,
    }),
  )
  const identity = {
    keys: { wireguard: new Uint8Array(32), machine: new Uint8Array(32) },
    client: {
      async call(name: string) {
        if (name === 'sign') return { kind: 'done', value: { kind: 'signed', approvals: ['{}'] } }
        return {
          kind: 'done',
          value: { submission: 's-1', statements: [encodeBase64(statement)], expiresAt: '', quorum: 0 },
        }
      },
    },
    admissionToken: async () => new Secret('admission'),
    async approvalToken(bytes: Uint8Array) {
      vouchedFor.push(bytes)
      return new Secret('approval')
    },
  } as unknown as RunnerIdentity
  const asked = askApproval(
    identity,
    { application: 'shop', path },
    {
      environment: 'production',
      kind: 'deploy',
      scope: { region: 'eu' },
      verdict: new Uint8Array(),
      locations: ['mesh:runner'],
    },
    { onWaiting: () => {}, sleep: async () => {}, signal: new AbortController().signal },
  )
  return { asked, vouchedFor, statement }
}

test('a statement that says what was asked for is vouched for, byte for byte', async () => {
  const { asked, vouchedFor, statement } = await askOf({})
  await expect(asked).resolves.toMatchObject({ artifact: `sha256:${sha256Hex(ARTIFACT)}`, size: 12 })
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
