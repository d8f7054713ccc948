/** What is wrong with a lockfile itself, advisories aside. One finding a file and cause. */
import type { Finding } from '../../../src/gate/finding.ts'
import type { LockedPackage } from '../lockfile.ts'
import type { LockfileReading } from '../packages.ts'
import { isFromRegistry } from '../registry.ts'
import type { DependencySettings } from '../settings.ts'
import type { PackageOf } from './finding-package.ts'
import { labelOf } from './paths.ts'

export function warningFindings(
  reading: LockfileReading,
  { allowedRegistries, installScripts }: Pick<DependencySettings, 'allowedRegistries' | 'installScripts'>,
  packageOf: PackageOf,
): Finding[] {
  return [
    ...withoutIntegrity(reading),
    ...fromOtherRegistries(reading, allowedRegistries),
    ...withInstallScripts(reading, installScripts, packageOf),
    ...disagreements(reading),
  ]
}

function withoutIntegrity(reading: LockfileReading): Finding[] {
  const missing = reading.packages.filter((one) => one.integrity === false)
  const first = missing[0]
  if (!first) return []
  return [
    warning(reading, first, {
      rule: 'dependency-without-integrity',
      severity: 'low',
      title: `${count(missing.length, 'package')} without a checksum`,
      message: `The lockfile records no checksum for ${listOf(missing)}: another file under the same version would be installed unnoticed. Let the package manager write the lockfile anew.`,
      identity: ['integrity'],
    }),
  ]
}

function fromOtherRegistries(reading: LockfileReading, allowed: readonly string[] | undefined): Finding[] {
  if (!allowed) return []
  const byRegistry = new Map<string, LockedPackage[]>()
  for (const one of reading.packages) {
    const url = one.source.kind === 'registry' || one.source.kind === 'url' ? one.source.url : null
    if (url === null || allowed.some((registry) => isFromRegistry(url, registry))) continue
    const others = byRegistry.get(url)
    if (others) others.push(one)
    else byRegistry.set(url, [one])
  }
  return [...byRegistry].map(([url, packages]) =>
    warning(reading, packages[0]!, {
      rule: 'registry-not-allowed',
      severity: 'high',
      title: `${count(packages.length, 'package')} from ${url}, which policy does not allow`,
      message: `${listOf(packages)}: allowed are ${allowed.join(', ') || 'none'}. Point the package manager to an allowed registry and write the lockfile anew.`,
      identity: ['registry', url],
    }),
  )
}

/** By name, so that another version of a package that had a script before is no new finding. */
function withInstallScripts(
  reading: LockfileReading,
  allowed: readonly string[],
  packageOf: PackageOf,
): Finding[] {
  const first = new Map<string, LockedPackage>()
  for (const one of reading.packages) {
    if (one.hasInstallScript !== true || one.source.kind === 'workspace') continue
    if (!allowed.includes(one.name) && !first.has(one.name)) first.set(one.name, one)
  }
  return [...first.values()].map((one) => ({
    ...warning(reading, one, {
      rule: 'install-script',
      severity: 'low',
      title: `${labelOf(one)} runs a script when it is installed`,
      message: `${labelOf(one)} runs code of its own on every machine that installs it. Install without scripts, or name it in the setting install-scripts.`,
      identity: ['install-script', one.ecosystem, one.name],
    }),
    package: packageOf(one),
  }))
}

function disagreements(reading: LockfileReading): Finding[] {
  return (reading.disagreements ?? []).map(({ line, name, message }) => ({
    ...bare(reading, line, line, 1),
    rule: 'lockfile-disagrees-with-manifest',
    severity: 'medium',
    title: message,
    message: `${message}. What is installed is not what the manifest says; run the package manager and commit the lockfile.`,
    identity: ['disagreement', name],
  }))
}

type WarningText = Pick<Finding, 'rule' | 'severity' | 'title' | 'message' | 'identity'>

function warning(reading: LockfileReading, first: LockedPackage, text: WarningText): Finding {
  return { ...bare(reading, first.line, first.endLine, first.column ?? 1), ...text }
}

function bare(reading: LockfileReading, line: number, endLine: number, column: number) {
  return {
    confidence: 'high',
    path: reading.path,
    line,
    column,
    endLine,
    package: null,
    advisory: null,
  } as const
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function listOf(packages: readonly LockedPackage[]): string {
  const some = packages.slice(0, 5).map(labelOf).join(', ')
  return packages.length > 5 ? `${some} and ${packages.length - 5} more` : some
}
