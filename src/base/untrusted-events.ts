/**
 * Events in which a stranger's input runs under the repository's name (protocols.md, section 2): no access rule and
 * no trust rule may name one.
 */
export const UNTRUSTED_EVENTS = [
  'pull_request',
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  // GitLab's: a merge request's, and a child pipeline, which does not say what began it.
  'merge_request_event',
  'external_pull_request_event',
  'parent_pipeline',
] as const

export function isUntrustedEvent(name: string): boolean {
  return (UNTRUSTED_EVENTS as readonly string[]).includes(name)
}
