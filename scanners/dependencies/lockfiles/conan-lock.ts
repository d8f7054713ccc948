/**
 * Conan's `conan.lock`: versions 0.1 to 0.4 are Conan 1's graph of nodes
 * (https://docs.conan.io/1/versioning/lockfiles.html), 0.5 is Conan 2's lists of references
 * (https://docs.conan.io/2/tutorial/versioning/lockfiles.html), which record neither edges nor what is
 * direct. A node with a `path` is the project itself, or a package that is edited in place.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { type ContentBuilder, openDocument, quote } from './content-builder.ts'
import { readJson } from './document/json.ts'
import {
  type DocumentMap,
  type DocumentNode,
  elementsOf,
  isWhole,
  memberOf,
  membersOf,
  textOf,
} from './document/node.ts'

const ECOSYSTEM = 'ConanCenter'

export const conanLock: LockfileFormat = {
  id: 'conan.lock',
  ecosystems: [ECOSYSTEM],
  wants: (path) => path === 'conan.lock' || path.endsWith('/conan.lock'),
  parse: parseConanLock,
}

function parseConanLock(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readJson(file.text))
  const graph = root.get('graph_lock')
  if (graph) addGraph(builder, graph)
  else if (!addLists(builder, root)) {
    throw lockfileError(file.path, 1, 'it has neither "graph_lock" nor a list of requires')
  }
  return builder.content()
}

const LISTS: readonly (readonly [key: string, scope: DependencyScope])[] = [
  ['requires', 'prod'],
  ['build_requires', 'build'],
  ['python_requires', 'build'],
  ['config_requires', 'build'],
]

/** Whether there is any of the lists. */
function addLists(builder: ContentBuilder, root: DocumentMap): boolean {
  let found = false
  for (const [key, scope] of LISTS) {
    const list = root.get(key)
    if (!list) continue
    found = true
    if (!Array.isArray(list.value)) builder.problem(list.line, `${quote(key)} is not a list`)
    for (const element of elementsOf(list)) addReference(builder, element, scope)
  }
  return found
}

function addReference(builder: ContentBuilder, element: DocumentNode, scope: DependencyScope): void {
  if (!isWhole(element)) return
  // With locked binaries an element is a pair: the reference, and its packages.
  const reference = Array.isArray(element.value) ? element.value[0]?.value : element.value
  const named = typeof reference === 'string' ? parseReference(reference) : undefined
  if (named) builder.add({ ecosystem: ECOSYSTEM, ...named, scope, line: element.line })
  else builder.problem(element.line, `${quote(String(reference))} is not name/version`)
}

/** A graph's node: a package by its position, or the project itself. */
type Place = number | 'project' | 'broken'

function addGraph(builder: ContentBuilder, graph: DocumentNode): void {
  const nodes = memberOf(graph, 'nodes')
  if (!(nodes?.value instanceof Map)) {
    builder.problem(graph.line, '"graph_lock" has no object "nodes"')
    return
  }
  const projectRequests = new Set<string>()
  for (const node of nodes.value.values()) {
    if (textOf(node, 'path') === undefined) continue
    for (const { target } of requestsOf(node)) projectRequests.add(target)
  }
  const { build, runtime } = findScopes(nodes.value)
  const places = new Map<string, Place>()
  for (const [id, node] of nodes.value) {
    const scope = build.has(id) && !runtime.has(id) ? 'build' : 'prod'
    places.set(id, addNode(builder, node, { scope, direct: projectRequests.has(id) }))
  }
  for (const [id, node] of nodes.value) connectNode(builder, places, places.get(id), node)
}

function addNode(
  builder: ContentBuilder,
  node: DocumentNode,
  usage: { scope: DependencyScope; direct: boolean },
): Place {
  if (textOf(node, 'path') !== undefined) return 'project'
  if (!isWhole(node)) return 'broken'
  const reference = textOf(node, 'ref') ?? textOf(node, 'pref') ?? ''
  // A recipe that is used without a name.
  if (reference === '' && textOf(node, 'ref') !== undefined) return 'project'
  const named = parseReference(reference)
  if (!named) {
    builder.problem(node.line, `the node's reference ${quote(reference)} is not name/version`)
    return 'broken'
  }
  const scope = textOf(node, 'context') === 'build' ? 'build' : usage.scope
  const { line, endLine } = node
  return builder.add({ ecosystem: ECOSYSTEM, ...named, scope, direct: usage.direct, line, endLine })
}

function connectNode(
  builder: ContentBuilder,
  places: ReadonlyMap<string, Place>,
  from: Place | undefined,
  node: DocumentNode,
): void {
  if (from === undefined || from === 'broken') return
  for (const { target } of requestsOf(node)) {
    const to = places.get(target)
    if (typeof to !== 'number') continue
    if (from === 'project') builder.connectRoot(to)
    else builder.connect(from, to)
  }
}

/** What is asked for by `build_requires`, and what by `requires`. */
function findScopes(nodes: DocumentMap): { build: ReadonlySet<string>; runtime: ReadonlySet<string> } {
  const build = new Set<string>()
  const runtime = new Set<string>()
  for (const node of nodes.values()) {
    for (const { target, isBuild } of requestsOf(node)) (isBuild ? build : runtime).add(target)
  }
  return { build, runtime }
}

/** A list of node ids, or (0.1) an object from reference to node id. */
function* requestsOf(node: DocumentNode): Generator<{ target: string; isBuild: boolean }> {
  for (const key of ['requires', 'build_requires']) {
    const requests = memberOf(node, key)
    for (const { value } of elementsOf(requests)) {
      if (typeof value === 'string') yield { target: value, isBuild: key === 'build_requires' }
    }
    for (const [, { value }] of membersOf(requests)) {
      if (typeof value === 'string') yield { target: value, isBuild: key === 'build_requires' }
    }
  }
}

/** `name/version[@user/channel][#recipe revision][:package id[#package revision]][%time]` */
function parseReference(reference: string): { name: string; version: string } | undefined {
  const [, name, version] = /^([^/#:@%\s]+)\/([^/#:@%\s]+)(?=$|[#:@%])/.exec(reference) ?? []
  return name === undefined || version === undefined ? undefined : { name, version }
}
