/**
 * Small internets for an hour, or for `SALLYPORT_LONG_MINUTES`; each by its seed, from `SALLYPORT_SEED` on.
 * The seeds begin where those of `npm test` never come.
 */
import { expect, test } from 'vitest'
import { live } from './life.ts'

const minutes = Number(process.env['SALLYPORT_LONG_MINUTES'] ?? 60)
const first = Number(process.env['SALLYPORT_SEED'] ?? 1_000_000)

test(`after quiescence every pair is as the oracle says, for ${minutes} minutes`, async () => {
  const end = performance.now() + minutes * 60_000
  const wrong: string[] = []
  let seed = first
  for (; performance.now() < end && wrong.length < 20; seed++) {
    wrong.push(...live(seed))
    // The reporter wants to be heard.
    await new Promise((resolve) => setImmediate(resolve))
  }
  process.stdout.write(`${seed - first} internets, ${wrong.length} pairs wrong\n`)
  expect(wrong).toEqual([])
})
