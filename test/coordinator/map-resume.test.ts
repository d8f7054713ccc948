/** A node that was away: it gets what changed, or everything where its place is lost. */
import { expect, onTestFinished, test } from 'vitest'
import type { DownFrame } from '../../src/api/messages/network-map.ts'
import { openControlStream } from '../../src/mesh/control/control-stream.ts'
import { leave, requestAdmission } from '../../src/mesh/control/membership.ts'
import { type EnrolledAgent, type Kit, startKit } from './coordinator-kit.ts'

/** The first frame of a stream that resumes at `since`. */
async function firstFrame(kit: Kit, agent: EnrolledAgent, since: number | undefined): Promise<DownFrame> {
  const { promise, resolve } = Promise.withResolvers<DownFrame>()
  const stream = await openControlStream({
    client: agent.client,
    key: agent.identity,
    since,
    wantsRelay: false,
    clock: kit.clock,
    onFrame: resolve,
    onClosed: () => undefined,
  })
  onTestFinished(() => stream.close())
  const frame = await promise
  stream.close()
  await expect.poll(() => kit.coordinator().context.sessions.find(agent.id)).toBeUndefined()
  return frame
}

function versionOf(frame: DownFrame): number {
  if (frame.kind === 'ended' || frame.kind === 'relay-token')
    throw new Error(`the first frame is ${frame.kind}`)
  return frame.version
}

async function admit(kit: Kit) {
  const runner = kit.runner()
  const { self } = await requestAdmission(runner.client, runner.admission())
  return { id: self.id, runner }
}

async function startQuick() {
  const kit = await startKit({ acknowledgeMs: 50 })
  return { kit, agent: await kit.enrol({ environment: 'staging' }) }
}

test('a node that holds the newest version gets an empty delta that renews its map', async () => {
  const { kit, agent } = await startQuick()
  const since = versionOf(await firstFrame(kit, agent, undefined))
  expect(await firstFrame(kit, agent, since)).toMatchObject({
    kind: 'delta',
    since,
    changed: [],
    removed: [],
  })
})

test('a node that was away gets what came and what went meanwhile, and nothing that it has', async () => {
  const { kit, agent } = await startQuick()
  const stays = await admit(kit)
  const goes = await admit(kit)
  const since = versionOf(await firstFrame(kit, agent, undefined))
  await leave(goes.runner.client)
  const comes = await admit(kit)
  const passed = await admit(kit)
  await leave(passed.runner.client)

  const frame = await firstFrame(kit, agent, since)

  if (frame.kind !== 'delta') throw new Error(`a ${frame.kind} came`)
  expect(frame.changed.map(({ id }) => id)).toEqual([comes.id])
  expect(frame.removed).toContain(goes.id)
  expect([...frame.removed, ...frame.changed.map(({ id }) => id)]).not.toContain(stays.id)
})

test('a version that this coordinator never gave is answered with a snapshot', async () => {
  const { kit, agent } = await startQuick()
  const { id } = await admit(kit)
  const frame = await firstFrame(kit, agent, 1_000_000)
  expect(frame.kind).toBe('snapshot')
  if (frame.kind === 'snapshot') expect(frame.peers.map((peer) => peer.id)).toEqual([id])
})

test('the place is kept across a restart of the coordinator', async () => {
  const { kit, agent } = await startQuick()
  const since = versionOf(await firstFrame(kit, agent, undefined))
  await kit.restart()
  const again = { ...agent, client: kit.client(agent.identity) }
  const { id } = await admit(kit)
  const frame = await firstFrame(kit, again, since)
  expect(frame).toMatchObject({ kind: 'delta', since })
  if (frame.kind === 'delta') expect(frame.changed.map((peer) => peer.id)).toEqual([id])
})
