/**
 * composer's `composer.lock` (https://getcomposer.org/doc/01-basic-usage.md): `packages` and `packages-dev`
 * with what each requires. A requirement may be met by a package that provides or replaces the name.
 * What the project itself asks for stands in `composer.json` only.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource, Siblings } from '../lockfile.ts'
import { DEFAULT_REGISTRY, ROOT } from '../lockfile.ts'
import { readJson } from './document/json.ts'
import {
  type DocumentNode,
  elementsOf,
  isWhole,
  memberOf,
  membersOf,
  textOf,
  textsOf,
} from './document/node.ts'
import { Graph } from './graph.ts'

export const composerLock: LockfileFormat = {
  id: 'composer.lock',
  ecosystems: ['Packagist'],
  wants: (path) => path === 'composer.lock' || path.endsWith('/composer.lock'),
  wantsBeside: (path) => path === 'composer.json' || path.endsWith('/composer.json'),
  parse: parseComposerLock,
}

const SECTIONS: readonly (readonly [key: string, scope: DependencyScope])[] = [
  ['packages', 'prod'],
  ['packages-dev', 'dev'],
]

async function parseComposerLock(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const { root, problems } = readJson(file.text)
  const graph = new Graph()
  graph.problems(problems)
  const added: { readonly index: number; readonly node: DocumentNode }[] = []
  for (const [section, scope] of SECTIONS) {
    for (const node of elementsOf(memberOf(root, section))) {
      const index = isWhole(node) ? addPackage(graph, node, scope) : undefined
      if (index !== undefined) added.push({ index, node })
    }
  }
  const byName = indexNames(graph, added)
  const connect = (from: number, requests: DocumentNode | undefined, scope: DependencyScope) => {
    for (const [name] of membersOf(requests)) {
      for (const to of byName.get(name.toLowerCase()) ?? []) graph.connect(from, to, scope)
    }
  }
  for (const { index, node } of added) connect(index, memberOf(node, 'require'), 'prod')
  const manifest = await siblings.read(file.path.replace(/\.lock$/, '.json'))
  const project = manifest && readJson(manifest.text)
  connect(ROOT, memberOf(project?.root, 'require'), 'prod')
  connect(ROOT, memberOf(project?.root, 'require-dev'), 'dev')
  return graph.content({ rootsKnown: project?.problems.length === 0, edgesKnown: true })
}

function addPackage(graph: Graph, node: DocumentNode, scope: DependencyScope): number | undefined {
  const name = textOf(node, 'name')
  const version = versionOf(node)
  if (name === undefined || version === undefined) {
    const what = JSON.stringify((name ?? 'a package').slice(0, 200))
    graph.problem(node.line, `${what} has no ${name === undefined ? 'name' : 'version'}`)
    return undefined
  }
  const licence = textsOf(memberOf(node, 'license')).join(' OR ')
  return graph.add({
    ecosystem: 'Packagist',
    name,
    version,
    source: sourceOf(node),
    scope,
    line: node.line,
    endLine: node.endLine,
    ...(licence === '' ? {} : { licence }),
  })
}

/** Repositories that convert what others publish write a number now and then. */
function versionOf(node: DocumentNode): string | undefined {
  const value = memberOf(node, 'version')?.value
  return typeof value === 'number' ? String(value) : textOf(node, 'version')
}

/** A package by its own name first; what provides or replaces a name stands for it where nobody has it. */
function indexNames(
  graph: Graph,
  added: readonly { readonly index: number; readonly node: DocumentNode }[],
): Map<string, number[]> {
  const byName = new Map<string, number[]>()
  const append = (name: string, index: number) => {
    const found = byName.get(name)
    if (found) found.push(index)
    else byName.set(name, [index])
  }
  for (const { index } of added) append(graph.at(index).name.toLowerCase(), index)
  const own = new Set(byName.keys())
  for (const { index, node } of added) {
    for (const section of ['replace', 'provide']) {
      for (const [name] of membersOf(memberOf(node, section))) {
        if (!own.has(name.toLowerCase())) append(name.toLowerCase(), index)
      }
    }
  }
  return byName
}

/** Repositories of packages leave an address that is told of installations; a bare code repository has none. */
function sourceOf(node: DocumentNode): PackageSource {
  const dist = memberOf(node, 'dist')
  if (textOf(dist, 'type') === 'path') return { kind: 'path', path: textOf(dist, 'url') ?? '' }
  if (textOf(node, 'notification-url') !== undefined) return DEFAULT_REGISTRY
  const source = memberOf(node, 'source')
  const url = textOf(source, 'url')
  if (url === undefined) return DEFAULT_REGISTRY
  return { kind: 'git', url, commit: textOf(source, 'reference') ?? null }
}
