/**
 * A YAML 1.2 document (core schema) as a tree in which every node knows its place. Made for files of
 * strangers: bounded in bytes, depth and in what aliases expand to; tags, several documents and
 * duplicate keys are refused. Invariant: walking the tree visits at most `maxNodes` nodes, aliases
 * counted as often as they are used.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml'
import { SallyportError } from '../base/errors.ts'

/** A stretch of the source; lines and columns count from 1, offsets are UTF-16 units from 0. */
export interface Span {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly start: number
  readonly end: number
}

export interface YamlScalar {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  /** The value as text; for anything but a string as it stands in the source. */
  readonly text: string
  readonly span: Span
}

export interface YamlEntry {
  readonly key: YamlScalar
  readonly value: YamlNode
}

export interface YamlMap {
  readonly kind: 'map'
  readonly entries: readonly YamlEntry[]
  readonly span: Span
}

export interface YamlList {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly span: Span
}

export type YamlNode = YamlScalar | YamlMap | YamlList

export interface YamlLimits {
  /** Names the text in errors. */
  readonly source: string
  /** Of the text, in UTF-16 units. */
  readonly maxLength: number
  readonly maxNodes: number
  readonly maxDepth: number
}

export interface YamlTree {
  readonly text: string
  /** `null` for an empty document. */
  readonly root: YamlNode | null
  /** The place of an offset of the source. */
  locate(offset: number): { readonly line: number; readonly column: number }
}

const CORE_TAGS = /^tag:yaml\.org,2002:(map|seq|str|int|float|bool|null)$/

export const YAML_LIMITS = { maxLength: 1024 * 1024, maxNodes: 100_000, maxDepth: 100 } as const

/** @throws `CONFIG_INVALID` with the place, `LIMIT_EXCEEDED` */
export function parseYamlTree(text: string, limits: YamlLimits): YamlTree {
  if (text.length > limits.maxLength) {
    throw new SallyportError('LIMIT_EXCEEDED', {
      message: `the YAML has ${text.length} characters, more than ${limits.maxLength}`,
      place: { file: limits.source },
    })
  }
  refuseDeepFlow(text, limits)
  const lines = new LineCounter()
  const locate = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const contents = parseOne(text, lines, limits, locate)
  const conversion = new Conversion(text, limits, locate)
  const root = contents === null ? null : conversion.node(contents, 0)
  return { text, root, locate }
}

type Locate = YamlTree['locate']

function parseOne(text: string, lines: LineCounter, limits: YamlLimits, locate: Locate): Node | null {
  const documents = parseGuarded(text, lines, limits)
  if (documents.length > 1) {
    throw invalid(limits, 'more than one YAML document in a file', locate(documents[1]?.range?.[0] ?? 0))
  }
  const document = documents[0]
  const error = document?.errors[0]
  if (error?.message.includes('call stack')) throw tooDeep(limits)
  if (error) throw invalid(limits, firstLine(error.message), locate(error.pos[0]))
  return (document?.contents as Node | null | undefined) ?? null
}

function parseGuarded(text: string, lines: LineCounter, limits: YamlLimits) {
  try {
    const documents = parseAllDocuments(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
      // Compared by Conversion: the parser's own comparison takes time quadratic in the keys.
      uniqueKeys: false,
    })
    return Array.isArray(documents) ? documents : []
  } catch (cause) {
    // The parser recurses: nesting that outgrows the stack is the author's, not a bug of ours.
    if (cause instanceof RangeError) throw tooDeep(limits)
    throw new SallyportError('CONFIG_INVALID', {
      message: 'the YAML could not be read',
      place: { file: limits.source },
      cause,
    })
  }
}

/** Cheap upper bound before the recursive parser runs: brackets open at once, quotes not considered. */
function refuseDeepFlow(text: string, limits: YamlLimits): void {
  let open = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x5b || code === 0x7b) open++
    else if (code === 0x5d || code === 0x7d) open = Math.max(0, open - 1)
    if (open > 5_000) throw tooDeep(limits)
  }
}

class Conversion {
  readonly #text: string
  readonly #limits: YamlLimits
  readonly #locate: Locate
  readonly #anchors = new Map<string, { node: YamlNode; weight: number; depth: number }>()
  #count = 0

  constructor(text: string, limits: YamlLimits, locate: Locate) {
    this.#text = text
    this.#limits = limits
    this.#locate = locate
  }

  node(node: Node | null | undefined, depth: number, fallback = 0): YamlNode {
    this.#spend(1)
    if (depth > this.#limits.maxDepth) throw tooDeep(this.#limits)
    if (node === null || node === undefined) return this.#empty(fallback)
    if (isAlias(node)) return this.#alias(node.source, depth, node.range?.[0] ?? fallback)
    const before = this.#count
    const converted = this.#convert(node, depth)
    const anchor = 'anchor' in node ? node.anchor : undefined
    if (anchor) {
      // The height of what hangs below is bounded by the depth that was already checked.
      this.#anchors.set(anchor, {
        node: converted,
        weight: this.#count - before + 1,
        depth: height(converted),
      })
    }
    return converted
  }

  #convert(node: Node, depth: number): YamlNode {
    if (node.tag !== undefined && !CORE_TAGS.test(node.tag)) {
      throw invalid(
        this.#limits,
        `the tag ${JSON.stringify(node.tag)} is not known`,
        this.#locate(node.range?.[0] ?? 0),
      )
    }
    const span = this.#span(node)
    if (isScalar(node)) return this.#scalar(node.value, node.source, span)
    if (isSeq(node)) {
      return {
        kind: 'list',
        items: node.items.map((item) => this.node(item as Node, depth + 1, span.start)),
        span,
      }
    }
    if (!isMap(node)) throw invalid(this.#limits, 'a node of an unknown kind', span)
    const keys = new Set<string>()
    const entries = node.items.map((pair) => {
      const key = this.node(pair.key as Node, depth + 1, span.start)
      if (key.kind !== 'scalar') throw invalid(this.#limits, 'a key must be plain text', key.span)
      if (keys.has(key.text)) throw invalid(this.#limits, 'Map keys must be unique', key.span)
      keys.add(key.text)
      return { key, value: this.node(pair.value as Node | null, depth + 1, key.span.end) }
    })
    return { kind: 'map', entries, span }
  }

  #scalar(value: unknown, source: string | undefined, span: Span): YamlScalar {
    if (value === null || typeof value === 'boolean' || typeof value === 'number') {
      return { kind: 'scalar', value, text: source ?? String(value ?? ''), span }
    }
    const text = typeof value === 'string' ? value : (source ?? String(value))
    return { kind: 'scalar', value: text, text, span }
  }

  #alias(name: string, depth: number, at: number): YamlNode {
    const target = this.#anchors.get(name)
    // An anchor is known only once it is complete, so that a circle cannot be built.
    if (!target)
      throw invalid(this.#limits, `the alias *${name} has no complete anchor before it`, this.#locate(at))
    if (depth + target.depth > this.#limits.maxDepth) throw tooDeep(this.#limits)
    this.#spend(target.weight)
    return target.node
  }

  #empty(offset: number): YamlScalar {
    const place = this.#locate(offset)
    const span = { ...place, endLine: place.line, endColumn: place.column, start: offset, end: offset }
    return { kind: 'scalar', value: null, text: '', span }
  }

  #span(node: Node): Span {
    const [start, valueEnd] = node.range ?? [0, 0]
    // A block ends where its last line break begins, not on the line after it.
    let end = valueEnd
    while (end > start && /\s/.test(this.#text[end - 1] ?? '')) end--
    const from = this.#locate(start)
    const to = this.#locate(Math.max(start, end))
    return { ...from, endLine: to.line, endColumn: to.column, start, end: Math.max(start, end) }
  }

  #spend(nodes: number): void {
    this.#count += nodes
    if (this.#count > this.#limits.maxNodes) {
      throw new SallyportError('LIMIT_EXCEEDED', {
        message: `the YAML has more than ${this.#limits.maxNodes} nodes when its aliases are expanded`,
        place: { file: this.#limits.source },
      })
    }
  }
}

function height(node: YamlNode): number {
  if (node.kind === 'scalar') return 0
  const children = node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value)
  return 1 + children.reduce((most, child) => Math.max(most, height(child)), 0)
}

/** The value under a key, `undefined` where the node is no map or has no such key. */
export function findEntry(node: YamlNode | null | undefined, key: string): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key.text === key) : undefined
}

/** The node as plain JavaScript data, without prototypes, for a schema. */
export function toPlain(node: YamlNode | null): unknown {
  if (node === null) return null
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(toPlain)
  // `__proto__` as a key must become a property like any other, and fail as an unknown one.
  const plain: Record<string, unknown> = {}
  for (const { key, value } of node.entries) {
    Object.defineProperty(plain, key.text, {
      value: toPlain(value),
      enumerable: true,
      writable: true,
      configurable: true,
    })
  }
  return plain
}

/** The span of what a path of keys and indices leads to; for a last key, of the key itself. */
export function locatePath(root: YamlNode | null, path: readonly PropertyKey[]): Span | undefined {
  let node: YamlNode | undefined = root ?? undefined
  let span = node?.span
  for (const step of path) {
    if (node?.kind === 'list' && typeof step === 'number') {
      node = node.items[step]
      span = node?.span ?? span
    } else {
      const entry = findEntry(node, String(step))
      if (!entry) return span
      node = entry.value
      span = entry.key.span
    }
  }
  return span
}

function tooDeep(limits: YamlLimits): SallyportError {
  return new SallyportError('LIMIT_EXCEEDED', {
    message: `the YAML is nested deeper than ${limits.maxDepth} levels`,
    place: { file: limits.source },
  })
}

function invalid(limits: YamlLimits, message: string, at: { line: number; column: number }): SallyportError {
  return new SallyportError('CONFIG_INVALID', {
    message,
    place: { file: limits.source, line: at.line, column: at.column },
  })
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
