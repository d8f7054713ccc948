/**
 * berry's `yarn.lock`: descriptors (`name@npm:^1.0.0, name@npm:^1.1.0`) as keys, each with the
 * `resolution` (a locator, `name@npm:1.2.0`) that they got. Members of the project stand in it as
 * `name@workspace:path`, with development dependencies among the others: their `package.json` tells
 * them apart.
 */
import type { LockfileContent, LockfileText, PackageSource, Siblings } from '../../lockfile.ts'
import { DEFAULT_REGISTRY, ROOT } from '../../lockfile.ts'
import { type DocumentNode, isTrue, isWhole, mapOf, memberOf, membersOf, textOf } from '../document/node.ts'
import { readYaml } from '../document/yaml.ts'
import { Graph } from '../graph.ts'
import { readNpmRequests } from '../npm-manifest.ts'
import { registryOf, sourceOfAddress, splitAtVersion } from '../npm-origin.ts'

/** `__metadata.version` of the yarns that are known (2 to 4). */
const KNOWN_VERSIONS = /^[1-9]$/

export async function parseYarnBerry(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const { root, problems } = await readYaml(file.text)
  const graph = new Graph()
  graph.problems(problems)
  const version = textOf(memberOf(root, '__metadata'), 'version')
  if (version !== undefined && !KNOWN_VERSIONS.test(version)) {
    graph.problem(
      memberOf(root, '__metadata')?.line,
      `__metadata version ${version} is not known`,
      'LOCKFILE_UNSUPPORTED',
    )
  }
  const entries = new BerryEntries()
  for (const [key, node] of membersOf(root)) {
    if (key !== '__metadata' && isWhole(node)) addEntry(entries, graph, key, node)
  }
  const knowsScopes = await connectEntries(entries, graph, file, siblings)
  const rootsKnown = entries.list.some(({ source }) => source.kind === 'workspace')
  return graph.content({ rootsKnown: rootsKnown || knowsScopes, edgesKnown: true })
}

interface BerryEntry {
  readonly index: number
  readonly node: DocumentNode
  readonly source: PackageSource
}

class BerryEntries {
  readonly list: BerryEntry[] = []
  readonly #byDescriptor = new Map<string, number>()
  /** Patched packages by the descriptor of what they patch: yarn's own patches are asked for by nobody. */
  readonly #patches = new Map<string, number>()
  readonly #byName = new Map<string, number[]>()

  add(entry: BerryEntry, key: string, name: string): void {
    this.list.push(entry)
    for (const descriptor of key.split(/,\s*/)) {
      this.#byDescriptor.set(descriptor, entry.index)
      const patched = patchedDescriptor(descriptor)
      if (patched !== undefined) this.#patches.set(patched, entry.index)
    }
    const named = this.#byName.get(name)
    if (named) named.push(entry.index)
    else this.#byName.set(name, [entry.index])
  }

  find(name: string, range: string): number[] {
    const plain = `${name}@${range}`
    const withProtocol = `${name}@npm:${range}`
    const found = [plain, withProtocol]
      .flatMap((descriptor) => [this.#byDescriptor.get(descriptor), this.#patches.get(descriptor)])
      .filter((index) => index !== undefined)
    if (found.length > 0) return found
    // `resolutions` of the manifest replace what is asked for; with one candidate it is the one.
    const named = this.#byName.get(name) ?? []
    return named.length === 1 ? named : []
  }
}

function addEntry(entries: BerryEntries, graph: Graph, key: string, node: DocumentNode): void {
  const resolution = textOf(node, 'resolution')
  const version = textOf(node, 'version')
  if (resolution === undefined || version === undefined) {
    const missing = resolution === undefined ? 'resolution' : 'version'
    graph.problem(node.line, `${JSON.stringify(key.slice(0, 200))} has no ${missing}`)
    return
  }
  const { name, rest } = splitAtVersion(resolution)
  const source = sourceOf(rest, name)
  const index = isRootWorkspace(source)
    ? ROOT
    : graph.add({
        ecosystem: 'npm',
        name,
        version,
        source,
        line: node.line,
        endLine: node.endLine,
        ...(source.kind === 'registry' ? { integrity: textOf(node, 'checksum') !== undefined } : {}),
      })
  entries.add({ index, node, source }, key, name)
}

function isRootWorkspace(source: PackageSource): boolean {
  return source.kind === 'workspace' && source.path === '.'
}

/** The reference of a locator, as its protocol says. */
function sourceOf(reference: string, name: string): PackageSource {
  const [bare = '', parameters = ''] = reference.split('::')
  if (bare.startsWith('workspace:')) return { kind: 'workspace', path: bare.slice('workspace:'.length) }
  if (bare.startsWith('npm:')) {
    const archive = new URLSearchParams(parameters).get('__archiveUrl')
    return archive === null ? DEFAULT_REGISTRY : { kind: 'registry', url: registryOf(archive, name) }
  }
  if (bare.startsWith('patch:')) {
    const { rest } = splitAtVersion(decode(bare.slice('patch:'.length).split('#')[0]!))
    return sourceOf(rest, name)
  }
  return sourceOfAddress(reference) ?? { kind: 'url', url: reference }
}

/** `name@npm:^1` of `name@patch:name@npm%3A^1#…`. */
function patchedDescriptor(descriptor: string): string | undefined {
  const { rest } = splitAtVersion(descriptor)
  if (!rest.startsWith('patch:')) return undefined
  const inner = decode(rest.slice('patch:'.length).split('#')[0]!)
  const { name, rest: range } = splitAtVersion(inner)
  return range.includes(':') ? inner : `${name}@npm:${range}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether a manifest was there to tell scopes. */
async function connectEntries(
  entries: BerryEntries,
  graph: Graph,
  file: LockfileText,
  siblings: Siblings,
): Promise<boolean> {
  let knowsScopes = false
  for (const { index, node, source } of entries.list) {
    const isMember = source.kind === 'workspace'
    const requests = isMember ? await readNpmRequests(file.path, source.path, siblings) : undefined
    knowsScopes ||= requests !== undefined
    const scopes = requests && new Map(requests.map((request) => [request.name, request.scope]))
    const optional = memberOf(node, 'dependenciesMeta')
    for (const [name, range] of mapOf(memberOf(node, 'dependencies')) ?? []) {
      if (typeof range.value !== 'string') continue
      const isOptional = isTrue(memberOf(optional, name), 'optional')
      const asked = isMember ? (scopes?.get(name) ?? 'unknown') : 'prod'
      for (const to of entries.find(name, range.value)) {
        if (to !== ROOT) graph.connect(index, to, isOptional ? 'optional' : asked)
      }
    }
  }
  return knowsScopes
}
