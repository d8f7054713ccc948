/**
 * A project's `.mvn/settings.xml` (https://maven.apache.org/settings.html, Maven 4's project settings): the repository
 * that stands in for `central`, by a mirror or by that id in an active profile. Where an active profile has another
 * repository that nothing mirrors to the same address, nobody knows which of them answered.
 */
import { childOf, childrenOf, childText, readXmlTree, type XmlElement } from '../text/xml-tree.ts'
import { plainAddress, type RegistryChoice } from './registry-choice.ts'

const CENTRAL = 'central'
const NOTHING: RegistryChoice = { prefixes: new Map(), fallback: undefined }

export function readMavenSettings(text: string): RegistryChoice {
  const { root } = readXmlTree(text)
  if (root?.name !== 'settings') return NOTHING
  const repositories = new Map<string, string | undefined>([[CENTRAL, undefined]])
  for (const repository of activeProfiles(root).flatMap((one) =>
    itemsOf(one, 'repositories', 'repository'),
  )) {
    repositories.set(childText(repository, 'id') ?? '', childText(repository, 'url'))
  }
  const mirrors = itemsOf(root, 'mirrors', 'mirror')
  const addresses = new Set([...repositories].map(([id, url]) => addressOf(id, url, mirrors)))
  const [only] = addresses
  return addresses.size === 1 && only !== undefined ? { ...NOTHING, fallback: only } : NOTHING
}

function itemsOf(holder: XmlElement, list: string, item: string): readonly XmlElement[] {
  return childrenOf(childOf(holder, list), item).filter(({ isWhole }) => isWhole)
}

function activeProfiles(settings: XmlElement): readonly XmlElement[] {
  const named = new Set(itemsOf(settings, 'activeProfiles', 'activeProfile').map(({ text }) => text))
  return itemsOf(settings, 'profiles', 'profile').filter(
    (profile) =>
      named.has(childText(profile, 'id') ?? '') ||
      childText(childOf(profile, 'activation'), 'activeByDefault') === 'true',
  )
}

/** The first mirror that fits is used; without one, the repository itself. */
function addressOf(id: string, url: string | undefined, mirrors: readonly XmlElement[]): string | undefined {
  const isRemoteHttp = url?.startsWith('http:') === true
  const mirror = mirrors.find((one) => isMirrorOf(childText(one, 'mirrorOf') ?? '', id, isRemoteHttp))
  return plainAddress(mirror ? childText(mirror, 'url') : url)
}

/** https://maven.apache.org/guides/mini/guide-mirror-settings.html: a name decides before a pattern, `!` before both. */
function isMirrorOf(patterns: string, id: string, isRemoteHttp: boolean): boolean {
  const all = patterns.split(',').map((pattern) => pattern.trim())
  if (all.includes(`!${id}`)) return false
  return (
    all.includes(id) ||
    all.includes('*') ||
    all.includes('external:*') ||
    (isRemoteHttp && all.includes('external:http:*'))
  )
}
