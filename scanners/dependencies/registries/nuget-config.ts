/**
 * `NuGet.config` (https://learn.microsoft.com/nuget/reference/nuget-config-file): the source that
 * `packageSourceMapping` binds a pattern to, or a single source that `<clear/>` left alone. Of several sources
 * without a mapping nobody knows which one answered.
 */
import { childOf, childrenOf, readXmlTree, type XmlElement } from '../text/xml-tree.ts'
import { EXACT, plainAddress, type RegistryChoice } from './registry-choice.ts'

export function readNugetConfig(text: string): RegistryChoice {
  const { root } = readXmlTree(text)
  const list = childOf(root, 'packageSources')
  const sources = new Map<string, string>()
  for (const { attributes } of childrenOf(list, 'add')) {
    const address = plainAddress(attributes.get('value'))
    if (address !== undefined) sources.set(attributes.get('key') ?? '', address)
  }
  const isAlone = childOf(list, 'clear') !== undefined && childrenOf(list, 'add').length === 1
  const only = isAlone ? [...sources.values()][0] : undefined
  return readMapping(childOf(root, 'packageSourceMapping'), sources, only)
}

function readMapping(
  mapping: XmlElement | undefined,
  sources: ReadonlyMap<string, string>,
  only: string | undefined,
): RegistryChoice {
  const prefixes = new Map<string, string>()
  const shared = new Set<string>()
  let fallback = only
  for (const source of childrenOf(mapping, 'packageSource')) {
    const address = sources.get(source.attributes.get('key') ?? '')
    for (const { attributes } of childrenOf(source, 'package')) {
      const pattern = (attributes.get('pattern') ?? '').toLowerCase()
      const prefix = pattern.endsWith('*') ? pattern.slice(0, -1) : `${pattern}${EXACT}`
      if (address === undefined || prefixes.has(prefix)) shared.add(prefix)
      else if (prefix === '') fallback = address
      else prefixes.set(prefix, address)
    }
  }
  // A pattern that two sources have decides nothing.
  for (const prefix of shared) prefixes.delete(prefix)
  return { prefixes, fallback }
}
