/**
 * Where `${{ … }}` stands in a text of a workflow. GitHub's rule: an expression begins at `${{` and
 * ends at the first `}}` outside a single-quoted literal (a quote is doubled to stand for itself).
 */
import type { YamlScalar, YamlTree } from './yaml-tree.ts'

export interface WorkflowExpression {
  /** Between the braces, trimmed. */
  readonly body: string
  /** Of the `${{`. */
  readonly line: number
  readonly column: number
  readonly endLine: number
}

/** Text that may hold expressions, with the place where it begins. */
export interface WorkflowText {
  readonly value: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly expressions: readonly WorkflowExpression[]
}

interface Occurrence {
  readonly body: string
  readonly start: number
  readonly end: number
}

export function readText(scalar: YamlScalar, tree: YamlTree): WorkflowText {
  const { line, column, endLine, start, end } = scalar.span
  const inValue = findExpressions(scalar.text)
  const inSource = findExpressions(tree.text.slice(start, end))
  // Folding and escapes may hide an expression from the source; then the scalar's own place must do.
  const aligned = inSource.length === inValue.length
  const expressions = inValue.map(({ body }, index) => {
    const found = aligned ? inSource[index] : undefined
    if (!found) return { body, line, column, endLine }
    const from = tree.locate(start + found.start)
    return { body, ...from, endLine: tree.locate(start + found.end).line }
  })
  return { value: scalar.text, line, column, endLine, expressions }
}

/** Expressions of a text in order; one without an end is not an expression. */
export function findExpressions(text: string): readonly Occurrence[] {
  const found: Occurrence[] = []
  for (let start = text.indexOf('${{'); start !== -1; ) {
    const close = findClose(text, start + 3)
    if (close === -1) break
    found.push({ body: text.slice(start + 3, close).trim(), start, end: close + 2 })
    start = text.indexOf('${{', close + 2)
  }
  return found
}

function findClose(text: string, from: number): number {
  let quoted = false
  for (let index = from; index < text.length; index++) {
    if (text[index] === "'") quoted = !quoted
    else if (!quoted && text.startsWith('}}', index)) return index
  }
  return -1
}
