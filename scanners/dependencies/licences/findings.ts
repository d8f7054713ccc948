/** What policy says of each package's licence: a finding for each that is refused, and for each licence that is unknown. */
import type { Finding } from '../../../src/gate/finding.ts'
import type { PackageOf } from '../findings/finding-package.ts'
import { labelOf } from '../findings/paths.ts'
import { entriesOf } from '../listing.ts'
import type { LockedPackage } from '../lockfile.ts'
import type { ListedReading } from '../packages.ts'
import { evaluateLicence, type LicencePolicy } from './expression.ts'
import type { InstalledLicences } from './installed.ts'

export interface LicenceSettings extends LicencePolicy {
  readonly exceptions: readonly LicenceException[]
}

export interface LicenceException {
  /** `npm/name` or `npm/name@version`. */
  readonly package: string
  readonly reason: string
}

export async function licenceFindings(
  reading: ListedReading,
  settings: LicenceSettings,
  installed: InstalledLicences,
  packageOf: PackageOf,
): Promise<Finding[]> {
  const groups = new Map<string, Group>()
  for (const [position, one] of entriesOf(reading.packages)) {
    if (one.source.kind === 'workspace' || isExcepted(one, settings.exceptions)) continue
    const licence = one.licence ?? (await installed.of(one)) ?? ''
    const answer = evaluateLicence(licence, settings)
    if (answer === 'allowed') continue
    // A refused one stands alone, so that what a change adds to others is new; of unknown ones there may be hundreds.
    const key = answer === 'unknown' ? `\n${licence}` : `${one.ecosystem}\n${one.name}\n${licence}`
    const group = groups.get(key)
    if (group) group.packages.push(one)
    else groups.set(key, { answer, licence, packages: [one], position })
  }
  return [...groups.values()].map((group) => toFinding(reading, group, packageOf))
}

interface Group {
  readonly answer: 'unknown' | 'not-allowed'
  readonly licence: string
  readonly packages: LockedPackage[]
  /** Of the first. */
  readonly position: number
}

function isExcepted(one: LockedPackage, exceptions: readonly LicenceException[]): boolean {
  const name = `${one.ecosystem}/${one.name}`
  return exceptions.some(({ package: named }) => named === name || named === `${name}@${one.version}`)
}

function toFinding(
  { path }: ListedReading,
  { answer, licence, packages, position }: Group,
  packageOf: PackageOf,
): Finding {
  const first = packages[0]!
  const some = packages.slice(0, 5).map(labelOf).join(', ')
  const who = packages.length > 5 ? `${some} and ${packages.length - 5} more` : some
  const what = licence === '' ? 'no licence that is recorded' : `the licence ${JSON.stringify(licence)}`
  const isUnknown = answer === 'unknown'
  return {
    rule: isUnknown ? 'licence-unknown' : 'licence-not-allowed',
    severity: isUnknown ? 'medium' : 'high',
    confidence: 'high',
    title: `${packages.length === 1 ? labelOf(first) : `${packages.length} packages`} with ${what}`,
    message: isUnknown
      ? `Policy cannot judge it: ${who}. Find out the licence, and name it in the policy's licences or make an exception with a reason.`
      : `Policy does not allow it: ${who}. Replace them, or make an exception with a reason.`,
    path,
    line: first.line,
    column: first.column ?? 1,
    endLine: first.endLine,
    package: isUnknown && packages.length > 1 ? null : packageOf(position),
    advisory: null,
    identity: ['licence', answer, licence, ...new Set(packages.map(({ name }) => name).sort())],
  }
}
