/**
 * In which order a node uses the relays that it waits at: the nearest first, by the round trips that it
 * measured. Those without a measure come last, as the map has them. The first gives way only to one that is
 * clearly nearer, so that data does not swing between two that are alike. Does no I/O.
 */

/** A relay that is nearer by less than this share, or than these milliseconds, is no reason to change. */
const NEARER_SHARE = 0.2
const NEARER_MS = 2

/** @param order as they are used now. @param roundTrips in milliseconds */
export function nearestFirst(order: readonly string[], roundTrips: ReadonlyMap<string, number>): string[] {
  const distance = (url: string) => roundTrips.get(url) ?? Number.POSITIVE_INFINITY
  const sorted = order.toSorted((a, b) => (distance(a) === distance(b) ? 0 : distance(a) - distance(b)))
  const [first] = order
  const [nearest] = sorted
  if (first === undefined || nearest === undefined || first === nearest) return sorted
  const isClear = distance(nearest) < distance(first) * (1 - NEARER_SHARE) - NEARER_MS
  return isClear ? sorted : [first, ...sorted.filter((url) => url !== first)]
}
