/** From offsets in a text to lines, counted from 1. Built once per file, looked up by bisection. */
export interface LineIndex {
  /** The line that holds the offset; an offset past the end is on the last line. */
  lineAt(offset: number): number
  /** From 1, in UTF-16 units. */
  columnAt(offset: number): number
}

export function indexLines(text: string): LineIndex {
  const starts = startsOfLines(text)
  const lineAt = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
  return { lineAt, columnAt: (offset) => offset - starts[lineAt(offset) - 1]! + 1 }
}

function startsOfLines(text: string): Uint32Array {
  let starts = new Uint32Array(1024)
  let count = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (count === starts.length) {
      const grown = new Uint32Array(count * 2)
      grown.set(starts)
      starts = grown
    }
    starts[count++] = at + 1
  }
  return starts.subarray(0, count)
}
