import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REPLAY_WINDOW, ReplayWindow } from '../../../src/tunnel/wireguard/replay.ts'

const T = REPLAY_WINDOW + 1

/** REJECT_AFTER_MESSAGES. */
const REJECT = 2n ** 64n - 2n ** 13n - 1n

test('the sequence of wireguard-go gives its answers', () => {
  const window = new ReplayWindow()
  const steps: [counter: number, accepted: boolean][] = [
    [0, true],
    [1, true],
    [1, false],
    [9, true],
    [8, true],
    [7, true],
    [7, false],
    [T, true],
    [T - 1, true],
    [T - 1, false],
    [T - 2, true],
    [2, true],
    [2, false],
    [T + 16, true],
    [3, false],
    [T + 16, false],
    [T * 4, true],
    [T * 4 - (T - 1), true],
    [10, false],
    [T * 4 - T, false],
    [T * 4 - (T + 1), false],
    [T * 4 - (T - 2), true],
    [T * 4 + 1 - T, false],
    [0, false],
  ]
  for (const [counter, accepted] of steps)
    expect([counter, accept(window, counter)]).toEqual([counter, accepted])
})

test.each([
  ['ascending from 1', 1, T],
  ['ascending from 0', 0, T],
  ['ascending past the window', 2, T + 1],
])('%s, each counter is accepted once', (_, from, to) => {
  const window = new ReplayWindow()
  for (let i = from; i <= to; i++) expect(accept(window, i)).toBe(true)
  for (let i = from; i <= to; i++) expect(accept(window, i)).toBe(false)
})

test('descending through the whole window, each counter is accepted once', () => {
  const window = new ReplayWindow()
  for (let i = T; i > 0; i--) expect(accept(window, i)).toBe(true)
  expect(accept(window, 0)).toBe(false)
})

test('a counter 8128 behind is taken, 8129 behind is not', () => {
  const window = new ReplayWindow()
  accept(window, 100_000)
  expect(accept(window, 100_000 - 8_128)).toBe(true)
  expect(accept(window, 100_000 - 8_129)).toBe(false)
})

test('counters cross 2^32 in both orders', () => {
  const window = new ReplayWindow()
  expect(window.accept(0xffff_ffff, 0)).toBe(true)
  expect(window.accept(1, 1)).toBe(true)
  expect(window.accept(0, 1)).toBe(true)
  expect(window.accept(0xffff_fffe, 0)).toBe(true)
  expect(window.accept(0xffff_ffff, 0)).toBe(false)
})

test('a jump that ends in the word it began in, one ring later, forgets what that word held', () => {
  const window = new ReplayWindow()
  expect(accept(window, 13)).toBe(true)
  expect(accept(window, 8_192)).toBe(true)
  expect(accept(window, 8_192 + 13)).toBe(true)
})

test('no counter from REJECT_AFTER_MESSAGES on is accepted, and none wraps around (boringtun 54, 478)', () => {
  const window = new ReplayWindow()
  expect(window.accept(0xffff_dffe, 0xffff_ffff)).toBe(true)
  expect(window.accept(0xffff_dfff, 0xffff_ffff)).toBe(false)
  expect(window.accept(0xffff_ffff, 0xffff_ffff)).toBe(false)
  expect(window.accept(0, 0)).toBe(false)
})

test('the window answers as a set of all that was seen does, about every edge of ring, word and halves', () => {
  const near = (...edges: number[]) =>
    fc.tuple(fc.constantFrom(...edges), fc.integer({ min: -2, max: 2 })).map(([edge, off]) => edge + off)
  const by = fc.oneof(
    fc.integer({ min: -9_000, max: 9_000 }),
    fc.integer({ min: -70, max: 70 }),
    fc.integer({ min: 8_192 - 70, max: 8_192 + 70 }),
    fc.constant(8_192),
    near(32, 64, 8_128, 8_160, 8_192, 8_224, 16_384, 2 ** 31, 2 ** 32, 2 ** 33),
    near(-32, -64, -8_128, -8_160, -8_192),
  )
  // From the counter before, or from one of those taken last: a ring later a bit of it stands where theirs did.
  const step = fc.record({ by, from: fc.oneof(fc.constant(-1), fc.nat(3)) })
  const start = fc.oneof(
    near(0, 32, 8_128, 8_192, 2 ** 31, 2 ** 32, 2 ** 53).map((each) => BigInt(Math.max(0, each))),
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    fc.integer({ min: 0, max: 20_000 }).map((under) => REJECT - BigInt(under)),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), start, (steps, begin) => {
      const window = new ReplayWindow()
      const seen = new Set<bigint>()
      const taken: bigint[] = []
      let newest = 0n
      let at = begin
      for (const { by: delta, from } of steps) {
        const next = (from < 0 ? at : (taken.at(-1 - from) ?? at)) + BigInt(delta)
        at = next < 0n ? 0n : next >= 2n ** 64n ? 2n ** 64n - 1n : next
        const expected = at < REJECT && !seen.has(at) && newest - at <= BigInt(REPLAY_WINDOW)
        expect(window.accept(Number(at & 0xffff_ffffn), Number(at >> 32n))).toBe(expected)
        if (!expected) continue
        seen.add(at)
        taken.push(at)
        if (at > newest) newest = at
      }
    }),
    { numRuns: 500 },
  )
})

function accept(window: ReplayWindow, counter: number): boolean {
  return window.accept(counter >>> 0, Math.floor(counter / 0x1_0000_0000))
}
