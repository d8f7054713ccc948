/** Known vulnerabilities and other weaknesses of what the tree depends on, by its lockfiles. */
import { messageOf } from '../../src/base/errors.ts'
import type { Exploitation, Finding } from '../../src/gate/finding.ts'
import type { ScanInput, Scanner, ScanOutput } from '../../src/gate/scanner.ts'
import { ageWarnings } from './findings/age-warnings.ts'
import { cvesOf, withExploitation } from './findings/exploitation.ts'
import { describePackages } from './findings/finding-package.ts'
import { groupInstalled, type Installed } from './findings/installed.ts'
import { nameWarnings } from './findings/name-warnings.ts'
import { findPaths } from './findings/paths.ts'
import { groupByUpgrade, type Upgrade } from './findings/upgrades.ts'
import { type Vulnerability, vulnerabilityFindings } from './findings/vulnerability.ts'
import { warningFindings } from './findings/warnings.ts'
import { readExploitation } from './inputs/exploitation.ts'
import { readScanInputs, type ScanInputs } from './inputs/scan-inputs.ts'
import { createSiblings, type Inventory, isWanted, readInventory } from './inventory.ts'
import { createInstalledLicences, isInstalledMetadata } from './licences/installed.ts'
import { type Matching, matchPackages } from './matching.ts'
import { formatOfPath, type LockfileReading } from './packages.ts'
import { isRegistryConfiguration, withConfiguredRegistries } from './registries/configured.ts'
import { type DependencySettings, decodeSettings } from './settings.ts'
import { missingInputs, type SkippedRule, skippedRules } from './skipped-rules.ts'
import { ecosystemBase } from './versions/ecosystems.ts'

/** What other scanners and reports may read of this one. */
export interface DependencyFacts {
  /** What to do, most urgent first. */
  readonly upgrades: readonly Upgrade[]
  readonly skippedRules: readonly SkippedRule[]
  /** What was judged by besides advisories. */
  readonly inputs: ScanInputs['sources']
}

export const dependenciesScanner: Scanner = {
  id: 'dependencies',
  title: 'Dependencies',
  needs: ['http', 'cache', 'advisories'],
  wants: (path) =>
    isWanted(path) || isVexPath(path) || isInstalledMetadata(path) || isRegistryConfiguration(path),
  scan,
}

/** Policy may name statements in the tree, by digest. */
function isVexPath(path: string): boolean {
  return /vex[^/]*\.json$/i.test(path)
}

async function scan(input: ScanInput): Promise<ScanOutput> {
  const settings = decodeSettings(input.settings)
  if (!input.files.some((file) => formatOfPath(file.path))) return nothingToRead()
  const inventory = await withConfiguredRegistries(
    await readInventory(input.files, input.signal),
    createSiblings(input.files),
  )
  const ecosystems = ecosystemsOf(inventory)
  const folder = input.ports.advisories?.folder
  const inputs = await readScanInputs(folder, ecosystems, settings.vex, input.files)
  const matching = await matchPackages(inventory.readings, input, settings)
  const clear = await clearingBy(inputs.vex)
  const found = inventory.readings.flatMap((reading) => vulnerabilitiesOf(reading, matching, clear))
  const { vulnerabilities, gaps } = applyExploitation(found, inputs, settings)
  const warnings = await warningsOf(inventory, input, inputs, settings)
  const skipped = skippedRules(ecosystems, inputs, settings)
  sayAloud(input, skipped)
  const upgrades = groupByUpgrade(vulnerabilities)
  const facts: DependencyFacts = { upgrades, skippedRules: skipped, inputs: inputs.sources }
  const missed = [...matching.gaps, ...inputs.gaps, ...gaps, ...missingInputs(inputs, settings)]
  return {
    findings: [...vulnerabilities.map(({ finding }) => finding), ...warnings],
    fileErrors: inventory.fileErrors,
    advisories: matching.sources,
    remedies: upgrades.filter(({ ends }) => ends > 1).map(({ text }) => text),
    facts,
    ...(missed.length === 0 ? {} : { incomplete: missed.join('; ') }),
  }
}

function nothingToRead(): ScanOutput {
  return { findings: [], fileErrors: [], skipped: 'there is no lockfile' }
}

function ecosystemsOf({ readings }: Inventory): Set<string> {
  const ecosystems = new Set<string>()
  for (const { packages } of readings) {
    let last = ''
    for (const { ecosystem } of packages) {
      if (ecosystem === last) continue
      last = ecosystem
      if (ecosystem !== '') ecosystems.add(ecosystemBase(ecosystem))
    }
  }
  return ecosystems
}

type Clear = (vulnerability: Vulnerability, installed: Installed) => Vulnerability

/** What reads package URLs is loaded where a statement names some. */
async function clearingBy(statements: ScanInputs['vex']): Promise<Clear> {
  if (statements.length === 0) return (vulnerability) => vulnerability
  const { clear } = await import('./findings/clearance.ts')
  return (vulnerability, installed) => clear(vulnerability, installed, statements)
}

function vulnerabilitiesOf(reading: LockfileReading, matching: Matching, clear: Clear): Vulnerability[] {
  const paths = findPaths(reading.packages, reading.edges)
  return groupInstalled(reading.packages).flatMap((installed) => {
    const advisories = matching.advisoriesOf(installed.first)
    if (advisories.length === 0) return []
    return vulnerabilityFindings(reading, installed, advisories, paths).map((one) => clear(one, installed))
  })
}

function applyExploitation(
  found: readonly Vulnerability[],
  inputs: ScanInputs,
  { raise }: DependencySettings,
): { readonly vulnerabilities: readonly Vulnerability[]; readonly gaps: readonly string[] } {
  let known: ReadonlyMap<string, Exploitation>
  try {
    known = readExploitation(cvesOf(found), inputs)
  } catch (error) {
    return { vulnerabilities: found, gaps: [messageOf(error)] }
  }
  if (known.size === 0) return { vulnerabilities: found, gaps: [] }
  return { vulnerabilities: found.map((one) => withExploitation(one, known, raise)), gaps: [] }
}

async function warningsOf(
  { readings }: Inventory,
  input: ScanInput,
  inputs: ScanInputs,
  settings: DependencySettings,
): Promise<Finding[]> {
  const paths = input.files.map(({ path }) => path)
  const installed = createInstalledLicences(paths, createSiblings(input.files))
  const findings: Finding[] = []
  for (const reading of readings) {
    const packageOf = describePackages(reading)
    findings.push(...warningFindings(reading, settings, packageOf))
    findings.push(...nameWarnings(reading, inputs.popular, packageOf))
    if (settings.coolDownMs !== undefined) {
      findings.push(...ageWarnings(reading, inputs.published, input.now, settings.coolDownMs, packageOf))
    }
    if (settings.licences) {
      const { licenceFindings } = await import('./licences/findings.ts')
      findings.push(...(await licenceFindings(reading, settings.licences, installed, packageOf)))
    }
  }
  return findings
}

function sayAloud(input: ScanInput, skipped: readonly SkippedRule[]): void {
  for (const { rule, reason } of skipped) {
    input.diagnostics.log('info', 'rule skipped', { scanner: 'dependencies', rule, reason })
  }
}
