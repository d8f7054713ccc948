/** Package URLs (https://github.com/package-url/purl-spec) of what a lockfile names, and back to compare them. */
import { PackageURL } from 'packageurl-js'
import { normalName } from './advisories/names.ts'
import type { LockedPackage } from './lockfile.ts'
import table from './purl-types.json' with { type: 'json' }
import { ecosystemBase } from './versions/ecosystems.ts'

const TYPES: ReadonlyMap<string, string> = new Map(Object.entries(table))

/** Never throws: what its type refuses is `generic`. */
export function purlOf(one: Pick<LockedPackage, 'ecosystem' | 'name' | 'version' | 'source'>): string {
  const type = TYPES.get(ecosystemBase(one.ecosystem)) ?? 'generic'
  // Half of a surrogate pair has no percent-encoding.
  const full = one.name.toWellFormed()
  const version = one.version.toWellFormed()
  const { namespace, name } = splitName(type, full)
  const qualifiers = qualifiersOf(one)
  try {
    return emit(type, namespace, name, version, qualifiers)
  } catch {
    // The type has rules that this name does not keep (a Swift package without a namespace).
    return emit('generic', undefined, full.trim() || 'unnamed', version, qualifiers)
  }
}

/** What two purls of one package have in common, whatever their qualifiers; `undefined` for no purl. */
export function parsePurl(text: string): { readonly key: string; readonly version: string } | undefined {
  if (text.length > 2_000 || !text.startsWith('pkg:')) return undefined
  try {
    const { type, namespace, name, version } = PackageURL.fromString(text)
    return { key: `${type}\n${namespace ?? ''}\n${name}`, version: version ?? '' }
  } catch {
    return undefined
  }
}

function emit(
  type: string,
  namespace: string | undefined,
  name: string,
  version: string,
  qualifiers: Record<string, string> | undefined,
): string {
  return new PackageURL(type, namespace, name, version || undefined, qualifiers, undefined).toString()
}

/** The namespace is what stands before the last `/`; Maven writes `group:artifact`. */
function splitName(type: string, full: string): { namespace: string | undefined; name: string } {
  const normal = type === 'pypi' ? normalName('PyPI', full) : full
  const at = type === 'maven' ? normal.indexOf(':') : normal.lastIndexOf('/')
  if (at <= 0 || at === normal.length - 1) return { namespace: undefined, name: normal }
  return { namespace: normal.slice(0, at), name: normal.slice(at + 1) }
}

function qualifiersOf({ source }: Pick<LockedPackage, 'source'>): Record<string, string> | undefined {
  if (source.kind === 'git') {
    const url = source.url.startsWith('git') ? source.url : `git+${source.url}`
    return { vcs_url: (source.commit === null ? url : `${url}@${source.commit}`).toWellFormed() }
  }
  return source.kind === 'url' && source.url !== '' ? { download_url: source.url.toWellFormed() } : undefined
}
