import { expect, test } from 'vitest'
import { cpanfileSnapshot } from '../../../../scanners/dependencies/lockfiles/cpanfile-snapshot.ts'
import { luarocksLock } from '../../../../scanners/dependencies/lockfiles/luarocks-lock.ts'
import { nimbleLock } from '../../../../scanners/dependencies/lockfiles/nimble-lock.ts'
import { opamLocked } from '../../../../scanners/dependencies/lockfiles/opam-locked.ts'
import { edgesOf, errorsOf, packagesOf, readText } from './reading.ts'

test('nimble.lock: versions, commits, edges', async () => {
  const reading = await readText(
    nimbleLock,
    `{"version": 2, "packages": {
  "unittest2": {"version": "0.0.4", "vcsRevision": "f180", "url": "https://host.example/u", "downloadMethod": "git",
    "dependencies": [], "checksums": {"sha1": "fa30"}},
  "stew": {"version": "0.1.0", "vcsRevision": "3159", "url": "https://host.example/s", "dependencies": ["unittest2"]}
}, "tasks": {}}`,
  )
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual(['unittest2 0.0.4 2-3 prod null', 'stew 0.1.0 4-4 prod true'])
  expect(edgesOf(reading)).toEqual(['stew > unittest2', '. > stew'])
  expect(reading.packages.map((p) => p.integrity)).toEqual([true, false])
})

test('cpanfile.snapshot: distributions, and edges by the modules that they provide', async () => {
  const reading = await readText(
    cpanfileSnapshot,
    `# carton snapshot format: version 1.0
DISTRIBUTIONS
  HTTP-Tiny-0.076
    pathname: D/DA/DAGOLDEN/HTTP-Tiny-0.076.tar.gz
    provides:
      HTTP::Tiny 0.076
    requirements:
      perl 5.006
  libwww-perl-v6.39.1
    pathname: O/OA/OALDERS/libwww-perl-6.39.tar.gz
    provides:
      LWP 6.39
    requirements:
      HTTP::Tiny 0
`,
  )
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual(['HTTP-Tiny 0.076 3-8 prod null', 'libwww-perl v6.39.1 9-14 prod true'])
  expect(edgesOf(reading)).toEqual(['libwww-perl > HTTP-Tiny', '. > libwww-perl'])
})

test('luarocks.lock: rocks by section', async () => {
  const reading = await readText(
    luarocksLock,
    `return {
   -- a comment
   build_dependencies = {},
   dependencies = {
      ansicolors = "1.0.2-3",
      ["lua-cjson"] = '2.1.0-1'
   },
   test_dependencies = { busted = "2.0-1", }
}`,
  )
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual([
    'ansicolors 1.0.2-3 5-5 prod null',
    'lua-cjson 2.1.0-1 6-6 prod null',
    'busted 2.0-1 8-8 test null',
  ])
})

test('opam.locked: pinned packages, their filters, and where some come from', async () => {
  const reading = await readText(
    opamLocked,
    `opam-version: "2.0"
name: "app"
depends: [
  "base" {= "v0.16.3"}
  "alcotest" {= "1.7.0" & with-test}
  "dune" {= "3.11" & build} # a comment
  "loose" {>= "1"}
]
build: ["dune" "build" "-p" name]
pin-depends: [
  ["base.v0.16.3" "git+https://host.example/base#abc"]
]
`,
  )
  expect(packagesOf(reading)).toEqual([
    'base v0.16.3 4-4 prod null',
    'alcotest 1.7.0 5-5 test null',
    'dune 3.11 6-6 build null',
    'loose  7-7 prod null',
  ])
  expect(reading.packages[0]?.source).toEqual({
    kind: 'git',
    url: 'git+https://host.example/base',
    commit: 'abc',
  })
  expect(errorsOf(reading)).toEqual(['7 LOCKFILE_UNRESOLVED "loose" is not pinned to one version'])
  expect(opamLocked.wants('app.opam.locked')).toBe(true)
})

test.each([
  [nimbleLock, '{}'],
  [nimbleLock, '{"packages": {"a": {}}}'],
  [cpanfileSnapshot, ''],
  [cpanfileSnapshot, 'DISTRIBUTIONS\n  nothing\n'],
  [cpanfileSnapshot, '# carton snapshot format: version 9\nDISTRIBUTIONS\n'],
  [luarocksLock, ''],
  [luarocksLock, 'return os.exit()'],
  [luarocksLock, 'return { dependencies = { a = "1" '],
  [luarocksLock, 'return { dependencies = { a = 1 } }'],
  [opamLocked, 'depends: [ "a" {= "1"}'],
  [opamLocked, 'x'],
])('%# is told', async (format, text) => {
  const { errors } = await readText(format, text)
  expect(errors.length).toBeGreaterThan(0)
  expect(errors[0]?.message).not.toMatch(/gave up/)
})
