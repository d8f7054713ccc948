/** What a connection must stand: silence, old segments, tiny windows, countless islands. */
import { expect, test } from 'vitest'
import { acceptedWithStamps, established } from './tcp-peer.ts'

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

test('keep-alive probes an idle peer nine times, then resets and gives it up', () => {
  const c = established()
  c.open.setKeepAlive(60_000, c.now)
  c.passes(59_999)
  expect(c.sends()).toEqual([])
  c.passes(1)
  expect(c.sends()).toEqual([{ flags: 'A', seq: 0, ack: 1 }])
  for (let probe = 2; probe <= 9; probe++) {
    c.passes(15_000)
    expect(c.sends(), `probe ${probe}`).toEqual([{ flags: 'A', seq: 0, ack: 1 }])
  }
  c.passes(15_000)
  expect(c.sends()).toMatchObject([{ flags: 'RA' }])
  expect(c.open).toMatchObject({ state: 'closed', end: 'timed-out' })
  expect(c.stack.nextTimeout()).toBe(undefined)
})

test('a peer that answers the probes is kept', () => {
  const c = established()
  c.open.setKeepAlive(60_000, c.now)
  for (let i = 0; i < 50; i++) {
    c.passes(60_000)
    if (c.sends().length > 0) c.receives({ flags: 'A', seq: 1, ack: 1 })
  }
  expect(c.state).toBe('established')
})

test('a segment with an older timestamp is acknowledged and not taken (PAWS)', () => {
  const c = acceptedWithStamps(5_000)
  c.receives({ flags: 'PA', seq: 1, ack: 1, stamp: 5_001, text: 'abc' })
  c.passes(40)
  c.sends()
  c.receives({ flags: 'PA', seq: 4, ack: 1, stamp: 4_999, text: 'old' })
  expect(c.sends()).toEqual([{ flags: 'A', seq: 1, ack: 4 }])
  c.receives({ flags: 'PA', seq: 4, ack: 1, stamp: 5_001, text: 'new' })
  expect(text(c.open.read(10, c.now))).toBe('abcnew')
})

test('timestamps that wrap around are newer, not older', () => {
  const c = acceptedWithStamps(0xffffffff)
  c.receives({ flags: 'PA', seq: 1, ack: 1, stamp: 3, text: 'abc' })
  expect(text(c.open.read(10, c.now))).toBe('abc')
  c.receives({ flags: 'PA', seq: 4, ack: 1, stamp: 0xfffffffe, text: 'old' })
  expect(c.open.readableBytes).toBe(0)
})

test('a segment without timestamps on a connection that has them is dropped (RFC 7323 §3.2)', () => {
  const c = acceptedWithStamps(5_000)
  c.receives({ flags: 'PA', seq: 1, ack: 1, text: 'abc' })
  expect(c.open.readableBytes).toBe(0)
})

test('a peer that has slept for 25 days is believed again', () => {
  const c = acceptedWithStamps(5_000)
  c.passes(25 * 86_400_000)
  c.receives({ flags: 'PA', seq: 1, ack: 1, stamp: 4_000, text: 'abc' })
  expect(text(c.open.read(10, c.now))).toBe('abc')
})

test('a thousand islands of one byte keep little, and the stream is whole in the end', () => {
  const c = established()
  const letters = Array.from({ length: 2_000 }, (_, i) => String.fromCharCode(97 + (i % 26)))
  for (let i = 1; i < letters.length; i += 2) {
    c.receives({ flags: 'PA', seq: 1 + i, ack: 1, text: letters[i]! })
    for (const sent of c.sends()) expect(sent.sack!.length).toBeLessThanOrEqual(4)
  }
  expect(c.open.readableBytes).toBe(0)
  c.receives({ flags: 'PA', seq: 1, ack: 1, text: letters[0]! })
  c.receives({ flags: 'PA', seq: 3, ack: 1, text: letters[2]! })
  expect(c.open.readableBytes).toBe(4)
  c.receives({ flags: 'PA', seq: 1, ack: 1, text: letters.slice(0, 1_000).join('') })
  c.receives({ flags: 'PA', seq: 1_001, ack: 1, text: letters.slice(1_000).join('') })
  expect(text(c.open.read(5_000, c.now))).toBe(letters.join(''))
})

test('a peer that SACKs every other segment of a large flight costs little time', () => {
  const c = acceptedWithStamps(1)
  const flight = 4_000
  let acked = 1
  let stamp = 2
  // Opens the congestion window.
  for (let round = 0; round < 9; round++) {
    while (c.open.write(new Uint8Array(100_000), c.now) > 0);
    c.passes(20)
    const last = c.sends().at(-1)
    if (last === undefined) break
    acked = last.seq! + (last.text?.length ?? 0)
    c.receives({ flags: 'A', seq: 1, ack: acked, stamp: stamp++, window: 65_535 })
  }
  while (c.open.write(new Uint8Array(100_000), c.now) > 0);
  const sent = c.sends().filter((segment) => segment.text !== undefined && segment.seq! >= acked)
  expect(sent.length).toBeGreaterThan(200)
  c.passes(20)
  const start = performance.now()
  for (let i = 1; i < Math.min(sent.length, flight); i += 2) {
    const { seq, text: bytes } = sent[i]!
    c.receives({
      flags: 'A',
      seq: 1,
      ack: acked,
      stamp: stamp++,
      window: 65_535,
      sack: [[seq!, seq! + bytes!.length]],
    })
  }
  expect((performance.now() - start) / sent.length).toBeLessThan(5)
  expect(c.state).toBe('established')
})

test('into a window of ten bytes go ten bytes at a time, never more than it has room for', () => {
  const c = established()
  c.receives({ flags: 'A', seq: 1, ack: 1, window: 10 })
  c.open.write(new Uint8Array(100).fill(65), c.now)
  let ack = 1
  for (let round = 0; round < 200 && ack < 101; round++) {
    for (const { seq, text: bytes = '' } of c.sends()) {
      expect(seq! + bytes.length).toBeLessThanOrEqual(ack + 10)
      if (seq === ack) ack += bytes.length
    }
    c.receives({ flags: 'A', seq: 1, ack, window: 10 })
    if (round % 3 === 2) c.passes(300)
  }
  expect(ack).toBe(101)
})

test('a window that was large and has become tiny is waited for, and probed (silly windows)', () => {
  const c = established()
  c.receives({ flags: 'A', seq: 1, ack: 1, window: 40 })
  c.open.write(new Uint8Array(5_000).fill(65), c.now)
  expect(c.sends()).toEqual([])
  c.passes(1_000)
  const [probe] = c.sends()
  expect(probe).toMatchObject({ seq: 1 })
  expect(probe?.text?.length ?? 0).toBeLessThanOrEqual(40)
})
