/**
 * NuGet (https://learn.microsoft.com/nuget/concepts/package-versioning): up to four numbers, a
 * pre-release compared without case, metadata ignored.
 */
import { defineOrdering } from './ordering.ts'
import { compareSemver, parseSemver, type SemverKey } from './semver.ts'

export const nuget = defineOrdering<SemverKey>({
  id: 'nuget',
  parse: (text) => parseSemver(text.toLowerCase()),
  compare: compareSemver,
})
