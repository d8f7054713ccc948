/**
 * Values of strangers pasted into a script. `${{ }}` is replaced before the shell or Node reads the
 * script, so that the value becomes code. Passed by `env:` and used as `"$NAME"` it stays a value.
 */
import type { Workflow, WorkflowJob, WorkflowStep, WorkflowText } from '../../../src/repository/workflow.ts'
import type { AuditSubject, Report } from '../audit.ts'
import contexts from '../contexts.json' with { type: 'json' }
import { findInputSource } from '../input-source.ts'
import { actionName } from '../uses.ts'

const SCRIPTS: Readonly<Record<string, string>> = contexts.scripts

export function* auditUntrustedInput({ workflow }: AuditSubject): Iterable<Report> {
  for (const job of workflow.jobs) {
    for (const step of job.steps) {
      for (const script of scriptsOf(step)) yield* auditScript(script, workflow, job, step)
    }
  }
}

function scriptsOf(step: WorkflowStep): WorkflowText[] {
  const scripts = step.run ? [step.run] : []
  const input = SCRIPTS[actionName(step.uses?.value) ?? '']
  const pair = step.with.find(({ name }) => name.value.toLowerCase() === input)
  return pair ? [...scripts, pair.value] : scripts
}

function* auditScript(
  script: WorkflowText,
  workflow: Workflow,
  job: WorkflowJob,
  step: WorkflowStep,
): Iterable<Report> {
  for (const expression of script.expressions) {
    const source = findInputSource(expression.body, { workflow, job, step })
    if (!source) continue
    const stranger = source.control === 'stranger'
    yield {
      rule: stranger ? 'untrusted-input' : 'member-input',
      place: expression,
      values: {
        expression: expression.body,
        source: source.name,
        who: contexts[source.control].who,
      },
      identity: [job.id, step.id?.value ?? step.name?.value ?? '', expression.body],
      ...(stranger && isPrivileged(workflow) ? { severity: 'critical' as const } : {}),
      ...(!stranger && workflow.kind === 'action' ? { confidence: 'low' as const } : {}),
    }
  }
}

/** Strangers start it, and it runs with the repository's secrets. */
function isPrivileged(workflow: Workflow): boolean {
  return workflow.events.some(({ name }) => contexts.privilegedEvents.includes(name))
}
