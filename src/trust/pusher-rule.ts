/**
 * Which workload may push policy: the repository that operations keep it in, by ids, from a protected ref and
 * one workflow. As strict as a trust rule, about no application.
 */
import * as z from 'zod'
import type { RuleMismatch } from './trust-rule.ts'
import {
  compareClaim,
  compareWorkflowPath,
  DEFAULT_EVENTS,
  DEFAULT_RUNNERS,
  eventName,
  workflowPath,
} from './trust-rule.ts'
import { commitText, environmentName, gitRef, issuerUrl, numericId } from './vocabulary.ts'

export const pusherRuleSchema = z.strictObject({
  issuer: issuerUrl,
  repositoryId: numericId,
  ownerId: numericId,
  refs: z.array(gitRef).min(1).max(16),
  /** Path of the workflow whose job pushes, without `@ref`. */
  workflow: workflowPath,
  /** Exact commits of it; absent: as it stands on the listed refs, where the workflow is of the same repository. */
  commits: z.array(commitText).min(1).max(64).optional(),
  environment: environmentName.optional(),
  events: z.array(eventName).min(1).max(16).optional(),
  runners: z
    .array(z.enum(['github-hosted', 'gitlab-hosted', 'self-hosted']))
    .min(1)
    .max(3)
    .optional(),
})
export type PusherRule = z.infer<typeof pusherRuleSchema>

/** @returns the first claim that does not fit, or `undefined` where the rule grants the push */
export function checkPusherRule(
  rule: PusherRule,
  claims: Readonly<Record<string, unknown>>,
): RuleMismatch | undefined {
  const optional = (claim: string, values: readonly string[] | undefined): [string, readonly string[]][] =>
    values === undefined ? [] : [[claim, values]]
  const expectations: [claim: string, accepted: readonly string[]][] = [
    ['iss', [rule.issuer]],
    ['repository_id', [rule.repositoryId]],
    ['repository_owner_id', [rule.ownerId]],
    ...optional('environment', rule.environment === undefined ? undefined : [rule.environment]),
    ['event_name', rule.events ?? DEFAULT_EVENTS],
    ['ref', rule.refs],
    ['ref_protected', ['true']],
    ['runner_environment', rule.runners ?? DEFAULT_RUNNERS],
    ...optional('job_workflow_sha', rule.commits),
  ]
  for (const [claim, accepted] of expectations) {
    const mismatch = compareClaim(claims, claim, accepted)
    if (mismatch) return mismatch
  }
  return compareWorkflowPath(rule.workflow, claims)
}
