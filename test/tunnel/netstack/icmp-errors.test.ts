/** What strangers are told of packets that we cannot use (RFC 792, RFC 4443, RFC 1122 §3.2.2). */
import { expect, test } from 'vitest'
import { decodeHex } from '../../../src/base/bytes.ts'
import { parseIp } from '../../../src/base/ip.ts'
import type { Instant } from '../../../src/base/time.ts'
import { Netstack } from '../../../src/tunnel/netstack/netstack.ts'
import { parseIcmpv4 } from '../../../src/tunnel/netstack/wire/icmpv4.ts'
import { parseIcmpv6 } from '../../../src/tunnel/netstack/wire/icmpv6.ts'
import { IpView } from '../../../src/tunnel/netstack/wire/ip.ts'
import { emitIpv4, readIpv4 } from '../../../src/tunnel/netstack/wire/ipv4.ts'
import { emitIpv6, readIpv6 } from '../../../src/tunnel/netstack/wire/ipv6.ts'
import { seededRandom } from './simulated-network.ts'

const OURS = { 4: parseIp('10.77.0.2').bytes, 6: parseIp('fd00::2').bytes }
const PEER = { 4: parseIp('10.77.0.9').bytes, 6: parseIp('fd00::9').bytes }
const PAYLOAD = new Uint8Array(64).fill(0x2a)

function newStack(): Netstack {
  const addresses = [parseIp('10.77.0.2'), parseIp('fd00::2')]
  return new Netstack({ addresses, mtu: 1_420, random: seededRandom(1) })
}

function packet(family: 4 | 6, protocol: number, payload: Uint8Array, moreFragments = false, offset = 0) {
  const bytes = new Uint8Array(48 + payload.length)
  const repr = {
    source: PEER[family],
    destination: OURS[family],
    protocol,
    hopLimit: 64,
    payloadLength: payload.length,
    dontFragment: false,
    identification: 7,
    fragmentOffset: offset,
    moreFragments,
  }
  const header = family === 4 ? emitIpv4(repr, bytes, 0) : emitIpv6(repr, bytes, 0)
  bytes.set(payload, header)
  return bytes.subarray(0, header + payload.length)
}

function answers(stack: Netstack): unknown[] {
  return stack.drain().map((bytes) => {
    const ip = new IpView()
    if (bytes[0]! >>> 4 === 4) {
      expect(readIpv4(ip, bytes, 0, bytes.length)).toBe(undefined)
      return parseIcmpv4(bytes.subarray(ip.payload))
    }
    expect(readIpv6(ip, bytes, 0, bytes.length)).toBe(undefined)
    return parseIcmpv6(bytes.subarray(ip.payload), bytes.subarray(8, 40))
  })
}

for (const family of [4, 6] as const) {
  test(`a datagram of which fragments are missing is told of after 30 s, over IPv${family}`, () => {
    const stack = newStack()
    const first = packet(family, 17, PAYLOAD, true)
    stack.receive(first, 1_000 as Instant)
    stack.handleTimeout(30_999 as Instant)
    expect(answers(stack)).toEqual([])
    stack.handleTimeout(31_000 as Instant)
    const [told] = answers(stack) as { quoted: Uint8Array }[]
    expect(told).toMatchObject({ kind: 'time-exceeded', code: 1 })
    expect(Buffer.compare(told!.quoted, first)).toBe(0)
  })

  test(`without the first fragment, or of ICMP, nobody is told, over IPv${family}`, () => {
    const stack = newStack()
    stack.receive(packet(family, 17, PAYLOAD, true, 64), 1_000 as Instant)
    stack.handleTimeout(40_000 as Instant)
    stack.receive(packet(family, family === 4 ? 1 : 58, PAYLOAD, true), 50_000 as Instant)
    stack.handleTimeout(90_000 as Instant)
    expect(stack.counters.dropsOf('fragment-timed-out')).toBe(2)
    expect(answers(stack)).toEqual([])
  })
}

test('an unknown protocol is unreachable over IPv4, and over IPv6 a problem of the next-header field', () => {
  const stack = newStack()
  stack.receive(packet(4, 132, PAYLOAD), 1_000 as Instant)
  stack.receive(packet(6, 132, PAYLOAD), 1_000 as Instant)
  const behindOptions = Uint8Array.of(132, 0, 1, 4, 0, 0, 0, 0, ...PAYLOAD)
  stack.receive(packet(6, 60, behindOptions), 1_000 as Instant)
  expect(answers(stack)).toMatchObject([
    { kind: 'unreachable', reason: 'protocol' },
    { kind: 'parameter-problem', code: 1, pointer: 6 },
    { kind: 'parameter-problem', code: 1, pointer: 40 },
  ])
})

test('an unknown option that wants an answer gets one, one that wants silence gets silence', () => {
  const stack = newStack()
  for (const kind of [0x80, 0xc0, 0x40]) {
    const options = Uint8Array.of(17, 0, kind, 4, 0, 0, 0, 0, ...PAYLOAD)
    stack.receive(packet(6, 60, options), 1_000 as Instant)
  }
  expect(stack.counters.dropsOf('ipv6-option-refused')).toBe(3)
  const expected = { kind: 'parameter-problem', code: 2, pointer: 42 }
  expect(answers(stack)).toMatchObject([expected, expected])
})

test.each([
  ['a TCP header that is cut', 6, new Uint8Array(16)],
  ['options, and no header behind them', 60, Uint8Array.of(6, 0, 1, 4, 0, 0, 0, 0)],
  ['options that are longer than the fragment', 60, Uint8Array.of(6, 9, 1, 4, 0, 0, 0, 0)],
])('a first fragment with %s is dropped, and so is the datagram (RFC 8200 §4.5, RFC 7112)', (_name, protocol, bytes) => {
  const stack = newStack()
  stack.receive(packet(6, protocol, bytes, true), 1_000 as Instant)
  expect(stack.counters.dropsOf('ipv6-header-chain')).toBe(1)
  expect(stack.nextTimeout()).toBe(undefined)
  const told = { kind: 'parameter-problem', code: 3, pointer: 0 }
  expect(answers(stack)).toMatchObject(protocol === 6 ? [told] : [])
})

test('a first fragment that has all its headers is kept, whatever they are', () => {
  const stack = newStack()
  const behindOptions = Uint8Array.of(17, 0, 1, 4, 0, 0, 0, 0, ...PAYLOAD)
  stack.receive(packet(6, 60, behindOptions, true), 1_000 as Instant)
  expect(stack.counters.dropsOf('ipv6-header-chain')).toBe(0)
  expect(stack.nextTimeout()).toBe(31_000)
})

test('a routing header that wants us to forward is a problem of its type', () => {
  const stack = newStack()
  const routed = new Uint8Array([...decodeHex('1102000100000000'), ...OURS[6], ...PAYLOAD])
  stack.receive(packet(6, 43, routed), 1_000 as Instant)
  expect(answers(stack)).toMatchObject([{ kind: 'parameter-problem', code: 0, pointer: 42 }])
})

test('an option before ICMP is not answered, nor is what was sent to somebody else', () => {
  const stack = newStack()
  const options = (next: number) => Uint8Array.of(next, 0, 0x80, 4, 0, 0, 0, 0, ...PAYLOAD)
  stack.receive(packet(6, 60, options(58)), 1_000 as Instant)
  const elsewhere = packet(6, 60, options(17))
  elsewhere[39] = 3
  stack.receive(elsewhere, 1_000 as Instant)
  expect(answers(stack)).toEqual([])
})
