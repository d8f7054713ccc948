import { expect, test } from 'vitest'
import { dependencyTargets } from './dependencies.ts'
import { fuzz } from './run.ts'

test.each(
  dependencyTargets(),
)('$name answers the first seeded inputs, for half a second, with values or typed errors', async (target) => {
  const { runs, failure } = await fuzz(target, { runs: 20_000, seed: 1, maxMs: 500 })
  expect(failure && { seed: failure.seed, error: String(failure.error) }).toBeUndefined()
  expect(runs).toBeGreaterThan(0)
})
