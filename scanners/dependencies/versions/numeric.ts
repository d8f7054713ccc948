/** Orderings of plain number lists: R's `package_version` and Haskell's `Data.Version`. */
import {
  compareDigits,
  compareListsThenLength,
  type Digits,
  defineOrdering,
  type Ordering,
  toDigits,
} from './ordering.ts'

/** https://stat.ethz.ch/R-manual/R-devel/library/base/html/numeric_version.html: parts by `.` or `-`. */
export const cran = numberList('cran', /^\d+(?:[.-]\d+)*$/, /[.-]/)

/** https://hackage.haskell.org/package/base/docs/Data-Version.html; more parts are greater. */
export const hackage = numberList('hackage', /^\d+(?:\.\d+)*$/, /\./)

function numberList(id: string, shape: RegExp, separator: RegExp): Ordering {
  return defineOrdering<Digits[]>({
    id,
    parse: (input) => {
      const text = input.trim()
      return shape.test(text) ? text.split(separator).map(toDigits) : undefined
    },
    compare: (a, b) => compareListsThenLength(a, b, compareDigits),
  })
}
