/** What the files beside a lockfile add to it. */
import { expect, test } from 'vitest'
import { formatOfId, readPackages } from '../../../../scanners/dependencies/packages.ts'

test.each<[string, string, Record<string, string>, string[]]>([
  [
    'go.mod',
    'go 1.16\nrequire a.example/a v1.0.0\n',
    {
      'go.sum':
        'a.example/a v1.0.0 h1:x=\nb.example/b v1.0.0 h1:x=\nb.example/b v1.10.0 h1:x=\nb.example/b v1.11.0/go.mod h1:x=\n',
    },
    ['a.example/a 1.0.0 prod true', 'b.example/b 1.10.0 prod false', 'stdlib 1.16 prod true'],
  ],
  [
    'requirements.txt',
    '-c constraints.txt\n-r base.in\na>=1,<2\n',
    { 'constraints.txt': 'A==1.5\nunused==1\n', 'base.in': 'b==2\n' },
    ['b 2 unknown null', 'a 1.5 unknown null'],
  ],
  [
    'requirements.txt',
    '-r requirements-base.txt\na==1\n',
    { 'requirements-base.txt': 'b==2\n-r more.txt\n', 'more.txt': 'c==3\n' },
    ['b 2 unknown null', 'c 3 unknown null', 'a 1 unknown null'],
  ],
  [
    'yarn.lock',
    '# yarn lockfile v1\n\na@^1:\n  version "1.0.0"\n  dependencies:\n    b "^2"\n\nb@^2:\n  version "2.0.0"\n\nc@^3:\n  version "3.0.0"\n',
    { 'package.json': '{"dependencies": {"a": "^1"}, "devDependencies": {"c": "^3"}}' },
    ['a 1.0.0 prod true', 'b 2.0.0 prod false', 'c 3.0.0 dev true'],
  ],
  [
    'poetry.lock',
    '[[package]]\nname = "A.b"\nversion = "1"\n[package.dependencies]\nc = "*"\n[[package]]\nname = "c"\nversion = "2"\n[[package]]\nname = "d"\nversion = "3"\n',
    {
      'pyproject.toml':
        '[tool.poetry.dependencies]\npython = "^3.8"\na-b = "^1"\n[tool.poetry.group.dev.dependencies]\nd = "*"\n',
    },
    ['A.b 1 prod true', 'c 2 prod false', 'd 3 dev true'],
  ],
  [
    'composer.lock',
    '{"packages": [{"name": "a/a", "version": "1", "require": {"b/b": "*"}}, {"name": "b/b", "version": "2"}]}',
    { 'composer.json': '{"require": {"php": ">=8", "A/a": "*"}}' },
    ['a/a 1 prod true', 'b/b 2 prod false'],
  ],
])('%s', async (format, text, beside, told) => {
  const siblings = {
    read: async (path: string) => {
      const found = beside[path.replace('folder/', '')]
      return found === undefined ? undefined : { path, text: found }
    },
  }
  const bytes = Buffer.from(text)
  const reading = await readPackages({ path: `folder/${format}`, bytes }, formatOfId(format)!, siblings)
  expect(reading.errors).toEqual([])
  expect(
    reading.packages.map(({ name, version, scope, direct }) => `${name} ${version} ${scope} ${direct}`),
  ).toEqual(told)
})

test('requirements.txt: what another file names that is read itself is not told twice', async () => {
  const bytes = Buffer.from('-r requirements-base.txt\n-r gone.txt\na==1\n')
  const reading = await readPackages({ path: 'requirements.txt', bytes }, formatOfId('requirements.txt')!, {
    isReadItself: (path) => path === 'requirements-base.txt',
    read: async (path) => (path === 'gone.txt' ? undefined : { path, text: 'b==2\n' }),
  })
  expect(reading.packages.map(({ name }) => name)).toEqual(['a'])
  expect(reading.errors).toEqual([
    { line: 2, code: 'LOCKFILE_UNRESOLVED', message: '"gone.txt" is not there' },
  ])
})

test('requirements.txt: a variable of the environment is no version', async () => {
  const bytes = Buffer.from('a==${A_VERSION}\n')
  const reading = await readPackages({ path: 'requirements.txt', bytes }, formatOfId('requirements.txt')!)
  expect(reading.packages.map(({ name, version }) => [name, version])).toEqual([['a', '']])
  expect(reading.errors.map(({ code }) => code)).toEqual(['LOCKFILE_UNRESOLVED'])
})
