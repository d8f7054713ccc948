/** The contract of a verb: one thing that a person asks for, the same on the command line and in the action. */
import type { Diagnostics } from '../base/diagnostics.ts'
import type { ExitCode } from '../base/exit-codes.ts'
import type { Random } from '../base/random.ts'
import type { Clock } from '../base/time.ts'
import type { Style } from '../platform/terminal.ts'
import type { OptionName, OptionValues } from './options.ts'

export interface Positional {
  /** `PATH` in the usage line. */
  readonly name: string
  readonly doc: string
  readonly optional?: true
  readonly repeated?: true
}

export interface Verb {
  /** One or two words: `gate`, `key new`. */
  readonly name: string
  /** One line. */
  readonly summary: string
  /** A paragraph or two for `--help`, where the summary does not say it all. */
  readonly details?: string
  readonly positionals?: readonly Positional[]
  readonly options: readonly OptionName[]
  /** Whole command lines. */
  readonly examples: readonly string[]
  /** Takes a command after `--`. */
  readonly takesCommand?: true
  run(call: Call): Promise<ExitCode | CommandExit>
}

/** The code of a command that ran under `--`, passed on as it is. */
export interface CommandExit {
  readonly commandCode: number
}

export interface Call {
  readonly positionals: readonly string[]
  readonly options: OptionValues
  /** What stood after `--`. */
  readonly command: readonly string[]
  readonly ports: Ports
}

/** The process around a verb. A verb touches no global. */
export interface Ports {
  readonly clock: Clock
  readonly random: Random
  readonly diagnostics: Diagnostics
  /** Absolute; relative paths that a person gives start here. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** For machines: one document, or what was asked for. */
  /** Who writes much awaits it, and goes at the reader's pace. */
  readonly stdout: (text: string) => Promise<void> | undefined
  /** For people. */
  readonly stderr: (text: string) => void
  readonly stdin: NodeJS.ReadableStream
  /** How to emphasise on stderr. */
  readonly style: Style
  /** Whether stderr is a terminal: progress is redrawn there, printed sparsely elsewhere. */
  readonly isTerminal: boolean
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal
}
