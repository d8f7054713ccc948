/**
 * Workflow commands that put findings on the lines that cause them. GitHub shows ten of each kind for
 * a step: the most urgent ones are chosen, and the last says how many were left out.
 */
import type { ReportedFinding } from '../report.ts'
import { byUrgency, fixText, pathText, shorten, subjectText } from './advice.ts'
import { commandData, commandProperty, plainLine } from './sanitise.ts'

const MAX_PER_KIND = 10
const KINDS = ['error', 'warning', 'notice'] as const
type Kind = (typeof KINDS)[number]

/** One command a line; `prefix` is the folder of the tree within the repository, `''` or ending with `/`. */
export function renderAnnotations(findings: readonly ReportedFinding[], prefix = ''): string {
  const open = findings.filter((finding) => finding.state !== 'suppressed').sort(byUrgency)
  return KINDS.map((kind) =>
    renderKind(
      kind,
      open.filter((finding) => kindOf(finding) === kind),
      prefix,
    ),
  ).join('')
}

function kindOf({ blocking, state, severity }: ReportedFinding): Kind {
  if (blocking) return 'error'
  if (state === 'existing' || severity === 'low' || severity === 'none') return 'notice'
  return 'warning'
}

function renderKind(kind: Kind, findings: readonly ReportedFinding[], prefix: string): string {
  const shown = findings.slice(0, MAX_PER_KIND)
  const rest = findings.length - shown.length
  return shown
    .map((finding, index) => {
      const more = rest > 0 && index === shown.length - 1 ? ` (and ${rest} more: see the summary)` : ''
      return annotation(kind, finding, prefix, more)
    })
    .join('')
}

function annotation(kind: Kind, finding: ReportedFinding, prefix: string, more: string): string {
  const title = shorten(plainLine(subjectText(finding)), 255)
  const lines = [finding.message, pathText(finding) && `by way of ${pathText(finding)}`, fixText(finding)]
  const message = lines.filter((line) => line !== undefined && line !== '').map((line) => plainLine(line!))
  const properties = [
    `file=${commandProperty(plainLine(prefix + finding.path))}`,
    `line=${finding.line}`,
    `endLine=${Math.max(finding.line, finding.endLine)}`,
    `title=${commandProperty(title)}`,
  ]
  return `::${kind} ${properties.join(',')}::${commandData(shorten(message.join('\n'), 4_000) + more)}\n`
}
