/**
 * NuGet's `packages.config` (https://learn.microsoft.com/nuget/reference/packages-config): all packages of
 * a project, those that others bring among them, without edges.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { childrenOf, type XmlElement } from '../text/xml-tree.ts'
import { type ContentBuilder, quote } from './content-builder.ts'
import { openXml } from './xml-document.ts'

export const packagesConfig: LockfileFormat = {
  id: 'packages.config',
  ecosystems: ['NuGet'],
  wants: (path) => /(?:^|\/)packages(?:\.[^/]+)?\.config$/i.test(path),
  parse: parsePackagesConfig,
}

function parsePackagesConfig(file: LockfileText): LockfileContent {
  const { root, builder } = openXml(file, 'packages')
  for (const element of childrenOf(root, 'package')) {
    if (element.isWhole) addPackage(builder, element)
  }
  return builder.content()
}

function addPackage(builder: ContentBuilder, { attributes, line, endLine }: XmlElement): void {
  const name = attributes.get('id')?.trim()
  const version = attributes.get('version')?.trim()
  if (!name || !version) {
    builder.problem(line, name ? `${quote(name)} has no version` : 'a package has no id')
    return
  }
  const isDev = attributes.get('developmentDependency')?.toLowerCase() === 'true'
  builder.add({ ecosystem: 'NuGet', name, version, scope: isDev ? 'dev' : 'prod', line, endLine })
}
