/** `approve`, `deploy` and `connect` where something is missing; the way itself is the quickstart's, which CI runs. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { RunnerHarness, type RunnerJob, type StepResult } from '../support/runner.ts'

const ROOT = `sallyport-root-public-v1:${'A'.repeat(42)}E`
let folder: string
let commit: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-mesh-step-'))
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim()
  git('init', '-q', '-b', 'main')
  writeFileSync(join(folder, 'shop.tar.gz'), 'bytes')
  writeFileSync(join(folder, 'index.js'), 'export const answer = 42\n')
  git('add', '-A')
  git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', 'first')
  commit = git('rev-parse', 'HEAD')
})

const INPUTS = {
  command: 'deploy',
  offline: 'true',
  environment: 'production',
  artifact: 'shop=shop.tar.gz',
  coordinator: 'https://127.0.0.1:9',
  root: ROOT,
}

async function play(
  inputs: Record<string, string>,
  job: Partial<RunnerJob> = {},
): Promise<{ main: StepResult; post: StepResult }> {
  const harness = await RunnerHarness.start({
    event: 'workflow_dispatch',
    payload: {},
    workspace: folder,
    commit,
    ref: 'refs/heads/main',
    ...job,
  })
  try {
    return { main: await harness.run('main', { ...INPUTS, ...inputs }), post: await harness.run('post') }
  } finally {
    await harness.close()
  }
}

test('a job that may not ask for tokens is told which permission to add', async () => {
  const { main, post } = await play({})
  expect(main.code, main.stdout).toBe(2)
  expect(main.stdout).toMatch(/::error::this job may not ask for an identity token/)
  expect(main.stdout).toMatch(/::notice::add to the job: permissions: .*id-token: write/)
  expect(post.code).toBe(0)
})

test.each([
  'artifact',
  'environment',
  'coordinator',
  'root',
])('a missing input %s is named, with what to write', async (name) => {
  const { main } = await play({ [name]: '' })
  expect(main.code, main.stdout).toBe(2)
  expect(main.stdout).toContain(`::error::the input "${name}" is missing`)
})

test('a coordinator that is not there ends with 14, and post has nothing to do', async () => {
  const { main, post } = await play({}, { mintToken: async () => 'a.b.c' })
  expect(main.code, main.stdout).toBe(14)
  expect(main.outputs['deployment']).toBeUndefined()
  expect(post.code).toBe(0)
  expect(post.stdout).toMatch(/no node is left/)
})

test('an artifact line without an application is refused', async () => {
  const { main } = await play({ artifact: 'shop.tar.gz' })
  expect(main.code).toBe(2)
  expect(main.stdout).toMatch(/names no application/)
})

test('a change that the gate refuses is never submitted', async () => {
  const asked: string[] = []
  const workflow = join(folder, 'leak.js')
  writeFileSync(
    workflow,
    `require('child_process').exec('ls ' + require('express')().get('/', (req) => req.query.a))\nmodule.exports = (req, res) => eval(req.query.code)\n`,
  )
  const { main } = await play(
    {},
    {
      mintToken: async (audience) => {
        asked.push(audience)
        return 'a.b.c'
      },
    },
  )
  expect(main.code, main.stdout).toBe(10)
  expect(asked).toEqual([])
})
