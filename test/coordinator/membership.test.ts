import { expect, test } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../src/base/time.ts'
import { createEnrolmentSecret } from '../../src/coordinator/nodes/enrolment.ts'
import { endExpiredLeases } from '../../src/coordinator/nodes/membership.ts'
import { enrolAgent, leave, requestAdmission } from '../../src/mesh/control/membership.ts'
import { type Kit, newKeys, startKit } from './coordinator-kit.ts'

function secretOf(kit: Kit, lifetimeMs: number = HOUR) {
  const bound = { tags: ['tag:web'], applications: ['shop'], environment: 'production' }
  return createEnrolmentSecret(kit.coordinator().context, { ...bound, lifetimeMs })
}

function enrolWith(kit: Kit, secret: string) {
  const { identity, keys } = newKeys()
  return enrolAgent(kit.client(identity), { secret, keys, name: 'web-1', port: 7070 })
}

test('an agent is bound to what its secret was made for', async () => {
  const kit = await startKit()
  const { secret } = await secretOf(kit)
  const { self } = await enrolWith(kit, secret)
  expect(self).toMatchObject({
    kind: 'agent',
    name: 'web-1',
    tags: ['tag:web'],
    applications: ['shop'],
    environment: 'production',
    lease: null,
  })
})

test('two that race with one secret: one joins', async () => {
  const kit = await startKit()
  const { secret } = await secretOf(kit)
  const results = await Promise.allSettled([1, 2, 3, 4].map(() => enrolWith(kit, secret)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('two that register one machine key at once, each with a secret of its own: one joins', async () => {
  const kit = await startKit()
  const { identity, keys } = newKeys()
  const bound = { tags: [], applications: ['shop'], environment: 'staging', lifetimeMs: HOUR }
  const enrolWith = async (name: string) => {
    const { secret } = await createEnrolmentSecret(kit.coordinator().context, bound)
    return () => enrolAgent(kit.client(identity), { secret, keys, name, port: 7070 })
  }
  const both = [await enrolWith('one'), await enrolWith('other')]
  const results = await Promise.allSettled(both.map((enrol) => enrol()))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const nodes = await kit.coordinator().context.store.read((tx) => tx.nodes.list())
  expect(nodes).toHaveLength(1)
  // The secret of the one that was refused is not spent.
  const unused = await kit
    .coordinator()
    .context.store.write('count', (tx) => tx.enrolments.voidUnused(kit.clock.now()))
  expect(unused).toBe(1)
})

test('a secret that was used, is late, or was never made gets one and the same answer', async () => {
  const kit = await startKit()
  const used = (await secretOf(kit)).secret
  await enrolWith(kit, used)
  const late = (await secretOf(kit, 90 * SECOND)).secret
  kit.clock.move(91 * SECOND)
  const said = await Promise.all(
    [used, late, `sallyport-enrol-v1:${'A'.repeat(43)}`].map((secret) =>
      enrolWith(kit, secret).catch((error) => error.message),
    ),
  )
  expect(new Set(said)).toEqual(new Set(['untrusted: this enrolment secret is not valid (any more)']))
})

test('a secret lives an hour at most, whatever was asked', async () => {
  const kit = await startKit()
  const { expiresAt } = await secretOf(kit, 24 * HOUR)
  expect(expiresAt - kit.clock.now()).toBeLessThanOrEqual(HOUR)
})

test('the store holds no secret, only its hash', async () => {
  const kit = await startKit()
  const { secret } = await secretOf(kit)
  const files = await Promise.all(
    ['store.sqlite', 'store.sqlite-wal'].map((name) => readIfThere(`${kit.folder}/${name}`)),
  )
  expect(Buffer.concat(files).includes(secret)).toBe(false)
  expect(Buffer.concat(files).includes(secret.split(':')[1]!)).toBe(false)
})

test('a key that was revoked never comes back', async () => {
  const kit = await startKit()
  const agent = await kit.enrol()
  const admin = kit.client(kit.admin)
  await admin.call('revokeNode', { params: { id: agent.id }, body: {} })
  const { secret } = await secretOf(kit)
  const again = enrolAgent(agent.client, { secret, keys: agent.keys, name: 'web-1', port: 7070 })
  await expect(again).rejects.toThrow(/^conflict/)
})

test('revocation ends the open stream at once, and the agent stays away', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol())
  await kit.client(kit.admin).call('revokeNode', { params: { id: agent.id }, body: {} })
  expect(await agent.session.ended).toBe('revoked')
})

test('a runner that leaves is dropped by its agents, and its name is free', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const runner = kit.runner()
  const { self } = await requestAdmission(runner.client, runner.admission())
  await leave(runner.client)
  await agent.until(({ removed }) => removed.includes(self.id))
  const next = kit.runner()
  expect((await requestAdmission(next.client, next.admission())).self.name).toBe(self.name)
})

test('a lease ends by time, whoever was last seen, and its address rests an hour longer', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const runner = kit.runner()
  const { self, lease } = await requestAdmission(runner.client, runner.admission())
  expect(Date.parse(lease.end) - Date.parse(lease.start)).toBe(30 * MINUTE)
  kit.clock.move(30 * MINUTE + SECOND)
  const { context } = kit.coordinator()
  await endExpiredLeases(context)
  await agent.until(({ removed }) => removed.includes(self.id))
  const taken = () => context.store.read((tx) => tx.nodes.isAddressTaken(self.ipv4, context.clock.now()))
  expect(await taken()).toBe(true)
  kit.clock.move(HOUR - 10 * SECOND)
  expect(await taken()).toBe(true)
  kit.clock.move(20 * SECOND)
  expect(await taken()).toBe(false)
})

test('an address of a runner that left early rests until an hour after the signed end', async () => {
  const kit = await startKit()
  const runner = kit.runner()
  const { self } = await requestAdmission(runner.client, runner.admission())
  await leave(runner.client)
  const { context } = kit.coordinator()
  kit.clock.move(HOUR + 29 * MINUTE)
  expect(await context.store.read((tx) => tx.nodes.isAddressTaken(self.ipv4, context.clock.now()))).toBe(true)
  kit.clock.move(2 * MINUTE)
  expect(await context.store.read((tx) => tx.nodes.isAddressTaken(self.ipv4, context.clock.now()))).toBe(
    false,
  )
})

test('two live sessions of one machine key: both are suspended until an admin chooses', async () => {
  const kit = await startKit()
  const agent = await kit.enrol()
  const first = await kit.connect(agent)
  // The second never gets a map: it is refused while the first is asked for a sign of life.
  void kit.connect(agent)
  expect(await first.session.ended).toBe('suspended')
  const { nodes } = await listed(kit)
  expect(nodes[0]).toMatchObject({ id: agent.id, state: 'suspended' })
  await kit.client(kit.admin).call('resumeNode', { params: { id: agent.id }, body: {} })
  expect((await kit.connect(agent)).session.isConnected).toBe(true)
})

test('an agent that merely lost its coordinator comes back by itself and resumes', async () => {
  const kit = await startKit()
  const agent = await kit.enrol({ environment: 'staging' })
  await kit.connect(agent)
  await kit.restart()
  const again = await kit.connect({ ...agent, client: kit.client(agent.identity) })
  expect(again.session.isConnected).toBe(true)
})

async function listed(kit: Kit) {
  const result = await kit.client(kit.admin).call('nodes', { params: undefined, body: undefined })
  if (result.kind === 'refused') throw new Error(result.problem.message)
  return result.value
}

async function readIfThere(path: string): Promise<Buffer> {
  const { readFile } = await import('node:fs/promises')
  return readFile(path).catch(() => Buffer.alloc(0))
}

test('the mesh has a domain, which a new one replaces for whoever asks for a whole map', async () => {
  const kit = await startKit()
  const domains = async () => {
    const reply = await kit.client(kit.admin).call('nodes', { params: undefined, body: undefined })
    return reply.kind === 'done' ? reply.value.nodes.map((node) => node.domain) : reply.problem
  }
  await kit.enrol({ environment: 'staging' })
  expect(await domains()).toEqual(['sallyport.internal'])
  await kit.restart({ meshDomain: 'mesh.example' })
  expect(await domains()).toEqual(['mesh.example'])
  await kit.restart()
  expect(await domains()).toEqual(['mesh.example'])
  await expect(kit.restart({ meshDomain: 'Mesh Example' })).rejects.toMatchObject({ code: 'USAGE' })
})
