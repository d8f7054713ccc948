/** SPDX 2's RDF/XML form (https://spdx.github.io/spdx-spec/v2.3/) in the shape of its JSON, as far as packages go. */
import { childOf, childrenOf, childText, type XmlElement } from '../../text/xml-tree.ts'
import type { Document, DocumentNode } from '../document/node.ts'
import { mapNode, nodeOf, placeOf, readXmlDocument } from './nodes.ts'

export function readSpdxRdf(text: string): Document {
  return readXmlDocument(text, (root) => {
    const document = childOf(root, 'SpdxDocument')
    const found: Found = { packages: [], relationships: [] }
    collect(root, undefined, found)
    return mapNode(placeOf(root), {
      spdxVersion: document && textNode(document, 'specVersion'),
      packages: nodeOf(root, found.packages),
      relationships: nodeOf(root, found.relationships),
    })
  })
}

interface Found {
  readonly packages: DocumentNode[]
  readonly relationships: DocumentNode[]
}

/** Elements stand where they are first spoken of. `subject` is what a relationship is of. */
function collect(element: XmlElement, subject: string | undefined, found: Found): void {
  const about = lastPart(element.attributes.get('about'))
  if (element.name === 'Package') found.packages.push(packageNode(element, about))
  if (element.name === 'Relationship') addRelationship(element, subject, found)
  for (const child of element.children) collect(child, about ?? subject, found)
}

function addRelationship(element: XmlElement, subject: string | undefined, found: Found): void {
  const type = childOf(element, 'relationshipType')?.attributes.get('resource')?.split('relationshipType_')[1]
  const related = childOf(element, 'relatedSpdxElement')
  const other = lastPart(related?.attributes.get('resource') ?? related?.children[0]?.attributes.get('about'))
  if (type === undefined || subject === undefined || other === undefined) return
  found.relationships.push(
    mapNode(element, {
      spdxElementId: nodeOf(element, subject),
      // dependsOn → DEPENDS_ON
      relationshipType: nodeOf(element, type.replace(/[A-Z]/g, '_$&').toUpperCase()),
      relatedSpdxElement: nodeOf(element, other),
    }),
  )
}

function packageNode(element: XmlElement, id: string | undefined): DocumentNode {
  const references = childrenOf(element, 'externalRef').flatMap(({ children }) => children)
  return mapNode(placeOf(element), {
    SPDXID: id === undefined ? undefined : nodeOf(element, id),
    name: textNode(element, 'name'),
    versionInfo: textNode(element, 'versionInfo'),
    licenseConcluded: licenceNode(element, 'licenseConcluded'),
    licenseDeclared: licenceNode(element, 'licenseDeclared'),
    externalRefs: nodeOf(element, references.map(referenceNode)),
  })
}

function referenceNode(reference: XmlElement): DocumentNode {
  const type = lastPart(childOf(reference, 'referenceType')?.attributes.get('resource'))
  return mapNode(reference, {
    referenceType: type === undefined ? undefined : nodeOf(reference, type),
    referenceLocator: textNode(reference, 'referenceLocator'),
  })
}

/** A licence of SPDX's list, by its address. */
function licenceNode(element: XmlElement, name: string): DocumentNode | undefined {
  const listed = /\/licenses\/([^/#]+)$/.exec(childOf(element, name)?.attributes.get('resource') ?? '')?.[1]
  return listed === undefined ? undefined : nodeOf(element, listed)
}

function lastPart(address: string | undefined): string | undefined {
  return address?.split(/[#/]/).at(-1)
}

function textNode(element: XmlElement, name: string): DocumentNode | undefined {
  const text = childText(element, name)
  return text === undefined ? undefined : nodeOf(element, text)
}
