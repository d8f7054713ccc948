/**
 * From a package URL (https://github.com/package-url/purl-spec) to OSV's ecosystem and name. A type that
 * OSV publishes nothing for has the ecosystem `''` and its bare name.
 */
import { PackageURL } from 'packageurl-js'
import types from '../../purl-types.json' with { type: 'json' }
import { distributionPackage } from './distribution-package.ts'

export interface PurlPackage {
  readonly ecosystem: string
  readonly name: string
  readonly version: string
}

/** Types of distributions stand for several ecosystems; the namespace says which. */
const DISTRIBUTIONS: ReadonlyMap<string, string> = new Map([
  ['deb/debian', 'Debian'],
  ['deb/ubuntu', 'Ubuntu'],
  ['apk/alpine', 'Alpine'],
  ['apk/wolfi', 'Wolfi'],
  ['apk/chainguard', 'Chainguard'],
  ['rpm/redhat', 'Red Hat'],
  ['rpm/rocky', 'Rocky Linux'],
  ['rpm/rocky-linux', 'Rocky Linux'],
  ['rpm/almalinux', 'AlmaLinux'],
  ['rpm/opensuse', 'openSUSE'],
  ['rpm/suse', 'SUSE'],
  ['rpm/sles', 'SUSE'],
])

const ECOSYSTEMS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(types)
    .filter(([, type]) => !['deb', 'apk', 'rpm'].includes(type))
    .map(([ecosystem, type]) => [type, ecosystem] as const),
  ['githubactions', 'GitHub Actions'],
])

/** `undefined` where the text is no package URL. */
export function packageOfPurl(text: string): PurlPackage | undefined {
  const purl = parse(text)
  if (!purl) return undefined
  const { type, namespace, name } = purl
  const version = purl.version ?? ''
  const distribution = DISTRIBUTIONS.get(`${type}/${namespace?.toLowerCase() ?? ''}`)
  if (distribution !== undefined) return distributionPackage(distribution, purl)
  const ecosystem = ECOSYSTEMS.get(type) ?? ''
  if (ecosystem === '') return { ecosystem, name, version }
  return {
    ecosystem,
    name: nameOf(type, namespace, name),
    version: type === 'golang' ? bare(version) : version,
  }
}

export interface Purl {
  readonly type: string
  readonly namespace: string | undefined
  readonly name: string
  readonly version: string | undefined
  readonly qualifiers: Readonly<Record<string, unknown>>
}

function parse(text: string): Purl | undefined {
  if (text.length > 4_000 || !text.startsWith('pkg:')) return undefined
  // A version that its type refuses is still the one that the document names.
  return parseStrictly(text) ?? parseWithVersionApart(text)
}

function parseStrictly(text: string): Purl | undefined {
  try {
    const { type, namespace, name, version, qualifiers } = PackageURL.fromString(text)
    if (!type || !name) return undefined
    return {
      type,
      name,
      namespace: namespace ?? undefined,
      version: version ?? undefined,
      qualifiers: { ...qualifiers },
    }
  } catch {
    return undefined
  }
}

function parseWithVersionApart(text: string): Purl | undefined {
  const found = /^([^?#]*[^/?#])@([^/@?#]+)/.exec(text)
  if (!found) return undefined
  const purl = parseStrictly(found[1]! + text.slice(found[0].length))
  return purl && { ...purl, version: decode(found[2]!) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function nameOf(type: string, namespace: string | undefined, name: string): string {
  if (!namespace || type === 'conan' || type === 'julia') return name
  return `${namespace}${type === 'maven' ? ':' : '/'}${name}`
}

function bare(version: string): string {
  return version.replace(/^v/, '')
}
