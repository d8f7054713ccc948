/**
 * GitLab's ID tokens for CI jobs, in the words in which rules and statements are written. Both forges say the
 * same things under names of their own; a token is read as GitLab's only where it has none of GitHub's names,
 * so that no token has two readings.
 */
import type { Claims } from './token.ts'

/** Ours, which are GitHub's, to GitLab's. */
const NAMES: Readonly<Record<string, string>> = {
  repository_id: 'project_id',
  repository_owner_id: 'namespace_id',
  repository: 'project_path',
  // `ref` is the short name there; rules name whole refs.
  ref: 'ref_path',
  event_name: 'pipeline_source',
  job_workflow_ref: 'ci_config_ref_uri',
  job_workflow_sha: 'ci_config_sha',
  run_id: 'pipeline_id',
  run_attempt: 'job_id',
  actor_id: 'user_id',
}
/** What a token of GitHub's always has, and GitLab's never. */
const GITHUB_ONLY = [
  'repository_id',
  'repository_owner_id',
  'event_name',
  'run_id',
  'job_workflow_ref',
] as const

export type Forge = 'github' | 'gitlab'

export function forgeOf(claims: Readonly<Record<string, unknown>>): Forge {
  return Object.hasOwn(claims, 'project_id') ? 'gitlab' : 'github'
}

/** The claims of a verified token under our names, GitLab's own beside them; those of others as they are. */
export function readWorkloadClaims(claims: Claims): Claims {
  const isGitlab = forgeOf(claims) === 'gitlab' && !GITHUB_ONLY.some((name) => Object.hasOwn(claims, name))
  if (!isGitlab) return claims
  const { ref: _short, ...rest } = claims
  const renamed = Object.entries(NAMES).flatMap(([ours, theirs]) => {
    const value = claims[theirs]
    return value === undefined || value === null ? [] : [[ours, value] as const]
  })
  return { ...rest, ...Object.fromEntries(renamed) } as Claims
}

/** As the token's issuer calls it, for messages. */
export function claimName(claims: Readonly<Record<string, unknown>>, name: string): string {
  return forgeOf(claims) === 'gitlab' ? (NAMES[name] ?? name) : name
}
