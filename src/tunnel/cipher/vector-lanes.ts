/** Vectors of four lanes as the rows of a square. */
import { block, type Local, local, shuffle32 } from './wasm-instructions.ts'
import type { Code } from './wasm-module.ts'

/** Makes rows of columns: after it lane j of `rows[i]` is what was lane i of `rows[j]`. `spare` holds four vectors. */
export function transpose(rows: readonly Local[], spare: readonly Local[]): Code {
  const row = (index: number) => local.get(rows[index]!)
  const half = (index: number) => local.get(spare[index]!)
  return block(
    local.set(spare[0]!, shuffle32(row(0), row(1), [0, 4, 1, 5])),
    local.set(spare[1]!, shuffle32(row(2), row(3), [0, 4, 1, 5])),
    local.set(spare[2]!, shuffle32(row(0), row(1), [2, 6, 3, 7])),
    local.set(spare[3]!, shuffle32(row(2), row(3), [2, 6, 3, 7])),
    local.set(rows[0]!, shuffle32(half(0), half(1), [0, 1, 4, 5])),
    local.set(rows[1]!, shuffle32(half(0), half(1), [2, 3, 6, 7])),
    local.set(rows[2]!, shuffle32(half(2), half(3), [0, 1, 4, 5])),
    local.set(rows[3]!, shuffle32(half(2), half(3), [2, 3, 6, 7])),
  )
}
