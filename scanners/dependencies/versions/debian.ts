/**
 * Debian (https://www.debian.org/doc/debian-policy/ch-controlfields.html#version): epoch, upstream
 * version, revision; text and numbers take turns, `~` is below the end, letters below other characters.
 */
import { compareDigits, type Digits, defineOrdering, toDigits } from './ordering.ts'

interface DebianKey {
  readonly epoch: Digits
  readonly upstream: readonly Turn[]
  readonly revision: readonly Turn[]
}

/** One run of other characters, then one of digits; either may be empty. */
interface Turn {
  readonly text: string
  readonly digits: Digits
}

const NOTHING: Turn = { text: '', digits: toDigits('') }

export const debian = defineOrdering<DebianKey>({
  id: 'debian',
  parse: parseDebian,
  compare: (a, b) =>
    compareDigits(a.epoch, b.epoch) ||
    compareTurns(a.upstream, b.upstream) ||
    compareTurns(a.revision, b.revision),
})

function parseDebian(input: string): DebianKey | undefined {
  const text = input.trim()
  const colon = text.indexOf(':')
  const epoch = colon === -1 ? '' : text.slice(0, colon)
  const rest = text.slice(colon + 1)
  if (rest === '' || !/^\d*$/.test(epoch) || /\s/.test(rest)) return undefined
  const hyphen = rest.lastIndexOf('-')
  return {
    epoch: toDigits(epoch),
    upstream: toTurns(hyphen === -1 ? rest : rest.slice(0, hyphen)),
    revision: toTurns(hyphen === -1 ? '' : rest.slice(hyphen + 1)),
  }
}

function toTurns(text: string): Turn[] {
  const turns: Turn[] = []
  for (const [, other, digits] of text.matchAll(/(\D*)(\d*)/g)) {
    if (other !== '' || digits !== '') turns.push({ text: other!, digits: toDigits(digits!) })
  }
  return turns
}

function compareTurns(a: readonly Turn[], b: readonly Turn[]): number {
  const length = Math.max(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a[i] ?? NOTHING
    const y = b[i] ?? NOTHING
    const order = compareOther(x.text, y.text) || compareDigits(x.digits, y.digits)
    if (order !== 0) return order
  }
  return 0
}

function compareOther(a: string, b: string): number {
  const length = Math.max(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const order = weight(a.charCodeAt(i)) - weight(b.charCodeAt(i))
    if (order !== 0) return order
  }
  return 0
}

/** `~` < the end < letters < everything else. */
function weight(code: number): number {
  if (Number.isNaN(code)) return 0
  if (code === 0x7e) return -1
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  return isLetter ? code : code + 0x100
}
