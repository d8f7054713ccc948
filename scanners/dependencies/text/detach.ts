/**
 * Texts that outlive the file they were cut from. A part of a string keeps the whole of it in memory, and a scan
 * holds what it found in all lockfiles at once: so names, versions and the like are copied out, equal ones once.
 */
import type { Edge, LockedPackage, LockfileContent, PackageSource } from '../lockfile.ts'

/** Shorter parts are copies already. */
const SHORTEST_PART = 13

/** The content itself, whose texts hold on to nothing but themselves from here on. */
export function detachTexts(content: LockfileContent): LockfileContent {
  const shared = new SharedTexts()
  for (const one of content.packages as readonly Writable<LockedPackage>[]) {
    one.name = copyOf(one.name)
    one.version = shared.text(one.version)
    one.source = shared.source(one.source)
    if (one.licence !== undefined) one.licence = shared.text(one.licence)
  }
  for (const edge of content.edges as readonly Writable<Edge>[]) {
    if (edge[2] !== undefined) edge[2] = shared.text(edge[2])
  }
  return content
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

/** Copies of texts and sources, equal ones once. */
export class SharedTexts {
  readonly #texts = new Map<string, string>()
  readonly #registries = new Map<string, PackageSource>()

  text(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    const copy = copyOf(text)
    this.#texts.set(copy, copy)
    return copy
  }

  source(source: PackageSource): PackageSource {
    switch (source.kind) {
      case 'registry':
        return source.url === null ? source : this.#registry(source.url)
      case 'git': {
        const commit = source.commit === null ? null : copyOf(source.commit)
        return { kind: 'git', url: this.text(source.url), commit }
      }
      case 'url':
        return { kind: 'url', url: copyOf(source.url) }
      default:
        return { kind: source.kind, path: copyOf(source.path) }
    }
  }

  #registry(url: string): PackageSource {
    const known = this.#registries.get(url)
    if (known) return known
    const source = { kind: 'registry', url: this.text(url) } as const
    this.#registries.set(source.url, source)
    return source
  }
}

/** The same text, that holds on to nothing but itself. */
export function copyOf(text: string): string {
  if (text.length < SHORTEST_PART) return text
  const copy = Buffer.from(text, 'latin1').toString('latin1')
  return copy === text ? copy : Buffer.from(text, 'utf16le').toString('utf16le')
}
