/** What a row of the table is given, and what it gives. */
import type { Lab } from './lab.ts'
import type { Programs } from './programs.ts'
import type { Line } from './table.ts'

export interface Setting {
  readonly lab: Lab
  readonly programs: Programs
  /** How often each contender is measured; they take turns. */
  readonly rounds: number
  /** Of one transfer. */
  readonly seconds: number
  /** Prints a line beside the table: each single figure, and what is skipped. */
  readonly say: (text: string) => void
}

export interface Row {
  readonly name: string
  readonly measure: (setting: Setting) => Promise<Line[]>
}

/** Measures the contenders in turn, `rounds` times, each told which round it is. @returns each one's figures; one that failed has none */
export async function takeTurns(
  setting: Setting,
  contenders: ReadonlyMap<string, (round: number) => Promise<number>>,
): Promise<Map<string, number[]>> {
  const figures = new Map<string, number[]>()
  for (let round = 0; round < setting.rounds; round++) {
    for (const [name, measure] of contenders) {
      try {
        const value = await measure(round)
        figures.set(name, [...(figures.get(name) ?? []), value])
        setting.say(`  ${name}: ${value.toFixed(value < 10 ? 2 : 0)}`)
      } catch (error) {
        setting.say(`  ${name}: failed: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  return figures
}
