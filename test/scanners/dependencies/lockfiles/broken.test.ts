/** What stands before a break is kept, and the break is told with its line. */
import { expect, test } from 'vitest'
import type { LockfileProblem } from '../../../../scanners/dependencies/lockfile.ts'
import { formatOfId, readPackages } from '../../../../scanners/dependencies/packages.ts'
import { processorMs } from '../processor-time.ts'

test.each([
  ['Pipfile.lock', '{"default": {"a": {"version": "==1"},\n"b": {"version": "=', 2, ['a 1']],
  ['bun.lock', '{"packages": {"a": ["a@1", "", {}, "x"],\n"b": ["b@2"', 2, ['a 1']],
  ['deno.lock', '{"version": "4", "npm": {"a@1": {},\n"b@2": {"integrity"', 2, ['a 1']],
  ['uv.lock', '[[package]]\nname = "a"\nversion = "1"\n[[package]]\nname = "b"\nversion = "2', 6, ['a 1']],
  ['Cargo.lock', '[[package]]\nname = "a"\nversion = "1"\n[[package]\n', 4, []],
  [
    'pnpm-lock.yaml',
    "lockfileVersion: '9.0'\npackages:\n  a@1.0.0:\n    x: 1\n  b@2.0.0: {res",
    5,
    ['a 1.0.0'],
  ],
  ['yarn.lock', '# yarn lockfile v1\n\na@^1:\n  version "1.0.0"\n\nb@^1:\n', 6, ['a 1.0.0']],
  ['composer.lock', '{"packages": [{"name": "a/a", "version": "1"}, {"name": "a/b"}]}', 1, ['a/a 1']],
  ['requirements.txt', 'a==1\nb 2\nc==\n', 2, ['a 1']],
  ['requirements.txt', 'a==1\nb>=\n', 2, ['a 1']],
  ['requirements.txt', 'a==1\nb>=1,,<2\n', 2, ['a 1']],
  ['requirements.txt', 'a==1\nb>=1 2\n', 2, ['a 1']],
  [
    'vendor/modules.txt',
    '# a.example/a v1.0.0\na.example/a\n# a.example/b main\na.example/b\n',
    3,
    ['a.example/a 1.0.0'],
  ],
  ['vendor/modules.txt', '# a.example/a v1.0.0 => some words and more\na.example/a\n', 1, []],
  ['Gemfile.lock', 'GEM\n  specs:\n    a (1.0)\n<<<<<<< HEAD\n    b (2.0)\n', 4, ['a 1.0', 'b 2.0']],
  ['go.mod', 'require a.example/a v1.0.0\nrequire a.example/b\n', 2, ['a.example/a 1.0.0']],
])('%s: %j', async (format, text, line, kept) => {
  const reading = await read(format, text)
  expect(reading.packages.map(({ name, version }) => `${name} ${version}`)).toEqual(kept)
  expect(reading.errors[0]).toMatchObject({ line, code: 'LOCKFILE_INVALID' })
})

test.each([
  ['pnpm-lock.yaml', "lockfileVersion: '12.0'\n"],
  ['deno.lock', '{"version": "9"}'],
  ['uv.lock', 'version = 7\n'],
  ['Cargo.lock', 'version = 9\n'],
  ['poetry.lock', '[metadata]\nlock-version = "3.0"\n'],
  ['pylock.toml', 'lock-version = "2.0"\n'],
  ['cyclonedx', '{"bomFormat": "CycloneDX", "specVersion": "2.0"}'],
  ['spdx', '{"spdxVersion": "SPDX-3.0"}'],
  ['actions.lock', "version: 'v1.0.0'\n"],
])('%s of a version that is not known is told: %j', async (format, text) => {
  const { errors } = await read(format, text)
  expect(errors).toMatchObject([{ code: 'LOCKFILE_UNSUPPORTED', line: 1 }])
})

test.each([
  ['Pipfile.lock', `{"default": ${'{"a": '.repeat(5_000)}`],
  ['composer.lock', `{"packages": ${'['.repeat(100_000)}`],
  ['uv.lock', `a = ${'['.repeat(100_000)}`],
  ['uv.lock', `${'a.'.repeat(100_000)}b = 1`],
  ['pnpm-lock.yaml', `a: ${'{a: '.repeat(100_000)}`],
  ['pnpm-lock.yaml', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ['yarn.lock', `"${'a'.repeat(1_000_000)}`],
  ['requirements.txt', `a==1${' '.repeat(200_000)}x`],
  ['requirements.txt', `${'a'.repeat(200_000)}-`],
  ['Gemfile.lock', `GEM\n    ${'a ('.repeat(100_000)}`],
  ['Dockerfile', `FROM ${'a:'.repeat(100_000)}`],
  ['go.mod', `require ${'"'.repeat(200_000)}`],
])('%s: nesting and long lines take no time: %.40s', async (format, text) => {
  let errors: readonly LockfileProblem[] = []
  const spent = await processorMs(async () => {
    errors = (await read(format, text)).errors
  })
  expect(errors.filter(({ message }) => message.startsWith('the parser gave up'))).toEqual([])
  expect(errors.length).toBeGreaterThan(0)
  expect(spent).toBeLessThan(5_000)
})

function read(format: string, text: string) {
  return readPackages({ path: 'folder/file', bytes: Buffer.from(text) }, formatOfId(format)!)
}
