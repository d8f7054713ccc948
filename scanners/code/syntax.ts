/**
 * Source code as a plain tree. The parser's tree lives in WASM memory; it is copied once, with the
 * named nodes and those that have a field, and freed.
 */
import { Language, Parser, type TreeCursor } from 'web-tree-sitter'
import { SallyportError } from '../../src/base/errors.ts'
import type { AssetPort, StopwatchPort } from '../../src/gate/scanner.ts'

export interface SyntaxNode {
  readonly type: string
  /** The role in its parent, such as `left`. */
  readonly field: string | null
  /** Offsets in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly children: readonly SyntaxNode[]
}

export type Grammar = 'javascript' | 'typescript' | 'tsx'

/** Deeper code is made by machines, to be slow. */
const MAX_DEPTH = 1_500
const MAX_NODES = 1_000_000
/** A megabyte of sound code takes a tenth. */
const MAX_PARSE_MS = 10_000

let runtime: Promise<void> | undefined
const languages = new Map<Grammar, Promise<Language>>()

export function grammarOf(path: string): Grammar {
  if (/\.[mc]?ts$/i.test(path)) return 'typescript'
  return /\.tsx$/i.test(path) ? 'tsx' : 'javascript'
}

export interface ParsePorts {
  readonly assets: AssetPort
  /** Without it, parsing has no bound in time. */
  readonly stopwatch?: StopwatchPort | undefined
}

/** @throws `LIMIT_EXCEEDED` for code that is nested too deeply, is too large or takes too long. */
export async function parseSource(
  text: string,
  grammar: Grammar,
  { assets, stopwatch }: ParsePorts,
): Promise<SyntaxNode> {
  const language = await loadLanguage(grammar, assets)
  const parser = new Parser()
  try {
    const started = stopwatch?.elapsedMs() ?? 0
    // What it returns stops the parser: recovering from errors can take a minute for a megabyte.
    const progressCallback = () => stopwatch !== undefined && stopwatch.elapsedMs() - started > MAX_PARSE_MS
    const tree = parser.setLanguage(language).parse(text, null, { progressCallback })
    if (!tree) throw tooLarge(`not parsed within ${MAX_PARSE_MS / 1_000} s`)
    try {
      const cursor = tree.walk()
      try {
        return copyTree(cursor)
      } finally {
        cursor.delete()
      }
    } finally {
      tree.delete()
    }
  } finally {
    parser.delete()
  }
}

/** The first child with this field. */
export function childOf(node: SyntaxNode, field: string): SyntaxNode | undefined {
  return node.children.find((child) => child.field === field)
}

export function childOfType(node: SyntaxNode, ...types: readonly string[]): SyntaxNode | undefined {
  return node.children.find((child) => types.includes(child.type))
}

async function loadLanguage(grammar: Grammar, assets: AssetPort): Promise<Language> {
  runtime ??= assets
    .read('web-tree-sitter.wasm')
    .then((wasm) => Parser.init({ wasmBinary: new Uint8Array(wasm).buffer }))
  await runtime
  let language = languages.get(grammar)
  if (!language) {
    language = assets.read(`tree-sitter-${grammar}.wasm`).then((wasm) => Language.load(wasm))
    languages.set(grammar, language)
  }
  return language
}

interface MutableNode extends SyntaxNode {
  readonly children: MutableNode[]
}

function copyTree(cursor: TreeCursor): SyntaxNode {
  const root = copyNode(cursor)
  const parents: MutableNode[] = [root]
  let nodes = 0
  if (!cursor.gotoFirstChild()) return root
  for (;;) {
    if (++nodes > MAX_NODES) throw tooLarge(`more than ${MAX_NODES} nodes`)
    const field = cursor.currentFieldName
    if (cursor.nodeIsNamed || field !== null) {
      const node = copyNode(cursor)
      parents.at(-1)!.children.push(node)
      if (node.type !== 'comment' && cursor.gotoFirstChild()) {
        if (parents.push(node) > MAX_DEPTH) throw tooLarge(`nested deeper than ${MAX_DEPTH}`)
        continue
      }
    }
    while (!cursor.gotoNextSibling()) {
      cursor.gotoParent()
      parents.pop()
      if (parents.length === 0) return root
    }
  }
}

function copyNode(cursor: TreeCursor): MutableNode {
  return {
    type: cursor.nodeType,
    field: cursor.currentFieldName,
    start: cursor.startIndex,
    end: cursor.endIndex,
    children: [],
  }
}

function tooLarge(why: string): SallyportError {
  return new SallyportError('LIMIT_EXCEEDED', { message: `the code is ${why}, so it was not judged` })
}
