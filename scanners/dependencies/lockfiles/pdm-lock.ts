/** pdm's `pdm.lock`, lock_version 2 to 4: dependencies as PEP 508 writes them, groups since 4.4. */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource, Siblings } from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import {
  type DocumentNode,
  elementsOf,
  isWhole,
  memberOf,
  membersOf,
  tablesOf,
  textOf,
  textsOf,
} from './document/node.ts'
import { readToml } from './document/toml.ts'
import { LockedPackages } from './python/locked-packages.ts'
import { readProjectFile, wantsProjectFile } from './python/project-file.ts'
import { exactVersion, normalName, parseRequirement } from './python/requirement.ts'

export const pdmLock: LockfileFormat = {
  id: 'pdm.lock',
  ecosystems: ['PyPI'],
  wants: (path) => path === 'pdm.lock' || path.endsWith('/pdm.lock'),
  wantsBeside: wantsProjectFile,
  parse: parsePdmLock,
}

async function parsePdmLock(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const document = readToml(file.text)
  const locked = new LockedPackages(document)
  const metadata = memberOf(document.root, 'metadata')
  const version = textOf(metadata, 'lock_version')
  if (version !== undefined && !/^[1-4](?:\.|$)/.test(version)) {
    locked.graph.problem(
      metadata?.line,
      `lock_version ${version} is not known (up to 4 is)`,
      'LOCKFILE_UNSUPPORTED',
    )
  }
  const extras = (await readProjectFile(file.path, siblings))?.extras ?? new Set()
  const files = new Set(
    [...membersOf(memberOf(metadata, 'files'))].map(([key]) => normalName(key.split(' ')[0]!)),
  )
  const added: { readonly index: number; readonly node: DocumentNode }[] = []
  for (const node of tablesOf(document.root, 'package')) {
    const name = textOf(node, 'name')
    const locks = textOf(node, 'version')
    if (!isWhole(node)) continue
    if (name === undefined || locks === undefined) {
      locked.noVersion(node, name ?? 'a package')
      continue
    }
    const source = sourceOf(node)
    const scope = scopeOf(textsOf(memberOf(node, 'groups')), extras)
    const hasFiles = elementsOf(memberOf(node, 'files')).length > 0 || files.has(normalName(name))
    const index = locked.add(node, name, locks, source, {
      ...(scope === undefined ? {} : { scope }),
      ...(source.kind === 'registry' ? { integrity: hasFiles } : {}),
    })
    added.push({ index, node })
  }
  for (const { index, node } of added) {
    for (const text of textsOf(memberOf(node, 'dependencies'))) {
      const requirement = parseRequirement(text)
      if (requirement) locked.connect(index, requirement.name, 'prod', exactVersion(requirement))
    }
  }
  return locked.contentWithProject(file, siblings, true)
}

/** Groups other than `default` are extras where the project says so, for development else. */
function scopeOf(groups: readonly string[], extras: ReadonlySet<string>): DependencyScope | undefined {
  if (groups.length === 0) return undefined
  if (groups.includes('default')) return 'prod'
  return groups.some((group) => extras.has(normalName(group))) ? 'optional' : 'dev'
}

function sourceOf(node: DocumentNode): PackageSource {
  for (const kind of ['git', 'hg', 'svn', 'bzr']) {
    const repository = textOf(node, kind)
    if (repository !== undefined) {
      return { kind: 'git', url: repository, commit: textOf(node, 'revision') ?? null }
    }
  }
  const url = textOf(node, 'url')
  if (url !== undefined) return { kind: 'url', url }
  const path = textOf(node, 'path')
  return path === undefined ? DEFAULT_REGISTRY : { kind: 'path', path }
}
