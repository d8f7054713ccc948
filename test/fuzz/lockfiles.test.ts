import { expect, test } from 'vitest'
import { lockfileTargets } from './lockfiles.ts'
import { createDraw, mutate } from './mutation.ts'
import { fuzz } from './run.ts'
import { type FuzzTarget, violated } from './target.ts'

/** Of each parser; the long test runs all 20,000 inputs. */
const MAX_MS = 300

test.each(
  lockfileTargets(),
)('$name answers the first seeded inputs, for a moment, with values or typed problems', async (target) => {
  const { runs, failure } = await fuzz(target, { runs: 20_000, seed: 1, maxMs: MAX_MS })
  expect(describe(failure)).toBeUndefined()
  expect(runs).toBeGreaterThan(0)
})

test('a seed makes the same input every time', () => {
  const seeds = [Buffer.from('{"a": [1, 2]}\n'), Buffer.from('name = "x"\n')]
  const inputs = [1, 1, 2].map((seed) => Buffer.from(mutate(seeds, createDraw(seed))).toString('latin1'))
  expect(inputs[0]).toBe(inputs[1])
  expect(inputs[0]).not.toBe(inputs[2])
})

test('a violation stops the run and its seed fails again', async () => {
  const target: FuzzTarget = {
    name: 'fails',
    seeds: [Buffer.from('abcdefgh')],
    run: (input) => (input.length < 6 ? violated('too short') : undefined),
  }
  const { failure } = await fuzz(target, { runs: 10_000, seed: 5 })
  expect(failure?.input.length).toBeLessThan(6)
  const again = await fuzz(target, { runs: 1, seed: failure!.seed })
  expect(again.failure?.input).toEqual(failure!.input)
})

function describe(failure: Awaited<ReturnType<typeof fuzz>>['failure']) {
  return failure && { seed: failure.seed, error: String(failure.error) }
}
