/** From the candidates that a store has for some packages to what affects each of them. */
import { type Answer, evaluate, evaluateCommit } from './evaluation.ts'
import { packageKey, sameEcosystem } from './names.ts'
import type { Advisory, Affected } from './record.ts'
import type { Query } from './source.ts'
import type { AdvisoryStore, Candidate } from './store.ts'

export interface Found {
  /** The query's position. */
  readonly number: number
  readonly advisories: readonly Advisory[]
  /** Whether a record leaves the version open. */
  readonly undecided: boolean
}

/** In the order of the queries; those of packages that no record is about are left out. */
export function matchStore(
  store: AdvisoryStore,
  byKey: ReadonlyMap<string, readonly number[]>,
  queries: readonly Query[],
): Found[] {
  const found = [...store.known(new Set(byKey.keys()))].flatMap((key) => {
    // Read once for all versions of the package, which share the advisories then.
    const candidates = store.candidates(key)
    return byKey.get(key)!.map((number) => ({ number, ...matchOne(candidates, queries[number]!) }))
  })
  return found.sort((a, b) => a.number - b.number)
}

/** Positions of queries by {@link packageKey}. */
export function groupByKey(queries: readonly Query[], numbers: readonly number[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const number of numbers) {
    const { ecosystem, name } = queries[number]!
    const key = packageKey(ecosystem, name)
    const group = groups.get(key)
    if (group) group.push(number)
    else groups.set(key, [number])
  }
  return groups
}

function matchOne(
  candidates: readonly Candidate[],
  query: Query,
): { advisories: Advisory[]; undecided: boolean } {
  const advisories: Advisory[] = []
  let undecided = false
  for (const { advisory, affected } of candidates) {
    const answers = affected
      .filter((entry) => query.ecosystem === 'GIT' || sameEcosystem(entry.ecosystem, query.ecosystem))
      .map((entry) => evaluateQuery(entry, query))
    if (answers.includes('affected')) advisories.push(advisory)
    else if (answers.includes('unknown')) undecided = true
  }
  return { advisories, undecided }
}

/** A commit that no record names is left open by every record: that is no answer, and no gap. */
function evaluateQuery(entry: Affected, { ecosystem, version }: Query): Answer {
  if (ecosystem !== 'GIT') return evaluate(entry, version)
  if (entry.versions.includes(version)) return 'affected'
  const answers = entry.ranges
    .filter((range) => range.type === 'GIT')
    .map((range) => evaluateCommit(range, version))
  return answers.includes('affected') ? 'affected' : 'not-affected'
}
