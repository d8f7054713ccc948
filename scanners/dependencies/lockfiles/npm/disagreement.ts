/** Where `package.json` asks for one thing and its lockfile holds another, so that `npm ci` would refuse it. */
import satisfies from 'semver/functions/satisfies.js'
import valid from 'semver/functions/valid.js'
import validRange from 'semver/ranges/valid.js'
import type { LockedPackage } from '../../lockfile.ts'
import type { Request } from './entry.ts'

export interface NpmDisagreement {
  readonly name: string
  readonly line?: number
  readonly message: string
}

/** `recorded` are the requests that the lockfile repeats (versions 2 and 3). */
export function findDisagreements(
  asked: readonly Request[],
  recorded: readonly Request[] | undefined,
  installed: (name: string) => LockedPackage | undefined,
): NpmDisagreement[] {
  const found: NpmDisagreement[] = []
  const recordedSpecs = recorded && new Map(recorded.map((request) => [request.name, request.spec]))
  const seen = new Set<string>()
  for (const { name, spec, kind } of asked) {
    if (kind === 'peer' || seen.has(name)) continue
    seen.add(name)
    const disagreement = recordedSpecs
      ? compareRecorded(name, spec, recordedSpecs.get(name))
      : compareInstalled(name, spec, kind, installed(name))
    if (disagreement) found.push({ name, ...disagreement })
  }
  return found
}

function compareRecorded(name: string, spec: string, recorded: string | undefined) {
  if (recorded === spec) return undefined
  if (recorded === undefined)
    return { message: `package.json asks for ${name}@${spec}, the lockfile does not` }
  return { message: `package.json asks for ${name}@${spec}, the lockfile was made for ${name}@${recorded}` }
}

function compareInstalled(
  name: string,
  spec: string,
  kind: Request['kind'],
  held: LockedPackage | undefined,
) {
  if (!held) {
    if (kind === 'optional') return undefined
    return { message: `package.json asks for ${name}@${spec}, the lockfile does not have it` }
  }
  const range = validRange(spec)
  if (range === null || held.source.kind !== 'registry' || valid(held.version) === null) return undefined
  if (satisfies(held.version, range, { includePrerelease: true })) return undefined
  return {
    line: held.line,
    message: `package.json asks for ${name}@${spec}, the lockfile holds ${held.version}`,
  }
}
