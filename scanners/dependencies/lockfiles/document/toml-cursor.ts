/** Keys and values of TOML (https://toml.io/en/v1.0.0#keys and following), read from one position to the next. */
import { type DocumentNode, type DocumentValue, MAX_DOCUMENT_DEPTH } from './node.ts'

export class TomlSyntaxError extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.name = 'TomlSyntaxError'
    this.line = line
  }
}

const BARE_KEY = /[A-Za-z0-9_-]+/y
const SPACE = /[ \t]*/y
const BLANK_LINE = /[ \t\r]*(?:#[^\n]*)?\n/y
const BLANK_END = /[ \t]*(?:#[^\n]*)?\r?/y
const SIMPLE_STRING = /"([^"\\\n]*)"/y
const LITERAL_STRING = /'([^'\n]*)'/y
const NUMBER = /[+-]?(?:0x[0-9a-f_]+|0o[0-7_]+|0b[01_]+|inf|nan|[\d_]+(?:\.[\d_]+)?(?:e[+-]?[\d_]+)?)$/i
const TOKEN = /[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?/y

export class TomlCursor {
  readonly #text: string
  #at = 0
  #line = 1
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  get line(): number {
    return this.#line
  }

  peek(): string {
    return this.#text.charAt(this.#at)
  }

  /** Moves behind blank lines and comments; `false` at the end. */
  skipBlank(): boolean {
    this.#passBlank()
    return this.#at < this.#text.length
  }

  openHeader(): boolean {
    this.expect('[')
    if (this.peek() !== '[') return false
    this.#at++
    return true
  }

  closeHeader(isArray: boolean): void {
    this.expect(']')
    if (isArray) this.expect(']')
  }

  /** A key's parts: `a."b c".d` has three. */
  key(): string[] {
    const parts: string[] = []
    for (;;) {
      this.#pass(SPACE)
      const first = this.peek()
      if (first === '"' || first === "'") parts.push(this.#quoted(first))
      else parts.push(this.#match(BARE_KEY, 'expected a key'))
      this.#pass(SPACE)
      if (this.peek() !== '.') return parts
      if (parts.length > MAX_DOCUMENT_DEPTH) this.#fail(`a key of more than ${MAX_DOCUMENT_DEPTH} parts`)
      this.#at++
    }
  }

  value(): DocumentValue {
    this.#pass(SPACE)
    const first = this.peek()
    if (first === '"' || first === "'") return this.#string(first)
    if (first === '[' || first === '{') {
      if (++this.#depth > MAX_DOCUMENT_DEPTH) this.#fail(`nested deeper than ${MAX_DOCUMENT_DEPTH}`)
      const value = first === '[' ? this.#array() : this.#inlineTable()
      this.#depth--
      return value
    }
    const token = this.#match(TOKEN, 'expected a value')
    if (token === 'true' || token === 'false') return token === 'true'
    return NUMBER.test(token) ? Number(token.replaceAll('_', '')) : this.#moment(token)
  }

  expect(character: string): void {
    this.#pass(SPACE)
    if (this.peek() !== character) this.#fail(`expected ${JSON.stringify(character)}`)
    this.#at++
  }

  /** Nothing but a comment may follow on the line. */
  endLine(): void {
    this.#pass(SPACE)
    if (this.peek() === '\r') this.#at++
    const next = this.peek()
    if (next !== '' && next !== '\n' && next !== '#') this.#fail('something follows on the line')
  }

  #array(): DocumentNode[] {
    const list: DocumentNode[] = []
    this.#at++
    for (;;) {
      this.#passBlank()
      if (this.peek() === ']') break
      const line = this.#line
      const value = this.value()
      list.push({ line, endLine: this.#line, value })
      this.#passBlank()
      if (this.peek() !== ',') break
      this.#at++
    }
    this.expect(']')
    return list
  }

  #inlineTable(): Map<string, DocumentNode> {
    const table = new Map<string, DocumentNode>()
    this.#at++
    for (;;) {
      // TOML 1.1 allows lines and a trailing comma in here; both can be read without doubt.
      this.#passBlank()
      if (this.peek() === '}') break
      const line = this.#line
      const keys = this.key()
      this.expect('=')
      const value = this.value()
      put(table, keys, { line, endLine: this.#line, value }, () => this.#fail('a key is not a table'))
      this.#passBlank()
      if (this.peek() !== ',') break
      this.#at++
    }
    this.expect('}')
    return table
  }

  #quoted(quote: string): string {
    const simple = quote === '"' ? SIMPLE_STRING : LITERAL_STRING
    simple.lastIndex = this.#at
    const found = simple.exec(this.#text)?.[1]
    if (found !== undefined) {
      this.#at = simple.lastIndex
      return found
    }
    const end = this.#endOf(quote, this.#at + 1)
    const text = this.#text.slice(this.#at + 1, end)
    if (text.includes('\n')) this.#fail('a string has no end on its line')
    this.#at = end + 1
    return quote === '"' ? this.#unescape(text) : text
  }

  #string(quote: string): string {
    const fence = quote.repeat(3)
    if (!this.#text.startsWith(fence, this.#at)) return this.#quoted(quote)
    const end = this.#endOf(fence, this.#at + 3)
    const text = this.#text.slice(this.#at + 3, end).replace(/^\r?\n/, '')
    this.#move(end + 3)
    if (quote === "'") return text
    return this.#unescape(text)
  }

  /** Up to two quotes may stand right before the fence that ends a string of several lines. */
  #endOf(fence: string, from: number): number {
    const isLiteral = fence.startsWith("'")
    for (let at = from; at < this.#text.length; at++) {
      if (!isLiteral && this.#text[at] === '\\') at++
      else if (fence.length === 1 && this.#text[at] === '\n') break
      else if (this.#text.startsWith(fence, at)) {
        let extra = 0
        while (fence.length === 3 && extra < 2 && this.#text[at + 3 + extra] === fence[0]) extra++
        return at + extra
      }
    }
    return this.#fail('a string has no end')
  }

  #unescape(text: string): string {
    if (!text.includes('\\')) return text
    return text.replace(ESCAPE, (_, what: string) => {
      if (/^[ \t\r\n]/.test(what) && what.includes('\n')) return ''
      if (what.length === 1) return ESCAPES.get(what) ?? this.#fail(`the escape \\${what} is not known`)
      const code = Number.parseInt(what.slice(1), 16)
      const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      return isCharacter ? String.fromCodePoint(code) : this.#fail('an escape is no character')
    })
  }

  /** A date or a time, which no lockfile needs as more than its text. */
  #moment(token: string): string {
    if (!/^\d{2,4}[-:]\d\d/.test(token)) this.#fail('expected a value')
    return token
  }

  #match(pattern: RegExp, why: string): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found === undefined) return this.#fail(why)
    this.#at = pattern.lastIndex
    return found
  }

  #passBlank(): void {
    while (this.#pass(BLANK_LINE));
    this.#pass(BLANK_END)
  }

  #pass(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    if (!pattern.test(this.#text)) return false
    this.#move(pattern.lastIndex)
    return true
  }

  #move(to: number): void {
    for (let at = this.#text.indexOf('\n', this.#at); at !== -1 && at < to; ) {
      this.#line++
      at = this.#text.indexOf('\n', at + 1)
    }
    this.#at = to
  }

  #fail(message: string): never {
    throw new TomlSyntaxError(message, this.#line)
  }
}

/** A character by its code, the end of a line with the white space that follows it, or one character. */
const ESCAPE = /\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[ \t]*\r?\n[ \t\r\n]*|[\s\S])/g

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  ['"', '"'],
  ['\\', '\\'],
])

function put(
  table: Map<string, DocumentNode>,
  keys: readonly string[],
  node: DocumentNode,
  refuse: () => never,
): void {
  let map = table
  for (const key of keys.slice(0, -1)) {
    let next = map.get(key)
    if (!next) {
      next = { line: node.line, endLine: node.endLine, value: new Map() }
      map.set(key, next)
    }
    if (!(next.value instanceof Map)) refuse()
    else map = next.value
  }
  map.set(keys.at(-1)!, node)
}
