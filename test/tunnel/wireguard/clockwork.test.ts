import { expect, test } from 'vitest'
import { encodeHex } from '../../../src/base/bytes.ts'
import type { Instant, Timestamp } from '../../../src/base/time.ts'
import { LoadMeter } from '../../../src/tunnel/wireguard/load.ts'
import { RateLimiter } from '../../../src/tunnel/wireguard/rate-limiter.ts'
import { emitTai64n, isAfterTai64n, nextTai64n } from '../../../src/tunnel/wireguard/tai64n.ts'

test('a stamp counts seconds from 2^62 + 10 and hides the low 24 bits of its nanoseconds', () => {
  expect(encodeHex(emitTai64n(1_700_000_000_500 as Timestamp))).toBe('400000006553f10a1d000000')
})

test('stamps grow when the clock stands, and when it runs back', () => {
  let last = emitTai64n(1_700_000_000_990 as Timestamp)
  for (const now of [1_700_000_000_990, 1_700_000_000_991, 1_600_000_000_000, 0]) {
    const next = nextTai64n(now as Timestamp, last)
    expect(isAfterTai64n(next, last)).toBe(true)
    last = next
  }
})

test('a stamp carries from nanoseconds into seconds', () => {
  let last = emitTai64n(1_700_000_000_000 as Timestamp)
  for (let i = 0; i < 200; i++) {
    const next = nextTai64n(0 as Timestamp, last)
    expect(isAfterTai64n(next, last)).toBe(true)
    last = next
  }
})

test('load is the time spent in key exchange, and sticks for a second', () => {
  const meter = new LoadMeter(() => 1)
  const at = (ms: number) => ms as Instant
  for (let i = 0; i < 30; i++) meter.spend(at(0))
  expect(meter.isUnderLoad(at(0))).toBe(false)
  meter.spend(at(0))
  expect(meter.isUnderLoad(at(999))).toBe(true)
  expect(meter.isUnderLoad(at(1_000))).toBe(false)
})

test('a handshake each 20 ms of 1 ms each is no load', () => {
  const meter = new LoadMeter(() => 1)
  for (let ms = 0; ms < 60_000; ms += 20) {
    meter.spend(ms as Instant)
    expect(meter.isUnderLoad(ms as Instant)).toBe(false)
  }
})

test('a source has 5 at once and 20 a second', () => {
  const limiter = new RateLimiter()
  const allowed = (source: string, ms: number) => limiter.allow(source, ms as Instant)
  expect(Array.from({ length: 7 }, () => allowed('a', 0))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ])
  expect(allowed('b', 0)).toBe(true)
  expect(allowed('a', 49)).toBe(false)
  expect(allowed('a', 50)).toBe(true)
  let count = 0
  for (let ms = 1_000; ms < 11_000; ms++) if (allowed('a', ms)) count++
  expect(count).toBeGreaterThanOrEqual(200)
  expect(count).toBeLessThanOrEqual(205)
})

test('a full table of busy sources refuses a new one, and takes it when others have gone idle', () => {
  const limiter = new RateLimiter()
  for (let i = 0; i < 8_192; i++) limiter.allow(`${i}`, 0 as Instant)
  expect(limiter.allow('new', 0 as Instant)).toBe(false)
  expect(limiter.allow('new', 50 as Instant)).toBe(true)
})
