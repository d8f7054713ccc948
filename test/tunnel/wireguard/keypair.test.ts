import { expect, test } from 'vitest'
import type { Instant } from '../../../src/base/time.ts'
import { nobleAead } from '../../../src/tunnel/wireguard/aead-noble.ts'
import { Keypair, KeypairSlots } from '../../../src/tunnel/wireguard/keypair.ts'

test('counters count over 2^32 and end at REJECT_AFTER_MESSAGES, not at a wrap (boringtun 54)', () => {
  const keypair = create(1)
  keypair.counterLow = 0xffff_ffff
  keypair.advance()
  expect([keypair.counterHigh, keypair.counterLow]).toEqual([1, 0])
  keypair.counterHigh = 0xffff_ffff
  keypair.counterLow = 0xffff_dffe
  expect(keypair.canSend(0 as Instant)).toBe(true)
  keypair.advance()
  expect(keypair.canSend(0 as Instant)).toBe(false)
})

test('a rekey is wanted after 2^60 messages', () => {
  const keypair = create(1)
  keypair.counterHigh = 0x1000_0000
  expect(keypair.isPastRekeyMessages()).toBe(false)
  keypair.advance()
  expect(keypair.isPastRekeyMessages()).toBe(true)
})

test('keys serve until 180 s and not at 180 s', () => {
  const keypair = create(1)
  expect(keypair.canSend(179_999 as Instant)).toBe(true)
  expect(keypair.canSend(180_000 as Instant)).toBe(false)
  expect(keypair.canReceive(180_000 as Instant)).toBe(false)
})

test("the initiator's keys move current to previous", () => {
  const { slots, gone } = emptySlots()
  const [first, second, third] = [create(1), create(2), create(3)]
  slots.installAsInitiator(first)
  slots.installAsInitiator(second)
  expect([slots.previous, slots.current, slots.next]).toEqual([first, second, undefined])
  slots.installAsInitiator(third)
  expect([slots.previous, slots.current]).toEqual([second, third])
  expect(gone).toEqual([1])
})

test("the responder's keys wait in next until they are confirmed", () => {
  const { slots, gone } = emptySlots()
  const [first, second] = [create(1), create(2)]
  slots.installAsInitiator(first)
  slots.installAsResponder(second)
  expect([slots.current, slots.next]).toEqual([first, second])
  expect(slots.confirm(first)).toBe(false)
  expect(slots.confirm(second)).toBe(true)
  expect([slots.previous, slots.current, slots.next]).toEqual([first, second, undefined])
  expect(gone).toEqual([])
})

test('keys that wait move to previous when our own initiation is answered', () => {
  const { slots, gone } = emptySlots()
  slots.installAsInitiator(create(1))
  const waiting = create(2)
  slots.installAsResponder(waiting)
  const own = create(3)
  slots.installAsInitiator(own)
  expect([slots.previous, slots.current, slots.next]).toEqual([waiting, own, undefined])
  expect(gone).toEqual([1])
})

test('a newer unconfirmed pair replaces the one that waited', () => {
  const { slots, gone } = emptySlots()
  slots.installAsResponder(create(1))
  slots.installAsResponder(create(2))
  expect(slots.next?.localIndex).toBe(2)
  expect(gone).toEqual([1])
})

function emptySlots() {
  const gone: number[] = []
  return { slots: new KeypairSlots((keypair) => gone.push(keypair.localIndex)), gone }
}

function create(localIndex: number): Keypair {
  const keys = {
    initiatorToResponder: new Uint8Array(32).fill(1),
    responderToInitiator: new Uint8Array(32).fill(2),
  }
  return new Keypair(nobleAead, keys, {
    localIndex,
    remoteIndex: 9,
    isInitiator: true,
    createdAt: 0 as Instant,
  })
}
