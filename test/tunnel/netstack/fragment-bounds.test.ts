/** Datagrams at the ends of what IP can say, and what becomes of their fragments on the way. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIp } from '../../../src/base/ip.ts'
import type { Instant } from '../../../src/base/time.ts'
import type { NetstackEvent } from '../../../src/tunnel/netstack/contract.ts'
import { Netstack } from '../../../src/tunnel/netstack/netstack.ts'
import { emitIcmpv6, parseIcmpv6 } from '../../../src/tunnel/netstack/wire/icmpv6.ts'
import { IpView } from '../../../src/tunnel/netstack/wire/ip.ts'
import { readIpv4 } from '../../../src/tunnel/netstack/wire/ipv4.ts'
import {
  emitIpv6,
  IPV6_FRAGMENT_HEADER,
  IPV6_HEADER,
  readIpv6,
} from '../../../src/tunnel/netstack/wire/ipv6.ts'
import { Simulation, seededRandom } from './simulated-network.ts'

const GREATEST = { 4: 65_507, 6: 65_527 } as const
const NOW = 1_000 as Instant

for (const family of [4, 6] as const) {
  test(`the greatest IPv${family} datagram crosses whole, one byte more is not taken`, () => {
    const sim = new Simulation({ seed: 31, family })
    const server = sim.right.openUdp({ port: 53 })
    const client = sim.left.openUdp()
    const to = { address: sim.rightAddress, port: 53 }
    const bytes = new Uint8Array(GREATEST[family]).map((_, i) => i * 7)
    expect(client.send(new Uint8Array(GREATEST[family] + 1), to, sim.now)).toBe(false)
    expect(client.send(bytes, to, sim.now)).toBe(true)
    sim.runFor(10)
    expect(Buffer.compare(server.receive()!.bytes, bytes)).toBe(0)
    expect(sim.right.counters.dropsOf('fragment-shape')).toBe(0)
  })

  test(`IPv${family} fragments in any order, some of them twice, make the datagram once`, () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 1_300, max: 20_000 }), fc.integer({ min: 65_480, max: GREATEST[family] })),
        fc.integer({ min: 1_280, max: 1_500 }),
        fc.infiniteStream(fc.nat()),
        fc.nat(2),
        (length, mtu, draws, copies) => {
          const sim = new Simulation({ seed: length, family, left: { mtu } })
          const server = sim.right.openUdp({ port: 53 })
          const bytes = new Uint8Array(length).map((_, i) => i ^ (i >>> 8))
          sim.left.openUdp().send(bytes, { address: sim.rightAddress, port: 53 }, sim.now)
          const fragments = shuffled(sim.left.drain(), draws)
          const last = fragments.pop()!
          for (const fragment of [...fragments, ...fragments.slice(0, copies), last]) {
            sim.right.receive(fragment, sim.now)
          }
          expect(Buffer.compare(server.receive()!.bytes, bytes)).toBe(0)
          expect(server.receive()).toBe(undefined)
          expect(sim.right.nextTimeout()).toBe(undefined)
        },
      ),
      { numRuns: 100 },
    )
  })
}

test('RFC 8200 §4.5: a fragment that ends past 65,535 is a problem of its offset, one of uneven length of that', () => {
  const stack = newStack()
  stack.receive(fragment(17, 65_528, 8), NOW)
  stack.receive(fragment(17, 0, 63), NOW)
  expect(answers(stack)).toMatchObject([
    { kind: 'parameter-problem', code: 0, pointer: 42 },
    { kind: 'parameter-problem', code: 0, pointer: 4 },
  ])
  expect(stack.counters.dropsOf('fragment-shape')).toBe(2)
  // Of ICMP it may be an error, which no error answers.
  stack.receive(fragment(58, 65_528, 8), NOW)
  expect(answers(stack)).toEqual([])
})

test('a router that finds a fragment of ours too big over IPv6 is believed, and the next ones are smaller', () => {
  const stack = newStack(1_420)
  const socket = stack.openUdp()
  const to = { address: parseIp('fd00::9'), port: 53 }
  socket.send(new Uint8Array(4_000), to, NOW)
  const [first, second] = stack.drain()
  expect(first!.length).toBe(1_416)
  // A later fragment names no port; to the path that is the same.
  stack.receive(packetTooBig(1_300, second!), NOW)
  socket.send(new Uint8Array(4_000), to, NOW)
  expect(Math.max(...stack.drain().map((packet) => packet.length))).toBe(1_296)
})

test('an error that quotes a later fragment is of no socket, whatever its bytes would be as ports', () => {
  const stack = newStack(1_420)
  const socket = stack.openUdp({ port: 257 })
  socket.send(new Uint8Array(4_000).fill(1), { address: parseIp('fd00::9'), port: 53 }, NOW)
  const [first, second] = stack.drain()
  stack.receive(unreachable(second!), NOW)
  expect(stack.drainEvents()).toEqual([])
  stack.receive(unreachable(first!), NOW)
  const [event] = stack.drainEvents() as (NetstackEvent & { kind: 'udp-unreachable' })[]
  expect(event).toMatchObject({ kind: 'udp-unreachable', remote: { port: 53 } })
})

test('RFC 6864: what needs no identification may not be cut; what may be cut has one, each its own', () => {
  const stack = newStack(1_420)
  const to = parseIp('10.77.0.9')
  const socket = stack.openUdp()
  socket.send(new Uint8Array(100), { address: to, port: 53 }, NOW)
  for (let i = 0; i < 3; i++) stack.sendEcho(to, 1, i, new Uint8Array(8), NOW)
  socket.send(new Uint8Array(2_000), { address: to, port: 53 }, NOW)
  const [datagram, ...rest] = stack.drain().map(headerOf)
  expect(datagram).toEqual({ dontFragment: true, identification: 0 })
  expect(rest.map(({ dontFragment }) => dontFragment)).toEqual([false, false, false, false, false])
  // Three echoes, and two fragments that share theirs.
  expect(new Set(rest.map(({ identification }) => identification)).size).toBe(4)
})

function headerOf(packet: Uint8Array): { dontFragment: boolean; identification: number } {
  const ip = new IpView()
  expect(readIpv4(ip, packet, 0, packet.length)).toBe(undefined)
  return { dontFragment: ip.dontFragment, identification: ip.identification }
}

function newStack(mtu = 1_420): Netstack {
  return new Netstack({ addresses: [parseIp('10.77.0.2'), parseIp('fd00::2')], mtu, random: seededRandom(3) })
}

/** From fd00::9 to us, with more to follow. */
function fragment(protocol: number, offset: number, length: number): Uint8Array {
  return ipv6(protocol, new Uint8Array(length), { moreFragments: true, fragmentOffset: offset })
}

function ipv6(
  protocol: number,
  payload: Uint8Array,
  part: { moreFragments: boolean; fragmentOffset: number } = { moreFragments: false, fragmentOffset: 0 },
): Uint8Array {
  const packet = new Uint8Array(IPV6_HEADER + IPV6_FRAGMENT_HEADER + payload.length)
  const ends = { source: parseIp('fd00::9').bytes, destination: parseIp('fd00::2').bytes }
  const rest = {
    protocol,
    hopLimit: 64,
    payloadLength: payload.length,
    dontFragment: true,
    identification: 9,
  }
  const header = emitIpv6({ ...ends, ...rest, ...part }, packet, 0)
  packet.set(payload, header)
  return packet.subarray(0, header + payload.length)
}

const BOTH = Buffer.concat([parseIp('fd00::9').bytes, parseIp('fd00::2').bytes])

function packetTooBig(mtu: number, quoted: Uint8Array): Uint8Array {
  return ipv6(58, emitIcmpv6({ kind: 'packet-too-big', mtu, quoted: quoted.subarray(0, 1_000) }, BOTH))
}

function unreachable(quoted: Uint8Array): Uint8Array {
  return ipv6(
    58,
    emitIcmpv6({ kind: 'unreachable', reason: 'port', quoted: quoted.subarray(0, 1_000) }, BOTH),
  )
}

function answers(stack: Netstack): unknown[] {
  return stack.drain().map((bytes) => {
    const ip = new IpView()
    expect(readIpv6(ip, bytes, 0, bytes.length)).toBe(undefined)
    return parseIcmpv6(bytes.subarray(ip.payload), bytes.subarray(8, 40))
  })
}

function shuffled<T>(items: readonly T[], draws: Iterator<number>): T[] {
  const left = [...items]
  const out: T[] = []
  while (left.length > 0) out.push(...left.splice(Number(draws.next().value) % left.length, 1))
  return out
}
