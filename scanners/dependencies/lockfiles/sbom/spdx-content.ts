/**
 * SPDX 2.0 to 2.3 as JSON, YAML, tag-value or RDF/XML (https://spdx.github.io/spdx-spec/v2.3/): `packages` with their package URLs among
 * `externalRefs`, and `relationships`. A package without one is known by its CPE, which then is its name;
 * one that has neither cannot be told from any other of its name and is left out.
 */
import type { DependencyScope } from '../../../../src/gate/finding.ts'
import { type LockfileContent, type LockfileText, ROOT } from '../../lockfile.ts'
import { readJson } from '../document/json.ts'
import {
  type Document,
  type DocumentNode,
  elementsOf,
  isWhole,
  memberOf,
  textOf,
  textsOf,
} from '../document/node.ts'
import { readYaml } from '../document/yaml.ts'
import { Graph } from '../graph.ts'
import { addListed } from './listed-package.ts'
import { isXml } from './nodes.ts'
import { readSpdxRdf } from './spdx-rdf.ts'
import { isTagValue, readSpdxTagValue } from './spdx-tag-value.ts'

const DOCUMENT = 'SPDXRef-DOCUMENT'

/** `A DEPENDENCY_OF B` is an edge from B to A. */
const BACKWARDS: ReadonlyMap<string, DependencyScope> = new Map([
  ['DEPENDENCY_OF', 'prod'],
  ['RUNTIME_DEPENDENCY_OF', 'prod'],
  ['OPTIONAL_DEPENDENCY_OF', 'optional'],
  ['PROVIDED_DEPENDENCY_OF', 'optional'],
  ['DEV_DEPENDENCY_OF', 'dev'],
  ['TEST_DEPENDENCY_OF', 'test'],
  ['BUILD_DEPENDENCY_OF', 'build'],
])

/** @throws `LOCKFILE_INVALID` where the text is none of the four */
export async function parseSpdx(file: LockfileText): Promise<LockfileContent> {
  const { root, problems } = await readDocument(file.text)
  const graph = new Graph()
  graph.problems(problems)
  const version = textOf(root, 'spdxVersion')
  if (version === undefined) graph.problem(1, 'it has no spdxVersion')
  else if (!/^SPDX-2\.[0-3]$/.test(version)) {
    const { line } = memberOf(root, 'spdxVersion')!
    graph.problem(line, `${version.slice(0, 50)} is not known (SPDX-2.0 to 2.3 are)`, 'LOCKFILE_UNSUPPORTED')
  }
  const byId = new Map<string, number>()
  for (const node of elementsOf(memberOf(root, 'packages'))) if (isWhole(node)) addPackage(graph, byId, node)
  const relationships = new Relationships(graph, byId)
  for (const id of textsOf(memberOf(root, 'documentDescribes'))) relationships.describe(id)
  for (const relationship of elementsOf(memberOf(root, 'relationships'))) relationships.read(relationship)
  return relationships.content()
}

async function readDocument(text: string): Promise<Document> {
  if (/^\s*\{/.test(text)) return readJson(text)
  if (isXml(text)) return readSpdxRdf(text)
  return isTagValue(text) ? readSpdxTagValue(text) : readYaml(text)
}

class Relationships {
  readonly #graph: Graph
  readonly #byId: ReadonlyMap<string, number>
  readonly #described = new Set<string>()
  readonly #edges: { readonly from: string; readonly to: string; readonly scope: DependencyScope }[] = []

  constructor(graph: Graph, byId: ReadonlyMap<string, number>) {
    this.#graph = graph
    this.#byId = byId
  }

  describe(id: string): void {
    this.#described.add(id)
  }

  read(relationship: DocumentNode): void {
    const type = textOf(relationship, 'relationshipType')?.toUpperCase()
    const one = textOf(relationship, 'spdxElementId')
    const other = textOf(relationship, 'relatedSpdxElement')
    if (type === undefined || one === undefined || other === undefined) return
    const backwards = BACKWARDS.get(type)
    if (type === 'DESCRIBES' && one === DOCUMENT) this.describe(other)
    else if (type === 'DESCRIBED_BY' && other === DOCUMENT) this.describe(one)
    else if (type === 'DEPENDS_ON') this.#edges.push({ from: one, to: other, scope: 'prod' })
    else if (backwards) this.#edges.push({ from: other, to: one, scope: backwards })
  }

  content(): LockfileContent {
    for (const id of this.#described) this.#connect(ROOT, id, 'prod')
    const [subject] = this.#described
    for (const { from, to, scope } of this.#edges) {
      // What the one subject of the document asks for is direct, whether it is a package itself or not.
      if (this.#described.size === 1 && from === subject) this.#connect(ROOT, to, scope)
      const index = this.#byId.get(from)
      if (index !== undefined) this.#connect(index, to, scope)
    }
    const edgesKnown = this.#edges.length > 0
    return this.#graph.content({ rootsKnown: edgesKnown && this.#described.size > 0, edgesKnown })
  }

  #connect(from: number, id: string, scope: DependencyScope): void {
    const to = this.#byId.get(id)
    if (to !== undefined) this.#graph.connect(from, to, scope)
  }
}

function addPackage(graph: Graph, byId: Map<string, number>, node: DocumentNode): void {
  const licences = [textOf(node, 'licenseConcluded'), textOf(node, 'licenseDeclared')]
  const index = addListed(graph, node, {
    purl: referenceOf(node, /^purl$/),
    cpeName: referenceOf(node, /^cpe2[23]Type$/),
    version: textOf(node, 'versionInfo'),
    licence: licences.find((one) => one !== undefined && one !== 'NOASSERTION' && one !== 'NONE'),
  })
  const id = textOf(node, 'SPDXID')
  if (index !== undefined && id !== undefined) byId.set(id, index)
}

function referenceOf(node: DocumentNode, type: RegExp): string | undefined {
  const reference = elementsOf(memberOf(node, 'externalRefs')).find((one) =>
    type.test(textOf(one, 'referenceType')?.split('/').at(-1) ?? ''),
  )
  return textOf(reference, 'referenceLocator')
}
