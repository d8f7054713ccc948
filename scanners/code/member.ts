/** Objects, their members, and which of them a stranger controls. */

import flowData from './flow.json' with { type: 'json' }
import type { Flow } from './flow.ts'
import { memberName } from './module.ts'
import type { Scope } from './scope.ts'
import { childOf, type SyntaxNode } from './syntax.ts'
import { derived, joinValues, UNKNOWN, type Value } from './value.ts'

const { sources } = flowData
const objects = new Set(sources.objects)
const properties = new Set(sources.properties)
const names = new Set(sources.names)
/** Of `request`, which may as well be one that this program sends. */
const requestProperties = new Set(sources.requestProperties)
/** Sources that a framework never makes objects of. */
const TEXTS = new Set(['params', 'headers', 'url', 'path', 'hostname', 'originalUrl', 'ip'])

export function evaluateMember(flow: Flow, node: SyntaxNode, scope: Scope): Value {
  const object = childOf(node, 'object')
  const property = childOf(node, 'property')
  if (!object || !property) return flow.joined(node, scope)
  const known = scope.find(flow.textOf(node))
  if (known) return known
  const text = flow.textOf(node)
  const holder = flow.evaluate(object, scope)
  const value = readProperty(holder, flow.textOf(property), node, text)
  const direct = value.taint !== undefined && holder.taint?.text === flow.textOf(object)
  return direct ? { ...value, taint: { text, start: node.start } } : value
}

export function evaluateSubscript(flow: Flow, node: SyntaxNode, scope: Scope): Value {
  const object = childOf(node, 'object')
  const index = childOf(node, 'index')
  if (!object || !index) return flow.joined(node, scope)
  const holder = flow.evaluate(object, scope)
  const key = flow.evaluate(index, scope)
  if (key.text !== undefined) return readProperty(holder, key.text, node, flow.textOf(node))
  return derived(holder)
}

/** A property of a value; tainted where the object is, or where it is one of the sources. */
export function readProperty(object: Value, property: string, node: SyntaxNode, text?: string): Value {
  const held = object.object?.get(property)
  if (held) return held
  const name = memberName(object.name, property)
  if (object.taint) return property === 'length' ? UNKNOWN : derived(object)
  const tainted =
    (object.name === 'request' && requestProperties.has(property)) ||
    (object.name !== undefined && objects.has(object.name) && properties.has(property)) ||
    (name !== undefined && names.has(name))
  const origin = tainted
    ? {
        taint: { text: text ?? `${object.name}.${property}`, start: node.start },
        string: TEXTS.has(property),
      }
    : {}
  return { ...derived(object), ...(name !== undefined && { name }), ...origin }
}

export function evaluateObject(flow: Flow, node: SyntaxNode, scope: Scope): Value {
  const entries = new Map<string, Value>()
  const spread: Value[] = []
  for (const child of node.children) {
    if (child.type === 'pair') addPair(flow, child, scope, entries)
    else if (child.type === 'shorthand_property_identifier') {
      const key = flow.textOf(child)
      const value = flow.evaluate(child, scope)
      entries.set(key, value)
      flow.emit({ kind: 'property', node: child, key, value, inside: [...flow.inside], path: [...flow.path] })
    } else spread.push(flow.evaluate(child, scope))
  }
  const all = [...entries.values(), ...spread]
  return { ...derived(joinValues(all)), object: entries }
}

function addPair(flow: Flow, node: SyntaxNode, scope: Scope, entries: Map<string, Value>): void {
  const keyNode = childOf(node, 'key')
  const valueNode = childOf(node, 'value')
  if (!keyNode || !valueNode) return
  const raw = flow.textOf(keyNode)
  const key = keyNode.type === 'string' ? raw.slice(1, -1) : raw
  if (keyNode.type === 'computed_property_name') flow.joined(keyNode, scope)
  flow.path.unshift(key)
  const value = flow.evaluate(valueNode, scope)
  flow.path.shift()
  entries.set(key, value)
  flow.emit({ kind: 'property', node, key, value, inside: [...flow.inside], path: [...flow.path] })
}
