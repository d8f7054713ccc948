import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_SIBLINGS, ROOT } from '../../../../scanners/dependencies/lockfile.ts'
import { packageLock } from '../../../../scanners/dependencies/lockfiles/package-lock.ts'
import { MAX_LOCKFILE_BYTES, readPackages, readPieces } from '../../../../scanners/dependencies/packages.ts'
import { SallyportError } from '../../../../src/base/errors.ts'
import { sharedData, whyNoSharedData } from '../shared-data.ts'

test('version 3: lines, alias, scope, install script and edges by the nearest node_modules', async () => {
  const reading = await read(`{
  "lockfileVersion": 3,
  "packages": {
    "": { "dependencies": { "a": "^1.0.0" }, "devDependencies": { "alias": "npm:real@2" } },
    "node_modules/a": {
      "version": "1.0.0",
      "resolved": "https://registry.example/a/-/a-1.0.0.tgz",
      "integrity": "sha512-x",
      "hasInstallScript": true,
      "dependencies": { "b": "^2.0.0" }
    },
    "node_modules/a/node_modules/b": { "version": "2.0.0", "dependencies": { "c": "*" } },
    "node_modules/alias": { "name": "real", "version": "2.0.0", "dev": true },
    "node_modules/b": { "version": "1.0.0" },
    "node_modules/c": { "version": "3.0.0", "dependencies": { "b": "^1.0.0" }, "license": "MIT" }
  }
}`)
  expect(reading.errors).toEqual([])
  expect(
    reading.packages.map(({ name, version, line, endLine, direct, scope }) =>
      [name, version, line, endLine, direct, scope].join(' '),
    ),
  ).toEqual([
    'a 1.0.0 5 11 true prod',
    'b 2.0.0 12 12 false prod',
    'real 2.0.0 13 13 true dev',
    'b 1.0.0 14 14 false prod',
    'c 3.0.0 15 15 false prod',
  ])
  expect(reading.edges).toEqual([
    [ROOT, 0, '^1.0.0'],
    [ROOT, 2, 'npm:real@2'],
    [0, 1, '^2.0.0'],
    [1, 4, '*'],
    [4, 3, '^1.0.0'],
  ])
  expect(reading.packages[0]).toMatchObject({
    source: { kind: 'registry', url: 'https://registry.example/' },
    integrity: true,
    hasInstallScript: true,
  })
  expect(reading.packages[4]?.licence).toBe('MIT')
})

test('a workspace is a package of this project, and what it asks for is direct', async () => {
  const reading = await read(
    JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { workspaces: ['packages/*'] },
        'node_modules/@me/tool': { resolved: 'packages/tool', link: true },
        'packages/tool': { name: '@me/tool', version: '0.1.0', devDependencies: { x: '1' } },
        'packages/tool/node_modules/x': { version: '1.0.0', dev: true },
        'node_modules/x': { version: '2.0.0', dependencies: { '@me/tool': '*' } },
      },
    }),
  )
  expect(reading.packages.map((p) => [p.name, p.source.kind, p.direct])).toEqual([
    ['@me/tool', 'workspace', false],
    ['x', 'registry', true],
    ['x', 'registry', false],
  ])
  expect(reading.edges).toEqual([
    [0, 1, '1'],
    [2, 0, '*'],
  ])
})

test.each([
  [
    'git+ssh://git@host.example/o/r.git#abc',
    { kind: 'git', url: 'git+ssh://git@host.example/o/r.git', commit: 'abc' },
  ],
  ['file:../x.tgz', { kind: 'path', path: '../x.tgz' }],
  [
    'https://registry.example/npm/@s%2fa/-/a-1.0.0.tgz',
    { kind: 'registry', url: 'https://registry.example/npm/' },
  ],
  [
    'https://registry.example/download/@s/a/1.0.0/abc',
    { kind: 'registry', url: 'https://registry.example/' },
  ],
])('%s is where the package comes from', async (resolved, source) => {
  const reading = await read(
    JSON.stringify({
      lockfileVersion: 3,
      packages: { 'node_modules/@s/a': { version: '1.0.0', resolved } },
    }),
  )
  expect(reading.packages[0]?.source).toEqual(source)
})

test('a tarball that the project asks for by its URL is not a registry package', async () => {
  const url = 'https://files.example/a/-/a-1.0.0.tgz'
  const reading = await read(
    JSON.stringify({
      lockfileVersion: 3,
      packages: { '': { dependencies: { a: url } }, 'node_modules/a': { version: '1.0.0', resolved: url } },
    }),
  )
  expect(reading.packages[0]?.source).toEqual({ kind: 'url', url })
})

test('version 1: nested entries, aliases and sources; what is direct comes from package.json', async () => {
  const lock = JSON.stringify(
    {
      lockfileVersion: 1,
      dependencies: {
        a: { version: '1.0.0', requires: { b: '2' }, dependencies: { b: { version: '2.0.0' } } },
        b: { version: '1.0.0', dev: true },
        c: { version: 'npm:real@3.0.0' },
        d: { version: 'github:o/r#abc' },
        e: { version: 'https://files.example/e.tgz' },
      },
    },
    null,
    1,
  )
  const reading = await read(lock, JSON.stringify({ dependencies: { a: '1' }, devDependencies: { b: '1' } }))
  expect(reading.packages.map((p) => [p.name, p.version, p.source.kind, p.direct])).toEqual([
    ['a', '1.0.0', 'registry', true],
    ['b', '2.0.0', 'registry', false],
    ['b', '1.0.0', 'registry', true],
    ['real', '3.0.0', 'registry', false],
    ['d', '', 'git', false],
    ['e', '', 'url', false],
  ])
  expect(reading.edges).toEqual([
    [ROOT, 0, '1'],
    [ROOT, 2, '1'],
    [0, 1, '2'],
  ])
})

test('version 1 of npm 5.0: the address of a registry’s tarball says the version, another address does not', async () => {
  const tarballs = {
    a: 'https://registry.example/a/-/a-4.0.4.tgz',
    '@s/b': 'https://registry.example/npm/@s%2fb/-/b-1.0.0-rc.1.tgz?x=1',
    c: 'https://registry.example/other/-/other-1.0.0.tgz',
    d: 'https://files.example/d-1.0.0.tgz',
    e: 'https://registry.example/e/-/e-latest.tgz',
  }
  const dependencies = Object.fromEntries(
    Object.entries(tarballs).map(([name, version]) => [name, { version }]),
  )
  const reading = await read(JSON.stringify({ lockfileVersion: 1, dependencies }))
  expect(reading.packages.map(({ name, version, source }) => [name, version, source])).toEqual([
    ['a', '4.0.4', { kind: 'registry', url: 'https://registry.example/' }],
    ['@s/b', '1.0.0-rc.1', { kind: 'registry', url: 'https://registry.example/npm/' }],
    ['c', '', { kind: 'url', url: tarballs.c }],
    ['d', '', { kind: 'url', url: tarballs.d }],
    ['e', '', { kind: 'url', url: tarballs.e }],
  ])
  expect(reading.errors).toEqual([])
})

test('version 1 of npm 4: what is from git has a version, and is no registry’s', async () => {
  const reading = await read(`{"lockfileVersion": 1, "dependencies": {
    "a": {"version": "2.2.0", "resolved": "git+https://git.example/a.git#0123456789abcdef"},
    "b": {"version": "", "resolved": "https://registry.example/b/-/b-1.0.0.tgz"}
  }}`)
  expect(reading.packages.map(({ version, source }) => [version, source])).toEqual([
    ['2.2.0', { kind: 'git', url: 'git+https://git.example/a.git', commit: '0123456789abcdef' }],
    ['1.0.0', { kind: 'registry', url: 'https://registry.example/' }],
  ])
})

test('version 2: an entry without a version has that of its tarball', async () => {
  const reading = await read(`{"lockfileVersion": 2, "packages": {
    "node_modules/a": {"resolved": "https://registry.example/a/-/a-1.2.3.tgz"},
    "node_modules/b": {}
  }}`)
  expect(reading.packages.map(({ name, version }) => [name, version])).toEqual([
    ['a', '1.2.3'],
    ['b', ''],
  ])
  expect(reading.errors.map(({ line }) => line)).toEqual([3])
})

test('version 1 without package.json: what nobody requires is direct, the rest is not known', async () => {
  const reading = await read(
    JSON.stringify({
      lockfileVersion: 1,
      dependencies: { a: { version: '1.0.0', requires: { b: '1' } }, b: { version: '1.0.0' } },
    }),
  )
  expect(reading.packages.map((p) => p.direct)).toEqual([true, null])
})

test('a manifest that the lockfile does not follow is told', async () => {
  const lock = {
    lockfileVersion: 3,
    packages: { '': { dependencies: { a: '^1.0.0' } }, 'node_modules/a': { version: '1.0.0' } },
  }
  const reading = await read(JSON.stringify(lock), JSON.stringify({ dependencies: { a: '^2.0.0', b: '1' } }))
  expect(reading.disagreements?.map((d) => d.message)).toEqual([
    'package.json asks for a@^2.0.0, the lockfile was made for a@^1.0.0',
    'package.json asks for b@1, the lockfile does not',
  ])
})

test.each([
  ['{"packages": {\n"node_modules/a": {"version": "1"', 2, /ends in the middle/],
  ['{"packages": {"node_modules/a": 1}}', 1, /not an object/],
  [
    '{"packages":\n{"node_modules/a": {"version": "1"}, "node_modules/a": {"version": "2"}}}',
    2,
    /stands twice/,
  ],
  ['{"packages": {"node_modules/a": {}}}', 1, /no version/],
  ['{"lockfileVersion": 9, "packages": {}}', 1, /9 is not known/],
  ['[]', 1, /expected "\{"/],
  ['', 1, /expected "\{"/],
  ['{}', 1, /neither/],
  [`${'['.repeat(100_000)}`, 1, /expected/],
  [`{"x": ${'['.repeat(100_000)}`, 1, /deeper than 256/],
  [`{"packages": {"${'x/'.repeat(4000)}": {"version": "1"}}}`, 1, /longer than/],
])('%.60s is a file error with its line', async (text, line, why) => {
  const reading = await read(text)
  expect(reading.errors[0]).toMatchObject({ line, message: expect.stringMatching(why) })
})

test('a __proto__ key is a key like any other', async () => {
  const reading = await read(
    '{"packages": {"__proto__": {"version": "1"}, "node_modules/__proto__": {"version": "2", "dependencies": {"__proto__": "1"}}}}',
  )
  expect(reading.packages.map((p) => p.name)).toEqual(['__proto__', '__proto__'])
  expect(({} as Record<string, unknown>)['version']).toBeUndefined()
})

test('a file over the bound is a file error by its size', async () => {
  const reading = await readPackages(
    { path: 'package-lock.json', bytes: new Uint8Array(MAX_LOCKFILE_BYTES + 1) },
    packageLock,
  )
  expect(reading.errors[0]?.code).toBe('LIMIT_EXCEEDED')
})

test('whatever is cut or changed in a lockfile, a value or a file error comes back', async () => {
  const whole = JSON.stringify({
    lockfileVersion: 2,
    packages: {
      '': { dependencies: { a: '1' } },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '*' } },
    },
    dependencies: { a: { version: '1.0.0', dependencies: { b: { version: '2' } } } },
  })
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length),
      fc.nat(4),
      fc.string({ maxLength: 6 }),
      async (at, cut, insert) => {
        const reading = await read(whole.slice(0, at) + insert + whole.slice(at + cut))
        expect(Array.isArray(reading.packages)).toBe(true)
        expect(reading.errors.every((e) => !e.message.startsWith('the parser gave up'))).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})

test.skipIf(!sharedData)(
  `the fixtures hold the packages that osv-scalibr finds${whyNoSharedData}`,
  async () => {
    const folder = `${sharedData}extractors/`
    const expected: Record<string, { name: string; version: string; ecosystem: string }[]> = JSON.parse(
      readFileSync(`${folder}expected-packages.json`, 'utf8'),
    )
    const paths = Object.keys(expected).filter((path) => path.includes('/packagelockjson/'))
    expect(paths.length).toBeGreaterThan(10)
    for (const path of paths) {
      const reading = await readPackages({ path, bytes: readFileSync(folder + path) }, packageLock)
      expect(setOf(reading.packages), path).toEqual(setOf(expected[path]!))
    }
  },
)

test.skipIf(!sharedData)(`a real lockfile in pieces says what the whole says${whyNoSharedData}`, async () => {
  for (const version of ['v1', 'v2', 'v3']) {
    const folder = `${sharedData}lockfiles/package-lock-${version}/`
    const path = 'package-lock.json'
    const bytes = readFileSync(`${folder}${readdirSync(folder)[0]}/${path}`)
    const whole = await readPackages({ path, bytes }, packageLock)
    const format = { ...packageLock, parsePieces: packageLock.parsePieces! }
    const pieces = function* () {
      for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000)
    }
    const listed = await readPieces({ path, size: bytes.length, pieces: pieces() }, format, NO_SIBLINGS)
    expect({ ...listed, packages: [...listed.packages], edges: [...listed.edges] }).toEqual(whole)
  }
})

test('what reading a piece throws is a problem of the file, and closes it', async () => {
  const format = { ...packageLock, parsePieces: packageLock.parsePieces! }
  let isOpen = true
  const pieces = function* (text: string) {
    try {
      yield Buffer.from(text)
      throw new SallyportError('FILE_UNREADABLE', { message: 'the disk is gone' })
    } finally {
      isOpen = false
    }
  }
  const read = (text: string) => {
    isOpen = true
    return readPieces({ path: 'package-lock.json', size: 10, pieces: pieces(text) }, format, NO_SIBLINGS)
  }
  expect((await read('{"packages": {')).errors).toEqual([
    { code: 'FILE_UNREADABLE', message: 'the disk is gone' },
  ])
  expect(isOpen).toBe(false)
  expect((await read('{"packages":\n x')).errors).toEqual([
    { code: 'LOCKFILE_INVALID', message: 'expected a value (line 2)', line: 2 },
  ])
  expect(isOpen).toBe(false)
  const tooLarge = { path: 'package-lock.json', size: 2 ** 27, pieces: pieces('') }
  expect((await readPieces(tooLarge, format, NO_SIBLINGS)).errors).toMatchObject([{ code: 'LIMIT_EXCEEDED' }])
})

test.skipIf(!sharedData)(`every real lockfile is read without an error${whyNoSharedData}`, async () => {
  for (const version of ['v1', 'v2', 'v3']) {
    const folder = `${sharedData}lockfiles/package-lock-${version}/`
    for (const owner of readdirSync(folder)) {
      const bytes = readFileSync(`${folder}${owner}/package-lock.json`)
      const reading = await readPackages({ path: 'package-lock.json', bytes }, packageLock)
      expect(reading.errors, owner).toEqual([])
      expect(reading.packages.length, owner).toBeGreaterThan(100)
      expect(reading.edges.length, owner).toBeGreaterThan(100)
    }
  }
})

function read(text: string, manifest?: string) {
  return readPackages({ path: 'app/package-lock.json', bytes: Buffer.from(text) }, packageLock, {
    read: async (path) =>
      path === 'app/package.json' && manifest !== undefined ? { path, text: manifest } : undefined,
  })
}

function setOf(packages: readonly { name: string; version: string; ecosystem: string }[]): string[] {
  return [...new Set(packages.map((p) => `${p.ecosystem} ${p.name} ${p.version}`))].sort()
}
