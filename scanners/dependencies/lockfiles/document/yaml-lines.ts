/**
 * The subset of YAML 1.2 that lockfiles are written in, read line by line. Anything else is a
 * {@link YamlSubsetError}: it is never read wrongly, only not here. What is no YAML for certain is a
 * {@link YamlSyntaxError}, so that the full parser, which is slow on broken text, need not say so too.
 */
import type { LockfileProblem } from '../../lockfile.ts'
import { type Document, type DocumentNode, MAX_DOCUMENT_DEPTH, MAX_PROBLEMS } from './node.ts'
import { readFlow, readQuoted, YamlDepthError } from './yaml-flow.ts'

/** Not of the subset; the full parser has to say whether it is YAML. */
export class YamlSubsetError extends Error {}

/** Nobody's YAML: whoever reads it to its end refuses it. */
export class YamlSyntaxError extends Error {}

/** Of a whole member of the document's map, which is emptied when this has seen it. */
export type SeeMember = (key: string, member: DocumentNode) => void

/** A key of the document's map stands twice: the last one counts, and the first was seen already. */
export class YamlRepeatedError extends Error {}

/** Characters that begin what the subset does not have: anchors, aliases, tags, reserved ones. */
const OUTSIDE = /^[&*!@`%|>?\]},#]|^[?:-](?:\s|$)/

export class YamlLines {
  readonly #text: string
  /** Where the current line begins, and where it ends. */
  #start = 0
  #end = 0
  /** Of the first character that is not a space; -1 at the end of the document. */
  #indent = -1
  #line = 0
  #lastLine = 0
  #depth = 0
  #root: DocumentNode | undefined
  #problems: LockfileProblem[] = []

  readonly #see: SeeMember | undefined

  /** @param see given where no more than one member is to be held @throws {YamlRepeatedError} only then */
  constructor(text: string, see?: SeeMember) {
    this.#text = text
    this.#see = see
    this.#end = -1
    this.#next()
  }

  isAtEnd(): boolean {
    return this.#indent === -1 && this.#end >= this.#text.length
  }

  document(): Document {
    this.#problems = []
    this.#root = undefined
    if (this.#isMarker('---')) {
      if (this.#rest(this.#start + 3) !== '') throw new YamlSubsetError('content behind "---"')
      this.#next()
    }
    if (this.#indent !== -1 && !this.#isMarker('---')) {
      this.#root = { line: this.#line, endLine: 0, value: null }
      this.#block(this.#root, this.#indent)
      if (this.#indent !== -1 && !this.#isMarker('---') && !this.#isMarker('...')) {
        this.#refuseIndent('less than what is')
      }
    }
    if (this.#isMarker('...')) this.#next()
    return this.part()
  }

  /** Of the line that is being read. */
  get line(): number {
    return this.#line
  }

  /** What was read of the document before it broke off. */
  part(): Document {
    return { root: this.#root, problems: this.#problems }
  }

  #block(node: DocumentNode, indent: number): void {
    if (++this.#depth > MAX_DOCUMENT_DEPTH) throw new YamlDepthError()
    if (this.#isDash()) this.#list(node, indent)
    else this.#map(node, indent)
    this.#depth--
  }

  #map(node: DocumentNode, indent: number): void {
    const map = new Map<string, DocumentNode>()
    node.value = map
    while (this.#indent === indent && !this.#isDash() && !this.#isAtMarker(indent)) {
      const { key, behind } = this.#key(map.size > 0)
      const member: DocumentNode = { line: this.#line, endLine: 0, value: null }
      const see = this.#depth === 1 ? this.#see : undefined
      if (see && map.has(key)) throw new YamlRepeatedError()
      if (map.has(key)) this.#tell(`the key ${JSON.stringify(key.slice(0, 200))} stands twice`)
      map.set(key, member)
      this.#value(member, behind, indent)
      member.endLine = this.#lastLine
      if (!see) continue
      see(key, member)
      member.value = null
    }
    if (this.#indent > indent) this.#refuseIndent('more than the map')
    node.endLine = this.#lastLine
  }

  #list(node: DocumentNode, indent: number): void {
    const list: DocumentNode[] = []
    node.value = list
    while (this.#indent === indent && this.#isDash()) {
      const element: DocumentNode = { line: this.#line, endLine: 0, value: null }
      list.push(element)
      this.#element(element, indent)
      element.endLine = this.#lastLine
    }
    if (this.#indent > indent) this.#refuseIndent('more than the list')
    node.endLine = this.#lastLine
  }

  /** `- key: value` is a map whose keys stand where the first one does. */
  #element(element: DocumentNode, indent: number): void {
    let at = this.#start + indent + 1
    while (this.#text[at] === ' ') at++
    const inner = at - this.#start
    const isMap = this.#keyEnd(at) !== -1 && !/^["'[{]/.test(this.#text.charAt(at))
    const isNested = this.#text[at] === '-' && (this.#text[at + 1] === ' ' || at + 1 === this.#end)
    if (isNested) throw new YamlSubsetError('a list in a list')
    if (isMap && at < this.#end) {
      this.#indent = inner
      this.#block(element, inner)
    } else this.#value(element, at, indent)
  }

  #value(node: DocumentNode, behind: number, indent: number): void {
    const text = this.#rest(behind)
    const line = this.#line
    if (text === '') {
      this.#next()
      // A list may stand as deep as the key that it belongs to.
      const isNested = this.#indent > indent || (this.#indent === indent && this.#isDash())
      if (isNested) this.#block(node, this.#indent)
      else this.#lastLine = line
      return
    }
    if (/^[|>][0-9+-]{0,2}$/.test(text)) {
      node.value = this.#blockScalar(indent)
      return
    }
    node.value = this.#scalar(text, node)
    this.#lastLine = line
    this.#next()
    if (this.#indent > indent) this.#refuseContinuation()
  }

  /** The full parser takes a key without a name wherever it stands. */
  #refuseIndent(than: string): never {
    const isNameless = this.#text[this.#start + this.#indent] === ':'
    throw new (isNameless ? YamlSubsetError : YamlSyntaxError)(`it is indented ${than} above it`)
  }

  /** Values of several lines are YAML; that one of those lines is a key as well is not. */
  #refuseContinuation(): never {
    if (this.#keyEnd(this.#start + this.#indent) !== -1 && this.#isPlainStart()) {
      throw new YamlSyntaxError('a map below a value')
    }
    throw new YamlSubsetError('a value of several lines')
  }

  #scalar(text: string, node: DocumentNode): DocumentNode['value'] {
    const first = text[0]
    if (first === '{' || first === '[') {
      const value = readFlow(text, node.line)
      if (value === undefined) throw new YamlSubsetError('a flow value')
      return value
    }
    if (first === '"' || first === "'") {
      const quoted = readQuoted(text, 0)
      const behind = quoted && text.slice(quoted.end)
      if (behind !== undefined && /^ *[^\s#:]/.test(behind))
        throw new YamlSyntaxError('text behind a quoted value')
      if (behind === undefined || !/^\s*(?:#.*)?$/.test(behind)) throw new YamlSubsetError('a quoted value')
      return quoted!.text
    }
    if (OUTSIDE.test(text)) throw new YamlSubsetError('a value that is not plain')
    const comment = text.search(/\s#/)
    const plain = comment === -1 ? text : text.slice(0, comment).trimEnd()
    if (/:(?:\s|$)/.test(plain)) {
      const isSure = comment === -1 && this.#hasPlainSpaces()
      throw new (isSure ? YamlSyntaxError : YamlSubsetError)('a map in a value on its line')
    }
    return plain === 'null' || plain === '~' ? null : plain
  }

  /** The lines that stand deeper than the key, joined as they are; nobody asks for more. */
  #blockScalar(indent: number): string {
    const lines: string[] = []
    let last = this.#line
    while (this.#advance()) {
      const text = this.#text.slice(this.#start, this.#end).trimEnd()
      const own = text.length - text.trimStart().length
      if (text !== '' && own <= indent) break
      lines.push(text.trimStart())
      if (text !== '') last = this.#line
    }
    this.#settle()
    this.#lastLine = last
    return lines.join('\n').trim()
  }

  /** @param isNext whether a key of the same map stands above it, so that it must be one too */
  #key(isNext: boolean): { key: string; behind: number } {
    const from = this.#start + this.#indent
    const first = this.#text[from]
    if (first === '"' || first === "'") {
      const line = this.#text.slice(from, this.#end)
      if (isNext && !/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!'))\s*:/.test(line)) {
        throw new YamlSyntaxError('a quoted key without an end or without a colon')
      }
      const quoted = readQuoted(line, 0)
      if (!quoted || line[quoted.end] !== ':') throw new YamlSubsetError('a quoted key')
      return { key: quoted.text, behind: from + quoted.end + 1 }
    }
    const end = this.#keyEnd(from)
    const key = end === -1 ? '' : this.#text.slice(from, end).trimEnd()
    if (isNext && end === -1 && this.#isPlainStart())
      throw new YamlSyntaxError('a line of a map without a key')
    if (key === '' || OUTSIDE.test(key) || /^[[{"']|\s#/.test(key)) throw new YamlSubsetError('no key')
    return { key, behind: end + 1 }
  }

  /** Whether the line begins as plain text does, so that nothing but plain text can stand there. */
  #isPlainStart(): boolean {
    const text = this.#rest(this.#start + this.#indent)
    return this.#hasPlainSpaces() && text !== '' && !OUTSIDE.test(text) && !/^[[{"']/.test(text)
  }

  /** Whether its only white space are spaces: other characters separate for some readers and not for others. */
  #hasPlainSpaces(): boolean {
    return !/[^\S ]/.test(this.#text.slice(this.#start, this.#end).replace(/\r$/, ''))
  }

  /** The first `:` that ends a plain key, before the line's end; -1 where there is none. */
  #keyEnd(from: number): number {
    for (let at = this.#text.indexOf(':', from); at !== -1 && at < this.#end; ) {
      const next = this.#text[at + 1]
      if (at + 1 >= this.#end || next === ' ' || next === '\r') return at
      at = this.#text.indexOf(':', at + 1)
    }
    return -1
  }

  #rest(from: number): string {
    const text = this.#text.slice(from, this.#end).trim()
    return text.startsWith('#') ? '' : text
  }

  #isDash(): boolean {
    const at = this.#start + this.#indent
    if (this.#text[at] !== '-') return false
    const next = this.#text[at + 1]
    return next === ' ' || next === '\r' || at + 1 >= this.#end
  }

  #isAtMarker(indent: number): boolean {
    return indent === 0 && (this.#isMarker('---') || this.#isMarker('...'))
  }

  #isMarker(marker: string): boolean {
    return (
      this.#indent === 0 &&
      this.#text.startsWith(marker, this.#start) &&
      /^\s?$/.test(this.#text.charAt(this.#start + 3))
    )
  }

  /** To the next line that says something. */
  #next(): void {
    if (this.#advance()) this.#settle()
    else this.#indent = -1
  }

  /** From the current line on to one that is neither blank nor a comment. */
  #settle(): void {
    while (this.#start <= this.#text.length && this.#start !== this.#end + 1) {
      let at = this.#start
      while (this.#text[at] === ' ') at++
      const first = this.#text.charAt(at)
      const isBlank = at >= this.#end || first === '#' || (first === '\r' && at + 1 >= this.#end)
      if (!isBlank) {
        if (first === '\t') throw new YamlSubsetError('a tab')
        this.#indent = at - this.#start
        return
      }
      if (!this.#advance()) break
    }
    this.#indent = -1
  }

  #advance(): boolean {
    if (this.#end >= this.#text.length) {
      this.#start = this.#end + 1
      return false
    }
    this.#start = this.#end + 1
    const end = this.#text.indexOf('\n', this.#start)
    this.#end = end === -1 ? this.#text.length : end
    this.#line++
    return true
  }

  #tell(message: string): void {
    if (this.#problems.length >= MAX_PROBLEMS) return
    this.#problems.push({ line: this.#line, code: 'LOCKFILE_INVALID', message })
  }
}
