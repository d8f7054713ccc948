/** One entry of a bill of materials, of whichever format, as a package of the graph. */
import type { DependencyScope } from '../../../../src/gate/finding.ts'
import { DEFAULT_REGISTRY } from '../../lockfile.ts'
import type { DocumentNode } from '../document/node.ts'
import type { Graph } from '../graph.ts'
import { packageOfPurl } from './purl-package.ts'

export interface Listed {
  readonly purl: string | undefined
  /** Its name where it has a CPE, which serves where no package URL does. */
  readonly cpeName: string | undefined
  /** By the entry's own field, where the package URL has none. */
  readonly version: string | undefined
  readonly scope?: DependencyScope | undefined
  readonly licence: string | undefined
}

/** @returns its index in the graph; `undefined` where nothing says which package it is */
export function addListed(graph: Graph, node: DocumentNode, listed: Listed): number | undefined {
  const { purl, cpeName, version, scope, licence } = listed
  const named = purl === undefined ? namedByCpe(cpeName) : packageOfPurl(purl)
  if (named === undefined) {
    if (purl !== undefined)
      graph.problem(node.line, `${JSON.stringify(purl.slice(0, 200))} is no package URL`)
    return undefined
  }
  return graph.add({
    ...named,
    version: named.version || (version ?? ''),
    source: DEFAULT_REGISTRY,
    line: node.line,
    endLine: node.endLine,
    ...(scope === undefined ? {} : { scope }),
    ...(licence === undefined ? {} : { licence }),
  })
}

function namedByCpe(name: string | undefined) {
  return name === undefined ? undefined : { ecosystem: '', name, version: '' }
}
