import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github.ts'
import { RunnerHarness, type RunnerJob, type StepResult } from '../support/runner.ts'

/** A workflow with a weakness that the workflow scanner finds. */
const WEAK =
  'name: x\non: [pull_request]\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo "${{ github.event.pull_request.title }}"\n'
const FINE =
  'name: x\non: [pull_request]\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo hello\n'
const SUPPRESS_ALL = 'version: 1\npaths:\n  exclude: ["**"]\n'

interface Clone {
  readonly folder: string
  readonly base: string
  readonly head: string
}

let origin: Clone
let github: FakeGitHub | undefined
afterEach(() => github?.close())

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-origin-'))
  const git = gitIn(folder)
  git('init', '-q', '-b', 'main')
  git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  mkdirSync(join(folder, '.github/workflows'), { recursive: true })
  writeFileSync(join(folder, '.github/workflows/ci.yml'), FINE)
  const base = commit(folder, 'base')
  git('checkout', '-q', '-b', 'change')
  writeFileSync(join(folder, '.github/workflows/ci.yml'), WEAK)
  mkdirSync(join(folder, '.sallyport'))
  writeFileSync(join(folder, '.sallyport/policy.yml'), SUPPRESS_ALL)
  origin = { folder, base, head: commit(folder, 'change') }
})

const pull = (headRepository: number) => ({
  number: 7,
  pull_request: {
    base: { sha: origin.base, repo: { id: 1 } },
    head: { sha: origin.head, repo: { id: headRepository } },
  },
})

interface GateResult extends StepResult {
  /** `verdict.json`, where one was written. */
  readonly document: { readonly tree?: unknown }
}

async function gate(job: Partial<RunnerJob>, inputs: Record<string, string> = {}): Promise<GateResult> {
  const harness = await RunnerHarness.start({
    event: 'pull_request',
    payload: pull(1),
    workspace: origin.folder,
    commit: origin.head,
    ref: 'refs/pull/7/merge',
    ...job,
  })
  try {
    const result = await harness.run('main', { offline: 'true', ...inputs })
    const report = result.outputs['report']
    const document =
      report === undefined ? {} : JSON.parse(readFileSync(join(report, 'verdict.json'), 'utf8'))
    return { ...result, document }
  } finally {
    await harness.close()
  }
}

describe('a pull request', () => {
  test('that brings a weakness and a policy to hide it fails by the policy of its base', async () => {
    const result = await gate({})
    expect(result.code, result.stdout + result.stderr).toBe(10)
    expect(result.outputs).toMatchObject({ verdict: 'failed' })
    expect(Number(result.outputs['findings'])).toBeGreaterThan(0)
    expect(result.stdout).toMatch(/^::error file=\.github\/workflows\/ci\.yml,line=8/m)
    expect(result.document.tree).toMatchObject({ commit: origin.head, base: origin.base })
  })

  test('is judged the same in a clone of depth 1, whose base is fetched by its id', async () => {
    github = await startFakeGitHub({ mergeBase: origin.base, permissions: ['contents: read'] })
    const shallow = shallowClone()
    const result = await gate(
      { workspace: shallow, apiUrl: github.url, serverUrl: `file://${serverFolder()}` },
      { 'github-token': 't0ken' },
    )
    expect(result.code, result.stdout + result.stderr).toBe(10)
    expect(result.stdout).toContain('::add-mask::t0ken')
  })

  test('whose base cannot be had is undecided, and says which line to add', async () => {
    const result = await gate({ workspace: shallowClone() })
    expect(result.code).toBe(11)
    expect(result.stdout).toMatch(/fetch-depth: 0/)
  })

  test('gets one comment, which is replaced', async () => {
    github = await startFakeGitHub({
      permissions: ['contents: read', 'pull-requests: read', 'pull-requests: write'],
    })
    await gate({ apiUrl: github.url }, { 'github-token': 't0ken' })
    await gate({ apiUrl: github.url }, { 'github-token': 't0ken' })
    expect([...github.comments.values()]).toHaveLength(1)
  })

  test('without the permission to comment says which, and its verdict stays', async () => {
    github = await startFakeGitHub({ permissions: ['contents: read'] })
    const result = await gate({ apiUrl: github.url }, { 'github-token': 't0ken', sarif: 'out.sarif' })
    expect(result.code).toBe(10)
    expect(result.stdout).toMatch(/comment was skipped: add "pull-requests: /)
    expect(result.stdout).toMatch(/SARIF upload was skipped: add "security-events: write"/)
  })

  test('of a fork needs no permission at all', async () => {
    github = await startFakeGitHub({ permissions: [] })
    const result = await gate(
      { payload: pull(2), apiUrl: github.url },
      { 'github-token': 't0ken', sarif: 'out.sarif' },
    )
    expect(result.code).toBe(10)
    expect(github.calls).toEqual([])
  })
})

test("two jobs at once on one machine keep out of each other's way", async () => {
  const harness = await RunnerHarness.start({
    event: 'merge_group',
    payload: { merge_group: { base_sha: origin.base } },
    workspace: origin.folder,
    commit: origin.head,
    ref: 'refs/heads/gh-readonly-queue/main/pr-7',
  })
  try {
    const [one, two] = await Promise.all([
      harness.run('main', { offline: 'true' }),
      harness.run('main', { offline: 'true' }),
    ])
    expect([one.code, two.code]).toEqual([10, 10])
    expect(one.outputs['report']).not.toBe(two.outputs['report'])
  } finally {
    await harness.close()
  }
})

test('a merge group is compared with its base', async () => {
  const result = await gate({ event: 'merge_group', payload: { merge_group: { base_sha: origin.base } } })
  expect(result.outputs['verdict']).toBe('failed')
})

test('a push is compared with what was there before', async () => {
  const payload = {
    ref: 'refs/heads/change',
    before: origin.base,
    after: origin.head,
    repository: { default_branch: 'main' },
  }
  expect((await gate({ event: 'push', payload })).outputs['verdict']).toBe('failed')
})

test('a dispatch has nothing to compare with, which is said', async () => {
  const result = await gate({ event: 'workflow_dispatch', payload: {} })
  expect(result.stdout).toMatch(/judged by the gate policy of the commit itself/)
})

test.each([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
])('%s ends with 2 and the reason', async (event) => {
  const result = await gate({ event })
  expect(result.code).toBe(2)
  expect(result.stdout).toContain(`::error::${event}`)
})

function gitIn(folder: string): (...args: string[]) => string {
  const env = { PATH: process.env['PATH']!, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  return (...args) => execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim()
}

function commit(folder: string, message: string): string {
  const git = gitIn(folder)
  git('add', '-A')
  git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', message)
  return git('rev-parse', 'HEAD')
}

function shallowClone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-shallow-'))
  gitIn(folder)('clone', '-q', '--depth=1', '--branch', 'change', `file://${origin.folder}`, 'clone')
  return join(folder, 'clone')
}

/** A folder in which the origin is `octo-org/shop`, as a server has it. */
function serverFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-server-'))
  mkdirSync(join(folder, 'octo-org'))
  gitIn(folder)('clone', '-q', '--bare', origin.folder, 'octo-org/shop')
  gitIn(join(folder, 'octo-org/shop'))('config', 'uploadpack.allowAnySHA1InWant', 'true')
  return folder
}
