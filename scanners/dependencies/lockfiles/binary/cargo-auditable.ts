/**
 * The crates that an executable was built of, as cargo auditable puts them into it
 * (https://github.com/rust-secure-code/cargo-auditable/blob/master/PARSING.md): the section `.dep-v0` holds JSON,
 * deflated. Nothing is run.
 */
import { inflateSync } from 'node:zlib'
import type { DependencyScope } from '../../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, PackageSource } from '../../lockfile.ts'
import { lockfileError } from '../../lockfile-error.ts'
import { readJson } from '../document/json.ts'
import { type DocumentNode, elementsOf, isTrue, memberOf, textOf } from '../document/node.ts'
import { Graph } from '../graph.ts'
import { findSection } from './sections.ts'

export const cargoAuditable: LockfileFormat = {
  id: 'cargo-auditable',
  ecosystems: ['crates.io'],
  wants: () => false,
  parse: ({ path }) => {
    throw lockfileError(path, 1, 'it is text, and no executable')
  },
  parseBytes: parseAuditable,
}

/** cargo auditable's own bound. */
const MAX_INFLATED = 8 * 1024 * 1024

function parseAuditable(path: string, bytes: Uint8Array): LockfileContent {
  const section = findSection(bytes, '.dep-v0')
  if (!section)
    throw lockfileError(path, 1, 'it is no executable that cargo auditable built: it has no section .dep-v0')
  const { root, problems } = readJson(inflate(path, section))
  const graph = new Graph()
  graph.problems(problems)
  const crates = elementsOf(memberOf(root, 'packages'))
  const places = crates.map((crate) => addCrate(graph, crate))
  for (const [index, crate] of crates.entries()) {
    for (const { value } of elementsOf(memberOf(crate, 'dependencies'))) {
      const to = typeof value === 'number' ? places[value] : undefined
      if (places[index] !== undefined && to !== undefined) graph.connect(places[index], to)
    }
  }
  return graph.content({ rootsKnown: true, edgesKnown: true })
}

function inflate(path: string, section: Uint8Array): string {
  try {
    return inflateSync(section, { maxOutputLength: MAX_INFLATED }).toString('utf8')
  } catch (cause) {
    throw lockfileError(path, 1, 'its section .dep-v0 cannot be inflated', cause)
  }
}

function addCrate(graph: Graph, crate: DocumentNode): number | undefined {
  const name = textOf(crate, 'name')
  const version = textOf(crate, 'version')
  if (name === undefined || version === undefined) return undefined
  const scope: DependencyScope = textOf(crate, 'kind') === 'build' ? 'build' : 'prod'
  return graph.add({
    ecosystem: 'crates.io',
    name,
    version,
    scope,
    source: sourceOf(crate),
    line: 1,
    endLine: 1,
  })
}

function sourceOf(crate: DocumentNode): PackageSource {
  if (isTrue(crate, 'root')) return { kind: 'workspace', path: '' }
  switch (textOf(crate, 'source')) {
    case 'local':
      return { kind: 'path', path: '' }
    case 'git':
      return { kind: 'git', url: '', commit: null }
    default:
      return { kind: 'registry', url: null }
  }
}
