/**
 * `pylock.toml` and `pylock.NAME.toml` (PEP 751,
 * https://packaging.python.org/en/latest/specifications/pylock-toml/). A package without a version is
 * built from a folder, an archive or a repository that may change it; nothing is told of it.
 */
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource, Siblings } from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import { type DocumentNode, elementsOf, isWhole, mapOf, memberOf, tablesOf, textOf } from './document/node.ts'
import { readToml } from './document/toml.ts'
import { LockedPackages } from './python/locked-packages.ts'
import { wantsProjectFile } from './python/project-file.ts'

export const pylockToml: LockfileFormat = {
  id: 'pylock.toml',
  ecosystems: ['PyPI'],
  wants: (path) => /(?:^|\/)pylock(?:\.[^./]+)?\.toml$/.test(path),
  wantsBeside: wantsProjectFile,
  parse: parsePylock,
}

async function parsePylock(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const document = readToml(file.text)
  const { root } = document
  const locked = new LockedPackages(document)
  const version = textOf(root, 'lock-version')
  if (version !== undefined && !/^1(?:\.|$)/.test(version)) {
    locked.graph.problem(1, `lock-version ${version} is not known (1 is)`, 'LOCKFILE_UNSUPPORTED')
  }
  const added: { readonly index: number; readonly node: DocumentNode }[] = []
  for (const node of tablesOf(root, 'packages')) {
    const name = textOf(node, 'name')
    const locks = textOf(node, 'version')
    if (!isWhole(node)) continue
    const source = sourceOf(node)
    if (name === undefined) locked.graph.problem(node.line, 'a package has no name')
    else if (locks !== undefined) {
      const integrity = source.kind === 'registry' ? { integrity: hasHashes(node) } : {}
      added.push({ index: locked.add(node, name, locks, source, integrity), node })
    } else if (source.kind === 'registry') locked.noVersion(node, name)
  }
  for (const { index, node } of added) {
    for (const dependency of elementsOf(memberOf(node, 'dependencies'))) {
      const name = textOf(dependency, 'name')
      if (name !== undefined) locked.connect(index, name, 'prod', textOf(dependency, 'version'))
    }
  }
  const edgesKnown = added.some(({ node }) => memberOf(node, 'dependencies') !== undefined)
  return locked.contentWithProject(file, siblings, edgesKnown)
}

function hasHashes(node: DocumentNode): boolean {
  return [memberOf(node, 'sdist'), ...elementsOf(memberOf(node, 'wheels'))].some(
    (archive) => (mapOf(memberOf(archive, 'hashes'))?.size ?? 0) > 0,
  )
}

function sourceOf(node: DocumentNode): PackageSource {
  const vcs = memberOf(node, 'vcs')
  if (vcs) {
    const url = textOf(vcs, 'url') ?? textOf(vcs, 'path') ?? ''
    return { kind: 'git', url, commit: textOf(vcs, 'commit-id') ?? null }
  }
  const directory = memberOf(node, 'directory')
  if (directory) return { kind: 'path', path: textOf(directory, 'path') ?? '' }
  const archive = memberOf(node, 'archive')
  if (archive) {
    const url = textOf(archive, 'url')
    return url === undefined ? { kind: 'path', path: textOf(archive, 'path') ?? '' } : { kind: 'url', url }
  }
  const index = textOf(node, 'index')
  return index === undefined ? DEFAULT_REGISTRY : { kind: 'registry', url: index }
}
