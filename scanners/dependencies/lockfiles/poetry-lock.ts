/**
 * poetry's `poetry.lock`, lock-version 1 and 2. A package says its scope as `category` (1.0 to 1.4
 * of poetry), as `groups` (2.0 and later), or not at all; then `pyproject.toml` and the edges do.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource, Siblings } from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import {
  type DocumentNode,
  elementsOf,
  isTrue,
  isWhole,
  memberOf,
  membersOf,
  tablesOf,
  textOf,
  textsOf,
} from './document/node.ts'
import { readToml } from './document/toml.ts'
import { LockedPackages } from './python/locked-packages.ts'
import { wantsProjectFile } from './python/project-file.ts'
import { normalName } from './python/requirement.ts'

export const poetryLock: LockfileFormat = {
  id: 'poetry.lock',
  ecosystems: ['PyPI'],
  wants: (path) => path === 'poetry.lock' || path.endsWith('/poetry.lock'),
  wantsBeside: wantsProjectFile,
  parse: parsePoetryLock,
}

async function parsePoetryLock(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const document = readToml(file.text)
  const { root } = document
  const locked = new LockedPackages(document)
  const metadata = memberOf(root, 'metadata')
  const version = textOf(metadata, 'lock-version')
  if (version !== undefined && !/^[12]\./.test(version)) {
    locked.graph.problem(
      metadata?.line,
      `lock-version ${version} is not known (1 and 2 are)`,
      'LOCKFILE_UNSUPPORTED',
    )
  }
  const files = new Map(
    [...membersOf(memberOf(metadata, 'files'))].map(([name, list]) => [normalName(name), list]),
  )
  const added: { readonly index: number; readonly node: DocumentNode }[] = []
  for (const node of tablesOf(root, 'package')) {
    const name = textOf(node, 'name')
    const locks = textOf(node, 'version')
    if (!isWhole(node)) continue
    if (name === undefined || locks === undefined) {
      locked.noVersion(node, name ?? 'a package')
      continue
    }
    const source = sourceOf(memberOf(node, 'source'))
    const scope = scopeOf(node)
    const hashes = elementsOf(memberOf(node, 'files') ?? files.get(normalName(name)))
    const index = locked.add(node, name, locks, source, {
      ...(scope === undefined ? {} : { scope }),
      ...(source.kind === 'registry' ? { integrity: hashes.length > 0 } : {}),
    })
    added.push({ index, node })
  }
  for (const { index, node } of added) {
    for (const [name, dependency] of membersOf(memberOf(node, 'dependencies'))) {
      const isOptional =
        isTrue(dependency, 'optional') || elementsOf(dependency).some((one) => isTrue(one, 'optional'))
      locked.connect(index, name, isOptional ? 'optional' : 'prod')
    }
  }
  return locked.contentWithProject(file, siblings, true)
}

function scopeOf(node: DocumentNode): DependencyScope | undefined {
  const groups = textsOf(memberOf(node, 'groups'))
  const category = textOf(node, 'category')
  if (groups.length === 0 && category === undefined) return isTrue(node, 'optional') ? 'optional' : undefined
  if (!groups.includes('main') && category !== 'main') return 'dev'
  return isTrue(node, 'optional') || isByExtra(textOf(memberOf(node, 'markers'), 'main'))
    ? 'optional'
    : 'prod'
}

/** Another group may want it at any rate, so that `optional` is not set: the marker of the main group tells. */
function isByExtra(marker: string | undefined): boolean {
  return marker?.split(' or ').every((part) => part.includes('extra == ')) ?? false
}

function sourceOf(node: DocumentNode | undefined): PackageSource {
  const url = textOf(node, 'url') ?? ''
  switch (textOf(node, 'type')) {
    case 'git':
      return { kind: 'git', url, commit: textOf(node, 'resolved_reference') ?? null }
    case 'url':
      return { kind: 'url', url }
    case 'directory':
    case 'file':
      return { kind: 'path', path: url }
    case undefined:
      return DEFAULT_REGISTRY
    default:
      return { kind: 'registry', url }
  }
}
