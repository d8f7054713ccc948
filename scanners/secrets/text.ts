/** Bytes to text, and offsets to lines and columns. */

const SNIFFED_BYTES = 8_192
const utf8 = new TextDecoder('utf-8')
const utf16le = new TextDecoder('utf-16le')
const utf16be = new TextDecoder('utf-16be')

/** `undefined` for a binary file, which is one with a NUL in its first bytes. Bytes that are no text become U+FFFD. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16le.decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16be.decode(bytes)
  if (bytes.subarray(0, SNIFFED_BYTES).includes(0)) return undefined
  return utf8.decode(bytes)
}

export interface Position {
  readonly line: number
  readonly column: number
}

/** Positions of offsets, each found in logarithmic time. */
export function createPositionFinder(text: string): (offset: number) => Position {
  let starts: number[] | undefined
  return (offset) => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
