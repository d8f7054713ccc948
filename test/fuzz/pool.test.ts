import { expect, test } from 'vitest'
import { runPool } from './pool.ts'

test('a target whose process ends fails, and the next one gets a process of its own', async () => {
  const told: string[] = []
  const failed = await runPool({
    names: ['no-such-target', 'purl'],
    runs: 10,
    seed: 1,
    processes: 1,
    tell: (text) => told.push(text),
  })
  expect(failed).toEqual(['no-such-target'])
  expect(told[0]).toContain('the process ended with 1')
  expect(told[1]).toMatch(/^purl: 10 runs/)
})
