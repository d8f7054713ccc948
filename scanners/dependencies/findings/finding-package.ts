/** What a warning says of the package that it is about, so that policy can name it, and people see how it comes in. */
import type { FindingPackage } from '../../../src/gate/finding.ts'
import type { ListedReading } from '../packages.ts'
import { findPaths, shortestPaths } from './paths.ts'

/** By the package's position in its lockfile. */
export type PackageOf = (position: number) => FindingPackage

/** For the packages of one lockfile; its paths are searched with the first that is asked for. */
export function describePackages({ packages, edges }: ListedReading): PackageOf {
  const paths = findPaths(packages, edges)
  return (position) => {
    const { ecosystem, name, version, direct, scope } = packages.at(position)!
    return { ecosystem, name, version, direct, scope, paths: shortestPaths([position], paths), fix: null }
  }
}
