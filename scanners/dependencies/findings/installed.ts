/** One version of a package in one file, wherever it is installed there. */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockedPackage } from '../lockfile.ts'

export interface Installed {
  readonly first: LockedPackage
  /** Positions in the file's list. */
  readonly indices: readonly number[]
  readonly direct: boolean | null
  readonly scope: DependencyScope
}

/** In the file's order. */
export function groupInstalled(packages: readonly LockedPackage[]): Installed[] {
  const groups = new Map<string, number[]>()
  for (const [index, one] of packages.entries()) {
    const key = `${one.ecosystem}\n${one.name}\n${one.version}\n${one.source.kind}`
    const group = groups.get(key)
    if (group) group.push(index)
    else groups.set(key, [index])
  }
  return [...groups.values()].map((indices) => {
    const members = indices.map((index) => packages[index]!)
    return { first: members[0]!, indices, direct: directOf(members), scope: scopeOf(members) }
  })
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
