/** `npm run bench -- NAME [ARGUMENTS]`: runs the benchmark `NAME.ts` beside this file. */
import { readdirSync } from 'node:fs'

interface Benchmark {
  run(args: readonly string[]): Promise<void>
}

const [name, ...args] = process.argv.slice(2)
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()

if (name === undefined || !names.includes(name)) {
  process.stderr.write(`usage: npm run bench -- NAME, one of: ${names.join(', ')}\n`)
  process.exitCode = 2
} else {
  const benchmark: Benchmark = await import(`./${name}.ts`)
  await benchmark.run(args)
}
