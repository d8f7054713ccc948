/**
 * Nim's `nimble.lock` (https://nim-lang.github.io/nimble/workflow.html#nimble-lock), versions 1 and 2:
 * packages by name with version, address, commit and what each depends on. Advisories know no ecosystem
 * of Nim's: they are listed and not matched.
 */
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { type ContentBuilder, openDocument, quote } from './content-builder.ts'
import { readJson } from './document/json.ts'
import { type DocumentNode, isWhole, mapOf, memberOf, membersOf, textOf, textsOf } from './document/node.ts'

export const nimbleLock: LockfileFormat = {
  id: 'nimble.lock',
  ecosystems: [],
  wants: (path) => path === 'nimble.lock' || path.endsWith('/nimble.lock'),
  parse: parseNimbleLock,
}

function parseNimbleLock(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readJson(file.text))
  const packages = mapOf(root.get('packages'))
  if (!packages) throw lockfileError(file.path, 1, 'it has no object "packages"')
  const places = new Map<string, number>()
  for (const [name, node] of packages) {
    if (isWhole(node)) places.set(name, addPackage(builder, name, node))
  }
  for (const [name, node] of packages) {
    const from = places.get(name)
    for (const dependency of from === undefined ? [] : textsOf(memberOf(node, 'dependencies'))) {
      builder.connect(from!, places.get(dependency))
    }
  }
  builder.assumeRoots()
  return builder.content()
}

function addPackage(builder: ContentBuilder, name: string, node: DocumentNode): number {
  const { line, endLine } = node
  const version = textOf(node, 'version') ?? ''
  if (version === '') builder.problem(line, `${quote(name)} has no version`)
  const integrity = [...membersOf(memberOf(node, 'checksums'))].length > 0
  const source = sourceOf(node)
  return builder.add({ ecosystem: '', name, version, source, scope: 'prod', integrity, line, endLine })
}

function sourceOf(node: DocumentNode): PackageSource {
  const url = textOf(node, 'url')
  if (url === undefined) return DEFAULT_REGISTRY
  return { kind: 'git', url, commit: textOf(node, 'vcsRevision') ?? null }
}
