/** Known vulnerabilities and other weaknesses of what the tree depends on, by its lockfiles. */
import { messageOf } from '../../src/base/errors.ts'
import type { Exploitation } from '../../src/gate/finding.ts'
import type { ScanInput, Scanner, ScanOutput } from '../../src/gate/scanner.ts'
import { cvesOf, withExploitation } from './findings/exploitation.ts'
import { groupByUpgrade, type Upgrade } from './findings/upgrades.ts'
import type { Vulnerability } from './findings/vulnerability.ts'
import { readExploitation } from './inputs/exploitation.ts'
import { readScanInputs, type ScanInputs } from './inputs/scan-inputs.ts'
import { isWanted } from './inventory.ts'
import { judgeLockfiles } from './judgement.ts'
import { isInstalledMetadata } from './licences/installed.ts'
import { formatOfPath } from './packages.ts'
import { isRegistryConfiguration } from './registries/configured.ts'
import { type DependencySettings, readSettings } from './settings.ts'
import { missingInputs, type SkippedRule, skippedRules } from './skipped-rules.ts'

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
  const settings = await readSettings(input.settings)
  if (!input.files.some((file) => formatOfPath(file.path))) return nothingToRead()
  const inputs = await readScanInputs(input.ports.advisories?.folder, settings.vex, input.files)
  const judged = await judgeLockfiles(input, inputs, settings)
  const { vulnerabilities, gaps } = applyExploitation(judged.vulnerabilities, inputs, settings)
  const skipped = skippedRules(judged.ecosystems, inputs, settings)
  sayAloud(input, skipped)
  const upgrades = groupByUpgrade(vulnerabilities)
  const facts: DependencyFacts = { upgrades, skippedRules: skipped, inputs: inputs.sources }
  const missed = [...judged.gaps, ...inputs.gaps, ...gaps, ...missingInputs(inputs, settings)]
  return {
    findings: [...vulnerabilities.map(({ finding }) => finding), ...judged.warnings],
    fileErrors: judged.fileErrors,
    advisories: judged.sources,
    remedies: upgrades.filter(({ ends }) => ends > 1).map(({ text }) => text),
    facts,
    ...(missed.length === 0 ? {} : { incomplete: missed.join('; ') }),
  }
}

function nothingToRead(): ScanOutput {
  return { findings: [], fileErrors: [], skipped: 'there is no lockfile' }
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

function sayAloud(input: ScanInput, skipped: readonly SkippedRule[]): void {
  for (const { rule, reason } of skipped) {
    input.diagnostics.log('info', 'rule skipped', { scanner: 'dependencies', rule, reason })
  }
}
