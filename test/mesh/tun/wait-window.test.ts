import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../src/base/time.ts'
import { BURST_MS, LONGEST_MS, SHARE, type Wait, WaitWindow } from '../../../src/mesh/tun/wait-window.ts'

const at = (ms: number): Instant => ms as Instant

/** A wait that was slept through. */
function slept(start: number, ms: number, rest: Partial<Wait> = {}): Wait {
  return { start: at(start), end: at(start + ms), lookedMs: 0, isReady: true, isContended: false, ...rest }
}

function afterShortWaits(count: number): WaitWindow {
  const window = new WaitWindow()
  for (let i = 0; i < count; i++) window.learn(slept(i, 0.1))
  return window
}

describe('a window grows and shrinks', () => {
  test('it is shut before the first wait', () => {
    expect(new WaitWindow().msToLook(at(0))).toBe(0)
  })

  test('short waits double it from 50 µs to 200, and no further', () => {
    const window = new WaitWindow()
    const seen = [1, 2, 3, 4, 5].map((i) => {
      window.learn(slept(i, 0.1))
      return window.msToLook(at(i + 0.1))
    })
    expect(seen).toEqual([0.05, 0.1, 0.2, 0.2, 0.2])
  })

  test('long waits halve it until it is shut', () => {
    const window = afterShortWaits(3)
    const seen = [10, 20, 30].map((i) => {
      window.learn(slept(i, 5))
      return window.msToLook(at(i + 5))
    })
    expect(seen).toEqual([0.1, 0.05, 0])
  })

  test('200 µs are short, and a little more is long', () => {
    const [exact, longer] = [afterShortWaits(2), afterShortWaits(2)]
    exact.learn(slept(0, LONGEST_MS))
    longer.learn(slept(0, LONGEST_MS + 0.001))
    expect([exact.msToLook(at(3)), longer.msToLook(at(3))]).toEqual([0.2, 0.05])
  })

  test('a wait that only its time ended shrinks it, as short as it was', () => {
    const window = afterShortWaits(2)
    window.learn(slept(3, 0.1, { isReady: false }))
    expect(window.msToLook(at(4))).toBe(0.05)
  })

  test('packets a millisecond apart never open it', () => {
    const window = new WaitWindow()
    for (let i = 0; i < 1_000; i++) {
      expect(window.msToLook(at(i))).toBe(0)
      window.learn(slept(i, 1))
    }
  })
})

describe('a window pauses where others want the processor', () => {
  const contend = (window: WaitWindow, ms: number): void =>
    window.learn(slept(ms - 0.1, 0.1, { isContended: true }))

  test('for ten milliseconds', () => {
    const window = afterShortWaits(3)
    contend(window, 100)
    expect([100, 109.9, 110.1].map((ms) => window.msToLook(at(ms)))).toEqual([0, 0, 0.2])
  })

  test('for twice as long where it was the same soon after, up to a second', () => {
    const window = afterShortWaits(3)
    let now = 100
    const pauses = Array.from({ length: 9 }, () => {
      contend(window, now)
      const start = now
      while (window.msToLook(at(now)) === 0) now++
      return now - start
    })
    expect(pauses).toEqual([10, 20, 40, 80, 160, 320, 640, 1_000, 1_000])
  })

  test('for ten milliseconds again where 32 waits were looked through since, and not where 31 were', () => {
    const pauses = [31, 32].map((count) => {
      const window = afterShortWaits(3)
      contend(window, 100)
      for (let i = 0; i < count; i++) window.learn(slept(120 + i, 0.1, { lookedMs: 0.1 }))
      contend(window, 200)
      return [209.9, 210.1, 219.9, 220.1].map((ms) => window.msToLook(at(ms)))
    })
    expect(pauses).toEqual([
      [0, 0, 0, 0.2],
      [0, 0.2, 0.2, 0.2],
    ])
  })
})

describe('what is looked is bounded', () => {
  /** Each wait looks for as long as it may, and is over the moment it would have slept: the worst that there is. */
  function lookedIn(ms: number): number {
    const window = afterShortWaits(3)
    let now = 10
    let total = 0
    while (now < ms) {
      const lookedMs = window.msToLook(at(now))
      total += lookedMs
      const end = now + Math.max(lookedMs, 0.01)
      window.learn({ ...slept(now, 0), end: at(end), lookedMs })
      now = end
    }
    return total
  }

  test('waits that end just in time take half a processor, and no more', () => {
    const looked = lookedIn(10_000)
    expect(looked).toBeLessThanOrEqual(SHARE * 10_000 + BURST_MS + LONGEST_MS)
    expect(looked).toBeGreaterThan(SHARE * 10_000 * 0.99)
  })

  test('whatever the waits are', () => {
    const wait = fc.record({
      asleep: fc.oneof(
        fc.constant(0),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.integer({ max: 50, min: 1 }),
      ),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      isReady: fc.boolean(),
      isContended: fc.oneof({ weight: 20, arbitrary: fc.constant(false) }, fc.constant(true)),
    })
    fc.assert(
      fc.property(fc.array(wait, { minLength: 50, maxLength: 600 }), (waits) => {
        const window = afterShortWaits(3)
        let now = 10
        let total = 0
        for (const { asleep, part, isReady, isContended } of waits) {
          const open = window.msToLook(at(now))
          expect(open).toBeGreaterThanOrEqual(0)
          expect(open).toBeLessThanOrEqual(LONGEST_MS)
          const lookedMs = open * part
          const end = now + lookedMs + asleep
          window.learn({ start: at(now), end: at(end), lookedMs, isReady, isContended })
          total += lookedMs
          now = end
          expect(total).toBeLessThanOrEqual(SHARE * now + BURST_MS + LONGEST_MS)
        }
      }),
    )
  })
})
