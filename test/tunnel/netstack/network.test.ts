import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Faults } from '../../../src/tunnel/netstack/device/fault-injector.ts'
import { Simulation } from './simulated-network.ts'
import { expectedDigest, transfer } from './transfer.ts'

const TEN_MEGABYTES = 10_000_000

test('ten megabytes each way arrive unchanged over a grid of loss, delay and buffer', () => {
  const digest = expectedDigest(TEN_MEGABYTES)
  const table: string[] = []
  for (const maxBufferBytes of [262_144, 8_388_608]) {
    for (const loss of [0, 0.001, 0.01]) {
      for (const delayMs of [0.5, 50]) {
        const tcp = { maxBufferBytes }
        const sim = new Simulation({
          seed: 7,
          there: { loss, delayMs, rate: 100_000_000 },
          left: { tcp },
          right: { tcp },
        })
        const result = transfer(sim, { toRight: TEN_MEGABYTES, toLeft: TEN_MEGABYTES }, 3_600_000)
        expect([result.toRight, result.toLeft]).toEqual([digest, digest])
        const megabits = ((TEN_MEGABYTES * 8) / result.elapsedMs / 1_000).toFixed(1)
        table.push(`buffer ${maxBufferBytes} loss ${loss} rtt ${delayMs * 2} ms: ${megabits} Mbit/s each way`)
      }
    }
  }
  expect(table).toMatchSnapshot()
}, 60_000)

test('a stream equals what was written, whatever a random network does to it', () => {
  // Drawn like any other share, and never met.
  const rarely = { loss: Number.MIN_VALUE, duplication: Number.MIN_VALUE, corruption: Number.MIN_VALUE }
  const share = (max: number) => fc.double({ min: 0, max, noNaN: true })
  const faults = fc.record({
    loss: share(0.1),
    duplication: share(0.1),
    corruption: share(0.05),
    reordering: share(0.3),
    reorderMs: fc.integer({ min: 1, max: 60 }),
    delayMs: fc.integer({ min: 0, max: 120 }),
  })
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      faults,
      faults,
      fc.record({ toRight: fc.nat(150_000), toLeft: fc.nat(150_000) }),
      fc.record({
        family: fc.constantFrom(4 as const, 6 as const),
        mtu: fc.constantFrom(1_280, 1_420, 9_000),
        buffer: fc.constantFrom(4_096, 65_536, 1_048_576),
        congestion: fc.constantFrom('cubic' as const, 'reno' as const),
      }),
      (seed, there: Faults, back: Faults, sizes, shape) => {
        const tcp = { maxBufferBytes: shape.buffer, congestion: shape.congestion }
        const { family, mtu } = shape
        const sim = new Simulation({ seed, there, back, family, mtu, left: { tcp }, right: { tcp } })
        const result = transfer(sim, sizes, 7_200_000)
        expect(result.toRight).toBe(expectedDigest(sizes.toRight))
        expect(result.toLeft).toBe(expectedDigest(sizes.toLeft))
      },
    ),
    {
      numRuns: Number(process.env['NETSTACK_RUNS'] ?? 300),
      // The end of the stream was lost to its own old timestamp, and tail probes went on for ever.
      examples: [
        [
          0,
          { ...rarely, reordering: 0.277_297_749_649_733_36, reorderMs: 4, delayMs: 0 },
          { loss: 0, duplication: 0, corruption: 0, reordering: 0, reorderMs: 1, delayMs: 3 },
          { toRight: 73_873, toLeft: 0 },
          { family: 4, mtu: 1_420, buffer: 1_048_576, congestion: 'cubic' },
        ],
      ],
    },
  )
}, 60_000)

test('super-segments carry the same stream in fewer packets', () => {
  const whole = new Simulation({
    seed: 3,
    there: { delayMs: 5 },
    left: { maxSuperSegment: 65_535 },
    right: { maxSuperSegment: 65_535 },
  })
  const result = transfer(whole, { toRight: TEN_MEGABYTES, toLeft: 0 })
  expect(result.toRight).toBe(expectedDigest(TEN_MEGABYTES))
  expect(whole.there.counts.passed).toBeLessThan(TEN_MEGABYTES / 1_380 / 4)
})

test('a path that swallows full packets without a word is found out', () => {
  const sim = new Simulation({ seed: 5, there: { delayMs: 10, mtu: 1_300 }, back: { delayMs: 10 } })
  const result = transfer(sim, { toRight: 500_000, toLeft: 500_000 })
  expect(result.toRight).toBe(expectedDigest(500_000))
  expect(result.client.info.mss).toBeLessThanOrEqual(1_300 - 52)
})

test('a hundred milliseconds and a loss in a thousand leave a large share of the rate', () => {
  const sim = new Simulation({
    seed: 11,
    there: { delayMs: 50, loss: 0.001, rate: 50_000_000, queueBytes: 1_000_000 },
    back: { delayMs: 50 },
  })
  const size = 30_000_000
  const result = transfer(sim, { toRight: size, toLeft: 0 })
  expect(result.toRight).toBe(expectedDigest(size))
  // Reno's bound (Mathis) here is 1368 B / 0.1 s * 1.22 / sqrt(0.001) = 4.2 Mbit/s.
  expect((size * 8) / result.elapsedMs / 1_000).toBeGreaterThan(4.2)
})

test('at 100 ms and a gigabit both buffers grow to 8 MiB, and the rate to what they carry', () => {
  const sim = new Simulation({
    seed: 17,
    there: { delayMs: 50, rate: 1_000_000_000, queueBytes: 16_000_000 },
    back: { delayMs: 50 },
  })
  const size = 100_000_000
  const result = transfer(sim, { toRight: size, toLeft: 0 })
  expect(result.toRight).toBe(expectedDigest(size))
  expect(result.server.info.receiveBuffer).toBe(8_388_608)
  expect(result.client.info.sendBuffer).toBe(8_388_608)
  // 8 MiB each 100 ms are 671 Mbit/s; slow start has its part of the time.
  expect((size * 8) / result.elapsedMs / 1_000).toBeGreaterThan(250)
}, 60_000)

test('ten thousand connections leave nothing behind', () => {
  const sim = new Simulation({
    seed: 13,
    there: { delayMs: 1 },
    left: { tcp: { timeWaitMs: 100 } },
    right: { tcp: { timeWaitMs: 100 } },
  })
  const listener = sim.right.listenTcp({ port: 80 })
  sim.onRight = (event) => {
    const accepted = listener.accept()
    if (accepted) accepted.write(new Uint8Array(100), sim.now)
    if (event.kind === 'tcp-readable' && event.socket.readEnded) event.socket.shutdown(sim.now)
  }
  let ended = 0
  sim.onLeft = (event) => {
    if (event.kind === 'tcp-readable') {
      event.socket.read(1_000, sim.now)
      event.socket.shutdown(sim.now)
    }
    if (event.kind === 'tcp-closed') ended++
  }
  let most = 0
  for (let i = 0; i < 10_000; i++) {
    sim.left.connectTcp({ address: sim.rightAddress, port: 80 }, sim.now)
    if (i % 10 === 0) sim.runFor(5)
    most = Math.max(most, sim.left.connectionCount, sim.right.connectionCount)
  }
  sim.runFor(10_000)
  expect(ended).toBe(10_000)
  expect(most).toBeLessThan(1_000)
  expect([sim.left.connectionCount, sim.right.connectionCount]).toEqual([0, 0])
  expect(sim.left.nextTimeout()).toBe(undefined)
}, 60_000)
