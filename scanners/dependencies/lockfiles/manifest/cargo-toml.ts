/**
 * Rust's `Cargo.toml` (https://doc.rust-lang.org/cargo/reference/manifest.html): the crate itself, and the
 * versions that its dependencies begin with. What comes from git or a path has no version to tell.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../../lockfile.ts'
import { openDocument } from '../content-builder.ts'
import { memberOf, membersOf, textOf } from '../document/node.ts'
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
    const { line, endLine, value } = dependency
    const asked = typeof value === 'string' ? value : textOf(dependency, 'version')
    if (asked === undefined || memberOf(dependency, 'git') || memberOf(dependency, 'path')) continue
    const crate = textOf(dependency, 'package') ?? key
    builder.add({
      ecosystem: 'crates.io',
      name: crate,
      version: asked,
      line,
      endLine,
      direct: true,
      scope: 'prod',
    })
  }
  return builder.content()
}
