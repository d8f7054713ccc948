/** Where package managers keep what installed packages say of themselves, and how their licence is read there. */
import type { LockedPackage } from '../lockfile.ts'
import { memberOf, textOf } from '../lockfiles/document/node.ts'
import { readToml } from '../lockfiles/document/toml.ts'
import { metadataFields, metadataLicence } from '../lockfiles/python/core-metadata.ts'
import { readGemSpecification } from '../lockfiles/ruby/gem-specification.ts'

export interface InstalledPlace {
  readonly ecosystem: string
  /** Of the package that a file describes; `undefined` where the file is none of this place. */
  nameIn(path: string): string | undefined
  /** Cheap: whether the path may be that of this version. */
  mayHold(path: string, one: Pick<LockedPackage, 'name' | 'version'>): boolean
  /** `undefined` where the text is of another version, or states no licence. */
  licenceOf(text: string, version: string): string | undefined
}

const NODE_MODULE = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/@.][^/]*)\/package\.json$/
const DIST_INFO = /(?:^|\/)([^/]+?)-(\d[^/-]*)(?:\.dist-info\/METADATA|(?:-py[\d.]+)?\.egg-info\/PKG-INFO)$/
const SPECIFICATION = /(?:^|\/)specifications\/(?:default\/)?([^/]+?)-(\d[^/-]*)(?:-[^/]*)?\.gemspec$/
const VENDORED_CRATE = /(?:^|\/)vendor\/([^/]+?)(?:-\d+\.\d+\.[^/]*)?\/Cargo\.toml$/
const NUSPEC = /(?:^|\/)([^/]+)\.nuspec$/i

export const INSTALLED_PLACES: readonly InstalledPlace[] = [
  { ecosystem: 'npm', nameIn: firstGroup(NODE_MODULE), mayHold: () => true, licenceOf: licenceOfNodeModule },
  {
    ecosystem: 'PyPI',
    nameIn: firstGroup(DIST_INFO),
    mayHold: (path, { version }) => DIST_INFO.exec(path)?.[2] === version,
    licenceOf: licenceOfPython,
  },
  {
    ecosystem: 'RubyGems',
    nameIn: firstGroup(SPECIFICATION),
    mayHold: (path, { version }) => version.startsWith(SPECIFICATION.exec(path)?.[2] ?? '\0'),
    licenceOf: (text) => joined(readGemSpecification(text)?.licences),
  },
  {
    ecosystem: 'crates.io',
    nameIn: firstGroup(VENDORED_CRATE),
    mayHold: () => true,
    licenceOf: licenceOfCrate,
  },
  { ecosystem: 'NuGet', nameIn: firstGroup(NUSPEC), mayHold: () => true, licenceOf: licenceOfNuspec },
]

function firstGroup(pattern: RegExp): (path: string) => string | undefined {
  return (path) => pattern.exec(path)?.[1]
}

/** RubyGems lists licences of which one may be chosen. */
function joined(licences: readonly string[] = []): string | undefined {
  return licences.length === 0 ? undefined : licences.join(' OR ')
}

function licenceOfNodeModule(text: string, version: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(text)
    if (typeof manifest !== 'object' || manifest === null) return undefined
    const { license, licenses, version: installed } = manifest as Record<string, unknown>
    if (installed !== version) return undefined
    // Before SPDX it was an object with a type, or a list of them to choose from.
    const stated = Array.isArray(licenses) && license === undefined ? licenses : [license]
    return joined(stated.map(typeOf).filter((one) => one !== undefined))
  } catch {
    // It states nothing that can be read.
    return undefined
  }
}

function typeOf(stated: unknown): string | undefined {
  const text = typeof stated === 'object' && stated !== null && 'type' in stated ? stated.type : stated
  return typeof text === 'string' && text !== '' ? text : undefined
}

function licenceOfPython(text: string, version: string): string | undefined {
  const fields = metadataFields(text)
  const installed = fields.find(({ key }) => key === 'version')?.value
  return installed === version ? metadataLicence(fields) : undefined
}

function licenceOfCrate(text: string, version: string): string | undefined {
  const crate = memberOf(readToml(text).root, 'package')
  // `MIT/Apache-2.0` is how the choice was written before SPDX.
  return textOf(crate, 'version') === version ? textOf(crate, 'license')?.replaceAll('/', ' OR ') : undefined
}

function licenceOfNuspec(text: string, version: string): string | undefined {
  const installed = /<version>\s*([^<\s]+)\s*<\/version>/.exec(text)?.[1]
  const licence = /<license\s+type="expression"\s*>\s*([^<]{1,1000}?)\s*<\/license>/.exec(text)?.[1]
  return installed === version ? licence : undefined
}
