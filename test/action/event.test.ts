import { expect, test } from 'vitest'
import { readChange } from '../../src/action/event.ts'

const BASE = 'b'.repeat(40)
const HEAD = 'a'.repeat(40)
const ZERO = '0'.repeat(40)

const pull = (headRepository: { id: number } | null) => ({
  action: 'synchronize',
  number: 7,
  pull_request: {
    base: { ref: 'main', sha: BASE, repo: { id: 1 } },
    head: { ref: 'x', sha: HEAD, repo: headRepository },
  },
})
const push = (more: object) => ({
  ref: 'refs/heads/main',
  before: BASE,
  after: HEAD,
  repository: { id: 1, default_branch: 'main' },
  ...more,
})

test('a pull request is judged by the merge-base with its base', () => {
  expect(readChange('pull_request', pull({ id: 1 }))).toEqual({
    event: 'pull_request',
    basis: { kind: 'merge-base', commit: BASE },
    pullRequest: 7,
    fromFork: false,
  })
})

test('a pull request of a fork is known, also when the fork is gone', () => {
  expect(readChange('pull_request', pull({ id: 2 })).fromFork).toBe(true)
  expect(readChange('pull_request', pull(null)).fromFork).toBe(true)
})

test('a merge group is judged by its base', () => {
  expect(readChange('merge_group', { merge_group: { base_sha: BASE, head_sha: HEAD } }).basis).toEqual({
    kind: 'commit',
    commit: BASE,
  })
})

test('a push is judged by what was there before', () => {
  expect(readChange('push', push({})).basis).toEqual({ kind: 'push', before: BASE, defaultBranch: 'main' })
})

test('the first push of a branch has no before', () => {
  expect(readChange('push', push({ before: ZERO })).basis).toEqual({
    kind: 'push',
    before: undefined,
    defaultBranch: 'main',
  })
})

test('a pushed tag has nothing to compare with, a deleted branch nothing to judge', () => {
  expect(readChange('push', push({ ref: 'refs/tags/v1' })).basis.kind).toBe('none')
  expect(readChange('push', push({ after: ZERO })).basis.kind).toBe('nothing')
})

test.each(['release', 'workflow_dispatch', 'schedule'])('%s has nothing to compare with', (event) => {
  expect(readChange(event, {}).basis.kind).toBe('none')
})

test.each([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
])('%s is refused with the reason', (event) => {
  expect(readChange(event, pull({ id: 1 })).basis).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining(event),
  })
})

test.each([
  [
    'a base that is no commit id',
    {
      ...pull({ id: 1 }),
      pull_request: { base: { sha: 'main', repo: { id: 1 } }, head: { sha: HEAD, repo: null } },
    },
  ],
  [
    'an option in the place of a commit id',
    {
      ...pull({ id: 1 }),
      pull_request: { base: { sha: '--upload-pack=x', repo: { id: 1 } }, head: { sha: HEAD, repo: null } },
    },
  ],
  ['no payload', null],
])('%s is refused', (_, payload) => {
  expect(() => readChange('pull_request', payload)).toThrow()
})
