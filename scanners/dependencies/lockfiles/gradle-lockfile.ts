/** Gradle's lock files of a project (`gradle.lockfile`), and of its builds' own scripts. */
import type { LockfileFormat } from '../lockfile.ts'
import { parseGradleLines, scopeOfConfigurations } from './gradle/lines.ts'

export const gradleLockfile: LockfileFormat = {
  id: 'gradle.lockfile',
  ecosystems: ['Maven'],
  wants: (path) =>
    /(?:^|\/)gradle\.lockfile$/.test(path) || /(?:^|\/)gradle\/dependency-locks\/[^/]+\.lockfile$/.test(path),
  parse: (file) => parseGradleLines(file, scopeOfConfigurations),
}

/** Plugins: they run at build time, whatever configuration holds them. */
export const buildscriptGradleLockfile: LockfileFormat = {
  id: 'buildscript-gradle.lockfile',
  ecosystems: ['Maven'],
  wants: (path) => /(?:^|\/)(?:buildscript|settings)-gradle\.lockfile$/.test(path),
  parse: (file) => parseGradleLines(file, () => 'build'),
}
