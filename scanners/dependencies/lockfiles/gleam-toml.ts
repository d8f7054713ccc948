/**
 * Gleam's `manifest.toml` (https://gleam.run, "manifest.toml"): Hex packages with their requirements, and
 * under `requirements` what the project asks for. The manifest `gleam.toml` is read only when it is named:
 * it holds requirements, not versions.
 */
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import { type ContentBuilder, openDocument, quote } from './content-builder.ts'
import {
  type DocumentNode,
  elementsOf,
  isWhole,
  memberOf,
  membersOf,
  textOf,
  textsOf,
} from './document/node.ts'
import { readToml } from './document/toml.ts'

export const gleamManifest: LockfileFormat = {
  id: 'manifest.toml',
  ecosystems: ['Hex'],
  wants: (path) => path === 'manifest.toml' || path.endsWith('/manifest.toml'),
  parse: parseManifest,
}

export const gleamToml: LockfileFormat = {
  id: 'gleam.toml',
  ecosystems: ['Hex'],
  wants: () => false,
  parse: parseProject,
}

function parseManifest(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readToml(file.text))
  const places = new Map<string, number>()
  const nodes = elementsOf(root.get('packages')).filter(isWhole)
  for (const node of nodes) addPackage(builder, places, node)
  for (const node of nodes) {
    const from = places.get(textOf(node, 'name') ?? '')
    for (const name of from === undefined ? [] : textsOf(memberOf(node, 'requirements'))) {
      builder.connect(from!, places.get(name))
    }
  }
  for (const [name] of membersOf(root.get('requirements'))) builder.connectRoot(places.get(name))
  if (root.has('requirements')) builder.markDirect()
  return builder.content()
}

function addPackage(builder: ContentBuilder, places: Map<string, number>, node: DocumentNode): void {
  const { line, endLine } = node
  const name = textOf(node, 'name')
  const version = textOf(node, 'version')
  if (name === undefined || version === undefined) {
    builder.problem(line, name === undefined ? 'a package has no name' : `${quote(name)} has no version`)
    return
  }
  const source = sourceOf(node)
  const integrity =
    source.kind === 'registry' ? { integrity: textOf(node, 'outer_checksum') !== undefined } : {}
  places.set(
    name,
    builder.add({ ecosystem: 'Hex', name, version, source, scope: 'prod', line, endLine, ...integrity }),
  )
}

function sourceOf(node: DocumentNode): PackageSource {
  switch (textOf(node, 'source')) {
    case 'git':
      return { kind: 'git', url: textOf(node, 'repo') ?? '', commit: textOf(node, 'commit') ?? null }
    case 'local':
      return { kind: 'path', path: textOf(node, 'path') ?? '' }
    default:
      return DEFAULT_REGISTRY
  }
}

function parseProject(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readToml(file.text))
  for (const section of ['dependencies', 'dev-dependencies', 'dev_dependencies']) {
    const scope = section === 'dependencies' ? 'prod' : 'dev'
    for (const [name, node] of membersOf(root.get(section))) {
      const { line, endLine } = node
      const git = textOf(node, 'git')
      // A package of the same repository has no version.
      if (textOf(node, 'path') !== undefined) continue
      const version = typeof node.value === 'string' ? node.value : (textOf(node, 'version') ?? '')
      const commit = textOf(node, 'ref') ?? null
      const source = git === undefined ? DEFAULT_REGISTRY : ({ kind: 'git', url: git, commit } as const)
      builder.connectRoot(
        builder.add({ ecosystem: 'Hex', name, version, source, scope, direct: true, line, endLine }),
      )
    }
  }
  return builder.content()
}
