/** One process of the pool: takes a target's name, answers with what was found, and waits for the next. */
import type { PoolMessage, PoolTask } from './pool.ts'
import { describeResult } from './report.ts'
import { fuzz } from './run.ts'
import { allTargets } from './targets.ts'

// A trace for each of a million typed errors would cost more than the parsers do.
Error.stackTraceLimit = 0
const targets = new Map(allTargets().map((target) => [target.name, target]))

process.on('message', async ({ name, runs, seed }: PoolTask) => {
  const target = targets.get(name)!
  const result = await fuzz(target, {
    runs,
    seed,
    progress: (reached) => answer({ kind: 'progress', seed: reached }),
  })
  answer({ kind: 'done', text: describeResult(target, result), failed: result.failure !== undefined })
})

function answer(message: PoolMessage): void {
  process.send!(message)
}
