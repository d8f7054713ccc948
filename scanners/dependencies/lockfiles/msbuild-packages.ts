/**
 * NuGet's central versions, `Directory.Packages.props`
 * (https://learn.microsoft.com/nuget/consume-packages/central-package-management), and project files.
 * Both name what is asked for; what that brings stands in `packages.lock.json`. A reference among the central
 * versions is one of every project below. Project files are read
 * only when they are named: their versions often stand in other files.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { addItem, packageItemsOf, propertiesOf } from './nuget/msbuild.ts'
import { openXml } from './xml-document.ts'

export const directoryPackagesProps: LockfileFormat = {
  id: 'Directory.Packages.props',
  ecosystems: ['NuGet'],
  wants: (path) => /(?:^|\/)Directory\.Packages\.props$/i.test(path),
  parse: (file) =>
    parseItems(file, new Set(['PackageVersion', 'GlobalPackageReference', 'PackageReference'])),
}

export const msbuildProject: LockfileFormat = {
  id: 'csproj',
  ecosystems: ['NuGet'],
  wants: () => false,
  parse: (file) => parseItems(file, new Set(['PackageReference'])),
}

function parseItems(file: LockfileText, names: ReadonlySet<string>): LockfileContent {
  const { root, builder } = openXml(file, 'Project')
  const properties = propertiesOf(root)
  for (const item of packageItemsOf(root, names)) {
    // A reference without a version takes the central one.
    if (item.version !== undefined) addItem(builder, item, properties)
  }
  return builder.content()
}
