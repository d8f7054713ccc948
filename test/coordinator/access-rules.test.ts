/** The registered access rules decide who reaches whom: at admission, at enrolment, and on every push. */
import { expect, test } from 'vitest'
import type { CallResult } from '../../src/api/coordinator-client.ts'
import type { PushReply, PushRequest } from '../../src/api/messages/operation.ts'
import { parseTimestamp } from '../../src/base/time.ts'
import { requestAdmission } from '../../src/mesh/control/membership.ts'
import { keyIdOf } from '../../src/trust/keys.ts'
import { type Kit, startKit } from './coordinator-kit.ts'

const WORKLOADS = '"workloads": { "github:octo/shop": { "repositoryId": "74", "ownerId": "65" } }'
const TAGS = '"tagOwners": { "tag:web": [], "tag:db": [] }'

function rules(...grants: string[]): string {
  return `{ ${WORKLOADS}, ${TAGS}, "grants": [${grants.join(', ')}] }`
}

const DEPLOY = '{ "src": ["github:octo/shop"], "dst": ["tag:web"], "ip": ["tcp:7070"] }'

async function push(kit: Kit, text: string, more: Partial<PushRequest> = {}): Promise<CallResult<PushReply>> {
  const client = kit.client(kit.admin)
  const policy = await client.call('policy', { params: undefined, body: undefined })
  const replaces = policy.kind === 'done' ? (policy.value.access?.version ?? null) : null
  const access = { text, replaces }
  const body = { environments: null, access, dryRun: false, acceptLockOut: false, ...more }
  return client.call('push', { params: undefined, body })
}

async function pushed(kit: Kit, text: string, more: Partial<PushRequest> = {}): Promise<PushReply> {
  const result = await push(kit, text, more)
  if (result.kind === 'done') return result.value
  throw new Error(result.problem.message)
}

async function logEntries(kit: Kit): Promise<{ type: string; by?: string | null; revision?: number }[]> {
  const { store } = kit.coordinator().context
  const entries = await store.read((tx) => tx.log.list(0, 1000))
  return entries.map((entry) => JSON.parse(Buffer.from(entry).toString()))
}

async function admitted(kit: Kit, claims: Record<string, unknown> = {}) {
  const runner = kit.runner()
  const token = runner.token({ claims: { environment: 'staging', ...claims } })
  const reply = await requestAdmission(runner.client, runner.admission({ token }))
  return { ...reply, runner }
}

test('a runner reaches what a grant names by its ids, and nothing else', async () => {
  const kit = await startKit()
  const web = await kit.enrol({ environment: 'staging' })
  await pushed(kit, rules(DEPLOY))

  const { peers } = await admitted(kit)

  expect(peers.map(({ id }) => id)).toEqual([web.id])
  expect(peers[0]?.edges.map(({ ports }) => ports)).toEqual([[7070]])
})

test('a rule that opens further ports gives a runner the port of deployments, which is all that agents open to it', async () => {
  const kit = await startKit()
  await kit.enrol({ environment: 'staging' })
  await pushed(kit, rules(DEPLOY.replace('"tcp:7070"', '"tcp:22", "tcp:7070", "tcp:9090"')))
  const { peers } = await admitted(kit)
  expect(peers[0]?.edges.map(({ ports }) => ports)).toEqual([[7070]])
})

test.each([
  ['another tag', DEPLOY.replace('tag:web', 'tag:db')],
  ['another port', DEPLOY.replace('7070', '22')],
  ['udp', DEPLOY.replace('tcp', 'udp')],
  ['another ref', DEPLOY.replace('}', ', "where": { "ref": ["refs/heads/other"] } }')],
  [
    'another workflow',
    DEPLOY.replace('}', ', "where": { "workflow": ["octo/x/.github/workflows/y.yml"] } }'),
  ],
  [
    'an approval that the runner has not',
    DEPLOY.replace('}', ', "approval": { "environment": "staging" } }'),
  ],
])('a grant for %s opens no way to the deployment port', async (_, grant) => {
  const kit = await startKit()
  await kit.enrol({ environment: 'staging' })
  await pushed(kit, rules(grant), { acceptLockOut: true })
  const { peers } = await admitted(kit)
  expect(peers.flatMap(({ edges }) => edges.flatMap(({ ports }) => ports))).not.toContain(7070)
})

test('a grant whose conditions the token meets opens it', async () => {
  const kit = await startKit()
  await kit.enrol({ environment: 'staging' })
  const where = '"ref": ["refs/heads/main"], "event": ["push"], "runner": ["github-hosted"]'
  const workflow = '"workflow": ["octo/ci/.github/workflows/gate.yml"]'
  await pushed(kit, rules(DEPLOY.replace('}', `, "where": { ${where}, ${workflow} } }`)))
  expect((await admitted(kit)).peers).toHaveLength(1)
})

test('ids count, not names: another repository under the same name reaches nothing', async () => {
  const kit = await startKit()
  await kit.enrol({ environment: 'staging' })
  await pushed(kit, rules(DEPLOY).replace('"74"', '"75"'))
  expect((await admitted(kit)).peers).toEqual([])
})

test('a grant shortens the lease, and another without a limit lifts that', async () => {
  const kit = await startKit()
  await kit.enrol({ environment: 'staging' })
  const short = DEPLOY.replace('}', ', "maxLease": "5m" }')
  await pushed(kit, rules(short))
  const minutes = async () => {
    const { lease } = await admitted(kit)
    return (parseTimestamp(lease.end) - parseTimestamp(lease.start)) / 60_000
  }
  expect(await minutes()).toBe(5)
  await pushed(kit, rules(short, DEPLOY))
  expect(await minutes()).toBe(30)
})

test('agents reach each other as rules say, also those that come later, and only one way', async () => {
  const kit = await startKit()
  await kit.enrol({ name: 'web-1', environment: 'staging' })
  await pushed(kit, rules(DEPLOY, '{ "src": ["tag:web"], "dst": ["tag:web"], "ip": ["tcp:5432"] }'))
  const second = await kit.connect(await kit.enrol({ name: 'web-2', environment: 'staging' }))
  const edges = [...second.session.map!.peers.values()].flatMap((peer) =>
    peer.edges.map(({ direction, ports }) => `${peer.name} ${direction} ${ports}`),
  )
  expect(edges.sort()).toEqual(['web-1 in 5432', 'web-1 out 5432'])
})

test('a push ends at once, on every agent, what it does not allow any more', async () => {
  const kit = await startKit()
  const web = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const other = await kit.connect(await kit.enrol({ name: 'other', environment: 'production' }))
  await pushed(kit, rules(DEPLOY))
  const { self } = await admitted(kit)
  await web.until(({ changed }) => changed.some(({ id }) => id === self.id))
  const before = other.changes.length

  const reply = await pushed(
    kit,
    rules('{ "src": ["github:octo/shop"], "dst": ["tag:db"], "ip": ["tcp:7070"] }'),
    {
      acceptLockOut: true,
    },
  )

  expect(reply.edges).toEqual({ added: 0, removed: 2 })
  await web.until(({ removed }) => removed.includes(self.id))
  expect(reply.lockedOut.sort()).toEqual(['other', 'web-1'])
  await expect.poll(() => other.changes.slice(before).flatMap(({ removed }) => removed)).toEqual([self.id])
})

test('the same rules again change no edge', async () => {
  const kit = await startKit()
  await kit.enrol({ environment: 'staging' })
  await pushed(kit, rules(DEPLOY))
  await admitted(kit)
  expect((await pushed(kit, `${rules(DEPLOY)} // a comment`)).edges).toEqual({ added: 0, removed: 0 })
})

test('a dry run says what would happen, and nothing happens', async () => {
  const kit = await startKit()
  await kit.enrol({ environment: 'staging' })
  await admitted(kit)
  const before = await logEntries(kit)
  const dry = await pushed(kit, rules(DEPLOY.replace('tag:web', 'tag:db')), {
    dryRun: true,
    acceptLockOut: true,
  })
  expect(dry).toMatchObject({ access: { version: 1 }, edges: { removed: 1 }, lockedOut: ['web-1'] })
  expect(await logEntries(kit)).toEqual(before)
  expect((await admitted(kit)).peers).toHaveLength(1)
})

test('a push that cuts an agent off from every workload needs the flag', async () => {
  const kit = await startKit()
  await kit.enrol({ environment: 'staging' })
  const refused = await push(kit, rules())
  expect(refused).toMatchObject({ kind: 'refused', problem: { kind: 'refused', rule: 'access.hujson' } })
  expect((await pushed(kit, rules(), { acceptLockOut: true })).lockedOut).toEqual(['web-1'])
})

test.each([
  [
    'a rule that is wrong',
    rules('{ "src": ["tag:nobody"], "dst": ["tag:web"], "ip": ["*"] }'),
    /access.hujson:1:\d+.*tag:nobody/,
  ],
  [
    'a test that fails',
    rules(DEPLOY).replace(/}$/, ', "tests": [{ "src": "tag:db", "accept": ["tag:web:22"] }] }'),
    /test\(s\) failed/,
  ],
])('%s is refused with its place, and environments.yml in the same push is not registered', async (_, text, why) => {
  const kit = await startKit()
  const { store } = kit.coordinator().context
  const current = await store.read((tx) => tx.environments.current())
  const environments = { text: `${current!.text}\n# changed`, replaces: current!.version }
  const result = await push(kit, text, { environments })
  expect(result).toMatchObject({
    kind: 'refused',
    problem: { kind: 'malformed', message: expect.stringMatching(why) },
  })
  expect((await store.read((tx) => tx.environments.current()))?.version).toBe(current!.version)
})

test('two pushes of the same version: the second is told, and loses nothing', async () => {
  const kit = await startKit()
  await pushed(kit, rules(DEPLOY))
  const late = { access: { text: rules(), replaces: null } }
  expect(await push(kit, rules(), late)).toMatchObject({ kind: 'refused', problem: { kind: 'conflict' } })
})

test('who pushed stands in the log, and every version is kept', async () => {
  const kit = await startKit()
  await pushed(kit, rules(DEPLOY))
  await pushed(kit, rules(DEPLOY, DEPLOY))
  const entries = (await logEntries(kit)).filter(({ type }) => type === 'access-rules')
  const by = keyIdOf(kit.admin.publicKey)
  expect(entries).toMatchObject([
    { revision: 1, by },
    { revision: 2, by },
  ])
})
