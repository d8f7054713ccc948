/** What the flow analysis sees on its way, for rules to judge. */
import type { SyntaxNode } from './syntax.ts'
import type { Value } from './value.ts'

export interface CallEvent {
  readonly kind: 'call' | 'new'
  readonly node: SyntaxNode
  /** `child_process:exec`, `res.send`; a module's own name ends with a colon. */
  readonly name: string
  /** The last part of the name, also where the object is not known. */
  readonly method: string
  /** The object's source. */
  readonly receiver: string
  readonly args: readonly Value[]
}

export interface AssignEvent {
  readonly kind: 'assign'
  readonly node: SyntaxNode
  /** The last property or variable of the left side. */
  readonly target: string
  /** The whole left side. */
  readonly left: string
  readonly value: Value
}

/** `key: value` in an object, or an attribute of an element. */
export interface PropertyEvent {
  readonly kind: 'property' | 'attribute'
  readonly node: SyntaxNode
  readonly key: string
  readonly value: Value
  /** Names of the calls around it, innermost first. */
  readonly inside: readonly string[]
  /** Keys of the objects around it, innermost first. */
  readonly path: readonly string[]
}

/** `object[key][…] = value` */
export interface IndexEvent {
  readonly kind: 'index'
  readonly node: SyntaxNode
  readonly key: Value
  readonly value: Value
  /** Whether another index follows, as in `object[key][other] = value`. */
  readonly nested: boolean
}

export interface RegexEvent {
  readonly kind: 'regex'
  readonly node: SyntaxNode
  readonly pattern: string
}

export type FlowEvent = CallEvent | AssignEvent | PropertyEvent | IndexEvent | RegexEvent
