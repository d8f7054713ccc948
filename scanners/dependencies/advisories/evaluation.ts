/**
 * Is this version affected? The evaluation of the OSV schema
 * (https://ossf.github.io/osv-schema/#evaluation), clause by clause.
 */
import { orderingOf } from '../versions/ecosystems.ts'
import type { Ordering } from '../versions/ordering.ts'
import { semver } from '../versions/semver.ts'
import type { Affected, AffectedRange, RangeEvent } from './record.ts'

/** `unknown`: a range decides, and the version (or an event of the range) has no place in its order. */
export type Answer = 'affected' | 'not-affected' | 'unknown'

/** `versions` or any range; one that is affected decides, one that is unknown keeps the rest from clearing it. */
export function evaluate(affected: Affected, version: string): Answer {
  if (affected.versions.includes(version)) return 'affected'
  let answer: Answer = 'not-affected'
  let compared = false
  for (const range of affected.ranges) {
    if (range.type === 'GIT') continue
    compared = true
    const one = evaluateRange(range, version, orderingOfRange(range, affected.ecosystem))
    if (one === 'affected') return one
    if (one === 'unknown') answer = one
  }
  return compared ? answer : evaluateList(affected, version)
}

/** Commits have no order without their repository: only a commit that is itself an event is known. */
export function evaluateCommit(range: AffectedRange, commit: string): Answer {
  for (const event of range.events) {
    if (event.version !== commit) continue
    return event.kind === 'introduced' || event.kind === 'last_affected' ? 'affected' : 'not-affected'
  }
  return 'unknown'
}

/** Versions that end the range the version is in, as the record writes them. */
export function fixesFor(affected: Affected, version: string): string[] {
  const fixes: string[] = []
  for (const range of affected.ranges) {
    const ordering = range.type === 'GIT' ? undefined : orderingOfRange(range, affected.ecosystem)
    const key = ordering?.parse(version)
    if (!ordering || key === undefined) continue
    for (const event of range.events) {
      if (event.kind !== 'fixed') continue
      const fixed = ordering.parse(event.version)
      if (fixed !== undefined && ordering.compare(fixed, key) > 0) fixes.push(event.version)
    }
  }
  return fixes
}

function orderingOfRange(range: AffectedRange, ecosystem: string): Ordering | undefined {
  return range.type === 'SEMVER' ? semver : orderingOf(ecosystem)
}

interface Placed {
  readonly kind: RangeEvent['kind']
  /** `lowest` is the "0" of introduced, `highest` the "*" of limit. */
  readonly key:
    | { readonly at: 'lowest' }
    | { readonly at: 'highest' }
    | { readonly at: 'version'; readonly key: unknown }
}

function evaluateRange(range: AffectedRange, version: string, ordering: Ordering | undefined): Answer {
  const key = ordering?.parse(version)
  const events = range.events.map((event) => place(event, ordering))
  // Everything from the beginning and without an end holds every version, whatever its shape.
  if (
    events.length > 0 &&
    events.every((event) => event?.kind === 'introduced' && event.key.at === 'lowest')
  ) {
    return 'affected'
  }
  if (!ordering || key === undefined || events.includes(undefined)) return 'unknown'
  const placed = events as Placed[]
  const compare = (event: Placed) =>
    event.key.at === 'version' ? ordering.compare(key, event.key.key) : event.key.at === 'lowest' ? 1 : -1
  const limits = placed.filter((event) => event.kind === 'limit')
  if (limits.length > 0 && !limits.some((limit) => compare(limit) < 0)) return 'not-affected'
  return isIncluded(placed, compare, ordering) ? 'affected' : 'not-affected'
}

function isIncluded(
  events: readonly Placed[],
  compare: (event: Placed) => number,
  ordering: Ordering,
): boolean {
  let vulnerable = false
  for (const event of events.toSorted((a, b) => comparePlaces(a, b, ordering))) {
    const order = compare(event)
    if (event.kind === 'introduced' && order >= 0) vulnerable = true
    else if (event.kind === 'fixed' && order >= 0) vulnerable = false
    else if (event.kind === 'last_affected' && order > 0) vulnerable = false
  }
  return vulnerable
}

function comparePlaces(a: Placed, b: Placed, ordering: Ordering): number {
  if (a.key.at === 'version' && b.key.at === 'version') return ordering.compare(a.key.key, b.key.key)
  const rank = { lowest: 0, version: 1, highest: 2 }
  return rank[a.key.at] - rank[b.key.at]
}

function place(event: RangeEvent, ordering: Ordering | undefined): Placed | undefined {
  if (event.kind === 'introduced' && event.version === '0') return { kind: event.kind, key: { at: 'lowest' } }
  if (event.kind === 'limit' && event.version === '*') return { kind: event.kind, key: { at: 'highest' } }
  const key = ordering?.parse(event.version)
  return key === undefined ? undefined : { kind: event.kind, key: { at: 'version', key } }
}

/** A list without ranges names versions; another spelling of a listed one is that version. */
function evaluateList(affected: Affected, version: string): Answer {
  const ordering = orderingOf(affected.ecosystem)
  const key = ordering?.parse(version)
  if (!ordering || key === undefined) return 'not-affected'
  const isListed = affected.versions.some((listed) => {
    const other = ordering.parse(listed)
    return other !== undefined && ordering.compare(other, key) === 0
  })
  return isListed ? 'affected' : 'not-affected'
}
