/**
 * Maven (https://maven.apache.org/pom.html#version-order-specification): tokens between dots, hyphens
 * and changes between digits and letters; null tokens are trimmed before each hyphen and at the end.
 *
 * As Maven 3.9 does, `.qualifier` is read as `-qualifier` when nulls are trimmed. A `.0` that is left
 * then always has a greater number behind it, and the end of a version can be one fixed place in the
 * order of tokens: that makes the order transitive. (By the letter of the older text it is not:
 * 2.9.0 < 2.9.0-1 < 2.9.0.RC1 < 2.9.0.)
 */
import {
  compareDigits,
  compareListsThenLength,
  compareText,
  type Digits,
  defineOrdering,
  toDigits,
} from './ordering.ts'

/** `rank` places the kinds around each other: known qualifiers, the end, other qualifiers, numbers. */
type Token =
  | { readonly kind: 'qualifier'; readonly rank: number; readonly text: string }
  | { readonly kind: 'number'; readonly rank: number; readonly digits: Digits }

const KNOWN: ReadonlyMap<string, number> = new Map([
  ['alpha', 0],
  ['beta', 1],
  ['milestone', 2],
  ['rc', 3],
  ['cr', 3],
  ['snapshot', 4],
  ['sp', 6],
])
const NULLS = new Set(['', 'final', 'ga', 'release'])
const SHORT: ReadonlyMap<string, string> = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
])
const END = 5
const DOT_QUALIFIER = 7
const HYPHEN_QUALIFIER = 8
const HYPHEN_NUMBER = 9
const DOT_NUMBER = 10

export const maven = defineOrdering<Token[]>({ id: 'maven', parse: parseMaven, compare: compareMaven })

interface RawToken {
  /** Nulls before it are trimmed. */
  readonly hyphen: boolean
  readonly afterDot: boolean
  readonly text: string
  readonly isNumber: boolean
}

function parseMaven(input: string): Token[] | undefined {
  const text = input.trim().toLowerCase()
  if (text === '') return undefined
  return trimNulls(tokenize(text)).map(toToken)
}

function compareMaven(a: readonly Token[], b: readonly Token[]): number {
  const length = Math.min(a.length, b.length)
  const order = compareListsThenLength(a.slice(0, length), b.slice(0, length), compareTokens)
  if (order !== 0 || a.length === b.length) return order
  return a.length > length ? a[length]!.rank - END : END - b[length]!.rank
}

function compareTokens(a: Token, b: Token): number {
  if (a.rank !== b.rank) return a.rank - b.rank
  if (a.kind === 'number') return b.kind === 'number' ? compareDigits(a.digits, b.digits) : 1
  return b.kind === 'number' ? -1 : compareText(a.text, b.text)
}

function tokenize(text: string): RawToken[] {
  const tokens: RawToken[] = []
  let separator = '.'
  let afterSeparator = true
  for (const [piece] of text.matchAll(/\d+|[.-]|[^\d.-]+/g)) {
    const isSeparator = piece === '.' || piece === '-'
    if (isSeparator) {
      if (afterSeparator) tokens.push(zeroAfter(separator))
      separator = piece
    } else {
      const isNumber = piece.charCodeAt(0) >= 0x30 && piece.charCodeAt(0) <= 0x39
      // A change between digits and letters is a hyphen; so is the dot before a qualifier.
      const afterDot = afterSeparator && separator === '.'
      if (isNumber && !afterSeparator) lengthenLast(tokens)
      tokens.push({ hyphen: tokens.length > 0 && !(afterDot && isNumber), afterDot, text: piece, isNumber })
    }
    afterSeparator = isSeparator
  }
  if (afterSeparator) tokens.push(zeroAfter(separator))
  return tokens
}

/** An empty token is a zero. */
function zeroAfter(separator: string): RawToken {
  return { hyphen: separator === '-', afterDot: separator === '.', text: '0', isNumber: true }
}

/** `a`, `b`, `m` directly before a number are `alpha`, `beta`, `milestone`. */
function lengthenLast(tokens: RawToken[]): void {
  const last = tokens.at(-1)
  const long = last && SHORT.get(last.text)
  if (last && long !== undefined) tokens[tokens.length - 1] = { ...last, text: long }
}

function trimNulls(tokens: readonly RawToken[]): RawToken[] {
  const kept: RawToken[] = []
  for (const token of tokens) {
    if (token.hyphen) dropTrailingNulls(kept)
    kept.push(token)
  }
  dropTrailingNulls(kept)
  return kept
}

function dropTrailingNulls(tokens: RawToken[]): void {
  for (let last = tokens.at(-1); last !== undefined; last = tokens.at(-1)) {
    if (last.isNumber ? toDigits(last.text) !== '' : !NULLS.has(last.text)) return
    tokens.pop()
  }
}

function toToken({ afterDot, text, isNumber }: RawToken): Token {
  if (isNumber) return { kind: 'number', rank: afterDot ? DOT_NUMBER : HYPHEN_NUMBER, digits: toDigits(text) }
  const known = NULLS.has(text) ? END : KNOWN.get(text)
  if (known !== undefined) return { kind: 'qualifier', rank: known, text: '' }
  return { kind: 'qualifier', rank: afterDot ? DOT_QUALIFIER : HYPHEN_QUALIFIER, text }
}
