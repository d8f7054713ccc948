/**
 * bun's text lockfile `bun.lock` (https://bun.sh/docs/pm/lockfile), JSON with comments and trailing
 * commas. `packages` maps a place, as in `node_modules` but without the folders' names (`a/b` is the `b`
 * that only `a` gets), to `["name@version", registry, { dependencies … }, integrity]`; other sources
 * leave the registry out. Members stand in `workspaces` by their folder.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { ROOT } from '../lockfile.ts'
import { readJsonWithComments } from './document/json.ts'
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
import { registryOf, sourceOfAddress, splitAtVersion, versionOfTarball } from './npm-origin.ts'

export const bunLock: LockfileFormat = {
  id: 'bun.lock',
  ecosystems: ['npm'],
  wants: (path) => path === 'bun.lock' || path.endsWith('/bun.lock'),
  parse: parseBunLock,
}

const KNOWN_VERSION = 2

const SECTIONS: readonly (readonly [key: string, scope: DependencyScope])[] = [
  ['dependencies', 'prod'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'dev'],
  ['peerDependencies', 'peer'],
]

function parseBunLock(file: LockfileText): LockfileContent {
  const { root, problems } = readJsonWithComments(file.text)
  const graph = new Graph()
  graph.problems(problems)
  const version = memberOf(root, 'lockfileVersion')
  if (typeof version?.value === 'number' && version.value > KNOWN_VERSION) {
    graph.problem(version.line, `lockfileVersion ${version.value} is not known`, 'LOCKFILE_UNSUPPORTED')
  }
  const reading = new BunReading(graph, root)
  reading.addPackages()
  reading.connectPackages()
  reading.connectMembers()
  return graph.content({ rootsKnown: true, edgesKnown: true })
}

class BunReading {
  readonly #graph: Graph
  readonly #root: DocumentNode | undefined
  readonly #byPlace = new Map<string, number>()
  readonly #memberByFolder = new Map<string, { index: number; name: string }>()

  constructor(graph: Graph, root: DocumentNode | undefined) {
    this.#graph = graph
    this.#root = root
  }

  addPackages(): void {
    for (const [place, node] of membersOf(memberOf(this.#root, 'packages'))) {
      if (!isWhole(node)) continue
      const id = elementsOf(node)[0]?.value
      if (typeof id === 'string') this.#add(place, id, node)
      else this.#graph.problem(node.line, `${JSON.stringify(place.slice(0, 200))} has no name and version`)
    }
  }

  connectPackages(): void {
    for (const [place, node] of membersOf(memberOf(this.#root, 'packages'))) {
      const from = this.#byPlace.get(place)
      const about = elementsOf(node).find((element) => element.value instanceof Map)
      if (from === undefined || this.#graph.at(from).source.kind === 'workspace') continue
      this.#connect(from, place, about, false)
    }
  }

  connectMembers(): void {
    for (const [folder, node] of membersOf(memberOf(this.#root, 'workspaces'))) {
      const member = this.#memberByFolder.get(folder)
      const from = folder === '' ? ROOT : member?.index
      // A member that nobody can depend on has no entry; what it asks for is the project's.
      this.#connect(from ?? ROOT, textOf(node, 'name') ?? member?.name ?? '', node, true)
    }
  }

  #add(place: string, id: string, node: DocumentNode): void {
    const { name, rest } = splitAtVersion(id)
    if (rest === 'root:' || rest.startsWith('root:')) return
    const elements = elementsOf(node)
    const source = sourceOf(rest, name, elements)
    const version = source.kind === 'registry' ? rest : this.#versionOf(source, name)
    const last = elements.at(-1)?.value
    const index = this.#graph.add({
      ecosystem: 'npm',
      name,
      version,
      source,
      line: node.line,
      endLine: node.endLine,
      ...(source.kind === 'registry' ? { integrity: typeof last === 'string' && /^sha\d+-/.test(last) } : {}),
    })
    this.#byPlace.set(place, index)
    if (source.kind === 'workspace') this.#memberByFolder.set(source.path, { index, name })
  }

  #versionOf(source: PackageSource, name: string): string {
    if (source.kind === 'url') return versionOfTarball(source.url, name) ?? ''
    if (source.kind !== 'workspace') return ''
    return textOf(memberOf(memberOf(this.#root, 'workspaces'), source.path), 'version') ?? ''
  }

  #connect(from: number, place: string, about: DocumentNode | undefined, isProject: boolean): void {
    const optionalPeers = new Set(textsOf(memberOf(about, 'optionalPeers')))
    for (const [section, scope] of SECTIONS) {
      if (scope === 'dev' && !isProject) continue
      for (const [name] of membersOf(memberOf(about, section))) {
        if (scope === 'peer' && optionalPeers.has(name)) continue
        const to = this.#find(place, name)
        if (to !== undefined) this.#graph.connect(from, to, scope)
      }
    }
  }

  /** From the dependent's own place upwards, as Node looks for modules. */
  #find(from: string, name: string): number | undefined {
    for (let place = from; place !== ''; place = placeAbove(place)) {
      const found = this.#byPlace.get(`${place}/${name}`)
      if (found !== undefined) return found
    }
    return this.#byPlace.get(name)
  }
}

/** `@scope/name` is one step. */
function placeAbove(place: string): string {
  const parts = place.split('/')
  parts.pop()
  if (parts.at(-1)?.startsWith('@')) parts.pop()
  return parts.join('/')
}

function sourceOf(rest: string, name: string, elements: readonly DocumentNode[]): PackageSource {
  if (rest.startsWith('workspace:')) return { kind: 'workspace', path: rest.slice('workspace:'.length) }
  const special = sourceOfAddress(rest)
  if (special) return special
  if (/^https?:/i.test(rest)) return { kind: 'url', url: rest }
  // A path without a protocol is a tarball beside the project.
  if (/^\.{0,2}\//.test(rest) || rest.endsWith('.tgz')) return { kind: 'path', path: rest }
  const registry = elements[1]?.value
  const isDefault = typeof registry !== 'string' || registry === ''
  return { kind: 'registry', url: isDefault ? null : registryOf(registry, name) }
}
