import { expect, test } from 'vitest'
import { parseEndpoint, parsePrefix } from '../../../src/base/ip.ts'
import type { Instant } from '../../../src/base/time.ts'
import { udpRemote } from '../../../src/tunnel/wireguard/remote.ts'
import { innerPacket, Pair } from './pair.ts'

const INITIATION = 1
const RESPONSE = 2
const COOKIE = 3
const DATA = 4

test.each([false, true])('a packet waits for the handshake and then crosses (preshared key: %s)', (psk) => {
  const pair = new Pair({ psk })
  pair.send(pair.a, 'first')
  pair.run(200)
  pair.send(pair.b, 'back')
  pair.run(200)
  expect(pair.texts(pair.b)).toEqual(['first'])
  expect(pair.texts(pair.a)).toEqual(['back'])
  expect(pair.sent.map((sent) => [sent.from, sent.bytes[0]])).toEqual([
    ['a', INITIATION],
    ['b', RESPONSE],
    ['a', DATA],
    ['b', DATA],
  ])
})

test('peers with different preshared keys never agree', () => {
  const pair = new Pair({ psk: true })
  pair.b.device.setPeer({ publicKey: pair.a.device.publicKey, allowedIps: [] }, pair.now)
  pair.send(pair.a)
  pair.run(1_000)
  expect(pair.a.device.drops.invalidHandshake).toBe(1)
  expect(pair.sentBy(pair.a, DATA)).toHaveLength(0)
})

test('the initiator confirms at once, with an empty packet where nothing waits', () => {
  const pair = new Pair()
  pair.a.device.connect(pair.a.peer, pair.now)
  pair.collect()
  pair.run(200)
  expect(pair.sentBy(pair.a, DATA).map((sent) => sent.bytes.length)).toEqual([32])
  expect(pair.b.outputs.some((output) => output.kind === 'session')).toBe(true)
  expect(pair.a.outputs.find((output) => output.kind === 'session')).toMatchObject({ roundTripMs: 40 })
})

test('the responder does not send under new keys before it heard of the initiator under them', () => {
  const pair = new Pair()
  pair.lose = (sent) => sent.bytes[0] === (sent.from === 'a' ? DATA : INITIATION)
  pair.send(pair.a)
  pair.run(500)
  pair.send(pair.b, 'too early')
  pair.run(100)
  expect(pair.sentBy(pair.b, DATA)).toHaveLength(0)
})

test('a lost initiation is sent again after 5 s and up to 333 ms', () => {
  const pair = new Pair()
  let lost = 0
  pair.lose = (sent) => sent.bytes[0] === INITIATION && lost++ < 2
  pair.send(pair.a, 'patience')
  pair.run(12_000)
  const times = pair.sentBy(pair.a, INITIATION).map((sent) => sent.at)
  expect(times).toHaveLength(3)
  for (const gap of [times[1]! - times[0]!, times[2]! - times[1]!]) {
    expect(gap).toBeGreaterThanOrEqual(5_000)
    expect(gap).toBeLessThanOrEqual(5_333)
  }
  expect(pair.texts(pair.b)).toEqual(['patience'])
})

test('an initiator gives up after 90 s and says so; what waited is dropped', () => {
  const pair = new Pair()
  pair.lose = () => true
  pair.send(pair.a, 'never')
  pair.run(200_000)
  const initiations = pair.sentBy(pair.a, INITIATION)
  expect(initiations).toHaveLength(18)
  expect(initiations.at(-1)!.at - initiations[0]!.at).toBeLessThan(91_000)
  expect(pair.a.outputs.filter((output) => output.kind === 'unanswered')).toHaveLength(1)
  pair.lose = () => false
  pair.send(pair.a, 'again')
  pair.run(200)
  expect(pair.texts(pair.b)).toEqual(['again'])
})

test('who has something to send is not given up: each packet begins the 90 s anew, and the silence is told once', () => {
  const pair = new Pair()
  pair.lose = () => true
  for (let second = 0; second < 300; second++) {
    pair.send(pair.a, `${second}`)
    pair.run(1_000)
  }
  const gaps = gapsBetween(pair.sentBy(pair.a, INITIATION).map((sent) => sent.at))
  expect(gaps.length).toBeGreaterThan(54)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(5_333)
  expect(pair.a.outputs.filter((output) => output.kind === 'unanswered')).toHaveLength(1)
  pair.lose = () => false
  pair.run(6_000)
  // The newest 128 have waited.
  expect(pair.texts(pair.b)).toEqual(Array.from({ length: 128 }, (_, i) => `${172 + i}`))
})

test('what waits for a peer that nobody knows the place of goes out when the place is told', () => {
  const pair = new Pair()
  pair.a.device.removePeer(pair.a.peer)
  const { publicKey } = pair.b.device
  const allowedIps = [parsePrefix('10.0.0.2/32')]
  pair.a.device.setPeer({ publicKey, allowedIps }, pair.now)
  pair.send(pair.a, 'waits')
  pair.run(1_000)
  expect(pair.sentBy(pair.a, INITIATION)).toHaveLength(0)
  pair.a.device.setPeer({ publicKey, allowedIps, remote: pair.b.address }, pair.now)
  pair.collect()
  pair.run(200)
  expect(pair.texts(pair.b)).toEqual(['waits'])
})

test('the initiator rekeys when it sends after 120 s, the responder does not', () => {
  const pair = new Pair()
  pair.send(pair.a)
  pair.run(120_500)
  pair.send(pair.b)
  pair.run(500)
  expect(pair.sentBy(pair.b, INITIATION)).toHaveLength(0)
  pair.send(pair.a)
  pair.run(500)
  expect(pair.sentBy(pair.a, INITIATION)).toHaveLength(2)
  expect(pair.texts(pair.b)).toHaveLength(2)
})

test('an initiator that only receives rekeys once when its keys are older than 165 s', () => {
  const pair = new Pair()
  pair.send(pair.a)
  pair.run(164_000)
  pair.lose = (sent) => sent.bytes[0] === INITIATION
  pair.send(pair.b)
  pair.run(100)
  expect(pair.sentBy(pair.a, INITIATION)).toHaveLength(1)
  pair.run(1_500)
  for (let i = 0; i < 3; i++) {
    pair.send(pair.b)
    pair.run(100)
  }
  expect(pair.sentBy(pair.a, INITIATION)).toHaveLength(2)
})

test('keys older than 180 s neither seal nor open', () => {
  const pair = new Pair()
  pair.send(pair.a)
  pair.run(200)
  pair.send(pair.a, 'kept back')
  const held = pair.sentBy(pair.a, DATA).at(-1)!
  pair.run(1_000)
  pair.lose = () => true
  pair.run(180_000)
  const before = pair.sentBy(pair.a, DATA).length
  pair.send(pair.a, 'after')
  expect(pair.sentBy(pair.a, DATA)).toHaveLength(before)
  pair.inject(pair.b, held.bytes)
  expect(pair.b.device.drops.expiredKey).toBe(1)
})

test('540 s after the last session no key is left: its index leads nowhere', () => {
  const pair = new Pair()
  pair.send(pair.a)
  pair.run(200)
  const held = pair.sentBy(pair.a, DATA).at(-1)!
  pair.lose = () => true
  pair.run(541_000)
  pair.inject(pair.b, held.bytes)
  expect(pair.b.device.drops.unknownIndex).toBe(1)
})

test('who received and has nothing to say sends one empty packet after 10 s', () => {
  const pair = new Pair()
  pair.send(pair.a)
  pair.run(9_900)
  expect(pair.sentBy(pair.b, DATA)).toHaveLength(0)
  pair.run(60_000)
  expect(pair.sentBy(pair.b, DATA).map((sent) => sent.bytes.length)).toEqual([32])
})

test('who sent and heard nothing for 15 s tries a new handshake', () => {
  const pair = new Pair()
  pair.send(pair.a)
  pair.run(200)
  pair.run(30_000)
  pair.lose = (sent) => sent.from === 'b'
  pair.send(pair.a)
  pair.run(14_900)
  expect(pair.sentBy(pair.a, INITIATION)).toHaveLength(1)
  pair.run(600)
  expect(pair.sentBy(pair.a, INITIATION)).toHaveLength(2)
})

test('persistent keepalives are sent at their interval and open a session by themselves', () => {
  const pair = new Pair({ keepaliveSeconds: 25 })
  pair.run(101_000)
  const empty = pair.sentBy(pair.a, DATA).filter((sent) => sent.bytes.length === 32)
  expect(empty.length).toBeGreaterThanOrEqual(4)
})

test('both initiate at once: both directions carry from the first round trip on', () => {
  const pair = new Pair()
  pair.send(pair.a, 'a0')
  pair.send(pair.b, 'b0')
  for (let i = 1; i <= 300; i++) {
    pair.run(100)
    pair.send(pair.a, `a${i}`)
    pair.send(pair.b, `b${i}`)
  }
  pair.run(100)
  expect(pair.texts(pair.b)).toEqual(Array.from({ length: 301 }, (_, i) => `a${i}`))
  expect(pair.texts(pair.a)).toEqual(Array.from({ length: 301 }, (_, i) => `b${i}`))
  expect(pair.sent.filter((sent) => sent.bytes[0] === INITIATION)).toHaveLength(2)
})

test('an hour of traffic both ways over rekeys loses nothing', () => {
  const pair = new Pair()
  let sent = 0
  for (; sent < 7_200; sent++) {
    pair.send(pair.a, `a${sent}`)
    pair.send(pair.b, `b${sent}`)
    pair.run(500)
  }
  expect(pair.texts(pair.b)).toHaveLength(sent)
  expect(pair.texts(pair.a)).toHaveLength(sent)
})

test('one-way deaf after a handshake (boringtun 495): after any lost handshake message both ways carry within 6 s', () => {
  for (const type of [INITIATION, RESPONSE, DATA]) {
    const pair = new Pair({ seed: `deaf ${type}` })
    pair.send(pair.a)
    pair.send(pair.b)
    pair.run(121_000)
    let lost = false
    pair.lose = (sent) => {
      if (lost || sent.bytes[0] !== type) return false
      lost = true
      return true
    }
    for (let i = 0; i < 60; i++) {
      pair.send(pair.a)
      pair.send(pair.b)
      pair.run(100)
    }
    const before = { a: pair.a.packets.length, b: pair.b.packets.length }
    for (let i = 0; i < 100; i++) {
      pair.send(pair.a)
      pair.send(pair.b)
      pair.run(100)
    }
    expect(pair.a.packets.length - before.a).toBe(100)
    expect(pair.b.packets.length - before.b).toBe(100)
  }
})

test('an authenticated packet from elsewhere moves the peer there', () => {
  const pair = new Pair()
  pair.send(pair.a)
  pair.run(200)
  pair.a.address = udpRemote(parseEndpoint('198.51.100.7:7'))
  pair.send(pair.a, 'moved')
  pair.run(200)
  pair.send(pair.b, 'found')
  pair.run(200)
  expect(pair.texts(pair.a)).toEqual(['found'])
})

test('a forged packet from elsewhere moves nobody', () => {
  const pair = new Pair()
  pair.send(pair.a)
  pair.run(200)
  const forged = pair.sentBy(pair.a, DATA)[0]!.bytes.slice()
  forged[20]! ^= 1
  pair.inject(pair.b, forged, udpRemote(parseEndpoint('203.0.113.9:9')))
  expect(pair.b.device.drops.invalidTag).toBe(1)
  expect(pair.b.device.status(pair.b.peer)?.remote?.id).toBe(pair.a.address.id)
})

test('a cookie reply from elsewhere moves nobody (boringtun 489)', () => {
  const pair = new Pair({ device: { measureHandshakeCost: () => 100 } })
  pair.send(pair.a)
  pair.run(1)
  const initiation = pair.sentBy(pair.a, INITIATION)[0]!.bytes
  pair.inject(pair.b, initiation)
  pair.inject(pair.b, initiation)
  const reply = pair.sentBy(pair.b, COOKIE)[0]!.bytes
  pair.inject(pair.a, reply, udpRemote(parseEndpoint('203.0.113.9:9')))
  expect(pair.a.device.drops.invalidCookieReply).toBe(0)
  expect(pair.a.device.status(pair.a.peer)?.remote?.id).toBe(pair.b.address.id)
})

test('a replayed packet is dropped, from the same address and from another', () => {
  const pair = new Pair()
  pair.send(pair.a, 'once')
  pair.run(200)
  const data = pair.sentBy(pair.a, DATA)[0]!.bytes
  pair.inject(pair.b, data)
  pair.inject(pair.b, data, udpRemote(parseEndpoint('203.0.113.9:9')))
  expect(pair.texts(pair.b)).toEqual(['once'])
  expect(pair.b.device.drops.replayedPacket).toBe(2)
  expect(pair.b.device.status(pair.b.peer)?.remote?.id).toBe(pair.a.address.id)
})

test('a replayed initiation is dropped, and an established session is not disturbed by it', () => {
  const pair = new Pair()
  pair.send(pair.a)
  pair.run(200)
  pair.inject(pair.b, pair.sentBy(pair.a, INITIATION)[0]!.bytes)
  expect(pair.b.device.drops.replayedInitiation).toBe(1)
  expect(pair.sentBy(pair.b, RESPONSE)).toHaveLength(1)
})

test('no answer at all to an initiation with a wrong MAC1', () => {
  const pair = new Pair()
  pair.send(pair.a)
  const initiation = pair.sentBy(pair.a, INITIATION)[0]!.bytes.slice()
  initiation[120]! ^= 1
  pair.inject(pair.b, initiation)
  expect(pair.b.device.drops.invalidMac1).toBe(1)
  expect(pair.sent.filter((sent) => sent.from === 'b')).toHaveLength(0)
})

test('under a flood cookies are demanded, and an initiation with MAC2 is served (boringtun 39)', () => {
  const pair = new Pair({ device: { measureHandshakeCost: () => 10 } })
  const stranger = new Pair({ seed: 'stranger' })
  stranger.a.device.setPeer(
    { publicKey: pair.b.device.publicKey, allowedIps: [], remote: pair.b.address },
    stranger.now,
  )
  const junk = initiationTo(stranger, pair)
  for (let i = 0; i < 5; i++) pair.inject(pair.b, junk, udpRemote(parseEndpoint('203.0.113.9:9')))
  expect(pair.b.device.drops.cookieDemanded).toBeGreaterThan(0)

  pair.send(pair.a, 'through the flood')
  for (let i = 0; i < 70; i++) {
    pair.run(100)
    for (let j = 0; j < 5; j++) pair.inject(pair.b, junk, udpRemote(parseEndpoint('203.0.113.9:9')))
  }
  const [first, second] = pair.sentBy(pair.a, INITIATION)
  expect(first!.bytes.subarray(132).every((byte) => byte === 0)).toBe(true)
  expect(second!.bytes.subarray(132).some((byte) => byte !== 0)).toBe(true)
  expect(pair.texts(pair.b)).toEqual(['through the flood'])
})

test('a source under load gets as many cookies as it may use, and another source still gets its own', () => {
  const pair = new Pair({ device: { measureHandshakeCost: () => 100 } })
  const stranger = new Pair({ seed: 'stranger' })
  stranger.a.device.setPeer(
    { publicKey: pair.b.device.publicKey, allowedIps: [], remote: pair.b.address },
    stranger.now,
  )
  const junk = initiationTo(stranger, pair)
  const flood = udpRemote(parseEndpoint('203.0.113.9:9'))
  for (let i = 0; i < 100; i++) pair.inject(pair.b, junk, flood)
  expect(pair.b.device.drops.cookieDemanded).toBeGreaterThan(90)
  expect(pair.sentBy(pair.b, COOKIE)).toHaveLength(5)
  pair.inject(pair.b, junk, udpRemote(parseEndpoint('203.0.113.10:9')))
  expect(pair.sentBy(pair.b, COOKIE)).toHaveLength(6)
})

test('a cookie reply is not answered at once: the initiation is sent again when its time comes', () => {
  const pair = new Pair({ device: { measureHandshakeCost: () => 100 } })
  pair.send(pair.a)
  const initiation = pair.sentBy(pair.a, INITIATION)[0]!.bytes
  pair.inject(pair.b, initiation, udpRemote(parseEndpoint('203.0.113.9:9')))
  pair.run(1_000)
  expect(pair.sentBy(pair.b, COOKIE).length).toBeGreaterThan(0)
  expect(pair.sentBy(pair.a, INITIATION)).toHaveLength(1)
})

test('an inner source that does not belong to the peer is dropped', () => {
  const pair = new Pair()
  pair.send(pair.a)
  pair.run(200)
  pair.a.device.send(innerPacket([10, 9, 9, 9], [10, 0, 0, 2], 'spoofed'), pair.now)
  pair.collect()
  pair.run(200)
  expect(pair.b.device.drops.disallowedSource).toBe(1)
  expect(pair.texts(pair.b)).toEqual(['hello'])
})

test('an IPv6 length near 65,535 does not wrap around (wireguard-go receive)', () => {
  const pair = new Pair()
  pair.send(pair.a)
  pair.run(200)
  const packet = new Uint8Array(48)
  packet[0] = 0x60
  packet.fill(0xff, 4, 6)
  pair.a.device.send(packet, pair.now)
  expect(pair.a.device.drops.invalidInnerPacket).toBe(1)
})

test('packets are padded to 16 and never past the MTU, and arrive without padding (GotaTun, audit of 2026)', () => {
  const pair = new Pair({ device: { mtu: 1_420 } })
  for (const size of [1, 12, 13, 1_399, 1_400]) pair.send(pair.a, 'x'.repeat(size))
  pair.run(200)
  // 20 bytes of header: 21, 32, 33, 1419, 1420.
  expect(pair.sentBy(pair.a, DATA).map((sent) => sent.bytes.length - 32)).toEqual([32, 32, 48, 1_420, 1_420])
  expect(pair.texts(pair.b).map((text) => text.length)).toEqual([1, 12, 13, 1_399, 1_400])
})

test('session indices are random and all different (GotaTun, audit of 2026)', () => {
  const indices = new Set<number>()
  for (let i = 0; i < 50; i++) {
    const pair = new Pair({ seed: `index ${i}` })
    pair.send(pair.a)
    indices.add(new DataView(pair.sentBy(pair.a, INITIATION)[0]!.bytes.buffer).getUint32(4, true))
  }
  expect(indices.size).toBe(50)
  expect(Math.max(...indices)).toBeGreaterThan(0x8000_0000)
})

test('what is no message is counted and dropped', () => {
  const pair = new Pair()
  const reserved = new Uint8Array(148)
  reserved.set([1, 0, 1, 0])
  const short = Uint8Array.of(1, 0, 0, 0, ...new Array<number>(143).fill(0))
  for (const datagram of [new Uint8Array(0), new Uint8Array(31), Uint8Array.of(4), reserved, short]) {
    pair.inject(pair.b, datagram)
  }
  expect(pair.b.device.drops.malformed).toBe(5)
})

test('a removed peer is answered by nothing', () => {
  const pair = new Pair()
  pair.send(pair.a)
  pair.run(200)
  pair.b.device.removePeer(pair.b.peer)
  const data = pair.sentBy(pair.a, DATA)[0]!.bytes
  pair.inject(pair.b, data)
  expect(pair.b.device.drops.unknownIndex).toBe(1)
  pair.run(60_000)
  expect(pair.b.device.nextTimeout()).toBeUndefined()
  expect(pair.sentBy(pair.b, DATA)).toHaveLength(0)
})

test('at most 128 packets wait for a handshake, the oldest give way', () => {
  const pair = new Pair()
  pair.delayMs = 100
  for (let i = 0; i < 200; i++) pair.send(pair.a, `${i}`)
  pair.run(1_000)
  expect(pair.texts(pair.b)).toHaveLength(128)
  expect(pair.texts(pair.b)[0]).toBe('72')
  expect(pair.a.device.drops.stageOverflow).toBe(72)
})

test('calling handleTimeout early does nothing', () => {
  const pair = new Pair()
  pair.send(pair.a)
  const count = pair.sent.length
  for (let i = 0; i < 10; i++) pair.a.device.handleTimeout((pair.now + i) as Instant)
  pair.collect()
  expect(pair.sent).toHaveLength(count)
})

function gapsBetween(times: readonly number[]): number[] {
  return times.slice(1).map((time, i) => time - times[i]!)
}

/** An initiation with a valid MAC1 from a key that the receiver does not know. */
function initiationTo(stranger: Pair, pair: Pair): Uint8Array {
  stranger.a.device.connect(
    stranger.a.device.setPeer(
      { publicKey: pair.b.device.publicKey, allowedIps: [], remote: pair.b.address },
      stranger.now,
    ),
    stranger.now,
  )
  const output = stranger.a.device.drain().find((each) => each.kind === 'datagram')
  if (output?.kind !== 'datagram') throw new Error('no initiation came out')
  return new Uint8Array(output.bytes)
}
