import { expect, test } from 'vitest'
import { rebarLock } from '../../../../scanners/dependencies/lockfiles/rebar-lock.ts'
import { errorsOf, packagesOf, readText } from './reading.ts'

test('Hex packages and git; level 0 is direct; checksums follow', async () => {
  const reading = await readText(
    rebarLock,
    `{"1.2.0",
[{<<"cowboy">>,{pkg,<<"cowboy">>,<<"2.9.0">>},0},
 {<<"alias">>,{pkg,<<"real">>,<<"1.0">>,<<"hash">>},1}, % a comment
 {<<"mine">>,
  {git,"https://host.example/mine.git",
       {ref,"a9574ab7"}},
  0}]}.
[
{pkg_hash,[
 {<<"cowboy">>, <<"865D">>}]},
{pkg_hash_ext,[]}
].
`,
  )
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual([
    'cowboy 2.9.0 2-2 prod true',
    'real 1.0 3-3 prod false',
    'mine  4-7 prod true',
  ])
  expect(reading.packages.map((p) => p.integrity)).toEqual([true, false, undefined])
  expect(reading.packages[2]?.source).toEqual({
    kind: 'git',
    url: 'https://host.example/mine.git',
    commit: 'a9574ab7',
  })
})

test('older files are the list alone', async () => {
  const reading = await readText(rebarLock, '[{<<"a">>,{pkg,<<"a">>,<<"1.0">>},0}].')
  expect(packagesOf(reading)).toEqual(['a 1.0 1-1 prod true'])
  expect((await readText(rebarLock, '[].')).errors).toEqual([])
})

test('entries that are not understood are told', async () => {
  const reading = await readText(rebarLock, '[{<<"a">>,{svn,"x"},0},\n{<<"b">>,{pkg},0},\n7].')
  expect(reading.errors.map((e) => e.line)).toEqual([1, 2, 3])
})

test.each([
  '',
  '{',
  '[',
  '"x".',
  `${'['.repeat(100_000)}`,
  '[{<<"a',
])('%.20j is a file error', async (text) => {
  const { errors } = await readText(rebarLock, text)
  expect(errors[0]).toMatchObject({ code: 'LOCKFILE_INVALID', line: 1 })
  expect(errors[0]?.message).not.toMatch(/gave up/)
})
