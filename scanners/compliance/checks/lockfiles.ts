/** Every manifest that declares dependencies has a lockfile beside it or above it (a workspace's). */
import { fail, notApplicable, notDetermined, type Outcome, pass } from '../answer.ts'
import type { Evidence } from '../evidence.ts'
import manifests from '../manifests.json' with { type: 'json' }

interface ManifestKind {
  readonly name: RegExp
  readonly declares: RegExp
  readonly locks: readonly string[]
}

const KINDS: readonly ManifestKind[] = manifests.map(({ manifest, declares, locks }) => ({
  name: new RegExp(`(?:^|/)${manifest}$`),
  declares: new RegExp(declares, 'm'),
  locks,
}))

/** Not this tree's own: installed packages, and inputs of tests. */
const FOREIGN = /(?:^|\/)(?:node_modules|vendor|testdata|fixtures|__fixtures__)\//

export function isManifest(path: string): boolean {
  return !FOREIGN.test(path) && KINDS.some(({ name }) => name.test(path))
}

export function checkLockfiles(evidence: Evidence): Outcome {
  const paths = new Set(evidence.paths)
  const unread = unreadManifest(evidence)
  const declaring = declaringManifests(evidence)
  const bare = declaring.filter(({ path, kind }) => !hasLock(path, kind, paths))
  const [first] = bare
  if (first) {
    const others = bare.length === 1 ? '' : ` (and ${bare.length - 1} more)`
    return fail(`${first.path}${others} declares dependencies and has no lockfile`, first.path)
  }
  if (unread !== undefined) return notDetermined(`${unread} could not be read`)
  if (declaring.length === 0) return notApplicable('no manifest declares a dependency')
  return pass(`all ${declaring.length} manifests that declare dependencies have a lockfile`)
}

export function declaringManifests({ texts }: Evidence): { path: string; kind: ManifestKind }[] {
  return [...texts].flatMap(([path, text]) => {
    const kind = isManifest(path) ? KINDS.find(({ name }) => name.test(path)) : undefined
    return kind && text !== undefined && kind.declares.test(text) ? [{ path, kind }] : []
  })
}

function unreadManifest({ texts }: Evidence): string | undefined {
  return [...texts].find(([path, text]) => text === undefined && isManifest(path))?.[0]
}

function hasLock(path: string, { locks }: ManifestKind, paths: ReadonlySet<string>): boolean {
  for (let folder = parent(path); ; folder = parent(folder)) {
    const prefix = folder === '' ? '' : `${folder}/`
    if (locks.some((lock) => paths.has(prefix + lock) || paths.has(`${prefix}gradle/${lock}`))) return true
    if (folder === '') return false
  }
}

function parent(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? '' : path.slice(0, slash)
}
