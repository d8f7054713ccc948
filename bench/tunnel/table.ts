/** Medians, ratios, and the lines that are printed. */

export interface Line {
  readonly what: string
  readonly ours: number | undefined
  readonly unit: string
  readonly peer: string
  readonly theirs: number | undefined
  readonly goal: string
  /** Whether `ours ÷ theirs` (or, without a peer, ours) meets the goal. */
  readonly meets: (ratio: number) => boolean
  /** Why a side is absent, or what is to be known of the figures. */
  readonly note?: string
}

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >>> 1]
}

export const TABLE_HEAD = [
  '| what | ours | peer | theirs | ratio | goal | met |',
  '|---|---|---|---|---|---|---|',
]

export function describeLine(line: Line): string {
  const { ours, theirs } = line
  const ratio = line.peer === '–' ? ours : ours === undefined || !theirs ? undefined : ours / theirs
  const met = ratio === undefined ? 'skipped' : line.meets(ratio) ? 'yes' : 'NO'
  const cells = [
    line.what,
    figure(ours, line.unit),
    line.peer,
    line.peer === '–' ? '–' : figure(theirs, line.unit),
    line.peer === '–' || ratio === undefined ? '–' : ratio.toFixed(2),
    line.goal,
    line.note === undefined ? met : `${met}: ${line.note}`,
  ]
  return `| ${cells.join(' | ')} |`
}

function figure(value: number | undefined, unit: string): string {
  if (value === undefined) return '–'
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toFixed(digits)} ${unit}`
}
