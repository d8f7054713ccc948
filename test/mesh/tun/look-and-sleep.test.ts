import { expect, test } from 'vitest'
import type { Clock, Instant, Timestamp } from '../../../src/base/time.ts'
import { lookAndSleep } from '../../../src/mesh/tun/look-and-sleep.ts'
import { WaitWindow } from '../../../src/mesh/tun/wait-window.ts'

const LOOK_MS = 0.002
const WAKE_MS = 0.05

/** A descriptor that something comes to at given times, and a processor that is ours unless somebody takes a turn. */
class Bench {
  now = 0
  looks = 0
  sleeps: number[] = []
  /** How long the next yields take. */
  turnMs = 0.001
  readonly window = new WaitWindow()
  #readableAt = Number.POSITIVE_INFINITY

  wait(readableAt: number, timeoutMs = 1_000): void {
    this.#readableAt = readableAt
    const clock: Clock = { monotonic: () => this.now as Instant, now: () => 0 as Timestamp }
    const yieldProcessor = (): void => {
      this.now += this.turnMs
    }
    lookAndSleep({ poll: (ms) => this.#poll(ms), yieldProcessor, clock, window: this.window }, timeoutMs)
  }

  /** Waits for something that comes after so long. */
  waitFor(ms: number): void {
    this.wait(this.now + ms)
  }

  #poll(timeoutMs: number): boolean {
    this.now += LOOK_MS
    if (timeoutMs === 0) this.looks++
    else this.sleeps.push(timeoutMs)
    if (this.#readableAt <= this.now) return true
    if (timeoutMs === 0) return false
    const isInTime = this.#readableAt <= this.now + timeoutMs
    this.now = isInTime ? this.#readableAt + WAKE_MS : this.now + timeoutMs
    return isInTime
  }
}

/** With a window that is wide open. */
function warm(): Bench {
  const bench = new Bench()
  for (let i = 0; i < 4; i++) bench.waitFor(0.02)
  bench.looks = 0
  bench.sleeps = []
  return bench
}

test('the first wait sleeps at once', () => {
  const bench = new Bench()
  bench.waitFor(0.02)
  expect([bench.looks, bench.sleeps]).toEqual([0, [1_000]])
})

test('after waits that were soon over nothing is slept, and nobody needs to wake us', () => {
  const bench = warm()
  const before = bench.now
  bench.waitFor(0.15)
  expect(bench.sleeps).toEqual([])
  expect(bench.now - before).toBeLessThan(0.16)
})

test('what does not come while we look is slept for, with the same time to give up', () => {
  const bench = warm()
  const before = bench.now
  bench.wait(Number.POSITIVE_INFINITY, 25)
  expect(bench.sleeps).toEqual([25])
  expect(bench.now - before).toBeGreaterThanOrEqual(25)
  expect(bench.now - before).toBeLessThan(25.3)
})

test('a timer that is due is not waited for', () => {
  const bench = warm()
  const before = bench.now
  bench.wait(Number.POSITIVE_INFINITY, 0)
  expect(bench.looks).toBe(1)
  expect(bench.now - before).toBeCloseTo(LOOK_MS, 9)
})

test('a processor that others want is left to them at once, and for a while', () => {
  const bench = warm()
  bench.turnMs = 3
  bench.wait(bench.now + 3_000, 1_000)
  expect(bench.looks).toBe(1)
  // The time that they had is of our time to give up.
  expect(bench.sleeps).toEqual([997])
  bench.turnMs = 0.001
  for (let i = 0; i < 4; i++) bench.waitFor(0.02)
  expect(bench.looks).toBe(1)
  bench.now += 20
  bench.waitFor(0.02)
  expect(bench.looks).toBeGreaterThan(1)
})

test('the turn of whoever shares our work is no reason to stop looking', () => {
  const bench = warm()
  bench.turnMs = 0.04
  bench.waitFor(0.15)
  expect(bench.sleeps).toEqual([])
})

test('an idle tunnel never looks: a keepalive every 25 s, for a day', () => {
  const bench = warm()
  for (let i = 0; i < 10; i++) bench.waitFor(1_000)
  bench.looks = 0
  for (let i = 0; i < 3_456; i++) bench.wait(bench.now + 25_000, 1_000)
  expect(bench.looks).toBe(0)
})

test('a ping every millisecond with a quick answer costs at most a window of looking', () => {
  const bench = new Bench()
  const seconds = 10
  for (let i = 0; i < seconds * 1_000; i++) {
    bench.waitFor(0.9)
    bench.waitFor(0.03)
  }
  const perSecond = (bench.looks * (LOOK_MS + 0.001)) / seconds
  expect(perSecond).toBeGreaterThan(0)
  expect(perSecond).toBeLessThan(120)
})
