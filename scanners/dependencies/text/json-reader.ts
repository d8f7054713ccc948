/**
 * A pull reader for JSON (RFC 8259) that keeps positions: the caller visits the members it wants and
 * skips the rest, so that a lockfile of many megabytes costs one pass and no tree.
 *
 * Safe on hostile input: names are handed over as plain strings (a `__proto__` key is a key), nesting is
 * bounded, keys that stand twice are recorded, and every failure is a {@link JsonSyntaxError} with its
 * offset. What is skipped is checked for balance and for its strings' ends, not for every rule of the
 * grammar.
 */
export class JsonSyntaxError extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.name = 'JsonSyntaxError'
    this.offset = offset
  }
}

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'word'

const MAX_DEPTH = 256
const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const COMMA = 0x2c
const COLON = 0x3a

export class JsonReader {
  readonly text: string
  /** Keys that stood twice in one object; the last one counts, as in every package manager. */
  readonly repeated: { readonly key: string; readonly offset: number }[] = []
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.text = text
  }

  /** Where the next character is read. */
  get offset(): number {
    return this.#at
  }

  /** The kind of the value that comes next, and moves to its first character. */
  peek(): JsonKind {
    const code = this.#space()
    if (code === OPEN_BRACE) return 'object'
    if (code === OPEN_BRACKET) return 'array'
    if (code === QUOTE) return 'string'
    if (code === 0x2d || (code >= 0x30 && code <= 0x39)) return 'number'
    if (code === 0x74 || code === 0x66 || code === 0x6e) return 'word'
    return this.#fail(Number.isNaN(code) ? 'the file ends in the middle of a value' : 'expected a value')
  }

  /** Visits each member; the visitor consumes the value with one call of this reader. */
  members(visit: (key: string, keyOffset: number) => void): void {
    this.#enter(OPEN_BRACE, '"{"')
    const seen = new SeenKeys()
    if (this.#space() !== CLOSE_BRACE) {
      for (;;) {
        if (this.#space() !== QUOTE) this.#fail('expected a key in quotes')
        const keyOffset = this.#at
        const key = this.string()
        if (seen.add(key)) this.repeated.push({ key, offset: keyOffset })
        if (this.#space() !== COLON) this.#fail('expected ":"')
        this.#at++
        visit(key, keyOffset)
        if (this.#space() !== COMMA) break
        this.#at++
      }
    }
    this.#leave(CLOSE_BRACE, '"," or "}"')
  }

  /** Visits each element; the visitor consumes the value. */
  elements(visit: (index: number) => void): void {
    this.#enter(OPEN_BRACKET, '"["')
    if (this.#space() !== CLOSE_BRACKET) {
      for (let index = 0; ; index++) {
        visit(index)
        if (this.#space() !== COMMA) break
        this.#at++
      }
    }
    this.#leave(CLOSE_BRACKET, '"," or "]"')
  }

  string(): string {
    if (this.#space() !== QUOTE) this.#fail('expected a string')
    const start = this.#at
    const escaped = this.#passString()
    if (!escaped) return this.text.slice(start + 1, this.#at - 1)
    try {
      return JSON.parse(this.text.slice(start, this.#at))
    } catch {
      this.#at = start
      return this.#fail('a string has an escape that JSON does not know')
    }
  }

  /** The value if it is a string; anything else is skipped. */
  stringOrSkip(): string | undefined {
    if (this.peek() === 'string') return this.string()
    this.skip()
    return undefined
  }

  /** Whether the value is `true`; anything else is skipped. */
  isTrue(): boolean {
    this.peek()
    const start = this.#at
    this.skip()
    return this.#at - start === 4 && this.text.startsWith('true', start)
  }

  /** A small number; anything else is skipped. */
  numberOrSkip(): number | undefined {
    const isNumber = this.peek() === 'number'
    const start = this.#at
    this.skip()
    return isNumber ? Number(this.text.slice(start, this.#at)) : undefined
  }

  skip(): void {
    const kind = this.peek()
    if (kind === 'string') this.#passString()
    else if (kind === 'number') this.#passNumber()
    else if (kind === 'word') this.#passWord()
    else if (kind === 'object') this.members(() => this.skip())
    else this.elements(() => this.skip())
  }

  /** @throws {JsonSyntaxError} where something follows the document. */
  end(): void {
    if (!Number.isNaN(this.#space())) this.#fail('something follows the document')
  }

  #enter(open: number, expected: string): void {
    if (this.#space() !== open) this.#fail(`expected ${expected}`)
    if (++this.#depth > MAX_DEPTH) this.#fail(`nested deeper than ${MAX_DEPTH}`)
    this.#at++
  }

  #leave(close: number, expected: string): void {
    const code = this.#space()
    if (code !== close) {
      this.#fail(Number.isNaN(code) ? 'the file ends in the middle of a value' : `expected ${expected}`)
    }
    this.#at++
    this.#depth--
  }

  /** Moves behind white space; the code that stands there, NaN at the end. */
  #space(): number {
    for (;;) {
      const code = this.text.charCodeAt(this.#at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return code
      this.#at++
    }
  }

  /** Moves behind a string; whether it has escapes. */
  #passString(): boolean {
    const start = this.#at
    let escaped = false
    for (let at = start + 1; ; at++) {
      const code = this.text.charCodeAt(at)
      if (code === QUOTE) {
        this.#at = at + 1
        return escaped
      }
      if (code === BACKSLASH) {
        escaped = true
        at++
      } else if (!(code >= 0x20)) {
        if (!Number.isNaN(code)) this.#at = at
        return this.#fail(
          Number.isNaN(code) ? 'a string has no end' : 'a control character stands in a string',
        )
      }
    }
  }

  #passNumber(): void {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
    pattern.lastIndex = this.#at
    if (!pattern.test(this.text)) this.#fail('expected a number')
    this.#at = pattern.lastIndex
  }

  #passWord(): void {
    for (const word of ['true', 'false', 'null']) {
      if (this.text.startsWith(word, this.#at)) {
        this.#at += word.length
        return
      }
    }
    this.#fail('expected a value')
  }

  #fail(message: string): never {
    throw new JsonSyntaxError(message, this.#at)
  }
}

/** Keys of one object: a list while it is short, a set from then on. */
class SeenKeys {
  #list: string[] = []
  #set: Set<string> | undefined

  /** Whether the key was there already. */
  add(key: string): boolean {
    if (this.#set) {
      if (this.#set.has(key)) return true
      this.#set.add(key)
      return false
    }
    if (this.#list.includes(key)) return true
    this.#list.push(key)
    if (this.#list.length > 12) this.#set = new Set(this.#list)
    return false
  }
}
