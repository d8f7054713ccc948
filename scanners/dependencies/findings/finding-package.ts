/** What a warning says of the package that it is about, so that policy can name it, and people see how it comes in. */
import type { FindingPackage } from '../../../src/gate/finding.ts'
import type { LockedPackage } from '../lockfile.ts'
import type { LockfileReading } from '../packages.ts'
import { findPaths, shortestPaths } from './paths.ts'

export type PackageOf = (one: LockedPackage) => FindingPackage

/** For the packages of one lockfile; its paths are searched with the first that is asked for. */
export function describePackages({ packages, edges }: LockfileReading): PackageOf {
  const paths = findPaths(packages, edges)
  let positions: ReadonlyMap<LockedPackage, number> | undefined
  const positionOf = (one: LockedPackage) => {
    positions ??= new Map(packages.map((other, index) => [other, index]))
    return positions.get(one)!
  }
  return (one) => ({
    ecosystem: one.ecosystem,
    name: one.name,
    version: one.version,
    direct: one.direct,
    scope: one.scope,
    paths: shortestPaths(packages, [positionOf(one)], paths),
    fix: null,
  })
}
