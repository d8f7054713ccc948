import { expect, test } from 'vitest'
import { lockfileTargets } from './lockfiles.ts'
import { fuzz } from './run.ts'

test.each(
  lockfileTargets(),
)('$name answers 20,000 seeded inputs with values or typed problems', async (target) => {
  const { runs, failure } = await fuzz(target, { runs: 20_000, seed: 1 })
  expect(failure && { seed: failure.seed, error: String(failure.error) }).toBeUndefined()
  expect(runs).toBe(20_000)
})
