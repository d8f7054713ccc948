/**
 * Swift Package Manager's `Package.resolved`, versions 1 (pins below `object`), 2 and 3
 * (https://github.com/swiftlang/swift-package-manager, Documentation/PackageManager). OSV names a Swift
 * package by its repository's address without scheme, and matches its tagged versions; a pin without a
 * version is a git commit. The file records neither edges nor what is direct.
 */
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { type ContentBuilder, openDocument, quote } from './content-builder.ts'
import { readJson } from './document/json.ts'
import { type DocumentNode, elementsOf, isWhole, memberOf, textOf } from './document/node.ts'
import { repositoryName } from './repository-name.ts'

const ECOSYSTEM = 'SwiftURL'

export const packageResolved: LockfileFormat = {
  id: 'Package.resolved',
  ecosystems: [ECOSYSTEM],
  wants: (path) => path === 'Package.resolved' || path.endsWith('/Package.resolved'),
  parse: parsePackageResolved,
}

function parsePackageResolved(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readJson(file.text))
  const pins = root.get('pins') ?? memberOf(root.get('object'), 'pins')
  if (!Array.isArray(pins?.value)) throw lockfileError(file.path, 1, 'it has no list of "pins"')
  const version = root.get('version')
  if (version && ![1, 2, 3].includes(Number(version.value))) {
    const message = `version ${quote(String(version.value))} is not known (1 to 3 are)`
    builder.problem(version.line, message, 'LOCKFILE_UNSUPPORTED')
  }
  for (const pin of elementsOf(pins)) addPin(builder, pin)
  return builder.content()
}

function addPin(builder: ContentBuilder, pin: DocumentNode): void {
  if (!isWhole(pin)) return
  const { line, endLine } = pin
  const location = textOf(pin, 'location') ?? textOf(pin, 'repositoryURL') ?? ''
  const identity = textOf(pin, 'identity') ?? textOf(pin, 'package') ?? ''
  // A package from a registry has an identity (`scope.name`) and no location.
  const name = location === '' ? identity : repositoryName(location)
  if (name === '') {
    builder.problem(line, 'a pin has neither a location nor an identity')
    return
  }
  const state = memberOf(pin, 'state')
  const version = textOf(state, 'version') ?? ''
  const commit = textOf(state, 'revision') ?? null
  const source = sourceOf(textOf(pin, 'kind') ?? '', location, version, commit)
  if (version === '' && commit === null && source.kind !== 'path') {
    builder.problem(line, `the pin of ${quote(name)} has neither a version nor a revision`)
  }
  builder.add({ ecosystem: ECOSYSTEM, name, version, source, scope: 'prod', line, endLine })
}

function sourceOf(kind: string, location: string, version: string, commit: string | null): PackageSource {
  if (kind === 'localSourceControl' || kind === 'fileSystem') return { kind: 'path', path: location }
  // OSV's Swift packages are tagged repositories: a version is matched as one from a registry.
  return version === '' ? { kind: 'git', url: location, commit } : DEFAULT_REGISTRY
}
