import { expect, test } from 'vitest'
import {
  buildscriptGradleLockfile,
  gradleLockfile,
} from '../../../../scanners/dependencies/lockfiles/gradle-lockfile.ts'
import { errorsOf, packagesOf, readText } from './reading.ts'

const TEXT = `# This is a Gradle generated file
com.example:lib:1.0=compileClasspath,testCompileClasspath\r
junit:junit:4.13=testCompileClasspath,testRuntimeClasspath
org.immutables:value:2.9=annotationProcessor
empty=signatures
`

test('coordinates, lines, and the scope that the configurations tell', async () => {
  const reading = await readText(gradleLockfile, TEXT)
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual([
    'com.example:lib 1.0 2-2 prod null',
    'junit:junit 4.13 3-3 test null',
    'org.immutables:value 2.9 4-4 build null',
  ])
  expect(reading.packages[0]?.ecosystem).toBe('Maven')
})

test('what a build script uses runs at build time', async () => {
  const reading = await readText(buildscriptGradleLockfile, 'a:b:1=classpath\nempty=\n')
  expect(packagesOf(reading)).toEqual(['a:b 1 1-1 build null'])
})

test('the files of one configuration each, as Gradle wrote until version 6', async () => {
  const reading = await readText(gradleLockfile, '# x\na:b:1\n')
  expect(packagesOf(reading)).toEqual(['a:b 1 2-2 unknown null'])
  expect(gradleLockfile.wants('app/gradle/dependency-locks/compileClasspath.lockfile')).toBe(true)
  expect(gradleLockfile.wants('app/gradle.lockfile')).toBe(true)
  expect(buildscriptGradleLockfile.wants('settings-gradle.lockfile')).toBe(true)
})

test.each([
  'a:b',
  'a:b:',
  'a::1=x',
  'a:b:1:jar=x',
  '=x',
  '<<<<<<< HEAD',
])('the line %j is told and the others are read', async (line) => {
  const reading = await readText(gradleLockfile, `a:b:1=x\n${line}\nc:d:2=x`)
  expect(reading.packages.map((p) => p.name)).toEqual(['a:b', 'c:d'])
  expect(reading.errors).toMatchObject([{ line: 2, code: 'LOCKFILE_INVALID' }])
})
