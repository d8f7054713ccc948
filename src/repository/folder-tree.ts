/**
 * A folder as a tree. `.git` is never entered, devices and pipes are never opened, links are recorded
 * and not followed. `.gitignore` is honoured for what the head commit does not hold: a change cannot
 * hide a committed file by ignoring it.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  type Stats,
} from 'node:fs'
import { join } from 'node:path'
import { hasSystemCode, messageOf, SallyportError } from '../base/errors.ts'
import type { GlobMeter } from './glob.ts'
import { type IgnoreScope, isIgnored, parseIgnoreFile } from './ignore-file.ts'
import {
  type SourceTree,
  sortByPath,
  type TreeFile,
  type TreeLink,
  type TreeProblem,
  withLinkedFiles,
} from './source-tree.ts'
import { letOthersRun } from './turns.ts'

export interface FolderTreeOptions {
  /** Bytes; reading a larger file is refused. */
  readonly maxFileBytes: number
  readonly maxEntries?: number
  /** What comparing with `.gitignore` may cost, in steps of a glob. */
  readonly maxIgnoreSteps?: number
  /** Paths (relative to the folder) that count as committed, whatever `.gitignore` says. */
  readonly tracked?: ReadonlySet<string>
  /** The folder's place in its repository (`''` or `a/b`), and the repository's root: for the `.gitignore` files above. */
  readonly within?: { readonly root: string; readonly prefix: string }
}

const MAX_IGNORE_BYTES = 1024 * 1024
const MAX_DEPTH = 256
/** About ten seconds; a hundred thousand files under two hundred patterns take a tenth. */
const MAX_IGNORE_STEPS = 1_000_000_000

/** @throws `FILE_UNREADABLE` where the folder itself cannot be read; below it problems are listed. */
export function openFolderTree(folder: string, options: FolderTreeOptions): SourceTree {
  return new Walk(folder, options).run()
}

// Synchronous on purpose: nothing else runs yet, and it is several times faster than awaiting each entry.
class Walk {
  readonly #folder: string
  readonly #options: FolderTreeOptions
  readonly #trackedFolders: ReadonlySet<string>
  readonly #files: TreeFile[] = []
  readonly #links: TreeLink[] = []
  readonly #problems: TreeProblem[] = []
  readonly #ignoring: GlobMeter = { steps: 0 }
  #entries = 0

  constructor(folder: string, options: FolderTreeOptions) {
    this.#folder = folder
    this.#options = options
    this.#trackedFolders = foldersOf(options.tracked ?? new Set())
  }

  run(): SourceTree {
    try {
      readdirSync(this.#folder)
    } catch (cause) {
      throw new SallyportError('FILE_UNREADABLE', {
        message: hasSystemCode(cause, 'ENOENT') ? 'the folder is not there' : messageOf(cause),
        place: { file: this.#folder },
        cause,
      })
    }
    this.#walk('', this.#scopeAbove(), 0)
    return withLinkedFiles({
      files: sortByPath(this.#files),
      links: sortByPath(this.#links),
      problems: sortByPath(this.#problems),
    })
  }

  /** Patterns of the folders between the repository's root and this one, relative to the root. */
  #scopeAbove(): IgnoreScope | null {
    const { within } = this.#options
    if (!within || within.prefix === '') return null
    let scope: IgnoreScope | null = null
    let above = ''
    for (const step of within.prefix.split('/')) {
      scope = this.#scope(join(within.root, above), above, scope)
      above += `${step}/`
    }
    return scope
  }

  #walk(relative: string, parent: IgnoreScope | null, depth: number): void {
    const scope = this.#scope(join(this.#folder, relative), this.#inRepository(relative), parent)
    for (const name of this.#names(relative, depth)) {
      if (name === '.git') continue
      if (this.#isFull()) return
      this.#entry(relative + name, scope, depth)
    }
  }

  #names(folder: string, depth: number): readonly string[] {
    if (depth > MAX_DEPTH) {
      this.#problem(folder, `nested deeper than ${MAX_DEPTH} folders`)
      return []
    }
    try {
      return readdirSync(join(this.#folder, folder))
    } catch (error) {
      this.#problem(folder, systemReason(error))
      return []
    }
  }

  #entry(path: string, scope: IgnoreScope | null, depth: number): void {
    const stats = this.#stats(path)
    if (!stats) return
    const isFolder = stats.isDirectory()
    if (this.#isIgnored(scope, path, isFolder)) this.#ignored(path, stats, depth)
    else if (isFolder) this.#walk(`${path}/`, scope, depth + 1)
    else this.#leaf(path, stats)
  }

  /** Patterns that cost more than all of a large tree should are not asked further: more is judged, not less. */
  #isIgnored(scope: IgnoreScope | null, path: string, isFolder: boolean): boolean {
    const most = this.#options.maxIgnoreSteps ?? MAX_IGNORE_STEPS
    if (this.#ignoring.steps > most) return false
    const ignored = isIgnored(scope, this.#inRepository(path), isFolder, this.#ignoring)
    if (this.#ignoring.steps > most) {
      this.#problem(
        '.gitignore',
        'the patterns take too much work, so that the rest of the tree is judged whole',
      )
    }
    return ignored
  }

  #stats(path: string): Stats | undefined {
    try {
      return lstatSync(join(this.#folder, path))
    } catch (error) {
      this.#problem(path, systemReason(error))
      return undefined
    }
  }

  /** What the head commit holds is judged although a pattern names it, and nothing else beside it. */
  #ignored(path: string, stats: Stats, depth: number): void {
    if (!stats.isDirectory()) {
      if (this.#options.tracked?.has(path)) this.#leaf(path, stats)
    } else if (this.#trackedFolders.has(path)) {
      this.#walk(`${path}/`, EVERYTHING_IGNORED, depth + 1)
    }
  }

  #leaf(path: string, stats: Stats): void {
    if (stats.isSymbolicLink()) {
      this.#links.push({ path, target: readlinkSync(join(this.#folder, path)) })
    } else if (stats.isFile()) {
      const absolute = join(this.#folder, path)
      const executable = (stats.mode & 0o111) !== 0
      const { maxFileBytes } = this.#options
      this.#files.push({
        path,
        size: stats.size,
        executable,
        read: () => readRegularFile(absolute, path, maxFileBytes),
        async readPieces() {
          await letOthersRun()
          return piecesOf(absolute, path, maxFileBytes)
        },
      })
    }
  }

  #scope(absolute: string, folder: string, parent: IgnoreScope | null): IgnoreScope | null {
    const path = join(absolute, '.gitignore')
    try {
      const stats = lstatSync(path)
      // As git does: a link is not followed.
      if (!stats.isFile() || stats.size > MAX_IGNORE_BYTES) return parent
      return { folder, patterns: parseIgnoreFile(readFileSync(path, 'utf8')), parent }
    } catch {
      // Absent or unreadable: nothing is ignored, so that more is judged, not less.
      return parent
    }
  }

  #inRepository(path: string): string {
    const prefix = this.#options.within?.prefix ?? ''
    return prefix === '' ? path : `${prefix}/${path}`
  }

  /** Counts an entry. A tree of more than the most is not walked on, and is not whole. */
  #isFull(): boolean {
    const most = this.#options.maxEntries ?? 1_000_000
    if (++this.#entries === most + 1) this.#problem('', `the tree has more than ${most} entries`)
    return this.#entries > most
  }

  #problem(path: string, message: string): void {
    this.#problems.push({ path: path.replace(/\/$/, '') || '.', message })
  }
}

const EVERYTHING_IGNORED: IgnoreScope = { folder: '', patterns: parseIgnoreFile('*'), parent: null }

async function readRegularFile(absolute: string, path: string, maxBytes: number): Promise<Uint8Array> {
  await letOthersRun()
  const file = openRegularFile(absolute, path, maxBytes)
  try {
    const bytes = readFileSync(file)
    if (bytes.length > maxBytes) throw tooLarge(path, bytes.length, maxBytes)
    return bytes
  } finally {
    closeSync(file)
  }
}

function* piecesOf(absolute: string, path: string, maxBytes: number): Generator<Uint8Array> {
  const file = openRegularFile(absolute, path, maxBytes)
  try {
    const piece = Buffer.allocUnsafeSlow(PIECE_BYTES)
    let total = 0
    for (let read = readPiece(file, piece, path); read > 0; read = readPiece(file, piece, path)) {
      total += read
      if (total > maxBytes) throw tooLarge(path, total, maxBytes)
      yield piece.subarray(0, read)
    }
  } finally {
    closeSync(file)
  }
}

const PIECE_BYTES = 64 * 1024

function readPiece(file: number, piece: Buffer, path: string): number {
  try {
    return readSync(file, piece)
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

/** Not following a link and not blocking on a pipe that took the file's place since the walk. */
function openRegularFile(absolute: string, path: string, maxBytes: number): number {
  const file = tryOpen(absolute, path)
  try {
    const stats = fstatSync(file)
    if (!stats.isFile()) {
      throw new SallyportError('FILE_UNREADABLE', { message: 'not a regular file', place: { file: path } })
    }
    if (stats.size > maxBytes) throw tooLarge(path, stats.size, maxBytes)
    return file
  } catch (error) {
    closeSync(file)
    throw error
  }
}

function tryOpen(absolute: string, path: string): number {
  try {
    return openSync(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

function unreadable(path: string, cause: unknown): SallyportError {
  return new SallyportError('FILE_UNREADABLE', {
    message: systemReason(cause),
    place: { file: path },
    cause,
  })
}

/**
 * One file of a folder without walking it; `undefined` where there is none.
 *
 * @throws `FILE_UNREADABLE`, also where it is reached through a link, which could lead out of the
 * folder; `LIMIT_EXCEEDED`
 */
export async function readFolderFile(
  folder: string,
  path: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  let absolute = folder
  const steps = path.split('/')
  for (const [index, step] of steps.entries()) {
    absolute = join(absolute, step)
    const stats = statOf(absolute, path)
    if (stats?.isSymbolicLink()) throw linkOnTheWay(path)
    if (stats === undefined || (index < steps.length - 1 && !stats.isDirectory())) return undefined
  }
  return readRegularFile(absolute, path, maxBytes)
}

/** @throws `FILE_UNREADABLE` */
function statOf(absolute: string, path: string): Stats | undefined {
  try {
    return lstatSync(absolute, { throwIfNoEntry: false })
  } catch (cause) {
    throw new SallyportError('FILE_UNREADABLE', {
      message: systemReason(cause),
      place: { file: path },
      cause,
    })
  }
}

export function linkOnTheWay(path: string): SallyportError {
  return new SallyportError('FILE_UNREADABLE', {
    message: 'it is reached through a link, which is not followed',
    place: { file: path },
    help: `make ${path} a regular file`,
  })
}

export function tooLarge(path: string, size: number, maxBytes: number): SallyportError {
  return new SallyportError('LIMIT_EXCEEDED', {
    message: `the file has ${size} bytes, more than limits.file (${maxBytes})`,
    place: { file: path },
    help: 'raise limits.file in the gate policy, or exclude the path',
  })
}

function foldersOf(paths: ReadonlySet<string>): Set<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash)
      if (folders.has(folder)) break
      folders.add(folder)
    }
  }
  return folders
}

/** Without the absolute path that Node puts into its messages. */
function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  return code === undefined ? messageOf(error) : `the system says ${code}`
}
