/** Every refusal of an admission: one thing is wrong, everything else is valid. */
import { expect, test } from 'vitest'
import { decodeBase64 } from '../../src/base/bytes.ts'
import { completeApproval, requestAdmission, requestApproval } from '../../src/mesh/control/membership.ts'
import { admissionAudience } from '../../src/trust/audience.ts'
import { type Kit, newKeys, type Runner, startKit } from './coordinator-kit.ts'

const staging = { environment: 'staging' }

const claims: [name: string, claims: Record<string, unknown>, said: RegExp][] = [
  ['an event that a stranger triggers', { event_name: 'pull_request' }, /refused: rules\[0\]: "event_name"/],
  ['pull_request_target', { event_name: 'pull_request_target' }, /"event_name"/],
  ['workflow_run', { event_name: 'workflow_run' }, /"event_name"/],
  ['issue_comment', { event_name: 'issue_comment' }, /"event_name"/],
  ['a ref that is not listed', { ref: 'refs/heads/feature' }, /"ref"/],
  ['a ref in another case', { ref: 'refs/heads/Main' }, /"ref"/],
  ['a ref that is not protected', { ref_protected: 'false' }, /"ref_protected"/],
  ['another workflow commit', { job_workflow_sha: 'e'.repeat(40) }, /"job_workflow_sha"/],
  [
    'another workflow path',
    { job_workflow_ref: 'octo/ci/.github/workflows/other.yml@refs/tags/v1' },
    /"job_workflow_ref"/,
  ],
  ['a self-hosted runner', { runner_environment: 'self-hosted' }, /"runner_environment"/],
  ['another environment than is asked for', { environment: 'production' }, /"environment"/],
  ['no environment', { environment: undefined }, /no claim "environment"/],
  ['no event', { event_name: undefined }, /no claim "event_name"/],
  ['no ref protection', { ref_protected: undefined }, /no claim "ref_protected"/],
  ['no workflow commit', { job_workflow_sha: undefined }, /no claim "job_workflow_sha"/],
  ['another repository', { repository_id: '75' }, /^untrusted: untrusted$/],
  ['another owner', { repository_owner_id: '66' }, /^untrusted: untrusted$/],
  ['no repository id', { repository_id: undefined }, /^untrusted: untrusted$/],
  ['another issuer', { iss: 'https://other.example' }, /^untrusted: untrusted$/],
  ['a shared audience', { aud: 'https://coordinator.example' }, /^untrusted: untrusted$/],
  ['a token without jti', { jti: undefined }, /^untrusted: untrusted$/],
  [
    'a token that is eleven minutes old',
    { iat: Math.floor(Date.now() / 1000) - 660 },
    /^untrusted: untrusted$/,
  ],
  ['a token from the future', { iat: Math.floor(Date.now() / 1000) + 120 }, /^untrusted: untrusted$/],
]

test('a token that does not fit the rules is refused, naming rule and claim to whom we know only', async () => {
  const kit = await startKit()
  for (const [name, changed, said] of claims) {
    const runner = kit.runner()
    const token = runner.token({ claims: { ...staging, ...changed } })
    await expect(requestAdmission(runner.client, runner.admission({ token })), name).rejects.toThrow(said)
  }
})

const headers: [name: string, header: Record<string, unknown>][] = [
  ['jku', { jku: 'https://evil.example/jwks' }],
  ['x5u', { x5u: 'https://evil.example/x5' }],
  ['jwk', { jwk: {} }],
  ['crit', { crit: ['exp'] }],
  ['alg none', { alg: 'none' }],
  ['HS256', { alg: 'HS256' }],
  ['an unknown key id', { kid: 'nobody' }],
]

test('a token whose header is not as it must be is a stranger’s', async () => {
  const kit = await startKit()
  for (const [name, header] of headers) {
    const runner = kit.runner()
    const token = runner.token({ claims: staging, header })
    await expect(requestAdmission(runner.client, runner.admission({ token })), name).rejects.toThrow(
      /^untrusted: untrusted$/,
    )
  }
})

test('a token bound to other keys is refused: alone it is worth nothing', async () => {
  const kit = await startKit()
  const victim = kit.runner()
  const thief = kit.runner()
  const asked = requestAdmission(thief.client, thief.admission({ token: victim.token({ claims: staging }) }))
  await expect(asked).rejects.toThrow('untrusted')
})

test('a token bound to the same machine key but another WireGuard key is refused', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const keys = { ...runner.keys, wireguard: newKeys().keys.wireguard }
  await expect(requestAdmission(runner.client, runner.admission({ keys }))).rejects.toThrow('untrusted')
})

test('the same jti with the same keys gets the same lease again', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const ask = runner.admission()
  const first = await requestAdmission(runner.client, ask)
  const again = await requestAdmission(runner.client, ask)
  expect(again).toEqual(first)
  expect(await nodeCount(kit)).toBe(1)
})

test('the same jti with other keys is refused', async () => {
  const kit = await startKit()
  const first = kit.runner()
  await requestAdmission(
    first.client,
    first.admission({ token: first.token({ claims: { ...staging, jti: 'one' } }) }),
  )
  const second = kit.runner()
  const token = second.token({ claims: { ...staging, jti: 'one' } })
  await expect(requestAdmission(second.client, second.admission({ token }))).rejects.toThrow(/^replayed/)
})

test('a jti spent on a submission opens no tunnel', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const token = runner.token({ claims: { ...staging } })
  const verdict = runner.submission({ token, environment: 'staging' })
  await requestApproval(runner.client, verdict)
  await expect(requestAdmission(runner.client, runner.admission({ token }))).rejects.toThrow(/^replayed/)
})

test('two requests with one token at once make one node', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const ask = runner.admission()
  const [a, b] = await Promise.all([
    requestAdmission(runner.client, ask),
    requestAdmission(runner.client, ask),
  ])
  expect(a.self).toEqual(b.self)
  expect(await nodeCount(kit)).toBe(1)
})

test('an environment that wants an approval refuses a runner without, and one that is not ours', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const none = runner.admission({ environment: 'production', token: runner.token() })
  await expect(requestAdmission(runner.client, none)).rejects.toThrow(/must come with an approval/)
  const approval = `sha256:${'1'.repeat(64)}`
  const unknown = runner.admission({ environment: 'production', approval, token: runner.token({ approval }) })
  await expect(requestAdmission(runner.client, unknown)).rejects.toThrow(/is not one of ours/)
})

test('an approval that is reserved but not signed opens no tunnel, nor one that was revoked', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const submitted = await requestApproval(runner.client, runner.submission())
  const { digest } = (await statementsOf(kit, submitted.submission))[0]!
  const ask = () =>
    runner.admission({
      environment: 'production',
      approval: digest,
      token: runner.token({ approval: digest }),
    })
  await expect(requestAdmission(runner.client, ask())).rejects.toThrow(/is not signed yet/)
  await sign(runner, submitted)
  const admin = kit.client(kit.admin)
  await admin.call('revokeApproval', { params: { digest }, body: {} })
  await expect(requestAdmission(runner.client, ask())).rejects.toThrow(/was revoked/)
})

test('a runner waits for its agents no longer than it must, and is told who did not answer, and who refuses', async () => {
  const kit = await startKit({ acknowledgeMs: 300 })
  await kit.enrol({ name: 'away', environment: 'staging' })
  await kit.connect(await kit.enrol({ name: 'deaf', environment: 'staging' }), { silent: true })
  await kit.connect(await kit.enrol({ name: 'proud', environment: 'staging' }), {
    refuse: ({ changed }) => changed.map(({ id }) => ({ node: id, reason: 'rules[0]: "ref"' })),
  })
  const runner = kit.runner()
  const reply = await requestAdmission(runner.client, runner.admission())
  expect([...reply.unacknowledged].sort()).toEqual(['away', 'deaf'])
  expect(reply.refused).toEqual([{ name: 'proud', reason: 'rules[0]: "ref"' }])
})

test('agents of another environment or application hear nothing of a runner', async () => {
  const kit = await startKit()
  const other = await kit.connect(await kit.enrol({ name: 'other', environment: 'production' }))
  const foreign = await kit.connect(
    await kit.enrol({ name: 'foreign', application: 'blog', environment: 'staging' }),
  )
  const runner = kit.runner()
  const reply = await requestAdmission(runner.client, runner.admission())
  expect(reply.peers).toEqual([])
  for (const agent of [other, foreign]) expect(JSON.stringify(agent.changes)).not.toContain(reply.self.id)
})

test('refusals of known principals are logged by rule and claim; strangers are only counted', async () => {
  const kit = await startKit()
  const known = kit.runner()
  const stranger = kit.runner()
  const wrong = known.admission({ token: known.token({ claims: { ...staging, ref: 'refs/heads/x' } }) })
  const unknown = stranger.admission({
    token: stranger.token({ claims: { ...staging, repository_id: '9' } }),
  })
  await expect(requestAdmission(known.client, wrong)).rejects.toThrow()
  await expect(requestAdmission(stranger.client, unknown)).rejects.toThrow()
  const { context } = kit.coordinator()
  const entries = (await context.store.read((tx) => tx.log.list(0, 100))).map((entry) =>
    JSON.parse(Buffer.from(entry).toString()),
  )
  expect(entries.filter(({ type }) => type === 'refusal')).toMatchObject([
    { repositoryId: '74', rule: 'rules[0]', claim: 'ref' },
  ])
  expect(context.refusals.take()).toBe(1)
})

test('the audience of another coordinator is refused', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const audience = admissionAudience({
    coordinatorId: 'A'.repeat(43),
    wireguardKey: runner.keys.wireguard,
    machineKey: runner.keys.machine,
  })
  const token = kit.issuer.mintWorkload({ now: kit.clock.now(), audience, claims: staging })
  await expect(requestAdmission(runner.client, runner.admission({ token }))).rejects.toThrow('untrusted')
})

async function nodeCount(kit: Kit): Promise<number> {
  return kit.coordinator().context.store.read((tx) => tx.nodes.count('runner'))
}

function statementsOf(kit: Kit, submission: string) {
  return kit.coordinator().context.store.read((tx) => tx.submissions.listStatements(submission))
}

async function sign(runner: Runner, submitted: { submission: string; statements: string[] }): Promise<void> {
  const tokens = submitted.statements.map((statement) => runner.statementToken(decodeBase64(statement)))
  await completeApproval(runner.client, submitted.submission, tokens)
}
