/** Checks that other scanners answer. What they found is a fail; only a whole answer without it is a pass. */
import { type Finding, SEVERITIES, type Severity } from '../../../src/gate/finding.ts'
import type { ScannerResult } from '../../../src/gate/scanner.ts'
import { fail, notApplicable, notDetermined, type Outcome, pass } from '../answer.ts'
import type { Evidence } from '../evidence.ts'
import type { Question } from '../rule.ts'

export function checkFindings(
  { scanner, rules, applies, minSeverity }: Extract<Question, { kind: 'no-findings' }>,
  { paths, results }: Evidence,
): Outcome {
  const pattern = new RegExp(applies)
  if (!paths.some((path) => pattern.test(path)))
    return notApplicable('the tree has nothing that it speaks of')
  const result = results.get(scanner)
  const found = (result?.output.findings ?? []).filter(
    (finding) =>
      pattern.test(finding.path) &&
      (rules.includes('*') || rules.includes(finding.rule)) &&
      isAtLeast(finding.severity, minSeverity ?? 'none'),
  )
  return answer(scanner, result, found)
}

export function checkAdvisories(
  { scanner, threshold: ownThreshold }: Extract<Question, { kind: 'advisories' }>,
  { results, advisoryThreshold }: Evidence,
  hasDependencies: boolean,
): Outcome {
  const threshold = advisoryThreshold ?? ownThreshold
  const result = results.get(scanner)
  const found = (result?.output.findings ?? []).filter(
    ({ advisory, severity }) => advisory !== null && isAtLeast(severity, threshold),
  )
  if (found.length === 0 && !hasDependencies) return notApplicable('the tree declares no dependency')
  return answer(scanner, result, found, ` at or above ${threshold}`)
}

function answer(
  scanner: string,
  result: ScannerResult | undefined,
  found: readonly Finding[],
  which = '',
): Outcome {
  const [first] = found
  if (first) {
    const count = found.length === 1 ? 'one finding' : `${found.length} findings`
    return fail(
      `the scanner ${scanner} has ${count}${which}, the first in ${first.path}:${first.line}`,
      first.path,
      first.line,
    )
  }
  if (!result) return notDetermined(`the scanner ${scanner} did not run`)
  if (result.status === 'complete')
    return pass(`the scanner ${scanner} read everything and found none${which}`)
  return notDetermined(
    `the scanner ${scanner} is ${result.status}${result.reason ? `: ${result.reason}` : ''}`,
  )
}

/** A severity that is not known counts as high. */
function isAtLeast(severity: Severity, threshold: Severity): boolean {
  const known = severity === 'unknown' ? 'high' : severity
  return SEVERITIES.indexOf(known) <= SEVERITIES.indexOf(threshold)
}
