/**
 * Julia's `Manifest.toml`, formats 1 and 2 (https://pkgdocs.julialang.org/v1/toml-files/#Manifest.toml):
 * an array of tables for each name, because packages of one name differ by their UUID. What is direct
 * stands in `Project.toml`. An entry without version, address and path is part of Julia itself.
 */
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource, Siblings } from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import { type ContentBuilder, openDocument } from './content-builder.ts'
import {
  type DocumentMap,
  type DocumentNode,
  elementsOf,
  isWhole,
  mapOf,
  memberOf,
  membersOf,
  textOf,
  textsOf,
} from './document/node.ts'
import { readToml } from './document/toml.ts'

export const juliaManifest: LockfileFormat = {
  id: 'Manifest.toml',
  ecosystems: ['Julia'],
  wants: (path) => /(?:^|\/)(?:Julia)?Manifest(?:-v\d+(?:\.\d+)*)?\.toml$/.test(path),
  wantsBeside: (path) => /(?:^|\/)(?:Julia)?Project\.toml$/.test(path),
  parse: parseManifest,
}

interface Entry {
  readonly name: string
  readonly node: DocumentNode
  readonly position: number
}

async function parseManifest(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const { root, builder } = openDocument(file, readToml(file.text))
  const format = textOf({ line: 1, endLine: 1, value: root }, 'manifest_format')
  if (format !== undefined && !/^[12](?:\.|$)/.test(format)) {
    builder.problem(1, `manifest_format ${format} is not known (1 and 2 are)`, 'LOCKFILE_UNSUPPORTED')
  }
  const tables = mapOf(root.get('deps')) ?? root
  const entries = [...addEntries(builder, tables)]
  connectEntries(builder, entries)
  await connectProject(builder, file.path, entries, siblings)
  return builder.content()
}

function* addEntries(builder: ContentBuilder, tables: DocumentMap): Generator<Entry> {
  for (const [name, list] of tables) {
    for (const node of elementsOf(list)) {
      if (!isWhole(node) || !mapOf(node)) continue
      const source = sourceOf(node)
      const version = textOf(node, 'version') ?? ''
      if (version === '' && source.kind === 'registry') continue
      const { line, endLine } = node
      const position = builder.add({
        ecosystem: 'Julia',
        name,
        version,
        source,
        scope: 'prod',
        line,
        endLine,
      })
      yield { name, node, position }
    }
  }
}

function sourceOf(node: DocumentNode): PackageSource {
  const path = textOf(node, 'path')
  if (path !== undefined) return { kind: 'path', path }
  const url = textOf(node, 'repo-url')
  if (url === undefined) return DEFAULT_REGISTRY
  return { kind: 'git', url, commit: textOf(node, 'git-tree-sha1') ?? null }
}

/** `deps = ["A"]`, or a table from name to UUID where the name alone is not clear. */
function connectEntries(builder: ContentBuilder, entries: readonly Entry[]): void {
  const find = finderOf(entries)
  for (const { node, position } of entries) {
    const deps = memberOf(node, 'deps')
    for (const name of textsOf(deps)) builder.connect(position, find(name, undefined))
    for (const [name, uuid] of membersOf(deps)) builder.connect(position, find(name, uuid.value))
  }
}

function finderOf(entries: readonly Entry[]) {
  const places = new Map<string, number>()
  for (const { name, node, position } of entries) {
    places.set(name, position)
    places.set(`${name}=${textOf(node, 'uuid')}`, position)
  }
  return (name: string, uuid: unknown) => places.get(typeof uuid === 'string' ? `${name}=${uuid}` : name)
}

/** `[deps]` of the project beside it: direct; without one that is not known. */
async function connectProject(
  builder: ContentBuilder,
  path: string,
  entries: readonly Entry[],
  siblings: Siblings,
): Promise<void> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const project =
    (await siblings.read(`${folder}JuliaProject.toml`)) ?? (await siblings.read(`${folder}Project.toml`))
  if (!project) return
  const find = finderOf(entries)
  for (const [name, uuid] of membersOf(memberOf(readToml(project.text).root, 'deps'))) {
    builder.connectRoot(find(name, uuid.value))
  }
  builder.markDirect()
}
