/** Jobs of GitLab at the coordinator: admitted by ids, named in access rules, and never mistaken for another forge's. */
import { expect, test } from 'vitest'
import type { PushRequest } from '../../src/api/messages/operation.ts'
import { requestAdmission, unwrap } from '../../src/mesh/control/membership.ts'
import { admissionAudience } from '../../src/trust/audience.ts'
import { createIssuer, GITLAB_CLAIMS } from '../support/issuer.ts'
import { environmentsText, type Kit, startKit } from './coordinator-kit.ts'

const gitlab = createIssuer('https://gitlab.example')
const github = createIssuer('https://token.example')
const none = { params: undefined, body: undefined }

const GITLAB_RULE = `
  - application: shop
    environments: [production, staging]
    issuer: ${gitlab.url}
    repositoryId: "74"
    ownerId: "65"
    refs: [refs/heads/main]
    gate: { workflow: gitlab.example/octo/shop//.gitlab-ci.yml, commits: [${'c'.repeat(40)}] }
`
const withGitlab = (text: string) =>
  text
    .replace('issuers:\n', `issuers:\n  - issuer: ${gitlab.url}\n`)
    .replace('\npeople:', `${GITLAB_RULE}people:`)

const start = () =>
  startKit({
    environments: withGitlab,
    issuerKeys: {
      keysFor: async () =>
        new Map([
          [gitlab.url, gitlab.keys()],
          [github.url, github.keys()],
        ]),
    },
  })

async function admit(kit: Kit, issuer: typeof gitlab, claims: Record<string, unknown> = {}) {
  const runner = kit.runner()
  const { coordinatorId } = kit.coordinator()
  const { wireguard, machine } = runner.keys
  const audience = admissionAudience({ coordinatorId, wireguardKey: wireguard, machineKey: machine })
  const options = { audience, now: kit.clock.now(), claims: { environment: 'staging', ...claims } }
  const token =
    issuer === gitlab
      ? gitlab.mint({ ...options, claims: { ...GITLAB_CLAIMS, ...options.claims } })
      : github.mintWorkload(options)
  return requestAdmission(runner.client, runner.admission({ token }))
}

async function push(kit: Kit, text: string) {
  const client = kit.client(kit.admin)
  const { access } = unwrap(await client.call('policy', none), 'REQUEST_REFUSED')
  const body: PushRequest = {
    environments: null,
    access: { text, replaces: access?.version ?? null },
    dryRun: false,
    acceptLockOut: true,
  }
  return unwrap(await client.call('push', { params: undefined, body }), 'REQUEST_REFUSED')
}

const rules = (name: string, identity: string, where = '') =>
  `{ "workloads": { "${name}": ${identity} }, "tagOwners": { "tag:web": [] },
     "grants": [{ "src": ["${name}"], "dst": ["tag:web"], "ip": ["tcp:7070"]${where} }] }`

test('a job is admitted by its project’s id, is named after it, and stands in the log by ids', async () => {
  const kit = await start()
  await kit.enrol({ environment: 'staging' })
  const { self, peers } = await admit(kit, gitlab)
  expect(self.name).toBe('shop-1000-5001')
  expect(peers).toHaveLength(1)
  const entries = await kit.coordinator().context.store.read((tx) => tx.log.list(0, 100))
  const entry = JSON.parse(Buffer.from(entries.at(-1)!).toString())
  expect(entry).toMatchObject({ type: 'admission', issuer: gitlab.url, repositoryId: '74', runId: '1000' })
})

test.each<[claim: string, value: unknown]>([
  ['ref_path', 'refs/heads/other'],
  ['ref_protected', 'false'],
  ['pipeline_source', 'merge_request_event'],
  ['runner_environment', 'self-hosted'],
  ['ci_config_sha', 'd'.repeat(40)],
])('a job that we know hears which claim is wrong, by GitLab’s name: %s', async (claim, value) => {
  const kit = await start()
  await expect(admit(kit, gitlab, { [claim]: value })).rejects.toThrow(`"${claim}" is`)
})

test('a job of another project is a stranger', async () => {
  const kit = await start()
  await expect(admit(kit, gitlab, { project_id: '75' })).rejects.toThrow(/^untrusted: untrusted$/)
})

const GITLAB_IDS = `{ "repositoryId": "74", "ownerId": "65", "issuer": "${gitlab.url}" }`
const GITHUB_IDS = `{ "repositoryId": "74", "ownerId": "65", "issuer": "${github.url}" }`

test('the same ids at two forges are two workloads', async () => {
  const kit = await start()
  await kit.enrol({ environment: 'staging' })
  await push(kit, rules('gitlab:octo/shop', GITLAB_IDS))
  expect((await admit(kit, gitlab)).peers).toHaveLength(1)
  expect((await admit(kit, github)).peers).toEqual([])
  await push(kit, rules('github:octo/shop', GITHUB_IDS))
  expect((await admit(kit, gitlab)).peers).toEqual([])
  expect((await admit(kit, github)).peers).toHaveLength(1)
  // Another issuer of the same forge.
  await push(kit, rules('gitlab:octo/shop', GITLAB_IDS.replace('gitlab.example', 'gitlab.com')))
  expect((await admit(kit, gitlab)).peers).toEqual([])
})

test.each<[condition: string, claims: Record<string, unknown>]>([
  ['"ref": ["refs/heads/main"]', { ref_path: 'refs/heads/other' }],
  ['"event": ["push"]', { pipeline_source: 'web' }],
  ['"environment": ["staging"]', {}],
  ['"runner": ["gitlab-hosted"]', {}],
  ['"workflow": ["gitlab.example/octo/shop//.gitlab-ci.yml"]', {}],
])('conditions hold for jobs of GitLab: %s', async (condition, claims) => {
  const kit = await startKit({
    environments: (text) =>
      withGitlab(text).replaceAll('refs: [refs/heads/main]', 'refs: [refs/heads/main, refs/heads/other]'),
    issuerKeys: { keysFor: async () => new Map([[gitlab.url, gitlab.keys()]]) },
  })
  await kit.enrol({ environment: 'staging' })
  await push(kit, rules('gitlab:octo/shop', GITLAB_IDS, `, "where": { ${condition} }`))
  expect((await admit(kit, gitlab)).peers).toHaveLength(1)
  const other = condition.replace(/\[".*"\]/, '["another"]')
  if (Object.keys(claims).length > 0) expect((await admit(kit, gitlab, claims)).peers).toEqual([])
  await push(kit, rules('gitlab:octo/shop', GITLAB_IDS, `, "where": { ${other} }`))
  expect((await admit(kit, gitlab)).peers).toEqual([])
})

test('where two issuers of one forge are trusted, a workload says whose its ids are', async () => {
  const second = environmentsText('https://token.actions.example.ghe.com')
  const rule = second.slice(second.indexOf('  - application'), second.indexOf('people:'))
  const kit = await startKit({
    environments: (text) =>
      text
        .replace('issuers:\n', 'issuers:\n  - issuer: https://token.actions.example.ghe.com\n')
        .replace('people:', `${rule}people:`),
  })
  const without = '{ "repositoryId": "74", "ownerId": "65" }'
  await expect(push(kit, rules('github:octo/shop', without))).rejects.toThrow('may be of')
  expect((await push(kit, rules('github:octo/shop', GITHUB_IDS))).access?.version).toBe(1)
})
