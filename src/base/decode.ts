/** From untrusted values to typed ones: a schema, and errors that name the key and the nearest known one. */
import type * as z from 'zod'
import type { ErrorCode } from './error-codes.ts'
import { type Place, SallyportError } from './errors.ts'

export interface DecodeContext {
  /** Names the input in errors: a path or an URL. */
  readonly source: string
  readonly code?: ErrorCode
  /** Finds the place of a path in the text, where the parser kept positions. */
  readonly locate?: (path: readonly PropertyKey[]) => Omit<Place, 'file'> | undefined
  /** Known keys of the objects in the schema, for "did you mean". */
  readonly knownKeys?: readonly string[]
}

/** @throws the context's code (default `CONFIG_INVALID`) for the first thing that does not fit. */
export function decode<T>(schema: z.ZodType<T>, value: unknown, context: DecodeContext): T {
  const hidden = findHiddenKey(value)
  if (hidden) {
    throw new SallyportError(context.code ?? 'CONFIG_INVALID', {
      message: `${formatPath(hidden)}: this key is not known`,
      place: { file: context.source, ...context.locate?.(hidden) },
    })
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = unknownKey === undefined ? issue.path : [...issue.path, unknownKey]
  const what = unknownKey === undefined ? issue.message : 'this key is not known'
  const near = unknownKey === undefined ? undefined : nearest(unknownKey, context.knownKeys ?? [])
  throw new SallyportError(context.code ?? 'CONFIG_INVALID', {
    message: `${formatPath(path)}: ${what}`,
    place: { file: context.source, ...context.locate?.(path) },
    ...(near === undefined ? {} : { help: `did you mean "${near}"?` }),
  })
}

/**
 * The path of an own key `__proto__`, which a record of the schema library would pass over without a
 * word. `undefined` where there is none.
 */
export function findHiddenKey(value: unknown): readonly PropertyKey[] | undefined {
  // Without recursion: what a lenient parser made may be nested deeper than the stack.
  const pending: { readonly value: unknown; readonly path: Steps }[] = [{ value, path: null }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value: held, path } = next
    if (typeof held !== 'object' || held === null) continue
    if (Object.hasOwn(held, '__proto__')) return stepsOf({ key: '__proto__', before: path })
    const isList = Array.isArray(held)
    for (const [key, member] of Object.entries(held)) {
      if (typeof member !== 'object' || member === null) continue
      pending.push({ value: member, path: { key: isList ? Number(key) : key, before: path } })
    }
  }
  return undefined
}

type Steps = { readonly key: PropertyKey; readonly before: Steps } | null

function stepsOf(last: Steps): PropertyKey[] {
  const path: PropertyKey[] = []
  for (let step = last; step !== null; step = step.before) path.unshift(step.key)
  return path
}

/** `environments.production.quorum[0]`; the document itself is `(document)`. */
export function formatPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(document)'
  return path
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`,
    )
    .join('')
}

/** The known word within two edits of the given one. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: { word: string; distance: number } | undefined
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance <= 2 && distance < (best?.distance ?? 3)) best = { word: candidate, distance }
  }
  return best?.word
}

/** Levenshtein distance, cut off at 3. */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2 || a.length > 64) return 3
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(previous[j]! + 1, current[j - 1]! + 1, substitution))
    }
    previous = current
  }
  return Math.min(3, previous[b.length]!)
}
