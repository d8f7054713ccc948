/** Walks a text line by line, without an array of all of them. */
export interface TextLine {
  /** Without its end (`\n` or `\r\n`). */
  readonly text: string
  /** From 1. */
  readonly number: number
}

export function* eachLine(text: string): Generator<TextLine> {
  let start = 0
  for (let number = 1; start <= text.length; number++) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const hasReturn = end > start && text.charCodeAt(end - 1) === 0x0d
    yield { text: text.slice(start, hasReturn ? end - 1 : end), number }
    start = end + 1
  }
}
