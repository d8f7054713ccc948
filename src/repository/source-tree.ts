/**
 * The tree being judged, whatever it comes from (a folder, a revision): files sorted by path, links
 * as links. A link is resolved by its text within the tree, never by the operating system, so that
 * nothing outside can be read through it.
 */

export interface TreeFile {
  /** Relative to the tree, with `/`. */
  readonly path: string
  readonly size: number
  readonly executable: boolean
  /** The git object id, where the tree comes from git. */
  readonly oid?: string
  /** @throws `LIMIT_EXCEEDED` over the limit given when the tree was opened, `FILE_UNREADABLE`, `GIT_UNREADABLE` */
  read(): Promise<Uint8Array>
  /**
   * Where it need not be held whole: its bytes in order, once through, while whoever reads them does not wait. A piece
   * is gone with the next one; reading throws as {@link read} does.
   */
  readPieces?(): Promise<Iterable<Uint8Array>>
}

export interface TreeLink {
  readonly path: string
  readonly target: string
}

/** A folder or file that could not be looked at: whoever judges the tree cannot call it whole. */
export interface TreeProblem {
  readonly path: string
  readonly message: string
}

export interface SourceTree {
  /** Sorted by path. */
  readonly files: readonly TreeFile[]
  readonly links: readonly TreeLink[]
  readonly problems: readonly TreeProblem[]
}

/** By UTF-16 units: the same on every machine and locale. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function sortByPath<T extends { readonly path: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => comparePaths(a.path, b.path))
}

/**
 * Adds a file under a link's own name where the link leads to a file of the tree that has another
 * name: tools know files by name, so `package-lock.json -> deps.json` must be judged as a lockfile.
 */
export function withLinkedFiles(tree: SourceTree): SourceTree {
  if (tree.links.length === 0) return tree
  const files = new Map(tree.files.map((file) => [file.path, file]))
  const links = new Map(tree.links.map((link) => [link.path, link.target]))
  const added: TreeFile[] = []
  for (const { path } of tree.links) {
    const target = files.get(resolveLink(path, links) ?? '')
    if (target && (baseName(target.path) !== baseName(path) || path.startsWith('.github/'))) {
      added.push({ ...target, path, read: () => target.read() })
    }
  }
  return { ...tree, files: sortByPath([...tree.files, ...added]) }
}

const MAX_HOPS = 16

/** The path that a link leads to, other links on the way followed; `undefined` when it leaves the tree or turns in circles. */
export function resolveLink(path: string, links: ReadonlyMap<string, string>): string | undefined {
  let pending = path.split('/')
  let done: string[] = []
  let hops = 0
  while (pending.length > 0) {
    const [step, ...rest] = pending
    pending = rest
    if (step === '' || step === '.') continue
    if (step === '..') {
      if (done.pop() === undefined) return undefined
      continue
    }
    const here = [...done, step!]
    const target = links.get(here.join('/'))
    if (target === undefined) {
      done = here
      continue
    }
    if (++hops > MAX_HOPS || target.startsWith('/') || /^[A-Za-z]:|\\/.test(target)) return undefined
    pending = [...target.split('/'), ...rest]
  }
  return done.join('/')
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
