/**
 * `deno.lock`, versions 1 to 5. Version 1 knows only files by their URL, which are no packages; 2 holds
 * npm packages under `npm`, 3 npm and JSR packages under `packages`, 4 and 5 both at the top.
 * Packages of JSR belong to no ecosystem that advisories are published for: theirs is empty.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { DEFAULT_REGISTRY, ROOT } from '../lockfile.ts'
import { readJson } from './document/json.ts'
import {
  type DocumentNode,
  elementsOf,
  isTrue,
  isWhole,
  memberOf,
  membersOf,
  textOf,
  textsOf,
} from './document/node.ts'
import { Graph } from './graph.ts'
import { registryOf, splitAtVersion } from './npm-origin.ts'

export const denoLock: LockfileFormat = {
  id: 'deno.lock',
  ecosystems: ['npm'],
  wants: (path) => path === 'deno.lock' || path.endsWith('/deno.lock'),
  parse: parseDenoLock,
}

const KNOWN_VERSIONS = /^[1-5]$/

function parseDenoLock(file: LockfileText): LockfileContent {
  const { root, problems } = readJson(file.text)
  const graph = new Graph()
  graph.problems(problems)
  const version = textOf(root, 'version') ?? '1'
  if (!KNOWN_VERSIONS.test(version)) {
    const { line } = memberOf(root, 'version')!
    graph.problem(
      line,
      `version ${JSON.stringify(version.slice(0, 50))} is not known (1 to 5 are)`,
      'LOCKFILE_UNSUPPORTED',
    )
  }
  const reading = new DenoReading(graph)
  const top = version === '3' ? memberOf(root, 'packages') : root
  const npm = memberOf(top, 'npm')
  const npmPackages = version === '2' ? memberOf(npm, 'packages') : npm
  reading.add('npm', npmPackages)
  reading.add('jsr', memberOf(top, 'jsr'))
  reading.specify(memberOf(version === '2' ? npm : top, 'specifiers'))
  reading.connect('npm', npmPackages)
  reading.connect('jsr', memberOf(top, 'jsr'))
  reading.connectProject(memberOf(root, 'workspace'))
  return graph.content({ rootsKnown: true, edgesKnown: true })
}

type Registry = 'npm' | 'jsr'

class DenoReading {
  readonly #graph: Graph
  /** By `npm:name@1.0.0` or `jsr:…`, with the peers that stand behind the version. */
  readonly #byId = new Map<string, number>()
  readonly #byName = new Map<string, number>()
  readonly #bySpecifier = new Map<string, number>()

  constructor(graph: Graph) {
    this.#graph = graph
  }

  add(registry: Registry, packages: DocumentNode | undefined): void {
    for (const [id, node] of membersOf(packages)) {
      if (!isWhole(node)) continue
      const { name, rest } = splitAtVersion(id)
      const version = registry === 'npm' ? rest.replace(/_.*$/, '') : rest
      if (version === '') {
        this.#graph.problem(node.line, `${JSON.stringify(id.slice(0, 200))} has no version`)
        continue
      }
      const tarball = textOf(node, 'tarball')
      const index = this.#graph.add({
        ecosystem: registry === 'npm' ? 'npm' : '',
        name,
        version,
        source:
          tarball === undefined ? DEFAULT_REGISTRY : { kind: 'registry', url: registryOf(tarball, name) },
        line: node.line,
        endLine: node.endLine,
        integrity: textOf(node, 'integrity') !== undefined,
        ...(isTrue(node, 'scripts') ? { hasInstallScript: true } : {}),
      })
      this.#byId.set(`${registry}:${id}`, index)
      this.#byName.set(`${registry}:${name}`, index)
    }
  }

  /** `npm:chalk@^5` → `npm:chalk@5.3.0` (3), `chalk@5.3.0` (2) or `5.3.0` (4 and later). */
  specify(specifiers: DocumentNode | undefined): void {
    for (const [specifier, node] of membersOf(specifiers)) {
      if (typeof node.value !== 'string') continue
      const full = /^(?:npm|jsr):/.test(specifier) ? specifier : `npm:${specifier}`
      const registry = full.slice(0, 3)
      const { name } = splitAtVersion(full.slice(4))
      const candidates = [node.value, `${registry}:${node.value}`, `${registry}:${name}@${node.value}`]
      const index = candidates.map((id) => this.#byId.get(id)).find((found) => found !== undefined)
      if (index !== undefined) this.#bySpecifier.set(full, index)
    }
  }

  connect(registry: Registry, packages: DocumentNode | undefined): void {
    for (const [id, node] of membersOf(packages)) {
      const from = this.#byId.get(`${registry}:${id}`)
      if (from === undefined) continue
      for (const reference of referencesOf(memberOf(node, 'dependencies')))
        this.#link(from, registry, reference, 'prod')
      for (const reference of referencesOf(memberOf(node, 'optionalDependencies'))) {
        this.#link(from, registry, reference, 'optional')
      }
    }
  }

  /** What the project's configuration asks for; without it, what is specified was asked for by its code. */
  connectProject(workspace: DocumentNode | undefined): void {
    const places = [workspace, ...[...membersOf(memberOf(workspace, 'members'))].map(([, member]) => member)]
    const asked = places.flatMap((place) => [
      ...textsOf(memberOf(place, 'dependencies')),
      ...textsOf(memberOf(memberOf(place, 'packageJson'), 'dependencies')),
    ])
    const specifiers = asked.length > 0 ? asked : this.#bySpecifier.keys()
    for (const specifier of specifiers) {
      const to = this.#bySpecifier.get(specifier)
      if (to !== undefined) this.#graph.connect(ROOT, to)
    }
  }

  #link(from: number, registry: Registry, reference: string, scope: 'prod' | 'optional'): void {
    const plain = reference.includes('@npm:') ? reference.slice(reference.indexOf('@npm:') + 1) : reference
    const full = /^(?:npm|jsr):/.test(plain) ? plain : `${registry}:${plain}`
    const to = this.#byId.get(full) ?? this.#bySpecifier.get(full) ?? this.#byName.get(full)
    if (to !== undefined) this.#graph.connect(from, to, scope)
  }
}

/** Versions 2 and 3 write a map from a name to an id, later ones a list of ids or names. */
function referencesOf(node: DocumentNode | undefined): string[] {
  const nodes = [...elementsOf(node), ...[...membersOf(node)].map(([, member]) => member)]
  return nodes.map(({ value }) => value).filter((value) => typeof value === 'string')
}
