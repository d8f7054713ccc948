/** The order of severities, and where the one outside the order stands. */
import type { Severity } from './finding.ts'

export type RankedSeverity = Exclude<Severity, 'unknown'>

const RANK: Readonly<Record<RankedSeverity, number>> = { critical: 4, high: 3, medium: 2, low: 1, none: 0 }

/** Worst first; `unknown` sorts behind `high`, before `medium`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return sortRank(b) - sortRank(a)
}

export function isAtLeast(severity: RankedSeverity, threshold: RankedSeverity): boolean {
  return RANK[severity] >= RANK[threshold]
}

function sortRank(severity: Severity): number {
  return severity === 'unknown' ? RANK.high - 0.5 : RANK[severity]
}
