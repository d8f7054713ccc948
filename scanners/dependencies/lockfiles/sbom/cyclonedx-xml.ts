/** CycloneDX XML (https://cyclonedx.org/docs/1.6/xml/) in the shape of its JSON, as far as packages go. */
import { childOf, childrenOf, type XmlElement } from '../../text/xml-tree.ts'
import type { Document, DocumentNode } from '../document/node.ts'
import { mapNode, nodeOf, placeOf, readXmlDocument } from './nodes.ts'

export function readCyclonedxXml(text: string): Document {
  return readXmlDocument(text, bomNode)
}

const NAMESPACE = /^https?:\/\/cyclonedx\.org\/schema\/bom\/([\d.]+)$/

function bomNode(root: XmlElement): DocumentNode {
  const namespace = [...root.attributes.values()].map((value) => NAMESPACE.exec(value)?.[1])
  const specVersion = namespace.find((version) => version !== undefined)
  const project = childOf(childOf(root, 'metadata'), 'component')
  return mapNode(placeOf(root), {
    bomFormat: root.name === 'bom' ? nodeOf(root, 'CycloneDX') : undefined,
    specVersion: specVersion === undefined ? undefined : nodeOf(root, specVersion),
    metadata: project && mapNode(placeOf(project), { component: componentNode(project) }),
    components: componentsNode(root),
    dependencies: listNode(root, 'dependencies', 'dependency', dependencyNode),
  })
}

function componentsNode(holder: XmlElement): DocumentNode | undefined {
  return listNode(holder, 'components', 'component', componentNode)
}

function listNode(
  holder: XmlElement,
  list: string,
  item: string,
  toNode: (element: XmlElement) => DocumentNode,
): DocumentNode | undefined {
  const element = childOf(holder, list)
  return element && nodeOf(placeOf(element), childrenOf(element, item).map(toNode))
}

function componentNode(component: XmlElement): DocumentNode {
  return mapNode(placeOf(component), {
    'bom-ref': attributeNode(component, 'bom-ref'),
    name: textNode(component, 'name'),
    version: textNode(component, 'version'),
    purl: textNode(component, 'purl'),
    cpe: textNode(component, 'cpe'),
    scope: textNode(component, 'scope'),
    licenses: licencesNode(childOf(component, 'licenses')),
    components: componentsNode(component),
  })
}

function licencesNode(licences: XmlElement | undefined): DocumentNode | undefined {
  if (!licences) return undefined
  const named = childrenOf(licences, 'license').map((licence) =>
    mapNode(licence, {
      license: mapNode(licence, { id: textNode(licence, 'id'), name: textNode(licence, 'name') }),
    }),
  )
  const expression = textNode(licences, 'expression')
  return nodeOf(placeOf(licences), expression ? [mapNode(licences, { expression })] : named)
}

function dependencyNode(dependency: XmlElement): DocumentNode {
  const references = childrenOf(dependency, 'dependency').map((one) => attributeNode(one, 'ref'))
  return mapNode(placeOf(dependency), {
    ref: attributeNode(dependency, 'ref'),
    dependsOn: nodeOf(
      dependency,
      references.filter((reference) => reference !== undefined),
    ),
  })
}

function attributeNode(element: XmlElement, name: string): DocumentNode | undefined {
  const value = element.attributes.get(name)
  return value === undefined ? undefined : nodeOf(element, value)
}

function textNode(element: XmlElement, name: string): DocumentNode | undefined {
  const child = childOf(element, name)
  return child?.isWhole && child.text !== '' ? nodeOf(child, child.text) : undefined
}
