/**
 * What a change is compared with, by the event that began the run. Base comes from the event's payload,
 * never from an input: a pull request must not choose its own judge. The table stands in docs/github.md.
 */
import * as z from 'zod'
import { decode } from '../base/decode.ts'

/** Which commit the gate policy is read from and findings are compared with. */
export type Basis =
  /** The merge-base of the judged commit and this one. */
  | { readonly kind: 'merge-base'; readonly commit: string }
  | { readonly kind: 'commit'; readonly commit: string }
  /** `before` where it is an ancestor, else the merge-base with the default branch. */
  | { readonly kind: 'push'; readonly before: string | undefined; readonly defaultBranch: string }
  /** Nothing to compare with: the commit's own policy, said aloud. */
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string; readonly help: string }
  /** A branch or tag was deleted. */
  | { readonly kind: 'nothing' }

export interface Change {
  readonly event: string
  readonly basis: Basis
  /** Where a comment may go. */
  readonly pullRequest: number | undefined
  /** A pull request of a fork: the token is read-only and no secret is there. */
  readonly fromFork: boolean
}

const ZERO_COMMIT = /^0+$/
const commit = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'must be a commit id')
const repository = z.object({ id: z.number(), default_branch: z.string().optional() })

const pullRequestPayload = z.object({
  number: z.number(),
  pull_request: z.object({
    base: z.object({ sha: commit, repo: repository }),
    head: z.object({ sha: commit, repo: repository.nullable() }),
  }),
})
const mergeGroupPayload = z.object({ merge_group: z.object({ base_sha: commit }) })
const pushPayload = z.object({
  ref: z.string(),
  before: commit,
  after: commit,
  repository: z.object({ default_branch: z.string() }),
})

/** Events whose payload or code an outsider controls while the token is privileged. */
const FORBIDDEN = new Set(['pull_request_target', 'workflow_run', 'issue_comment'])

/** @throws `USAGE` where the payload is not what the event's must be */
export function readChange(event: string, payload: unknown): Change {
  const whole = { event, pullRequest: undefined, fromFork: false }
  const context = { source: `the payload of ${event}`, code: 'USAGE' } as const
  if (FORBIDDEN.has(event)) return { ...whole, basis: refuse(event) }
  switch (event) {
    case 'pull_request': {
      const { number, pull_request: pull } = decode(pullRequestPayload, payload, context)
      const fromFork = pull.head.repo?.id !== pull.base.repo.id
      return { event, basis: { kind: 'merge-base', commit: pull.base.sha }, pullRequest: number, fromFork }
    }
    case 'merge_group': {
      const { merge_group: group } = decode(mergeGroupPayload, payload, context)
      return { ...whole, basis: { kind: 'commit', commit: group.base_sha } }
    }
    case 'push':
      return { ...whole, basis: pushBasis(decode(pushPayload, payload, context)) }
    default:
      return { ...whole, basis: { kind: 'none', why: `a ${event} event has no commit to compare with` } }
  }
}

function pushBasis(push: z.infer<typeof pushPayload>): Basis {
  if (ZERO_COMMIT.test(push.after)) return { kind: 'nothing' }
  if (push.ref.startsWith('refs/tags/')) return { kind: 'none', why: 'a tag has no commit to compare with' }
  const before = ZERO_COMMIT.test(push.before) ? undefined : push.before
  return { kind: 'push', before, defaultBranch: push.repository.default_branch }
}

function refuse(event: string): Basis {
  return {
    kind: 'refused',
    why: `${event} runs with the repository's rights on what an outsider can control`,
    help: 'run this action on pull_request, merge_group, push, release or workflow_dispatch instead',
  }
}
