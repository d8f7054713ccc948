import { expect, test } from 'vitest'
import { packageResolved } from '../../../../scanners/dependencies/lockfiles/package-resolved.ts'
import { repositoryName } from '../../../../scanners/dependencies/lockfiles/repository-name.ts'
import { errorsOf, packagesOf, readText } from './reading.ts'

test('version 1 has its pins below object', async () => {
  const reading = await readText(
    packageResolved,
    `{"object": {"pins": [
  {"package": "A", "repositoryURL": "https://github.com/apple/a.git", "state": {"version": "1.0.3", "revision": "e3"}},
  {"package": "B", "repositoryURL": "https://github.com/apple/b", "state": {"branch": "main", "version": null, "revision": "86"}}
]}, "version": 1}`,
  )
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual([
    'github.com/apple/a 1.0.3 2-2 prod null',
    'github.com/apple/b  3-3 prod null',
  ])
  expect(reading.packages[1]?.source).toEqual({
    kind: 'git',
    url: 'https://github.com/apple/b',
    commit: '86',
  })
})

test('versions 2 and 3: kinds of pins', async () => {
  const reading = await readText(
    packageResolved,
    `{"version": 3, "pins": [
  {"identity": "mona.LinkedList", "kind": "registry", "location": "", "state": {"version": "1.1.1"}},
  {"identity": "here", "kind": "localSourceControl", "location": "/src/here", "state": {"revision": "1"}}]}`,
  )
  expect(reading.packages.map((p) => [p.name, p.version, p.source.kind])).toEqual([
    ['mona.LinkedList', '1.1.1', 'registry'],
    ['/src/here', '', 'path'],
  ])
})

test.each([
  ['https://github.com/apple/swift-nio.git', 'github.com/apple/swift-nio'],
  ['ssh://git@bitbucket.org:7999/swift/x.git', 'bitbucket.org/swift/x'],
  ['git@github.com:apple/swift-nio.git', 'github.com/apple/swift-nio'],
  ['https://user:secret@host.example/a/b/', 'host.example/a/b'],
  ['../local', '../local'],
])('%s is %s', (address, name) => {
  expect(repositoryName(address)).toBe(name)
})

test('an unknown version is told, and its pins are read as far as they are understood', async () => {
  const reading = await readText(packageResolved, '{"version": 9, "pins": [{"location": "https://h/a"}]}')
  expect(errorsOf(reading)).toEqual([
    '1 LOCKFILE_UNSUPPORTED version "9" is not known (1 to 3 are)',
    '1 LOCKFILE_INVALID the pin of "h/a" has neither a version nor a revision',
  ])
  expect(reading.packages).toHaveLength(1)
})

test.each(['', '{}', '{"pins": {}}', 'null'])('%j is a file error', async (text) => {
  expect((await readText(packageResolved, text)).errors).toMatchObject([{ code: 'LOCKFILE_INVALID' }])
})
