/**
 * The report as Markdown, for a job summary or a comment: the verdict, what blocks with its path and
 * upgrade, the rest in folds. Within the bound given it is shortened, never dropped: GitHub drops a
 * summary over 1 MiB whole.
 */
import type { GateReport, ReportedFinding } from '../report.ts'
import type { Answer } from '../scanner.ts'
import { byUrgency, countText, fixText, packageText, pathText, shorten } from './advice.ts'
import { markdownCode, markdownLink, markdownText } from './sanitise.ts'

export const MAX_SUMMARY_BYTES = 1024 * 1024
export const MAX_COMMENT_CHARACTERS = 65_536

export interface MarkdownOptions {
  /** Bytes of UTF-8. Default {@link MAX_SUMMARY_BYTES}. */
  readonly maxBytes?: number
}

export function renderMarkdown(
  report: GateReport,
  { maxBytes = MAX_SUMMARY_BYTES }: MarkdownOptions = {},
): string {
  const head = [...headLines(report), '', ...remedyList(report)]
  const tail = ['', ...scannerTable(report), '', ...controlTable(report), ...footLines(report), '']
  const budget = new Budget(maxBytes - byteLength(head) - byteLength(tail) - RESERVE_BYTES)
  const open = report.findings.filter((finding) => finding.state !== 'suppressed').sort(byUrgency)
  const body = [
    ...section(
      'Blocking',
      open.filter((finding) => finding.blocking),
      budget,
      detailed,
    ),
    ...fold(
      'New, not blocking',
      open.filter((one) => !one.blocking && one.state === 'new'),
      budget,
    ),
    ...fold(
      'In base already',
      open.filter((one) => !one.blocking && one.state === 'existing'),
      budget,
    ),
    ...fold(
      'Suppressed',
      report.findings.filter((one) => one.state === 'suppressed'),
      budget,
    ),
  ]
  return shortenBytes([...head, ...body, ...tail].join('\n'), maxBytes)
}

const ANSWERS = ['pass', 'fail', 'not applicable', 'not determined'] as const

const MAX_REMEDIES = 10

/** For headings, folds and what says that something was left out. */
const RESERVE_BYTES = 2_048

class Budget {
  #left: number

  constructor(bytes: number) {
    this.#left = bytes
  }

  /** The lines that fit, and how many were left out. */
  take(blocks: readonly (readonly string[])[]): { lines: string[]; leftOut: number } {
    const lines: string[] = []
    for (const [index, block] of blocks.entries()) {
      const bytes = byteLength(block)
      if (bytes > this.#left) return { lines, leftOut: blocks.length - index }
      this.#left -= bytes
      lines.push(...block)
    }
    return { lines, leftOut: 0 }
  }
}

function headLines({ verdict, reasons, findings }: GateReport): string[] {
  const open = findings.filter((finding) => finding.state !== 'suppressed')
  const blocking = open.filter((finding) => finding.blocking)
  return [
    `## Sallyport gate: ${verdict}`,
    '',
    `${blocking.length} of ${open.length} findings block (${countText(blocking)}).`,
    '',
    ...reasons.slice(0, 50).map((reason) => `- ${markdownText(shorten(reason.message, 500))}`),
  ]
}

type Render = (finding: ReportedFinding) => string[]

function section(
  title: string,
  findings: readonly ReportedFinding[],
  budget: Budget,
  render: Render,
): string[] {
  if (findings.length === 0) return []
  const { lines, leftOut } = budget.take(findings.map(render))
  return [`### ${title}`, '', ...lines, ...leftOutLine(leftOut), '']
}

function fold(title: string, findings: readonly ReportedFinding[], budget: Budget): string[] {
  if (findings.length === 0) return []
  const { lines, leftOut } = budget.take(findings.map(brief))
  return [
    `<details><summary>${title}: ${findings.length} (${countText(findings)})</summary>`,
    '',
    ...lines,
    ...leftOutLine(leftOut),
    '',
    '</details>',
    '',
  ]
}

function leftOutLine(count: number): string[] {
  return count === 0
    ? []
    : ['', `… and ${count} more that do not fit here; the JSON and SARIF reports have them.`]
}

function detailed(finding: ReportedFinding): string[] {
  const via = pathText(finding)
  const fix = fixText(finding)
  const why = finding.message === '' ? undefined : markdownText(shorten(finding.message, 2_000))
  return [
    `- **${finding.severity}** ${subject(finding)}`,
    `  ${place(finding)} · ${name(finding)}`,
    ...(via === undefined ? [] : [`  <br>By way of ${markdownCode(shorten(via, 1_000))}`]),
    ...(why === undefined ? [] : [`  <br>${why}`]),
    ...(fix === undefined ? [] : [`  <br>**To do:** ${markdownText(fix)}`]),
  ]
}

function brief(finding: ReportedFinding): string[] {
  const fix = fixText(finding)
  const why = finding.suppression
    ? ` — ${markdownText(shorten(`${finding.suppression.reason} (${finding.suppression.owner}, until ${finding.suppression.expires})`, 500))}`
    : ''
  const advice = fix === undefined ? '' : `; ${markdownText(fix)}`
  return [`- ${finding.severity}: ${subject(finding)}, ${place(finding)} · ${name(finding)}${advice}${why}`]
}

function subject(finding: ReportedFinding): string {
  const about = packageText(finding)
  const title = markdownText(shorten(finding.title, 300))
  if (finding.package && finding.title.includes(finding.package.name)) return title
  return about === undefined ? title : `${markdownCode(shorten(about, 300))}: ${title}`
}

function place({ path, line }: ReportedFinding): string {
  return markdownCode(`${shorten(path, 500)}:${line}`)
}

function name(finding: ReportedFinding): string {
  return markdownLink(finding.advisory?.id ?? `${finding.scanner}/${finding.rule}`, finding.link)
}

function scannerTable({ scanners }: GateReport): string[] {
  return [
    '| Scanner | Status | |',
    '|---|---|---|',
    ...scanners.map(({ id, status, reason, files }) => {
      const what = reason === undefined ? `${files} files` : markdownText(shorten(reason, 300))
      return `| ${markdownText(id)} | ${status} | ${what} |`
    }),
  ]
}

function remedyList({ remedies }: GateReport): string[] {
  if (remedies.length === 0) return []
  const shown = remedies.slice(0, MAX_REMEDIES).map((remedy) => `- ${markdownText(shorten(remedy, 300))}`)
  const rest = remedies.length - shown.length
  return ['**What ends most**', '', ...shown, ...(rest > 0 ? [`- … and ${rest} more`] : []), '']
}

function controlTable({ controls }: GateReport): string[] {
  if (controls.length === 0) return []
  const count = (answer: Answer) => controls.filter((control) => control.answer === answer).length
  const counts = ANSWERS.map((answer) => `${count(answer)} ${answer}`).join(', ')
  return [
    `<details><summary>Controls: ${counts}</summary>`,
    '',
    '| | Check | Answer | Why | OSPS |',
    '|---|---|---|---|---|',
    ...controls.map(({ number, title, answer, reason, osps }) => {
      const cells = [title, answer, shorten(reason, 300), osps.join(', ')].map(markdownText)
      return `| ${number} | ${cells.join(' | ')} |`
    }),
    '',
    'An answer supports a requirement; it proves none.',
    '',
    '</details>',
    '',
  ]
}

function footLines({ policy, tree, judgedAt, advisories }: GateReport): string[] {
  const commit = tree.commit === null ? 'not exactly a commit' : `commit ${tree.commit}`
  return [
    `Policy: ${markdownCode(policy.source)} (${markdownCode(policy.digest)}). Tree: ${markdownCode(tree.digest)}, ${commit}. Judged at ${judgedAt}.`,
    ...advisories
      .slice(0, 50)
      .map(
        ({ source, digest, asOf }) =>
          `<br>Advisories: ${markdownCode(source)}, as of ${asOf ?? 'unknown'} (${markdownCode(digest)}).`,
      ),
  ]
}

function byteLength(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)
}

/** The last resort, where even what frames the findings does not fit. */
function shortenBytes(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text)
  if (bytes.length <= maxBytes) return text
  const mark = '\n\n… shortened\n'
  const cut = bytes.subarray(0, Math.max(0, maxBytes - Buffer.byteLength(mark))).toString('utf8')
  return `${cut.replace(/\ufffd+$/, '')}${mark}`
}
