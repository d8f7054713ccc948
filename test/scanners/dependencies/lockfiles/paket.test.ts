import { expect, test } from 'vitest'
import { paketDependencies } from '../../../../scanners/dependencies/lockfiles/paket-dependencies.ts'
import { paketLock } from '../../../../scanners/dependencies/lockfiles/paket-lock.ts'
import { edgesOf, errorsOf, packagesOf, readText } from './reading.ts'

const LOCK = `STORAGE: NONE
RESTRICTION: == net6.0
NUGET
  remote: https://api.example/v3/index.json
    Argu (6.1.1)
      FSharp.Core (>= 4.3.2)
      System.Configuration (>= 4.4) - restriction: >= netstandard2.0
    FSharp.Core (5.0) - restriction: || (>= net45)
GITHUB
  remote: fsharp/FAKE
    src/app/Globbing.fs (991bea743c5d5e8eec0defc7338a89281ed3f77a)
      FSharp.Core

GROUP Test
NUGET
  remote: https://api.example/v3/index.json
    FSharp.Core (4.7)
    Expecto (9.0)
      FSharp.Core (>= 4.6)
`

test('groups, sections, remotes; each group is resolved for itself', async () => {
  const reading = await readText(paketLock, LOCK)
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual([
    'Argu 6.1.1 5-5 prod true',
    'FSharp.Core 5.0 8-8 prod null',
    'src/app/Globbing.fs 991bea743c5d5e8eec0defc7338a89281ed3f77a 11-11 prod true',
    'FSharp.Core 4.7 17-17 test null',
    'Expecto 9.0 18-18 test true',
  ])
  expect(reading.edges).toEqual([
    [0, 1],
    [2, 1],
    [4, 3],
    [-1, 0],
    [-1, 2],
    [-1, 4],
  ])
  expect(edgesOf(reading)[0]).toBe('Argu > FSharp.Core')
  expect(reading.packages.map((p) => p.ecosystem)).toEqual(['NuGet', 'NuGet', '', 'NuGet', 'NuGet'])
})

test('what is not understood is told with its line', async () => {
  const reading = await readText(paketLock, 'hello\nNUGET\n  remote: x\n    A\n    B (1)\n')
  expect(reading.packages.map((p) => p.name)).toEqual(['B'])
  expect(reading.errors.map((e) => e.line)).toEqual([1, 4])
})

test('the manifest: versions that a requirement names and allows', async () => {
  const text =
    'source https://x\nnuget A 1.2.3\nnuget B == 2.0\nnuget C ~> 3.0 // why\ngroup Test\n  nuget D\nThis is prose\nnuget E < 4.0\nnuget F >= 5.0 strategy: min\n'
  expect(packagesOf(await readText(paketDependencies, text))).toEqual([
    'A 1.2.3 2-2 prod true',
    'B 2.0 3-3 prod true',
    'C 3.0 4-4 prod true',
    'D  6-6 prod true',
    'E  8-8 prod true',
    'F 5.0 9-9 prod true',
  ])
})

test('the manifest: repositories of GitHub, by a tag, a branch, a commit or none', async () => {
  const commit = '30cd5366a4f3f25a443ca4cd62cd592fd16ac690'
  const text = `github o/a\ngithub o/b:2.13.5// why\n  github o/c:${commit} src/File.fs\ngithub o/d Lib.fs\ngithub o\n`
  const reading = await readText(paketDependencies, text)
  expect(packagesOf(reading)).toEqual([
    'o/a  1-1 prod true',
    'o/b 2.13.5 2-2 prod true',
    'o/c  3-3 prod true',
    'o/d  4-4 prod true',
  ])
  expect(reading.packages[2]).toMatchObject({ ecosystem: '', source: { kind: 'git', url: 'o/c', commit } })
})
