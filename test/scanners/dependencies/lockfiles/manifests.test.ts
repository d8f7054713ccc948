import { describe, expect, test } from 'vitest'
import {
  ALL_FORMATS,
  formatOfId,
  formatOfPath,
  readPackages,
} from '../../../../scanners/dependencies/packages.ts'
import { makeZip } from '../zip.ts'

async function read(id: string, text: string, others: Readonly<Record<string, string>> = {}) {
  const siblings = {
    read: async (path: string) => (others[path] === undefined ? undefined : { path, text: others[path] }),
  }
  const bytes = new TextEncoder().encode(text)
  const { packages, errors } = await readPackages({ path: 'file', bytes }, formatOfId(id)!, siblings)
  return { packages: packages.map(({ name, version, line }) => `${name}@${version}:${line}`), errors }
}

test('a tree is not searched for manifests: what is used stands in its lockfiles', () => {
  for (const path of [
    'package.json',
    'Cargo.toml',
    'pyproject.toml',
    'setup.py',
    'a/METADATA',
    'x.gemspec',
  ]) {
    expect(formatOfPath(path), path).toBeUndefined()
  }
})

test('no two formats have one id', () => {
  const ids = ALL_FORMATS.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('package.json is the package that a folder holds', async () => {
  const { packages, errors } = await read(
    'package.json',
    '{"name":"a",\n"version":"1.0.0","dependencies":{"b":"1"}}',
  )
  expect([packages, errors]).toEqual([['a@1.0.0:1'], []])
})

test.each([
  '{"contributes":{}}',
  '{"engines":{"vscode":"^1.0.0"}}',
  '{"unity":"2022.3"}',
])('package.json of another registry is said to be none of npm: %s', async (more) => {
  const { packages, errors } = await read('package.json', `{"name":"a","version":"1.0.0",${more.slice(1)}`)
  expect(packages).toEqual([])
  expect(errors.map(({ code }) => code)).toEqual(['LOCKFILE_UNSUPPORTED'])
})

test('deno.json: of npm the lowest version, of JSR what is written, nothing without a version', async () => {
  const text = '{"imports":{"a":"npm:a@^1.2","b":"npm:@s/b@2","c":"jsr:@s/c@^1","d":"npm:d","e":"./e.ts"}}'
  expect((await read('deno.json', text)).packages).toEqual(['a@1.2.0:1', '@s/b@2.0.0:1', 's/c@^1:1'])
})

test('Cargo.toml: the crate and its dependencies of crates.io', async () => {
  const text = `[package]
name = "a"
version = "0.1.0"
[dependencies]
b = "1"
c = { version = "2", package = "real-c" }
d = { git = "https://example.org/d", version = "3" }
e = { path = "../e" }
f = { git = "https://example.org/f", rev = "0c0990399270277832fbb5b91a1fa118e6f63dba" }
g = { git = "https://example.org/g", rev = "refs/pull/493/head" }`
  expect((await read('Cargo.toml', text)).packages).toEqual(['a@0.1.0:2', 'b@1:5', 'real-c@2:6', 'f@:9'])
})

test('pyproject.toml: requirements of the project, of its extras and of its groups', async () => {
  const text = `[project]
dependencies = ["a==1.0", "b>=2<3", "c", "d @ https://example.org/d.whl", "e ~"]
[project.optional-dependencies]
x = ["f==4"]
[dependency-groups]
dev = ["g==5", { include-group = "x" }]`
  const { packages, errors } = await read('pyproject.toml', text)
  expect(packages).toEqual(['a@1.0:2', 'b@2:2', 'c@:2', 'f@4:4', 'g@5:6'])
  expect(errors).toEqual([{ code: 'LOCKFILE_INVALID', line: 2, message: '"e ~" is no requirement' }])
})

test('setup.py: literals with a version; no comments, no program is run', async () => {
  const text = `setup(
  install_requires=["a==1.0", 'b >= 2, <3', 'c', # 'd==4'
    "e>5"],
  python_requires='>=3.6',
)`
  expect((await read('setup.py', text)).packages).toEqual(['a@1.0:2', 'b@2:2'])
})

describe('METADATA', () => {
  const head = 'Metadata-Version: 2.1\nName: a\nVersion: 1.0\n'

  test('ends at the first empty line', async () => {
    expect((await read('METADATA', `${head}Version: 2.0\n\nName: b\n`)).packages).toEqual(['a@1.0:2'])
  })

  test('without a name is told', async () => {
    const { packages, errors } = await read('METADATA', 'Metadata-Version: 2.1\nVersion: 1\n')
    expect([packages, errors.map(({ message }) => message)]).toEqual([[], ['it has no Name']])
  })

  test.each([
    'a-1.0.dist-info/METADATA',
    'EGG-INFO/PKG-INFO',
  ])('is found in an archive as %s', async (name) => {
    const bytes = makeZip([
      { name: 'a/data.dist-info/METADATA', content: 'Name: no\nVersion: 0\n' },
      { name, content: head },
    ])
    const { packages } = await readPackages({ path: 'a.whl', bytes }, formatOfId('METADATA')!)
    expect(packages.map(({ name, version }) => `${name} ${version}`)).toEqual(['a 1.0'])
  })

  test('is missed in an archive that has none, or that breaks off', async () => {
    const whole = makeZip([{ name: 'a/METADATA', content: head }])
    for (const bytes of [whole, whole.subarray(0, 20)]) {
      const { packages, errors } = await readPackages({ path: 'a.whl', bytes }, formatOfId('METADATA')!)
      expect([packages, errors.map(({ code }) => code)]).toEqual([[], ['LOCKFILE_INVALID']])
    }
  })
})

describe('gemspec', () => {
  const spec = (version: string) =>
    `Gem::Specification.new do |s|\n  s.name = "a".freeze\n  s.version = ${version}\nend\n`

  test('reads a literal', async () => {
    expect((await read('gemspec', spec("'1.2'.freeze"))).packages).toEqual(['a@1.2:2'])
  })

  test('reads a constant of the file, and of a file that it requires', async () => {
    expect((await read('gemspec', `VERSION = "3"\n${spec('VERSION')}`)).packages).toEqual(['a@3:3'])
    const others = { 'lib/a/version.rb': "module A\n  VERSION = '4'\nend\n" }
    const required = `require_relative 'lib/a/version'\n${spec('A::VERSION')}`
    expect((await read('gemspec', required, others)).packages).toEqual(['a@4:3'])
  })

  test.each([
    "require_relative File.join('lib', 'a', 'version')",
    "require_relative File.join(\n  'lib',\n  'a',\n  'version'\n)",
    "require File.expand_path('../lib/a/version', __FILE__)",
    "require File.expand_path(File.join('lib', 'a', 'version.rb'), __dir__)",
    "require_relative File.dirname(__FILE__) + '/lib/a/version'",
    "require './lib/a/version'",
    "require 'a/version'",
  ])('finds the required file of %j', async (statement) => {
    const others = { 'lib/a/version.rb': "module A\n  VERSION = '4'\nend\n" }
    const { packages, errors } = await read('gemspec', `${statement}\n${spec('A::VERSION')}`, others)
    expect([packages.map((told) => told.replace(/:\d+$/, '')), errors]).toEqual([['a@4'], []])
  })

  test('tells that a version is put together when the file is run', async () => {
    const { packages, errors } = await read('gemspec', spec('File.read("VERSION").strip'))
    expect([packages, errors.map(({ code }) => code)]).toEqual([[], ['LOCKFILE_UNRESOLVED']])
  })

  test('without a specification is no gem', async () => {
    expect((await read('gemspec', 'puts 1\n')).errors).toHaveLength(1)
  })
})

test('deno-source: what is imported by a literal with a version, and nothing in comments, templates or calls', async () => {
  const text = `// import a from "npm:no@1.0.0"
/* from 'npm:no@1.0.0' */ const t = \`import "npm:no@1.0.0" \${x}\`
import a from "npm:@s/a@^1.2.0/sub"
export { b } from 'https://unpkg.com/b@2.0.0-rc.1/x.js'
const c = await import(
  'https://esm.sh/@s/c@3.0.0')
import 'https://deno.land/x/d@v4.1.0/mod.ts'
import latest from "https://esm.sh/e"
import other from "https://h.example/f@1.0.0"
Array.from("npm:no@1.0.0"); of.from "npm:no@1.0.0"
`
  const bytes = new TextEncoder().encode(text)
  const { packages, errors } = await readPackages({ path: 'a.ts', bytes }, formatOfId('deno-source')!)
  expect(
    packages.map(({ name, version, line, source }) => `${name} ${version} ${line} ${source.kind}`),
  ).toEqual(['@s/a 1.2.0 3 registry', 'b 2.0.0-rc.1 4 registry', '@s/c 3.0.0 6 registry', 'd 4.1.0 7 url'])
  expect(errors).toEqual([])
})

test('deno.json may have comments, as Deno reads it', async () => {
  const bytes = new TextEncoder().encode('{ // why\n  "imports": { "a": "npm:a@1.0.0", },\n}\n')
  const { packages, errors } = await readPackages({ path: 'deno.json', bytes }, formatOfId('deno.json')!)
  expect(packages.map(({ name, line }) => `${name} ${line}`)).toEqual(['a 2'])
  expect(errors).toEqual([])
})

test('setup.py: a version that a program fills in is none', async () => {
  const bytes = new TextEncoder().encode(`x = ['a==%s' % v, "b=={}".format(v), 'c==1.0']\n`)
  const { packages } = await readPackages({ path: 'setup.py', bytes }, formatOfId('setup.py')!)
  expect(packages.map(({ name }) => name)).toEqual(['c'])
})
