/**
 * Node's search for a module, on the lockfile's places instead of a disk
 * (https://nodejs.org/api/modules.html#loading-from-node_modules-folders).
 */
import type { PackedTexts } from '../../packed/texts.ts'

/** Modules by the number of their name, then by the folder whose `node_modules` holds them. */
export class Places {
  readonly #texts: PackedTexts
  /** Positions plus 1 of those of the tree's own `node_modules`: almost all. */
  #top = new Uint32Array(0)
  readonly #nested = new Map<number, Map<string, number>>()

  /** @param texts has the names */
  constructor(texts: PackedTexts) {
    this.#texts = texts
  }

  add(location: string, index: number): void {
    const { folder, name } = splitPlace(location)
    const number = this.#texts.add(name)
    if (folder !== '') {
      const nested = this.#nested.get(number) ?? new Map<string, number>()
      this.#nested.set(number, nested.set(folder, index))
      return
    }
    if (number >= this.#top.length) {
      const grown = new Uint32Array(Math.max(number + 1, this.#top.length * 2))
      grown.set(this.#top)
      this.#top = grown
    }
    this.#top[number] = index + 1
  }

  /** What `require(name)` finds from a package at this place; `undefined` where none is installed. */
  find(from: string, name: number): number | undefined {
    const nested = this.#nested.get(name)
    if (nested) {
      for (let folder = from; folder !== ''; folder = folderAbove(folder)) {
        const index = nested.get(folder)
        if (index !== undefined) return index
      }
    }
    const top = this.#top[name] ?? 0
    return top === 0 ? undefined : top - 1
  }
}

/** The next folder that may have a `node_modules`; a `node_modules` folder itself has none. */
function folderAbove(folder: string): string {
  const above = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))
  if (above === 'node_modules') return ''
  return above.endsWith('/node_modules') ? above.slice(0, -'/node_modules'.length) : above
}

function splitPlace(location: string): { folder: string; name: string } {
  const marker = location.lastIndexOf('node_modules/')
  const name = location.slice(marker + 'node_modules/'.length)
  return { folder: marker <= 0 ? '' : location.slice(0, marker - 1), name }
}

/** `@scope/name` or `name` from a place: the part behind the last `node_modules/`, or the folder's own name. */
export function nameOfPlace(location: string): string {
  if (isInstalled(location)) return splitPlace(location).name
  const parts = location.split('/')
  const last = parts.at(-1)!
  const scope = parts.at(-2)
  return scope?.startsWith('@') ? `${scope}/${last}` : last
}

export function isInstalled(location: string): boolean {
  return location.startsWith('node_modules/') || location.includes('/node_modules/')
}
