/** The window of RFC 9438, by its own formulas. */
import { expect, test } from 'vitest'
import { Cubic } from '../../../src/tunnel/netstack/tcp/cubic.ts'

const MSS = 1_000

/** After a loss at a window of 100 segments, and the end of recovery. */
function afterLoss(): Cubic {
  const cubic = new Cubic(MSS)
  cubic.window = 100 * MSS
  cubic.onLoss(100 * MSS, 0)
  cubic.window = cubic.threshold
  return cubic
}

/** Acknowledges a full window each round trip, a segment at a time. */
function run(cubic: Cubic, roundTripMs: number, untilMs: number): void {
  for (let now = 0; now < untilMs; ) {
    const flight = Math.floor(cubic.window / MSS)
    for (let i = 0; i < flight; i++) cubic.onAck(MSS, roundTripMs, now + (i * roundTripMs) / flight)
    now += roundTripMs
  }
}

const curve = (seconds: number) => (0.4 * (seconds - Math.cbrt(30 / 0.4)) ** 3 + 100) * MSS

test('§4.6: a loss leaves seven tenths', () => {
  expect(afterLoss().threshold).toBe(70 * MSS)
})

test.each([1, 2, 4, 5, 8])('§4.4, §4.5: after %i s at 100 ms the window is that of the curve', (seconds) => {
  const cubic = afterLoss()
  run(cubic, 100, seconds * 1_000)
  // The window follows the curve of one round trip later.
  expect(cubic.window / curve(seconds + 0.1)).toBeGreaterThan(0.97)
  expect(cubic.window / curve(seconds + 0.1)).toBeLessThan(1.03)
})

test('§4.3: where Reno would be quicker, it is as quick as Reno', () => {
  const cubic = afterLoss()
  run(cubic, 5, 500)
  const growth = (3 * 0.3) / 1.7
  expect(cubic.window).toBeGreaterThan((70 + growth * 100 * 0.9) * MSS)
  expect(cubic.window).toBeGreaterThan(curve(0.5))
})

/** After a second loss, at 80 segments, below the maximum of 100. */
function afterSecondLoss(): Cubic {
  const cubic = afterLoss()
  cubic.window = 80 * MSS
  cubic.onLoss(80 * MSS, 1_000)
  cubic.window = cubic.threshold
  return cubic
}

test('§4.7: a second loss below the old maximum makes the next maximum smaller than the window was', () => {
  const cubic = afterSecondLoss()
  run(cubic, 400, 3_600)
  // (1 + 0.7) / 2 of 80: where the curve is flat.
  expect(cubic.window / MSS).toBeGreaterThan(66)
  expect(cubic.window / MSS).toBeLessThan(70)
})

test('§4.3: Reno is taken for quicker only from the window before the loss on, not from the smaller maximum', () => {
  const cubic = afterSecondLoss()
  run(cubic, 5, 180)
  expect(cubic.window / MSS).toBeGreaterThan(73)
  expect(cubic.window / MSS).toBeLessThan(76)
})

test('§4.8: a timeout leaves one segment, and slow start up to the threshold', () => {
  const cubic = afterLoss()
  cubic.window = 100 * MSS
  cubic.onTimeout(100 * MSS, 0)
  expect(cubic.window).toBe(MSS)
  expect(cubic.threshold).toBe(70 * MSS)
  run(cubic, 100, 400)
  expect(cubic.window).toBeGreaterThan(15 * MSS)
})

test('§4.9: a loss that was none gives the window back', () => {
  const cubic = afterLoss()
  cubic.undo()
  expect(cubic.window).toBe(100 * MSS)
  expect(cubic.threshold).toBe(Number.POSITIVE_INFINITY)
})
