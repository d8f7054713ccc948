/** One version of a package in one file, wherever it is installed there. */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import { entriesOf } from '../listing.ts'
import type { Listing, LockedPackage } from '../lockfile.ts'

export interface Installed {
  readonly first: LockedPackage
  /** Positions in the file's list. */
  readonly indices: readonly number[]
  readonly direct: boolean | null
  readonly scope: DependencyScope
}

/** In the file's order. @param isWanted whether one is of interest; then all of its version are */
export function groupInstalled(
  packages: Listing<LockedPackage>,
  isWanted: (one: LockedPackage) => boolean = () => true,
): Installed[] {
  const groups = new Map<string, number[]>()
  for (const one of packages) if (isWanted(one)) groups.set(keyOf(one), [])
  if (groups.size === 0) return []
  for (const [position, one] of entriesOf(packages)) groups.get(keyOf(one))?.push(position)
  return [...groups.values()].map((indices) => {
    const members = indices.map((index) => packages.at(index)!)
    return { first: members[0]!, indices, direct: directOf(members), scope: scopeOf(members) }
  })
}

function keyOf({ ecosystem, name, version, source }: LockedPackage): string {
  return `${ecosystem}\n${name}\n${version}\n${source.kind}`
}

function directOf(members: readonly LockedPackage[]): boolean | null {
  if (members.some((one) => one.direct === true)) return true
  return members.some((one) => one.direct === null) ? null : false
}

/** The scope that reaches furthest. */
const REACH: readonly DependencyScope[] = ['prod', 'unknown', 'optional', 'peer', 'build', 'test', 'dev']

function scopeOf(members: readonly LockedPackage[]): DependencyScope {
  const scopes = new Set(members.map((one) => one.scope))
  return REACH.find((scope) => scopes.has(scope)) ?? 'unknown'
}
