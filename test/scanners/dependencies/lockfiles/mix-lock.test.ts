import { expect, test } from 'vitest'
import { mixLock } from '../../../../scanners/dependencies/lockfiles/mix-lock.ts'
import { edgesOf, errorsOf, packagesOf, readText } from './reading.ts'

test('hex and git packages with their edges; the package may have another name than the application', async () => {
  const reading = await readText(
    mixLock,
    `%{
  "plug": {:hex, :plug, "1.11.1", "f299", [:mix], [{:mime, "~> 1.0", [hex: :mime_types, repo: "hexpm", optional: false]}, {:gone, ">= 0.0.0", [hex: :gone, repo: "hexpm", optional: true]}], "hexpm", "2352"},
  "mime": {:hex, :mime_types, "1.6.0", "aa", [:mix], [], "hexpm", "bb"},
  # a comment
  "own": {:hex, :own, "0.1.0", "cc", [:mix], [], "hexpm:acme"},
  "foo": {:git, "https://host.example/foo.git", "fc94", [branch: "feat/my"]},
}
`,
  )
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual([
    'plug 1.11.1 2-2 unknown true',
    'mime_types 1.6.0 3-3 unknown null',
    'own 0.1.0 5-5 unknown true',
    'foo  6-6 unknown true',
  ])
  expect(edgesOf(reading)).toEqual(['plug > mime_types', '. > plug', '. > own', '. > foo'])
  expect(reading.packages[2]?.source).toEqual({ kind: 'registry', url: 'hexpm:acme' })
  expect(reading.packages[3]?.source).toEqual({
    kind: 'git',
    url: 'https://host.example/foo.git',
    commit: 'fc94',
  })
})

test('older locks have fewer parts, and may be written over several lines', async () => {
  const reading = await readText(
    mixLock,
    '%{"a": {:hex, :a, "1.0"},\n"b": {:hex,\n :b, "2.0", "x", [:mix], []}}',
  )
  expect(packagesOf(reading)).toEqual(['a 1.0 1-1 unknown true', 'b 2.0 2-3 unknown true'])
  expect(reading.packages[0]?.integrity).toBe(false)
})

test('an entry that is broken costs its line alone', async () => {
  const reading = await readText(
    mixLock,
    '%{\n"a": {:hex, :a, "1.0"},\n"b": {:hex, System.cmd("x")},\n"c": {:hex, },\n"d": {:hex, :d, "#{1}"},\n"e": {:hex, :e, "1"},\n}',
  )
  expect(reading.packages.map((p) => p.name)).toEqual(['a', 'e'])
  expect(reading.errors.map((e) => e.line)).toEqual([3, 4, 5])
})

test.each([
  ['', 1],
  ['[]', 1],
  ['%{\n"a": {:hex, :a, "1"},\n', 3],
  ['%{}\n%{}', 2],
  [`%{"a": ${'['.repeat(100_000)}`, 1],
  ['%{"a": {:hex, :a, "1', 1],
])('%.40j is a file error with its line', async (text, line) => {
  const { errors } = await readText(mixLock, text)
  expect(errors[0]).toMatchObject({ code: 'LOCKFILE_INVALID', line })
  expect(errors[0]?.message).not.toMatch(/gave up/)
})
