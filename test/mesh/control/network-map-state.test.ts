/** A node's copy of its map: what continues it, what is refused, and that deltas and snapshots agree. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeltaFrame, Peer, SnapshotFrame } from '../../../src/api/messages/network-map.ts'
import { applyFrame, type NetworkMap } from '../../../src/mesh/control/network-map-state.ts'

const expiresAt = '2026-01-01T00:10:00Z'
const id = (number: number) => `n-${String(number).padStart(32, '0')}`

function peer(number: number, name = `web-${number}`): Peer {
  return {
    id: id(number),
    kind: 'agent',
    name,
    wireguardKey: 'A'.repeat(43),
    machineKey: 'B'.repeat(43),
    ipv4: '100.64.0.2',
    ipv6: 'fd00::2',
    endpoints: [],
    edges: [],
  }
}

function snapshot(version: number, peers: Peer[]): SnapshotFrame {
  const self = {
    ...peer(0),
    domain: 'mesh.example',
    tags: [],
    applications: ['shop'],
    environment: 'staging',
    lease: null,
  }
  return { kind: 'snapshot', version, expiresAt, self, peers, relays: [] }
}

function delta(since: number, version: number, changed: Peer[], removed: string[] = []): DeltaFrame {
  return { kind: 'delta', since, version, expiresAt, changed, removed }
}

const names = (map: NetworkMap) => [...map.peers.values()].map(({ name }) => name).sort()

test('a snapshot is the map, and a delta changes what it names alone', () => {
  const { map } = applyFrame(undefined, snapshot(3, [peer(1), peer(2)]))
  const change = applyFrame(map, delta(3, 5, [peer(3)], [id(1)]))
  expect(names(change.map)).toEqual(['web-2', 'web-3'])
  expect(change.map.version).toBe(5)
  expect(change.removed).toEqual([id(1)])
  expect(names(map)).toEqual(['web-1', 'web-2'])
})

test('a later snapshot says what is gone and what differs, and no more', () => {
  const { map } = applyFrame(undefined, snapshot(3, [peer(1), peer(2), peer(3)]))
  const change = applyFrame(map, snapshot(9, [peer(2), peer(3, 'renamed')]))
  expect(change.removed).toEqual([id(1)])
  expect(change.changed.map(({ name }) => name)).toEqual(['renamed'])
})

test.each([
  ['a delta without a map', undefined, delta(0, 1, [])],
  ['a delta that leaves a version out', snapshot(3, []), delta(4, 5, [])],
  ['a delta that was applied already', snapshot(3, []), delta(2, 3, [])],
  ['a snapshot of an older version', snapshot(3, []), snapshot(2, [])],
])('%s is refused', (_, known, frame) => {
  const map = known && applyFrame(undefined, known).map
  expect(() => applyFrame(map, frame)).toThrow(expect.objectContaining({ code: 'REPLY_REFUSED' }))
})

test('whatever the changes, deltas lead where the snapshot stands', () => {
  const step = fc.record({
    changed: fc.uniqueArray(fc.tuple(fc.nat(9), fc.string({ maxLength: 3 })), { selector: ([n]) => n }),
    removed: fc.uniqueArray(fc.nat(9)),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let map = applyFrame(undefined, snapshot(0, [])).map
      const truth = new Map<string, Peer>()
      for (const [index, { changed, removed }] of steps.entries()) {
        const gone = removed.map(id)
        const peers = changed
          .map(([number, name]) => peer(number, name))
          .filter((each) => !gone.includes(each.id))
        for (const each of gone) truth.delete(each)
        for (const each of peers) truth.set(each.id, each)
        map = applyFrame(map, delta(index, index + 1, peers, gone)).map
      }
      expect(map.peers).toEqual(truth)
    }),
  )
})
