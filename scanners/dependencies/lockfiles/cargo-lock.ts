/**
 * Cargo's `Cargo.lock`, versions 1 to 4
 * (https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html). A package without a source is a
 * member of the workspace or lies in a folder; what it depends on is direct. A dependency is
 * `name`, `name version` or `name version (source)`, as far as that is needed to tell it from others.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource, Siblings } from '../lockfile.ts'
import { type CrateScopes, readCargoManifests, wantsCargoManifest } from './cargo/manifest.ts'
import {
  type DocumentNode,
  isWhole,
  memberOf,
  membersOf,
  tablesOf,
  textOf,
  textsOf,
} from './document/node.ts'
import { readToml } from './document/toml.ts'
import { Graph } from './graph.ts'

export const cargoLock: LockfileFormat = {
  id: 'Cargo.lock',
  ecosystems: ['crates.io'],
  wants: (path) => path === 'Cargo.lock' || path.endsWith('/Cargo.lock'),
  wantsBeside: wantsCargoManifest,
  parse: parseCargoLock,
}

async function parseCargoLock(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const { root, problems } = readToml(file.text)
  const graph = new Graph()
  graph.problems(problems)
  const version = memberOf(root, 'version')
  if (typeof version?.value === 'number' && version.value > 4) {
    graph.problem(version.line, `version ${version.value} is not known (1 to 4 are)`, 'LOCKFILE_UNSUPPORTED')
  }
  const crates = new Crates(graph)
  const checksums = new Set([...membersOf(memberOf(root, 'metadata'))].map(([key]) => key))
  const own = memberOf(root, 'root')
  for (const node of [...(own ? [own] : []), ...tablesOf(root, 'package')]) {
    if (isWhole(node)) crates.add(node, checksums)
  }
  crates.connect(await readCargoManifests(file.path, siblings))
  return graph.content({ rootsKnown: crates.hasMembers, edgesKnown: true })
}

class Crates {
  hasMembers = false
  readonly #graph: Graph
  readonly #nodes: { readonly index: number; readonly node: DocumentNode; readonly name: string }[] = []
  /** By `name`, `name version` and `name version (source)`. */
  readonly #byReference = new Map<string, number[]>()

  constructor(graph: Graph) {
    this.#graph = graph
  }

  add(node: DocumentNode, checksums: ReadonlySet<string>): void {
    const name = textOf(node, 'name')
    const version = textOf(node, 'version')
    if (name === undefined || version === undefined) {
      this.#graph.problem(node.line, `${JSON.stringify((name ?? 'a package').slice(0, 200))} has no version`)
      return
    }
    const address = textOf(node, 'source')
    const full = address === undefined ? `${name} ${version}` : `${name} ${version} (${address})`
    const source = sourceOf(address)
    const hasChecksum = textOf(node, 'checksum') !== undefined || checksums.has(`checksum ${full}`)
    const { line, endLine } = node
    const index = this.#graph.add({
      ecosystem: 'crates.io',
      name,
      version,
      source,
      line,
      endLine,
      ...(source.kind === 'registry' ? { integrity: hasChecksum } : {}),
    })
    this.hasMembers ||= source.kind === 'workspace'
    this.#nodes.push({ index, node, name })
    for (const reference of new Set([name, `${name} ${version}`, full])) {
      const found = this.#byReference.get(reference)
      if (found) found.push(index)
      else this.#byReference.set(reference, [index])
    }
  }

  connect(manifests: ReadonlyMap<string, CrateScopes>): void {
    for (const { index, node, name } of this.#nodes) {
      const isMember = this.#graph.at(index).source.kind === 'workspace'
      const scopes = isMember ? manifests.get(name) : undefined
      for (const reference of textsOf(memberOf(node, 'dependencies'))) {
        const asked: DependencyScope = isMember
          ? (scopes?.get(reference.split(' ')[0]!) ?? 'unknown')
          : 'prod'
        for (const to of this.#byReference.get(reference) ?? []) this.#graph.connect(index, to, asked)
      }
    }
  }
}

function sourceOf(address: string | undefined): PackageSource {
  if (address === undefined) return { kind: 'workspace', path: '' }
  const url = address.replace(/^(?:registry|sparse|git|path|directory|local-registry)\+/, '')
  if (address.startsWith('git+')) {
    const [repository = '', commit] = url.split('#')
    return { kind: 'git', url: repository.split('?')[0]!, commit: commit ?? null }
  }
  if (/^(?:path|directory|local-registry)\+/.test(address)) return { kind: 'path', path: url }
  return { kind: 'registry', url }
}
