/**
 * Node's search for a module, on the lockfile's places instead of a disk
 * (https://nodejs.org/api/modules.html#loading-from-node_modules-folders).
 */

/** Modules by name, then by the folder whose `node_modules` holds them. */
export class Places {
  readonly #byName = new Map<string, Found>()

  add(location: string, index: number): void {
    const { folder, name } = splitPlace(location)
    const found: Found = this.#byName.get(name) ?? { top: undefined, nested: undefined }
    this.#byName.set(name, found)
    if (folder === '') found.top = index
    else {
      found.nested ??= new Map()
      found.nested.set(folder, index)
    }
  }

  /** What `require(name)` finds from a package at this place; `undefined` where none is installed. */
  find(from: string, name: string): number | undefined {
    const found = this.#byName.get(name)
    if (!found?.nested) return found?.top
    for (let folder = from; folder !== ''; folder = folderAbove(folder)) {
      const index = found.nested.get(folder)
      if (index !== undefined) return index
    }
    return found.top
  }
}

interface Found {
  top: number | undefined
  nested: Map<string, number> | undefined
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
