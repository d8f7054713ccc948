/** `npm run bench -- NAME [ARGUMENTS]`: runs the benchmark `NAME.ts` beside this file; `--help` says what it takes. */
import { readdirSync } from 'node:fs'
import { hasSystemCode, messageOf } from '../src/base/errors.ts'
import { UsageError } from './command/arguments.ts'

interface Benchmark {
  /** One line of what it takes, and what it measures. */
  readonly usage: string
  run(args: readonly string[]): Promise<void>
}

/** Of `parseArgs`. */
const PARSE_ERRORS = [
  'ERR_PARSE_ARGS_UNKNOWN_OPTION',
  'ERR_PARSE_ARGS_INVALID_OPTION_VALUE',
  'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL',
]

const [name, ...args] = process.argv.slice(2)
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()

if (name === undefined || !names.includes(name)) {
  refuse(`usage: npm run bench -- NAME, one of: ${names.join(', ')}`)
} else {
  const benchmark: Benchmark = await import(`./${name}.ts`)
  if (args.includes('--help') || args.includes('-h')) process.stdout.write(`usage: ${benchmark.usage}\n`)
  else await runOrRefuse(benchmark)
}

async function runOrRefuse(benchmark: Benchmark): Promise<void> {
  try {
    await benchmark.run(args)
  } catch (error) {
    if (!(error instanceof UsageError) && !hasSystemCode(error, ...PARSE_ERRORS)) throw error
    refuse(`${messageOf(error)}\nusage: ${benchmark.usage}`)
  }
}

function refuse(reason: string): void {
  process.stderr.write(`${reason}\n`)
  process.exitCode = 2
}
