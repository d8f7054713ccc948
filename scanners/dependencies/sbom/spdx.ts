/** SPDX 2.3 as JSON (https://spdx.github.io/spdx-spec/v2.3). */
import { sha256Hex } from '../../../src/base/digest.ts'
import { readLicence } from '../licences/expression.ts'
import type { LockedPackage } from '../lockfile.ts'
import { contentUuid, emitDocument, type SbomRequest } from './document.ts'
import type { Component, InventoryGraph } from './inventory-graph.ts'

const DOCUMENT = 'SPDXRef-DOCUMENT'
const PROJECT = 'SPDXRef-Project'
const NOTHING_SAID = 'NOASSERTION'

/** The format wants a time; the beginning of time is what says that there is none. */
const NO_TIME = '1970-01-01T00:00:00Z'

export function emitSpdx(request: SbomRequest): string {
  const { graph, name, timestamp, toolVersion, complete } = request
  const packages = [projectPackage(name), ...graph.components.map(packageOf)]
  const relationships = relationshipsOf(graph)
  return emitDocument({
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: DOCUMENT,
    name,
    documentNamespace: `urn:uuid:${contentUuid([name, packages, relationships])}`,
    ...(complete ? {} : { comment: 'Incomplete: a lockfile could not be read wholly.' }),
    creationInfo: { created: timestamp ?? NO_TIME, creators: [`Tool: sallyport-${toolVersion}`] },
    packages,
    relationships,
  })
}

function projectPackage(name: string) {
  return {
    SPDXID: PROJECT,
    name,
    downloadLocation: NOTHING_SAID,
    filesAnalyzed: false,
    licenseConcluded: NOTHING_SAID,
    licenseDeclared: NOTHING_SAID,
    copyrightText: NOTHING_SAID,
    primaryPackagePurpose: 'APPLICATION',
  }
}

function packageOf({ purl, one, places }: Component) {
  return {
    SPDXID: idOf(purl),
    name: one.name === '' ? 'unnamed' : one.name,
    ...(one.version === '' ? {} : { versionInfo: one.version }),
    downloadLocation: downloadOf(one),
    filesAnalyzed: false,
    sourceInfo: `named in ${places.map(({ path, line }) => `${path}:${line}`).join(', ')}`,
    licenseConcluded: NOTHING_SAID,
    ...licenceOf(one.licence),
    copyrightText: NOTHING_SAID,
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }],
  }
}

function licenceOf(text: string | undefined) {
  const licence = readLicence(text ?? '')
  if (licence.kind === 'id') return { licenseDeclared: licence.id }
  if (licence.kind === 'expression') return { licenseDeclared: licence.text }
  const comment = text ? { licenseComments: `The lockfile says: ${text}` } : {}
  return { licenseDeclared: NOTHING_SAID, ...comment }
}

function downloadOf({ source }: LockedPackage): string {
  if (source.kind === 'git' && /^git\+[a-z]+:\/\/\S+$/.test(source.url)) {
    return source.commit === null ? source.url : `${source.url}@${source.commit}`
  }
  return source.kind === 'url' && /^https?:\/\/\S+$/.test(source.url) ? source.url : NOTHING_SAID
}

function relationshipsOf(graph: InventoryGraph) {
  const dependsOn = (from: string, to: string) => ({
    spdxElementId: from,
    relationshipType: 'DEPENDS_ON',
    relatedSpdxElement: idOf(to),
  })
  return [
    { spdxElementId: DOCUMENT, relationshipType: 'DESCRIBES', relatedSpdxElement: PROJECT },
    ...graph.direct.map((purl) => dependsOn(PROJECT, purl)),
    ...graph.components.flatMap(({ purl }) =>
      (graph.dependencies.get(purl) ?? []).map((to) => dependsOn(idOf(purl), to)),
    ),
  ]
}

/** An id may hold letters, digits, dots and hyphens alone. */
function idOf(purl: string): string {
  return `SPDXRef-Package-${sha256Hex(purl).slice(0, 32)}`
}
