/**
 * Python: PEP 440 (https://peps.python.org/pep-0440), and below all of them the legacy versions in the
 * order that setuptools gave them.
 */
import {
  compareDigits,
  compareLists,
  compareListsThenLength,
  compareText,
  type Digits,
  defineOrdering,
  matchAt,
  toDigits,
} from './ordering.ts'

type Pep440Key =
  | { readonly kind: 'legacy'; readonly parts: readonly string[] }
  | {
      readonly kind: 'standard'
      readonly epoch: Digits
      readonly release: readonly Digits[]
      readonly pre: Mark
      readonly post: Mark
      readonly dev: Mark
      readonly local: readonly Local[]
    }

/** `rank` orders absent marks and the letters of pre-releases around each other. */
interface Mark {
  readonly rank: number
  readonly number: Digits
}

type Local = { readonly digits: Digits } | { readonly text: string }

const ZERO = toDigits('0')
const BELOW: Mark = { rank: -1, number: ZERO }
const ABOVE: Mark = { rank: 9, number: ZERO }
const PRE_RANK: Readonly<Record<string, number>> = {
  a: 0,
  alpha: 0,
  b: 1,
  beta: 1,
  c: 2,
  rc: 2,
  pre: 2,
  preview: 2,
}

export const pep440 = defineOrdering<Pep440Key>({ id: 'pep440', parse: parsePep440, compare: comparePep440 })

function parsePep440(input: string): Pep440Key | undefined {
  const text = input.trim().toLowerCase()
  if (text === '') return undefined
  return parseStandard(text) ?? { kind: 'legacy', parts: legacyParts(text) }
}

function comparePep440(a: Pep440Key, b: Pep440Key): number {
  if (a.kind === 'legacy') {
    return b.kind === 'legacy' ? compareListsThenLength(a.parts, b.parts, compareText) : -1
  }
  if (b.kind === 'legacy') return 1
  return (
    compareDigits(a.epoch, b.epoch) ||
    compareLists(a.release, b.release, compareDigits, ZERO) ||
    compareMarks(a.pre, b.pre) ||
    compareMarks(a.post, b.post) ||
    compareMarks(a.dev, b.dev) ||
    compareListsThenLength(a.local, b.local, compareLocals)
  )
}

function compareMarks(a: Mark, b: Mark): number {
  return a.rank - b.rank || compareDigits(a.number, b.number)
}

/** Numbers are above words. */
function compareLocals(a: Local, b: Local): number {
  if ('digits' in a) return 'digits' in b ? compareDigits(a.digits, b.digits) : 1
  return 'digits' in b ? -1 : compareText(a.text, b.text)
}

/** The grammar of PEP 440, appendix B, piece by piece. */
function parseStandard(text: string): Pep440Key | undefined {
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = matchAt(pattern, text, at)
    if (match) at += match[0].length
    return match
  }
  take(/v/y)
  const epoch = take(/(\d+)!/y)
  const release = take(/\d+(?:\.\d+)*/y)
  if (!release) return undefined
  const pre = take(/[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*)/y)
  const post = take(/-(\d+)/y) ?? take(/[-_.]?(?:post|rev|r)[-_.]?(\d*)/y)
  const dev = take(/[-_.]?dev[-_.]?(\d*)/y)
  const local = take(/\+([a-z0-9]+(?:[-_.][a-z0-9]+)*)/y)
  if (at !== text.length) return undefined
  return {
    kind: 'standard',
    epoch: toDigits(epoch?.[1] ?? ''),
    release: release[0].split('.').map(toDigits),
    pre: pre ? mark(PRE_RANK[pre[1] ?? ''] ?? 0, pre[2]) : dev && !post ? BELOW : ABOVE,
    post: post ? mark(0, post[1]) : BELOW,
    dev: dev ? mark(0, dev[1]) : ABOVE,
    local: local ? local[1]!.split(/[-_.]/).map(toLocal) : [],
  }
}

function mark(rank: number, number: string | undefined): Mark {
  return { rank, number: toDigits(number ?? '') }
}

function toLocal(text: string): Local {
  return /^\d+$/.test(text) ? { digits: toDigits(text) } : { text }
}

const LEGACY_WORDS: ReadonlyMap<string, string> = new Map([
  ['pre', 'c'],
  ['preview', 'c'],
  ['-', 'final-'],
  ['rc', 'c'],
  ['dev', '@'],
])

/** The key of `pkg_resources`: numbers padded to eight digits, words behind a `*`, and `*final` at the end. */
function legacyParts(text: string): string[] {
  const parts: string[] = []
  for (const piece of text.split(/(\d+|[a-z]+|\.|-)/)) {
    const word = LEGACY_WORDS.get(piece) ?? piece
    if (word === '' || word === '.') continue
    addLegacyPart(parts, /^\d/.test(word) ? word.padStart(8, '0') : `*${word}`)
  }
  addLegacyPart(parts, '*final')
  return parts
}

function addLegacyPart(parts: string[], part: string): void {
  if (part.startsWith('*')) {
    if (part < '*final') while (parts.at(-1) === '*final-') parts.pop()
    while (parts.at(-1) === '00000000') parts.pop()
  }
  parts.push(part)
}
