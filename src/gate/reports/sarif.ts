/**
 * SARIF 2.1.0 (OASIS): one run, every finding with its state against base, suppressions kept as such
 * so that code scanning does not close and reopen alerts. Bounded as GitHub bounds it: 5,000 results,
 * the most urgent ones; how many were left out stands in the run's properties.
 */
import type { Severity } from '../finding.ts'
import type { GateReport, ReportedFinding } from '../report.ts'
import { byUrgency, fixText, pathText, shorten, subjectText } from './advice.ts'
import { markdownText, plainLine } from './sanitise.ts'

const MAX_RESULTS = 5_000
const MAX_TEXT = 8_000

export interface SarifOptions {
  /** Of this program. */
  readonly version: string
  /** The folder of the tree within the repository, `''` or ending with `/`. */
  readonly prefix?: string
}

export function emitSarif(report: GateReport, { version, prefix = '' }: SarifOptions): string {
  const kept = keptFindings(report.findings)
  const rules = rulesOf(kept)
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, index]))
  const run = {
    tool: {
      driver: { name: 'Sallyport', semanticVersion: version, version, rules: rules.map(ruleJson) },
    },
    automationDetails: { id: 'sallyport/' },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
    invocations: [
      {
        executionSuccessful: report.verdict !== 'undecided',
        toolExecutionNotifications: notifications(report),
      },
    ],
    results: kept.map((finding) => resultJson(finding, ruleIndex.get(ruleId(finding)) ?? 0, prefix)),
    properties: {
      verdict: report.verdict,
      findings: report.findings.length,
      leftOut: report.findings.length - kept.length,
    },
  }
  const document = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function keptFindings(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  if (findings.length <= MAX_RESULTS) return findings
  const kept = new Set([...findings].sort(byUrgency).slice(0, MAX_RESULTS))
  return findings.filter((finding) => kept.has(finding))
}

interface Rule {
  readonly id: string
  /** Of all its findings kept: what stands in the rule must not depend on which comes first. */
  readonly worst: ReportedFinding
}

function rulesOf(findings: readonly ReportedFinding[]): Rule[] {
  const worst = new Map<string, ReportedFinding>()
  for (const finding of findings) {
    const id = ruleId(finding)
    const known = worst.get(id)
    if (!known || Number(securitySeverity(finding.severity)) > Number(securitySeverity(known.severity))) {
      worst.set(id, finding)
    }
  }
  return [...worst].map(([id, finding]) => ({ id, worst: finding })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** An advisory is a rule of its own: alerts are then grouped by what they are about. */
function ruleId({ scanner, rule, advisory }: ReportedFinding): string {
  return advisory ? `${scanner}/${advisory.id}` : `${scanner}/${rule}`
}

function ruleJson({ id, worst }: Rule): unknown {
  const text = worst.advisory ? worst.title : sentenceOf(worst.rule)
  return {
    id,
    name: worst.rule,
    shortDescription: { text: shorten(plainLine(text), 1_000) },
    fullDescription: { text: shorten(plainLine(worst.title), 1_000) },
    help: {
      text: shorten(plainLine(worst.message), MAX_TEXT),
      markdown: shorten(markdownText(worst.message), MAX_TEXT),
    },
    ...(worst.link?.startsWith('https://') ? { helpUri: worst.link } : {}),
    defaultConfiguration: { level: levelOf(worst.severity) },
    properties: {
      tags: ['security', worst.scanner],
      precision: precisionOf(worst),
      'security-severity': securitySeverity(worst.severity),
    },
  }
}

function resultJson(finding: ReportedFinding, ruleIndex: number, prefix: string): unknown {
  return {
    ruleId: ruleId(finding),
    ruleIndex,
    level: levelOf(finding.severity),
    message: { text: messageOf(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(prefix + finding.path), uriBaseId: 'SRCROOT' },
          region: {
            startLine: finding.line,
            startColumn: finding.column,
            endLine: Math.max(finding.line, finding.endLine),
          },
        },
      },
    ],
    partialFingerprints: { 'sallyport/v1': finding.fingerprint },
    baselineState: finding.state === 'existing' ? 'unchanged' : 'new',
    suppressions:
      finding.suppression === null
        ? []
        : [
            {
              kind: 'external',
              status: 'accepted',
              justification: `${finding.suppression.reason} (${finding.suppression.owner}, until ${finding.suppression.expires})`,
            },
          ],
    properties: { blocking: finding.blocking, severity: finding.severity, confidence: finding.confidence },
  }
}

function messageOf(finding: ReportedFinding): string {
  const via = pathText(finding)
  const parts = [
    subjectText(finding),
    finding.message,
    via === undefined ? undefined : `By way of ${via}.`,
    fixText(finding),
  ]
  // Brackets would be links to related locations in SARIF's plain text (§3.11.6).
  const text = parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => plainLine(part!))
    .join('\n')
  return shorten(text, MAX_TEXT).replace(/[\\[\]]/g, '\\$&')
}

function notifications(report: GateReport): unknown[] {
  const scanners = report.scanners
    .filter((scanner) => scanner.status === 'partial' || scanner.status === 'failed')
    .map(({ id, status, reason }) => `${id} is ${status}${reason === undefined ? '' : `: ${reason}`}`)
  return scanners.map((text) => ({ level: 'error', message: { text: plainLine(text) } }))
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  if (severity === 'critical' || severity === 'high' || severity === 'unknown') return 'error'
  return severity === 'medium' ? 'warning' : 'note'
}

/** The middle of what GitHub shows as that word. */
function securitySeverity(severity: Severity): string {
  const scores = {
    critical: '9.5',
    high: '8.0',
    unknown: '7.0',
    medium: '5.5',
    low: '2.0',
    none: '0.0',
  } as const
  return scores[severity]
}

function precisionOf({ confidence }: ReportedFinding): string {
  return confidence === 'high' ? 'very-high' : confidence === 'medium' ? 'high' : 'medium'
}

function sentenceOf(rule: string): string {
  const words = rule.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function uriOf(path: string): string {
  // A colon in the first segment would read as a scheme.
  return path.split('/').map(encodeURIComponent).join('/')
}
