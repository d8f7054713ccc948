/** Values given to variables, patterns and parameters. */
import type { Flow } from './flow.ts'
import { readProperty } from './member.ts'
import type { Scope } from './scope.ts'
import { childOf, type SyntaxNode } from './syntax.ts'
import { derived, joinValues, UNKNOWN, type Value } from './value.ts'

type Mode = 'declare' | 'assign'

export function bindPattern(flow: Flow, pattern: SyntaxNode, value: Value, scope: Scope, mode: Mode): void {
  switch (pattern.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
      if (mode === 'declare') scope.declare(flow.textOf(pattern), value)
      else scope.assign(flow.textOf(pattern), value)
      return
    case 'object_pattern':
      for (const child of pattern.children) bindProperty(flow, child, value, scope, mode)
      return
    case 'array_pattern':
    case 'rest_pattern':
      for (const child of pattern.children) bindPattern(flow, child, derived(value), scope, mode)
      return
    case 'assignment_pattern':
    case 'object_assignment_pattern': {
      const left = childOf(pattern, 'left')
      const right = childOf(pattern, 'right')
      const initial = right ? flow.evaluate(right, scope) : UNKNOWN
      if (left) bindPattern(flow, left, joinValues([value, initial]), scope, mode)
      return
    }
    case 'member_expression':
      // A property is known by what is written: `this.url = req.query.url; fetch(this.url)`.
      scope.assign(flow.textOf(pattern), value)
      return
    case 'lexical_declaration':
    case 'variable_declaration':
    case 'variable_declarator': {
      for (const child of pattern.children) bindPattern(flow, child, value, scope, 'declare')
      return
    }
  }
}

function bindProperty(flow: Flow, child: SyntaxNode, value: Value, scope: Scope, mode: Mode): void {
  switch (child.type) {
    case 'shorthand_property_identifier_pattern':
      bindPattern(flow, child, readProperty(value, flow.textOf(child), child), scope, mode)
      return
    case 'pair_pattern': {
      const key = childOf(child, 'key')
      const target = childOf(child, 'value')
      if (key && target) bindPattern(flow, target, readProperty(value, flow.textOf(key), key), scope, mode)
      return
    }
    case 'object_assignment_pattern': {
      const left = childOf(child, 'left')
      const right = childOf(child, 'right')
      if (right) flow.evaluate(right, scope)
      if (left) bindPattern(flow, left, readProperty(value, flow.textOf(left), left), scope, mode)
      return
    }
    default:
      bindPattern(flow, child, derived(value), scope, mode)
  }
}

const RESPONSE = /^(?:_?res|resp|response|reply)$/

/** A function that a framework calls for requests of its name. */
const ROUTE = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/

/** Parameters: what a call gives; else their own names, by which `req` and `res` are known. */
export function bindParameters(
  flow: Flow,
  node: SyntaxNode,
  scope: Scope,
  args: readonly Value[] | undefined,
): void {
  const single = childOf(node, 'parameter')
  const list = single
    ? [single]
    : (childOf(node, 'parameters')?.children ?? []).filter(({ type }) => type !== 'comment')
  const patterns = list.map((parameter) => childOf(parameter, 'pattern') ?? parameter)
  const own = childOf(node, 'name')
  const route = own !== undefined && ROUTE.test(flow.textOf(own))
  const handler = route || (patterns.length >= 2 && RESPONSE.test(flow.textOf(patterns[1]!)))
  for (const [index, pattern] of patterns.entries()) {
    const name =
      index === 0 && handler ? 'req' : index === 1 && handler && !route ? 'res' : nameOf(flow, pattern)
    const unknown: Value = name === undefined ? UNKNOWN : { name }
    bindPattern(flow, pattern, args?.[index] ?? unknown, scope, 'declare')
  }
}

function nameOf(flow: Flow, pattern: SyntaxNode): string | undefined {
  return pattern.type === 'identifier' ? flow.textOf(pattern) : undefined
}
