/**
 * GitHub workflows and actions: what lets a stranger run code with this repository's rights. Reads
 * `.github/workflows/*.yml`, `action.yml` in any folder, and GitHub's `actions.lock`.
 */
import { decodeUtf8 } from '../../src/base/bytes.ts'
import { messageOf, SallyportError } from '../../src/base/errors.ts'
import type { Confidence, Finding, Severity } from '../../src/gate/finding.ts'
import type { FileError, ScanFile, ScanInput, Scanner, ScanOutput } from '../../src/gate/scanner.ts'
import { parseWorkflow } from '../../src/repository/workflow.ts'
import { isActionPath, isWorkflowPath } from '../../src/repository/workflow-path.ts'
import { ACTIONS_LOCK_PATH, type ActionsLock, noActionsLock, parseActionsLock } from './actions-lock.ts'
import { AUDITS, type Report } from './audit.ts'
import rules from './rules.json' with { type: 'json' }

interface WorkflowRule {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly message: string
  readonly link: string
}

const RULES = new Map((rules as readonly WorkflowRule[]).map((rule) => [rule.id, rule]))

export const workflowsScanner: Scanner = {
  id: 'workflows',
  title: 'GitHub workflows',
  wants: (path) => isWorkflowPath(path) || isActionPath(path) || path === ACTIONS_LOCK_PATH,
  scan: scanWorkflows,
}

async function scanWorkflows(input: ScanInput): Promise<ScanOutput> {
  const findings: Finding[] = []
  const fileErrors: FileError[] = []
  const lock = await readLock(input.files, fileErrors)
  for (const file of input.files) {
    input.signal.throwIfAborted()
    if (file.path === ACTIONS_LOCK_PATH) continue
    await collectErrors(file, fileErrors, async () => {
      const workflow = parseWorkflow(file.path, decodeUtf8(await file.read()))
      for (const audit of AUDITS) {
        for (const report of audit({ workflow, lock })) findings.push(toFinding(report, file.path))
      }
    })
  }
  return { findings, fileErrors }
}

async function readLock(files: readonly ScanFile[], fileErrors: FileError[]): Promise<ActionsLock> {
  const file = files.find(({ path }) => path === ACTIONS_LOCK_PATH)
  let lock = noActionsLock
  if (!file) return lock
  await collectErrors(file, fileErrors, async () => {
    lock = parseActionsLock(decodeUtf8(await file.read()))
  })
  return lock
}

/** Turns what is wrong with a file into a file error; a bug passes. */
async function collectErrors(
  file: ScanFile,
  fileErrors: FileError[],
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (thrown) {
    if (!(thrown instanceof SallyportError)) throw thrown
    const line = thrown.place?.line
    const error = { path: file.path, code: thrown.code, message: messageOf(thrown) }
    fileErrors.push(line === undefined ? error : { ...error, line })
  }
}

function toFinding(report: Report, path: string): Finding {
  const rule = RULES.get(report.rule)
  if (!rule) throw new Error(`an audit reports the unknown rule ${report.rule}`)
  const { line, column, endLine } = report.place
  return {
    rule: rule.id,
    severity: report.severity ?? rule.severity,
    confidence: report.confidence ?? rule.confidence,
    title: rule.title,
    message: rule.message.replaceAll(/\{(\w+)\}/g, (_, name: string) => shorten(report.values[name] ?? '')),
    path,
    line,
    column,
    endLine,
    package: null,
    advisory: null,
    identity: report.identity,
    link: rule.link,
  }
}

function shorten(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ')
  return flat.length > 160 ? `${flat.slice(0, 159)}…` : flat
}
