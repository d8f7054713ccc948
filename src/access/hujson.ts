/**
 * HuJSON: JSON with comments and trailing commas, as a tree that keeps places. Refused beyond its
 * grammar: duplicate keys, and nesting or size over a bound.
 */
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { decodeUtf8 } from '../base/bytes.ts'
import { nearest } from '../base/decode.ts'
import { type Place, SallyportError } from '../base/errors.ts'

const MAX_BYTES = 4 * 1024 * 1024
const MAX_DEPTH = 32

/** One value of the document, with its place. */
export class HujsonValue {
  readonly #node: Node
  readonly #source: Source
  /** `grants[2].src[0]` */
  readonly path: string

  constructor(node: Node, source: Source, path: string) {
    this.#node = node
    this.#source = source
    this.path = path
  }

  get place(): Place {
    return this.#source.placeOf(this.#node.offset)
  }

  /**
   * By the keys as `known` spells them: like the services that read these files, capitals make no
   * difference (`ACLs` is `acls`), and a key that begins with # is a comment.
   * @throws `ACCESS_RULES_INVALID` for anything but an object, or for a key that is not among `known`
   */
  object(known: readonly string[]): Map<string, HujsonValue> {
    const found = new Map<string, HujsonValue>()
    for (const [key, value] of this.entries()) {
      if (key.startsWith('#')) continue
      const spelled = known.includes(key)
        ? key
        : known.find((each) => each.toLowerCase() === key.toLowerCase())
      if (spelled === undefined) return value.#unknown(key, known)
      if (found.has(spelled)) value.fail(`the key ${JSON.stringify(spelled)} stands twice`)
      found.set(spelled, spelled === key ? value : value.#at(this.#pathOf(spelled)))
    }
    return found
  }

  #unknown(key: string, known: readonly string[]): never {
    const near = nearest(key, known)
    this.fail(
      `the key ${JSON.stringify(key)} is not known`,
      near === undefined ? undefined : `did you mean "${near}"?`,
    )
  }

  /** As {@link object}, with keys of the author's choice. */
  entries(): Map<string, HujsonValue> {
    if (this.#node.type !== 'object') this.fail(`must be an object, not ${this.excerpt}`)
    const entries = new Map<string, HujsonValue>()
    for (const property of this.#node.children ?? []) {
      const [key, value] = property.children ?? []
      if (!key || !value) continue
      const name = String(key.value)
      const child = new HujsonValue(value, this.#source, this.#pathOf(name))
      if (entries.has(name)) child.fail(`the key ${JSON.stringify(name)} stands twice`)
      entries.set(name, child)
    }
    return entries
  }

  #pathOf(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`
  }

  #at(path: string): HujsonValue {
    return new HujsonValue(this.#node, this.#source, path)
  }

  list(): HujsonValue[] {
    if (this.#node.type !== 'array') this.fail(`must be a list, not ${this.excerpt}`)
    return (this.#node.children ?? []).map(
      (child, index) => new HujsonValue(child, this.#source, `${this.path}[${index}]`),
    )
  }

  text(): string {
    if (this.#node.type !== 'string') this.fail(`must be a text in quotes, not ${this.excerpt}`)
    return this.#node.value as string
  }

  /** A text, a number or a truth value. */
  scalar(): string | number | boolean {
    const { type, value } = this.#node
    if (type === 'string' || type === 'number' || type === 'boolean') return value
    return this.fail(`must be a text, a number, true or false, not ${this.excerpt}`)
  }

  /** As it stands in the file, shortened: for messages. */
  get excerpt(): string {
    return this.#source.excerpt(this.#node.offset, this.#node.length)
  }

  fail(why: string, help?: string): never {
    throw new SallyportError('ACCESS_RULES_INVALID', {
      message: `${this.path === '' ? 'the document' : this.path}: ${why}`,
      place: this.place,
      ...(help === undefined ? {} : { help }),
    })
  }
}

/** @throws `ACCESS_RULES_INVALID` with line and column */
export function parseHujson(input: Uint8Array | string, file: string): HujsonValue {
  const text = typeof input === 'string' ? input : decodeUtf8(input)
  const source = new Source(text, file)
  if (text.length > MAX_BYTES) throw invalid(`more than ${MAX_BYTES} characters`, { file })
  refuseDepth(text, source)
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false })
  const first = errors[0]
  if (first) throw invalid(describe(printParseErrorCode(first.error)), source.placeOf(first.offset))
  if (!root) throw invalid('the document is empty', { file, line: 1, column: 1 })
  return new HujsonValue(root, source, '')
}

const MAX_EXCERPT = 60

class Source {
  readonly #lineStarts: number[] = [0]
  readonly #text: string
  readonly #file: string

  constructor(text: string, file: string) {
    this.#text = text
    this.#file = file
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1)
  }

  excerpt(offset: number, length: number): string {
    const text = this.#text.slice(offset, offset + Math.min(length, MAX_EXCERPT)).replaceAll(/\s+/g, ' ')
    return length > MAX_EXCERPT ? `${text}…` : text
  }

  placeOf(offset: number): Place {
    let low = 0
    let high = this.#lineStarts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#lineStarts[middle]! <= offset) low = middle
      else high = middle
    }
    return { file: this.#file, line: low + 1, column: offset - this.#lineStarts[low]! + 1 }
  }
}

/** The tree's parser recurses, so depth is bounded before it runs. */
function refuseDepth(text: string, source: Source): void {
  const OPEN_BRACE = 1
  const CLOSE_BRACE = 2
  const OPEN_BRACKET = 3
  const CLOSE_BRACKET = 4
  const END = 17
  const scanner = createScanner(text, true)
  let depth = 0
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === OPEN_BRACE || token === OPEN_BRACKET) depth++
    if (token === CLOSE_BRACE || token === CLOSE_BRACKET) depth--
    if (depth > MAX_DEPTH)
      throw invalid(`nested deeper than ${MAX_DEPTH}`, source.placeOf(scanner.getTokenOffset()))
  }
}

function describe(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}

function invalid(message: string, place: Place): SallyportError {
  return new SallyportError('ACCESS_RULES_INVALID', { message, place })
}
