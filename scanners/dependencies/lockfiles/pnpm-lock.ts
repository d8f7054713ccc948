/**
 * pnpm's `pnpm-lock.yaml`, versions 5, 6 and 9 (https://github.com/pnpm/spec/tree/master/lockfile).
 *
 * | version | key of a package | reference of a dependency |
 * |---|---|---|
 * | 5 | `/name/1.0.0_peers` | `1.0.0_peers`, or the key itself |
 * | 6 | `/name@1.0.0(peers)` | `1.0.0(peers)`, or the key itself |
 * | 9 | `name@1.0.0`; in `snapshots` with `(peers)` | `1.0.0(peers)`, `real@1.0.0(peers)` for an alias |
 *
 * Importers are the project and its members; what they ask for is direct. Since version 9 a file may
 * hold a second document, for pnpm itself and its configuration.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { DEFAULT_REGISTRY, ROOT } from '../lockfile.ts'
import {
  type Document,
  type DocumentNode,
  isTrue,
  isWhole,
  mapOf,
  memberOf,
  membersOf,
  textOf,
} from './document/node.ts'
import { readYamlDocuments } from './document/yaml.ts'
import { Graph } from './graph.ts'
import { sourceOfTarball } from './npm-origin.ts'
import { nameOfPnpmKey, withoutPeers } from './pnpm-key.ts'

export const pnpmLock: LockfileFormat = {
  id: 'pnpm-lock.yaml',
  ecosystems: ['npm'],
  wants: (path) => path === 'pnpm-lock.yaml' || path.endsWith('/pnpm-lock.yaml'),
  parse: parsePnpmLock,
}

const SECTIONS: readonly (readonly [key: string, scope: DependencyScope])[] = [
  ['dependencies', 'prod'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'dev'],
  ['configDependencies', 'build'],
  ['packageManagerDependencies', 'build'],
]

async function parsePnpmLock(file: LockfileText): Promise<LockfileContent> {
  const graph = new Graph()
  let rootsKnown = false
  for (const document of await readYamlDocuments(file.text)) {
    rootsKnown = new PnpmDocument(document, graph).read() || rootsKnown
  }
  return graph.content({ rootsKnown, edgesKnown: true })
}

class PnpmDocument {
  readonly #root: DocumentNode | undefined
  readonly #graph: Graph
  readonly #major: number
  readonly #byKey = new Map<string, number>()

  constructor({ root, problems }: Document, graph: Graph) {
    this.#root = root
    this.#graph = graph
    graph.problems(problems)
    const version = textOf(root, 'lockfileVersion')
    this.#major = Number.parseInt(version ?? '5', 10)
    if (root && !(this.#major <= 9)) {
      const line = memberOf(root, 'lockfileVersion')?.line
      graph.problem(line, `lockfileVersion ${version} is not known (5, 6 and 9 are)`, 'LOCKFILE_UNSUPPORTED')
    }
  }

  /** Whether the document says what the project asks for. */
  read(): boolean {
    for (const [key, node] of membersOf(memberOf(this.#root, 'packages')))
      if (isWhole(node)) this.#add(key, node)
    const snapshots = memberOf(this.#root, 'snapshots')
    for (const [key, node] of membersOf(snapshots ?? memberOf(this.#root, 'packages')))
      this.#connect(key, node)
    const importers = memberOf(this.#root, 'importers')
    for (const [, importer] of membersOf(importers)) this.#connectImporter(importer)
    if (this.#root) this.#connectImporter(this.#root)
    return importers !== undefined || SECTIONS.some(([key]) => mapOf(memberOf(this.#root, key)) !== undefined)
  }

  #add(key: string, node: DocumentNode): void {
    const own = nameOfPnpmKey(key, this.#major)
    const name = textOf(node, 'name') ?? own?.name
    const resolution = memberOf(node, 'resolution')
    const version = textOf(node, 'version') ?? own?.version ?? (isLocal(key) ? '' : undefined)
    if (name === undefined || version === undefined) {
      this.#graph.problem(node.line, `${JSON.stringify(key.slice(0, 200))} does not say its name and version`)
      return
    }
    const source = sourceOf(key, resolution, name, version)
    const index = this.#graph.add({
      ecosystem: 'npm',
      name,
      version,
      source,
      line: node.line,
      endLine: node.endLine,
      ...(source.kind === 'registry' ? { integrity: textOf(resolution, 'integrity') !== undefined } : {}),
      ...(isTrue(node, 'requiresBuild') ? { hasInstallScript: true } : {}),
    })
    this.#byKey.set(key, index)
  }

  #connect(key: string, node: DocumentNode): void {
    const from = this.#byKey.get(key) ?? this.#byKey.get(withoutPeers(key))
    if (from === undefined) return
    for (const [section, scope] of SECTIONS) this.#connectSection(from, memberOf(node, section), scope)
  }

  #connectImporter(node: DocumentNode): void {
    for (const [section, scope] of SECTIONS) this.#connectSection(ROOT, memberOf(node, section), scope)
  }

  #connectSection(from: number, section: DocumentNode | undefined, scope: DependencyScope): void {
    for (const [name, value] of membersOf(section)) {
      const reference = typeof value.value === 'string' ? value.value : textOf(value, 'version')
      const to = reference === undefined ? undefined : this.#find(name, reference)
      if (to !== undefined) this.#graph.connect(from, to, scope)
    }
  }

  #find(name: string, reference: string): number | undefined {
    for (const key of [`${name}@${reference}`, `/${name}@${reference}`, `/${name}/${reference}`, reference]) {
      const found = this.#byKey.get(key) ?? this.#byKey.get(withoutPeers(key))
      if (found !== undefined) return found
    }
    return undefined
  }
}

function isLocal(key: string): boolean {
  return /(?:^|@)(?:file|link):/.test(key)
}

function sourceOf(
  key: string,
  resolution: DocumentNode | undefined,
  name: string,
  version: string,
): PackageSource {
  const repository = textOf(resolution, 'repo')
  if (repository !== undefined) {
    return { kind: 'git', url: repository, commit: textOf(resolution, 'commit') ?? null }
  }
  const directory = textOf(resolution, 'directory')
  if (directory !== undefined) return { kind: 'path', path: directory }
  const tarball = textOf(resolution, 'tarball')
  if (tarball === undefined) return DEFAULT_REGISTRY
  // A registry's key ends in the version; any other is the address that was asked for.
  const isAskedByUrl = !withoutPeers(key).endsWith(version) || /(?:^|@)https?:|^@?[\w-]+\./.test(key)
  return sourceOfTarball(tarball, name, isAskedByUrl)
}
