/**
 * `npm run bench -- tunnel [ROW …] [--rounds N] [--seconds N]`: the tunnel against its peers. Needs root:
 * network namespaces with a wire between them. Contenders take turns in one run, figures are medians,
 * and what is not to be had is said with its reason. `SALLYPORT_BENCH_PROFILE=FOLDER` keeps our profiles.
 */
import { execFileSync } from 'node:child_process'
import { constants } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { countOf, UsageError } from './command/arguments.ts'
import { openLab } from './tunnel/lab.ts'
import { findPrograms } from './tunnel/programs.ts'
import type { Row } from './tunnel/row.ts'
import { cipher } from './tunnel/rows/cipher.ts'
import { firstByte } from './tunnel/rows/first-byte.ts'
import { flood } from './tunnel/rows/flood.ts'
import { forward } from './tunnel/rows/forward.ts'
import { handshakes } from './tunnel/rows/handshakes.ts'
import { longPath } from './tunnel/rows/long-path.ts'
import { memory } from './tunnel/rows/memory.ts'
import { packetPath } from './tunnel/rows/packet-path.ts'
import { roundTrip } from './tunnel/rows/round-trip.ts'
import { tunStream } from './tunnel/rows/tun-stream.ts'
import { describeLine, type Line, TABLE_HEAD } from './tunnel/table.ts'

const ROWS: readonly Row[] = [
  tunStream,
  forward,
  cipher,
  packetPath,
  roundTrip,
  longPath,
  handshakes,
  flood,
  memory,
  firstByte,
]

export const usage = `npm run bench -- tunnel [ROW …] [--rounds N] [--seconds N]
The tunnel against its peers; rows: ${ROWS.map(({ name }) => name).join(', ')}. Without a row, all of them.`

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '5' } },
  })
  const rounds = countOf(values.rounds, '--rounds')
  const seconds = countOf(values.seconds, '--seconds')
  const chosen = positionals.length === 0 ? ROWS : positionals.map(rowOf)
  if (process.getuid?.() !== 0) {
    say('skipped: network namespaces need root')
    return
  }
  execFileSync(process.execPath, [resolve(import.meta.dirname, '../tools/build.ts')])
  const lab = openLab()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Namespaces outlive who made them.
    process.once(signal, () => {
      lab.close()
      process.exit(128 + constants.signals[signal])
    })
  }
  const lines: Line[] = []
  try {
    const setting = { lab, programs: findPrograms(), rounds, seconds, say }
    for (const row of chosen) {
      say(`${row.name}:`)
      lines.push(...(await row.measure(setting)))
    }
  } finally {
    lab.close()
  }
  for (const text of [...TABLE_HEAD, ...lines.map(describeLine)]) process.stdout.write(`${text}\n`)
}

function rowOf(name: string): Row {
  const row = ROWS.find((each) => each.name === name)
  if (row) return row
  throw new UsageError(`no row is named ${name}`)
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
