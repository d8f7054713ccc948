/**
 * Trust rules (protocols §2): which workload may ask for what. One row of the table at the coordinator
 * and, independently, in each agent's trust file. Comparison is exact and case-sensitive; there are no
 * wildcards; what a rule does not say is not granted.
 */
import * as z from 'zod'
import { isUntrustedEvent } from '../base/untrusted-events.ts'
import { claimName, type Forge } from './gitlab-claims.ts'
import {
  applicationName,
  commitText,
  digestText,
  environmentName,
  gitRef,
  issuerUrl,
  labelName,
  labelValue,
  numericId,
} from './vocabulary.ts'

/** `web` is what GitLab calls a run that a person starts. */
export const DEFAULT_EVENTS = ['push', 'workflow_dispatch', 'web'] as const
export const DEFAULT_RUNNERS = ['github-hosted', 'gitlab-hosted'] as const

export const eventName = z
  .string()
  .regex(/^[a-z_]{1,64}$/)
  .refine((event) => !isUntrustedEvent(event), {
    error: (issue) =>
      `the event ${JSON.stringify(issue.input)} can never be listed here: it runs with what a stranger wrote`,
  })

const GITHUB_WORKFLOW = /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+\/\.github\/workflows\/[^/@\s]+\.ya?ml$/
const GITLAB_CONFIG = /^[a-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9_.-]+){2,}\/\/[^@\s]+\.ya?ml$/

/**
 * `owner/repository/.github/workflows/file.yml`, or GitLab's `host/group/project//.gitlab-ci.yml`; without
 * `@ref`: the commit is what counts.
 */
export const workflowPath = z
  .string()
  .max(400)
  .refine((path) => GITHUB_WORKFLOW.test(path) || GITLAB_CONFIG.test(path), {
    message:
      'must be owner/repository/.github/workflows/file.yml (or, for GitLab, host/group/project//.gitlab-ci.yml), without @ref',
  })

const gateSchema = z
  .strictObject({
    workflow: workflowPath,
    commits: z.array(commitText).min(1).max(64).optional(),
    anyWorkflow: z.literal(true).optional(),
  })
  .refine((gate) => (gate.commits === undefined) !== (gate.anyWorkflow === undefined), {
    message:
      'must list the exact commits of the gate workflow under "commits" (or say "anyWorkflow: true", which every receipt then shows)',
  })

/** GitLab's path has the host and the project before two slashes. */
export function forgeOfWorkflow({ workflow }: { readonly workflow: string }): Forge {
  return workflow.includes('//') ? 'gitlab' : 'github'
}

/** What any mode needs: the application, where it may go, and under which gate policies. */
export const grantSchema = z.strictObject({
  application: applicationName,
  environments: z.array(environmentName).min(1).max(64),
  /** Labels that an approval's scope must carry with one of these values; absent: any scope. */
  scopes: z.record(labelName, z.array(labelValue).min(1).max(64)).optional(),
  /** Digests of gate policies; absent: any policy that the signer vouches for. */
  policies: z.array(digestText).min(1).max(64).optional(),
})

export const trustRuleSchema = z.strictObject({
  ...grantSchema.shape,
  issuer: issuerUrl,
  repositoryId: numericId,
  ownerId: numericId,
  /** Names narrow, they never grant. */
  repository: z.string().min(3).max(200).optional(),
  gate: gateSchema,
  events: z.array(eventName).min(1).max(16).optional(),
  refs: z.array(gitRef).min(1).max(64),
  runners: z
    .array(z.enum(['github-hosted', 'gitlab-hosted', 'self-hosted']))
    .min(1)
    .max(3)
    .optional(),
  /** How many people of the trust file must approve, beside the workload. */
  quorum: z.int().min(0).max(16).optional(),
})

export type Grant = z.infer<typeof grantSchema>
export type TrustRule = z.infer<typeof trustRuleSchema>

/** What a rule is asked about; the claims come from a token that verified. */
export interface RuleRequest {
  readonly application: string
  readonly environment: string
  readonly scope: Readonly<Record<string, string>>
  readonly claims: Readonly<Record<string, unknown>>
}

export interface RuleMismatch {
  readonly claim: string
  /** `missing`: the token does not have the claim at all. */
  readonly kind: 'missing' | 'differs'
  readonly reason: string
}

/** The rules that name this application and environment. */
export function findGrants<T extends Grant>(
  rules: readonly T[],
  application: string,
  environment: string,
): T[] {
  return rules.filter((rule) => rule.application === application && rule.environments.includes(environment))
}

/** True where the scope carries every label that the rule asks for, with a listed value. */
export function scopeIsGranted(rule: Grant, scope: Readonly<Record<string, string>>): boolean {
  return Object.entries(rule.scopes ?? {}).every(([label, values]) => {
    const value = Object.hasOwn(scope, label) ? scope[label] : undefined
    return value !== undefined && values.includes(value)
  })
}

/** @returns the first claim that does not fit, or `undefined` where the rule grants the request. */
export function checkTrustRule(rule: TrustRule, request: RuleRequest): RuleMismatch | undefined {
  if (rule.application !== request.application) {
    return differs('application', request.application, [rule.application])
  }
  for (const [claim, accepted] of expectations(rule)) {
    const mismatch = compareClaim(request.claims, claim, accepted)
    if (mismatch) return mismatch
  }
  if (request.claims['environment'] !== request.environment) {
    return differs('environment', request.claims['environment'], [request.environment])
  }
  if (!scopeIsGranted(rule, request.scope)) {
    return {
      claim: 'scope',
      kind: 'differs',
      reason: `the scope ${JSON.stringify(request.scope)} is not granted`,
    }
  }
  return compareWorkflowPath(rule.gate.workflow, request.claims)
}

/** True where every receipt under this rule must say that the gate's workflow is not pinned. */
export function acceptsAnyWorkflow(rule: TrustRule): boolean {
  return rule.gate.anyWorkflow === true
}

/** Claim and accepted values, in the order in which they are judged. */
function expectations(rule: TrustRule): [claim: string, accepted: readonly string[]][] {
  return [
    ['iss', [rule.issuer]],
    ['repository_id', [rule.repositoryId]],
    ['repository_owner_id', [rule.ownerId]],
    ...(rule.repository === undefined ? [] : [['repository', [rule.repository]] as [string, string[]]]),
    ['environment', rule.environments],
    ['event_name', acceptedEvents(rule)],
    ['ref', rule.refs],
    ['ref_protected', ['true']],
    ['runner_environment', rule.runners ?? DEFAULT_RUNNERS],
    ...(rule.gate.commits === undefined
      ? []
      : [['job_workflow_sha', rule.gate.commits] as [string, string[]]]),
  ]
}

/** A rule that did not come through the schema is held to it here, too. */
function acceptedEvents(rule: TrustRule): readonly string[] {
  const events: readonly string[] = rule.events ?? DEFAULT_EVENTS
  return events.filter((event) => !isUntrustedEvent(event))
}

/** @param workflow as a rule writes it, without `@ref` */
export function compareWorkflowPath(
  workflow: string,
  claims: RuleRequest['claims'],
): RuleMismatch | undefined {
  const claim = 'job_workflow_ref'
  const value = claims[claim]
  if (value === undefined) return missing(claimName(claims, claim))
  const at = typeof value === 'string' ? value.indexOf('@') : -1
  const path = typeof value === 'string' && at > 0 ? value.slice(0, at) : value
  if (path !== workflow) return differs(claimName(claims, claim), value, [`${workflow}@…`])
  const sha = 'job_workflow_sha'
  return claims[sha] === undefined ? missing(claimName(claims, sha)) : undefined
}

/** Exact, case-sensitive; a claim that is missing does not fit. */
export function compareClaim(
  claims: RuleRequest['claims'],
  claim: string,
  accepted: readonly string[],
): RuleMismatch | undefined {
  const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined
  const name = claimName(claims, claim)
  if (value === undefined) return missing(name)
  return typeof value === 'string' && accepted.includes(value) ? undefined : differs(name, value, accepted)
}

function missing(claim: string): RuleMismatch {
  return { claim, kind: 'missing', reason: `the token has no claim "${claim}"` }
}

function differs(claim: string, value: unknown, accepted: readonly string[]): RuleMismatch {
  const quoted = JSON.stringify(value)?.slice(0, 200)
  return {
    claim,
    kind: 'differs',
    reason: `"${claim}" is ${quoted}, the rule accepts ${accepted.join(', ')}`,
  }
}
