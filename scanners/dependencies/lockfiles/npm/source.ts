/** Where npm got a package from: registry, git, an URL or a path; by `resolved`, or by version 1's `version`. */
import type { PackageSource } from '../../lockfile.ts'
import { versionOfTarball } from '../npm-origin.ts'
import type { PlacedEntry } from './entry.ts'

export interface Origin {
  readonly source: PackageSource
  readonly version: string
  /** The registry's name of the package where the entry is an alias (version 1 only). */
  readonly name?: string
}

/** `spec` is what the first dependent asks for; it alone tells an URL dependency from a registry's tarball. */
export function originOf(entry: PlacedEntry, name: string, spec: string | undefined): Origin {
  return entry.legacy ? legacyOrigin(entry, name) : modernOrigin(entry, name, spec)
}

function modernOrigin(entry: PlacedEntry, name: string, spec: string | undefined): Origin {
  const resolved = entry.resolved ?? ''
  const version = entry.version || (versionOfTarball(resolved, name) ?? '')
  const git = gitSource(resolved)
  if (git) return { source: git, version }
  if (resolved.startsWith('file:')) return { source: { kind: 'path', path: resolved.slice(5) }, version }
  if (spec !== undefined && /^https?:/i.test(spec)) return { source: { kind: 'url', url: resolved }, version }
  return { source: { kind: 'registry', url: registryOf(resolved, name) }, version }
}

function legacyOrigin(entry: PlacedEntry, name: string): Origin {
  const version = entry.version ?? ''
  const git = gitSource(version)
  if (git) return { source: git, version: '' }
  if (version.startsWith('file:')) return { source: { kind: 'path', path: version.slice(5) }, version: '' }
  if (/^https?:/i.test(version)) return tarballOrigin(version, name)
  const resolved = entry.resolved ?? ''
  // npm 4 and older kept the version of what is from git.
  const resolvedGit = gitSource(resolved)
  if (resolvedGit) return { source: resolvedGit, version }
  const alias = /^npm:(.+)@([^@]*)$/.exec(version)
  const real = alias?.[1] ?? name
  const source: PackageSource = { kind: 'registry', url: registryOf(resolved, real) }
  if (alias) return { source, version: alias[2]!, name: real }
  return { source, version: version || (versionOfTarball(resolved, real) ?? '') }
}

/** npm 5.0 wrote the address of a registry's tarball where a version stands since. */
function tarballOrigin(url: string, name: string): Origin {
  const version = versionOfTarball(url, name)
  if (version === undefined) return { source: { kind: 'url', url }, version: '' }
  return { source: { kind: 'registry', url: registryOf(url, name) }, version }
}

const HOSTED = /^(?:github|gitlab|bitbucket|gist):/i

/** `git+ssh://…#commit`, `git://…`, `github:owner/name#commit`, an URL that ends in `.git`. */
function gitSource(text: string): PackageSource | undefined {
  const isGit =
    /^git(?:\+[a-z]+)?:/i.test(text) || HOSTED.test(text) || /^(?:https?|ssh):[^#]*\.git(?:#|$)/i.test(text)
  if (!isGit) return undefined
  const hash = text.indexOf('#')
  const url = hash === -1 ? text : text.slice(0, hash)
  return { kind: 'git', url, commit: hash === -1 ? null : text.slice(hash + 1) }
}

/** The registry's base, from a tarball's URL: what stands before `/<name>/-/`, or the URL's origin. */
function registryOf(resolved: string, name: string): string | null {
  if (resolved === '') return null
  const unescaped = resolved.replace(/%2f/gi, '/')
  const tarball = unescaped.indexOf(`/${name}/-/`)
  if (tarball !== -1) return unescaped.slice(0, tarball + 1)
  return /^[a-z]+:\/\/[^/]*\//i.exec(resolved)?.[0] ?? null
}
