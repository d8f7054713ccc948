/**
 * Alpine's apk (https://gitlab.alpinelinux.org/alpine/apk-tools, doc/apk-package.5): number{.number}
 * {letter}{_suffix{number}}{~hash}{-r#}. No revision is revision 0. What does not follow the grammar is
 * cut off, and makes a version just less than the same one without it.
 */
import { compareDigits, compareText, type Digits, defineOrdering, toDigits } from './ordering.ts'

/** Where one version has a token and the other has another kind, the higher rank is the greater version. */
const RANK = {
  invalid: 9,
  end: 10,
  revision: 11,
  hash: 12,
  suffixNumber: 13,
  suffix: 15,
  letter: 20,
  number: 30,
} as const
const PRE_SUFFIXES: readonly string[] = ['alpha', 'beta', 'pre', 'rc']
const POST_SUFFIXES: readonly string[] = ['cvs', 'svn', 'git', 'hg', 'p']

interface Token {
  readonly rank: number
  readonly digits: Digits | undefined
  readonly text: string
}

const INVALID: Token = { rank: RANK.invalid, digits: undefined, text: '' }
const END: Token = { rank: RANK.end, digits: undefined, text: '' }

export const alpine = defineOrdering<Token[]>({ id: 'alpine', parse: parseAlpine, compare: compareAlpine })

type State = 'number' | 'letter' | 'suffix' | 'suffix-number' | 'hash' | 'revision'

function parseAlpine(input: string): Token[] | undefined {
  const text = input.trim()
  if (text === '') return undefined
  const first = /^\d*/.exec(text)![0]
  const tokens: Token[] = [number(RANK.number, first)]
  let at = first.length
  let state: State = 'number'
  while (at < text.length) {
    const step = nextToken(text, at, state)
    if (!step) break
    tokens.push(step.token)
    at = step.end
    state = step.state
  }
  if (state !== 'revision') tokens.push(number(RANK.revision, ''))
  tokens.push(at < text.length ? INVALID : END)
  return tokens
}

function compareAlpine(a: readonly Token[], b: readonly Token[]): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a[i]!
    const y = b[i]!
    if (x.rank !== y.rank) return x.rank - y.rank
    const order =
      x.digits !== undefined && y.digits !== undefined
        ? compareDigits(x.digits, y.digits)
        : compareFractions(x, y)
    if (order !== 0) return order
  }
  return 0
}

/** A number with a leading zero is compared as the digits behind a decimal point, below those without. */
function compareFractions(x: Token, y: Token): number {
  if (x.digits !== undefined) return 1
  return y.digits === undefined ? compareText(x.text, y.text) : -1
}

interface Step {
  readonly token: Token
  readonly end: number
  readonly state: State
}

function nextToken(text: string, at: number, state: State): Step | undefined {
  const code = text[at]!
  if (state === 'number' && code === '.') return numberStep(text, at + 1, 'number', fraction)
  if (state === 'number' && code >= 'a' && code <= 'z') {
    return { token: { rank: RANK.letter, digits: undefined, text: code }, end: at + 1, state: 'letter' }
  }
  const isDigit = code >= '0' && code <= '9'
  if (state === 'letter' && isDigit)
    return numberStep(text, at, 'number', (digits) => number(RANK.number, digits))
  if (state === 'suffix' && isDigit) {
    return numberStep(text, at, 'suffix-number', (digits) => number(RANK.suffixNumber, digits))
  }
  if (code === '_' && state !== 'hash' && state !== 'revision') return suffixStep(text, at + 1)
  if (code === '~' && state !== 'hash' && state !== 'revision') return hashStep(text, at + 1)
  if (code === '-' && text[at + 1] === 'r' && state !== 'revision') {
    return numberStep(text, at + 2, 'revision', (digits) => number(RANK.revision, digits))
  }
  return undefined
}

function numberStep(text: string, at: number, state: State, make: (digits: string) => Token): Step {
  let end = at
  while (text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++
  return { token: make(text.slice(at, end)), end, state }
}

function number(rank: number, digits: string): Token {
  return { rank, digits: toDigits(digits), text: '' }
}

function fraction(digits: string): Token {
  return digits.startsWith('0') || digits === ''
    ? { rank: RANK.number, digits: undefined, text: digits }
    : number(RANK.number, digits)
}

function suffixStep(text: string, at: number): Step | undefined {
  const before = PRE_SUFFIXES.findIndex((suffix) => text.startsWith(suffix, at))
  if (before !== -1) {
    return { token: { ...END, rank: before }, end: at + PRE_SUFFIXES[before]!.length, state: 'suffix' }
  }
  const after = POST_SUFFIXES.findIndex((suffix) => text.startsWith(suffix, at))
  if (after === -1) return undefined
  return {
    token: { ...END, rank: RANK.suffix + after / 10 },
    end: at + POST_SUFFIXES[after]!.length,
    state: 'suffix',
  }
}

function hashStep(text: string, at: number): Step {
  let end = at
  while (/[0-9a-f]/.test(text[end] ?? '')) end++
  return { token: { rank: RANK.hash, digits: undefined, text: text.slice(at, end) }, end, state: 'hash' }
}
