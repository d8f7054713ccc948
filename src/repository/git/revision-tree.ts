/**
 * A commit's tree as a {@link SourceTree}. Names that no working tree can hold (`..`, `.git`, a slash)
 * make the whole tree unreadable; submodules are not entered; links are links.
 */
import { decodeUtf8, encodeHex } from '../../base/bytes.ts'
import { SallyportError } from '../../base/errors.ts'
import { tooLarge } from '../folder-tree.ts'
import { type SourceTree, sortByPath, type TreeFile, type TreeLink, withLinkedFiles } from '../source-tree.ts'
import { readCommit } from './commit.ts'
import type { ObjectStore } from './object-store.ts'

export interface RevisionTreeOptions {
  readonly maxFileBytes: number
  readonly maxEntries?: number
  /** Only what is below this folder, with paths relative to it; `''` for all. */
  readonly prefix: string
}

const MAX_LINK_BYTES = 4_096
const MAX_DEPTH = 256

/** A folder that the commit does not have gives an empty tree. @throws `GIT_UNREADABLE`, `LIMIT_EXCEEDED` */
export function openRevisionTree(
  store: ObjectStore,
  commit: string,
  options: RevisionTreeOptions,
): SourceTree {
  const files: TreeFile[] = []
  const links: TreeLink[] = []
  const most = options.maxEntries ?? 1_000_000
  let entries = 0
  const walk = (id: string, folder: string, depth: number): void => {
    if (depth > MAX_DEPTH) throw refuse(commit, `it is nested deeper than ${MAX_DEPTH} folders`)
    for (const entry of readTree(store, id)) {
      // One small tree, entered a billion times, is the bomb that this counts.
      if (++entries > most) throw refuse(commit, `it has more than ${most} entries`)
      const path = folder + entry.name
      if (entry.kind === 'folder') walk(entry.id, `${path}/`, depth + 1)
      else if (entry.kind === 'link') links.push({ path, target: readLink(store, entry.id) })
      else if (entry.kind === 'file') files.push(fileOf(store, path, entry, options.maxFileBytes))
    }
  }
  const top = findFolder(store, readCommit(store, commit).tree, options.prefix)
  if (top !== undefined) walk(top, '', 0)
  return withLinkedFiles({ files: sortByPath(files), links: sortByPath(links), problems: [] })
}

interface TreeEntry {
  readonly kind: 'file' | 'folder' | 'link' | 'submodule'
  readonly name: string
  readonly id: string
  readonly executable: boolean
}

function findFolder(store: ObjectStore, tree: string, prefix: string): string | undefined {
  let id: string | undefined = tree
  for (const step of prefix === '' ? [] : prefix.split('/')) {
    id = readTree(store, id).find((entry) => entry.kind === 'folder' && entry.name === step)?.id
    if (id === undefined) return undefined
  }
  return id
}

function readTree(store: ObjectStore, id: string): TreeEntry[] {
  const bytes = store.read(id, 'tree')
  const idBytes = store.hash === 'sha1' ? 20 : 32
  const entries: TreeEntry[] = []
  const seen = new Set<string>()
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at)
    const end = bytes.indexOf(0, space)
    if (space < 0 || end < 0 || end + idBytes >= bytes.length + 1) throw refuse(id, 'it is truncated')
    const mode = Buffer.from(bytes.subarray(at, space)).toString('latin1')
    const name = readName(id, bytes.subarray(space + 1, end))
    if (seen.has(name)) throw refuse(id, `it has ${JSON.stringify(name)} twice`)
    seen.add(name)
    at = end + 1 + idBytes
    entries.push({
      kind: kindOf(id, mode),
      name,
      id: encodeHex(bytes.subarray(end + 1, at)),
      executable: mode === '100755',
    })
  }
  return entries
}

function readName(tree: string, bytes: Uint8Array): string {
  let name: string
  try {
    name = decodeUtf8(bytes)
  } catch {
    // As the file system shows it to us: the same replacement characters on both sides.
    name = Buffer.from(bytes).toString('utf8')
  }
  if (name === '' || name === '.' || name === '..' || name.toLowerCase() === '.git' || name.includes('/')) {
    throw refuse(tree, `it names ${JSON.stringify(name)}, which no working tree can hold`)
  }
  return name
}

function kindOf(tree: string, mode: string): TreeEntry['kind'] {
  if (mode === '40000') return 'folder'
  if (mode === '120000') return 'link'
  if (mode === '160000') return 'submodule'
  if (/^100[0-7]{3}$/.test(mode)) return 'file'
  throw refuse(tree, `it has an entry of the unknown mode ${JSON.stringify(mode)}`)
}

function fileOf(store: ObjectStore, path: string, entry: TreeEntry, maxBytes: number): TreeFile {
  let size: number | undefined
  const sizeOf = (): number => {
    size ??= store.size(entry.id)
    return size
  }
  return {
    path,
    oid: entry.id,
    executable: entry.executable,
    get size() {
      return sizeOf()
    },
    async read() {
      if (sizeOf() > maxBytes) throw tooLarge(path, sizeOf(), maxBytes)
      return store.read(entry.id, 'blob')
    },
  }
}

function readLink(store: ObjectStore, id: string): string {
  if (store.size(id) > MAX_LINK_BYTES) throw refuse(id, 'it is a link with a very long target')
  return Buffer.from(store.read(id, 'blob')).toString('utf8')
}

function refuse(id: string, why: string): SallyportError {
  return new SallyportError('GIT_UNREADABLE', { message: `the tree of ${id} is refused: ${why}` })
}
