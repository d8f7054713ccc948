/** Which suppression holds for which finding, and what is to be said about suppressions themselves. */
import type { Timestamp } from '../../base/time.ts'
import { compileGlob, type Glob, matchesGlob } from '../../repository/glob.ts'
import type { Finding } from '../finding.ts'
import type { FingerprintedFinding } from '../fingerprint.ts'
import { parseExpiry } from './expiry.ts'
import { type LoadedPolicy, POLICY_PATH } from './loaded-policy.ts'
import type { Suppression } from './schema.ts'

/**
 * Whether a version is within a range, in the ecosystem's own order. `undefined` where either cannot
 * be understood: then the suppression does not hold.
 */
export type VersionMatcher = (ecosystem: string, version: string, range: string) => boolean | undefined

export interface SuppressionResult {
  /** The suppression of each suppressed finding, by fingerprint. */
  readonly suppressed: ReadonlyMap<string, Suppression>
  /** Expired and unused ones, as findings of the policy. */
  readonly findings: readonly Finding[]
}

export interface SuppressionInput {
  readonly findings: readonly FingerprintedFinding[]
  readonly loaded: LoadedPolicy
  readonly now: Timestamp
  readonly matchesVersion?: VersionMatcher
  /** Scanners whose answer is whole: only for them an unused suppression is one. */
  readonly completeScanners: ReadonlySet<string>
}

export function applySuppressions(input: SuppressionInput): SuppressionResult {
  const suppressed = new Map<string, Suppression>()
  const findings: Finding[] = []
  input.loaded.policy.suppressions.forEach((suppression, index) => {
    const matched = input.findings.filter(matcher(suppression, input.matchesVersion))
    const place = { index, line: input.loaded.suppressionLines[index] ?? 1 }
    if (input.now >= parseExpiry(suppression.expires)) {
      findings.push(expired(suppression, place, matched.length))
      return
    }
    for (const finding of matched) {
      if (!suppressed.has(finding.fingerprint)) suppressed.set(finding.fingerprint, suppression)
    }
    if (matched.length === 0 && isAnswered(suppression, input.completeScanners)) {
      findings.push(unused(suppression, place))
    }
  })
  return { suppressed, findings }
}

function matcher(
  suppression: Suppression,
  matchesVersion: VersionMatcher | undefined,
): (finding: FingerprintedFinding) => boolean {
  const glob: Glob | undefined = suppression.path === undefined ? undefined : compileGlob(suppression.path)
  return (finding) =>
    agrees(suppression.scanner, finding.scanner) &&
    agrees(suppression.rule, finding.rule) &&
    agrees(suppression.fingerprint, finding.fingerprint) &&
    (glob === undefined || matchesGlob(glob, finding.path)) &&
    isAboutAdvisory(suppression, finding) &&
    isAboutPackage(suppression, finding, matchesVersion)
}

function agrees(asked: string | undefined, value: string): boolean {
  return asked === undefined || asked === value
}

function isAboutAdvisory(suppression: Suppression, finding: Finding): boolean {
  const asked = suppression.advisory
  if (asked === undefined) return true
  if (!finding.advisory) return false
  return [finding.advisory.id, ...finding.advisory.aliases].includes(asked)
}

function isAboutPackage(
  { package: asked, versions }: Suppression,
  { package: found }: Finding,
  matchesVersion: VersionMatcher | undefined,
): boolean {
  if (!asked) return true
  if (!found || found.name !== asked.name) return false
  if (!agrees(asked.ecosystem, found.ecosystem)) return false
  if (versions === undefined) return true
  return matchesVersion?.(found.ecosystem, found.version, versions) === true
}

/** A suppression is unused only where everything that it could have matched was looked at. */
function isAnswered(suppression: Suppression, complete: ReadonlySet<string>): boolean {
  return suppression.scanner === undefined ? complete.has('*') : complete.has(suppression.scanner)
}

interface SuppressionPlace {
  readonly index: number
  readonly line: number
}

function expired(suppression: Suppression, place: SuppressionPlace, matched: number): Finding {
  const effect = matched === 0 ? 'It matches nothing.' : `It would match ${matched}.`
  return aboutSuppression(suppression, place, {
    rule: 'suppression-expired',
    severity: 'medium',
    title: `A suppression expired on ${suppression.expires}`,
    message: `The suppression of ${describe(suppression)} expired on ${suppression.expires} and holds no longer. ${effect} Mend what it hid, or have ${suppression.owner} renew it with a new reason.`,
  })
}

function unused(suppression: Suppression, place: SuppressionPlace): Finding {
  return aboutSuppression(suppression, place, {
    rule: 'suppression-unused',
    severity: 'low',
    title: 'A suppression matches nothing',
    message: `Nothing matches the suppression of ${describe(suppression)}. Remove it, so that it cannot hide what comes later.`,
  })
}

function aboutSuppression(
  suppression: Suppression,
  { line }: SuppressionPlace,
  what: Pick<Finding, 'rule' | 'severity' | 'title' | 'message'>,
): Finding {
  return {
    ...what,
    confidence: 'high',
    path: POLICY_PATH,
    line,
    column: 1,
    endLine: line,
    package: null,
    advisory: null,
    identity: [JSON.stringify(suppression)],
  }
}

function describe(suppression: Suppression): string {
  const { rule, path, fingerprint, advisory, package: about, versions } = suppression
  const parts = [
    rule && `rule ${rule}`,
    advisory,
    about && [about.name, versions].filter(Boolean).join(' '),
    path && `in ${path}`,
    fingerprint && `fingerprint ${fingerprint}`,
  ]
  return parts.filter(Boolean).join(', ')
}
