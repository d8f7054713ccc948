import { expect, test } from 'vitest'
import { packagesLock } from '../../../../scanners/dependencies/lockfiles/packages-lock.ts'
import { edgesOf, errorsOf, packagesOf, readText } from './reading.ts'

test('sections per framework; a runtime section falls back to its framework; ids have no case', async () => {
  const reading = await readText(
    packagesLock,
    `{"version": 2, "dependencies": {
  "net6.0": {
    "A": {"type": "Direct", "requested": "[1.0.0, )", "resolved": "1.0.0", "contentHash": "x",
          "dependencies": {"b": "1.0.0", "core": "1.0.0"}},
    "B": {"type": "Transitive", "resolved": "1.2.0"},
    "core": {"type": "Project", "dependencies": {"B": "[1.0.0, )"}}
  },
  "net6.0/win-x64": {
    "C": {"type": "CentralTransitive", "resolved": "3.0.0", "contentHash": "y", "dependencies": {"B": "1.0.0"}}
  }
}}`,
  )
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual([
    'A 1.0.0 3-4 prod true',
    'B 1.2.0 5-5 prod false',
    'core  6-6 prod false',
    'C 3.0.0 9-9 prod false',
  ])
  expect(edgesOf(reading)).toEqual(['. > A', 'A > B', 'A > core', 'core > B', 'C > B'])
  expect(reading.packages.map((p) => [p.source.kind, p.integrity])).toEqual([
    ['registry', true],
    ['registry', false],
    ['workspace', undefined],
    ['registry', true],
  ])
})

test('an unknown version and an entry without a version are told', async () => {
  const reading = await readText(
    packagesLock,
    '{"version": 7, "dependencies": {"net": {\n"A": {}, "__proto__": 1}, "x": 1}}',
  )
  expect(errorsOf(reading)).toEqual([
    '1 LOCKFILE_UNSUPPORTED its version is not known (1 and 2 are)',
    '2 LOCKFILE_INVALID "A" has no "resolved" version',
    '2 LOCKFILE_INVALID "__proto__" has no "resolved" version',
    '2 LOCKFILE_INVALID the section "x" is not an object',
  ])
})

test.each(['', '{}', '{"dependencies": []}'])('%j is a file error', async (text) => {
  expect((await readText(packagesLock, text)).errors).toMatchObject([{ code: 'LOCKFILE_INVALID', line: 1 }])
})

test('paths that are read', () => {
  expect(packagesLock.wants('a/packages.lock.json')).toBe(true)
  expect(packagesLock.wants('a/packages.App.lock.json')).toBe(true)
  expect(packagesLock.wants('a/mypackages.lock.json')).toBe(false)
})
