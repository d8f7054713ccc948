/** Streams between two who read little, late and not when they are told: windows close, open by a bit, and are probed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TcpSocket } from '../../../src/tunnel/netstack/contract.ts'
import { Simulation } from './simulated-network.ts'
import { pieceAt } from './transfer.ts'

const HOURS = 3_600_000

interface End {
  readonly socket: TcpSocket
  readonly size: number
  readonly got: Buffer[]
  sent: number
}

test('two that read little and late, over links that lose and change their size, have all of both streams in the end', () => {
  const faults = fc.record({
    loss: fc.constantFrom(0, 0, 0.01, 0.05),
    reordering: fc.constantFrom(0, 0, 0.2),
    reorderMs: fc.integer({ min: 1, max: 50 }),
    delayMs: fc.integer({ min: 0, max: 120 }),
  })
  const end = fc.record({
    buffer: fc.oneof(fc.integer({ min: 1_000, max: 3_000 }), fc.constantFrom(100, 65_535, 65_536, 200_000)),
    size: fc.nat(12_000),
    most: fc.integer({ min: 20, max: 2_000 }),
  })
  const pauses = fc.infiniteStream(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(1_000)))
  fc.assert(
    fc.property(fc.nat(1_000_000), faults, faults, end, end, pauses, (seed, there, back, a, b, draws) => {
      const left = { tcp: { maxBufferBytes: a.buffer } }
      const right = { tcp: { maxBufferBytes: b.buffer } }
      const sim = new Simulation({ seed, there, back, left, right })
      const ends = connected(sim, a.size, b.size)
      const start = sim.now
      while (!ends.every(isDone)) {
        const [pause, chance] = draws.next().value!
        step(sim, ends[0], chance % 3 === 0 ? 0 : a.most)
        step(sim, ends[1], chance % 5 === 0 ? 0 : b.most)
        if (chance > 990) sim.left.setMtu([576, 1_000, 1_420][chance % 3]!, sim.now)
        sim.runFor(pause)
        if (sim.now - start > HOURS) throw new Error(`it stands still: ${ends.map(describe).join('; ')}`)
      }
      for (const [i, { got }] of ends.entries()) {
        expect(Buffer.compare(Buffer.concat(got), wholeOf(ends[1 - i]!.size))).toBe(0)
      }
    }),
    { numRuns: 200 },
  )
}, 60_000)

function connected(sim: Simulation, toRight: number, toLeft: number): [End, End] {
  const listener = sim.right.listenTcp({ port: 80 })
  const client = sim.left.connectTcp({ address: sim.rightAddress, port: 80 }, sim.now)
  let server: TcpSocket | undefined
  while (server === undefined) {
    sim.runFor(100)
    server = listener.accept()
  }
  return [
    { socket: client, size: toRight, got: [], sent: 0 },
    { socket: server, size: toLeft, got: [], sent: 0 },
  ]
}

function step(sim: Simulation, end: End, most: number): void {
  const { socket, size } = end
  while (end.sent < size) {
    const taken = socket.write(pieceAt(end.sent, size), sim.now)
    if (taken === 0) break
    end.sent += taken
  }
  if (end.sent === size) socket.shutdown(sim.now)
  const bytes = most === 0 ? undefined : socket.read(most, sim.now)
  if (bytes) end.got.push(Buffer.from(bytes))
}

function isDone({ socket, size, sent }: End): boolean {
  return socket.readEnded && sent === size && socket.unacknowledgedBytes === 0
}

function describe({ socket, size, sent }: End): string {
  return `${socket.state}, ${sent} of ${size} written, ${socket.unacknowledgedBytes} not acknowledged, ${JSON.stringify(socket.info)}`
}

function wholeOf(size: number): Buffer {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < size; at += pieces.at(-1)!.length) pieces.push(pieceAt(at, size))
  return Buffer.concat(pieces)
}
