/**
 * CycloneDX 1.2 to 1.7, JSON or XML (https://cyclonedx.org/specification/overview/): `components`, nested ones
 * among them, and `dependencies` by `bom-ref`. `metadata.component` is the project. A component that has
 * neither a package URL nor a CPE cannot be told from any other of its name and is left out.
 */
import type { DependencyScope } from '../../../../src/gate/finding.ts'
import { type LockfileContent, type LockfileText, ROOT } from '../../lockfile.ts'
import { readJson } from '../document/json.ts'
import { type DocumentNode, elementsOf, isWhole, memberOf, textOf, textsOf } from '../document/node.ts'
import { Graph } from '../graph.ts'
import { readCyclonedxXml } from './cyclonedx-xml.ts'
import { addListed } from './listed-package.ts'
import { isXml } from './nodes.ts'

/** @throws `LOCKFILE_INVALID` where the text is neither JSON nor XML */
export function parseCyclonedx(file: LockfileText): LockfileContent {
  const { root, problems } = isXml(file.text) ? readCyclonedxXml(file.text) : readJson(file.text)
  const graph = new Graph()
  graph.problems(problems)
  const version = textOf(root, 'specVersion')
  if (textOf(root, 'bomFormat') !== 'CycloneDX') graph.problem(1, 'bomFormat is not "CycloneDX"')
  else if (version !== undefined && !/^1\.[2-7]$/.test(version)) {
    const { line } = memberOf(root, 'specVersion')!
    graph.problem(
      line,
      `specVersion ${version.slice(0, 50)} is not known (1.2 to 1.7 are)`,
      'LOCKFILE_UNSUPPORTED',
    )
  }
  const byReference = new Map<string, number>()
  const project = textOf(memberOf(memberOf(root, 'metadata'), 'component'), 'bom-ref')
  if (project !== undefined) byReference.set(project, ROOT)
  addComponents(graph, byReference, root)
  const dependencies = elementsOf(memberOf(root, 'dependencies'))
  for (const dependency of dependencies) connect(graph, byReference, dependency)
  const rootsKnown = dependencies.some(
    (one) => textOf(one, 'ref') === project && elementsOf(memberOf(one, 'dependsOn')).length > 0,
  )
  return graph.content({
    rootsKnown: project !== undefined && rootsKnown,
    edgesKnown: dependencies.length > 0,
  })
}

function addComponents(
  graph: Graph,
  byReference: Map<string, number>,
  holder: DocumentNode | undefined,
): void {
  for (const component of elementsOf(memberOf(holder, 'components'))) {
    if (isWhole(component)) addComponent(graph, byReference, component)
    addComponents(graph, byReference, component)
  }
}

function addComponent(graph: Graph, byReference: Map<string, number>, component: DocumentNode): void {
  const index = addListed(graph, component, {
    purl: textOf(component, 'purl'),
    cpeName: textOf(component, 'cpe') === undefined ? undefined : textOf(component, 'name'),
    version: textOf(component, 'version'),
    scope: scopeOf(textOf(component, 'scope')),
    licence: licenceOf(component),
  })
  const reference = textOf(component, 'bom-ref')
  if (index !== undefined && reference !== undefined) byReference.set(reference, index)
}

function scopeOf(scope: string | undefined): DependencyScope | undefined {
  if (scope === 'required') return 'prod'
  // Excluded: in the build or the tests, not in what is delivered.
  return scope === 'optional' ? 'optional' : scope === 'excluded' ? 'build' : undefined
}

function licenceOf(component: DocumentNode): string | undefined {
  const licences = elementsOf(memberOf(component, 'licenses')).map((entry) => {
    const licence = memberOf(entry, 'license')
    return textOf(entry, 'expression') ?? textOf(licence, 'id') ?? textOf(licence, 'name')
  })
  const told = licences.filter((licence) => licence !== undefined)
  return told.length === 0 ? undefined : told.join(' AND ')
}

function connect(graph: Graph, byReference: ReadonlyMap<string, number>, dependency: DocumentNode): void {
  const from = byReference.get(textOf(dependency, 'ref') ?? '')
  if (from === undefined) return
  for (const reference of textsOf(memberOf(dependency, 'dependsOn'))) {
    const to = byReference.get(reference)
    if (to !== undefined && to !== ROOT) graph.connect(from, to)
  }
}
