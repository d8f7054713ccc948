/**
 * An action or a reusable workflow as a package of the ecosystem `GitHub Actions`. Advisories speak of
 * releases; a tag such as `v4` or a branch moves, and names none.
 */
import { DEFAULT_REGISTRY } from '../../lockfile.ts'
import type { PackageDraft } from '../graph.ts'

export interface ActionReference {
  readonly owner: string
  readonly repository: string
  readonly ref: string
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i
const RELEASE = /^v?(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)$/

/** `owner/repository/path@ref`; `undefined` for a folder, an image, or what is no reference. */
export function parseActionReference(text: string): ActionReference | undefined {
  const found = /^([\w.-]+)\/([\w.-]+)(?:\/[^@\s]*)?@([^\s@]+)$/.exec(text)
  const isLocal = found === null || found[1] === '.' || found[1] === '..' || found[1] === '$'
  return isLocal ? undefined : { owner: found[1]!, repository: found[2]!, ref: found[3]! }
}

/** The release that a tag or a comment names, without its `v`; `undefined` for what moves. */
export function releaseOf(ref: string): string | undefined {
  return RELEASE.exec(ref)?.[1]
}

/** `release` is what is known of the reference besides itself: a comment, the lockfile's `ref`. */
export function actionPackage(
  { owner, repository, ref }: ActionReference,
  release: string | undefined,
  lockedCommit: string | undefined,
  place: { readonly line: number; readonly endLine: number },
): PackageDraft {
  const name = `${owner}/${repository}`
  const version = releaseOf(ref) ?? release
  const { line, endLine } = place
  if (version !== undefined) {
    return { ecosystem: 'GitHub Actions', name, version, source: DEFAULT_REGISTRY, line, endLine }
  }
  const commit = lockedCommit ?? (COMMIT.test(ref) ? ref.toLowerCase() : null)
  return {
    ecosystem: 'GitHub Actions',
    name,
    version: COMMIT.test(ref) ? '' : ref,
    source: { kind: 'git', url: `https://github.com/${name}`, commit },
    line,
    endLine,
  }
}
