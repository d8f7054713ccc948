import { expect, test } from 'vitest'
import { depsJson } from '../../../../scanners/dependencies/lockfiles/deps-json.ts'
import {
  directoryPackagesProps,
  msbuildProject,
} from '../../../../scanners/dependencies/lockfiles/msbuild-packages.ts'
import { packagesConfig } from '../../../../scanners/dependencies/lockfiles/packages-config.ts'
import { projectAssets } from '../../../../scanners/dependencies/lockfiles/project-assets.ts'
import { edgesOf, errorsOf, packagesOf, readText } from './reading.ts'

test('packages.config: versions as written, development dependencies, what has no version', async () => {
  const reading = await readText(
    packagesConfig,
    `\uFEFF<?xml version="1.0" encoding="utf-8"?>
<packages>
  <package id="A" version="1.0.0" targetFramework="net46" />
  <package id="B" version="2.0-beta" developmentDependency="true" />
  <package id="C" />
  <package version="1" />
</packages>`,
  )
  expect(packagesOf(reading)).toEqual(['A 1.0.0 3-3 prod null', 'B 2.0-beta 4-4 dev null'])
  expect(errorsOf(reading)).toEqual([
    '5 LOCKFILE_INVALID "C" has no version',
    '6 LOCKFILE_INVALID a package has no id',
  ])
})

test('Directory.Packages.props: central and global versions, properties, ranges', async () => {
  const reading = await readText(
    directoryPackagesProps,
    `<Project>
  <PropertyGroup><V>1.2.3</V><Twice>1</Twice><Twice>2</Twice></PropertyGroup>
  <ItemGroup Condition="x">
    <PackageVersion Include="A" Version="$(V)" />
    <PackageVersion Include="B"><Version>[2.0]</Version></PackageVersion>
    <GlobalPackageReference Include="C" Version="[1.0,2.0)" />
    <PackageVersion Include="D" Version="$(Twice)" />
    <PackageVersion Include="E" Version="1.*" />
    <PackageVersion Include="" Version="1" />
    <PackageReference Include="F" Version="3.0" />
    <PackageReference Include="A" />
  </ItemGroup>
</Project>`,
  )
  expect(packagesOf(reading)).toEqual([
    'A 1.2.3 4-4 prod true',
    'B 2.0 5-5 prod true',
    'C 1.0 6-6 prod true',
    'D  7-7 prod true',
    'E  8-8 prod true',
    'F 3.0 10-10 prod true',
  ])
  expect(reading.errors.map(({ code, line }) => `${code} ${line}`)).toEqual([
    'LOCKFILE_UNRESOLVED 6',
    'LOCKFILE_UNRESOLVED 7',
    'LOCKFILE_UNRESOLVED 8',
  ])
})

test('a project file names packages with versions, and leaves others to the central ones', async () => {
  const reading = await readText(
    msbuildProject,
    '<Project Sdk="x"><ItemGroup>\n<PackageReference Include="A" Version="1.0" PrivateAssets="all" /><PackageReference Include="B" /></ItemGroup></Project>',
  )
  expect(packagesOf(reading)).toEqual(['A 1.0 2-2 dev true'])
  expect(msbuildProject.wants('a.csproj')).toBe(false)
})

const LIBRARIES = `"libraries": {
  "App/1.0.0": {"type": "project", "path": "App.csproj"},
  "A/2.0.0": {"type": "package", "sha512": "x"},
  "B/3.0.0": {"type": "package", "sha512": ""}
}`
const TARGETS = `"targets": {"net6.0": {
  "App/1.0.0": {"dependencies": {"a": "2.0.0"}},
  "A/2.0.0": {"dependencies": {"B": "[1.0.0, )"}},
  "B/3.0.0": {}
}}`

test('deps.json: libraries, and what the project depends on is direct', async () => {
  const reading = await readText(depsJson, `{${TARGETS},\n${LIBRARIES}}`, { path: 'out/App.deps.json' })
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual([
    'App 1.0.0 7-7 prod false',
    'A 2.0.0 8-8 prod true',
    'B 3.0.0 9-9 prod false',
  ])
  expect(edgesOf(reading)).toEqual(['App > A', 'A > B'])
  expect(reading.packages.map((p) => [p.source.kind, p.integrity])).toEqual([
    ['workspace', undefined],
    ['registry', true],
    ['registry', false],
  ])
})

test('project.assets.json: the project asks for what its dependency groups name', async () => {
  const groups = '"projectFileDependencyGroups": {"net6.0": ["A >= 2.0.0"]}'
  const reading = await readText(projectAssets, `{"version": 3, ${TARGETS}, ${LIBRARIES}, ${groups}}`)
  expect(edgesOf(reading)).toEqual(['App > A', 'A > B', '. > A'])
  expect(reading.packages.map((p) => p.direct)).toEqual([false, true, false])
})

test.each([
  [packagesConfig, ''],
  [packagesConfig, '<x/>'],
  [directoryPackagesProps, '<Project'],
  [depsJson, '{}'],
  [depsJson, '{"libraries": []}'],
  [projectAssets, '[]'],
  [depsJson, '{"libraries": {"A": {}, "/1": 3}}'],
])('%# is told with its line', async (format, text) => {
  expect((await readText(format, text)).errors[0]).toMatchObject({ code: 'LOCKFILE_INVALID', line: 1 })
})
