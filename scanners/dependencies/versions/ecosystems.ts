/** The one table from OSV's ecosystems to version orderings; `ecosystems.json` is its data. */
import { alpine } from './alpine.ts'
import { debian } from './debian.ts'
import table from './ecosystems.json' with { type: 'json' }
import { maven } from './maven.ts'
import { nuget } from './nuget.ts'
import { cran, hackage } from './numeric.ts'
import type { Ordering } from './ordering.ts'
import { packagist } from './packagist.ts'
import { pep440 } from './pep440.ts'
import { pub } from './pub.ts'
import { rpm } from './rpm.ts'
import { rubygems } from './rubygems.ts'
import { semver } from './semver.ts'

export const ORDERINGS: readonly Ordering[] = [
  semver,
  pep440,
  maven,
  rubygems,
  nuget,
  packagist,
  debian,
  alpine,
  rpm,
  cran,
  hackage,
  pub,
]

const byEcosystem: ReadonlyMap<string, Ordering> = new Map(
  ORDERINGS.flatMap((ordering) =>
    (table as Record<string, readonly string[]>)[ordering.id]!.map((name) => [name, ordering] as const),
  ),
)

/** By OSV's name, with or without a suffix (`Debian:12`, `Packagist:https://…`). `undefined`: no order is defined. */
export function orderingOf(ecosystem: string): Ordering | undefined {
  return byEcosystem.get(ecosystemBase(ecosystem))
}

/** The name without its suffix. */
export function ecosystemBase(ecosystem: string): string {
  const colon = ecosystem.indexOf(':')
  return colon === -1 ? ecosystem : ecosystem.slice(0, colon)
}

export function orderedEcosystems(): readonly string[] {
  return [...byEcosystem.keys()].sort()
}

/** `undefined` where either text has no place in the order. */
export function compareVersions(ordering: Ordering, a: string, b: string): number | undefined {
  const left = ordering.parse(a)
  const right = ordering.parse(b)
  return left === undefined || right === undefined ? undefined : ordering.compare(left, right)
}
