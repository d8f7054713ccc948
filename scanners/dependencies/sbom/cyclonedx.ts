/** CycloneDX 1.6 as JSON (https://cyclonedx.org/docs/1.6/json). */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import { readLicence } from '../licences/expression.ts'
import { contentUuid, emitDocument, type SbomRequest } from './document.ts'
import type { Component } from './inventory-graph.ts'

const ROOT_REF = 'project'

export function emitCycloneDx(request: SbomRequest): string {
  const { graph, name, complete } = request
  const content = {
    components: graph.components.map(componentOf),
    dependencies: [
      { ref: ROOT_REF, dependsOn: graph.direct },
      ...graph.components.map(({ purl }) => ({ ref: purl, dependsOn: graph.dependencies.get(purl) ?? [] })),
    ],
    compositions: [{ aggregate: complete ? 'unknown' : 'incomplete', assemblies: [ROOT_REF] }],
  }
  return emitDocument({
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${contentUuid([name, content])}`,
    version: 1,
    metadata: {
      ...(request.timestamp === undefined ? {} : { timestamp: request.timestamp }),
      tools: { components: [{ type: 'application', name: 'sallyport', version: request.toolVersion }] },
      component: { type: 'application', 'bom-ref': ROOT_REF, name },
    },
    ...content,
  })
}

function componentOf({ purl, one, places }: Component) {
  const scope = SCOPES[one.scope]
  return {
    type: one.source.kind === 'workspace' ? 'application' : 'library',
    'bom-ref': purl,
    name: one.name === '' ? 'unnamed' : one.name,
    ...(one.version === '' ? {} : { version: one.version }),
    ...(scope === undefined ? {} : { scope }),
    ...licencesOf(one.licence),
    purl,
    evidence: { occurrences: places.map(({ path, line }) => ({ location: path, line })) },
  }
}

/** What only develops or tests the project is no part of what runs. */
const SCOPES: Readonly<Record<DependencyScope, 'required' | 'optional' | 'excluded' | undefined>> = {
  prod: 'required',
  build: 'excluded',
  dev: 'excluded',
  test: 'excluded',
  optional: 'optional',
  peer: 'optional',
  unknown: undefined,
}

function licencesOf(text: string | undefined) {
  if (text === undefined || text === '') return {}
  const licence = readLicence(text)
  if (licence.kind === 'id') return { licenses: [{ license: { id: licence.id } }] }
  if (licence.kind === 'expression') return { licenses: [{ expression: licence.text }] }
  return { licenses: [{ license: { name: text } }] }
}
