import { expect, test } from 'vitest'
import { fuzz } from './run.ts'
import { tunnelTargets } from './tunnel.ts'

test.each(
  tunnelTargets(),
)('$name answers the first seeded inputs, for half a second, with a value or a typed drop', async (target) => {
  const { runs, failure } = await fuzz(target, { runs: 20_000, seed: 1, maxMs: 500 })
  expect(failure && { seed: failure.seed, error: String(failure.error) }).toBeUndefined()
  expect(runs).toBeGreaterThan(0)
})
