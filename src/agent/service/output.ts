/**
 * What commands print, made safe to show and bounded: lines of at most 4 KiB, control characters
 * escaped, a total after which the rest is counted only.
 */
export const MAX_LINE_BYTES = 4096

export interface OutputLimits {
  readonly maxLineBytes: number
  readonly maxTotalBytes: number
}

export const OUTPUT_LIMITS: OutputLimits = { maxLineBytes: MAX_LINE_BYTES, maxTotalBytes: 256 * 1024 }

/** Cuts a stream of bytes into lines; hand it chunks, and call `end` once. */
export class LineCutter {
  readonly #emit: (line: string) => void
  readonly #limits: OutputLimits
  readonly #decoder = new TextDecoder('utf-8')
  #held = ''
  #total = 0
  #dropped = 0

  constructor(emit: (line: string) => void, limits: OutputLimits = OUTPUT_LIMITS) {
    this.#emit = emit
    this.#limits = limits
  }

  push(chunk: Uint8Array): void {
    this.#take(this.#decoder.decode(chunk, { stream: true }))
  }

  end(): void {
    this.#take(this.#decoder.decode())
    if (this.#held !== '') this.#line(this.#held)
    this.#held = ''
    if (this.#dropped > 0) this.#emit(`(${this.#dropped} more characters were not kept)`)
  }

  #take(text: string): void {
    let rest = this.#held + text
    for (;;) {
      const end = rest.indexOf('\n')
      if (end < 0 && rest.length <= this.#limits.maxLineBytes) break
      const cut = end < 0 ? this.#limits.maxLineBytes : Math.min(end, this.#limits.maxLineBytes)
      this.#line(rest.slice(0, cut))
      rest = rest.slice(cut === end ? cut + 1 : cut)
    }
    this.#held = rest
  }

  #line(line: string): void {
    if (this.#total + line.length > this.#limits.maxTotalBytes) {
      this.#dropped += line.length
      return
    }
    this.#total += line.length
    this.#emit(escapeControls(line))
  }
}

/** `\x1b` for what would move a cursor, colour a terminal or break a line. */
export function escapeControls(line: string): string {
  return line
    .replace(/\r$/, '')
    .replace(
      /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
      (character) => {
        const code = character.charCodeAt(0)
        return code < 0x100
          ? `\\x${code.toString(16).padStart(2, '0')}`
          : `\\u${code.toString(16).padStart(4, '0')}`
      },
    )
}
