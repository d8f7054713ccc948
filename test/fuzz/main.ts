/**
 * `npm run fuzz -- [NAME …] [--all] [--runs N] [--seed S] [--processes N]`: seeded inputs for the targets of these
 * names, or else for those whose names begin so, or for every one; without a name they are listed. A failing input
 * is kept in a file, and its seed replays it with `--runs 1`.
 */
import { parseArgs } from 'node:util'
import { runPool } from './pool.ts'
import { allTargets } from './targets.ts'

const usage = 'usage: npm run fuzz -- [NAME …] [--all] [--runs N] [--seed S] [--processes N]\n'
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    all: { type: 'boolean', default: false },
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '1' },
  },
})
const targets = allTargets()
const chosen = values.all ? targets : positionals.flatMap(choose)
const unknown = values.all ? [] : positionals.filter((asked) => choose(asked).length === 0)
if (unknown.length > 0) refuse(`no target is named ${unknown.join(', ')}; without a name they are listed`)
else if (![values.runs, values.processes].every((count) => Number(count) >= 1) || !/^\d+$/u.test(values.seed))
  refuse('--runs, --processes and --seed take whole numbers')
else if (values.help || chosen.length === 0)
  print(`${usage}targets:\n${targets.map(({ name }) => `  ${name}`).join('\n')}`)
else await runChosen()

function refuse(reason: string): void {
  process.stderr.write(`${reason}\n${usage}`)
  process.exitCode = 2
}

function choose(asked: string) {
  const exact = targets.filter(({ name }) => name === asked)
  return exact.length > 0 ? exact : targets.filter(({ name }) => name.startsWith(asked))
}

async function runChosen(): Promise<void> {
  const started = performance.now()
  const failed = await runPool({
    names: chosen.map(({ name }) => name),
    runs: Number(values.runs),
    seed: Number(values.seed),
    processes: Math.min(chosen.length, Number(values.processes)),
    tell: print,
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  print(`${chosen.length} targets, ${values.runs} runs each, ${seconds} s, ${failed.length} failed`)
  if (failed.length > 0) process.exitCode = 1
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
