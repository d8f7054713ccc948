/** What a router's packet-too-big does to a connection, end to end (RFC 1191, RFC 8201, RFC 5927 §7). */
import { expect, test } from 'vitest'
import { emitIcmpv4 } from '../../../src/tunnel/netstack/wire/icmpv4.ts'
import { emitIcmpv6 } from '../../../src/tunnel/netstack/wire/icmpv6.ts'
import { PROTOCOL } from '../../../src/tunnel/netstack/wire/ip.ts'
import { emitIpv4 } from '../../../src/tunnel/netstack/wire/ipv4.ts'
import { emitIpv6 } from '../../../src/tunnel/netstack/wire/ipv6.ts'
import { writeUint32 } from '../../../src/tunnel/netstack/wire/uint32.ts'
import { Simulation } from './simulated-network.ts'
import { expectedDigest, transfer } from './transfer.ts'

const SIZE = 1_000_000
const NARROW = 1_300

for (const family of [4, 6] as const) {
  test(`a router that says packet-too-big sets the size of IPv${family} segments at once`, () => {
    const { sim, told } = behindRouter(family)
    const result = transfer(sim, { toRight: SIZE, toLeft: 0 })
    expect(result.toRight).toBe(expectedDigest(SIZE))
    expect(result.client.info.mss).toBe(NARROW - (family === 4 ? 40 : 60) - 12)
    expect(told()).toBeGreaterThan(0)
    expect(told()).toBeLessThan(60)
    // Three timeouts, as a black hole takes, would be more than a second.
    expect(result.elapsedMs).toBeLessThan(500)
  })

  test(`a packet-too-big over IPv${family} that quotes what was never sent is not believed`, () => {
    const { sim } = behindRouter(family, true)
    const result = transfer(sim, { toRight: 20_000, toLeft: 0 }, 20_000)
    expect(result.toRight).toBe(expectedDigest(20_000))
    expect(result.elapsedMs).toBeGreaterThan(1_000)
  })
}

test('a connection that began before the path was known narrow is told so too', () => {
  const { sim, told } = behindRouter(4)
  const listener = sim.right.listenTcp({ port: 80 })
  const clients = [1, 2].map(() => sim.left.connectTcp({ address: sim.rightAddress, port: 80 }, sim.now))
  let received = 0
  sim.onRight = (event) => {
    while (listener.accept() !== undefined);
    if (event.kind === 'tcp-readable') received += event.socket.read(65_536, sim.now)?.length ?? 0
  }
  sim.runFor(50)
  // The second is quiet while the first learns.
  clients[0]!.write(new Uint8Array(5_000), sim.now)
  sim.runFor(100)
  clients[1]!.write(new Uint8Array(5_000), sim.now)
  sim.runFor(100)
  expect(clients.map((client) => client.info.mss)).toEqual([NARROW - 52, NARROW - 52])
  expect(received).toBe(10_000)
  expect(told()).toBe(2)
})

/** The left side sits behind a router whose next link is narrow. With `isForged` it quotes a wrong sequence number. */
function behindRouter(family: 4 | 6, isForged = false): { sim: Simulation; told(): number } {
  const sim = new Simulation({ seed: 21, family, there: { delayMs: 5 } })
  const pass = sim.there.send.bind(sim.there)
  let told = 0
  sim.there.send = (packet, now) => {
    if (packet.length <= NARROW) {
      pass(packet, now)
      return
    }
    told++
    const quoted = packet.slice(0, 500)
    if (isForged) writeUint32(quoted, (family === 4 ? 20 : 40) + 4, 0x12345678)
    sim.left.receive(packetTooBig(family, sim.rightAddress.bytes, sim.leftAddress.bytes, quoted), now)
  }
  return { sim, told: () => told }
}

function packetTooBig(family: 4 | 6, source: Uint8Array, destination: Uint8Array, quoted: Uint8Array) {
  const message = { kind: 'packet-too-big', mtu: NARROW, quoted } as const
  const body = family === 4 ? emitIcmpv4(message) : emitIcmpv6(message, Buffer.concat([source, destination]))
  const header = family === 4 ? 20 : 40
  const packet = new Uint8Array(header + body.length)
  packet.set(body, header)
  const repr = {
    source,
    destination,
    protocol: family === 4 ? PROTOCOL.icmpv4 : PROTOCOL.icmpv6,
    hopLimit: 64,
    payloadLength: body.length,
    dontFragment: false,
    identification: 0,
    fragmentOffset: 0,
    moreFragments: false,
  }
  if (family === 4) emitIpv4(repr, packet, 0)
  else emitIpv6(repr, packet, 0)
  return packet
}
