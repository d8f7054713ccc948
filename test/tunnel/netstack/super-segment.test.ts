import { expect, test } from 'vitest'
import { splitSuperSegment } from '../../../src/tunnel/netstack/super-segment.ts'
import { Simulation } from './simulated-network.ts'

for (const family of [4, 6] as const) {
  test(`a super-segment over IPv${family} is split into packets that the link carries and the peer accepts`, () => {
    const sim = new Simulation({ seed: 1, family, left: { maxSuperSegment: 65_535 } })
    const listener = sim.right.listenTcp({ port: 80 })
    const client = sim.left.connectTcp({ address: sim.rightAddress, port: 80 }, sim.now)
    sim.runFor(10)
    const server = listener.accept()
    const sent = new Uint8Array(12_345).map((_, i) => i * 7)
    client.write(sent, sim.now)
    client.shutdown(sim.now)
    let supers = 0
    sim.left.drainTo((buffer, offset, length, segmentSize) => {
      if (segmentSize === 0) {
        sim.right.receiveAt(buffer, offset, length, sim.now)
        return
      }
      supers++
      splitSuperSegment(buffer, offset, length, segmentSize, (packet, at, size) => {
        expect(size).toBeLessThanOrEqual(1_420)
        sim.right.receiveAt(packet, at, size, sim.now)
      })
    })
    expect(supers).toBeGreaterThan(0)
    const read = server?.read(65_536, sim.now)
    expect(Buffer.compare(read!, sent)).toBe(0)
    expect(server?.readEnded).toBe(true)
    expect(sim.right.counters.drops.size).toBe(0)
  })
}
