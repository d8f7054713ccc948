/** Hundreds of small internets, each by its seed; an hour of them is `npm run test:long`. */
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../wireguard/pair.ts'
import { live, type Verdict } from './life.ts'
import type { NatKind } from './nat.ts'
import { SimulatedInternet } from './simulated-internet.ts'

const RUNS = 200
const PER_TEST = 10
const first = Number(process.env['SALLYPORT_SEED'] ?? 1)

describe('after quiescence every pair is as the oracle says', () => {
  test.each(
    Array.from({ length: RUNS / PER_TEST }, (_, index) => first + index * PER_TEST),
  )('seeds from %i', (seed) => {
    const wrong = Array.from({ length: PER_TEST }, (_, index) => seed + index).flatMap(live)
    expect(wrong).toEqual([])
  })
})

test.each<[string, Partial<NatKind>, Partial<NatKind>, Verdict]>([
  ['easy and easy', {}, {}, 'direct'],
  [
    'port-restricted and port-restricted',
    { filtering: 'address-and-port' },
    { filtering: 'address-and-port' },
    'direct',
  ],
  ['symmetric and full cone', { mapping: 'address-and-port', filtering: 'address-and-port' }, {}, 'direct'],
  [
    'symmetric and port-restricted',
    { mapping: 'address-and-port', filtering: 'address-and-port' },
    { filtering: 'address-and-port' },
    'relayed',
  ],
  ['no UDP and easy', { blocksUdp: true }, {}, 'relayed'],
])('%s', (_name, left, right, expected) => {
  const internet = new SimulatedInternet(['relay-1'], seededRandom('named'))
  const easy: NatKind = {
    mapping: 'none',
    filtering: 'none',
    expiryMs: 60_000,
    hairpin: false,
    blocksUdp: false,
  }
  const a = internet.addNode(
    { ip: '10.0.0.2', port: 1 },
    internet.createNat('198.51.100.1', { ...easy, ...left }),
    0,
  )
  const b = internet.addNode(
    { ip: '10.0.0.2', port: 1 },
    internet.createNat('198.51.100.2', { ...easy, ...right }),
    9,
  )
  internet.start()
  internet.run(30_000)
  expect(a.peers.get(b.id)?.path.state.kind).toBe(expected)
  expect(b.peers.get(a.id)?.path.state.kind).toBe(expected)
})

test('data that begins on the relay and moves to the direct way loses no packet, and none is lost back again', () => {
  const internet = new SimulatedInternet(['relay-1'], seededRandom('moves'))
  const kind: NatKind = {
    mapping: 'none',
    filtering: 'address-and-port',
    expiryMs: 60_000,
    hairpin: false,
    blocksUdp: false,
  }
  const [a, b] = [1, 2].map((index) =>
    internet.addNode({ ip: '10.0.0.2', port: index }, internet.createNat(`198.51.100.${index}`, kind), index),
  )
  internet.start()
  const seen: string[] = []
  const lost: number[] = []
  for (let number = 1; number <= 300; number++) {
    internet.sendData(a!, b!, number)
    internet.run(100)
    const arrived = b!.received.get(a!.id)
    if (arrived?.number !== number) lost.push(number)
    else if (seen.at(-1) !== (arrived.relayed ? 'relay' : 'direct')) {
      seen.push(arrived.relayed ? 'relay' : 'direct')
    }
    // From here on nothing passes between the two but by the relay.
    if (number === 150) internet.cuts.add('198.51.100.1 198.51.100.2')
  }
  expect(seen).toEqual(['relay', 'direct', 'relay'])
  // The direct way is dead from 151 on: what is sent into it is lost until a heartbeat is late, and no more.
  expect(lost.filter((number) => number <= 150)).toEqual([])
  expect(lost[0]).toBe(151)
  expect(lost.length).toBeLessThanOrEqual(37)
  expect(lost.at(-1)! - lost[0]!).toBe(lost.length - 1)
})
