/**
 * berry's `yarn.lock`: descriptors (`name@npm:^1.0.0, name@npm:^1.1.0`) as keys, each with the
 * `resolution` (a locator, `name@npm:1.2.0`) that they got. Members of the project stand in it as
 * `name@workspace:path`, with development dependencies among the others: their `package.json` tells
 * them apart.
 */
import type {
  LockfileContent,
  LockfileProblem,
  LockfileText,
  PackageSource,
  Siblings,
} from '../../lockfile.ts'
import { DEFAULT_REGISTRY, ROOT } from '../../lockfile.ts'
import { PackedRows } from '../../packed/rows.ts'
import { PackedTexts } from '../../packed/texts.ts'
import { type DocumentNode, isTrue, mapOf, memberOf, textOf } from '../document/node.ts'
import { readYamlMembers } from '../document/yaml.ts'
import { Graph } from '../graph.ts'
import { readNpmRequests, readNpmResolutions } from '../npm-manifest.ts'
import { publishedName, registryOf, sourceOfAddress, splitAtVersion } from '../npm-origin.ts'
import { resolver } from './resolutions.ts'

/** `__metadata.version` of the yarns that are known (2 to 4.18). */
const KNOWN_VERSIONS = /^(?:[1-9]|10)$/

export async function parseYarnBerry(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  let reading = new BerryReading()
  const problems = await readYamlMembers(file.text, () => {
    reading = new BerryReading()
    return (key, node) => reading.see(key, node)
  })
  const { entries, graph } = reading
  graph.leadingProblems([...problems, ...reading.unknownVersion])
  const knowsScopes = await connectEntries(entries, graph, file, siblings)
  const rootsKnown = entries.list.some(({ source }) => source.kind === 'workspace')
  return graph.content({ rootsKnown: rootsKnown || knowsScopes, edgesKnown: true })
}

class BerryReading {
  readonly entries = new BerryEntries()
  readonly graph = new Graph()
  readonly unknownVersion: LockfileProblem[] = []

  see(key: string, node: DocumentNode): void {
    if (key !== '__metadata') {
      addEntry(this.entries, this.graph, key, node)
      return
    }
    const version = textOf(node, 'version')
    if (version === undefined || KNOWN_VERSIONS.test(version)) return
    const message = `__metadata version ${version} is not known`
    this.unknownVersion.push({ line: node.line, code: 'LOCKFILE_UNSUPPORTED', message })
  }
}

interface BerryEntry {
  readonly index: number
  readonly source: PackageSource
  /** Its locator, as a number of {@link BerryEntries.texts}. */
  readonly resolution: number
  /** Of its requests, where they begin among {@link BerryEntries.requests}. */
  readonly firstRequest: number
}

class BerryEntries {
  readonly list: BerryEntry[] = []
  /** Name, range, and whether it is optional, of what one entry after the other asks for. */
  readonly requests = new PackedRows(3)
  readonly texts = new PackedTexts()
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

  addRequest(name: string, range: string, isOptional: boolean): void {
    const row = this.requests.add()
    this.requests.set(row, 0, this.texts.add(name))
    this.requests.set(row, 1, this.texts.add(range))
    this.requests.set(row, 2, Number(isOptional))
  }

  request(row: number): { readonly name: string; readonly range: string; readonly isOptional: boolean } {
    const name = this.texts.at(this.requests.get(row, 0))
    return {
      name,
      range: this.texts.at(this.requests.get(row, 1)),
      isOptional: this.requests.get(row, 2) === 1,
    }
  }

  find(name: string, range: string): number[] {
    const found: number[] = []
    for (const descriptor of [`${name}@${range}`, `${name}@npm:${range}`]) {
      for (const map of [this.#byDescriptor, this.#patches]) {
        const index = map.get(descriptor)
        if (index !== undefined) found.push(index)
      }
    }
    if (found.length > 0) return found
    // Without the manifest, its `resolutions` are not known; with one candidate it is the one.
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
  const { name: asked, rest } = splitAtVersion(resolution)
  const source = sourceOf(rest, asked)
  const name = (source.kind === 'url' ? publishedName(source.url, version) : undefined) ?? asked
  const index = isRootWorkspace(source)
    ? ROOT
    : graph.add({
        ecosystem: 'npm',
        name,
        version,
        source,
        line: node.line,
        endLine: node.endLine,
        ...(source.kind === 'registry' ? integrityOf(node) : {}),
      })
  const at = entries.texts.add(resolution)
  entries.add({ index, source, resolution: at, firstRequest: entries.requests.length }, key, asked)
  const optional = memberOf(node, 'dependenciesMeta')
  for (const [dependency, range] of mapOf(memberOf(node, 'dependencies')) ?? []) {
    if (typeof range.value === 'string') {
      entries.addRequest(dependency, range.value, isTrue(memberOf(optional, dependency), 'optional'))
    }
  }
}

/** What is for another system is not downloaded, and then has no checksum that could be missed. */
function integrityOf(node: DocumentNode): { integrity?: boolean } {
  const hasChecksum = textOf(node, 'checksum') !== undefined
  return hasChecksum || memberOf(node, 'conditions') === undefined ? { integrity: hasChecksum } : {}
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
  // A folder's locator says behind `#` where it was asked for.
  if (/^(?:file|link|portal):/.test(bare)) return { kind: 'path', path: bare.replace(/^[a-z]+:|#.*$/g, '') }
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
  const resolve = resolver(await readNpmResolutions(file.path, siblings))
  for (const [position, { index, source, resolution, firstRequest }] of entries.list.entries()) {
    const own = splitAtVersion(entries.texts.at(resolution))
    const dependent = { name: own.name, reference: own.rest }
    const isMember = source.kind === 'workspace'
    const requests = isMember ? await readNpmRequests(file.path, source.path, siblings) : undefined
    knowsScopes ||= requests !== undefined
    const scopes = requests && new Map(requests.map((request) => [request.name, request.scope]))
    const end = entries.list[position + 1]?.firstRequest ?? entries.requests.length
    for (let request = firstRequest; request < end; request++) {
      const { name, range, isOptional } = entries.request(request)
      const asked = isMember ? (scopes?.get(name) ?? 'unknown') : 'prod'
      for (const to of entries.find(name, resolve(dependent, name, range) ?? range)) {
        if (to !== ROOT) graph.connect(index, to, isOptional ? 'optional' : asked)
      }
    }
  }
  return knowsScopes
}
