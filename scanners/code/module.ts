/** Names of modules: `import` and `require` give `child_process:`, their members `child_process:exec`. */
import type { Flow } from './flow.ts'
import type { Scope } from './scope.ts'
import { childOf, childOfType, type SyntaxNode } from './syntax.ts'
import type { Value } from './value.ts'

export function moduleValue(specifier: string): Value {
  const [name = '', ...path] = specifier.replace(/^node:/, '').split('/')
  const scoped = name.startsWith('@') || path.length === 0 ? [name, ...path].join('/') : name
  const member = scoped === name && path.length > 0 ? path.join('.') : ''
  return { name: `${scoped}:${member}` }
}

/** The name of a member of something named. */
export function memberName(object: string | undefined, property: string): string | undefined {
  if (object === undefined) return undefined
  if (!object.endsWith(':')) return `${object}.${property}`
  return property === 'default' ? object : `${object}${property}`
}

export function importModule(flow: Flow, node: SyntaxNode, scope: Scope): void {
  const source = childOf(node, 'source') ?? deepString(node)
  if (!source) return
  const module = moduleValue(flow.text.slice(source.start + 1, source.end - 1))
  const clause = childOfType(node, 'import_clause', 'import_require_clause')
  for (const child of clause?.children ?? []) {
    if (child.type === 'identifier') scope.declare(flow.textOf(child), module)
    if (child.type === 'namespace_import') {
      for (const name of child.children) scope.declare(flow.textOf(name), module)
    }
    if (child.type === 'named_imports') importNames(flow, child, module, scope)
  }
}

function importNames(flow: Flow, node: SyntaxNode, module: Value, scope: Scope): void {
  for (const specifier of node.children) {
    const name = childOf(specifier, 'name')
    if (!name) continue
    const local = childOf(specifier, 'alias') ?? name
    const member = memberName(module.name, flow.textOf(name))
    if (member !== undefined) scope.declare(flow.textOf(local), { name: member })
  }
}

function deepString(node: SyntaxNode): SyntaxNode | undefined {
  return node.children.find(({ type }) => type === 'string') ?? node.children.map(deepString).find(Boolean)
}
