/**
 * Run with --expose-gc: heap before and after much work, in bytes, as JSON. Argument: `packets` or
 * `connections`.
 */
import type { Instant } from '../../../src/base/time.ts'
import { Simulation } from './simulated-network.ts'

const MILLION = 1_000_000
const PIECE = new Uint8Array(262_144)

process.stdout.write(JSON.stringify(process.argv[2] === 'packets' ? packets() : connections()))

function heap(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** One connection, a million packets both ways together, between packets 100,000 and the last. */
function packets(): { before: number; after: number; count: number } {
  const { left, right, rightAddress } = new Simulation({ seed: 1 })
  const listener = right.listenTcp({ port: 80 })
  let now = 1_000 as Instant
  const client = left.connectTcp({ address: rightAddress, port: 80 }, now)
  let server = listener.accept()
  let before = 0
  let count = 0
  while (count < MILLION) {
    now = (now + 1) as Instant
    left.handleTimeout(now)
    right.handleTimeout(now)
    client.write(PIECE, now)
    left.drainTo((buffer, offset, length) => right.receiveAt(buffer, offset, length, now))
    server ??= listener.accept()
    while (server?.read(PIECE.length, now) !== undefined);
    right.drainTo((buffer, offset, length) => left.receiveAt(buffer, offset, length, now))
    left.drainEvents()
    right.drainEvents()
    count = left.counters.received + right.counters.received
    if (before === 0 && count > MILLION / 10) before = heap()
  }
  return { before, after: heap(), count }
}

/** Ten thousand connections, one after the other, after a first thousand. */
function connections(): { before: number; after: number; count: number } {
  const tcp = { timeWaitMs: 10 }
  const sim = new Simulation({ seed: 2, left: { tcp }, right: { tcp } })
  const listener = sim.right.listenTcp({ port: 80 })
  sim.onRight = () => {
    const socket = listener.accept()
    socket?.write(PIECE.subarray(0, 10_000), sim.now)
    socket?.shutdown(sim.now)
  }
  let count = 0
  sim.onLeft = (event) => {
    if (event.kind === 'tcp-closed') count++
    if (event.kind !== 'tcp-readable') return
    while (event.socket.read(PIECE.length, sim.now) !== undefined);
    if (event.socket.readEnded) event.socket.shutdown(sim.now)
  }
  const run = (until: number) => {
    while (count < until) {
      sim.left.connectTcp({ address: sim.rightAddress, port: 80 }, sim.now)
      sim.runFor(20)
    }
  }
  run(1_000)
  const before = heap()
  run(11_000)
  return { before, after: heap(), count }
}
