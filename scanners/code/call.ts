/** Calls: what they are given, what comes back, and which callbacks they feed. */

import flowData from './flow.json' with { type: 'json' }
import type { Flow } from './flow.ts'
import { FLOW_LIMITS } from './flow-limits.ts'
import { moduleValue } from './module.ts'
import { lookUp, type Scope } from './scope.ts'
import { childOf, type SyntaxNode } from './syntax.ts'
import { concatenate, derived, joinValues, UNKNOWN, type Value } from './value.ts'

const { sources } = flowData
const sourceObjects = new Set([...sources.objects, 'request'])
const sourceMethods = new Set(sources.methods)
const sanitizers = new Set(flowData.sanitizers)
const sanitizerNames = new RegExp(flowData.sanitizerNames)
/** What comes back is not what was passed: a file's content, a row, an answer. */
const opaque = new Set(flowData.opaque)
const opaqueMethods = new Set(flowData.opaqueMethods)
const booleanMethods = new Set(flowData.booleanMethods)
const wrappers = new Set(['util:promisify', 'promisify'])
const FEEDING = /^(?:map|forEach|filter|flatMap|find|some|every|reduce|then|replace|each|sort)$/

interface Callee {
  readonly value: Value
  readonly name: string
  readonly method: string
  readonly receiver: string
  readonly object: Value | undefined
}

export function evaluateCall(flow: Flow, node: SyntaxNode, scope: Scope): Value {
  const callee = evaluateCallee(flow, childOf(node, 'function') ?? node.children[0]!, scope)
  const args = evaluateArguments(flow, node, scope, callee)
  const { name, method, receiver } = callee
  flow.emit({ kind: 'call', node, name, method, receiver, args })
  return resultOf(flow, node, callee, args)
}

export function evaluateNew(flow: Flow, node: SyntaxNode, scope: Scope): Value {
  const callee = evaluateCallee(flow, childOf(node, 'constructor') ?? node.children[0]!, scope)
  const args = evaluateArguments(flow, node, scope, callee)
  const { name, method, receiver } = callee
  flow.emit({ kind: 'new', node, name, method, receiver, args })
  if (sanitizers.has(name) || sanitizerNames.test(method)) return UNKNOWN
  return { ...derived(joinValues(args)), name: `${name}()` }
}

function evaluateCallee(flow: Flow, node: SyntaxNode, scope: Scope): Callee {
  const value = flow.evaluate(node, scope)
  const property = childOf(node, 'property')
  const objectNode = childOf(node, 'object')
  const object = objectNode ? calleeObject(flow, objectNode, scope) : undefined
  const method = flow.textOf(property ?? node)
  return {
    value,
    name: value.name ?? method,
    method: property ? method : (value.name?.split(/[.:]/).at(-1) ?? method),
    receiver: objectNode ? flow.textOf(objectNode) : '',
    object,
  }
}

/** The receiver's value, without evaluating a call in it a second time. */
function calleeObject(flow: Flow, node: SyntaxNode, scope: Scope): Value {
  return node.type === 'identifier' ? lookUp(scope, flow.textOf(node)) : flow.valueOf(node)
}

function evaluateArguments(flow: Flow, node: SyntaxNode, scope: Scope, callee: Callee): Value[] {
  const list = childOf(node, 'arguments')
  if (!list) return []
  flow.inside.unshift(callee.name)
  const path = flow.path.splice(0)
  const children = list.type === 'arguments' ? list.children : [list]
  const args = children
    .filter(({ type }) => type !== 'comment')
    .map((child) => {
      if (isFunction(child)) return feedCallback(flow, child, scope, callee)
      return flow.evaluate(child, scope)
    })
  flow.path.push(...path)
  flow.inside.shift()
  return args
}

/** A callback of `map` and its like is given what the receiver holds. */
function feedCallback(flow: Flow, node: SyntaxNode, scope: Scope, { object, method }: Callee): Value {
  const items = object?.taint && FEEDING.test(method) ? [derived(object), derived(object)] : undefined
  flow.defer(node, scope, items)
  return { closure: { node, scope } }
}

function resultOf(flow: Flow, node: SyntaxNode, callee: Callee, args: readonly Value[]): Value {
  const { name, method, object, value } = callee
  const [first] = args
  if (name === 'require') return first?.text === undefined ? UNKNOWN : moduleValue(first.text)
  if (wrappers.has(name)) return first ?? UNKNOWN
  if (name === 'Math.random') return { random: { text: 'Math.random()', start: node.start } }
  if (sanitizers.has(name) || sanitizerNames.test(method)) return UNKNOWN
  if (object && sourceObjects.has(object.name ?? '') && sourceMethods.has(method)) {
    return { taint: { text: flow.textOf(node), start: node.start } }
  }
  if (booleanMethods.has(method)) return UNKNOWN
  if (isOpaque(callee)) return { name: `${name}()` }
  if (name === 'JSON.stringify') return { ...derived(first ?? UNKNOWN), string: true, json: true }
  if (name === 'String') return { ...derived(first ?? UNKNOWN), string: true }
  if (method === 'toString') return { ...derived(object ?? UNKNOWN), string: true }
  if (value.closure && flow.inlineDepth < FLOW_LIMITS.maxInlineDepth && args.some((arg) => arg.taint)) {
    flow.inlineDepth++
    const returned = flow.callFunction(value.closure.node, value.closure.scope, args)
    flow.inlineDepth--
    return returned
  }
  if (method === 'concat' || method === 'join') return concatenate([object ?? UNKNOWN, ...args])
  const passed = derived(joinValues([object ?? UNKNOWN, value.closure ? UNKNOWN : value, ...args]))
  const kept =
    object?.built &&
    /^(?:trim|replace|replaceAll|toString|toLowerCase|toUpperCase|slice|substring)$/.test(method)
  return { ...passed, ...(kept && { built: true, pieces: object.pieces ?? '' }), name: `${name}()` }
}

function isOpaque({ name, method, object }: Callee): boolean {
  if (opaque.has(name) || opaque.has(name.slice(0, name.indexOf(':') + 1))) return true
  return opaqueMethods.has(method) && object !== undefined && !object.taint
}

function isFunction({ type }: SyntaxNode): boolean {
  return type === 'arrow_function' || type === 'function_expression'
}
