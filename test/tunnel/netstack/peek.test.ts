/** Received bytes that are looked at where they lie. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Receiver } from '../../../src/tunnel/netstack/tcp/receiver.ts'
import { established } from './tcp-peer.ts'

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes)

test('what was looked at is still there; what was consumed is not', () => {
  const c = established()
  expect(c.open.peek(10)).toBe(undefined)
  c.receives({ flags: 'PA', seq: 1, ack: 1, text: 'abcdef' })
  expect(text(c.open.peek(4))).toBe('abcd')
  expect(text(c.open.peek(10))).toBe('abcdef')
  c.open.consume(2, c.now)
  expect(c.open.readableBytes).toBe(4)
  expect(text(c.open.peek(10))).toBe('cdef')
  expect(text(c.open.read(3, c.now))).toBe('cde')
  c.open.consume(100, c.now)
  expect(c.open.readableBytes).toBe(0)
  expect(c.open.peek(10)).toBe(undefined)
})

test('whoever found nothing, or took some, is told of the next bytes', () => {
  const c = established()
  const told = () => c.stack.drainEvents().filter(({ kind }) => kind === 'tcp-readable').length
  told()
  c.receives({ flags: 'PA', seq: 1, ack: 1, text: 'abc' })
  expect(told()).toBe(1)
  c.receives({ flags: 'PA', seq: 4, ack: 1, text: 'def' })
  expect(told()).toBe(0)
  c.open.peek(10)
  c.receives({ flags: 'PA', seq: 7, ack: 1, text: 'ghi' })
  expect(told()).toBe(1)
})

test('consuming opens the window as reading does, and the peer is told', () => {
  const receiver = new Receiver(1 << 20)
  receiver.nxt = 1
  receiver.setScale(4)
  receiver.advertise()
  receiver.take(1, new Uint8Array(60_000), 0, 60_000, 0)
  const before = receiver.advertise()
  receiver.onAckSent()
  receiver.peek(60_000)
  expect(receiver.advertise()).toBe(before)
  for (let filled = 60_000; receiver.room > 0; filled += 60_000) {
    receiver.take(1 + filled, new Uint8Array(60_000), 0, 60_000, 0)
  }
  receiver.advertise()
  receiver.onAckSent()
  receiver.consume(200_000, 1, 0)
  expect(receiver.ackNow).toBe(true)
  expect(receiver.advertise() << 4).toBe(receiver.room & ~15)
})

test('a view keeps its bytes whatever comes, until it is consumed, and the stream is whole', () => {
  const step = fc.record({
    comes: fc.nat(9_000),
    looks: fc.integer({ min: 1, max: 20_000 }),
    takes: fc.nat(20_000),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const receiver = new Receiver(1 << 20)
      receiver.nxt = 1
      let written = 1
      let read = 1
      const octet = (position: number) => (position * 7 + (position >>> 8)) & 0xff
      for (const { comes, looks, takes } of steps) {
        const view = receiver.peek(looks)
        const bytes = Uint8Array.from({ length: comes }, (_, i) => octet(written + i))
        if (comes <= receiver.room && receiver.take(written, bytes, 0, comes, 0) === 'stored')
          written += comes
        for (const [i, each] of view?.entries() ?? []) if (each !== octet(read + i)) return false
        const taken = Math.min(takes, view?.length ?? 0)
        receiver.consume(taken, 1, 0)
        read += taken
      }
      return receiver.readableBytes === written - read
    }),
    { numRuns: 200 },
  )
})
