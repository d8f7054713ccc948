/**
 * What Deno imports a package by (https://docs.deno.com/runtime/fundamentals/modules): `npm:`, `jsr:`, or an URL of a
 * host that serves packages by name and version. Without a version there is nothing to tell.
 */
import minVersion from 'semver/ranges/min-version.js'
import { DEFAULT_REGISTRY, type LockedPackage } from '../../lockfile.ts'
import hosts from './deno-hosts.json' with { type: 'json' }

export type ImportedPackage = Pick<LockedPackage, 'ecosystem' | 'name' | 'version' | 'source'>

const SPECIFIER = /^(npm|jsr):\/?(@?[^@]+)@([^/]+)/
const NAME_AND_VERSION = /^((?:@[^/@]+\/)?[^/@]+)@([^/?#]+)/

export function packageOfSpecifier(specifier: string): ImportedPackage | undefined {
  const [, registry, name, range] = SPECIFIER.exec(specifier) ?? []
  if (name === undefined || range === undefined) return packageOfAddress(specifier)
  const source = DEFAULT_REGISTRY
  if (registry === 'npm') return { ecosystem: 'npm', name, version: lowestOf(range), source }
  // JSR has no ecosystem of OSV's.
  return { ecosystem: '', name: name.replace(/^@/, ''), version: range, source }
}

const HOSTS: ReadonlyMap<string, { readonly prefix: string | null; readonly ecosystem: string | null }> =
  new Map(Object.entries(hosts))

function packageOfAddress(address: string): ImportedPackage | undefined {
  const url = /^https?:/.test(address) ? URL.parse(address) : null
  const host = url && HOSTS.get(url.host)
  if (!url || !host) return undefined
  const path = decode(url.pathname).slice(1)
  const prefix = host.prefix === null ? '' : `${host.prefix}/`
  const [, name, version] = path.startsWith(prefix)
    ? (NAME_AND_VERSION.exec(path.slice(prefix.length)) ?? [])
    : []
  if (name === undefined || version === undefined) return undefined
  if (host.ecosystem !== null) {
    return { ecosystem: host.ecosystem, name, version: lowestOf(version), source: DEFAULT_REGISTRY }
  }
  // No package of npm's, though a list has it among those; what comes from its address no advisory is matched with.
  return {
    ecosystem: 'npm',
    name,
    version: version.replace(/^v(?=\d)/, ''),
    source: { kind: 'url', url: address },
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** What a range would resolve to is not known: its lowest version stands for it. */
function lowestOf(range: string): string {
  try {
    return range.length > 200 ? range : (minVersion(range)?.version ?? range)
  } catch {
    // A tag, such as `latest`.
    return range
  }
}
