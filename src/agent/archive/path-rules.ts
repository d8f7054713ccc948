/**
 * Which names an archive may use. A name is folded (Unicode NFC, lower case) to find two entries that
 * are one file to some file system; links are followed in a model of the tree, so that no chain of
 * them leads out of the release.
 */
import { archiveRefused } from './refusal.ts'

const MAX_NAME_BYTES = 255
const MAX_PATH_BYTES = 1024
const MAX_DEPTH = 64
const MAX_LINK_STEPS = 256

type Node = { readonly kind: 'file' | 'folder'; readonly path: string } | LinkNode
interface LinkNode {
  readonly kind: 'symlink'
  readonly path: string
  readonly target: readonly string[]
}

/** `./a//b/` is `['a', 'b']`; the root itself is `[]`. @throws `ARCHIVE_REFUSED` */
export function splitEntryPath(name: string): string[] {
  if (name === '') throw archiveRefused('an entry has no name')
  if (name.startsWith('/')) throw archiveRefused('a path is absolute', name)
  const parts = splitTarget(name, name)
  if (parts.includes('..')) throw archiveRefused('a path leads upwards', name)
  return parts
}

/** @throws `ARCHIVE_REFUSED` */
function splitTarget(text: string, entry: string): string[] {
  if (Buffer.byteLength(text) > MAX_PATH_BYTES) throw archiveRefused('a path is too long', entry)
  if (/[\u0000-\u001f\u007f\\]/.test(text)) {
    throw archiveRefused('a path has a control character or a backslash', entry)
  }
  const parts = text.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.length > MAX_DEPTH) throw archiveRefused(`a path is deeper than ${MAX_DEPTH}`, entry)
  for (const part of parts) {
    if (Buffer.byteLength(part) > MAX_NAME_BYTES) throw archiveRefused('a name is too long', entry)
  }
  return parts
}

/** The model of what is being unpacked. */
export class EntryTree {
  /** By folded path. */
  readonly #nodes = new Map<string, Node>()

  /** @throws `ARCHIVE_REFUSED` for a second entry of the name, or one below something that is no folder */
  add(kind: 'file' | 'folder', parts: readonly string[]): void {
    this.#addNode(parts, { kind, path: parts.join('/') })
  }

  /** @throws `ARCHIVE_REFUSED`; whether it leads out is checked by {@link checkLinks} */
  addSymlink(parts: readonly string[], target: string): void {
    const path = parts.join('/')
    if (target === '') throw archiveRefused('a link has no target', path)
    if (target.startsWith('/')) throw archiveRefused('a link leads out of the release', path)
    this.#addNode(parts, { kind: 'symlink', path, target: splitTarget(target, path) })
  }

  /** The path of a file that stands before in the archive. @throws `ARCHIVE_REFUSED` */
  findFile(parts: readonly string[], entry: string): string {
    const path = parts.join('/')
    const node = this.#nodes.get(fold(path))
    if (node?.kind !== 'file' || node.path !== path) {
      throw archiveRefused('a hard link leads to no file before it', entry)
    }
    return path
  }

  /** Follows every symbolic link through the whole tree. @throws `ARCHIVE_REFUSED` */
  checkLinks(): void {
    for (const node of this.#nodes.values()) if (node.kind === 'symlink') this.#follow(node)
  }

  #addNode(parts: readonly string[], node: Node): void {
    for (let depth = 1; depth < parts.length; depth++) this.#addParent(parts.slice(0, depth), node.path)
    const key = fold(node.path)
    const there = this.#nodes.get(key)
    if (there === undefined) this.#nodes.set(key, node)
    else if (there.path !== node.path) {
      throw archiveRefused(`two names differ in case or normalisation only: "${there.path}" and`, node.path)
    } else if (there.kind !== 'folder' || node.kind !== 'folder') {
      throw archiveRefused('two entries have one name', node.path)
    }
  }

  #addParent(parts: readonly string[], entry: string): void {
    const path = parts.join('/')
    const there = this.#nodes.get(fold(path))
    if (there === undefined) this.#nodes.set(fold(path), { kind: 'folder', path })
    else if (there.path !== path) {
      throw archiveRefused(`two names differ in case or normalisation only: "${there.path}" and`, entry)
    } else if (there.kind !== 'folder')
      throw archiveRefused('an entry stands below something that is no folder', entry)
  }

  #follow(link: LinkNode): void {
    const at = link.path.split('/').slice(0, -1)
    const todo = [...link.target]
    for (let steps = 0; todo.length > 0; steps++) {
      if (steps > MAX_LINK_STEPS) throw archiveRefused('links form a circle', link.path)
      const part = todo.shift()!
      if (part !== '..') at.push(part)
      else if (at.pop() === undefined) throw archiveRefused('a link leads out of the release', link.path)
      const node = this.#nodes.get(fold(at.join('/')))
      if (part !== '..' && node?.kind === 'symlink') {
        at.pop()
        todo.unshift(...node.target)
      }
    }
  }
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
