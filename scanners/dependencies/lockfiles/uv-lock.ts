/**
 * uv's `uv.lock`, version 1 (https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile). The
 * project itself is a package whose source is `editable` or `virtual` at `.`, members are the same
 * elsewhere. A dependency names a version only where the file holds several.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { DEFAULT_REGISTRY, ROOT } from '../lockfile.ts'
import {
  type DocumentNode,
  elementsOf,
  isWhole,
  memberOf,
  membersOf,
  tablesOf,
  textOf,
} from './document/node.ts'
import { readToml } from './document/toml.ts'
import { LockedPackages } from './python/locked-packages.ts'

export const uvLock: LockfileFormat = {
  id: 'uv.lock',
  ecosystems: ['PyPI'],
  wants: (path) => path === 'uv.lock' || path.endsWith('/uv.lock'),
  parse: parseUvLock,
}

function parseUvLock(file: LockfileText): LockfileContent {
  const document = readToml(file.text)
  const { root } = document
  const locked = new LockedPackages(document)
  const version = memberOf(root, 'version')
  if (typeof version?.value === 'number' && version.value > 1) {
    locked.graph.problem(version.line, `version ${version.value} is not known (1 is)`, 'LOCKFILE_UNSUPPORTED')
  }
  const added: { readonly index: number; readonly node: DocumentNode }[] = []
  for (const node of tablesOf(root, 'package')) {
    const index = isWhole(node) ? addPackage(locked, node) : undefined
    if (index !== undefined) added.push({ index, node })
  }
  for (const { index, node } of added) connect(locked, index, node)
  // A workspace may have a root that is no package, with groups of its own.
  const manifest = memberOf(root, 'manifest')
  connectList(locked, ROOT, memberOf(manifest, 'requirements'), 'prod')
  for (const [, group] of membersOf(memberOf(manifest, 'dependency-groups')))
    connectList(locked, ROOT, group, 'dev')
  const rootsKnown = added.some(({ index }) => isMember(locked, index))
  return locked.graph.content({ rootsKnown, edgesKnown: true })
}

function isMember(locked: LockedPackages, index: number): boolean {
  return index === ROOT || locked.graph.at(index).source.kind === 'workspace'
}

function addPackage(locked: LockedPackages, node: DocumentNode): number | undefined {
  const name = textOf(node, 'name')
  const source = sourceOf(memberOf(node, 'source'))
  if (source.kind === 'workspace' && source.path === '.') return ROOT
  const isLocal = source.kind === 'workspace' || source.kind === 'path'
  // The version of what is built from the project's own files may be dynamic.
  const version = textOf(node, 'version') ?? (isLocal ? '' : undefined)
  if (name === undefined || version === undefined) {
    locked.noVersion(node, name ?? 'a package')
    return undefined
  }
  const files = [memberOf(node, 'sdist'), ...elementsOf(memberOf(node, 'wheels'))]
  const hasHash = files.some((archive) => textOf(archive, 'hash') !== undefined)
  return locked.add(node, name, version, source, source.kind === 'registry' ? { integrity: hasHash } : {})
}

const SECTIONS: readonly (readonly [key: string, scope: DependencyScope])[] = [
  ['optional-dependencies', 'optional'],
  ['dev-dependencies', 'dev'],
]

function connect(locked: LockedPackages, from: number, node: DocumentNode): void {
  connectList(locked, from, memberOf(node, 'dependencies'), 'prod')
  // Of what is not the project's, uv records the extras that somebody asks for: there they are no option any more.
  const isOwn = isMember(locked, from)
  for (const [section, scope] of SECTIONS) {
    for (const [, group] of membersOf(memberOf(node, section)))
      connectList(locked, from, group, isOwn ? scope : 'prod')
  }
}

function connectList(
  locked: LockedPackages,
  from: number,
  list: DocumentNode | undefined,
  scope: DependencyScope,
): void {
  for (const dependency of elementsOf(list)) {
    const name = textOf(dependency, 'name')
    if (name !== undefined) locked.connect(from, name, scope, textOf(dependency, 'version'))
  }
}

function sourceOf(node: DocumentNode | undefined): PackageSource {
  const member = textOf(node, 'editable') ?? textOf(node, 'virtual')
  if (member !== undefined) return { kind: 'workspace', path: member }
  const git = textOf(node, 'git')
  if (git !== undefined) {
    const [address = '', commit] = git.split('#')
    return { kind: 'git', url: address.split('?')[0]!, commit: commit ?? null }
  }
  const url = textOf(node, 'url')
  if (url !== undefined) return { kind: 'url', url }
  const path = textOf(node, 'path') ?? textOf(node, 'directory')
  if (path !== undefined) return { kind: 'path', path }
  const registry = textOf(node, 'registry')
  return registry === undefined ? DEFAULT_REGISTRY : { kind: 'registry', url: registry }
}
