/**
 * Elixir's and Erlang's terms as far as lock files have them: tuples, lists, maps, strings, binaries,
 * atoms, numbers, keywords. A reader of data, never of code: calls, operators and interpolation are syntax
 * errors. https://hexdocs.pm/elixir/syntax-reference.html, https://www.erlang.org/doc/reference_manual.
 *
 * Both languages share this reader because a term of one is no valid term of the other except where they
 * mean the same.
 */
export type Term =
  | {
      readonly kind: 'tuple' | 'list' | 'map'
      readonly items: readonly Term[]
      readonly start: number
      readonly end: number
    }
  | {
      readonly kind: 'text' | 'atom' | 'number'
      readonly text: string
      readonly start: number
      readonly end: number
    }
  /** `key: value`, `"key": value`, `key => value` */
  | {
      readonly kind: 'pair'
      readonly key: Term
      readonly value: Term
      readonly start: number
      readonly end: number
    }

export class TermSyntaxError extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.name = 'TermSyntaxError'
    this.offset = offset
  }
}

export type Dialect = 'elixir' | 'erlang'

const MAX_DEPTH = 256
const CLOSE: Readonly<Record<string, string>> = { '{': '}', '[': ']', '%{': '}', '#{': '}', '<<': '>>' }
const OPENING = /%\{|#\{|<<|[{[]/y
const ATOM = /[\p{L}_][\p{L}\p{N}_@]*[?!]?/uy
const NUMBER = /-?\d[\d_]*(?:\.\d+(?:[eE][+-]?\d+)?)?/y

export class TermReader {
  readonly text: string
  readonly dialect: Dialect
  #at = 0
  #depth = 0

  constructor(text: string, dialect: Dialect) {
    this.text = text
    this.dialect = dialect
  }

  get offset(): number {
    return this.#at
  }

  /** Whether only white space and comments follow. */
  isAtEnd(): boolean {
    this.#space()
    return this.#at >= this.text.length
  }

  /** Consumes the mark if it comes next. */
  accept(mark: string): boolean {
    this.#space()
    if (!this.text.startsWith(mark, this.#at)) return false
    this.#at += mark.length
    return true
  }

  /** One term; a pair where `:` or `=>` follows it. @throws {TermSyntaxError} */
  read(): Term {
    const key = this.#readPlain()
    const isKeyword = this.#atKeyword(key)
    if (!isKeyword && !this.accept('=>')) return key
    if (isKeyword) this.#at++
    const value = this.#readPlain()
    return { kind: 'pair', key, value, start: key.start, end: value.end }
  }

  /** Behind the next of `marks` on this level of text, so that reading goes on after a broken entry. */
  skipLine(): void {
    const end = this.text.indexOf('\n', this.#at)
    this.#at = end === -1 ? this.text.length : end + 1
    this.#depth = 0
  }

  #atKeyword(key: Term): boolean {
    if (this.dialect !== 'elixir' || (key.kind !== 'atom' && key.kind !== 'text')) return false
    // `a: b` and `"a": b`; the colon touches its key, and `a :b` is no keyword.
    return this.text[this.#at] === ':' && this.text[this.#at + 1] !== ':'
  }

  #readPlain(): Term {
    this.#space()
    const start = this.#at
    const opening = this.#match(OPENING)
    if (opening !== undefined) return this.#readItems(opening, start)
    const char = this.text[this.#at]
    if (char === '"') return this.#readQuoted('text', '"', start)
    if (char === "'") return this.#readQuoted(this.dialect === 'erlang' ? 'atom' : 'text', "'", start)
    const number = this.#match(NUMBER)
    if (number !== undefined) return { kind: 'number', text: number, start, end: this.#at }
    return this.#readAtom(start)
  }

  #readAtom(start: number): Term {
    const hasColon = this.dialect === 'elixir' && this.text[this.#at] === ':'
    if (hasColon) this.#at++
    if (hasColon && this.text[this.#at] === '"') return this.#readQuoted('atom', '"', start)
    const text = this.#match(ATOM)
    if (text === undefined) return this.#fail('expected a term')
    return { kind: 'atom', text, start, end: this.#at }
  }

  #readItems(opening: string, start: number): Term {
    if (++this.#depth > MAX_DEPTH) this.#fail(`nested deeper than ${MAX_DEPTH}`)
    const close = CLOSE[opening]!
    const items: Term[] = []
    while (!this.accept(close)) {
      if (items.length > 0 && !this.accept(',')) this.#fail(`expected "," or "${close}"`)
      // A comma may stand behind the last item.
      if (this.accept(close)) break
      items.push(this.read())
    }
    this.#depth--
    const end = this.#at
    if (opening === '<<') return { kind: 'text', text: binaryText(items), start, end }
    const kind = opening === '[' ? 'list' : opening === '{' ? 'tuple' : 'map'
    return { kind, items, start, end }
  }

  #readQuoted(kind: 'text' | 'atom', quote: string, start: number): Term {
    let text = ''
    let from = ++this.#at
    for (;;) {
      const char = this.text[this.#at]
      if (char === undefined) return this.#fail('a string has no end', start)
      if (char === quote) break
      if (char === '#' && this.dialect === 'elixir' && this.text[this.#at + 1] === '{') {
        return this.#fail('a string is interpolated')
      }
      if (char === '\\') {
        text += this.text.slice(from, this.#at) + unescaped(this.text[this.#at + 1])
        this.#at += 2
        from = this.#at
      } else this.#at++
    }
    text += this.text.slice(from, this.#at++)
    return { kind, text, start, end: this.#at }
  }

  #space(): void {
    const comment = this.dialect === 'elixir' ? '#' : '%'
    for (;;) {
      const char = this.text[this.#at]
      if (char === ' ' || char === '\n' || char === '\r' || char === '\t') this.#at++
      else if (char === comment && !(comment === '%' && this.text[this.#at + 1] === '{')) this.#endOfLine()
      else return
    }
  }

  #endOfLine(): void {
    const end = this.text.indexOf('\n', this.#at)
    this.#at = end === -1 ? this.text.length : end
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }

  #fail(message: string, offset = this.#at): never {
    const why = this.#at >= this.text.length ? 'the file ends in the middle of a term' : message
    throw new TermSyntaxError(why, offset)
  }
}

/** `<<"text">>`; other binaries (numbers) have no text. */
function binaryText(items: readonly Term[]): string {
  return items.map((item) => (item.kind === 'text' ? item.text : '')).join('')
}

function unescaped(char: string | undefined): string {
  if (char === 'n') return '\n'
  if (char === 't') return '\t'
  return char ?? ''
}

/** The text of a string or an atom. */
export function termText(term: Term | undefined): string | undefined {
  return term?.kind === 'text' || term?.kind === 'atom' ? term.text : undefined
}

export function termItems(term: Term | undefined): readonly Term[] {
  return term && 'items' in term ? term.items : []
}

/** What Erlang's `{key, [item, …]}` in a list holds under the key. */
export function keywordItems(list: Term | undefined, key: string): readonly Term[] {
  for (const item of termItems(list)) {
    const [name, value] = termItems(item)
    if (item.kind === 'tuple' && termText(name) === key) return termItems(value)
  }
  return []
}
