/** The heap after much work, measured in a process of its own, after garbage was collected. */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const PROGRAM = resolve(import.meta.dirname, 'memory-program.ts')
const SLACK = 2_000_000

for (const [what, least] of [
  ['packets', 1_000_000],
  ['connections', 10_000],
] as const) {
  test(`the heap is flat over ${least} ${what}`, () => {
    const { before, after, count } = measure(what)
    expect(count).toBeGreaterThanOrEqual(least)
    expect(after - before).toBeLessThan(SLACK)
  }, 60_000)
}

function measure(what: string): { before: number; after: number; count: number } {
  const output = execFileSync(process.execPath, ['--expose-gc', PROGRAM, what], { encoding: 'utf8' })
  return JSON.parse(output)
}
