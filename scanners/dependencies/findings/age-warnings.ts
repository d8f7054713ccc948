/** Versions younger than the cool-down that policy asks for: most malware is found in its first days. */
import type { Timestamp } from '../../../src/base/time.ts'
import { formatTimestamp } from '../../../src/base/time.ts'
import type { Finding } from '../../../src/gate/finding.ts'
import type { PublishDates } from '../inputs/package-facts.ts'
import { entriesOf } from '../listing.ts'
import type { ListedReading } from '../packages.ts'
import { ecosystemBase } from '../versions/ecosystems.ts'
import type { PackageOf } from './finding-package.ts'
import { labelOf } from './paths.ts'

export function ageWarnings(
  reading: ListedReading,
  published: ReadonlyMap<string, PublishDates>,
  now: Timestamp,
  coolDownMs: number,
  packageOf: PackageOf,
): Finding[] {
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const [position, one] of entriesOf(reading.packages)) {
    const label = labelOf(one)
    const date = published.get(ecosystemBase(one.ecosystem))?.(one.name, one.version)
    if (one.source.kind !== 'registry' || date === undefined || date <= now - coolDownMs) continue
    if (seen.has(label)) continue
    seen.add(label)
    findings.push({
      rule: 'younger-than-cool-down',
      severity: 'medium',
      confidence: 'high',
      title: `${label} is younger than the cool-down`,
      message: `${label} was published at ${formatTimestamp(date as Timestamp)}; policy wants versions of at least ${Math.round(coolDownMs / 3_600_000)} hours. Take an older one, or wait.`,
      path: reading.path,
      line: one.line,
      column: one.column ?? 1,
      endLine: one.endLine,
      package: packageOf(position),
      advisory: null,
      identity: ['young', one.ecosystem, one.name, one.version],
    })
  }
  return findings
}
