/**
 * Vulnerabilities that a change does not bring, although they have another fingerprint: the package has another
 * version now, and the same advisory is about that one too. Otherwise a change that mends some of a package's
 * vulnerabilities would have to answer for all that it leaves. As many count as base has and head has no more.
 */
import type { FingerprintedFinding } from './fingerprint.ts'

/** Fingerprints of those in head. */
export function persistingFingerprints(
  head: readonly FingerprintedFinding[],
  base: readonly FingerprintedFinding[],
): string[] {
  const gone = new Map<string, number>()
  for (const finding of without(base, head)) {
    const key = weaknessOf(finding)
    if (key !== undefined) gone.set(key, (gone.get(key) ?? 0) + 1)
  }
  const persisting: string[] = []
  for (const finding of without(head, base)) {
    const key = weaknessOf(finding)
    const left = key === undefined ? 0 : (gone.get(key) ?? 0)
    if (left === 0) continue
    gone.set(key!, left - 1)
    persisting.push(finding.fingerprint)
  }
  return persisting
}

function without(
  findings: readonly FingerprintedFinding[],
  others: readonly FingerprintedFinding[],
): readonly FingerprintedFinding[] {
  const known = new Set(others.map(({ fingerprint }) => fingerprint))
  return findings.filter(({ fingerprint }) => !known.has(fingerprint))
}

/** `undefined` for what is no vulnerability of a package. */
function weaknessOf(finding: FingerprintedFinding): string | undefined {
  const { scanner, rule, path, package: about, advisory } = finding
  return about && advisory
    ? JSON.stringify([scanner, rule, path, about.ecosystem, about.name, advisory.id])
    : undefined
}
