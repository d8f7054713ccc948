/** What stands around an approval: quorum, freeze, order of runs, promotion, sources, receipts. */
import { expect, test } from 'vitest'
import { decodeBase64, encodeUtf8 } from '../../src/base/bytes.ts'
import type { Ed25519KeyPair } from '../../src/base/ed25519.ts'
import { formatTimestamp, HOUR, type Timestamp } from '../../src/base/time.ts'
import {
  completeApproval,
  fetchLatestApproval,
  requestApproval,
  submitReceipt,
} from '../../src/mesh/control/membership.ts'
import { personNonce } from '../../src/trust/audience.ts'
import type { Envelope } from '../../src/trust/dsse.ts'
import { type ReceiptContent, signReceipt } from '../../src/trust/receipt.ts'
import { ARTIFACT_DIGEST, type Kit, newKeys, type Runner, startKit } from './coordinator-kit.ts'

function receiptOf(
  kit: Kit,
  approval: string,
  machine: Ed25519KeyPair,
  changes: Partial<ReceiptContent> = {},
) {
  const content: ReceiptContent = {
    artifactName: 'shop.tar.gz',
    artifactSha256: ARTIFACT_DIGEST.slice('sha256:'.length),
    deployment: 'd-1',
    application: 'shop',
    environment: 'staging',
    kind: 'deploy',
    approval,
    sequence: 1,
    outcome: 'committed',
    previous: null,
    finishedAt: formatTimestamp(kit.clock.now()),
    sameUser: false,
    anyWorkflow: false,
    ...changes,
  }
  return signReceipt(content, machine)
}

const inProduction = (line: string) => (text: string) =>
  text.replace('  production:\n', `  production:\n    ${line}\n`)

async function approve(
  kit: Kit,
  runner: Runner,
  claims: Record<string, unknown> = {},
  environment = 'production',
) {
  const all = { environment, ...claims }
  const submitted = await requestApproval(
    runner.client,
    runner.submission({ environment, token: runner.token({ claims: all }) }),
  )
  const statements = submitted.statements.map(decodeBase64)
  const tokens = statements.map((statement) => runner.statementToken(statement, all))
  const reply = await completeApproval(runner.client, submitted.submission, tokens)
  const { digest } = (
    await kit.coordinator().context.store.read((tx) => tx.submissions.listStatements(submitted.submission))
  )[0]!
  return { reply, digest, statements, submitted, tokens }
}

function vote(
  kit: Kit,
  statement: Uint8Array,
  digest: string,
  subject: string,
  nonce = personNonce(statement),
) {
  const token = kit.issuer.mint({
    audience: 'sallyport-login',
    now: kit.clock.now(),
    claims: { sub: subject, nonce },
  })
  return kit.client(newKeys().identity).call('vote', { params: { digest }, body: { token } })
}

test('a quorum waits for distinct people, and neither the actor nor a stranger nor another nonce counts', async () => {
  const kit = await startKit({ environments: inProduction('quorum: 2') })
  const runner = kit.runner()
  const { reply, digest, statements, submitted, tokens } = await approve(kit, runner)
  const statement = statements[0]!
  expect(reply).toMatchObject({ kind: 'waiting', wanted: 2, given: 0 })

  expect((await vote(kit, statement, digest, 'octocat-subject')).kind).toBe('refused')
  expect((await vote(kit, statement, digest, 'stranger')).kind).toBe('refused')
  expect((await vote(kit, statement, digest, 'ann-subject', personNonce(encodeUtf8('other')))).kind).toBe(
    'refused',
  )
  expect(await vote(kit, statement, digest, 'ann-subject')).toMatchObject({ value: { given: 1, wanted: 2 } })
  expect(await vote(kit, statement, digest, 'ann-subject')).toMatchObject({ value: { given: 1, wanted: 2 } })
  expect((await completeApproval(runner.client, submitted.submission, tokens)).kind).toBe('waiting')
  expect(await vote(kit, statement, digest, 'bob-subject')).toMatchObject({ value: { given: 2, wanted: 2 } })

  const signed = await completeApproval(runner.client, submitted.submission, tokens)
  if (signed.kind !== 'signed') throw new Error('still waiting')
  expect(JSON.parse(signed.approvals[0]!).people).toHaveLength(2)
})

test('a frozen environment approves nothing', async () => {
  const now = Date.now()
  const at = (ms: number) => formatTimestamp((now + ms) as Timestamp)
  const kit = await startKit({
    environments: inProduction(`freezes: [{ from: ${at(-HOUR)}, until: ${at(HOUR)}, reason: holidays }]`),
  })
  const runner = kit.runner()
  await expect(requestApproval(runner.client, runner.submission())).rejects.toThrow(
    /production is frozen until .*: holidays/,
  )
})

test('a run that is older than the newest approved one is refused, a re-run of the newest is not', async () => {
  const kit = await startKit()
  await approve(kit, kit.runner(), { run_id: '2000' })
  await expect(approve(kit, kit.runner(), { run_id: '1999' })).rejects.toThrow(
    /run 1999 is older than run 2000/,
  )
  await expect(approve(kit, kit.runner(), { run_id: '999' })).rejects.toThrow(/older/)
  expect((await approve(kit, kit.runner(), { run_id: '2000', run_attempt: '2' })).reply.kind).toBe('signed')
})

test('an artifact that is only on the runner is refused while no agent is there to pull it', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const [artifact] = runner.submission().artifacts
  const artifacts = [{ ...artifact!, locations: ['mesh:runner'] }]
  await expect(requestApproval(runner.client, runner.submission({ artifacts }))).rejects.toThrow(
    /no agent of shop in production is connected/,
  )
  await kit.connect(await kit.enrol())
  expect((await requestApproval(runner.client, runner.submission({ artifacts }))).statements).toHaveLength(1)
})

test('promotion demands a committed receipt of the same artifact, signed by an agent of that environment', async () => {
  const kit = await startKit({ environments: inProduction('after: staging') })
  const agent = await kit.enrol({ environment: 'staging' })
  const { digest } = await approve(kit, kit.runner(), {}, 'staging')
  await expect(approve(kit, kit.runner())).rejects.toThrow(
    `${ARTIFACT_DIGEST} has no committed receipt in staging`,
  )
  await submitReceipt(agent.client, receiptOf(kit, digest, agent.identity, { outcome: 'rolled-back' }))
  await expect(approve(kit, kit.runner())).rejects.toThrow(/no committed receipt/)

  const receipt = receiptOf(kit, digest, agent.identity)
  const first = await submitReceipt(agent.client, receipt)

  expect(await submitReceipt(agent.client, receipt)).toEqual(first)
  expect((await approve(kit, kit.runner())).reply.kind).toBe('signed')
})

test('a receipt by another key, about another artifact, or for an approval of others is refused', async () => {
  const kit = await startKit()
  const agent = await kit.enrol({ environment: 'staging' })
  const { digest } = await approve(kit, kit.runner(), {}, 'staging')
  const foreign = (await approve(kit, kit.runner())).digest
  const wrong: [receipt: Envelope, said: RegExp][] = [
    [receiptOf(kit, digest, newKeys().identity), /not a receipt of this agent/],
    [receiptOf(kit, digest, agent.identity, { artifactSha256: '0'.repeat(64) }), /no approval/],
    [receiptOf(kit, foreign, agent.identity), /no approval/],
    [receiptOf(kit, foreign, agent.identity, { environment: 'production' }), /no approval/],
  ]
  for (const [receipt, said] of wrong)
    await expect(submitReceipt(agent.client, receipt)).rejects.toThrow(said)
})

test('an agent that polls gets the newest approval of its own applications, and of no others', async () => {
  const kit = await startKit()
  const agent = await kit.enrol({ environment: 'staging' })
  expect(await fetchLatestApproval(agent.client, 'shop')).toBeNull()
  await approve(kit, kit.runner(), {}, 'production')
  expect(await fetchLatestApproval(agent.client, 'shop')).toBeNull()
  await approve(kit, kit.runner(), {}, 'staging')
  expect(JSON.parse((await fetchLatestApproval(agent.client, 'shop'))!)).toMatchObject({ version: 1 })
  await expect(fetchLatestApproval(agent.client, 'blog')).rejects.toThrow('not-found')
})

test('signing again with another good token is refused: one token fits one statement, and it was spent', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const { submitted, statements } = await approve(kit, runner)
  const other = [runner.statementToken(statements[0]!)]
  await expect(completeApproval(runner.client, submitted.submission, other)).rejects.toThrow(/^replayed/)
})

test('only the machine key that submitted may have it signed', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const submitted = await requestApproval(runner.client, runner.submission())
  const tokens = [runner.statementToken(decodeBase64(submitted.statements[0]!))]
  await expect(completeApproval(kit.runner().client, submitted.submission, tokens)).rejects.toThrow(
    /^untrusted/,
  )
})

test('a submission whose time is over is not signed', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const submitted = await requestApproval(runner.client, runner.submission())
  kit.clock.move(16 * 60_000)
  const tokens = [runner.statementToken(decodeBase64(submitted.statements[0]!))]
  await expect(completeApproval(runner.client, submitted.submission, tokens)).rejects.toThrow(/has expired/)
})
