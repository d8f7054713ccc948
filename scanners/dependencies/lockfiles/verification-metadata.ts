/**
 * Gradle's `gradle/verification-metadata.xml`
 * (https://docs.gradle.org/current/userguide/dependency_verification.html): every component whose
 * artifacts the build may use, of all configurations and of the build itself; often in several versions.
 * Neither scope nor edges are recorded.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { childOf, childrenOf, type XmlElement } from '../text/xml-tree.ts'
import { type ContentBuilder, quote } from './content-builder.ts'
import { openXml } from './xml-document.ts'

export const verificationMetadata: LockfileFormat = {
  id: 'verification-metadata.xml',
  ecosystems: ['Maven'],
  wants: (path) => /(?:^|\/)gradle\/verification-metadata\.xml$/.test(path),
  parse: parseVerificationMetadata,
}

function parseVerificationMetadata(file: LockfileText): LockfileContent {
  const { root, builder } = openXml(file, 'verification-metadata')
  for (const component of childrenOf(childOf(root, 'components'), 'component')) {
    if (component.isWhole) addComponent(builder, component)
  }
  return builder.content()
}

function addComponent(builder: ContentBuilder, component: XmlElement): void {
  const { line, endLine, attributes } = component
  const name = `${attributes.get('group') ?? ''}:${attributes.get('name') ?? ''}`
  const version = attributes.get('version') ?? ''
  for (const attribute of ['group', 'name', 'version']) {
    if (!attributes.get(attribute)) builder.problem(line, `the component ${quote(name)} has no ${attribute}`)
  }
  const integrity = childrenOf(component, 'artifact').every((artifact) =>
    artifact.children.some(({ name }) => /^(?:sha256|sha512|pgp)$/.test(name)),
  )
  builder.add({ ecosystem: 'Maven', name, version, line, endLine, integrity })
}
