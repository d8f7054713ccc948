import { expect, test } from 'vitest'
import { cabalFreeze } from '../../../../scanners/dependencies/lockfiles/cabal-freeze.ts'
import { stackLock } from '../../../../scanners/dependencies/lockfiles/stack-lock.ts'
import { errorsOf, packagesOf, readText } from './reading.ts'

test('cabal.project.freeze: what is pinned everywhere, not flags nor what the compiler brings', async () => {
  const reading = await readText(
    cabalFreeze,
    `active-repositories: hackage.haskell.org:merge
constraints: any.HUnit ==1.6.2.0,
             -- a comment
             any.aeson ==2.1, aeson -cffi +ordered-keymap,
             any.base installed,
             any.loose >=1.0,
             own ==3
index-state: hackage.haskell.org 2023-01-01T00:00:00Z
`,
  )
  expect(packagesOf(reading)).toEqual([
    'HUnit 1.6.2.0 2-2 unknown null',
    'aeson 2.1 4-4 unknown null',
    'loose  6-6 unknown null',
  ])
  expect(errorsOf(reading)).toEqual(['6 LOCKFILE_UNRESOLVED "loose" is not pinned to one version: ">=1.0"'])
})

test('stack.yaml.lock: Hackage, git and archives', async () => {
  const reading = await readText(
    stackLock,
    `packages:
- completed:
    hackage: hasql-pool-1.0.1@sha256:3cfb,2302
    pantry-tree:
      size: 574
  original:
    hackage: hasql-pool-1.0.1
- completed:
    commit: 6a86
    git: https://host.example/x.git
    name: x
    version: '0.10'
  original: {}
snapshots:
- original: lts-22.41
`,
  )
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual(['hasql-pool 1.0.1 2-7 prod true', 'x 0.10 8-13 prod true'])
  expect(reading.packages[1]?.source).toEqual({
    kind: 'git',
    url: 'https://host.example/x.git',
    commit: '6a86',
  })
})

test.each([
  [cabalFreeze, 'hello\nconstraints: any.a ==1'],
  [stackLock, 'packages: 3\n'],
  [stackLock, 'packages:\n- completed:\n    hackage: nothing\n'],
])('%# is told', async (format, text) => {
  expect((await readText(format, text)).errors).toMatchObject([{ code: 'LOCKFILE_INVALID' }])
})
