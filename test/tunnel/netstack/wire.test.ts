import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHex, encodeHex } from '../../../src/base/bytes.ts'
import { parseIp } from '../../../src/base/ip.ts'
import type { Instant } from '../../../src/base/time.ts'
import { Netstack } from '../../../src/tunnel/netstack/netstack.ts'
import { finishSum, sumBytes } from '../../../src/tunnel/netstack/wire/checksum.ts'
import { emitIcmpv4, parseIcmpv4 } from '../../../src/tunnel/netstack/wire/icmpv4.ts'
import { emitIcmpv6, parseIcmpv6 } from '../../../src/tunnel/netstack/wire/icmpv6.ts'
import { IpView } from '../../../src/tunnel/netstack/wire/ip.ts'
import { readIpv4 } from '../../../src/tunnel/netstack/wire/ipv4.ts'
import { readIpv6 } from '../../../src/tunnel/netstack/wire/ipv6.ts'
import { emitTcp, readTcp, sealTcp } from '../../../src/tunnel/netstack/wire/tcp.ts'
import { TcpSegment } from '../../../src/tunnel/netstack/wire/tcp-segment.ts'
import { emitUdp, readUdp, UdpView } from '../../../src/tunnel/netstack/wire/udp.ts'
import { seededRandom } from './simulated-network.ts'

const UDP4 = '4500002100004000401126300a4d00010a4d000200351234000d94fc68656c6c6f'
const UDP6 =
  '6000000000153c40fd000000000000000000000000000001fd000000000000000000000000000002110001040000000000351234000daf9468656c6c6f'
const TCP4 =
  '4500004b00004000400626110a4d00010a4d000200509c400000000100000002d012ffff9c7b000002040550010303080402080a00000001000000020101050a0000000a0000001e616263'
const V6_ADDRESSES = decodeHex('fd000000000000000000000000000001fd000000000000000000000000000002')

function read(hex: string): IpView {
  const bytes = decodeHex(hex)
  const ip = new IpView()
  const fault =
    bytes[0]! >>> 4 === 4 ? readIpv4(ip, bytes, 0, bytes.length) : readIpv6(ip, bytes, 0, bytes.length)
  expect(fault).toBe(undefined)
  return ip
}

test('the checksum of the well-known IPv4 header is b861', () => {
  const header = decodeHex('45000073000040004011b861c0a80001c0a800c7')
  expect(sumBytes(header, 0, 20)).toBe(0xffff)
  header[10] = 0
  header[11] = 0
  expect(finishSum(sumBytes(header, 0, 20))).toBe(0xb861)
})

test('the fast checksum equals the sum of words at every alignment and length', () => {
  const buffer = new Uint8Array(3_000)
  seededRandom(1)
    .bytes(3_000)
    .forEach((byte, i) => {
      buffer[i] = byte
    })
  fc.assert(
    fc.property(fc.nat(1_000), fc.nat(2_000), (offset, length) => {
      let sum = 0
      for (let i = 0; i < length; i++) sum += buffer[offset + i]! << ((i & 1) === 0 ? 8 : 0)
      while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16)
      expect(sumBytes(buffer, offset, length)).toBe(sum)
    }),
  )
})

test.each([0x00, 0x01, 0x80, 0xff])('the longest packet of bytes %i has the sum of its words', (byte) => {
  const longest = 65_575
  const buffer = new Uint8Array(longest + 3).fill(byte)
  let sum = (longest >>> 1) * (byte * 0x101) + byte * 0x100
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16)
  for (const offset of [0, 1, 2, 3]) expect(sumBytes(buffer, offset, longest)).toBe(sum)
})

test('a UDP datagram over IPv4 is read and written byte for byte', () => {
  const ip = read(UDP4)
  const udp = new UdpView()
  expect(readUdp(udp, ip, true)).toBe(undefined)
  expect(udp).toMatchObject({ sourcePort: 53, destinationPort: 4_660, payloadLength: 5 })
  const payload = ip.bytes.slice(udp.payload, udp.payload + 5)
  const out = new Uint8Array(13)
  const [source, destination] = [ip.source(), ip.destination()]
  emitUdp({ source, destination, sourcePort: 53, destinationPort: 4_660, payload }, out, 0)
  expect(encodeHex(out)).toBe(UDP4.slice(40))
})

test('a UDP datagram behind an IPv6 destination-options header is found', () => {
  const udp = new UdpView()
  expect(readUdp(udp, read(UDP6), true)).toBe(undefined)
  expect(udp).toMatchObject({ sourcePort: 53, destinationPort: 4_660, payloadLength: 5 })
})

test('a TCP segment with every option is read and written byte for byte', () => {
  const ip = read(TCP4)
  const segment = new TcpSegment()
  expect(readTcp(segment, ip, true)).toBe(undefined)
  expect(segment).toMatchObject({ sourcePort: 80, destinationPort: 40_000, sequence: 1, acknowledgment: 2 })
  expect(segment).toMatchObject({
    flags: 0x12,
    window: 65_535,
    mss: 1_360,
    windowScale: 8,
    sackPermitted: true,
  })
  expect(segment).toMatchObject({ timestampValue: 1, timestampEcho: 2, sackCount: 1, payloadLength: 3 })
  expect([...segment.sackEdges.slice(0, 2)]).toEqual([10, 30])
  segment.sackPermitted = false
  segment.mss = 0
  segment.windowScale = -1
  const out = new Uint8Array(20 + 12 + 12 + 3)
  const header = emitTcp(segment, out, 0)
  out.set([0x61, 0x62, 0x63], header)
  sealTcp(out, 0, header + 3, sumBytes(ip.bytes, ip.addresses, 8))
  expect(encodeHex(out.subarray(20, header))).toBe('0101080a00000001000000020101050a0000000a0000001e')
})

test('ICMP echo is read and written byte for byte in both families', () => {
  const v4 = '080006f41234000770696e67'
  const v6 = '800094a81234000770696e67'
  const expected = { kind: 'echo-request', identifier: 0x1234, sequence: 7 } as const
  const parsed4 = parseIcmpv4(decodeHex(v4))
  const parsed6 = parseIcmpv6(decodeHex(v6), V6_ADDRESSES)
  expect(parsed4).toMatchObject(expected)
  expect(parsed6).toMatchObject(expected)
  const data = new TextEncoder().encode('ping')
  expect(encodeHex(emitIcmpv4({ ...expected, data }))).toBe(v4)
  expect(encodeHex(emitIcmpv6({ ...expected, data }, V6_ADDRESSES))).toBe(v6)
})

test('the two ways to say that a packet is too big mean the same', () => {
  const v4 = parseIcmpv4(decodeHex('030490140000057871756f7465642121'))
  const v6 = parseIcmpv6(decodeHex('020097410000050071756f7465642121'), V6_ADDRESSES)
  expect(v4).toMatchObject({ kind: 'packet-too-big', mtu: 1_400 })
  expect(v6).toMatchObject({ kind: 'packet-too-big', mtu: 1_280 })
})

test('one turned bit anywhere is never taken for the packet that it was', () => {
  const bytes = decodeHex(TCP4)
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const bad = bytes.slice()
    bad[bit >>> 3]! ^= 1 << (bit & 7)
    const ip = new IpView()
    const fault = readIpv4(ip, bad, 0, bad.length) ?? readTcp(new TcpSegment(), ip, true)
    expect(fault, `bit ${bit}`).not.toBe(undefined)
  }
})

test('random bytes and damaged packets are dropped with a reason, never thrown', () => {
  const stack = new Netstack({
    addresses: [parseIp('10.77.0.2'), parseIp('fd00::2')],
    mtu: 1_420,
    random: seededRandom(2),
    checksums: 'trusted',
  })
  stack.listenTcp({ port: 40_000 })
  const samples = [UDP4, UDP6, TCP4].map(decodeHex)
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 8 }),
      fc.uint8Array({ maxLength: 200 }),
      (sample, changes, noise) => {
        const packet = sample.slice()
        for (const [at, value] of changes) packet[at % packet.length] = value
        if (packet[0]! >>> 4 === 4) {
          packet[10] = 0
          packet[11] = 0
          const sum = finishSum(sumBytes(packet, 0, Math.min(packet.length, (packet[0]! & 15) * 4)))
          packet[10] = sum >>> 8
          packet[11] = sum & 0xff
        }
        stack.receive(packet, 1 as Instant)
        stack.receive(noise, 1 as Instant)
        stack.drain()
        stack.drainEvents()
      },
    ),
    { numRuns: 20_000 },
  )
  expect(stack.counters.received).toBe(40_000)
  expect(stack.counters.drops.size).toBeGreaterThan(5)
})
