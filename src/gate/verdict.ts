/**
 * From findings and statuses to a verdict. Undecided comes first: where something did not run, nobody
 * knows whether the change is clean, and a failed verdict would hide that. Adding a finding or a
 * worse status never makes a verdict better.
 */
import { parseTimestamp, type Timestamp } from '../base/time.ts'
import type { Confidence, Severity } from './finding.ts'
import type { FingerprintedFinding } from './fingerprint.ts'
import type { GatePolicy, Threshold } from './policy/schema.ts'
import { type FindingState, REASON_EFFECTS, type Reason, type Trouble, type Verdict } from './report.ts'
import type { ScannerResult } from './scanner.ts'
import { isAtLeast, type RankedSeverity } from './severity.ts'

export interface Judgement {
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
  /** Fingerprints of the findings that block. */
  readonly blocking: ReadonlySet<string>
}

export interface VerdictInput {
  readonly policy: GatePolicy
  readonly results: readonly ScannerResult[]
  readonly findings: readonly (FingerprintedFinding & { readonly state: FindingState })[]
  /** Places of the tree that could not be looked at. */
  readonly problems: number
  readonly troubles: readonly Trouble[]
  /** The folder given with `--advisories` is not there. */
  readonly advisoriesMissing: boolean
  readonly maxAdvisoryAgeMs: number | undefined
  readonly now: Timestamp
}

export function judge(input: VerdictInput): Judgement {
  const blocking = findBlocking(input)
  const reasons = [
    ...input.troubles,
    ...missingReasons(input),
    ...input.results.flatMap((result) => statusReasons(result, input.policy)),
    ...advisoryReasons(input),
    ...blockingReasons(input, blocking),
  ]
  return { verdict: verdictOf(reasons), reasons, blocking }
}

function verdictOf(reasons: readonly Reason[]): Verdict {
  const effects = reasons.map((reason) => REASON_EFFECTS[reason.code])
  if (effects.includes('undecided')) return 'undecided'
  return effects.includes('failed') ? 'failed' : 'passed'
}

const SURENESS: Readonly<Record<Confidence, number>> = { high: 2, medium: 1, low: 0 }

function findBlocking({ policy, findings }: VerdictInput): Set<string> {
  const blocking = new Set<string>()
  const counted = new Map<string, string[]>()
  for (const finding of findings) {
    if (finding.state === 'suppressed') continue
    if (finding.state === 'existing' && policy.block === 'new') continue
    if (SURENESS[finding.confidence] < SURENESS[policy.confidence]) continue
    const severity = ranked(finding.severity, policy)
    const threshold = thresholdOf(finding.scanner, policy)
    if (typeof threshold !== 'string') {
      if (threshold[severity] === undefined) continue
      const key = `${finding.scanner} ${severity}`
      counted.set(key, [...(counted.get(key) ?? []), finding.fingerprint])
    } else if (threshold !== 'never' && isAtLeast(severity, threshold)) blocking.add(finding.fingerprint)
  }
  for (const [key, fingerprints] of counted) {
    const [scanner, severity] = key.split(' ') as [string, RankedSeverity]
    const threshold = thresholdOf(scanner, policy)
    const most = typeof threshold === 'string' ? 0 : (threshold[severity] ?? 0)
    if (fingerprints.length > most) for (const fingerprint of fingerprints) blocking.add(fingerprint)
  }
  return blocking
}

function ranked(severity: Severity, policy: GatePolicy): RankedSeverity {
  return severity === 'unknown' ? policy.unknownSeverity : severity
}

/** What the policy lets through of a scanner. */
export function thresholdOf(scanner: string, policy: GatePolicy): Threshold {
  const own = Object.hasOwn(policy.thresholds, scanner) ? policy.thresholds[scanner] : undefined
  return own ?? policy.thresholds['default'] ?? 'high'
}

function missingReasons({ policy, results, problems, advisoriesMissing }: VerdictInput): Reason[] {
  const reasons: Reason[] = []
  for (const id of policy.require) {
    if (!results.some((result) => result.id === id)) {
      reasons.push({
        code: 'scanner-missing',
        scanner: id,
        message: `the policy requires ${id}, which was not run`,
      })
    }
  }
  if (problems > 0) {
    const what = problems === 1 ? 'one place' : `${problems} places`
    reasons.push({
      code: 'tree-incomplete',
      count: problems,
      message: `${what} of the tree could not be looked at`,
    })
  }
  if (advisoriesMissing) {
    reasons.push({ code: 'advisories-missing', message: 'the folder of advisories is not there' })
  }
  if (results.every((result) => result.files === 0)) {
    reasons.push({ code: 'nothing-to-scan', message: 'no scanner found a file that it reads' })
  }
  return reasons
}

function statusReasons(result: ScannerResult, policy: GatePolicy): Reason[] {
  const { id, status } = result
  const why = result.reason === undefined ? '' : `: ${result.reason}`
  if (status === 'partial' || status === 'failed') {
    const what = status === 'partial' ? 'did not see everything' : 'failed'
    const count = result.output.fileErrors.length
    return [
      {
        code: `scanner-${status}`,
        scanner: id,
        ...(count > 0 ? { count } : {}),
        message: `${id} ${what}${why}`,
      },
    ]
  }
  if (status !== 'skipped') return []
  if (!policy.require.includes(id)) return []
  return [{ code: 'scanner-skipped', scanner: id, message: `${id} was skipped${why}` }]
}

function advisoryReasons({ results, maxAdvisoryAgeMs, now }: VerdictInput): Reason[] {
  if (maxAdvisoryAgeMs === undefined) return []
  const reasons: Reason[] = []
  for (const result of results) {
    const old = (result.output.advisories ?? []).filter((source) =>
      isOlder(source.asOf, now, maxAdvisoryAgeMs),
    )
    if (old.length === 0) continue
    const which = old.map((source) => `${source.source} (${source.asOf ?? 'of unknown age'})`).join(', ')
    reasons.push({
      code: 'advisories-too-old',
      scanner: result.id,
      count: old.length,
      message: `advisories are older than the policy lets them be: ${which}`,
    })
  }
  return reasons
}

function isOlder(asOf: string | null, now: Timestamp, maxAgeMs: number): boolean {
  if (asOf === null) return true
  try {
    return now - parseTimestamp(asOf) > maxAgeMs
  } catch {
    // A source that cannot say when it is of is of no age that a policy can accept.
    return true
  }
}

function blockingReasons({ findings, results }: VerdictInput, blocking: ReadonlySet<string>): Reason[] {
  const counts = new Map<string, number>()
  for (const finding of findings) {
    if (blocking.has(finding.fingerprint)) counts.set(finding.scanner, (counts.get(finding.scanner) ?? 0) + 1)
  }
  const order = [...results.map((result) => result.id), ...counts.keys()]
  return [...new Set(order)].flatMap((scanner) => {
    const count = counts.get(scanner)
    if (count === undefined) return []
    const message = `${count} ${count === 1 ? 'finding' : 'findings'} of ${scanner} over the threshold`
    return [{ code: 'findings-over-threshold' as const, scanner, count, message }]
  })
}
