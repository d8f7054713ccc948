import { expect, test } from 'vitest'
import { parseIp } from '../../../src/base/ip.ts'
import type { NetstackEvent } from '../../../src/tunnel/netstack/contract.ts'
import { Simulation } from './simulated-network.ts'

for (const family of [4, 6] as const) {
  test(`an IPv${family} datagram larger than the path is sent in fragments and comes out whole`, () => {
    const sim = new Simulation({ seed: 1, family, there: { reordering: 0.5, delayMs: 5 } })
    const server = sim.right.openUdp({ port: 53 })
    const client = sim.left.openUdp()
    const bytes = new Uint8Array(20_000).map((_, i) => i)
    expect(client.send(bytes, { address: sim.rightAddress, port: 53 }, sim.now)).toBe(true)
    sim.runFor(100)
    const datagram = server.receive()
    expect(datagram?.from).toEqual({ address: sim.leftAddress, port: client.local.port })
    expect(Buffer.compare(datagram!.bytes, bytes)).toBe(0)
    expect(sim.there.counts.passed).toBeGreaterThan(10)
  })

  test(`a lost IPv${family} fragment costs the datagram and, in time, no memory`, () => {
    const sim = new Simulation({ seed: 2, family, there: { loss: 0.3 } })
    const server = sim.right.openUdp({ port: 53 })
    const client = sim.left.openUdp()
    for (let i = 0; i < 30; i++) {
      client.send(new Uint8Array(20_000), { address: sim.rightAddress, port: 53 }, sim.now)
      sim.runFor(1)
    }
    sim.runFor(60_000)
    expect(server.receive()).toBe(undefined)
    expect(sim.right.counters.dropsOf('fragment-timed-out')).toBeGreaterThan(20)
    expect(sim.right.nextTimeout()).toBe(undefined)
  })

  test(`echo is answered over IPv${family}`, () => {
    const sim = new Simulation({ seed: 3, family, there: { delayMs: 7 } })
    const events: NetstackEvent[] = []
    sim.onLeft = (event) => events.push(event)
    sim.left.sendEcho(sim.rightAddress, 5, 6, new TextEncoder().encode('ping'), sim.now)
    sim.runFor(20)
    expect(events).toMatchObject([{ kind: 'echo-reply', identifier: 5, sequence: 6, from: sim.rightAddress }])
  })

  test(`a UDP port without a socket is told of over IPv${family}, a hundred times a second at most`, () => {
    const sim = new Simulation({ seed: 4, family })
    let told = 0
    sim.onLeft = (event) => {
      if (event.kind === 'udp-unreachable') told++
    }
    const client = sim.left.openUdp()
    for (let i = 0; i < 1_000; i++) {
      client.send(new Uint8Array(1), { address: sim.rightAddress, port: 9 }, sim.now)
      sim.runFor(1)
    }
    expect(told).toBeGreaterThan(90)
    expect(told).toBeLessThan(160)
  })
}

test('a full UDP queue drops what is new and says so', () => {
  const sim = new Simulation({ seed: 5 })
  const server = sim.right.openUdp({ port: 53, queueBytes: 10_000 })
  const client = sim.left.openUdp()
  for (let i = 0; i < 20; i++) {
    client.send(Uint8Array.of(i), { address: sim.rightAddress, port: 53 }, sim.now)
    client.send(new Uint8Array(1_000), { address: sim.rightAddress, port: 53 }, sim.now)
  }
  sim.runFor(1)
  expect(server.dropped).toBeGreaterThan(10)
  expect(server.receive()?.bytes).toEqual(Uint8Array.of(0))
})

test('overlapping fragments end the datagram, and what comes after them does not revive it', () => {
  const sim = new Simulation({ seed: 6 })
  const server = sim.right.openUdp({ port: 53 })
  const client = sim.left.openUdp()
  const fragments: Uint8Array[] = []
  client.send(new Uint8Array(4_000), { address: sim.rightAddress, port: 53 }, sim.now)
  fragments.push(...sim.left.drain())
  expect(fragments.length).toBe(3)
  const changed = fragments[1]!.slice()
  changed[30]! ^= 1
  for (const packet of [fragments[0]!, fragments[1]!, changed, fragments[2]!, fragments[1]!]) {
    sim.right.receive(packet, sim.now)
  }
  expect(server.receive()).toBe(undefined)
  expect(sim.right.counters.dropsOf('fragment-overlap')).toBe(3)
  for (const packet of fragments) sim.right.receive(packet, sim.now)
  expect(server.receive()).toBe(undefined)
})

test('an address that is taken away ends its connections', () => {
  const sim = new Simulation({ seed: 7 })
  sim.right.listenTcp({ port: 80 })
  const client = sim.left.connectTcp({ address: sim.rightAddress, port: 80 }, sim.now)
  sim.runFor(10)
  expect(client.state).toBe('established')
  sim.left.setAddresses([parseIp('10.77.0.3')], sim.now)
  expect(client).toMatchObject({ state: 'closed', end: 'address-removed' })
})

test('a connection to a family that we have no address of is refused by name', () => {
  const sim = new Simulation({ seed: 8 })
  expect(() => sim.left.connectTcp({ address: parseIp('fd00::9'), port: 80 }, sim.now)).toThrow(
    /\[fd00::9\]:80/,
  )
})
