/** What ends with counters (paper, section 6.2), and what a peer that holds the keys may seal. */
import { expect, test } from 'vitest'
import type { Instant } from '../../../src/base/time.ts'
import { sealBytes } from '../../../src/tunnel/wireguard/aead.ts'
import { nobleAead } from '../../../src/tunnel/wireguard/aead-noble.ts'
import { joinedCores, NOW, send, sentTypes, take, takeDatagram } from './core-pair.ts'

const LATER = (NOW + 10_000) as Instant

/** A whole IPv6 packet of nothing. */
function packet(lengthField = 0): Uint8Array {
  const bytes = new Uint8Array(48)
  bytes[0] = 0x60
  bytes[4] = lengthField >> 8
  bytes[5] = lengthField & 255
  return bytes
}

test.each([
  0, 1,
] as const)('after 2^60 messages side %i asks for new keys with the packet that it sends', (index) => {
  const side = joinedCores()[index]
  const { current } = side.peer.slots
  current!.counterHigh = 0x1000_0000
  send(side, packet(8), LATER)
  expect(sentTypes(side)).toEqual([4, 1])
})

test('at REJECT_AFTER_MESSAGES nothing more is sealed: the packet waits and a handshake begins (boringtun 478)', () => {
  const [side] = joinedCores()
  const current = side.peer.slots.current!
  current.counterHigh = 0xffff_ffff
  current.counterLow = 0xffff_dffe
  send(side, packet(8), LATER)
  expect(sentTypes(side)).toEqual([4, 1])
  send(side, packet(8), LATER)
  expect(sentTypes(side)).toEqual([])
  expect(side.peer.staged).toHaveLength(1)
  expect([current.counterHigh, current.counterLow]).toEqual([0xffff_ffff, 0xffff_dfff])
})

test('a packet sealed at REJECT_AFTER_MESSAGES is authentic and yet dropped (boringtun 478)', () => {
  const [a, b] = joinedCores()
  const current = a.peer.slots.current!
  const message = new Uint8Array(16 + 48 + 16)
  message[0] = 4
  new DataView(message.buffer).setUint32(4, current.remoteIndex, true)
  message.set([0xff, 0xdf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 8)
  message.set(sealBytes(nobleAead, current.sendKey, 0xffff_dfff, 0xffff_ffff, packet(8)), 16)
  take(b, message, LATER)
  expect(b.core.drops.replayedPacket).toBe(1)
  expect(b.core.outputs).toEqual([])
})

test.each([
  65_535, 65_496, 9,
])('an authentic IPv6 packet that claims %i bytes is dropped: no u16 wraps around (wireguard-go receive)', (length) => {
  const [a, b] = joinedCores()
  send(a, packet(length), LATER)
  take(b, takeDatagram(a), LATER)
  // The padding makes 48 of 48, and 9 beyond the header are 49.
  expect(b.core.drops.invalidInnerPacket).toBe(1)
  expect(b.core.outputs.filter((output) => output.kind === 'packet')).toEqual([])
})
