/** The coordinator's clock is set forward and back: nothing lives for ever, comes alive again, or is written in the past. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseLogEntry } from '../../src/api/messages/log-entry.ts'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { HOUR, type Instant, MINUTE, parseTimestamp, SECOND, type Timestamp } from '../../src/base/time.ts'
import { logStrangers } from '../../src/coordinator/maintenance.ts'
import { renewMaps } from '../../src/coordinator/netmap/distribution.ts'
import { createLeaseWatch } from '../../src/coordinator/nodes/lease-watch.ts'
import { endExpiredLeases, watchLeases } from '../../src/coordinator/nodes/membership.ts'
import { createRelayJudge } from '../../src/coordinator/relay/relay-judge.ts'
import { requestAdmission } from '../../src/mesh/control/membership.ts'
import { readFileBounded } from '../../src/platform/files.ts'
import { verifyLog } from '../../src/tlog/verify-log.ts'
import { type Envelope, unverifiedPayload } from '../../src/trust/dsse.ts'
import type { RelayToken } from '../../src/trust/relay-token.ts'
import { type ConnectedAgent, type Kit, startKit } from './coordinator-kit.ts'

test('a lease that a jump forward ended does not come alive again when the clock is set back', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const { id, runner } = await admit(kit)
  kit.clock.move(HOUR)
  await endExpiredLeases(kit.coordinator().context)
  await agent.until(({ removed }) => removed.includes(id))
  kit.clock.move(-HOUR)
  await renewMaps(kit.coordinator().context)
  expect(agent.session.map?.peers.size).toBe(0)
  const again = await runner.client.call('leave', { params: undefined, body: {} })
  expect(again.kind).toBe('refused')
})

test('a jump forward and back makes no lease longer than it was signed, and nobody is let in meanwhile', async () => {
  const kit = await startKit()
  await kit.connect(await kit.enrol({ environment: 'staging' }))
  const { lease, id } = await admit(kit)
  const { context } = kit.coordinator()
  await watchLeases(context)
  // Less than the lease: it stands.
  kit.clock.move(20 * MINUTE)
  expect(await endExpiredLeases(context)).toBe(0)
  kit.clock.move(-20 * MINUTE)
  // A token of now is of the past to a clock that does not go back.
  const late = kit.runner()
  await expect(requestAdmission(late.client, late.admission())).rejects.toThrow('untrusted')
  for (let minutes = 5; minutes <= 25; minutes += 5) {
    kit.clock.pass(5 * MINUTE)
    await watchLeases(context)
    expect(await endExpiredLeases(context)).toBe(0)
  }
  expect((await nodeOf(kit, id))?.state).toBe('active')
  kit.clock.pass(6 * MINUTE)
  expect(kit.clock.now()).toBeGreaterThan(parseTimestamp(lease.end))
  expect(await endExpiredLeases(context)).toBe(1)
  const next = kit.runner()
  expect((await requestAdmission(next.client, next.admission())).self.kind).toBe('runner')
})

test('a clock that is set back by a day lets no lease live for that day', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const { id } = await admit(kit)
  const { context } = kit.coordinator()
  await watchLeases(context)
  kit.clock.move(-24 * HOUR)
  kit.clock.pass(29 * MINUTE)
  await watchLeases(context)
  expect(await endExpiredLeases(context)).toBe(0)
  kit.clock.pass(2 * MINUTE)
  expect(await endExpiredLeases(context)).toBe(1)
  await agent.until(({ removed }) => removed.includes(id))
})

test('maps and relay tokens that are made while the clock is behind end no later than those of before', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  await expect.poll(() => agent.credentials).toHaveLength(1)
  const before = { map: agent.session.map!.expiresAt, token: parseTimestamp(tokenOf(agent).notAfter) }
  kit.clock.move(-HOUR)
  await renewMaps(kit.coordinator().context)
  await admit(kit).catch(() => undefined)
  const slack = 30 * SECOND
  expect(agent.session.map!.expiresAt).toBeLessThan(before.map + slack)
  expect(parseTimestamp(tokenOf(agent).notAfter)).toBeLessThan(before.token + slack)
})

test('entries of the log are in the order of their times, whatever the clock did, also over a restart', async () => {
  const kit = await startKit()
  await kit.enrol({ environment: 'staging', name: 'one' })
  for (const jump of [HOUR, -2 * HOUR, 3 * HOUR, -HOUR]) {
    kit.clock.move(jump)
    await kit.enrol({ environment: 'staging', name: `after-${Math.abs(jump)}` }).catch(() => undefined)
    kit.coordinator().context.refusals.add()
    await logStrangers(kit.coordinator().context)
  }
  kit.clock.move(-HOUR)
  await kit.restart()
  kit.coordinator().context.refusals.add()
  await logStrangers(kit.coordinator().context)
  const times: string[] = []
  const read = (path: string, maxBytes: number) => readFileBounded(join(kit.folder, 'log', path), maxBytes)
  await verifyLog(
    { read },
    {
      describeEntry(bytes) {
        const entry = parseLogEntry(bytes)
        times.push(entry.at)
        return entry.type
      },
    },
  )
  expect(times.length).toBeGreaterThan(6)
  expect(times).toEqual([...times].sort((a, b) => parseTimestamp(a) - parseTimestamp(b)))
})

test('a lease that is given anew to a node has a new time', () => {
  const machine = { now: 1_000_000, monotonic: 0 }
  const clock = {
    now: () => machine.now as Timestamp,
    monotonic: () => machine.monotonic as Instant,
  }
  const watch = createLeaseWatch(clock)
  const lease = (nodeId: string, end: number) => ({ nodeId, end: end as Timestamp })
  watch.note([lease('a', 1_060_000), lease('b', 1_060_000), lease('c', 1_060_000)])
  machine.monotonic += 59_999
  watch.note([lease('a', 1_060_000), lease('b', 1_120_000)])
  expect(watch.due()).toEqual([])
  machine.monotonic += 1
  expect(watch.due()).toEqual(['a'])
})

test("a relay's clock that is set back makes no grant longer, and one that is ahead admits nobody", async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  await expect.poll(() => agent.credentials).toHaveLength(1)
  const { root, url } = { root: kit.root, url: new URL(kit.coordinator().url) }
  const machine: { now: number; monotonic: number } = { now: kit.clock.now(), monotonic: 5_000 }
  const clock = { now: () => machine.now as Timestamp, monotonic: () => machine.monotonic as Instant }
  const judge = createRelayJudge({ root, name: url.host, clock, diagnostics: silentDiagnostics })
  const ask = () => judge(agent.keys.wireguard, agent.credentials[0]!.bytes, clock.monotonic())
  const granted = ask()
  // By the monotonic clock: what the time of day does from now on is nothing to this grant.
  expect(granted).toMatchObject({ kind: 'granted' })
  const until = granted.kind === 'granted' ? granted.grant.until : 0
  expect(until - machine.monotonic).toBeLessThanOrEqual(10 * MINUTE)
  machine.now += 11 * MINUTE
  expect(ask()).toEqual({ kind: 'refused', reason: 'token' })
  machine.now -= 13 * MINUTE
  expect(ask()).toEqual({ kind: 'refused', reason: 'token' })
})

async function admit(kit: Kit) {
  const runner = kit.runner()
  const { self, lease } = await requestAdmission(runner.client, runner.admission())
  return { id: self.id, lease, runner }
}

function nodeOf(kit: Kit, id: string) {
  return kit.coordinator().context.store.read((tx) => tx.nodes.find(id))
}

function tokenOf({ credentials }: ConnectedAgent): RelayToken {
  const { token } = JSON.parse(Buffer.from(credentials.at(-1)!.bytes).toString()) as { token: Envelope }
  return JSON.parse(Buffer.from(unverifiedPayload(token)).toString()) as RelayToken
}
