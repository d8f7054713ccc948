/** Actions, called workflows and images that may change without a change in this repository. */
import type { WorkflowText } from '../../../src/repository/workflow.ts'
import type { AuditSubject, Report } from '../audit.ts'
import { isPinnedImage, parseUses } from '../uses.ts'

/** Moved tags of GitHub's own actions would be GitHub's own breach: less likely, so less severe. */
const PLATFORM_OWNERS = new Set(['actions', 'github'])

export function* auditPinning(subject: AuditSubject): Iterable<Report> {
  for (const job of subject.workflow.jobs) {
    if (job.uses) yield* auditUses(job.uses, 'unpinned-reusable-workflow', subject)
    for (const step of job.steps) if (step.uses) yield* auditUses(step.uses, 'unpinned-action', subject)
    for (const image of job.images) {
      if (image.expressions.length > 0 || isPinnedImage(image.value)) continue
      yield {
        rule: 'unpinned-image',
        place: image,
        values: { image: image.value },
        identity: [job.id, image.value],
      }
    }
  }
}

function* auditUses(text: WorkflowText, rule: string, { workflow, lock }: AuditSubject): Iterable<Report> {
  const uses = parseUses(text.value.trim())
  if (uses.kind === 'local' || uses.pinned) return
  if (uses.kind === 'docker') {
    yield {
      rule: 'unpinned-docker-action',
      place: text,
      values: { image: uses.image },
      identity: [text.value],
    }
    return
  }
  const { owner, repository, ref } = uses
  if (rule === 'unpinned-action' && lock(workflow.path, owner, repository, ref)) return
  yield {
    rule,
    place: text,
    values: {
      uses: text.value,
      ref: ref === '' ? 'the default branch' : ref,
      name: `${owner}/${repository}`,
    },
    identity: [text.value],
    ...(PLATFORM_OWNERS.has(owner.toLowerCase()) ? { severity: 'medium' as const } : {}),
  }
}
