/** What is done with listings, whatever makes their elements. */
import type { Listing } from './lockfile.ts'

/** The elements with their positions. */
export function* entriesOf<T>(listing: Listing<T>): Generator<readonly [position: number, element: T]> {
  let position = 0
  for (const element of listing) yield [position++, element]
}

/** Of an array a new one; else each element is made as it is asked for. */
export function mapListing<T>(listing: Listing<T>, change: (element: T) => T): Listing<T> {
  if (Array.isArray(listing)) return listing.map(change)
  return {
    length: listing.length,
    at(position) {
      const element = listing.at(position)
      return element === undefined ? undefined : change(element)
    },
    *[Symbol.iterator]() {
      for (const element of listing) yield change(element)
    },
  }
}

/** An array of the elements: of an array itself. */
export function arrayOf<T>(listing: Listing<T>): readonly T[] {
  return Array.isArray(listing) ? listing : [...listing]
}
