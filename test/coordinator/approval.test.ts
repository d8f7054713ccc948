import { expect, test } from 'vitest'
import { decodeBase64, encodeUtf8 } from '../../src/base/bytes.ts'
import { parseDuration } from '../../src/base/time.ts'
import { completeApproval, requestAdmission, requestApproval } from '../../src/mesh/control/membership.ts'
import { verifyLoggedApproval } from '../../src/tlog/logged-approval.ts'
import { formatPublicKey } from '../../src/trust/keys.ts'
import { EMPTY_TRUST_STATE } from '../../src/trust/ratchet.ts'
import { parseApprovalStatement } from '../../src/trust/statement.ts'
import { type CoordinatorTrust, parseTrustFile } from '../../src/trust/trust-file.ts'
import { verifyApproval } from '../../src/trust/verify-approval.ts'
import {
  ARTIFACT_DIGEST,
  environmentsText,
  type Kit,
  POLICY_DIGEST,
  peerOf,
  type Runner,
  startKit,
  verdictOf,
} from './coordinator-kit.ts'

async function approve(kit: Kit, runner: Runner = kit.runner()): Promise<{ file: string; runner: Runner }> {
  const submitted = await requestApproval(runner.client, runner.submission())
  const statements = submitted.statements.map(decodeBase64)
  const tokens = statements.map((statement) => runner.statementToken(statement))
  const reply = await completeApproval(runner.client, submitted.submission, tokens)
  if (reply.kind !== 'signed') throw new Error('the approval waits')
  return { file: reply.approvals[0]!, runner }
}

function trustOf(kit: Kit): CoordinatorTrust {
  const [issuers, rules] = [environmentsText(kit.issuer.url).split('people:')[0]!, '']
  const text = `signers: coordinator\nroot: ${formatPublicKey('root', kit.root)}\n${issuers.replace('version: 1', 'version: 1')}${rules}`
  const trust = parseTrustFile(encodeUtf8(text), 'trust.yml')
  if (trust.signers !== 'coordinator') throw new Error('unexpected')
  return trust
}

function verify(kit: Kit, file: string) {
  return verifyApproval({
    file: encodeUtf8(file),
    trust: trustOf(kit),
    labels: {},
    issuers: new Map([[kit.issuer.url, kit.issuer.keys()]]),
    state: EMPTY_TRUST_STATE,
    now: kit.clock.now(),
    verifyLog: verifyLoggedApproval,
  })
}

test('an approval goes the whole way, and an agent verifies the file by itself', async () => {
  const kit = await startKit()

  const { file } = await approve(kit)

  const result = verify(kit, file)
  expect(result).toMatchObject({ kind: 'verified', signers: 'coordinator', anyWorkflow: false })
})

test('the statement says what was asked for, and nothing is signed before the second token', async () => {
  const kit = await startKit()
  const runner = kit.runner()

  const submitted = await requestApproval(runner.client, runner.submission())

  const statement = parseApprovalStatement(decodeBase64(submitted.statements[0]!))
  expect(statement.subject[0]!.digest.sha256).toBe(ARTIFACT_DIGEST.slice(7))
  expect(statement.predicate).toMatchObject({
    application: 'shop',
    environment: 'production',
    sequence: 1,
    keyEpoch: 1,
    kind: 'deploy',
    policy: { digest: POLICY_DIGEST },
    source: { repositoryId: '74', ownerId: '65', runId: '1000', commit: 'c'.repeat(40) },
  })
  const { notBefore, notAfter } = statement.predicate
  expect(Date.parse(notAfter) - Date.parse(notBefore)).toBe(parseDuration('4h'))
  const entries = await kit.coordinator().context.store.read((tx) => tx.log.list(0, 100))
  expect(entries.map((entry) => JSON.parse(Buffer.from(entry).toString()).type)).not.toContain('approval')
})

test('a lost reply is no failure: the same token gets the same submission, the same tokens the same file', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const ask = runner.submission()
  const first = await requestApproval(runner.client, ask)

  const again = await requestApproval(runner.client, ask)

  expect(again).toEqual(first)
  const tokens = [runner.statementToken(decodeBase64(first.statements[0]!))]
  const signed = await completeApproval(runner.client, first.submission, tokens)
  const repeated = await completeApproval(runner.client, first.submission, tokens)
  if (signed.kind !== 'signed' || repeated.kind !== 'signed') throw new Error('not signed')
  expect(JSON.parse(repeated.approvals[0]!).envelope).toEqual(JSON.parse(signed.approvals[0]!).envelope)
})

test('several artifacts are several approvals, and one bad token signs none of them', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const [one] = runner.submission().artifacts
  const two = { ...one!, name: 'worker.tar.gz', digest: `sha256:${'9'.repeat(64)}` }
  const submitted = await requestApproval(runner.client, runner.submission({ artifacts: [one!, two] }))
  const [first, second] = submitted.statements.map(decodeBase64)

  const swapped = completeApproval(runner.client, submitted.submission, [
    runner.statementToken(first!),
    runner.statementToken(first!),
  ])

  await expect(swapped).rejects.toThrow('untrusted')
  const statements = await kit
    .coordinator()
    .context.store.read((tx) => tx.submissions.listStatements(submitted.submission))
  expect(statements.map(({ envelope }) => envelope)).toEqual([null, null])
  const good = await completeApproval(runner.client, submitted.submission, [
    runner.statementToken(first!),
    runner.statementToken(second!),
  ])
  if (good.kind !== 'signed') throw new Error('not signed')
  expect(good.approvals.map((file) => verify(kit, file).kind)).toEqual(['verified', 'verified'])
})

test('an approved runner is admitted under its approval, and no other run is', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol())
  const { file, runner } = await approve(kit)
  const verified = verify(kit, file)
  if (verified.kind !== 'verified') throw new Error(verified.reason)
  const { approval } = verified
  const ask = { application: 'shop', environment: 'production', approval }

  const other = kit.runner()
  const stolen = requestAdmission(
    other.client,
    other.admission({ ...ask, token: other.token({ approval, claims: { run_id: '1001' } }) }),
  )
  await expect(stolen).rejects.toThrow('was given to another run')
  const reply = await requestAdmission(
    runner.client,
    runner.admission({ ...ask, token: runner.token({ approval }) }),
  )

  expect(reply.peers.map(({ id }) => id)).toEqual([agent.id])
  expect(peerOf(agent, reply.self.id).edges[0]!.approval).toBe(approval)
})

const refusals: [name: string, change: (kit: Kit) => Record<string, unknown>, rule: RegExp][] = [
  ['a failed verdict', () => ({ verdict: 'failed' }), /the verdict is failed/],
  ['an undecided verdict', () => ({ verdict: 'undecided' }), /the verdict is undecided/],
  ['a verdict about another commit', () => ({ tree: { commit: '1'.repeat(40) } }), /about commit/],
  ['a verdict of a dirty tree', () => ({ tree: { commit: null } }), /about commit null/],
  ['an old tool', () => ({ tool: { version: '0.0.9' } }), /at least 0\.1\.0/],
  ['a pre-release of the tool', () => ({ tool: { version: '0.1.0-rc.1' } }), /at least 0\.1\.0/],
  ['an unknown tool', () => ({ tool: undefined }), /version unknown/],
  [
    'another policy',
    () => ({ policy: { source: 'x', digest: `sha256:${'0'.repeat(64)}` } }),
    /is not listed/,
  ],
  [
    'a scanner that did not run',
    () => ({ scanners: [{ id: 'dependencies', status: 'complete' }] }),
    /workflows must have completed/,
  ],
  [
    'a scanner that saw a part',
    () => ({
      scanners: [
        { id: 'dependencies', status: 'complete' },
        { id: 'workflows', status: 'partial' },
      ],
    }),
    /it is partial/,
  ],
  ['no advisories', () => ({ advisories: [] }), /names no set of advisories/],
  [
    'advisories of unknown age',
    () => ({ advisories: [{ source: 'npm', digest: 'x', asOf: null }] }),
    /is not known/,
  ],
  [
    'old advisories',
    (kit) => ({
      advisories: [
        { source: 'npm', digest: 'x', asOf: new Date(kit.clock.now() - 8 * 86_400_000).toISOString() },
      ],
    }),
    /may be 7d old/,
  ],
  [
    'an old verdict',
    (kit) => ({ judgedAt: new Date(kit.clock.now() - 3_700_000).toISOString() }),
    /may be 1h old/,
  ],
  [
    'a verdict from the future',
    (kit) => ({ judgedAt: new Date(kit.clock.now() + 120_000).toISOString() }),
    /may be 1h old/,
  ],
]

test.each(refusals)('%s is refused by the floor', async (_name, change, reason) => {
  const kit = await startKit()
  const runner = kit.runner()

  const asked = requestApproval(
    runner.client,
    runner.submission({ verdict: verdictOf(kit.clock.now(), change(kit)) }),
  )

  await expect(asked).rejects.toThrow(reason)
})
