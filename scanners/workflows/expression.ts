/**
 * The expression language of GitHub workflows, as far as one question needs it: which context values
 * reach the text that an expression becomes. What is compared, negated or tested is a boolean and
 * reaches nothing; of `a && b` the right side does; functions that make text or JSON hand on their
 * arguments. A text that does not parse is treated as if everything in it reached the result.
 */

/** A path such as `github.event.commits[0].message`, in lower case, `*` for any index. */
export interface ContextReference {
  readonly path: readonly string[]
  /** Whether the value is spelled out whole, as by `toJSON`. */
  readonly whole: boolean
}

type Node =
  | { readonly kind: 'literal' }
  | { readonly kind: 'reference'; readonly path: readonly string[] }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly args: readonly Node[]
      readonly tail: readonly string[]
    }
  | { readonly kind: 'either'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'guarded'; readonly right: Node }
  | { readonly kind: 'boolean' }

const TOKEN =
  /\s*(?:('(?:[^']|'')*')|(-?0x[0-9a-f]+|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([a-z_][a-z0-9_-]*)|(&&|\|\||[<>=!]=|[<>!()[\].,*]))/iy
const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>='])
const BOOLEAN_FUNCTIONS = new Set([
  'contains',
  'startswith',
  'endswith',
  'hashfiles',
  'success',
  'always',
  'failure',
  'cancelled',
])
const MAX_DEPTH = 50

/** The context values that reach the result. */
export function referencesOf(expression: string): readonly ContextReference[] {
  const found: ContextReference[] = []
  const tree = parse(expression)
  if (tree) collect(tree, false, found)
  else for (const path of looseReferences(expression)) found.push({ path, whole: false })
  return found
}

function collect(node: Node, whole: boolean, found: ContextReference[]): void {
  switch (node.kind) {
    case 'reference':
      found.push({ path: node.path, whole })
      return
    case 'either':
      collect(node.left, whole, found)
      collect(node.right, whole, found)
      return
    case 'guarded':
      collect(node.right, whole, found)
      return
    case 'call':
      if (BOOLEAN_FUNCTIONS.has(node.name)) return
      for (const arg of node.args)
        collect(arg, whole || node.name === 'tojson' || node.name === 'join', found)
      return
    case 'literal':
    case 'boolean':
      return
  }
}

function looseReferences(expression: string): string[][] {
  const paths = expression.match(/(?<![\w-])[a-z_][\w-]*(?:\s*\.\s*[\w*-]+|\[[^\]]{0,80}\])+/gi) ?? []
  return paths.map((path) =>
    path
      .toLowerCase()
      .replaceAll(/[[\]'"\s]+/g, '.')
      .split('.')
      .filter(Boolean),
  )
}

function parse(expression: string): Node | undefined {
  const tokens = tokenize(expression)
  if (!tokens) return undefined
  const parser = new Parser(tokens)
  try {
    return parser.document()
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined
    throw thrown
  }
}

function tokenize(expression: string): string[] | undefined {
  const tokens: string[] = []
  const text = expression.trimEnd()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text)
    if (!match) return undefined
    tokens.push(match[0].trim())
  }
  return tokens
}

class Parser {
  readonly #tokens: readonly string[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens
  }

  document(): Node {
    const node = this.#or()
    if (this.#at < this.#tokens.length) throw new SyntaxError('something follows the expression')
    return node
  }

  #or(): Node {
    if (++this.#depth > MAX_DEPTH) throw new SyntaxError('nested too deeply')
    let left = this.#and()
    while (this.#accept('||')) left = { kind: 'either', left, right: this.#and() }
    this.#depth--
    return left
  }

  #and(): Node {
    let left = this.#comparison()
    while (this.#accept('&&')) left = { kind: 'guarded', right: this.#comparison() }
    return left
  }

  #comparison(): Node {
    let left = this.#unary()
    while (COMPARISONS.has(this.#peek())) {
      this.#at++
      this.#unary()
      left = { kind: 'boolean' }
    }
    return left
  }

  #unary(): Node {
    let negated = false
    while (this.#accept('!')) negated = true
    const node = this.#primary()
    return negated ? { kind: 'boolean' } : node
  }

  #primary(): Node {
    if (this.#accept('(')) {
      const node = this.#or()
      this.#expect(')')
      this.#tail()
      return node
    }
    const token = this.#next()
    if (/^['\d-]/.test(token)) return { kind: 'literal' }
    if (!/^[a-z_]/i.test(token)) throw new SyntaxError(`unexpected ${token}`)
    const name = token.toLowerCase()
    if (this.#accept('(')) return { kind: 'call', name, args: this.#args(), tail: this.#tail() }
    if (name === 'true' || name === 'false' || name === 'null') return { kind: 'literal' }
    return { kind: 'reference', path: [name, ...this.#tail()] }
  }

  #args(): Node[] {
    const args: Node[] = []
    if (this.#accept(')')) return args
    do args.push(this.#or())
    while (this.#accept(','))
    this.#expect(')')
    return args
  }

  #tail(): string[] {
    const path: string[] = []
    for (;;) {
      if (this.#accept('.')) path.push(this.#next().toLowerCase())
      else if (this.#accept('[')) path.push(this.#subscript())
      else return path
    }
  }

  #subscript(): string {
    const token = this.#peek()
    if (token === '*') this.#at++
    else this.#or()
    this.#expect(']')
    return token.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'").toLowerCase() : '*'
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? ''
  }

  #next(): string {
    const token = this.#tokens[this.#at++]
    if (token === undefined) throw new SyntaxError('the expression ends too early')
    return token
  }

  #accept(token: string): boolean {
    if (this.#peek() !== token) return false
    this.#at++
    return true
  }

  #expect(token: string): void {
    if (!this.#accept(token)) throw new SyntaxError(`expected ${token}`)
  }
}
