/**
 * The contract of a version ordering: text to a key, keys to an order that is total and transitive.
 * Keys keep digits as text, so that a version of a million digits costs what its length costs.
 */
export interface Ordering<Key = unknown> {
  readonly id: string
  /** `undefined` where the ordering cannot place the text. */
  parse(text: string): Key | undefined
  /** Negative, zero or positive. */
  compare(a: Key, b: Key): number
}

/**
 * Keeps the key's type between an ordering's own two functions and hides it from everyone else. The keys read last
 * are remembered: a package is held against the same few versions for every advisory about it.
 */
export function defineOrdering<Key>(ordering: Ordering<Key>): Ordering {
  const known = new Map<string, Key | undefined>()
  const parse = (text: string): Key | undefined => {
    if (text.length > LONGEST_KNOWN) return ordering.parse(text)
    const key = known.get(text)
    if (key !== undefined || known.has(text)) return key
    if (known.size === MOST_KNOWN) known.clear()
    const read = ordering.parse(text)
    known.set(text, read)
    return read
  }
  return { ...ordering, parse } as Ordering
}

const MOST_KNOWN = 256
/** A longer text may be part of another, which would be kept with it. */
const LONGEST_KNOWN = 12

/** A run of digits without leading zeros; zero is the empty string. */
export type Digits = string & { readonly digits: true }

export function toDigits(text: string): Digits {
  let start = 0
  while (text.charCodeAt(start) === 0x30) start++
  return text.slice(start) as Digits
}

export function compareDigits(a: Digits, b: Digits): number {
  return a.length - b.length || compareText(a, b)
}

/** By UTF-16 units. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Lexicographic; where one list ends the other goes on with `missing`. */
export function compareLists<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (x: T, y: T) => number,
  missing: T,
): number {
  const length = Math.max(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const order = compare(i < a.length ? a[i]! : missing, i < b.length ? b[i]! : missing)
    if (order !== 0) return order
  }
  return 0
}

/** Lexicographic; a list that is the beginning of the other is less. */
export function compareListsThenLength<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (x: T, y: T) => number,
): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const order = compare(a[i]!, b[i]!)
    if (order !== 0) return order
  }
  return a.length - b.length
}

export const isDigitCode = (code: number): boolean => code >= 0x30 && code <= 0x39

/** ASCII letters. */
export const isLetterCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)

/** Matches a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
