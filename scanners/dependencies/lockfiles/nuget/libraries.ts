/**
 * The part that `*.deps.json` and `project.assets.json` share: `libraries` says what there is, `targets`
 * says per framework which library depends on which. Keys are `name/version`.
 */
import type { DependencyScope } from '../../../../src/gate/finding.ts'
import { DEFAULT_REGISTRY, type PackageSource } from '../../lockfile.ts'
import { type ContentBuilder, quote } from '../content-builder.ts'
import {
  type DocumentMap,
  type DocumentNode,
  isWhole,
  memberOf,
  membersOf,
  textOf,
} from '../document/node.ts'

export interface Libraries {
  /** Positions by the lower-cased `name/version`. */
  readonly byKey: ReadonlyMap<string, number>
}

export function addLibraries(builder: ContentBuilder, root: DocumentMap, scope: DependencyScope): Libraries {
  const byKey = new Map<string, number>()
  for (const [key, node] of membersOf(root.get('libraries'))) {
    if (!isWhole(node)) continue
    const position = addLibrary(builder, key, node, scope)
    if (position !== undefined) byKey.set(key.toLowerCase(), position)
  }
  for (const [, target] of membersOf(root.get('targets'))) connectTarget(builder, byKey, target)
  return { byKey }
}

function addLibrary(builder: ContentBuilder, key: string, node: DocumentNode, scope: DependencyScope) {
  const { line, endLine } = node
  const slash = key.lastIndexOf('/')
  const name = key.slice(0, slash)
  const version = key.slice(slash + 1)
  if (slash <= 0 || version === '') {
    builder.problem(line, `the library ${quote(key)} is not name/version`)
    return undefined
  }
  const type = textOf(node, 'type')?.toLowerCase()
  const source = sourceOf(type, textOf(node, 'path') ?? name)
  const integrity = type === 'package' ? { integrity: (textOf(node, 'sha512') ?? '') !== '' } : {}
  return builder.add({ ecosystem: 'NuGet', name, version, source, scope, line, endLine, ...integrity })
}

function sourceOf(type: string | undefined, path: string): PackageSource {
  if (type === 'project' || type === 'msbuildproject') return { kind: 'workspace', path }
  return type === 'reference' || type === 'referenceassembly' ? { kind: 'path', path } : DEFAULT_REGISTRY
}

/** Within a target each name is resolved to one version. */
function connectTarget(
  builder: ContentBuilder,
  byKey: ReadonlyMap<string, number>,
  target: DocumentNode,
): void {
  const byName = new Map<string, number>()
  for (const [key] of membersOf(target)) {
    const position = byKey.get(key.toLowerCase())
    if (position !== undefined) byName.set(key.slice(0, key.lastIndexOf('/')).toLowerCase(), position)
  }
  for (const [key, node] of membersOf(target)) {
    const from = byKey.get(key.toLowerCase())
    if (from === undefined) continue
    for (const [name] of membersOf(memberOf(node, 'dependencies'))) {
      builder.connect(from, byName.get(name.toLowerCase()))
    }
  }
}
