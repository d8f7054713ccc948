/**
 * What makes a finding the same finding in another revision: scanner, rule, path, identity and, where
 * several are alike, their order. Never a line number, so that findings stay the same when lines move.
 */
import { encodeHex } from '../base/bytes.ts'
import { labelledHash } from '../base/digest.ts'
import type { Finding } from './finding.ts'

const LABEL = 'sallyport/finding/v1'

export interface FingerprintedFinding extends Finding {
  readonly scanner: string
  /** 32 hex digits. */
  readonly fingerprint: string
}

/** Findings of one scanner, in the order of {@link compareFindings}. */
export function fingerprintFindings(scanner: string, findings: readonly Finding[]): FingerprintedFinding[] {
  const seen = new Map<string, number>()
  return [...findings].sort(comparePlaces).map((finding) => {
    const key = JSON.stringify([finding.rule, finding.path, finding.identity])
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    return { ...finding, scanner, fingerprint: fingerprintOf(scanner, finding, ordinal) }
  })
}

/** @param ordinal from 0, among findings that are alike in everything else */
export function fingerprintOf(
  scanner: string,
  finding: Pick<Finding, 'rule' | 'path' | 'identity'>,
  ordinal: number,
): string {
  const hash = labelledHash(LABEL, scanner, finding.rule, finding.path, ...finding.identity, String(ordinal))
  return encodeHex(hash.subarray(0, 16))
}

/** By path, line, column, rule, fingerprint: the order of every report. */
export function compareFindings(a: FingerprintedFinding, b: FingerprintedFinding): number {
  return comparePlaces(a, b) || compareText(a.fingerprint, b.fingerprint)
}

function comparePlaces(a: Finding, b: Finding): number {
  return (
    compareText(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.identity.join('\0'), b.identity.join('\0'))
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
