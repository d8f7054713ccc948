/** The command line in this process: real files, a clock that stands still, captured output. */
import { PassThrough } from 'node:stream'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { type Instant, parseTimestamp } from '../../src/base/time.ts'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { createStyle } from '../../src/platform/terminal.ts'

export interface VerbResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** The document on stdout. */
  json(): ReturnType<typeof JSON.parse>
}

export interface VerbSurroundings {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly now?: string
  readonly isTerminal?: boolean
  /** Milliseconds that pass with each look at the clock. */
  readonly pace?: number
  /** Told what is said, as it is said. */
  readonly heard?: (text: string) => void
}

export async function runVerb(
  args: readonly string[],
  { cwd, env = {}, now, isTerminal = false, pace = 0, heard = () => undefined }: VerbSurroundings,
): Promise<VerbResult> {
  let stdout = ''
  let stderr = ''
  let elapsed = 0
  const monotonic = () => {
    elapsed += pace
    return elapsed as Instant
  }
  const code = await runCommandLine(args, {
    clock: {
      monotonic,
      now: () => parseTimestamp(now ?? '2026-11-22T08:00:00Z'),
    },
    random: systemRandom,
    diagnostics: silentDiagnostics,
    cwd,
    env: { SALLYPORT_CACHE: `${cwd}/.git/sallyport-cache`, ...env },
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      stderr += text
      heard(text)
    },
    stdin: new PassThrough().end(),
    style: createStyle(false, {}),
    isTerminal,
    signal: new AbortController().signal,
  })
  return { code, stdout, stderr, json: () => JSON.parse(stdout) }
}
