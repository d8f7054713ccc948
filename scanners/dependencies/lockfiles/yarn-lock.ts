/**
 * `yarn.lock`: classic (yarn 1, a syntax of its own) and berry (yarn 2 and later, YAML with a
 * `__metadata` entry: https://yarnpkg.com/advanced/lexicon). Which one it is, the file says itself.
 */
import type { LockfileFormat } from '../lockfile.ts'
import { wantsPackageJson } from './npm-manifest.ts'
import { parseYarnBerry } from './yarn/berry.ts'
import { parseYarnClassic } from './yarn/classic.ts'

export const yarnLock: LockfileFormat = {
  id: 'yarn.lock',
  ecosystems: ['npm'],
  wants: (path) => path === 'yarn.lock' || path.endsWith('/yarn.lock'),
  wantsBeside: wantsPackageJson,
  parse: (file, siblings) =>
    isBerry(file.text) ? parseYarnBerry(file, siblings) : parseYarnClassic(file, siblings),
}

/** Berry writes `key: value`, classic `key value`; the head alone is not there in a file that was cut. */
function isBerry(text: string): boolean {
  if (/^__metadata:/m.test(text)) return true
  if (/^# yarn lockfile v1/m.test(text)) return false
  return /^ {2}"?(?:version|resolution)"?: /m.test(text)
}
