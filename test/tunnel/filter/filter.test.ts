import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Instant } from '../../../src/base/time.ts'
import { classify } from '../../../src/tunnel/filter/classify.ts'
import { type FilterRule, PeerFilter } from '../../../src/tunnel/filter/filter.ts'
import { icmp, ipv4, ipv6, tcp, udp } from './packets.ts'

const TCP = 6
const UDP = 17
const now = 0 as Instant
const web: readonly FilterRule[] = [
  {
    kind: 'tcp',
    ports: [
      { first: 80, last: 80 },
      { first: 8_000, last: 8_009 },
    ],
  },
]

test('nothing comes in without a rule', () => {
  const filter = new PeerFilter([])
  for (const packet of [
    ipv4({ protocol: TCP, payload: tcp(5, 80) }),
    ipv4({ protocol: UDP, payload: udp(5, 53) }),
    ipv4({ protocol: 1, payload: icmp(8) }),
    ipv6({ protocol: 58, payload: icmp(128) }),
    ipv4({ protocol: 50, payload: [1, 2, 3, 4] }),
  ]) {
    expect(filter.admits(packet, now)).toBe(false)
  }
})

test.each([
  [80, true],
  [79, false],
  [81, false],
  [8_000, true],
  [8_009, true],
  [8_010, false],
])('a rule of TCP ports 80 and 8000 to 8009 lets port %i in: %s', (destination, admitted) => {
  for (const packet of [
    ipv4({ protocol: TCP, payload: tcp(5, destination) }),
    ipv6({ protocol: TCP, payload: tcp(5, destination) }),
  ]) {
    expect(new PeerFilter(web).admits(packet, now)).toBe(admitted)
  }
})

test('the destination port counts, not the source port, and the protocol too', () => {
  const filter = new PeerFilter(web)
  expect(filter.admits(ipv4({ protocol: TCP, payload: tcp(80, 22) }), now)).toBe(false)
  expect(filter.admits(ipv4({ protocol: UDP, payload: udp(5, 80) }), now)).toBe(false)
})

test('an answer to what we sent comes in, from that address and port only', () => {
  const filter = new PeerFilter([])
  filter.noteSent(ipv4({ from: '10.0.0.2', to: '10.0.0.1', protocol: TCP, payload: tcp(4_000, 443) }), now)
  const answer = (from: string, sourcePort: number, port: number) =>
    filter.admits(ipv4({ from, protocol: TCP, payload: tcp(sourcePort, port) }), now)
  expect(answer('10.0.0.1', 443, 4_000)).toBe(true)
  expect(answer('10.0.0.1', 444, 4_000)).toBe(false)
  expect(answer('10.0.0.1', 443, 4_001)).toBe(false)
  expect(answer('10.0.0.9', 443, 4_000)).toBe(false)
})

test('a UDP flow is forgotten after three minutes, a TCP flow is not', () => {
  const filter = new PeerFilter([])
  filter.noteSent(ipv4({ from: '10.0.0.2', to: '10.0.0.1', protocol: UDP, payload: udp(4_000, 53) }), now)
  filter.noteSent(ipv4({ from: '10.0.0.2', to: '10.0.0.1', protocol: TCP, payload: tcp(4_000, 53) }), now)
  const later = 181_000 as Instant
  expect(filter.admits(ipv4({ protocol: UDP, payload: udp(53, 4_000) }), later)).toBe(false)
  expect(filter.admits(ipv4({ protocol: TCP, payload: tcp(53, 4_000) }), later)).toBe(true)
})

test('an echo reply answers our request, a request of theirs does not', () => {
  const filter = new PeerFilter([])
  filter.noteSent(ipv4({ from: '10.0.0.2', to: '10.0.0.1', protocol: 1, payload: icmp(8) }), now)
  expect(filter.admits(ipv4({ protocol: 1, payload: icmp(0) }), now)).toBe(true)
  expect(filter.admits(ipv4({ protocol: 1, payload: icmp(8) }), now)).toBe(false)
  expect(new PeerFilter([{ kind: 'icmp' }]).admits(ipv4({ protocol: 1, payload: icmp(8) }), now)).toBe(true)
  expect(new PeerFilter([{ kind: 'icmp' }]).admits(ipv4({ protocol: 1, payload: icmp(5) }), now)).toBe(false)
})

test('an ICMP error comes in where it quotes a packet of ours, and else not', () => {
  const filter = new PeerFilter([])
  const ours = ipv4({ from: '10.0.0.2', to: '10.0.0.1', protocol: UDP, payload: udp(4_000, 9) })
  const others = ipv4({ from: '10.0.0.2', to: '10.0.0.1', protocol: UDP, payload: udp(4_001, 9) })
  filter.noteSent(ours, now)
  const error = (quoted: Uint8Array) =>
    filter.admits(ipv4({ protocol: 1, payload: [3, 3, 0, 0, 0, 0, 0, 0, ...quoted.subarray(0, 28)] }), now)
  expect(error(ours)).toBe(true)
  expect(error(others)).toBe(false)
})

test('later fragments come in only after their first was let in', () => {
  const filter = new PeerFilter([{ kind: 'udp', ports: [{ first: 53, last: 53 }] }])
  const first = (id: number, port: number) =>
    ipv4({
      protocol: UDP,
      payload: udp(5, port, new Array<number>(32).fill(0)),
      fragment: { offset: 0, more: true, id },
    })
  const later = (id: number) =>
    ipv4({ protocol: UDP, payload: [1, 2, 3], fragment: { offset: 40, more: false, id } })
  expect(filter.admits(later(1), now)).toBe(false)
  expect(filter.admits(first(1, 53), now)).toBe(true)
  expect(filter.admits(later(1), now)).toBe(true)
  expect(filter.admits(later(2), now)).toBe(false)
  expect(filter.admits(first(3, 54), now)).toBe(false)
  expect(filter.admits(later(3), now)).toBe(false)
  expect(filter.admits(later(1), 31_000 as Instant)).toBe(false)
})

test('a first fragment too short for its ports hides them: it is opaque', () => {
  const tiny = ipv4({
    protocol: TCP,
    payload: tcp(5, 80).slice(0, 8),
    fragment: { offset: 0, more: true, id: 1 },
  })
  expect(classify(tiny)).toBeUndefined()
})

test('a TCP fragment at offset 8 would overwrite the header: it is opaque (RFC 1858)', () => {
  expect(
    classify(ipv4({ protocol: TCP, payload: [1], fragment: { offset: 8, more: false, id: 1 } })),
  ).toBeUndefined()
})

const hopByHop = (next: number) => [next, 0, 0, 0, 0, 0, 0, 0]
const destinationOptions = (next: number) => [next, 1, ...new Array<number>(14).fill(0)]
const authentication = (next: number) => [next, 4, ...new Array<number>(22).fill(0)]
const fragmentHeader = (next: number, offset: number, more: boolean) => {
  const field = offset | (more ? 1 : 0)
  return [next, 0, field >> 8, field & 0xff, 0, 0, 0, 7]
}

test.each([
  ['hop-by-hop', 0, [...hopByHop(TCP)]],
  ['destination options of 16 bytes', 60, [...destinationOptions(TCP)]],
  ['authentication, counted in fours', 51, [...authentication(TCP)]],
  ['three in a row', 0, [...hopByHop(60), ...destinationOptions(51), ...authentication(TCP)]],
  ['an atomic fragment', 44, [...fragmentHeader(TCP, 0, false)]],
])('IPv6: ports are found behind %s (nebula 1789, 1840)', (_, protocol, extensions) => {
  const packet = ipv6({ protocol, payload: [...extensions, ...tcp(5, 22)] })
  expect(classify(packet)).toMatchObject({ protocol: TCP, destinationPort: 22, fragment: 'whole' })
  expect(new PeerFilter(web).admits(packet, now)).toBe(false)
  expect(new PeerFilter(web).admits(ipv6({ protocol, payload: [...extensions, ...tcp(5, 80)] }), now)).toBe(
    true,
  )
})

test.each([
  ['a chain of nine headers', 0, [...new Array(9).fill(hopByHop(0)).flat(), ...hopByHop(TCP)]],
  ['a second fragment header', 44, [...fragmentHeader(44, 0, true), ...fragmentHeader(TCP, 0, true)]],
  ['a header that goes past the end', 60, [TCP, 200, 0, 0, 0, 0, 0, 0]],
  ['nothing behind the header', 0, hopByHop(TCP)],
])('IPv6: %s is opaque', (_, protocol, extensions) => {
  const more = extensions.length === 8 ? [] : tcp(5, 80)
  expect(classify(ipv6({ protocol, payload: [...extensions, ...more] }))).toBeUndefined()
})

test('ICMP of the other family is opaque', () => {
  expect(classify(ipv4({ protocol: 58, payload: icmp(128) }))).toBeUndefined()
  expect(classify(ipv6({ protocol: 1, payload: icmp(8) }))).toBeUndefined()
})

test('a protocol without ports needs a rule of its own (nebula 1789, 1840)', () => {
  const gre = ipv4({ protocol: 47, payload: [0, 0, 8, 0] })
  expect(new PeerFilter(web).admits(gre, now)).toBe(false)
  expect(new PeerFilter([{ kind: 'protocol', number: 47 }]).admits(gre, now)).toBe(true)
})

test('no bytes make the classifier throw', () => {
  const shaped = fc.uint8Array({ minLength: 1, maxLength: 120 }).map((bytes) => {
    bytes[0] = bytes[0]! & 1 ? 0x45 : 0x60
    return bytes
  })
  fc.assert(
    fc.property(fc.oneof(shaped, fc.uint8Array({ maxLength: 100 })), (bytes) => {
      const packet = classify(bytes)
      if (packet) expect(packet.transportAt).toBeLessThanOrEqual(bytes.length)
      new PeerFilter(web).admits(bytes, now)
      new PeerFilter(web).noteSent(bytes, now)
    }),
    { numRuns: 20_000 },
  )
})
