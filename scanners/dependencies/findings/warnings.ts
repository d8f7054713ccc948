/**
 * What is wrong with a lockfile itself, advisories aside. One finding for each package, so that what a change adds to
 * others of the same kind is new.
 */
import type { Finding } from '../../../src/gate/finding.ts'
import { entriesOf } from '../listing.ts'
import type { LockedPackage } from '../lockfile.ts'
import type { ListedReading } from '../packages.ts'
import { isFromRegistry } from '../registry.ts'
import type { DependencySettings } from '../settings.ts'
import type { PackageOf } from './finding-package.ts'
import { labelOf } from './paths.ts'

export function warningFindings(
  reading: ListedReading,
  { allowedRegistries, installScripts }: Pick<DependencySettings, 'allowedRegistries' | 'installScripts'>,
  packageOf: PackageOf,
): Finding[] {
  return [
    ...withoutIntegrity(reading, packageOf),
    ...fromOtherRegistries(reading, allowedRegistries, packageOf),
    ...askingOtherRegistries(reading, allowedRegistries),
    ...withInstallScripts(reading, installScripts, packageOf),
    ...disagreements(reading),
  ]
}

/** Beyond it the tool that wrote the lockfile is the cause, as some versions of npm leave checksums out. */
const MOST_WITHOUT_INTEGRITY = 20

function withoutIntegrity(reading: ListedReading, packageOf: PackageOf): Finding[] {
  let count = 0
  const missing: Placed[] = []
  for (const [position, one] of entriesOf(reading.packages)) {
    if (one.integrity !== false) continue
    if (++count <= MOST_WITHOUT_INTEGRITY) missing.push({ one, position })
  }
  const isOneCause = count > MOST_WITHOUT_INTEGRITY
  const told = isOneCause ? missing.slice(0, 1) : onePerName(missing)
  return told.map(({ one, position }) => ({
    ...warning(reading, one, {
      rule: 'dependency-without-integrity',
      severity: 'low',
      title: isOneCause ? `${count} packages without a checksum` : `${labelOf(one)} without a checksum`,
      message: `The lockfile records no checksum for ${isOneCause ? listOf(missing, count) : labelOf(one)}: another file under the same version would be installed unnoticed. Let the package manager write the lockfile anew.`,
      identity: isOneCause ? ['integrity'] : ['integrity', one.ecosystem, one.name],
    }),
    package: isOneCause ? null : packageOf(position),
  }))
}

function fromOtherRegistries(
  reading: ListedReading,
  allowed: readonly string[] | undefined,
  packageOf: PackageOf,
): Finding[] {
  if (!allowed) return []
  const told = new Set<string>()
  const findings: Finding[] = []
  for (const [position, one] of entriesOf(reading.packages)) {
    const url = one.source.kind === 'registry' || one.source.kind === 'url' ? one.source.url : null
    if (url === null || allowed.some((registry) => isFromRegistry(url, registry))) continue
    const identity = ['registry', url, one.ecosystem, one.name]
    if (told.size === told.add(identity.join('\n')).size) continue
    const text: WarningText = {
      rule: 'registry-not-allowed',
      severity: 'high',
      title: `${labelOf(one)} is from ${url}, which policy does not allow`,
      message: `${labelOf(one)} is from ${url}; allowed are ${allowed.join(', ') || 'none'}. Point the package manager to an allowed registry and write the lockfile anew.`,
      identity,
    }
    findings.push({ ...warning(reading, one, text), package: packageOf(position) })
  }
  return findings
}

/** What such a registry answers with takes the place of what an allowed one has. */
function askingOtherRegistries(reading: ListedReading, allowed: readonly string[] | undefined): Finding[] {
  const asked = allowed ? (reading.registries ?? []) : []
  return asked.flatMap(({ url, line, endLine }) => {
    if (allowed!.some((registry) => isFromRegistry(url, registry))) return []
    return [
      {
        ...bare(reading, line, endLine, 1),
        rule: 'registry-not-allowed',
        severity: 'high',
        title: `packages may come from ${url}, which policy does not allow`,
        message: `The package manager is told to ask ${url} besides the default; allowed are ${allowed!.join(', ') || 'none'}. Remove it, or let a registry that is allowed stand in for it.`,
        identity: ['registry', url],
      },
    ]
  })
}

/** By name, so that another version of a package that had a script before is no new finding. */
function withInstallScripts(
  reading: ListedReading,
  allowed: readonly string[],
  packageOf: PackageOf,
): Finding[] {
  const running: Placed[] = []
  for (const [position, one] of entriesOf(reading.packages)) {
    if (one.hasInstallScript !== true || one.source.kind === 'workspace' || allowed.includes(one.name))
      continue
    running.push({ one, position })
  }
  return onePerName(running).map(({ one, position }) => ({
    ...warning(reading, one, {
      rule: 'install-script',
      severity: 'low',
      title: `${labelOf(one)} runs a script when it is installed`,
      message: `${labelOf(one)} runs code of its own on every machine that installs it. Install without scripts, or name it in the setting install-scripts.`,
      identity: ['install-script', one.ecosystem, one.name],
    }),
    package: packageOf(position),
  }))
}

function disagreements(reading: ListedReading): Finding[] {
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

function warning(reading: Pick<ListedReading, 'path'>, first: LockedPackage, text: WarningText): Finding {
  return { ...bare(reading, first.line, first.endLine, first.column ?? 1), ...text }
}

function bare(reading: Pick<ListedReading, 'path'>, line: number, endLine: number, column: number) {
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

interface Placed {
  readonly one: LockedPackage
  readonly position: number
}

/** The first of each name, whatever its version: another version is the same cause. */
function onePerName(packages: readonly Placed[]): Placed[] {
  const first = new Map<string, Placed>()
  for (const placed of packages) {
    const key = `${placed.one.ecosystem}\n${placed.one.name}`
    if (!first.has(key)) first.set(key, placed)
  }
  return [...first.values()]
}

/** @param count of all, of which the first are given */
function listOf(packages: readonly Placed[], count: number): string {
  const some = packages
    .slice(0, 5)
    .map(({ one }) => labelOf(one))
    .join(', ')
  return count > 5 ? `${some} and ${count - 5} more` : some
}
