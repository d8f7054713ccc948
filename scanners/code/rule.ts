/** The rules for code, as in `rules.json`: which events of the flow analysis are weaknesses. */
import type { Confidence, Severity } from '../../src/gate/finding.ts'
import rules from './rules.json' with { type: 'json' }

/** What must be true of the value that reaches a sink. */
export type Condition =
  /** A stranger may control it. */
  | 'tainted'
  /** A stranger may control it, and may make it an object. */
  | 'tainted-object'
  /** A stranger may control it, and it is not only JSON. */
  | 'tainted-markup'
  /** Text put together from pieces that are not all constant. */
  | 'built'
  /** Not known to be constant. */
  | 'dynamic'
  | 'constant'
  /** From a generator that can be predicted. */
  | 'random'
  | 'any'

export interface Sink {
  readonly on: 'call' | 'new' | 'assign' | 'property' | 'attribute' | 'index' | 'regex'
  /** Whole names: `child_process:exec`, `res.send`. */
  readonly names?: readonly string[]
  /** The last part of the name, on any object. */
  readonly methods?: readonly string[]
  /** Pattern of the object's source. */
  readonly receiver?: string
  /** Which argument; the last; any of them. */
  readonly arg?: number | 'last' | 'any'
  /** A property of that argument. */
  readonly property?: string
  /** Pattern of the key of a property, or of the target of an assignment. */
  readonly key?: string
  /** Pattern of the name of a call around a property. */
  readonly inside?: string
  /** Pattern of a key around a property. */
  readonly path?: string
  readonly when: Condition
  /** Pattern of the known text, or of its constant pieces. */
  readonly text?: string
  readonly nested?: boolean
  readonly severity?: Severity
  readonly confidence?: Confidence
}

export interface CodeRule {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** Why it matters and what to do; the code and its source stand before it. */
  readonly message: string
  readonly link: string
  /** One of these must occur in a file, or it is not parsed for this rule. */
  readonly literals: readonly string[]
  /** The first that fits counts. */
  readonly sinks: readonly Sink[]
}

export const CODE_RULES = rules as readonly CodeRule[]
