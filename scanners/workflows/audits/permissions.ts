/** What the job token may do: nothing said, everything, more than one job needs, more than is used. */
import type { Workflow, WorkflowJob, WorkflowPermissions } from '../../../src/repository/workflow.ts'
import type { AuditSubject, Report } from '../audit.ts'
import { actionName } from '../uses.ts'

/** Actions that never use a right to write. */
const READERS = new Set([
  'actions/checkout',
  'actions/setup-node',
  'actions/setup-python',
  'actions/setup-go',
  'actions/setup-java',
  'actions/setup-dotnet',
  'actions/cache',
  'actions/upload-artifact',
  'actions/download-artifact',
  'step-security/harden-runner',
])
/** Signs of a script that uses the token, or that hands the work to something we don't see. */
const TOKEN_USE =
  /\bgh\s|\bgit\s+(?:push|tag)|GITHUB_TOKEN|github\.token|GH_TOKEN|ACTIONS_ID_TOKEN|npm\s+publish|docker\s+push|cosign|\.\/|\bmake\b|npm\s+run/

export function* auditPermissions({ workflow }: AuditSubject): Iterable<Report> {
  if (workflow.kind === 'action') return
  yield* auditWriteAll(workflow)
  yield* auditMissing(workflow)
  yield* auditShared(workflow)
  for (const job of workflow.jobs) yield* auditUnused(job)
}

function* auditWriteAll(workflow: Workflow): Iterable<Report> {
  const holders = [{ id: '', permissions: workflow.permissions }, ...workflow.jobs]
  for (const { id, permissions } of holders) {
    if (permissions?.all !== 'write-all') continue
    const where = id === '' ? 'the workflow' : `the job ${id}`
    yield { rule: 'write-all-permissions', place: permissions, values: { where }, identity: [id] }
  }
}

function* auditMissing(workflow: Workflow): Iterable<Report> {
  if (workflow.permissions || workflow.jobs.length === 0) return
  const silent = workflow.jobs.filter((job) => job.permissions === null)
  const onlyCalled =
    workflow.events.length > 0 && workflow.events.every(({ name }) => name === 'workflow_call')
  const [first] = silent
  if (!first) return
  yield {
    rule: 'missing-permissions',
    place: first,
    values: { jobs: silent.map(({ id }) => id).join(', ') },
    identity: [],
    ...(onlyCalled ? { severity: 'low' as const } : {}),
  }
}

/** A right to write that every job gets, where there is more than one. */
function* auditShared(workflow: Workflow): Iterable<Report> {
  const inherit = workflow.jobs.filter((job) => job.permissions === null)
  if (inherit.length < 2 || !workflow.permissions) return
  for (const scope of writeScopes(workflow.permissions)) {
    yield {
      rule: 'shared-write-permission',
      place: scope.place,
      values: { scope: scope.name, jobs: inherit.map(({ id }) => id).join(', ') },
      identity: [scope.name],
    }
  }
}

function* auditUnused(job: WorkflowJob): Iterable<Report> {
  if (!job.permissions || job.uses || job.steps.length === 0 || !job.steps.every(isReader)) return
  if (usesToken(job)) return
  for (const scope of writeScopes(job.permissions)) {
    yield {
      rule: 'unused-write-permission',
      place: scope.place,
      values: { scope: scope.name, job: job.id },
      identity: [job.id, scope.name],
    }
  }
}

function isReader({ uses, run }: WorkflowJob['steps'][number]): boolean {
  return run ? !TOKEN_USE.test(run.value) : READERS.has(actionName(uses?.value) ?? '')
}

function usesToken(job: WorkflowJob): boolean {
  const values = [...job.env, ...job.steps.flatMap((step) => [...step.env, ...step.with])]
  return values.some(({ value }) => /github\.token|secrets\.GITHUB_TOKEN/i.test(value.value))
}

function writeScopes(permissions: WorkflowPermissions) {
  return permissions.scopes
    .filter(({ value }) => value.value === 'write')
    .map(({ name }) => ({ name: name.value, place: name }))
}
