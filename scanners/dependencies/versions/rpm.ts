/**
 * RPM (https://rpm-software-management.github.io/rpm/manual/dependencies.html and rpmvercmp): epoch,
 * version, release; runs of letters and digits, all else only separates; `~` is below the end, `^` just
 * above it, letters below numbers.
 */
import { compareDigits, compareText, type Digits, defineOrdering, toDigits } from './ordering.ts'

interface RpmKey {
  readonly epoch: readonly Token[]
  readonly version: readonly Token[]
  readonly release: readonly Token[]
}

/** `rank`: 0 `~`, 1 the end, 2 `^`, 3 letters, 4 digits. */
interface Token {
  readonly rank: number
  readonly digits: Digits
  readonly text: string
}

const END: Token = { rank: 1, digits: toDigits(''), text: '' }

export const rpm = defineOrdering<RpmKey>({
  id: 'rpm',
  parse: parseRpm,
  compare: (a, b) =>
    compareTokens(a.epoch, b.epoch) ||
    compareTokens(a.version, b.version) ||
    compareTokens(a.release, b.release),
})

function parseRpm(input: string): RpmKey | undefined {
  const text = input.trim()
  if (text === '') return undefined
  const colon = text.indexOf(':')
  const rest = text.slice(colon + 1)
  const hyphen = rest.lastIndexOf('-')
  return {
    epoch: toTokens(colon <= 0 ? '0' : text.slice(0, colon)),
    version: toTokens(hyphen === -1 ? rest : rest.slice(0, hyphen)),
    release: toTokens(hyphen === -1 ? '' : rest.slice(hyphen + 1)),
  }
}

function toTokens(text: string): Token[] {
  return (text.match(/\d+|[A-Za-z]+|[~^]/g) ?? []).map((piece): Token => {
    if (piece === '~' || piece === '^') return { ...END, rank: piece === '~' ? 0 : 2 }
    return /^\d/.test(piece)
      ? { rank: 4, digits: toDigits(piece), text: '' }
      : { ...END, rank: 3, text: piece }
  })
}

function compareTokens(a: readonly Token[], b: readonly Token[]): number {
  const length = Math.max(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a[i] ?? END
    const y = b[i] ?? END
    const order = x.rank - y.rank || compareDigits(x.digits, y.digits) || compareText(x.text, y.text)
    if (order !== 0) return order
  }
  return 0
}
