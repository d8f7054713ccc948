import { expect, test } from 'vitest'
import { proxyTargets } from './proxies.ts'
import { fuzz } from './run.ts'

test.each(proxyTargets())('$name answers 20,000 seeded connections, and lives on', async (target) => {
  const { runs, failure } = await fuzz(target, { runs: 20_000, seed: 1 })
  expect(failure && { seed: failure.seed, error: String(failure.error) }).toBeUndefined()
  expect(runs).toBe(20_000)
})
