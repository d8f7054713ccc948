/** What is known of a value without running the code. */
import type { Scope } from './scope.ts'
import type { SyntaxNode } from './syntax.ts'

export interface Origin {
  /** What brings it in, as written: `req.query.url`. */
  readonly text: string
  readonly start: number
}

export interface Value {
  /** Set where a stranger may control it. */
  readonly taint?: Origin
  /** Set where it is certainly text, and no object that a body parser made. */
  readonly string?: boolean
  /** Set where the tainted part is JSON, which a browser shows as text. */
  readonly json?: boolean
  /** Set where it comes from a generator that can be predicted. */
  readonly random?: Origin
  /** Made of literals alone. */
  readonly constant?: boolean
  /** The text, where it is known. */
  readonly text?: string
  /** Put together from pieces of which at least one is not constant. */
  readonly built?: boolean
  /** The constant pieces of a built text. */
  readonly pieces?: string
  /** The dotted name of what it is: `child_process.exec`, `res.send`. */
  readonly name?: string
  readonly object?: ReadonlyMap<string, Value>
  readonly closure?: { readonly node: SyntaxNode; readonly scope: Scope }
}

export const UNKNOWN: Value = {}

/** Of what is put together; a text that doubles with each line would fill the memory. */
const MAX_TEXT = 2_048

export function constant(text?: string): Value {
  return text === undefined ? { constant: true } : { constant: true, text }
}

/** What is known where it may be the one or the other. */
export function joinValues(values: readonly Value[]): Value {
  const [first] = values
  if (values.length === 1 && first) return first
  const taint = values.find((value) => value.taint)?.taint
  const random = values.find((value) => value.random)?.random
  const built = values.find((value) => value.built)
  const json = taint !== undefined && values.every((value) => !value.taint || value.json)
  const name = values.find((value) => value.name)?.name
  return {
    ...(taint && { taint }),
    ...(taint && values.every((value) => !value.taint || value.string || value.built) && { string: true }),
    ...(json && { json: true }),
    ...(random && { random }),
    ...(values.length > 0 && values.every((value) => value.constant) && { constant: true }),
    ...(built && { built: true, pieces: built.pieces ?? '' }),
    ...(name && { name }),
  }
}

/** What a text put together from others is. */
export function concatenate(parts: readonly Value[]): Value {
  const joined = joinValues(parts)
  if (parts.every((part) => part.constant)) {
    const known = parts.every((part) => part.text !== undefined)
    const length = parts.reduce((sum, part) => sum + (part.text?.length ?? 0), 0)
    return known && length <= MAX_TEXT ? constant(parts.map((part) => part.text).join('')) : constant()
  }
  const pieces = parts
    .map((part) => part.text ?? part.pieces ?? '')
    .join(' ? ')
    .slice(0, MAX_TEXT)
  return {
    ...(joined.taint && { taint: joined.taint, string: true }),
    ...(joined.json && !pieces.includes('<') && { json: true }),
    ...(joined.random && { random: joined.random }),
    built: true,
    pieces,
  }
}

/** A value that carries what made it, and nothing else of it. */
export function derived(from: Value): Value {
  return {
    ...(from.taint && { taint: from.taint }),
    ...(from.taint && (from.string || from.built) && { string: true }),
    ...(from.random && { random: from.random }),
  }
}
