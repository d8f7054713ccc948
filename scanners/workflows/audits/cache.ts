/** Caches restored in a job that publishes: any earlier job that wrote the cache wrote into the release. */
import type { Workflow, WorkflowJob, WorkflowStep, WorkflowText } from '../../../src/repository/workflow.ts'
import type { AuditSubject, Report } from '../audit.ts'
import { actionName } from '../uses.ts'

const PUBLISH_COMMAND =
  /\b(?:npm|pnpm|yarn|bun)\s+publish\b|\btwine\s+upload\b|\bcargo\s+publish\b|\bgem\s+push\b|\bdocker\s+push\b|\bgh\s+release\s+create\b|\bgoreleaser\s+release\b|\bmvn\b[^\n]{0,80}\bdeploy\b|\bdotnet\s+nuget\s+push\b/
const PUBLISH_ACTIONS = new Set([
  'pypa/gh-action-pypi-publish',
  'softprops/action-gh-release',
  'goreleaser/goreleaser-action',
  'js-devtools/npm-publish',
  'actions/create-release',
  'rubygems/release-gem',
])
const SETUP_ACTIONS = /^actions\/setup-(?:node|python|java|dotnet|ruby)$|^ruby\/setup-ruby$/

export function* auditCaches({ workflow }: AuditSubject): Iterable<Report> {
  for (const job of workflow.jobs) {
    if (!publishes(job, workflow)) continue
    for (const step of job.steps) {
      const place = cacheOf(step)
      if (!place) continue
      yield {
        rule: 'cache-in-release',
        place,
        values: { job: job.id },
        identity: [job.id, step.uses?.value ?? ''],
      }
    }
  }
}

function publishes(job: WorkflowJob, workflow: Workflow): boolean {
  if (workflow.kind === 'action') return false
  return job.steps.some(
    ({ run, uses }) =>
      PUBLISH_COMMAND.test(run?.value ?? '') || PUBLISH_ACTIONS.has(actionName(uses?.value) ?? ''),
  )
}

function cacheOf(step: WorkflowStep): WorkflowText | undefined {
  const name = actionName(step.uses?.value)
  if (!name || !step.uses) return undefined
  if (name === 'actions/cache') return step.uses
  const cache = step.with.find((pair) => pair.name.value === 'cache')
  if (SETUP_ACTIONS.test(name) && cache && !/^(?:false|)$/.test(cache.value.value)) return cache.value
  return undefined
}
