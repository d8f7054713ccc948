/** What is said of one target's run, and where a failing input is kept. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FuzzFailure, FuzzResult } from './run.ts'
import type { FuzzTarget } from './target.ts'

/** Lines for a person; a failing input is written to a file of its own. */
export function describeResult(
  target: FuzzTarget,
  { runs, runsPerSecond, slowestMs, failure }: FuzzResult,
): string {
  const peakMib = Math.round(process.resourceUsage().maxRSS / 1024)
  const figures = `${runs} runs, ${runsPerSecond}/s, slowest ${slowestMs.toFixed(1)} ms, peak ${peakMib} MiB`
  return `${target.name}: ${figures}${failure ? describeFailure(target, failure) : ''}`
}

function describeFailure({ name }: FuzzTarget, { seed, input, error }: FuzzFailure): string {
  const file = join(mkdtempSync(join(tmpdir(), 'fuzz-')), `${name}-${seed}.bin`)
  writeFileSync(file, input)
  const why = error instanceof Error ? error.message : String(error)
  return `\n  failed: ${why}\n  again: npm run fuzz -- ${name} --seed ${seed} --runs 1\n  input: ${file}`
}
