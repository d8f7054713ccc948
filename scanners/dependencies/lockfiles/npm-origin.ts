/** Where yarn, pnpm, bun and deno say that a package of npm comes from. Pure text; nothing is asked of a network. */
import type { PackageSource } from '../lockfile.ts'

/** `@scope/name@rest` in two; the whole text is the name where it has no `@` behind its first character. */
export function splitAtVersion(text: string): { readonly name: string; readonly rest: string } {
  const at = text.indexOf('@', 1)
  return at === -1 ? { name: text, rest: '' } : { name: text.slice(0, at), rest: text.slice(at + 1) }
}

const COMMIT = /^[0-9a-f]{7,64}$/i

/** The source that an address names; `undefined` where it may as well be a registry's tarball. */
export function sourceOfAddress(address: string): PackageSource | undefined {
  if (/^(?:file|link|portal|exec):/i.test(address)) {
    return { kind: 'path', path: address.slice(address.indexOf(':') + 1) }
  }
  return codeHostSource(address) ?? gitSource(address)
}

/** A registry that answers at this address, or a file that was asked for by its URL. */
export function sourceOfTarball(url: string, name: string, isAskedByUrl: boolean): PackageSource {
  const special = sourceOfAddress(url)
  if (special) return special
  // yarn 1 writes a checksum behind the address.
  if (isAskedByUrl) return { kind: 'url', url: url.replace(/#[0-9a-f]*$/, '') }
  return { kind: 'registry', url: registryOf(url, name) }
}

/** What a registry calls a package of this version, where the tarball lies as a registry has it. */
export function publishedName(url: string, version: string): string | undefined {
  const name = /\/((?:@[^/]+\/)?[^/]+)\/-\/[^/]+$/.exec(plainAddress(url))?.[1]
  return name !== undefined && versionOfTarball(url, name) === version ? name : undefined
}

/** `…/<name>/-/<last part of name>-<version>.tgz`, as registries call the tarballs of that very package. */
export function versionOfTarball(url: string, name: string): string | undefined {
  const plain = plainAddress(url)
  const start = `/${name}/-/${name.slice(name.lastIndexOf('/') + 1)}-`
  const at = plain.lastIndexOf(start)
  if (at === -1 || !plain.endsWith('.tgz')) return undefined
  const version = plain.slice(at + start.length, -'.tgz'.length)
  return /^\d[^/]*$/.test(version) ? version : undefined
}

function plainAddress(url: string): string {
  return url
    .replace(/%2f/gi, '/')
    .replace(/%40/g, '@')
    .replace(/[?#].*$/s, '')
}

/** What stands before `/<name>/-/`, or the URL's origin; `null` where the text is no URL. */
export function registryOf(url: string, name: string): string | null {
  const plain = url.replace(/%2f/gi, '/').replace(/%40/g, '@')
  const tarball = plain.indexOf(`/${name}/-/`)
  if (tarball !== -1) return plain.slice(0, tarball + 1)
  return /^[a-z]+:\/\/[^/]*\//i.exec(url)?.[0] ?? null
}

/** Tarballs that code hosts make of a commit. */
function codeHostSource(address: string): PackageSource | undefined {
  const github = /^https:\/\/codeload\.github\.com\/([^/]+\/[^/]+)\/(?:legacy\.)?tar\.gz\/([^/#?]+)/.exec(
    address,
  )
  if (github) return git(`https://github.com/${github[1]}`, github[2])
  const gitlab =
    /^(https:\/\/gitlab\.com\/.+?)\/(?:-\/archive\/([^/]+)\/|repository\/archive\.tar\.gz\?(?:.*&)?(?:ref|sha)=([^&#]+))/.exec(
      address,
    )
  if (gitlab) return git(gitlab[1]!, gitlab[2] ?? gitlab[3])
  const bitbucket = /^(https:\/\/bitbucket\.org\/[^/]+\/[^/]+)\/get\/([^/#]+)\.tar\.gz/.exec(address)
  return bitbucket ? git(bitbucket[1]!, bitbucket[2]) : undefined
}

function gitSource(address: string): PackageSource | undefined {
  const hash = address.indexOf('#')
  const url = hash === -1 ? address : address.slice(0, hash)
  const fragment = hash === -1 ? '' : address.slice(hash + 1)
  const isGit =
    /^(?:git(?:\+[a-z]+)?|ssh):/i.test(url) ||
    /^(?:github|gitlab|bitbucket|gist):/i.test(url) ||
    /^git@/i.test(url) ||
    /\.git$/i.test(url) ||
    (/^https?:/i.test(url) && COMMIT.test(fragment) && !/\.t(?:ar\.)?gz$/i.test(url))
  if (!isGit) return undefined
  return git(url, /(?:^|&)commit=([^&]+)/.exec(fragment)?.[1] ?? fragment)
}

function git(url: string, commit: string | undefined): PackageSource {
  return { kind: 'git', url, commit: commit !== undefined && COMMIT.test(commit) ? commit : null }
}
