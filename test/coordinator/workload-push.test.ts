/** Policy pushed from a pipeline: by whom environments.yml names, for these files alone, once, and never backwards. */
import { expect, test } from 'vitest'
import type { WorkloadPushRequest } from '../../src/api/messages/operation.ts'
import { encodeBase64url, encodeUtf8 } from '../../src/base/bytes.ts'
import { sha256 } from '../../src/base/digest.ts'
import { HOUR, MINUTE } from '../../src/base/time.ts'
import { parseEnvironments } from '../../src/coordinator/environments/environments-file.ts'
import { findLoosenings } from '../../src/coordinator/environments/loosening.ts'
import { unwrap } from '../../src/mesh/control/membership.ts'
import { type PushBinding, pushAudience } from '../../src/trust/audience.ts'
import { environmentsText, type Kit, newKeys, startKit } from './coordinator-kit.ts'

const WORKFLOW = 'octo/ops/.github/workflows/push.yml'
const PUSHERS = (issuer: string) => `
pushers:
  - issuer: ${issuer}
    repositoryId: "80"
    ownerId: "65"
    refs: [refs/heads/main]
    workflow: ${WORKFLOW}
`
const withPushers = (text: string) => `${text}${PUSHERS('https://token.example')}`
const CLAIMS = {
  repository_id: '80',
  repository: 'octo/ops',
  environment: undefined,
  job_workflow_ref: `${WORKFLOW}@refs/heads/main`,
  job_workflow_sha: 'e'.repeat(40),
  run_id: '500',
}
const RULES = '{ "tagOwners": { "tag:web": [] }, "acls": [] } // one'
const OTHER_RULES = RULES.replace('one', 'two')
const none = { params: undefined, body: undefined }

interface Change {
  readonly claims?: Record<string, unknown>
  readonly binding?: Partial<PushBinding>
  readonly body?: Partial<WorkloadPushRequest>
  readonly ageMs?: number
}

function makeRequest(
  kit: Kit,
  access: string | null,
  { claims = {}, binding = {}, body = {}, ageMs = 0 }: Change = {},
) {
  const { identity } = newKeys()
  const audience = pushAudience({
    coordinatorId: kit.coordinator().coordinatorId,
    environments: undefined,
    access: access === null ? undefined : sha256(encodeUtf8(access)),
    acceptLockOut: true,
    ...binding,
  })
  const request: WorkloadPushRequest = {
    machineKey: encodeBase64url(identity.publicKey),
    token: kit.issuer.mintWorkload({
      audience,
      now: kit.clock.now() - ageMs,
      claims: { ...CLAIMS, ...claims },
    }),
    environments: null,
    access,
    dryRun: false,
    acceptLockOut: true,
    ...body,
  }
  return { request, client: kit.client(identity) }
}

async function push(kit: Kit, access: string | null, change: Change = {}) {
  const { request, client } = makeRequest(kit, access, change)
  return client.call('pushByWorkload', { params: undefined, body: request })
}

const registered = async (kit: Kit) =>
  unwrap(await kit.client(kit.admin).call('policy', none), 'REQUEST_REFUSED').access?.version ?? null

async function lastEntries(kit: Kit, count: number): Promise<Record<string, unknown>[]> {
  const entries = await kit.coordinator().context.store.read((tx) => tx.log.list(0, 1000))
  return entries.slice(-count).map((entry) => JSON.parse(Buffer.from(entry).toString()))
}

test('a pipeline that is listed pushes with a token of these files, and the log says which run it was', async () => {
  const kit = await startKit({ environments: withPushers })
  expect(await push(kit, RULES)).toMatchObject({ kind: 'done', value: { access: { version: 1 } } })
  expect(await lastEntries(kit, 2)).toMatchObject([
    {
      type: 'policy-push',
      repositoryId: '80',
      runId: '500',
      environments: null,
      access: expect.stringMatching(/^sha256:/),
    },
    { type: 'access-rules', revision: 1 },
  ])
})

test.each<[what: string, change: Change, kind: string]>([
  ['for other rules', { binding: { access: sha256(encodeUtf8(OTHER_RULES)) } }, 'untrusted'],
  ['for more than what is sent', { binding: { environments: new Uint8Array(32) } }, 'untrusted'],
  ['for another coordinator', { binding: { coordinatorId: 'D'.repeat(43) } }, 'untrusted'],
  ['without the word that agents may be cut off', { binding: { acceptLockOut: false } }, 'untrusted'],
  ['that is old', { ageMs: 11 * MINUTE }, 'untrusted'],
  ['of the future', { ageMs: -2 * MINUTE }, 'untrusted'],
  ['of another repository', { claims: { repository_id: '74' } }, 'untrusted'],
  ['of another owner', { claims: { repository_owner_id: '66' } }, 'untrusted'],
  ['of a branch', { claims: { ref: 'refs/heads/mine' } }, 'refused'],
  ['of a ref that is not protected', { claims: { ref_protected: 'false' } }, 'refused'],
  ['of a pull request', { claims: { event_name: 'pull_request' } }, 'refused'],
  ['of a runner of one’s own', { claims: { runner_environment: 'self-hosted' } }, 'refused'],
  [
    'of another workflow',
    { claims: { job_workflow_ref: 'octo/ops/.github/workflows/x.yml@refs/heads/main' } },
    'refused',
  ],
  ['that names no workflow', { claims: { job_workflow_ref: undefined } }, 'refused'],
  ['that names no run', { claims: { run_id: undefined } }, 'refused'],
])('a token %s pushes nothing', async (_what, change, kind) => {
  const kit = await startKit({ environments: withPushers })
  expect(await push(kit, RULES, change)).toMatchObject({ kind: 'refused', problem: { kind } })
  expect(await registered(kit)).toBeNull()
})

test('where nobody is listed, nobody pushes; a deploying job does not either', async () => {
  const kit = await startKit()
  expect(await push(kit, RULES)).toMatchObject({ problem: { kind: 'untrusted' } })
})

test('a dry run changes nothing and does not use the token up', async () => {
  const kit = await startKit({ environments: withPushers })
  const { request, client } = makeRequest(kit, RULES)
  const call = (dryRun: boolean) =>
    client.call('pushByWorkload', { params: undefined, body: { ...request, dryRun } })
  expect(await call(true)).toMatchObject({ kind: 'done', value: { access: { version: 1 } } })
  expect(await registered(kit)).toBeNull()
  expect(await call(false)).toMatchObject({ kind: 'done', value: { access: { version: 1 } } })
})

test('a token is used once: again it changes nothing, and after another push it is refused', async () => {
  const kit = await startKit({ environments: withPushers })
  const { request, client } = makeRequest(kit, RULES)
  const call = () => client.call('pushByWorkload', { params: undefined, body: request })
  await call()
  // The reply was lost.
  expect(await call()).toMatchObject({ kind: 'done', value: { access: null } })
  await push(kit, OTHER_RULES, { claims: { run_id: '501' } })
  expect(await call()).toMatchObject({ kind: 'refused', problem: { kind: 'replayed' } })
  expect(await registered(kit)).toBe(2)
})

test('a re-run of an older run is no way back', async () => {
  const kit = await startKit({ environments: withPushers })
  await push(kit, RULES, { claims: { run_id: '501' } })
  expect(await push(kit, OTHER_RULES, { claims: { run_id: '500' } })).toMatchObject({
    kind: 'refused',
    problem: { claim: 'run_id', message: expect.stringContaining('older') },
  })
  expect((await push(kit, OTHER_RULES, { claims: { run_id: '501' } })).kind).toBe('done')
})

test('tests of the rules run first, and what is wrong has its place', async () => {
  const kit = await startKit({ environments: withPushers })
  const failing =
    '{ "tagOwners": { "tag:web": [] }, "acls": [],\n "tests": [{ "src": "tag:web", "accept": ["tag:web:22"] }] }'
  expect(await push(kit, failing)).toMatchObject({
    kind: 'refused',
    problem: { kind: 'malformed', message: expect.stringMatching(/access\.hujson:2:/) },
  })
  expect(await registered(kit)).toBeNull()
})

test('a pipeline that would lock itself out is warned, and needs to say that it means it', async () => {
  const kit = await startKit({ environments: withPushers })
  const environments = environmentsText(kit.issuer.url)
  const of = (acceptLockOut: boolean) => {
    const { request, client } = makeRequest(kit, null, {
      binding: { environments: sha256(encodeUtf8(environments)), acceptLockOut },
      body: { environments, acceptLockOut },
    })
    return client.call('pushByWorkload', { params: undefined, body: request })
  }
  expect(await of(false)).toMatchObject({
    problem: { message: expect.stringContaining('could not push any more') },
  })
  expect((await of(true)).kind).toBe('done')
})

test('who may push is a loosening of every environment with a quorum; one pusher less is none', () => {
  const text = (pushers: string) =>
    parseEnvironments(
      environmentsText('https://token.example').replace('  production:\n', '  production:\n    quorum: 1\n') +
        pushers,
      'environments.yml',
    )
  const pushers = PUSHERS('https://token.example')
  const what = (before: string, after: string) =>
    findLoosenings(text(before), text(after)).map((each) => each.what)
  expect(what('', pushers)).toEqual(['pushers[0]'])
  expect(what(pushers, pushers.replace('main', 'other'))).toEqual(['pushers[0]'])
  expect(what(pushers, pushers)).toEqual([])
  expect(what(pushers, '')).toEqual([])
})

test('a stolen token is worth nothing after an hour, whatever happened', async () => {
  const kit = await startKit({ environments: withPushers })
  const { request, client } = makeRequest(kit, RULES)
  kit.clock.move(HOUR)
  const late = await client.call('pushByWorkload', { params: undefined, body: request })
  expect(late).toMatchObject({ kind: 'refused', problem: { kind: 'untrusted' } })
})
