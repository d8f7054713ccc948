/** Secrets given to more than needs them, or shown. */
import type { Workflow, WorkflowStep } from '../../../src/repository/workflow.ts'
import type { AuditSubject, Report } from '../audit.ts'
import { referencesOf } from '../expression.ts'
import { placeOfLine } from '../script-line.ts'

export function* auditSecrets({ workflow }: AuditSubject): Iterable<Report> {
  for (const job of workflow.jobs) {
    if (job.secrets?.inherit) {
      const values = { uses: job.uses?.value ?? '' }
      yield { rule: 'secrets-inherit', place: job.secrets, values, identity: [job.id] }
    }
    for (const step of job.steps) yield* auditLog(step, job.id, workflow)
  }
  for (const expression of workflow.expressions) {
    const all = referencesOf(expression.body).some(
      ({ path, whole }) => path.length === 1 && path[0] === 'secrets' && whole,
    )
    if (!all) continue
    const values = { expression: expression.body }
    yield { rule: 'all-secrets-exposed', place: expression, values, identity: [expression.body] }
  }
}

const PRINT = /^\s*(?:echo|printf)\s(?<rest>[^|>\n]*)$/
const ASSIGNMENT = /^\s*(?:export\s+|local\s+)?(?<name>[A-Za-z_]\w*)=(?<value>.*)$/

/** The runner masks a secret's exact value, not what is cut out of it or encoded. */
function* auditLog(step: WorkflowStep, job: string, workflow: Workflow): Iterable<Report> {
  if (!step.run) return
  const secret = new Set(
    step.env.filter(({ value }) => /\bsecrets\s*[.[]/.test(value.value)).map(({ name }) => name.value),
  )
  const lines = step.run.value.split('\n')
  for (const line of lines) {
    const assigned = ASSIGNMENT.exec(line)?.groups
    if (assigned && holdsSecret(assigned['value']!, secret)) secret.add(assigned['name']!)
    const printed = PRINT.exec(line)?.groups?.['rest']
    if (printed === undefined || printed.includes('::add-mask::') || !holdsSecret(printed, secret)) continue
    const text = line.trim()
    const place = placeOfLine(step.run, text, workflow)
    yield { rule: 'secret-in-log', place, values: { line: text }, identity: [job, text] }
  }
}

function holdsSecret(text: string, names: ReadonlySet<string>): boolean {
  if (/\$\{\{\s*secrets\s*[.[]/.test(text)) return true
  return [...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].some(([, name]) => names.has(name!))
}
