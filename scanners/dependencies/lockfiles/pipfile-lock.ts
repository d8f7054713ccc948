/**
 * pipenv's `Pipfile.lock` (pipfile-spec 6): `default`, `develop`, and categories of the project's own. It
 * records no edges; what is direct stands in `Pipfile`. What comes from a repository, a file or a folder
 * has no version here and is not told of.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource, Siblings } from '../lockfile.ts'
import { DEFAULT_REGISTRY, ROOT } from '../lockfile.ts'
import { readJson } from './document/json.ts'
import { type DocumentNode, elementsOf, isWhole, memberOf, membersOf, textOf } from './document/node.ts'
import { readToml } from './document/toml.ts'
import { LockedPackages } from './python/locked-packages.ts'

export const pipfileLock: LockfileFormat = {
  id: 'Pipfile.lock',
  ecosystems: ['PyPI'],
  wants: (path) => path === 'Pipfile.lock' || path.endsWith('/Pipfile.lock'),
  wantsBeside: (path) => path === 'Pipfile' || path.endsWith('/Pipfile'),
  parse: parsePipfileLock,
}

async function parsePipfileLock(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const document = readJson(file.text)
  const { root } = document
  const locked = new LockedPackages(document)
  const indexes = indexesOf(memberOf(root, '_meta'))
  for (const [section, packages] of membersOf(root)) {
    if (section === '_meta') continue
    for (const [name, node] of membersOf(packages))
      if (isWhole(node)) addPackage(locked, indexes, section, name, node)
  }
  const manifest = await siblings.read(file.path.replace(/\.lock$/, ''))
  const sections = manifest && readToml(manifest.text)
  const rootsKnown = sections !== undefined && sections.problems.length === 0
  if (rootsKnown) {
    for (const [section, requests] of membersOf(sections.root)) {
      if (NO_REQUESTS.has(section)) continue
      for (const [name] of membersOf(requests)) locked.connect(ROOT, name, scopeOf(section))
    }
  }
  return locked.graph.content({ rootsKnown, edgesKnown: false })
}

/** Tables of a `Pipfile` that ask for nothing. */
const NO_REQUESTS = new Set(['source', 'requires', 'scripts', 'pipenv'])

function scopeOf(section: string): DependencyScope {
  if (section === 'default' || section === 'packages') return 'prod'
  return section === 'develop' || section === 'dev-packages' ? 'dev' : 'unknown'
}

function addPackage(
  locked: LockedPackages,
  indexes: ReadonlyMap<string, string>,
  section: string,
  name: string,
  node: DocumentNode,
): void {
  const version = textOf(node, 'version')?.replace(/^={2,3}\s*/, '')
  if (version === undefined) {
    const isElsewhere = ['git', 'hg', 'svn', 'bzr', 'path', 'file'].some(
      (key) => textOf(node, key) !== undefined,
    )
    if (!isElsewhere) locked.noVersion(node, name)
    return
  }
  const source = sourceOf(node, indexes)
  locked.add(node, name, version, source, {
    scope: scopeOf(section),
    ...(source.kind === 'registry' ? { integrity: elementsOf(memberOf(node, 'hashes')).length > 0 } : {}),
  })
}

function indexesOf(meta: DocumentNode | undefined): Map<string, string> {
  const indexes = new Map<string, string>()
  for (const source of elementsOf(memberOf(meta, 'sources'))) {
    const name = textOf(source, 'name')
    const url = textOf(source, 'url')
    if (name !== undefined && url !== undefined) indexes.set(name, url)
  }
  return indexes
}

function sourceOf(node: DocumentNode, indexes: ReadonlyMap<string, string>): PackageSource {
  const git = textOf(node, 'git')
  if (git !== undefined) return { kind: 'git', url: git, commit: textOf(node, 'ref') ?? null }
  const path = textOf(node, 'path')
  if (path !== undefined) return { kind: 'path', path }
  const file = textOf(node, 'file')
  if (file !== undefined) return { kind: 'url', url: file }
  const url = indexes.get(textOf(node, 'index') ?? '')
  return url === undefined ? DEFAULT_REGISTRY : { kind: 'registry', url }
}
