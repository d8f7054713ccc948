/**
 * The JSON documents of `sallyport scan` and `sallyport gate`: shapes that other programs read. Fields
 * may be added, never changed. Deterministic: no durations, no host names, no absolute paths.
 */

import type { GateReport, Reason, ReportedFinding, ReportedScanner, ScanReport } from '../report.ts'
import type { ControlAnswer } from '../scanner.ts'

/** In pieces that make one document: a list is handed over entry by entry, so that it never stands there whole. */
export function emitScanJson(report: ScanReport): Iterable<string> {
  return emitPieces({
    version: 1,
    scanners: report.scanners.map(scannerJson),
    findings: report.findings.map(findingJson),
    remedies: report.remedies,
    controls: report.controls.map(controlJson),
  })
}

/** @param tool what judged: an environment may demand a least version of it */
export function emitGateJson(report: GateReport, tool: { readonly version: string }): string {
  return emit({
    version: 1,
    tool: { name: 'sallyport', version: tool.version },
    verdict: report.verdict,
    reasons: report.reasons.map(reasonJson),
    policy: report.policy,
    advisories: report.advisories.map(({ source, digest, asOf }) => ({ source, digest, asOf })),
    judgedAt: report.judgedAt,
    tree: report.tree,
    scanners: report.scanners.map(scannerJson),
    findings: report.findings.map((finding) => ({
      ...findingJson(finding),
      state: finding.state,
      blocking: finding.blocking,
    })),
    remedies: report.remedies,
    controls: report.controls.map(controlJson),
  })
}

/** The same bytes as {@link emit}. Only lists at the top are handed over in parts. */
function* emitPieces(document: Readonly<Record<string, unknown>>): Generator<string> {
  let separator = '{'
  for (const [key, value] of Object.entries(document)) {
    yield `${separator}\n  ${JSON.stringify(key)}: `
    separator = ','
    if (Array.isArray(value) && value.length > 0) yield* emitList(value)
    else yield indented(value, '  ')
  }
  yield '\n}\n'
}

function* emitList(list: readonly unknown[]): Generator<string> {
  let separator = '['
  for (const entry of list) {
    yield `${separator}\n    ${indented(entry, '    ')}`
    separator = ','
  }
  yield '\n  ]'
}

/** A line break in JSON is never inside of a text. */
function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`)
}

function emit(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`
}

function reasonJson({ code, scanner, count, message }: Reason): unknown {
  return { code, scanner, count, message }
}

function controlJson({ number, check, title, osps, supports, answer, reason }: ControlAnswer): unknown {
  return { number, check, title, osps, supports, answer, reason }
}

function scannerJson({ id, status, reason, files, fileErrors }: ReportedScanner): unknown {
  const errors = fileErrors.map(({ path, line, code, message }) => ({ path, line, code, message }))
  return { id, status, reason, files, fileErrors: errors }
}

/** Key by key, so that a field which a scanner adds does not become part of the surface unnoticed. */
function findingJson(finding: ReportedFinding): Record<string, unknown> {
  const { package: about, advisory } = finding
  return {
    id: finding.id,
    scanner: finding.scanner,
    rule: finding.rule,
    severity: finding.severity,
    confidence: finding.confidence,
    title: finding.title,
    message: finding.message,
    path: finding.path,
    line: finding.line,
    column: finding.column,
    endLine: finding.endLine,
    package: about && {
      ecosystem: about.ecosystem,
      name: about.name,
      version: about.version,
      direct: about.direct,
      scope: about.scope,
      paths: about.paths,
      fix: about.fix && {
        name: about.fix.name,
        version: about.fix.version,
        heldBackBy: about.fix.heldBackBy ?? null,
      },
    },
    advisory: advisory && {
      id: advisory.id,
      aliases: advisory.aliases,
      fixed: advisory.fixed,
      exploitation: advisory.exploitation
        ? { knownSince: advisory.exploitation.knownSince, probability: advisory.exploitation.probability }
        : null,
    },
    link: finding.link ?? null,
    fingerprint: finding.fingerprint,
    suppressed: finding.state === 'suppressed',
    suppression: finding.suppression,
  }
}
