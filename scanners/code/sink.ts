/** Judges an event by a sink. */
import type { FlowEvent } from './events.ts'
import type { Condition, Sink } from './rule.ts'
import { UNKNOWN, type Value } from './value.ts'

/** The value that reached the sink, or `undefined` where the sink does not fit. */
export function matchSink(sink: Sink, event: FlowEvent): Value | undefined {
  if (sink.on !== event.kind) return undefined
  switch (event.kind) {
    case 'call':
    case 'new':
      return matchCall(sink, event)
    case 'assign':
      if (!matches(sink.key, event.target) || !matches(sink.receiver, event.left)) return undefined
      return fits(sink, event.value)
    case 'property':
    case 'attribute':
      if (!matches(sink.key, event.key)) return undefined
      if (sink.inside !== undefined && !event.inside.some((name) => matches(sink.inside, name)))
        return undefined
      if (sink.path !== undefined && !event.path.some((key) => matches(sink.path, key))) return undefined
      return fits(sink, event.value)
    case 'index':
      if (sink.nested !== undefined && sink.nested !== event.nested) return undefined
      return fits(sink, event.key)
    case 'regex':
      return sink.when === 'any' && hasNestedRepetition(event.pattern) ? UNKNOWN : undefined
  }
}

function matchCall(sink: Sink, event: Extract<FlowEvent, { kind: 'call' | 'new' }>): Value | undefined {
  const named = sink.names?.includes(event.name) ?? false
  const method = sink.methods?.includes(event.method) ?? false
  if (!named && !method) return undefined
  if (!matches(sink.receiver, event.receiver)) return undefined
  for (const arg of argumentsOf(sink, event.args)) {
    const value = sink.property === undefined ? arg : arg.object?.get(sink.property)
    const found = value && fits(sink, value)
    if (found) return found
  }
  return undefined
}

function argumentsOf({ arg }: Sink, args: readonly Value[]): readonly Value[] {
  if (arg === undefined) return [UNKNOWN]
  if (arg === 'any') return args
  const one = args.at(arg === 'last' ? -1 : arg)
  return one ? [one] : []
}

function fits(sink: Sink, value: Value): Value | undefined {
  if (!holds(sink.when, value)) return undefined
  return sink.text === undefined || matches(sink.text, value.text ?? value.pieces ?? '') ? value : undefined
}

function holds(condition: Condition, value: Value): boolean {
  switch (condition) {
    case 'tainted':
      return value.taint !== undefined
    case 'tainted-object':
      if (value.object) return [...value.object.values()].some((entry) => holds(condition, entry))
      return value.taint !== undefined && !value.string && !value.built
    case 'tainted-markup':
      return value.taint !== undefined && !value.json
    case 'built':
      return value.built === true
    case 'dynamic':
      return value.constant !== true && value.closure === undefined
    case 'constant':
      return value.constant === true && (value.text === undefined || value.text !== '')
    case 'random':
      return value.random !== undefined
    case 'any':
      return true
  }
}

const compiled = new Map<string, RegExp>()

function matches(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return true
  const regex = compiled.get(pattern) ?? new RegExp(pattern)
  compiled.set(pattern, regex)
  return regex.test(text)
}

const MAX_PATTERN = 2_000

/**
 * True for a group repeated without a bound whose content is, as a whole, one thing repeated without
 * a bound: `(a+)+`, `([0-9]+)*`, `(\w|\d)+`-like overlaps are not judged.
 */
export function hasNestedRepetition(pattern: string): boolean {
  const plain = pattern
    .slice(0, MAX_PATTERN)
    .replaceAll(/\\./g, 'E')
    .replaceAll(/\[\^?\]?[^\]]*\]/g, 'C')
  return /\((?:\?:|\?<\w+>)?[^()|]?(?:[*+]|\{\d+,\})\??\)(?:[*+]|\{\d+,\})/.test(plain)
}
