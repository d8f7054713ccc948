/**
 * Code of a pull request checked out by a workflow that runs with the base's secrets and token: the
 * pull request's author then runs with them (a "pwn request").
 */
import type { Workflow, WorkflowJob, WorkflowPlace, WorkflowStep } from '../../../src/repository/workflow.ts'
import type { AuditSubject, Report } from '../audit.ts'
import { referencesOf } from '../expression.ts'
import { placeOfLine } from '../script-line.ts'
import { actionName } from '../uses.ts'

const PRIVILEGED = ['pull_request_target', 'workflow_run', 'issue_comment']
/** Expressions that name the head of a pull request or of the run that triggered this one. */
const HEAD =
  /^(?:github\.head_ref|github\.event\.(?:pull_request\.(?:head(?:\.|$)|merge_commit_sha|number)|number|issue\.number|workflow_run\.(?:head_|pull_requests\.)|check_suite\.head_|client_payload\.pull_request))/
const HEAD_OUTPUT = /^(?:steps|needs)\..*(?:head|sha|ref|pr_|pr-|pull)/
const HEAD_COMMAND =
  /\bgh\s+pr\s+checkout\b|\bhub\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull|checkout|clone)\b[^\n]{0,300}(?:pull\/[^\n]{0,80}\/(?:head|merge)|\$\{\{\s*github\.(?:head_ref|event\.pull_request\.head))/

export function* auditHeadCheckout({ workflow }: AuditSubject): Iterable<Report> {
  const events = workflow.events.filter(({ name }) => PRIVILEGED.includes(name))
  if (events.length === 0) return
  const values = { event: events.map(({ name }) => name).join(', ') }
  let found = false
  for (const job of workflow.jobs) {
    for (const step of job.steps) {
      const place = headCheckout(step, job, workflow)
      if (!place) continue
      found = true
      yield {
        rule: 'privileged-head-checkout',
        place,
        values,
        identity: [job.id, step.id?.value ?? step.name?.value ?? step.uses?.value ?? ''],
      }
    }
  }
  const target = events.find(({ name }) => name === 'pull_request_target' || name === 'workflow_run')
  if (target && !found) {
    yield {
      rule: 'privileged-trigger',
      place: target,
      values: { event: target.name },
      identity: [target.name],
    }
  }
}

/** Where a step fetches the head, if it does. */
function headCheckout(step: WorkflowStep, job: WorkflowJob, workflow: Workflow): WorkflowPlace | undefined {
  if (step.run) {
    const command = step.run.value
      .split('\n')
      .find((line) => HEAD_COMMAND.test(resolveVariables(line, step, job)))
    return command === undefined ? undefined : placeOfLine(step.run, command, workflow)
  }
  if (actionName(step.uses?.value) !== 'actions/checkout') return undefined
  for (const { name, value } of step.with) {
    if (!['ref', 'repository'].includes(name.value.toLowerCase())) continue
    if (value.expressions.some(({ body }) => namesHead(body))) return value
    if (/^refs\/pull\//.test(value.value)) return value
  }
  return undefined
}

function namesHead(expression: string): boolean {
  return referencesOf(expression).some(({ path }) => {
    const name = path.join('.')
    return HEAD.test(name) || HEAD_OUTPUT.test(name)
  })
}

/** A script with `$NAME` replaced by what `env` gives it, so that a command is seen as it will be. */
function resolveVariables(script: string, step: WorkflowStep, job: WorkflowJob): string {
  return script.replaceAll(/\$\{?([A-Za-z_]\w*)\}?/g, (whole, name: string) => {
    const pair = [...step.env, ...job.env].find((candidate) => candidate.name.value === name)
    return pair?.value.value ?? whole
  })
}
