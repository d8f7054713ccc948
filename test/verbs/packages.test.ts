import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../repository/git-fixture.ts'
import { runVerb } from './run-verb.ts'

const LOCK = JSON.stringify({
  name: 'x',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': { name: 'x', version: '1.0.0', dependencies: { a: '^1.0.0' } },
    'node_modules/a': {
      version: '1.0.0',
      integrity: 'sha512-x',
      resolved: 'https://npm.registry.example/a/-/a-1.0.0.tgz',
    },
    'node_modules/b/node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0' },
  },
})

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const sorted = (packages: { name: string }[]) => [...packages].sort((a, b) => (a.name < b.name ? -1 : 1))

test('the lockfiles of a folder, each package once', async () => {
  const cwd = folderWith({ 'sub/package-lock.json': LOCK, 'readme.md': '' })
  const { code, json } = await runVerb(['packages', '.', '--json'], { cwd })

  expect(code).toBe(0)
  expect(json()).toMatchObject({
    version: 1,
    files: [{ path: 'sub/package-lock.json', format: 'package-lock.json', error: null }],
  })
  const place = { scope: 'prod', line: 1, endLine: 1, dependencies: [] }
  const registry = { kind: 'registry', url: 'https://npm.registry.example/' }
  expect(sorted(json().files[0].packages)).toEqual([
    { ecosystem: 'npm', name: 'a', version: '1.0.0', source: registry, direct: true, ...place },
    {
      ecosystem: 'npm',
      name: 'b',
      version: '2.0.0',
      source: { kind: 'registry', url: null },
      direct: false,
      ...place,
    },
  ])
})

test('what a package asks for is told by its position in the list', async () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { a: '1' } },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '2' }, license: 'MIT' },
      'node_modules/b': { version: '2.0.0' },
    },
  }
  const cwd = folderWith({ 'package-lock.json': JSON.stringify(lock) })
  const { json } = await runVerb(['packages', 'package-lock.json', '--json'], { cwd })
  expect(json().files[0].packages).toMatchObject([
    { name: 'a', licence: 'MIT', dependencies: [1] },
    { name: 'b', dependencies: [] },
  ])
})

test('files that a single file names are read beside it and below, not above', async () => {
  const cwd = folderWith({
    'sub/asked.txt': 'a==1\n-r more/base.txt\n-r ../above.txt\n',
    'sub/more/base.txt': 'b==2\n',
    'above.txt': 'c==3\n',
  })
  const { code, json } = await runVerb(['packages', 'sub/asked.txt', '--as', 'requirements.txt', '--json'], {
    cwd,
  })
  expect(json().files[0].packages.map(({ name }: { name: string }) => name)).toEqual(['a', 'b'])
  expect([code, json().files[0].error.code]).toEqual([11, 'LOCKFILE_UNRESOLVED'])
})

test('a file of any name is read as the format named', async () => {
  const cwd = folderWith({ 'saved.txt': LOCK })
  const named = await runVerb(['packages', 'saved.txt', '--as', 'package-lock.json', '--json'], { cwd })
  const unnamed = await runVerb(['packages', 'saved.txt'], { cwd })

  expect(named.code).toBe(0)
  expect(named.json().files[0]).toMatchObject({ path: 'saved.txt', format: 'package-lock.json' })
  expect([unnamed.code, unnamed.stderr.includes('--list-formats')]).toEqual([2, true])
})

test.each([
  ['truncated', LOCK.slice(0, 100)],
  ['empty', ''],
  ['no JSON', 'hello'],
  ['a list', '[]'],
  ['nested a hundred thousand deep', `{"packages":${'['.repeat(100_000)}`],
])('a lockfile that is %s is listed with its error, and ends with 11', async (_, content) => {
  const cwd = folderWith({ 'package-lock.json': content, 'ok/package-lock.json': LOCK })
  const { code, json } = await runVerb(['packages', '.', '--json'], { cwd })

  expect(code).toBe(11)
  expect(
    json().files.map((file: { path: string; error: unknown }) => [file.path, file.error !== null]),
  ).toEqual([
    ['ok/package-lock.json', false],
    ['package-lock.json', true],
  ])
  expect(json().files[1].error).toMatchObject({
    code: expect.stringMatching(/^[A-Z_]+$/),
    message: expect.any(String),
  })
})

test('formats are listed, as text and as JSON', async () => {
  const cwd = temporaryFolder()
  const text = await runVerb(['packages', '--list-formats'], { cwd })
  const document = (await runVerb(['packages', '--list-formats', '--json'], { cwd })).json()

  expect(text.stdout.split('\n')).toContain('package-lock.json')
  expect(document.formats[0]).toMatchObject({ id: expect.any(String), ecosystems: expect.any(Array) })
})

test.each([
  [['packages'], 2],
  [['packages', '.', '--as', 'package-lock.json'], 2],
  [['packages', 'nowhere.lock', '--as', 'package-lock.json'], 2],
  [['packages', 'x', '--as', 'package-lock.jsn'], 2],
  [['packages', '.'], 3],
])('%j ends with %i', async (args, code) => {
  expect((await runVerb(args, { cwd: temporaryFolder() })).code).toBe(code)
})
