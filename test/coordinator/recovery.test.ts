/** An old backup is brought back: the coordinator serves nothing until its agents have said what it lacks. */
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { HOUR } from '../../src/base/time.ts'
import { createEnrolmentSecret } from '../../src/coordinator/nodes/enrolment.ts'
import { startControlSession } from '../../src/mesh/control/control-session.ts'
import { enrolAgent, requestAdmission } from '../../src/mesh/control/membership.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { createHttpClient } from '../../src/platform/http.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { formatPublicKey } from '../../src/trust/keys.ts'
import { newKeys, startKit } from './coordinator-kit.ts'
import { follow, lose, verb } from './recovery-kit.ts'

const [first, second] = [0, 1] as const

test('agents bring the entries that the backup lacks: the log goes on, and what they revoke is revoked', async () => {
  const { kit, agents, follower, report, state } = await lose(async (lost, [, web2]) => {
    await lost.client(lost.admin).call('revokeNode', { params: { id: web2!.id }, body: {} })
    await lost.enrol({ name: 'late' })
  })
  const seen = follower.checkpoint!
  expect(await state()).toMatchObject({ awaited: ['web-1', 'web-2'], reported: [], obstacle: null })

  expect(await report(agents[first]!)).toBe(3)

  // web-2 was revoked by what web-1 brought, so nobody else is awaited.
  expect(await state()).toBeNull()
  await follower.update()
  follower.check(seen)
  const revoked = await kit.client(agents[second]!.identity).call('leave', { params: undefined, body: {} })
  expect(revoked).toMatchObject({ kind: 'refused', problem: { kind: 'revoked' } })
  const connected = await kit.connect({ ...agents[first]!, client: kit.client(agents[first]!.identity) })
  const runner = kit.runner()
  const { self } = await requestAdmission(runner.client, runner.admission())
  expect(connected.session.map?.peers.has(self.id)).toBe(true)
})

test('nothing but the recovery is served meanwhile, not even the log', async () => {
  const { kit, agents } = await lose((lost) => lost.enrol({ name: 'late' }))
  const { url } = kit.coordinator()
  const http = createHttpClient()
  onTestFinished(() => http.close())
  const get = async (path: string) =>
    (await http.request({ method: 'GET', url: `${url}${path}`, maxBytes: 100_000, timeoutMs: 5_000 })).status
  const runner = kit.runner()
  await expect(requestAdmission(runner.client, runner.admission())).rejects.toThrow('recovering')
  for (const call of ['leave', 'nodes', 'policy'] as const) {
    const asked = kit.client(kit.admin).call(call, { params: undefined, body: undefined } as never)
    expect(await asked, call).toMatchObject({ kind: 'refused', problem: { kind: 'recovering' } })
  }
  expect(await get('/log/checkpoint')).toBe(503)
  expect(await get('/readyz')).toBe(503)
  expect(await get('/healthz')).toBe(200)
  expect(await get('/v1/key-list')).toBe(200)
  const stranger = kit.client(newKeys().identity)
  const report = { checkpoint: null, ratchets: [], entries: null }
  expect(await stranger.call('reportRecovery', { params: undefined, body: report })).toMatchObject({
    problem: { kind: 'untrusted' },
  })
  const member = kit.client(agents[first]!.identity)
  expect(await member.call('endRecovery', { params: undefined, body: { acceptLoss: true } })).toMatchObject({
    problem: { kind: 'forbidden' },
  })
})

test('no entry is written to the log while it recovers, whoever tries', async () => {
  const { kit } = await lose((lost) => lost.enrol({ name: 'late' }))
  const { context } = kit.coordinator()
  const before = await context.store.read((tx) => tx.log.size())
  const args = [
    'coordinator',
    'enroll',
    '--data',
    'restored',
    '--application',
    'shop',
    '--environment',
    'staging',
  ]
  const enrolled = await verb(kit, args)
  expect(enrolled).toMatchObject({ code: 1 })
  expect(enrolled.stderr).toContain('recovery')
  expect(await context.store.read((tx) => tx.log.size())).toBe(before)
})

test('a connection that is refused as recovering asks the agent what it saw', async () => {
  const { kit, agents, report, state } = await lose((lost) => lost.enrol({ name: 'late' }))
  let asked = 0
  const session = startControlSession({
    client: kit.client(agents[first]!.identity),
    key: agents[first]!.identity,
    clock: systemClock,
    random: systemRandom,
    diagnostics: silentDiagnostics,
    onMap: async () => [],
    onExpired: () => undefined,
    onRecovering: () => {
      asked++
      void report(agents[first]!).then(() => report(agents[second]!))
    },
  })
  onTestFinished(() => session.close())
  await expect.poll(() => session.map?.self.name, { timeout: 15_000 }).toBe('web-1')
  expect(asked).toBeGreaterThan(0)
  expect(await state()).toBeNull()
})

test('what was handed out before the backup is void once it serves', async () => {
  const { kit, agents, report } = await lose(async () => undefined)
  const { context } = kit.coordinator()
  expect(await context.recovery.isOpen()).toBe(true)
  await report(agents[first]!)
  await report(agents[second]!)
  expect(await context.recovery.isOpen()).toBe(false)
  const entry = await context.store.read(async (tx) => (await tx.log.list((await tx.log.size()) - 1, 1))[0])
  expect(JSON.parse(Buffer.from(entry!).toString())).toMatchObject({ type: 'restored' })
})

test('a secret and a lease of before the backup are void after the recovery', async () => {
  const kit = await startKit()
  const agent = await kit.enrol({ environment: 'staging' })
  const bound = { tags: [], applications: ['shop'], environment: 'staging', lifetimeMs: HOUR }
  const { secret } = await createEnrolmentSecret(kit.coordinator().context, bound)
  const runner = kit.runner()
  const { self } = await requestAdmission(runner.client, runner.admission())
  await verb(kit, ['coordinator', 'backup', '--data', 'data', '--out', 'backup'])
  await verb(kit, ['coordinator', 'restore', '--data', 'restored', '--backup', 'backup'])
  await kit.restart({ folder: join(dirname(kit.folder), 'restored') })
  const body = { checkpoint: null, ratchets: [], entries: null }
  await kit.client(agent.identity).call('reportRecovery', { params: undefined, body })

  const { identity, keys } = newKeys()
  const late = enrolAgent(kit.client(identity), { secret, keys, name: 'late', port: 7070 })
  await expect(late).rejects.toMatchObject({ code: 'REQUEST_REFUSED' })
  const nodes = await kit.coordinator().context.store.read((tx) => tx.nodes.list())
  expect(nodes.map(({ id }) => id)).toEqual([agent.id])
  expect(nodes.map(({ id }) => id)).not.toContain(self.id)
})

test('sequences go on above what agents accepted, but for a number that none would accept', async () => {
  const { kit, agents, report } = await lose(async () => undefined)
  const { context } = kit.coordinator()
  const at = {
    application: 'shop',
    keyEpoch: context.identity.keyList.epoch,
    approval: `sha256:${'0'.repeat(64)}`,
  }
  await report(agents[first]!, {
    ratchets: [
      { ...at, environment: 'staging', sequence: 41 },
      // Not its own, of another epoch, and beyond the greatest jump.
      { ...at, environment: 'elsewhere', sequence: 7 },
      { ...at, environment: 'staging', sequence: 50, keyEpoch: at.keyEpoch + 1 },
      { ...at, environment: 'staging', sequence: 2_000_000 },
    ],
  })
  const found = (environment: string) =>
    context.store.read((tx) => tx.settings.find(`sequence/shop/${environment}`))
  expect(await found('staging')).toBe('41')
  expect(await found('elsewhere')).toBeUndefined()
})

test('entries that are not those of the signed checkpoint are not taken, and their sender is not asked again', async () => {
  const { kit, agents, follower, report, state } = await lose((lost) => lost.enrol({ name: 'late' }))
  const { context } = kit.coordinator()
  const before = await context.store.read((tx) => tx.log.size())
  const forged = {
    checkpoint: follower.checkpoint,
    entriesFrom: () => [new Uint8Array([1]), new Uint8Array([2])],
  }
  await report(agents[first]!, {}, forged as never)
  expect(await context.store.read((tx) => tx.log.size())).toBe(before)
  expect(await state()).toMatchObject({ reported: ['web-1'], obstacle: expect.stringContaining('web-1') })
  // Another has them, and the liar's word of the log counts no more than its entries.
  await report(agents[second]!)
  expect(await context.store.read((tx) => tx.log.size())).toBeGreaterThan(before)
})

test('a checkpoint that our log key did not sign is no word about the log, and is shown to stand in the way', async () => {
  const { kit, agents, state } = await lose(async () => undefined)
  const other = await startKit()
  const foreign = follow(other)
  await foreign.update()
  const body = { checkpoint: foreign.checkpoint!, ratchets: [], entries: null }
  const reply = await kit.client(agents[first]!.identity).call('reportRecovery', { params: undefined, body })
  expect(reply).toMatchObject({ kind: 'refused', problem: { kind: 'refused' } })
  expect(await state()).toMatchObject({ obstacle: expect.stringContaining('web-1') })
})

test('a backup that was taken in the middle of a recovery, restored with the loss accepted, recovers no more', async () => {
  const { kit, agents, report } = await lose(async () => undefined)
  await report(agents[first]!)
  await verb(kit, ['coordinator', 'backup', '--data', 'restored', '--out', 'second'])
  const args = ['coordinator', 'restore', '--data', 'third', '--backup', 'second', '--accept-loss']
  const restored = await verb(kit, args)
  expect(restored.code, restored.stderr).toBe(0)
  const rotated = await verb(kit, ['keys', 'rotate', '--data', 'third', '--key', 'operator/root.key'])
  expect(rotated.code, rotated.stderr).toBe(0)
})

test('where nobody has the entries it waits; the operator may end it, and only with the loss accepted', async () => {
  const { kit, agents, follower, report, state } = await lose((lost) => lost.enrol({ name: 'late' }))
  const forgetful = { checkpoint: follower.checkpoint, entriesFrom: () => [] }
  for (const agent of agents) await report(agent, {}, forgetful as never)
  expect(await state()).toMatchObject({ awaited: [], obstacle: expect.stringContaining('saw') })
  const how = [
    '--url',
    kit.coordinator().url,
    '--root',
    formatPublicKey('root', kit.root),
    '--key',
    'operator/admin.key',
  ]
  const shown = await verb(kit, ['recovery', 'show', ...how])
  expect(shown.stdout).toContain('in the way: agents saw')
  const refused = await verb(kit, ['recovery', 'end', ...how])
  expect(refused.code).not.toBe(0)
  expect(await state()).not.toBeNull()
  const ended = await verb(kit, ['recovery', 'end', '--accept-loss', ...how])
  expect(ended.code, ended.stderr).toBe(0)
  expect(await state()).toBeNull()
  // The first agent that reads the log finds out.
  await expect(follower.update()).rejects.toMatchObject({ code: 'LOG_INCONSISTENT' })
})

test('a recovery outlives a restart, with what was said', async () => {
  const { kit, agents, report, state } = await lose(async () => undefined)
  await report(agents[first]!)
  await kit.restart({ folder: join(dirname(kit.folder), 'restored') })
  expect(await state()).toMatchObject({ reported: ['web-1'], awaited: ['web-2'] })
})

test('many entries come in several reports', async () => {
  const { agents, report, state, follower } = await lose(async (lost) => {
    const { store, log } = lost.coordinator().context
    const entry = (text: string) =>
      new TextEncoder().encode(
        JSON.stringify({ type: 'refusals', version: 1, at: '2026-11-22T08:00:00Z', count: Number(text) }),
      )
    await store.write('many', async (tx) => {
      for (let at = 1; at <= 3_000; at++) await tx.log.append(entry(String(at)))
    })
    await log.integrate()
  })
  expect(await report(agents[first]!)).toBe(3_000)
  await report(agents[second]!)
  expect(await state()).toBeNull()
  await follower.update()
})
