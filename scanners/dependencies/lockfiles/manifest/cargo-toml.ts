/**
 * Rust's `Cargo.toml` (https://doc.rust-lang.org/cargo/reference/manifest.html): the crate itself, and the
 * versions that its dependencies begin with. What comes from git or a path has no version to tell; a commit is told.
 */
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../../lockfile.ts'
import { openDocument } from '../content-builder.ts'
import { type DocumentNode, memberOf, membersOf, textOf } from '../document/node.ts'
import { readToml } from '../document/toml.ts'

export const cargoToml: LockfileFormat = {
  id: 'Cargo.toml',
  ecosystems: ['crates.io'],
  wants: () => false,
  parse: parseCargoToml,
}

function parseCargoToml(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readToml(file.text))
  const own = root.get('package')
  const name = textOf(own, 'name')
  const version = textOf(own, 'version')
  if (own && name !== undefined && version !== undefined) {
    const source = { kind: 'workspace', path: '' } as const
    builder.add({ ecosystem: 'crates.io', name, version, line: memberOf(own, 'name')!.line, source })
  }
  for (const [key, dependency] of membersOf(root.get('dependencies'))) {
    const { line, endLine } = dependency
    const name = textOf(dependency, 'package') ?? key
    const asked = requestOf(dependency)
    if (asked) {
      builder.add({ ecosystem: 'crates.io', name, ...asked, line, endLine, direct: true, scope: 'prod' })
    }
  }
  return builder.content()
}

/** What of a dependency can be told; `undefined` where that is nothing. */
function requestOf(dependency: DocumentNode): { version: string; source?: PackageSource } | undefined {
  const { value } = dependency
  const url = textOf(dependency, 'git')
  const commit = textOf(dependency, 'rev')
  if (url !== undefined && commit !== undefined && /^[0-9a-f]{40}$/.test(commit)) {
    return { version: '', source: { kind: 'git', url, commit } }
  }
  const version = typeof value === 'string' ? value : textOf(dependency, 'version')
  const isElsewhere = url !== undefined || memberOf(dependency, 'path') !== undefined
  return version === undefined || isElsewhere ? undefined : { version }
}
