/** A container recipe, as far as ours goes: stages, and their instructions with line continuations joined. */
export interface Instruction {
  readonly keyword: string
  readonly text: string
}

export interface Stage {
  readonly image: string
  readonly name: string | undefined
  readonly instructions: readonly Instruction[]
}

/** @throws Error for what stands before the first FROM, and for a line that is no instruction */
export function parseRecipe(text: string): Stage[] {
  const stages: { image: string; name: string | undefined; instructions: Instruction[] }[] = []
  const lines = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  for (const line of lines) {
    const match = /^([A-Z]+)\s+(.*)$/.exec(line)
    if (!match) throw new Error(`no instruction: ${line}`)
    const [, keyword = '', rest = ''] = match
    if (keyword === 'FROM') {
      const [, image = '', name] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(rest) ?? []
      stages.push({ image, name, instructions: [] })
      continue
    }
    const stage = stages.at(-1)
    if (!stage) throw new Error(`${keyword} stands before FROM`)
    stage.instructions.push({ keyword, text: rest })
  }
  return stages
}

export function valuesOf(stage: Stage, keyword: string): string[] {
  return stage.instructions.filter((each) => each.keyword === keyword).map(({ text }) => text)
}
