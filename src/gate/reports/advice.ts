/** Words that several reports share: what a finding is about, how it got there, what to do. */
import type { Exploitation } from '../finding.ts'
import type { ReportedFinding } from '../report.ts'
import { compareSeverity } from '../severity.ts'

/** Blocking first, then new before existing before suppressed, worst first, what attackers use or likely will first. */
export function byUrgency(a: ReportedFinding, b: ReportedFinding): number {
  const states = { new: 0, existing: 1, suppressed: 2 } as const
  return (
    Number(b.blocking) - Number(a.blocking) ||
    states[a.state] - states[b.state] ||
    compareSeverity(a.severity, b.severity) ||
    compareExploitation(a.advisory?.exploitation, b.advisory?.exploitation)
  )
}

function compareExploitation(a: Exploitation | undefined, b: Exploitation | undefined): number {
  const isKnown = (one: Exploitation | undefined) => Number((one?.knownSince ?? null) !== null)
  return isKnown(b) - isKnown(a) || (b?.probability ?? 0) - (a?.probability ?? 0)
}

/** `lodash 4.17.15` */
export function packageText(finding: ReportedFinding): string | undefined {
  const { package: about } = finding
  return about ? `${about.name} ${about.version}`.trim() : undefined
}

/** The title, with the package before it where the title does not name it. */
export function subjectText(finding: ReportedFinding): string {
  const { package: about, title } = finding
  return about === null || title.includes(about.name) ? title : `${packageText(finding)}: ${title}`
}

/** `express@4.0.0 › qs@0.6.6`, for a package that something else brings in. */
export function pathText(finding: ReportedFinding): string | undefined {
  const shortest = finding.package?.paths[0]
  return shortest !== undefined && shortest.length > 1 ? shortest.join(' › ') : undefined
}

/** `upgrade express to 4.21.2`, `upgrade express@4.17.1, which holds it back, or force qs 6.7.3` */
export function fixText(finding: ReportedFinding): string | undefined {
  const { package: about, advisory } = finding
  if (about?.fix) {
    const { name, version, heldBackBy } = about.fix
    return heldBackBy === undefined
      ? `upgrade ${name} to ${version}`
      : `upgrade ${heldBackBy}, which holds it back, or force ${name} ${version}`
  }
  const fixed = advisory?.fixed ?? []
  if (about && fixed.length > 0) return `${about.name} is mended in ${fixed.join(', ')}`
  // OSV's ids of malicious packages: no upgrade mends what has already run.
  if (about && advisory?.id.startsWith('MAL-'))
    return `remove ${about.name}, and rotate every secret it could read`
  if (about && advisory) return `no version of ${about.name} mends it yet`
  return undefined
}

export function placeText(finding: ReportedFinding): string {
  return `${finding.path}:${finding.line}:${finding.column}`
}

/** `3 critical, 1 low` */
export function countText(findings: readonly ReportedFinding[]): string {
  const counts = new Map<string, number>()
  const sorted = [...findings].sort((a, b) => compareSeverity(a.severity, b.severity))
  for (const { severity } of sorted) counts.set(severity, (counts.get(severity) ?? 0) + 1)
  return [...counts].map(([severity, count]) => `${count} ${severity}`).join(', ') || 'none'
}

/** Cuts at a code point, with an ellipsis. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const cut = text.slice(0, Math.max(0, maxLength - 1))
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
