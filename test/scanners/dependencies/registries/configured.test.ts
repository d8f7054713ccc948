import { describe, expect, test } from 'vitest'
import { DEFAULT_REGISTRY, type LockedPackage } from '../../../../scanners/dependencies/lockfile.ts'
import { readBunfig } from '../../../../scanners/dependencies/registries/bunfig.ts'
import {
  configuredRegistries,
  isRegistryConfiguration,
} from '../../../../scanners/dependencies/registries/configured.ts'
import { readMavenSettings } from '../../../../scanners/dependencies/registries/maven-settings.ts'
import { readNpmrc } from '../../../../scanners/dependencies/registries/npmrc.ts'
import { readNugetConfig } from '../../../../scanners/dependencies/registries/nuget-config.ts'
import { readPipConf } from '../../../../scanners/dependencies/registries/pip-conf.ts'
import {
  chosenRegistry,
  type RegistryChoice,
} from '../../../../scanners/dependencies/registries/registry-choice.ts'
import { readYarnrc } from '../../../../scanners/dependencies/registries/yarnrc.ts'

const chosen = (choice: RegistryChoice, ...names: string[]) =>
  names.map((name) => chosenRegistry(choice, name))

describe('from which registry a name comes', () => {
  test('.npmrc: its scope, else the registry of all; no variable of the environment is guessed', () => {
    const choice = readNpmrc(
      '; comment\nregistry = https://all.example\n@a:registry=https://user:secret@a.example/npm\n@b:registry=${HOST}\n//all.example/:_authToken=x\n',
    )
    expect(chosen(choice, 'x', '@a/x', '@ab/x', '@b/x')).toEqual([
      'https://all.example/',
      'https://a.example/npm',
      'https://all.example/',
      'https://all.example/',
    ])
  })

  test('.yarnrc.yml', async () => {
    const choice = await readYarnrc(
      'npmScopes:\n  a:\n    npmRegistryServer: "https://a.example"\nnodeLinker: pnp\n',
    )
    expect(chosen(choice, 'x', '@a/x')).toEqual([undefined, 'https://a.example/'])
  })

  test('bunfig.toml: a text or a table', () => {
    const choice = readBunfig(
      '[install]\nregistry = { url = "https://all.example", token = "x" }\n[install.scopes]\na = "https://a.example/"\n"@b" = { url = "https://b.example/" }\n',
    )
    expect(chosen(choice, 'x', '@a/x', '@b/x')).toEqual([
      'https://all.example/',
      'https://a.example/',
      'https://b.example/',
    ])
  })

  test('pip.conf: install wins over global, other sections are of other commands', () => {
    const text = (section: string) => `[${section}]\nindex-url = https://${section}.example/simple\n`
    expect(readPipConf(text('install') + text('global')).fallback).toBe('https://install.example/simple')
    expect(readPipConf(text('global')).fallback).toBe('https://global.example/simple')
    expect(readPipConf(text('download')).fallback).toBeUndefined()
  })

  const nuget = (sources: string, mapping = '') =>
    readNugetConfig(`<configuration><packageSources>${sources}</packageSources>${mapping}</configuration>`)
  const A = '<add key="a" value="https://a.example/v3/index.json" />'
  const B = '<add key="b" value="https://b.example/v3/index.json" />'

  const MIRROR = (of: string) =>
    `<mirrors><mirror><id>m</id><mirrorOf>${of}</mirrorOf><url>https://user:secret@m.example/maven</url></mirror></mirrors>`
  const PROFILE = (id: string, active: string) =>
    `<profiles><profile><id>p</id>${active}<repositories><repository><id>${id}</id><url>https://r.example/maven2</url></repository></repositories></profile></profiles>`
  const DEFAULT = '<activation><activeByDefault>true</activeByDefault></activation>'
  test.each([
    ['a mirror of everything', MIRROR('*'), 'https://m.example/maven'],
    ['a mirror of central by name', MIRROR('other, central'), 'https://m.example/maven'],
    ['a mirror of all that is not on this machine', MIRROR('external:*'), 'https://m.example/maven'],
    ['a mirror that leaves central out', MIRROR('*,!central'), undefined],
    ['a mirror of others', MIRROR('other'), undefined],
    ['a mirror of what is not encrypted', MIRROR('external:http:*'), undefined],
    ['central in a profile by default', PROFILE('central', DEFAULT), 'https://r.example/maven2'],
    [
      'central in a profile that is named',
      `${PROFILE('central', '')}<activeProfiles><activeProfile>p</activeProfile></activeProfiles>`,
      'https://r.example/maven2',
    ],
    ['central in a profile that is not active', PROFILE('central', ''), undefined],
    [
      'another repository beside a mirrored central',
      MIRROR('central') + PROFILE('other', DEFAULT),
      undefined,
    ],
    ['another repository, both mirrored', MIRROR('*') + PROFILE('other', DEFAULT), 'https://m.example/maven'],
    [
      'a variable of the environment',
      MIRROR('*').replace('https://user:secret@m.example', '${env.HOST}'),
      undefined,
    ],
  ])('.mvn/settings.xml: %s', (_, settings, url) => {
    expect(readMavenSettings(`<settings>${settings}</settings>`).fallback).toBe(url)
  })

  test('NuGet.config: one source that stands alone, and no guess between two', () => {
    expect(nuget(`<clear />${A}`).fallback).toBe('https://a.example/v3/index.json')
    expect(nuget(A).fallback).toBeUndefined()
    expect(nuget(`<clear />${A}${B}`).fallback).toBeUndefined()
  })

  test('NuGet.config: patterns of the mapping, the longest first, whatever the case', () => {
    const mapping = `<packageSourceMapping>
      <packageSource key="a"><package pattern="*" /><package pattern="Both.*" /></packageSource>
      <packageSource key="b"><package pattern="Contoso.*" /><package pattern="One" /><package pattern="both.*" /></packageSource>
    </packageSourceMapping>`
    const choice = nuget(`<clear />${A}${B}`, mapping)
    const [a, b] = ['https://a.example/v3/index.json', 'https://b.example/v3/index.json']
    expect(chosen(choice, 'newtonsoft.json', 'contoso.core', 'one', 'one.more', 'both.x')).toEqual([
      a,
      b,
      b,
      a,
      a,
    ])
  })

  test.each([
    '',
    '{',
    '<a',
    '[',
    '\0',
    '@a:registry=',
    'npmScopes: [1',
  ])('broken text says nothing: %j', async (text) => {
    for (const read of [readNpmrc, readYarnrc, readBunfig, readPipConf, readNugetConfig, readMavenSettings]) {
      expect(chosen(await read(text), 'a', '@a/b')).toEqual([undefined, undefined])
    }
  })
})

describe('the nearest configuration', () => {
  const locked = (name: string, source: LockedPackage['source'] = DEFAULT_REGISTRY): LockedPackage => ({
    ecosystem: 'npm',
    name,
    version: '1.0.0',
    source,
    scope: 'prod',
    direct: null,
    line: 1,
    endLine: 1,
  })

  async function sourcesOf(
    path: string,
    packages: readonly LockedPackage[],
    files: Readonly<Record<string, string>>,
  ) {
    const reading = { path, format: 'pnpm-lock.yaml', packages, edges: [], errors: [] }
    const configure = configuredRegistries({
      read: async (at) => (files[at] === undefined ? undefined : { path: at, text: files[at] }),
    })
    return [...(await configure(reading)).packages].map(({ source }) =>
      source.kind === 'registry' ? source.url : source.kind,
    )
  }

  test('decides for what it names, one above for the rest', async () => {
    const files = {
      '.npmrc': 'registry=https://above.example/\n',
      'app/.npmrc': '@a:registry=https://near.example/\n',
    }
    expect(await sourcesOf('app/web/pnpm-lock.yaml', [locked('@a/x'), locked('x')], files)).toEqual([
      'https://near.example/',
      'https://above.example/',
    ])
  })

  test('changes nothing where the lockfile says the source, or where there is none', async () => {
    const said = [
      locked('x', { kind: 'registry', url: 'https://said.example/' }),
      locked('y', { kind: 'path', path: '.' }),
    ]
    const files = { '.npmrc': 'registry=https://other.example/\n' }
    expect(await sourcesOf('pnpm-lock.yaml', said, files)).toEqual(['https://said.example/', 'path'])
    expect(await sourcesOf('pnpm-lock.yaml', [locked('x')], { 'other/.npmrc': files['.npmrc'] })).toEqual([
      null,
    ])
  })

  test('is looked for by its name', () => {
    expect(['.npmrc', 'a/NuGet.config', 'a/pip.conf'].map(isRegistryConfiguration)).toEqual([
      true,
      true,
      true,
    ])
    expect(['npmrc', 'a/config', 'pip.conf.md'].map(isRegistryConfiguration)).toEqual([false, false, false])
  })
})
