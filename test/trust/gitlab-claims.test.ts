/** GitLab's tokens under trust rules: each line of a rule refuses a token in which all else is right, by GitLab's name of the claim. */
import { expect, test } from 'vitest'
import { type Claims, verifyWorkloadToken } from '../../src/trust/token.ts'
import { checkTrustRule, type TrustRule, trustRuleSchema } from '../../src/trust/trust-rule.ts'
import { createIssuer, GITLAB_CLAIMS, WORKLOAD_CLAIMS } from '../support/issuer.ts'

const NOW = Date.parse('2026-11-22T08:00:00Z')
const gitlab = createIssuer('https://gitlab.example')
const RULE: TrustRule = trustRuleSchema.parse({
  application: 'shop',
  environments: ['production'],
  issuer: gitlab.url,
  repositoryId: '74',
  ownerId: '65',
  repository: 'octo/shop',
  refs: ['refs/heads/main'],
  gate: { workflow: 'gitlab.example/octo/shop//.gitlab-ci.yml', commits: ['c'.repeat(40)] },
})

function read(claims: Record<string, unknown> = {}): Claims {
  const token = gitlab.mint({ audience: 'ours', now: NOW, claims: { ...GITLAB_CLAIMS, ...claims } })
  const result = verifyWorkloadToken(token, {
    issuers: new Map([[gitlab.url, gitlab.keys()]]),
    audience: 'ours',
  })
  if (result.kind === 'refused') throw new Error(result.reason)
  return result.claims
}

const check = (claims: Record<string, unknown>, rule = RULE) =>
  checkTrustRule(rule, { application: 'shop', environment: 'production', scope: {}, claims: read(claims) })

test('a push to a protected branch that the rule names is granted', () => {
  expect(check({})).toBeUndefined()
})

test.each<[claim: string, values: readonly unknown[]]>([
  ['project_id', ['75', 74, '074', undefined]],
  ['namespace_id', ['66', undefined]],
  ['project_path', ['octo/Shop', undefined]],
  ['environment', ['staging', undefined]],
  [
    'pipeline_source',
    ['merge_request_event', 'external_pull_request_event', 'parent_pipeline', 'schedule', 'api', undefined],
  ],
  ['ref_path', ['refs/heads/other', 'refs/tags/main', 'main', undefined]],
  ['ref_protected', ['false', true, undefined]],
  ['runner_environment', ['self-hosted', undefined]],
  ['ci_config_sha', ['d'.repeat(40), null, undefined]],
  ['ci_config_ref_uri', ['gitlab.example/octo/other//.gitlab-ci.yml@refs/heads/main', null, undefined]],
])('a token whose %s is another, or missing, is refused, and the claim named', (claim, values) => {
  for (const value of values) {
    const mismatch = check({ [claim]: value })
    // Without its project a token is no GitLab token any more: our own name is what is missing.
    const name = claim === 'project_id' && value === undefined ? 'repository_id' : claim
    expect(mismatch?.claim, `${claim} ${JSON.stringify(value)}`).toBe(name)
  }
})

test('the short name of a ref grants nothing, and a tag is none of a branch’s name', () => {
  expect(check({ ref: 'refs/heads/main', ref_path: 'refs/tags/v1' })?.claim).toBe('ref_path')
})

test.each([
  'merge_request_event',
  'external_pull_request_event',
  'parent_pipeline',
])('a rule cannot list %s', (event) => {
  expect(trustRuleSchema.safeParse({ ...RULE, events: [event] }).success).toBe(false)
})

test('what is listed is granted: a runner of one’s own, a schedule', () => {
  const rule = trustRuleSchema.parse({ ...RULE, events: ['schedule'], runners: ['self-hosted'] })
  expect(check({ pipeline_source: 'schedule', runner_environment: 'self-hosted' }, rule)).toBeUndefined()
})

test('a token with the names of both forges is read as it stands: nothing of GitLab’s takes the place of GitHub’s', () => {
  const both = read({ repository_id: '99', event_name: 'push' })
  expect(both['repository_id']).toBe('99')
  expect(both['ref']).toBe('main')
  expect(check({ repository_id: '74' })).toBeDefined()
  const github = read({ ...WORKLOAD_CLAIMS, project_id: '1' })
  expect(github['repository_id']).toBe('74')
})

test('who started it and which pipeline stand where statements look for them', () => {
  expect(read()).toMatchObject({ run_id: '1000', run_attempt: '5001', actor_id: '12', sha: 'c'.repeat(40) })
})
