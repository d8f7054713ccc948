/**
 * Composer, which compares by PHP's `version_compare`
 * (https://www.php.net/manual/en/function.version-compare.php): words other than these < dev <
 * alpha = a < beta = b < RC = rc < number < pl = p, with case, and `#` stands for any number.
 *
 * Because `#` equals every number it is the one thing here that is not transitive; PHP has it so.
 */
import { compareDigits, type Digits, defineOrdering, toDigits } from './ordering.ts'

type Part = { readonly rank: number; readonly digits: Digits | undefined }

const NUMBER = 4
/** In PHP's order of search: the first that the word begins with. */
const FORMS: readonly (readonly [string, number])[] = [
  ['dev', 0],
  ['alpha', 1],
  ['a', 1],
  ['beta', 2],
  ['b', 2],
  ['RC', 3],
  ['rc', 3],
  ['#', NUMBER],
  ['pl', 5],
  ['p', 5],
]

export const packagist = defineOrdering<Part[]>({
  id: 'packagist',
  parse: parsePackagist,
  compare: comparePackagist,
})

function parsePackagist(input: string): Part[] | undefined {
  const text = input.trim().replace(/^[vV](?=\d)/, '')
  // Branches have no place in the order of versions.
  if (text === '' || text.startsWith('dev-')) return undefined
  const pieces = text.match(/\d+|[^\d.+_-]+/g)
  return pieces?.map(toPart)
}

function toPart(piece: string): Part {
  if (/^\d/.test(piece)) return { rank: NUMBER, digits: toDigits(piece) }
  const form = FORMS.find(([word]) => piece.startsWith(word))
  return { rank: form?.[1] ?? -1, digits: undefined }
}

function comparePackagist(a: readonly Part[], b: readonly Part[]): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const order = compareParts(a[i]!, b[i]!)
    if (order !== 0) return order
  }
  return compareRest(a, length) - compareRest(b, length)
}

function compareParts(a: Part, b: Part): number {
  if (a.digits !== undefined && b.digits !== undefined) return compareDigits(a.digits, b.digits)
  return a.rank - b.rank
}

/** What more there is: a number makes a version greater, a word is weighed against `#`. */
function compareRest(parts: readonly Part[], from: number): number {
  for (let i = from; i < parts.length; i++) {
    const part = parts[i]!
    if (part.digits !== undefined) return 1
    if (part.rank !== NUMBER) return Math.sign(part.rank - NUMBER)
  }
  return 0
}
