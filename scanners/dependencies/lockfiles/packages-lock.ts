/**
 * NuGet's `packages.lock.json`, versions 1 and 2
 * (https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies).
 *
 * One section per target framework; a section `framework/runtime` adds to its framework's what differs
 * there. An edge is looked up in its own section and then in the framework's. Ids have no case.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { type ContentBuilder, openDocument, quote } from './content-builder.ts'
import { readJson } from './document/json.ts'
import { type DocumentMap, type DocumentNode, isWhole, memberOf, membersOf, textOf } from './document/node.ts'

export const packagesLock: LockfileFormat = {
  id: 'packages.lock.json',
  ecosystems: ['NuGet'],
  wants: (path) => /(?:^|\/)packages(?:\.[^/]+)?\.lock\.json$/.test(path),
  parse: parsePackagesLock,
}

/** Packages of a section by their lower-cased id. */
type Section = Map<string, number>

function parsePackagesLock(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readJson(file.text))
  const dependencies = root.get('dependencies')
  if (!(dependencies?.value instanceof Map)) {
    throw lockfileError(file.path, 1, 'it has no object "dependencies"')
  }
  checkVersion(builder, root)
  const sections = new Map<string, Section>()
  for (const [key, section] of dependencies.value) {
    if (section.value instanceof Map) sections.set(key, addSection(builder, section.value))
    else builder.problem(section.line, `the section ${quote(key)} is not an object`)
  }
  for (const [key, section] of dependencies.value) connectSection(builder, sections, key, section)
  return builder.content()
}

function checkVersion(builder: ContentBuilder, root: DocumentMap): void {
  const version = root.get('version')
  if (version?.value === 1 || version?.value === 2) return
  builder.problem(version?.line ?? 1, 'its version is not known (1 and 2 are)', 'LOCKFILE_UNSUPPORTED')
}

function addSection(builder: ContentBuilder, members: DocumentMap): Section {
  const section: Section = new Map()
  for (const [name, node] of members) {
    if (isWhole(node)) section.set(name.toLowerCase(), addPackage(builder, name, node))
  }
  return section
}

function addPackage(builder: ContentBuilder, name: string, node: DocumentNode): number {
  const { line, endLine } = node
  const type = textOf(node, 'type')?.toLowerCase()
  const version = textOf(node, 'resolved') ?? ''
  const isProject = type === 'project'
  if (version === '' && !isProject) builder.problem(line, `${quote(name)} has no "resolved" version`)
  const position = builder.add({
    ecosystem: 'NuGet',
    name,
    version,
    scope: 'prod',
    direct: type === undefined ? null : type === 'direct',
    line,
    endLine,
    ...(isProject
      ? { source: { kind: 'workspace', path: name } }
      : { integrity: (textOf(node, 'contentHash') ?? '') !== '' }),
  })
  if (type === 'direct') builder.connectRoot(position)
  return position
}

function connectSection(
  builder: ContentBuilder,
  sections: ReadonlyMap<string, Section>,
  key: string,
  section: DocumentNode,
): void {
  const own = sections.get(key)
  const slash = key.indexOf('/')
  const base = slash === -1 ? undefined : sections.get(key.slice(0, slash))
  for (const [name, node] of membersOf(section)) {
    const from = own?.get(name.toLowerCase())
    if (from === undefined) continue
    for (const [dependency] of membersOf(memberOf(node, 'dependencies'))) {
      const id = dependency.toLowerCase()
      builder.connect(from, own?.get(id) ?? base?.get(id))
    }
  }
}
