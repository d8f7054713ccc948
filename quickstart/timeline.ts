/** The timeline that a newcomer reads: what happens, how it ended, how long it took, and the lines worth seeing. */
import { formatElapsed } from '../src/base/time.ts'
import { createStyle } from '../src/platform/terminal.ts'

export interface Outcome {
  /** One or two words: `failed`, `approved`, `refused`. */
  readonly result: string
  /** Whether this is what had to happen; a refused attack is good. */
  readonly lines?: readonly string[]
}

export interface TimelineEntry extends Outcome {
  readonly title: string
  readonly ms: number
}

const TITLE_WIDTH = 58

export class Timeline {
  readonly entries: TimelineEntry[] = []
  readonly #start = performance.now()
  readonly #write: (text: string) => void
  readonly #style = createStyle(process.stdout.isTTY === true, process.env)

  constructor(write: (text: string) => void = (text) => process.stdout.write(text)) {
    this.#write = write
  }

  chapter(title: string): void {
    this.#write(`\n${this.#style.bold(title)}\n`)
  }

  /** Runs one step. What it throws ends the quickstart: a step that cannot be shown is not shown. */
  async step(title: string, run: () => Promise<Outcome>): Promise<void> {
    const started = performance.now()
    if (process.stdout.isTTY) this.#write(`  ${title.padEnd(TITLE_WIDTH)} …`)
    const outcome = await run()
    const ms = performance.now() - started
    this.entries.push({ title, ms, ...outcome })
    const clear = process.stdout.isTTY ? '\r\u001b[K' : ''
    const { dim, green } = this.#style
    this.#write(
      `${clear}  ${title.padEnd(TITLE_WIDTH)} ${green(outcome.result.padEnd(12))} ${dim(formatElapsed(ms).padStart(7))}\n`,
    )
    for (const line of outcome.lines ?? []) this.#write(`      ${dim(line)}\n`)
  }

  get elapsedMs(): number {
    return performance.now() - this.#start
  }

  /** The same as Markdown, for the report folder. */
  toMarkdown(): string {
    const rows = this.entries.map(
      ({ title, result, ms }) => `| ${title} | ${result} | ${formatElapsed(ms)} |`,
    )
    const details = this.entries
      .filter((entry) => (entry.lines?.length ?? 0) > 0)
      .map(({ title, lines }) => `### ${title}\n\n\`\`\`\n${lines!.join('\n')}\n\`\`\`\n`)
    return ['# Quickstart', '', '| step | result | time |', '|---|---|---|', ...rows, '', ...details].join(
      '\n',
    )
  }
}
