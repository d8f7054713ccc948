/**
 * A package of a Linux distribution as its advisories name it: mostly by the source package, of one release
 * (https://ossf.github.io/osv-schema/#affectedpackage-field). The qualifiers are those of
 * https://github.com/package-url/purl-spec and, for the source, of syft (`upstream`) and osv-scalibr (`source`).
 */
import type { Purl, PurlPackage } from './purl-package.ts'
import releases from './release-names.json' with { type: 'json' }

const RELEASE_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = releases

export function distributionPackage(ecosystem: string, purl: Purl): PurlPackage {
  const qualifier = (key: string) => {
    const value = purl.qualifiers[key]
    // Read as a form's field is, `+` became a space; none of these has one.
    return typeof value === 'string' ? value.replaceAll(' ', '+') : ''
  }
  const suffix = releaseSuffix(ecosystem, releaseOf(ecosystem, qualifier('distro')))
  const own = { name: purl.name, version: withEpoch(purl.version ?? '', qualifier('epoch')) }
  const source = sourceOf(ecosystem, qualifier('upstream') || qualifier('source'))
  return { ecosystem: suffix === undefined ? ecosystem : `${ecosystem}:${suffix}`, ...own, ...source }
}

/** `12.5` of `debian-12.5`; of a name, the number that it stands for. */
function releaseOf(ecosystem: string, distro: string): string | undefined {
  const [number] = /\d+(?:\.\d+)*/.exec(distro) ?? []
  const name = distro.slice(distro.lastIndexOf('-') + 1).toLowerCase()
  const names = RELEASE_NAMES[ecosystem] ?? {}
  return number ?? (Object.hasOwn(names, name) ? names[name] : undefined)
}

/** How OSV writes a release behind the colon; `undefined` where its names are others. */
function releaseSuffix(ecosystem: string, release: string | undefined): string | undefined {
  const [major = '', minor] = release?.split('.') ?? []
  if (release === undefined) return undefined
  if (ecosystem === 'Debian' || ecosystem === 'Rocky Linux' || ecosystem === 'AlmaLinux') return major
  if (ecosystem === 'Alpine') return minor === undefined ? undefined : `v${major}.${minor}`
  if (ecosystem === 'Ubuntu') return Number(major) % 2 === 0 && minor === '04' ? `${release}:LTS` : release
  return undefined
}

/** RPM's version has its epoch apart, Debian's has it inside. */
function withEpoch(version: string, epoch: string): string {
  return /^[1-9]\d*$/.test(epoch) && !version.includes(':') ? `${epoch}:${version}` : version
}

/**
 * `gcc-6@6.3.0-18` is a source package with the version that advisories speak of, where the binary's is another.
 * RPM's is a file, `gcc-8.5.0-4.el8.src.rpm`; of RPM's distributions, only Rocky Linux names source packages.
 */
function sourceOf(ecosystem: string, source: string): { name?: string; version?: string } {
  const [, rpm] = /^(.+)-[^-]+-[^-]+\.src\.rpm$/.exec(source) ?? []
  if (rpm !== undefined) return ecosystem === 'Rocky Linux' ? { name: rpm } : {}
  const [name = '', version = ''] = source.split('@')
  return name === '' ? {} : { name, ...(version === '' ? {} : { version }) }
}
