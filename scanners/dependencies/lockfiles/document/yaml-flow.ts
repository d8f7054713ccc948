/** Flow values and quoted scalars of YAML 1.2 (§7.3, §7.4) on one line; `undefined` for what is not whole or not regular. */
import { type DocumentNode, type DocumentValue, MAX_DOCUMENT_DEPTH } from './node.ts'

/** Too deep for any reader, so that the full parser need not try. */
export class YamlDepthError extends Error {
  constructor() {
    super(`nested deeper than ${MAX_DOCUMENT_DEPTH}`)
  }
}

/** A flow map or list that fills the text, but for a comment. */
export function readFlow(text: string, line: number): DocumentValue | undefined {
  const reading = new FlowReading(text, line)
  const value = reading.value(0)
  return value !== undefined && reading.isAtEnd() ? value : undefined
}

/** The scalar whose quote stands at `at`; `end` is behind the closing quote. */
export function readQuoted(text: string, at: number): { text: string; end: number } | undefined {
  return text[at] === "'" ? readSingle(text, at) : readDouble(text, at)
}

function readSingle(text: string, at: number): { text: string; end: number } | undefined {
  const pattern = /'((?:[^']|'')*)'(?!')/y
  pattern.lastIndex = at
  const found = pattern.exec(text)?.[1]
  return found === undefined ? undefined : { text: found.replaceAll("''", "'"), end: pattern.lastIndex }
}

function readDouble(text: string, at: number): { text: string; end: number } | undefined {
  const pattern = /"(?:[^"\\]|\\.)*"/y
  pattern.lastIndex = at
  const found = pattern.exec(text)?.[0]
  if (found === undefined) return undefined
  if (!found.includes('\\')) return { text: found.slice(1, -1), end: pattern.lastIndex }
  try {
    // The escapes of JSON are a part of YAML's; the others are not for the subset.
    return { text: JSON.parse(found), end: pattern.lastIndex }
  } catch {
    return undefined
  }
}

class FlowReading {
  readonly #text: string
  readonly #line: number
  #at = 0

  constructor(text: string, line: number) {
    this.#text = text
    this.#line = line
  }

  isAtEnd(): boolean {
    return /^\s*(?:#.*)?$/.test(this.#text.slice(this.#at))
  }

  value(depth: number): DocumentValue | undefined {
    this.#space()
    const first = this.#text[this.#at]
    if (first === '{' || first === '[') {
      if (depth > MAX_DOCUMENT_DEPTH) throw new YamlDepthError()
      return first === '{' ? this.#map(depth + 1) : this.#list(depth + 1)
    }
    return this.#scalar(/[^,\]}[{]+/y)
  }

  #map(depth: number): Map<string, DocumentNode> | undefined {
    const map = new Map<string, DocumentNode>()
    this.#at++
    while (!this.#takes('}')) {
      const key = this.#scalar(/[^,\]}[{:]+(?::[^\s,\]}[{:]+)*/y)
      if (typeof key !== 'string' || !this.#takes(':')) return undefined
      const value = this.value(depth)
      if (value === undefined || map.has(key)) return undefined
      map.set(key, this.#node(value))
      if (this.#takes(',')) continue
      return this.#takes('}') ? map : undefined
    }
    return map
  }

  #list(depth: number): DocumentNode[] | undefined {
    const list: DocumentNode[] = []
    this.#at++
    while (!this.#takes(']')) {
      const value = this.value(depth)
      if (value === undefined) return undefined
      list.push(this.#node(value))
      if (this.#takes(',')) continue
      return this.#takes(']') ? list : undefined
    }
    return list
  }

  #scalar(plain: RegExp): string | null | undefined {
    this.#space()
    const first = this.#text.charAt(this.#at)
    if (first === '"' || first === "'") {
      const quoted = readQuoted(this.#text, this.#at)
      if (quoted) this.#at = quoted.end
      return quoted?.text
    }
    plain.lastIndex = this.#at
    const found = plain.exec(this.#text)?.[0].trim()
    if (found === undefined || /^[&*!|>%@`?#-](?:\s|$)|^[&*!|>%@`]|\s#|:\s/.test(found)) return undefined
    this.#at = plain.lastIndex
    return found === 'null' || found === '~' ? null : found
  }

  #takes(character: string): boolean {
    this.#space()
    if (this.#text[this.#at] !== character) return false
    this.#at++
    return true
  }

  #space(): void {
    while (this.#text[this.#at] === ' ') this.#at++
  }

  #node(value: DocumentValue): DocumentNode {
    return { line: this.#line, endLine: this.#line, value }
  }
}
