/**
 * A pull reader for JSON (RFC 8259) that keeps positions: the caller visits the members it wants and
 * skips the rest, so that a lockfile of many megabytes costs one pass and no tree. It reads a text, or
 * its pieces as they come, of which it holds no more than the one that it stands in and the longest string.
 *
 * Safe on hostile input: names are handed over as plain strings (a `__proto__` key is a key), nesting is
 * bounded, keys that stand twice are recorded, and every failure is a {@link JsonSyntaxError} with its
 * offset. What is skipped is checked for balance and for its strings' ends, not for every rule of the
 * grammar.
 */
export class JsonSyntaxError extends Error {
  readonly offset: number
  /** From 1; 0 where whoever threw it did not say. */
  readonly line: number

  constructor(message: string, offset: number, line = 0) {
    super(message)
    this.name = 'JsonSyntaxError'
    this.offset = offset
    this.line = line
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

/** Where a key stands; lines and columns are counted from 1, columns in UTF-16 units. */
export interface KeyPlace {
  readonly offset: number
  readonly line: number
  readonly column: number
}

export class JsonReader {
  /** Keys that stood twice in one object; the last one counts, as in every package manager. */
  readonly repeated: { readonly key: string; readonly offset: number; readonly line: number }[] = []
  readonly #pieces: Iterator<string> | undefined
  /** What was read and is not behind; {@link #at} is a position in it. */
  #text: string
  /** How much of the file is behind. */
  #passed = 0
  #at = 0
  #line = 1
  /** Where the line begins, in the file. */
  #lineStart = 0
  #depth = 0

  constructor(source: string | Iterator<string>) {
    this.#pieces = typeof source === 'string' ? undefined : source
    this.#text = typeof source === 'string' ? source : ''
  }

  /** Where the next character is read, in the file. */
  get offset(): number {
    return this.#passed + this.#at
  }

  /** The line that holds it. */
  get line(): number {
    return this.#line
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

  /**
   * Visits each member; the visitor consumes the value with one call of this reader.
   *
   * @param seen what knows the object's keys; given where they are kept anyway
   */
  members(visit: (key: string, place: KeyPlace) => void, seen: KnownKeys = new SeenKeys()): void {
    this.#enter(OPEN_BRACE, '"{"')
    if (this.#space() !== CLOSE_BRACE) {
      for (;;) {
        if (this.#space() !== QUOTE) this.#fail('expected a key in quotes')
        const { offset } = this
        const place = { offset, line: this.#line, column: offset - this.#lineStart + 1 }
        const key = this.#stringHere()
        if (seen.add(key)) this.repeated.push({ key, offset, line: place.line })
        if (this.#space() !== COLON) this.#fail('expected ":"')
        this.#at++
        visit(key, place)
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
    return this.#stringHere()
  }

  #stringHere(): string {
    const { start, escaped } = this.#passString()
    if (!escaped) return this.#text.slice(start + 1, this.#at - 1)
    try {
      return JSON.parse(this.#text.slice(start, this.#at))
    } catch {
      this.#at = start
      return this.#fail('a string has an escape that JSON does not know')
    }
  }

  /** The value if it is a string; anything else is skipped. */
  stringOrSkip(): string | undefined {
    if (this.#space() === QUOTE) return this.#stringHere()
    this.skip()
    return undefined
  }

  /** Whether the value is `true`; anything else is skipped. */
  isTrue(): boolean {
    const isWord = this.peek() === 'word'
    const first = this.#text[this.#at]
    this.skip()
    return isWord && first === 't'
  }

  /** A small number; anything else is skipped. */
  numberOrSkip(): number | undefined {
    const kind = this.peek()
    const text = this.skip()
    return kind === 'number' ? Number(text) : undefined
  }

  /** @returns what a number or a word is written as, and nothing for all else */
  skip(): string {
    const kind = this.peek()
    if (kind === 'number') return this.#passNumber()
    if (kind === 'word') return this.#passWord()
    if (kind === 'string') this.#passString()
    else if (kind === 'object') this.members(() => this.skip())
    else this.elements(() => this.skip())
    return ''
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
      const code = this.#text.charCodeAt(this.#at)
      if (code === 0x0a) {
        this.#line++
        this.#lineStart = this.offset + 1
        INDENTATION.lastIndex = this.#at + 1
        INDENTATION.test(this.#text)
        this.#at = INDENTATION.lastIndex
        continue
      } else if (code !== 0x20 && code !== 0x0d && code !== 0x09) {
        if (!Number.isNaN(code) || !this.#readOn()) return code
        continue
      }
      this.#at++
    }
  }

  /** Moves behind a string: where it began, and whether it has escapes. */
  #passString(): { readonly start: number; readonly escaped: boolean } {
    let escaped = false
    for (let length = 1; ; ) {
      PLAIN.lastIndex = this.#at + length
      PLAIN.test(this.#text)
      const at = PLAIN.lastIndex
      const code = this.#text.charCodeAt(at)
      length = at - this.#at
      if (code === QUOTE) {
        const start = this.#at
        this.#at = at + 1
        return { start, escaped }
      }
      if (code === BACKSLASH && (at + 1 < this.#text.length || this.#readOn())) {
        escaped = true
        const next = this.#text.charCodeAt(this.#at + length + 1)
        length += next === QUOTE || next === BACKSLASH ? 2 : 1
      } else if (!Number.isNaN(code) && code !== BACKSLASH) {
        this.#at = at
        this.#fail('a control character stands in a string')
      } else if (!this.#readOn()) this.#fail('a string has no end')
    }
  }

  #passNumber(): string {
    do {
      NUMERIC.lastIndex = this.#at
      NUMERIC.test(this.#text)
    } while (NUMERIC.lastIndex === this.#text.length && this.#readOn())
    NUMBER.lastIndex = this.#at
    if (!NUMBER.test(this.#text)) this.#fail('expected a number')
    return this.#pass(NUMBER.lastIndex)
  }

  #passWord(): string {
    let isLast = false
    while (!isLast && this.#text.length - this.#at < 'false'.length) isLast = !this.#readOn()
    for (const word of ['true', 'false', 'null']) {
      if (this.#text.startsWith(word, this.#at)) return this.#pass(this.#at + word.length)
    }
    return this.#fail('expected a value')
  }

  #pass(end: number): string {
    const passed = this.#text.slice(this.#at, end)
    this.#at = end
    return passed
  }

  /**
   * Lets go of what is behind and reads the file's next piece; `false` at its end. Where something long has begun it
   * reads as much again as it holds, so that the length of what is copied stays in proportion to the file's.
   */
  #readOn(): boolean {
    const held = this.#text.slice(this.#at)
    let text = held
    while (text.length < held.length * 2 || text.length === 0) {
      const next = this.#pieces?.next()
      if (next === undefined || next.done) break
      text += next.value
    }
    if (text.length === held.length) return false
    this.#passed += this.#at
    this.#at = 0
    this.#text = text
    return true
  }

  #fail(message: string): never {
    throw new JsonSyntaxError(message, this.offset, this.#line)
  }
}

const INDENTATION = / */y
/** What stands in a string as it is. */
const PLAIN = /[^"\\\u0000-\u001f]*/y
/** What a number may be written with. */
const NUMERIC = /[-+.\deE]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** Told each key of an object in turn. */
export interface KnownKeys {
  /** Whether the key was there already. */
  add(key: string): boolean
}

/** Keys of one object: a list while it is short, a set from then on. */
class SeenKeys implements KnownKeys {
  #list: string[] = []
  #set: Set<string> | undefined

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
