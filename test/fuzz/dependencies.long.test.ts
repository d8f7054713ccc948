import { expect, test } from 'vitest'
import { dependencyTargets } from './dependencies.ts'
import { fuzz } from './run.ts'

test.each(
  dependencyTargets(),
)('$name answers 20,000 seeded inputs with values or typed errors', async (target) => {
  const { runs, failure } = await fuzz(target, { runs: 20_000, seed: 1 })
  expect(failure && { seed: failure.seed, error: String(failure.error) }).toBeUndefined()
  expect(runs).toBe(20_000)
})
