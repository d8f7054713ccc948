/** Self-hosted runners that run code of forks: what a job leaves on the machine, the next one finds. */
import type { AuditSubject, Report } from '../audit.ts'

const FORK_EVENTS = ['pull_request', 'pull_request_target', 'workflow_run', 'issue_comment', 'issues']

export function* auditRunners({ workflow }: AuditSubject): Iterable<Report> {
  const event = workflow.events.find(({ name }) => FORK_EVENTS.includes(name))
  if (!event) return
  for (const job of workflow.jobs) {
    const label = job.runsOn.find(({ value }) => value.toLowerCase() === 'self-hosted')
    if (!label) continue
    const values = { job: job.id, event: event.name }
    yield { rule: 'self-hosted-on-fork-event', place: label, values, identity: [job.id] }
  }
}
