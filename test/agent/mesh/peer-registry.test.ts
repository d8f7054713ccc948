import { expect, test } from 'vitest'
import type { RunnerAccess } from '../../../src/agent/mesh/peer-judgement.ts'
import { PeerRegistry } from '../../../src/agent/mesh/peer-registry.ts'
import type { Peer } from '../../../src/api/messages/network-map.ts'
import { type Clock, HOUR, type Instant, MINUTE, type Timestamp } from '../../../src/base/time.ts'
import { NOW } from '../../trust/coordinator-kit.ts'
import { runnerPeer } from './peer-kit.ts'

const OTHER_KEY = 'mZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZk' as Peer['wireguardKey']

class TwoClocks implements Clock {
  wall: number = NOW
  ticks = 5_000
  now = (): Timestamp => this.wall as Timestamp
  monotonic = (): Instant => this.ticks as Instant
}

function accepted(changes: Partial<RunnerAccess> = {}): RunnerAccess {
  return {
    kind: 'runner',
    approval: '1'.repeat(64),
    leaseEnd: (NOW + HOUR) as Timestamp,
    tokenId: 'https://token.example 1',
    ...changes,
  }
}

function world() {
  const clock = new TwoClocks()
  return { clock, registry: new PeerRegistry(clock) }
}

test('a token that was shown with other keys is refused while the first lease runs', () => {
  const { registry } = world()
  registry.register(runnerPeer(), accepted())
  const thief = runnerPeer(undefined, { id: `n-${'9'.repeat(32)}`, wireguardKey: OTHER_KEY })
  expect(registry.register(thief, accepted())).toBe('its token was used with other keys')
  const machineThief = runnerPeer(undefined, { id: `n-${'8'.repeat(32)}`, machineKey: OTHER_KEY })
  expect(registry.register(machineThief, accepted())).toBe('its token was used with other keys')
  expect(registry.current().map(({ peer }) => peer.id)).toEqual([runnerPeer().id])
})

test('the refusal outlives the peer: a token is not free because the runner left', () => {
  const { registry } = world()
  registry.register(runnerPeer(), accepted())
  registry.remove(runnerPeer().id)
  const thief = runnerPeer(undefined, { wireguardKey: OTHER_KEY })
  expect(registry.register(thief, accepted())).toBe('its token was used with other keys')
})

test('the same keys with the same token are the same peer again: a map is told twice', () => {
  const { registry } = world()
  expect(registry.register(runnerPeer(), accepted())).toBeUndefined()
  expect(registry.register(runnerPeer(), accepted())).toBeUndefined()
  expect(registry.current()).toHaveLength(1)
})

test('a token told again with a longer lease does not prolong the first', () => {
  const { clock, registry } = world()
  registry.register(runnerPeer(), accepted())
  registry.register(runnerPeer(), accepted({ leaseEnd: (NOW + 6 * HOUR) as Timestamp }))
  clock.ticks += HOUR
  expect(registry.current()).toEqual([])
})

test('a peer is there until its lease ends by the monotonic clock, and gone in that instant', () => {
  const { clock, registry } = world()
  registry.register(runnerPeer(), accepted())
  clock.ticks += HOUR - 1
  expect(registry.findByAddress('100.64.0.9')?.access).toMatchObject({ approval: '1'.repeat(64) })
  expect(registry.findByAddress('fd5a:11e0::9')).toBeDefined()
  clock.ticks += 1
  expect(registry.findByAddress('100.64.0.9')).toBeUndefined()
  expect(registry.nextEnd()).toBeUndefined()
})

test('a wall clock that is set back a day keeps nobody in', () => {
  const { clock, registry } = world()
  registry.register(runnerPeer(), accepted())
  clock.wall -= 24 * HOUR
  clock.ticks += HOUR
  expect(registry.current()).toEqual([])
})

test('a wall clock that leaps ahead puts nobody out', () => {
  const { clock, registry } = world()
  registry.register(runnerPeer(), accepted())
  clock.wall += 24 * HOUR
  clock.ticks += MINUTE
  expect(registry.current()).toHaveLength(1)
})

test('the next end is that of the earliest lease', () => {
  const { clock, registry } = world()
  registry.register(runnerPeer(), accepted())
  const second = runnerPeer(undefined, { id: `n-${'7'.repeat(32)}`, ipv4: '100.64.0.10' })
  registry.register(
    second,
    accepted({ tokenId: 'https://token.example 2', leaseEnd: (NOW + MINUTE) as Timestamp }),
  )
  expect(registry.nextEnd()).toBe(clock.ticks + MINUTE)
  registry.remove(second.id)
  expect(registry.nextEnd()).toBe(clock.ticks + HOUR)
})

test('an address that nobody was given is nobody', () => {
  const { registry } = world()
  registry.register(runnerPeer(), accepted())
  expect(registry.findByAddress('100.64.0.10')).toBeUndefined()
  expect(registry.findByAddress('')).toBeUndefined()
})

test('an expired map drops all peers, and forgets no token', () => {
  const { registry } = world()
  registry.register(runnerPeer(), accepted())
  registry.clear()
  expect(registry.current()).toEqual([])
  expect(registry.register(runnerPeer(undefined, { wireguardKey: OTHER_KEY }), accepted())).toBe(
    'its token was used with other keys',
  )
})
