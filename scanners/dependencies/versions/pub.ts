/**
 * Dart's pub (https://pub.dev/documentation/pub_semver): SemVer, but build metadata counts; a version
 * with it is above the one without.
 */
import { compareListsThenLength, defineOrdering } from './ordering.ts'
import { compareIdentifiers, compareSemver, parseSemver, type SemverKey } from './semver.ts'

export const pub = defineOrdering<SemverKey>({
  id: 'pub',
  parse: parseSemver,
  compare: (a, b) => compareSemver(a, b) || compareListsThenLength(a.build, b.build, compareIdentifiers),
})
