/**
 * Finds the git folder of a working tree. Only a `.git` entry of the folder or of one above counts: a
 * bare repository that lies in the tree like any other folder is never taken for one. Configuration is
 * read for the one thing that says how objects are named; nothing in it is ever obeyed.
 */
import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { SallyportError } from '../../base/errors.ts'
import type { ObjectHash } from '../tree-digest.ts'

export interface GitFolder {
  /** Absolute, links resolved: where the working tree begins. */
  readonly root: string
  /** The folder asked for, relative to the root, with `/`; `''` for the root itself. */
  readonly prefix: string
  /** HEAD stands here. */
  readonly own: string
  /** Objects and refs stand here; the same but for linked work trees. */
  readonly shared: string
  readonly objectHash: ObjectHash
}

const MAX_CONFIG_BYTES = 1024 * 1024

/** `null` where no folder above is a git working tree. @throws `GIT_UNREADABLE` for a `.git` that leads where it must not */
export function findGitFolder(folder: string): GitFolder | null {
  const start = realpathSync(folder)
  for (let root = start; ; root = dirname(root)) {
    const own = readDotGit(root)
    if (own !== null) return describe(root, start, own)
    if (dirname(root) === root) return null
  }
}

function describe(root: string, start: string, own: string): GitFolder {
  const common = readSmall(join(own, 'commondir'))?.trim()
  const shared = common === undefined ? own : resolve(own, common)
  const config = readSmall(join(shared, 'config')) ?? ''
  return {
    root,
    prefix: relative(root, start).split(sep).join('/'),
    own,
    shared,
    objectHash: /^\s*objectformat\s*=\s*"?sha256\b/im.test(config) ? 'sha256' : 'sha1',
  }
}

function readDotGit(root: string): string | null {
  const path = join(root, '.git')
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (!stats) return null
  if (stats.isDirectory()) return isGitFolder(path) ? path : null
  if (stats.isFile()) return readGitFile(root, path)
  throw refuse('.git is neither a folder nor a file')
}

/**
 * A `.git` file (linked work tree, submodule) is followed only to where git itself puts such folders:
 * into a `.git` folder outside of the tree, which for a work tree names this very file.
 */
function readGitFile(root: string, path: string): string {
  const target = /^gitdir: (.+?)\r?\n?$/.exec(readSmall(path) ?? '')?.[1]
  if (target === undefined) throw refuse('.git is a file without a "gitdir:" line')
  const folder = isAbsolute(target) ? target : resolve(root, target)
  let real: string
  try {
    real = realpathSync(folder)
  } catch (cause) {
    throw refuse('.git names a folder that is not there', cause)
  }
  const place = /[\\/]\.git[\\/](worktrees|modules)[\\/]/.exec(real)
  if (!place || real.startsWith(root + sep))
    throw refuse('.git leads to a folder that git would not have made')
  if (place[1] === 'worktrees' && !namesBack(real, path)) {
    throw refuse('.git leads to the work tree of another folder')
  }
  return real
}

function namesBack(real: string, path: string): boolean {
  const back = readSmall(join(real, 'gitdir'))?.trim()
  if (back === undefined) return false
  try {
    return realpathSync(resolve(real, back)) === realpathSync(path)
  } catch {
    // What it names is not there, so it is not this file.
    return false
  }
}

function isGitFolder(path: string): boolean {
  const isThere = (name: string): boolean =>
    lstatSync(join(path, name), { throwIfNoEntry: false }) !== undefined
  return isThere('HEAD') && isThere('objects')
}

/** The text of a small regular file; `undefined` for anything else. */
export function readSmall(path: string, maxBytes = MAX_CONFIG_BYTES): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile() || stats.size > maxBytes) return undefined
  return readFileSync(path, 'utf8')
}

function refuse(message: string, cause?: unknown): SallyportError {
  return new SallyportError('GIT_UNREADABLE', { message, place: { file: '.git' }, cause })
}
