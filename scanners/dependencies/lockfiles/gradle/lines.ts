/**
 * The lines of Gradle's lock files (https://docs.gradle.org/current/userguide/dependency_locking.html):
 * `group:artifact:version=configuration,configuration`, sorted. Until Gradle 6 there was one file per
 * configuration, whose lines are coordinates alone. Edges and what is direct are not recorded.
 */
import type { DependencyScope } from '../../../../src/gate/finding.ts'
import type { LockfileContent, LockfileText } from '../../lockfile.ts'
import { eachLine } from '../../text/each-line.ts'
import { ContentBuilder, quote } from '../content-builder.ts'

/** `scopeOf` is asked with the configurations of each line. */
export function parseGradleLines(
  file: LockfileText,
  scopeOf: (configurations: readonly string[]) => DependencyScope,
): LockfileContent {
  const builder = new ContentBuilder()
  for (const { text, number: line } of eachLine(file.text)) {
    const trimmed = text.trim()
    // `empty=` lists the configurations without dependencies.
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith('empty=')) continue
    const equals = trimmed.indexOf('=')
    const coordinates = (equals === -1 ? trimmed : trimmed.slice(0, equals)).split(':')
    const [group, artifact, version] = coordinates
    if (coordinates.length !== 3 || !group || !artifact || !version) {
      builder.problem(line, `${quote(trimmed)} is not group:artifact:version=configurations`)
      continue
    }
    const configurations = equals === -1 ? [] : trimmed.slice(equals + 1).split(',')
    const scope = scopeOf(configurations.map((name) => name.trim()).filter((name) => name !== ''))
    builder.add({ ecosystem: 'Maven', name: `${group}:${artifact}`, version, scope, line })
  }
  return builder.content()
}

/** By the names that Gradle's own plugins give: what only tests or only compilation see. */
export function scopeOfConfigurations(configurations: readonly string[]): DependencyScope {
  if (configurations.length === 0) return 'unknown'
  if (configurations.every((name) => /test/i.test(name))) return 'test'
  const isBuild = /annotationProcessor|^compileOnly|^kapt|^ksp|checkstyle|pmd|spotbugs|jacoco|detekt|ktlint/i
  if (configurations.every((name) => isBuild.test(name) || /test/i.test(name))) return 'build'
  return 'prod'
}
