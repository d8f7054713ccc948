/**
 * RubyGems (https://docs.ruby-lang.org/en/master/Gem/Version.html): segments of digits and letters;
 * letters are below numbers, a missing segment is zero.
 */
import {
  compareDigits,
  compareLists,
  compareText,
  type Digits,
  defineOrdering,
  toDigits,
} from './ordering.ts'

type Segment = { readonly digits: Digits } | { readonly text: string }

const ZERO: Segment = { digits: toDigits('0') }
const SHAPE = /^\d+(?:\.[0-9a-z]+)*(?:-[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i

export const rubygems = defineOrdering<Segment[]>({
  id: 'rubygems',
  parse: parseRubygems,
  compare: (a, b) => compareLists(a, b, compareSegments, ZERO),
})

function parseRubygems(input: string): Segment[] | undefined {
  const text = input.trim()
  // The second shape is what older gems were published with: `1gamma`, `2.0beta`.
  if (!SHAPE.test(text) && !/^\d[0-9a-z.]*$/i.test(text)) return undefined
  const pieces = text.replaceAll('-', '.pre.').match(/\d+|[a-z]+/gi) ?? []
  const segments = pieces.map(
    (piece): Segment => (/^\d/.test(piece) ? { digits: toDigits(piece) } : { text: piece }),
  )
  const firstText = segments.findIndex((segment) => 'text' in segment)
  if (firstText === -1) return withoutTrailingZeros(segments)
  return [
    ...withoutTrailingZeros(segments.slice(0, firstText)),
    ...withoutTrailingZeros(segments.slice(firstText)),
  ]
}

function withoutTrailingZeros(segments: readonly Segment[]): Segment[] {
  let length = segments.length
  while (length > 0 && isZero(segments[length - 1]!)) length--
  return segments.slice(0, length)
}

function isZero(segment: Segment): boolean {
  return 'digits' in segment && segment.digits === ''
}

function compareSegments(a: Segment, b: Segment): number {
  if ('digits' in a) return 'digits' in b ? compareDigits(a.digits, b.digits) : 1
  return 'digits' in b ? -1 : compareText(a.text, b.text)
}
