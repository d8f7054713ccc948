import { expect, test } from 'vitest'
import { proxyTargets } from './proxies.ts'
import { fuzz } from './run.ts'

test.each(
  proxyTargets(),
)('$name answers the first seeded connections, for half a second, and lives on', async (target) => {
  const { runs, failure } = await fuzz(target, { runs: 20_000, seed: 1, maxMs: 500 })
  expect(failure && { seed: failure.seed, error: String(failure.error) }).toBeUndefined()
  expect(runs).toBeGreaterThan(20)
})
