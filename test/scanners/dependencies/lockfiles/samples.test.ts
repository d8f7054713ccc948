/** One sample of each format, and all that is read from it: lines, sources, scopes, paths. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findPaths } from '../../../../scanners/dependencies/findings/paths.ts'
import type { LockedPackage } from '../../../../scanners/dependencies/lockfile.ts'
import { formatOfId, readPackages } from '../../../../scanners/dependencies/packages.ts'

interface Expected {
  readonly format: string
  /** `line-endLine ecosystem name version (source) scope, how it comes in`. */
  readonly packages: readonly string[]
  /** `line code`. */
  readonly errors?: readonly string[]
}

const folder = new URL('samples/', import.meta.url)

const SAMPLES: Readonly<Record<string, Expected>> = {
  'yarn-classic.lock': {
    format: 'yarn.lock',
    packages: [
      '5-12 npm @scope/direct 1.2.0 (registry https://registry.example/) unknown, direct',
      '14-17 npm real 5.0.1 (registry https://registry.example/) unknown, asked for by ?',
      '19-21 npm extra 3.0.1 (registry https://registry.example/) unknown, asked for by ?',
      '23-25 npm from-git 1.0.0 (git git+https://code.example/o/r.git 0123456789abcdef0123456789abcdef01234567) unknown, direct',
      '27-28 npm local 0.0.1 (path ./local) unknown, direct',
      '30-35 npm middle 2.0.0 (registry https://registry.example/) unknown, asked for by ?',
      '37-39 npm tarball 1.0.0 (url https://files.example/tarball-1.0.0.tgz) unknown, direct',
    ],
  },
  'yarn-berry.lock': {
    format: 'yarn.lock',
    packages: [
      '8-13 npm real 5.0.1 (registry) unknown, by patched',
      '15-19 npm from-git 1.0.0 (git git@code.example:o/r.git 0123456789abcdef0123456789abcdef01234567) optional, direct',
      '21-26 npm mirrored 1.0.0 (registry https://registry.example/) unknown, direct',
      '28-33 npm patched 2.0.0 (registry) unknown, direct',
      '35-42 npm patched 2.0.0 (registry) unknown, direct',
      '53-63 npm tool 0.0.0-use.local (workspace packages/tool) unknown, direct',
    ],
  },
  'pnpm-5.yaml': {
    format: 'pnpm-lock.yaml',
    packages: [
      '16-18 npm @scope/b 4.0.0 (registry) prod, by a',
      '20-29 npm a 1.0.0 (registry) prod, direct',
      '31-36 npm peer 3.0.0 (registry) prod, by a',
      '38-40 npm real 2.0.0 (registry) prod, direct',
      '42-46 npm from-git 0.1.0 (git https://github.com/o/r 0123456789abcdef0123456789abcdef01234567) dev, direct',
    ],
  },
  'pnpm-9.yaml': {
    format: 'pnpm-lock.yaml',
    packages: [
      '28-31 npm a 1.0.0 (registry) prod, direct',
      '33-34 npm local  (path packages/local) dev, direct',
      '36-37 npm peer 3.0.0 (registry) prod, by a',
      '39-40 npm real 2.0.0 (registry) prod, direct',
    ],
  },
  'bun.lock': {
    format: 'bun.lock',
    packages: [
      '17-17 npm a 1.0.0 (registry) prod, direct',
      '19-19 npm b 2.0.0 (registry https://registry.example/) prod, by a',
      '21-21 npm real 2.0.0 (registry) dev, direct',
      '23-23 npm b 1.0.0 (registry) prod, direct',
      '25-25 npm from-git  (git github:o/r 0123456) prod, by b',
      '27-27 npm tool 0.2.0 (workspace packages/tool) prod, direct',
    ],
  },
  'deno.lock': {
    format: 'deno.lock',
    packages: [
      '15-18 npm a 1.0.0 (registry) prod, direct',
      '19-22 npm b 2.0.0 (registry) prod, by @std/path',
      '23-26 npm c 3.0.0 (registry) prod, by a',
      '9-12  @std/path 1.0.8 (registry) prod, direct',
    ],
  },
  'requirements.txt': {
    format: 'requirements.txt',
    packages: [
      '4-6 PyPI Click 8.1.3 (registry) unknown, asked for by ?',
      '8-9 PyPI flask 2.2.2 (registry) unknown, direct',
      '11-11 PyPI Jinja_2  (registry) unknown, direct, no integrity',
      '15-15 PyPI open-end  (registry) unknown, direct, no integrity',
      '16-16 PyPI at_least 1.5 (registry) unknown, direct, no integrity',
    ],
    errors: ['2 LOCKFILE_UNRESOLVED', '3 LOCKFILE_UNRESOLVED'],
  },
  'Pipfile.lock': {
    format: 'Pipfile.lock',
    packages: [
      '8-12 PyPI requests 2.28.0 (registry https://registry.example/simple) prod, asked for by ?',
      '19-22 PyPI pytest 7.0.0 (registry) dev, asked for by ?, no integrity',
    ],
  },
  'poetry.lock': {
    format: 'poetry.lock',
    packages: [
      '3-18 PyPI Flask 2.2.2 (registry) unknown, direct',
      '20-25 PyPI click 8.1.3 (registry) unknown, asked for by ?, no integrity',
      '27-32 PyPI importlib-metadata 5.0.0 (registry) optional, asked for by ?',
      '34-46 PyPI from-git 0.1.0 (git https://code.example/o/r.git 0123456789abcdef0123456789abcdef01234567) unknown, direct',
    ],
  },
  'pdm.lock': {
    format: 'pdm.lock',
    packages: [
      '6-15 PyPI a 1.0.0 (registry) prod, direct',
      '17-24 PyPI b 2.0.0 (registry) prod, asked for by ?',
      '26-30 PyPI sphinx 5.0.0 (registry) dev, direct, no integrity',
      '32-37 PyPI tester 1.0.0 (git https://code.example/o/r.git 0123456789abcdef0123456789abcdef01234567) dev, direct',
    ],
  },
  'uv.lock': {
    format: 'uv.lock',
    packages: [
      '7-14 PyPI a 1.0.0 (registry https://registry.example/simple) prod, direct',
      '16-19 PyPI b 1.0.0 (registry https://registry.example/simple) dev, direct, no integrity',
      '21-24 PyPI b 2.0.0 (git https://code.example/o/r.git 0123456789abcdef0123456789abcdef01234567) prod, by a',
      '40-42 PyPI tool  (workspace packages/tool) prod, direct',
    ],
  },
  'pylock.toml': {
    format: 'pylock.toml',
    packages: [
      '5-12 PyPI attrs 25.1.0 (registry https://registry.example/simple) unknown, asked for by ?',
      '14-23 PyPI cattrs 24.1.2 (registry) unknown, direct',
      '25-32 PyPI from-git 0.1.0 (git https://code.example/o/r.git 0123456789abcdef0123456789abcdef01234567) unknown, direct',
    ],
  },
  'go.mod': {
    format: 'go.mod',
    packages: [
      '8-8 Go example.com/single 1.0.0 (registry) prod, direct',
      '11-11 Go example.com/quoted 1.2.0 (registry) prod, direct',
      '12-12 Go example.com/indirect 0.0.0-20210105120005-909beea2cc74 (registry) prod, by nobody',
      '14-14 Go example.com/fork 1.5.0 (registry) prod, direct',
      '15-15 Go ../local  (path ../local) prod, by nobody',
      '6-6 Go stdlib 1.22.3 (registry) prod, direct',
    ],
  },
  'modules.txt': {
    format: 'vendor/modules.txt',
    packages: [
      '1-3 Go example.com/direct 1.0.0 (registry) prod, direct',
      '4-6 Go example.com/other 1.1.0 (registry) prod, by nobody',
      '7-9 Go example.com/fork 1.2.0 (registry) prod, direct',
    ],
  },
  'Cargo.lock': {
    format: 'Cargo.lock',
    packages: [
      '4-11 crates.io direct 1.0.0 (registry https://registry.example/index) unknown, direct',
      '13-16 crates.io from-git 0.1.0 (git https://code.example/o/r.git 0123456789abcdef0123456789abcdef01234567) unknown, direct',
      '18-25 crates.io project 0.1.0 (workspace) prod, by nobody',
      '27-30 crates.io twice 1.0.0 (registry https://registry.example/index) unknown, direct, no integrity',
      '32-36 crates.io twice 2.0.0 (registry https://registry.example/index) unknown, by direct',
    ],
  },
  'Gemfile.lock': {
    format: 'Gemfile.lock',
    packages: [
      '6-7 RubyGems from-git 0.1.0 (git https://code.example/o/r.git 0123456789abcdef0123456789abcdef01234567) unknown, direct',
      '12-12 RubyGems own 0.0.1 (path engines/own) unknown, direct',
      '17-21 RubyGems nokogiri 1.13.3 (registry https://registry.example/) unknown, direct',
      '22-22 RubyGems racc 1.6.0 (registry https://registry.example/) unknown, by nokogiri, no integrity',
      '23-23 RubyGems rack 2.2.3 (registry https://registry.example/) unknown, by from-git',
      '24-24 RubyGems mini_portile2 2.8.0 (registry https://registry.example/) unknown, by nokogiri, no integrity',
    ],
  },
  'composer.lock': {
    format: 'composer.lock',
    packages: [
      '4-11 Packagist vendor/direct v1.2.0 (registry) prod, direct',
      '12-17 Packagist vendor/logger 3.0.0 (git https://code.example/o/r.git 0123456789abcdef0123456789abcdef01234567) prod, asked for by ?',
      '20-24 Packagist vendor/local dev-main (path ./packages/local) dev, direct',
    ],
  },
  'actions.lock': {
    format: 'actions.lock',
    packages: [
      '7-11 GitHub Actions actions/checkout 6.0.2 (registry) build, direct',
      '12-14 GitHub Actions actions/setup 5.1.0 (registry) build, by owner/tool',
      '15-19 GitHub Actions owner/tool v1 (git https://github.com/owner/tool 1111111111111111111111111111111111111111) build, direct',
    ],
  },
  'workflow.yml': {
    format: 'github-workflow',
    packages: [
      '7-7 GitHub Actions actions/checkout 5.0.0 (registry) build, direct',
      '8-8 GitHub Actions owner/tool v1 (git https://github.com/owner/tool) build, direct',
      '9-9 GitHub Actions owner/exact 2.3.4 (registry) build, direct',
      '11-11  alpine 3.20 (registry) build, direct',
      '5-5  node sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (registry) build, direct',
      '13-13 GitHub Actions owner/flows  (git https://github.com/owner/flows 0123456789abcdef0123456789abcdef01234567) build, direct',
    ],
  },
  Dockerfile: {
    format: 'Dockerfile',
    packages: [
      '4-4  registry.example:5000/node sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (registry) build, direct',
      '5-6  tools 1 (registry) build, direct',
      '9-9  busybox 1.36 (registry) build, direct',
    ],
    errors: ['10 LOCKFILE_UNRESOLVED'],
  },
  'bom.cdx.json': {
    format: 'cyclonedx',
    packages: [
      '6-23 npm @scope/a 1.0.0 (registry) prod, direct',
      '15-21 Maven org.example:inner 2 (registry) prod, by @scope/a',
      '24-30 Go example.com/g 1.2 (registry) optional, by @scope/a',
      '31-36 Debian:12 glibc 2.36-9 (registry) unknown, by nobody',
      '37-42  nginx 1.21.1 (registry) unknown, by nobody',
    ],
  },
  'app.spdx.json': {
    format: 'spdx',
    packages: [
      '11-24 PyPI a 1.0.0 (registry) prod, direct',
      '25-35 crates.io b 2.0.0 (registry) dev, by a',
      '36-46  cpe:2.3:a:c:c:1:*:*:*:*:*:*:*  (registry) unknown, by nobody',
    ],
  },
}

test.each(Object.entries(SAMPLES))('%s is read whole', async (name, { format, packages, errors }) => {
  const reading = await read(name, format)
  const paths = findPaths(reading.packages, reading.edges)
  const told = reading.packages.map((one, index) =>
    tell(
      one,
      paths.shortest(index).map((at) => reading.packages[at]!.name),
    ),
  )
  expect(told).toEqual(packages)
  expect(reading.errors.map(({ line, code }) => `${line} ${code}`)).toEqual(errors ?? [])
})

test.each(Object.entries(SAMPLES))('%s with CRLF and a byte order mark says the same', async (name, {
  format,
}) => {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const plain = await read(name, format)
  const windows = await read(name, format, `\ufeff${text.replaceAll('\n', '\r\n')}`)
  expect(windows.packages).toEqual(plain.packages)
  expect(windows.errors).toEqual(plain.errors)
})

test('every sample is expected something of', () => {
  expect(Object.keys(SAMPLES).sort()).toEqual(readdirSync(folder).sort())
})

function read(name: string, format: string, text?: string) {
  const bytes = text === undefined ? readFileSync(new URL(name, folder)) : Buffer.from(text)
  return readPackages({ path: name, bytes }, formatOfId(format)!)
}

function tell(one: LockedPackage, path: readonly string[]): string {
  const source = Object.values(one.source)
    .filter((part) => part !== null && part !== '')
    .join(' ')
  const by = path.slice(0, -1).join(' > ') || 'nobody'
  const how = one.direct === null ? 'asked for by ?' : one.direct ? 'direct' : `by ${by}`
  const integrity = one.integrity === false ? ', no integrity' : ''
  const { ecosystem, name, version, scope, line, endLine } = one
  return `${line}-${endLine} ${ecosystem} ${name} ${version} (${source}) ${scope}, ${how}${integrity}`
}
