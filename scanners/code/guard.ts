/** Checks in a condition that make a value harmless where they hold: a list, a set, an anchored pattern, a comparison. */

import flow from './flow.json' with { type: 'json' }
import type { Flow } from './flow.ts'
import { childOf, type SyntaxNode } from './syntax.ts'

export interface Check {
  /** What was checked, as written. */
  readonly expression: string
  /** The outcome of the condition under which the check holds. */
  readonly holds: boolean
}

const CHECKS = new Set(flow.checks)

export function collectChecks(walk: Flow, condition: SyntaxNode, holds = true): Check[] {
  switch (condition.type) {
    case 'parenthesized_expression':
      return condition.children.flatMap((child) => collectChecks(walk, child, holds))
    case 'unary_expression': {
      const operand = childOf(condition, 'argument')
      const negated = walk.text[condition.start] === '!'
      return operand && negated ? collectChecks(walk, operand, !holds) : []
    }
    case 'binary_expression':
      return checksOfBinary(walk, condition, holds)
    case 'call_expression':
      return checksOfCall(walk, condition, holds)
    default:
      return []
  }
}

function checksOfBinary(walk: Flow, node: SyntaxNode, holds: boolean): Check[] {
  const operator = walk.textOf(childOf(node, 'operator') ?? node)
  const left = childOf(node, 'left')
  const right = childOf(node, 'right')
  if (!left || !right) return []
  // Of `a && b` both hold where it is true, of `a || b` neither where it is false.
  if (operator === (holds ? '&&' : '||') || operator === (holds ? '||' : '&&')) {
    const certain = operator === '&&'
    return [...collectChecks(walk, left), ...collectChecks(walk, right)].filter(
      (check) => check.holds === certain,
    )
  }
  if (!/^[!=]==?$/.test(operator)) return []
  const equal = operator.startsWith('=')
  if (right.type === 'string') return [{ expression: walk.textOf(left), holds: equal === holds }]
  const indexed = checksOfCall(walk, left, !equal === holds)
  return walk.textOf(right) === '-1' ? indexed : []
}

function checksOfCall(walk: Flow, node: SyntaxNode, holds: boolean): Check[] {
  if (node.type !== 'call_expression') return []
  const callee = childOf(node, 'function')
  const property = callee && childOf(callee, 'property')
  const object = callee && childOf(callee, 'object')
  const [argument] = childOf(node, 'arguments')?.children ?? []
  if (!property || !object || !argument) return []
  const method = walk.textOf(property)
  if (method === 'indexOf') return [{ expression: walk.textOf(argument), holds }]
  if (!CHECKS.has(method)) return []
  // A pattern checks only if it is anchored at both ends.
  const pattern = method === 'match' ? argument : object
  if (method === 'test' || method === 'match') {
    const source = walk.textOf(pattern)
    if (pattern.type === 'regex' && !/^\/\^.*\$\/\w*$/s.test(source)) return []
    return [{ expression: walk.textOf(method === 'match' ? object : argument), holds }]
  }
  return [{ expression: walk.textOf(argument), holds }]
}

/** True where a branch always leaves the function or the loop. */
export function exits(node: SyntaxNode): boolean {
  if (/^(?:return|throw|continue|break)_statement$/.test(node.type)) return true
  const last = node.type === 'statement_block' ? node.children.at(-1) : undefined
  return last ? exits(last) : false
}
