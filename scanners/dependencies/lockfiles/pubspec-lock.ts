/**
 * Dart's `pubspec.lock` (https://dart.dev/tools/pub/glossary#lockfile): a mapping of packages, each with how
 * it is depended on and where it comes from. Edges are not recorded.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import { type ContentBuilder, openDocument, quote } from './content-builder.ts'
import { type DocumentNode, isWhole, mapOf, memberOf, textOf } from './document/node.ts'
import { readYaml } from './document/yaml.ts'

export const pubspecLock: LockfileFormat = {
  id: 'pubspec.lock',
  ecosystems: ['Pub'],
  wants: (path) => path === 'pubspec.lock' || path.endsWith('/pubspec.lock'),
  parse: parsePubspecLock,
}

async function parsePubspecLock(file: LockfileText): Promise<LockfileContent> {
  const { root, builder } = openDocument(file, await readYaml(file.text))
  const packages = root.get('packages')
  const members = mapOf(packages)
  // An empty `packages:` is a project without dependencies.
  if (!members && packages?.value !== null) builder.problem(1, 'it has no mapping "packages"')
  for (const [key, node] of members ?? []) {
    if (isWhole(node)) addPackage(builder, key, node)
  }
  return builder.content()
}

function addPackage(builder: ContentBuilder, key: string, node: DocumentNode): void {
  const { line, endLine } = node
  const description = memberOf(node, 'description')
  const version = scalarText(memberOf(node, 'version'))
  if (version === '') builder.problem(line, `${quote(key)} has no version`)
  const source = sourceOf(textOf(node, 'source'), description)
  const isHosted = source.kind === 'registry'
  builder.add({
    ecosystem: 'Pub',
    name: (isHosted ? textOf(description, 'name') : undefined) ?? key,
    version,
    source,
    ...usageOf(textOf(node, 'dependency')),
    line,
    endLine,
    ...(isHosted ? { integrity: textOf(description, 'sha256') !== undefined } : {}),
  })
}

function scalarText(node: DocumentNode | undefined): string {
  const value = node?.value
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** `direct main`, `direct dev`, `direct overridden`, `transitive`. */
function usageOf(dependency: string | undefined): { direct: boolean | null; scope: DependencyScope } {
  if (dependency === 'transitive') return { direct: false, scope: 'unknown' }
  if (dependency === 'direct dev') return { direct: true, scope: 'dev' }
  const isDirect = dependency?.startsWith('direct') === true
  return isDirect ? { direct: true, scope: 'prod' } : { direct: null, scope: 'unknown' }
}

function sourceOf(source: string | undefined, description: DocumentNode | undefined): PackageSource {
  const url = textOf(description, 'url')
  switch (source) {
    case 'git':
      return { kind: 'git', url: url ?? '', commit: textOf(description, 'resolved-ref') ?? null }
    case 'path':
      return { kind: 'path', path: textOf(description, 'path') ?? '' }
    case 'sdk':
      // Part of Flutter's or Dart's own distribution; it has no address.
      return { kind: 'path', path: `sdk:${String(description?.value ?? '')}` }
    default:
      return url === undefined ? DEFAULT_REGISTRY : { kind: 'registry', url }
  }
}
