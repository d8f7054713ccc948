/** The report for people on stderr: what blocks, worst first, each with its place and what to do. */
import type { GateReport, ReportedFinding, ReportedScanner, ScanReport } from '../report.ts'
import { byUrgency, countText, fixText, pathText, placeText, shorten, subjectText } from './advice.ts'
import { plainLine } from './sanitise.ts'

/** How to emphasise; the identity where nobody looks at a terminal. */
export interface TextStyle {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly green: (text: string) => string
  readonly yellow: (text: string) => string
}

/** Findings that do not block are counted beyond this many. */
const MAX_OTHERS = 20
const MAX_BLOCKING = 200
const MAX_REMEDIES = 10

export function renderGateText(report: GateReport, style: TextStyle): string {
  const blocking = report.findings.filter((finding) => finding.blocking).sort(byUrgency)
  const others = report.findings.filter((finding) => !finding.blocking && finding.state !== 'suppressed')
  return [
    ...findingLines('Blocking', blocking, MAX_BLOCKING, style),
    ...findingLines('Not blocking', [...others].sort(byUrgency), MAX_OTHERS, style),
    ...remedyLines(report.remedies, style),
    ...scannerLines(report.scanners, style),
    ...report.reasons.map((reason) => `  ${style.dim('·')} ${plainLine(reason.message)}`),
    verdictLine(report, style),
    '',
  ].join('\n')
}

export function renderScanText(report: ScanReport, style: TextStyle): string {
  const open = report.findings.filter((finding) => finding.state !== 'suppressed').sort(byUrgency)
  const hidden = report.findings.length - open.length
  return [
    ...findingLines('Findings', open, MAX_BLOCKING, style),
    ...remedyLines(report.remedies, style),
    ...scannerLines(report.scanners, style),
    `${style.bold(`${open.length} findings`)}: ${countText(open)}${hidden > 0 ? `; ${hidden} suppressed` : ''}`,
    '',
  ].join('\n')
}

/** Only what ends more than one finding saves a person anything beyond the findings' own advice. */
function remedyLines(remedies: readonly string[], style: TextStyle): string[] {
  if (remedies.length === 0) return []
  const rest = remedies.length - MAX_REMEDIES
  return [
    style.bold('What ends most'),
    ...remedies.slice(0, MAX_REMEDIES).map((remedy) => `  ${style.green('→')} ${plainLine(remedy)}`),
    ...(rest > 0 ? [`  … and ${rest} more (--json lists them all)`] : []),
    '',
  ]
}

function findingLines(
  title: string,
  findings: readonly ReportedFinding[],
  most: number,
  style: TextStyle,
): string[] {
  if (findings.length === 0) return []
  const shown = findings.slice(0, most)
  const rest = findings.length - shown.length
  return [
    `${style.bold(title)}: ${countText(findings)}`,
    ...shown.flatMap((finding) => oneFinding(finding, style)),
    ...(rest > 0 ? [`  … and ${rest} more (--json lists them all)`] : []),
    '',
  ]
}

function oneFinding(finding: ReportedFinding, style: TextStyle): string[] {
  const label = paint(finding, style)(finding.severity.padEnd(8))
  const via = pathText(finding)
  const fix = fixText(finding)
  const why = finding.advisory === null ? shorten(finding.message, 300) : undefined
  const name = finding.advisory?.id ?? finding.rule
  return [
    `  ${label} ${plainLine(subjectText(finding))} ${style.dim(`[${plainLine(name)}]${finding.state === 'existing' ? ' existing' : ''}`)}`,
    `           ${style.dim(plainLine(placeText(finding)))}`,
    ...(via === undefined ? [] : [`           by way of ${plainLine(via)}`]),
    ...(why === undefined ? [] : [`           ${plainLine(why)}`]),
    ...(fix === undefined ? [] : [`           ${style.green('→')} ${plainLine(fix)}`]),
  ]
}

function paint({ severity }: ReportedFinding, style: TextStyle): (text: string) => string {
  if (severity === 'critical' || severity === 'high' || severity === 'unknown') return style.red
  return severity === 'medium' ? style.yellow : style.dim
}

function scannerLines(scanners: readonly ReportedScanner[], style: TextStyle): string[] {
  const width = Math.max(0, ...scanners.map((scanner) => scanner.id.length))
  return scanners.flatMap(({ id, status, reason, files, fileErrors }) => {
    const word = status === 'complete' ? style.green(status) : style.yellow(status)
    const what = reason === undefined ? `${files} ${files === 1 ? 'file' : 'files'}` : plainLine(reason)
    const errors = fileErrors.slice(0, 10).map((error) => {
      const place = error.line === undefined ? error.path : `${error.path}:${error.line}`
      return `    ${style.yellow('unread')} ${plainLine(place)}: ${plainLine(error.message)} ${style.dim(`[${plainLine(error.code)}]`)}`
    })
    const rest = fileErrors.length - errors.length
    return [
      `  ${id.padEnd(width)}  ${word}  ${style.dim(what)}`,
      ...errors,
      ...(rest > 0 ? [`    … and ${rest} more`] : []),
    ]
  })
}

function verdictLine({ verdict, policy }: GateReport, style: TextStyle): string {
  const word =
    verdict === 'passed'
      ? style.green(verdict)
      : verdict === 'failed'
        ? style.red(verdict)
        : style.yellow(verdict)
  return `${style.bold('Verdict')}: ${style.bold(word)} ${style.dim(`(policy: ${policy.source})`)}`
}
