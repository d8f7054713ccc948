/**
 * `npm run fuzz -- [NAME …] [--runs N] [--seed S]`: seeded inputs for the targets of these names, or else for those
 * whose names begin so; without a name they are listed. A failing input is kept in a file, and its seed replays it
 * with `--runs 1`.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzz } from './run.ts'
import type { FuzzTarget } from './target.ts'
import { allTargets } from './targets.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
})
const targets = allTargets()
const chosen = positionals.flatMap((asked) => {
  const exact = targets.filter(({ name }) => name === asked)
  return exact.length > 0 ? exact : targets.filter(({ name }) => name.startsWith(asked))
})
if (chosen.length === 0) print(`targets:\n${targets.map(({ name }) => `  ${name}`).join('\n')}`)
for (const target of chosen) await report(target)

async function report(target: FuzzTarget): Promise<void> {
  const { runs, runsPerSecond, slowestMs, failure } = await fuzz(target, {
    runs: Number(values.runs),
    seed: Number(values.seed),
  })
  const peakMib = Math.round(process.resourceUsage().maxRSS / 1024)
  print(
    `${target.name}: ${runs} runs, ${runsPerSecond}/s, slowest ${slowestMs.toFixed(1)} ms, peak ${peakMib} MiB`,
  )
  if (!failure) return
  process.exitCode = 1
  const file = join(mkdtempSync(join(tmpdir(), 'fuzz-')), `${target.name}-${failure.seed}.bin`)
  writeFileSync(file, failure.input)
  const error = failure.error instanceof Error ? failure.error.message : String(failure.error)
  print(
    `  failed: ${error}\n  again: npm run fuzz -- ${target.name} --seed ${failure.seed} --runs 1\n  input: ${file}`,
  )
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
