/**
 * Lockfiles, judged a batch at a time: what is found in them is kept, and what was read is not, so that many take
 * little more memory than the largest of them.
 */
import type { Finding } from '../../src/gate/finding.ts'
import type { AdvisorySource, FileError, ScanInput } from '../../src/gate/scanner.ts'
import { ageWarnings } from './findings/age-warnings.ts'
import { describePackages } from './findings/finding-package.ts'
import { groupInstalled, type Installed } from './findings/installed.ts'
import { nameWarnings } from './findings/name-warnings.ts'
import { findPaths } from './findings/paths.ts'
import { type Vulnerability, vulnerabilityFindings } from './findings/vulnerability.ts'
import { warningFindings } from './findings/warnings.ts'
import type { ScanInputs } from './inputs/scan-inputs.ts'
import { createSiblings, readLockfiles } from './inventory.ts'
import { createInstalledLicences } from './licences/installed.ts'
import type { LockedPackage, Siblings } from './lockfile.ts'
import { type AdvisoriesOf, createMatcher } from './matching.ts'
import type { ListedReading } from './packages.ts'
import { configuredRegistries } from './registries/configured.ts'
import type { DependencySettings } from './settings.ts'
import { ecosystemBase } from './versions/ecosystems.ts'

export interface Judgement {
  readonly vulnerabilities: readonly Vulnerability[]
  readonly warnings: readonly Finding[]
  readonly fileErrors: readonly FileError[]
  /** Those of the packages, without suffixes. */
  readonly ecosystems: ReadonlySet<string>
  /** Why there may be more than was found; a sentence each. */
  readonly gaps: readonly string[]
  readonly sources: readonly AdvisorySource[]
}

export async function judgeLockfiles(
  input: ScanInput,
  inputs: ScanInputs,
  settings: DependencySettings,
): Promise<Judgement> {
  const siblings = createSiblings(input.files)
  const matcher = createMatcher(input, settings)
  const clear = await clearingBy(inputs.vex)
  const warningsOf = createWarnings(input, inputs, settings, siblings)
  const vulnerabilities: Vulnerability[] = []
  const warnings: Finding[] = []
  const fileErrors: FileError[] = []
  const ecosystems = new Set<string>()
  for await (const batch of readBatches(input, siblings, matcher.batch, fileErrors)) {
    for (const reading of batch) addEcosystems(reading, ecosystems)
    await inputs.readAbout(ecosystems)
    const advisoriesOf = await matcher.match(batch)
    for (const reading of batch) {
      for (const one of vulnerabilitiesOf(reading, advisoriesOf, clear)) vulnerabilities.push(one)
      for (const one of await warningsOf(reading)) warnings.push(one)
    }
  }
  const [gaps, sources] = [matcher.gaps(), matcher.sources()]
  return { vulnerabilities, warnings, fileErrors, ecosystems, gaps, sources }
}

/** @param most packages: a batch is handed over with the lockfile that reaches it */
async function* readBatches(
  input: ScanInput,
  siblings: Siblings,
  most: number,
  fileErrors: FileError[],
): AsyncGenerator<readonly ListedReading[]> {
  const configure = configuredRegistries(siblings)
  let batch: ListedReading[] = []
  let packages = 0
  for await (const reading of readLockfiles(input.files, input.signal, fileErrors)) {
    batch.push(await configure(reading))
    packages += reading.packages.length
    if (packages < most) continue
    yield batch
    batch = []
    packages = 0
  }
  yield batch
}

function addEcosystems({ packages }: ListedReading, into: Set<string>): void {
  let last = ''
  for (const { ecosystem } of packages) {
    if (ecosystem === last) continue
    last = ecosystem
    if (ecosystem !== '') into.add(ecosystemBase(ecosystem))
  }
}

type Clear = (vulnerability: Vulnerability, installed: Installed) => Vulnerability

/** What reads package URLs is loaded where a statement names some. */
async function clearingBy(statements: ScanInputs['vex']): Promise<Clear> {
  if (statements.length === 0) return (vulnerability) => vulnerability
  const { clear } = await import('./findings/clearance.ts')
  return (vulnerability, installed) => clear(vulnerability, installed, statements)
}

function vulnerabilitiesOf(
  reading: ListedReading,
  advisoriesOf: AdvisoriesOf,
  clear: Clear,
): Vulnerability[] {
  const paths = findPaths(reading.packages, reading.edges)
  const isAffected = (one: LockedPackage) => advisoriesOf(one).length > 0
  return groupInstalled(reading.packages, isAffected).flatMap((installed) => {
    const advisories = advisoriesOf(installed.first)
    if (advisories.length === 0) return []
    return vulnerabilityFindings(reading, installed, advisories, paths).map((one) => clear(one, installed))
  })
}

function createWarnings(
  { files, now }: ScanInput,
  inputs: ScanInputs,
  settings: DependencySettings,
  siblings: Siblings,
): (reading: ListedReading) => Promise<Finding[]> {
  const paths = files.map(({ path }) => path)
  const installed = createInstalledLicences(paths, siblings)
  return async (reading) => {
    const packageOf = describePackages(reading)
    const findings = [
      ...warningFindings(reading, settings, packageOf),
      ...nameWarnings(reading, inputs.popular, packageOf),
    ]
    if (settings.coolDownMs !== undefined) {
      findings.push(...ageWarnings(reading, inputs.published, now, settings.coolDownMs, packageOf))
    }
    if (settings.licences) {
      const { licenceFindings } = await import('./licences/findings.ts')
      findings.push(...(await licenceFindings(reading, settings.licences, installed, packageOf)))
    }
    return findings
  }
}
