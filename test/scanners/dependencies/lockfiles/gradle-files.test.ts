import { expect, test } from 'vitest'
import { sbtLock } from '../../../../scanners/dependencies/lockfiles/sbt-lock.ts'
import { verificationMetadata } from '../../../../scanners/dependencies/lockfiles/verification-metadata.ts'
import { versionCatalog } from '../../../../scanners/dependencies/lockfiles/version-catalog.ts'
import { errorsOf, packagesOf, readText } from './reading.ts'

test('verification-metadata.xml: components and whether each artifact has a strong checksum', async () => {
  const reading = await readText(
    verificationMetadata,
    `<?xml version="1.0"?>
<verification-metadata xmlns="https://schema.gradle.org/dependency-verification">
  <configuration><trusted-artifacts><trust group="t"/></trusted-artifacts></configuration>
  <components>
    <component version="2.0" name="b" group="a">
      <artifact name="b.jar"><sha256 value="1"/></artifact>
    </component>
    <component group="c" name="d" version="1"><artifact name="d.jar"><md5 value="1"/></artifact></component>
    <component group="e" version="1"/>
  </components>
</verification-metadata>`,
  )
  expect(packagesOf(reading)).toEqual([
    'a:b 2.0 5-7 unknown null',
    'c:d 1 8-8 unknown null',
    'e: 1 9-9 unknown null',
  ])
  expect(reading.packages.slice(0, 2).map((p) => p.integrity)).toEqual([true, false])
  expect(errorsOf(reading)).toEqual(['9 LOCKFILE_INVALID the component "e:" has no name'])
})

test('libs.versions.toml: every way to write a library, a plugin and a version', async () => {
  const reading = await readText(
    versionCatalog,
    `[versions]
groovy = "3.0.5"
rich = { strictly = "[1.7, 1.8[", prefer = "1.7.25" }
pinned = { strictly = "2.0" }
range = "[1.0,2.0)"

[libraries]
a = "g:a:1.0"
b = { module = "g:b", version.ref = "groovy" }
c = { group = "g", name = "c", version = { require = "4.1" } }
d = { module = "g:d", version.ref = "rich" }
e = { module = "g:e", version.ref = "pinned" }
f = { module = "g:f", version.ref = "range" }
h = { module = "g:h" }
i = { name = "i" }
k = { module = "g:k", version.ref = "gone" }

[bundles]
all = ["a", "b"]

[plugins]
p = { id = "com.example.p", version = "0.45" }
q = "com.example.q:1.1"
`,
  )
  expect(packagesOf(reading)).toEqual([
    'g:a 1.0 8-8 prod null',
    'g:b 3.0.5 9-9 prod null',
    'g:c 4.1 10-10 prod null',
    'g:d 1.7.25 11-11 prod null',
    'g:e 2.0 12-12 prod null',
    'g:f  13-13 prod null',
    'g:h  14-14 prod null',
    'g:k  16-16 prod null',
    'com.example.p:com.example.p.gradle.plugin 0.45 22-22 build null',
    'com.example.q:com.example.q.gradle.plugin 1.1 23-23 build null',
  ])
  expect(reading.errors.map(({ code, line }) => `${line} ${code}`)).toEqual([
    '13 LOCKFILE_UNRESOLVED',
    '14 LOCKFILE_UNRESOLVED',
    '15 LOCKFILE_INVALID',
    '16 LOCKFILE_UNRESOLVED',
  ])
})

test('build.sbt.lock: modules and the scope that their configurations tell', async () => {
  const reading = await readText(
    sbtLock,
    `{"lockVersion": 1, "timestamp": "2021-01-01T00:00:00Z", "configurations": ["compile", "test"], "dependencies": [
  {"org": "org.apache.commons", "name": "commons-lang3", "version": "3.9",
   "artifacts": [{"name": "commons-lang3.jar", "hash": "sha1:0122"}], "configurations": ["test", "compile"]},
  {"org": "org.scalatest", "name": "scalatest_2.12", "version": "3.0.8", "artifacts": [{"name": "x.jar"}], "configurations": ["test"]},
  {"org": "x"}
]}`,
  )
  expect(packagesOf(reading)).toEqual([
    'org.apache.commons:commons-lang3 3.9 2-3 prod null',
    'org.scalatest:scalatest_2.12 3.0.8 4-4 test null',
  ])
  expect(reading.packages.map((p) => p.integrity)).toEqual([true, false])
  expect(reading.errors).toMatchObject([{ line: 5 }])
})

test.each([
  [verificationMetadata, '<a/>'],
  [verificationMetadata, ''],
  [sbtLock, '{"lockVersion": 2, "dependencies": []}'],
  [sbtLock, '{}'],
  [versionCatalog, '[libraries\n'],
])('%# is told with its line', async (format, text) => {
  const { errors } = await readText(format, text)
  expect(errors[0]).toMatchObject({ line: 1 })
  expect(errors[0]?.message).not.toMatch(/gave up/)
})
