/**
 * The one door to git: a clone as commits and trees, read without running any program (see
 * `object-store.ts`). Replace refs, grafts and configuration are not looked at; what a partial clone
 * lacks is an error and never fetched.
 */
import type { SourceTree } from '../source-tree.ts'
import type { ObjectHash } from '../tree-digest.ts'
import { findGitFolder } from './git-folder.ts'
import { findMergeBase } from './merge-base.ts'
import { ObjectStore } from './object-store.ts'
import { readShallow, resolveHead, resolveRevision } from './refs.ts'
import { openRevisionTree, type RevisionTreeOptions } from './revision-tree.ts'

export interface GitRepository extends Disposable {
  /** Absolute. */
  readonly root: string
  /** The folder that was opened, relative to the root, with `/`. */
  readonly prefix: string
  readonly objectHash: ObjectHash
  /** The commit of HEAD; `null` before the first commit. */
  head(): string | null
  /** @throws `REVISION_UNKNOWN`, `GIT_UNREADABLE` */
  resolve(revision: string): string
  /** The tree of a commit below {@link prefix}. @throws `GIT_UNREADABLE`, `LIMIT_EXCEEDED` */
  tree(commit: string, options: Omit<RevisionTreeOptions, 'prefix'>): SourceTree
  /** @throws `REVISION_UNKNOWN` where a shallow clone does not reach it */
  mergeBase(a: string, b: string): string | undefined
  isAncestor(ancestor: string, commit: string): boolean
}

/** `null` where the folder is in no working tree of git. @throws `GIT_UNREADABLE` */
export function openGitRepository(folder: string): GitRepository | null {
  const git = findGitFolder(folder)
  if (git === null) return null
  const store = new ObjectStore(git)
  const mergeBase = (a: string, b: string) => findMergeBase(store, a, b, readShallow(git))
  return {
    root: git.root,
    prefix: git.prefix,
    objectHash: git.objectHash,
    head: () => resolveHead(git, store),
    resolve: (revision) => resolveRevision(git, store, revision),
    tree: (commit, options) => openRevisionTree(store, commit, { ...options, prefix: git.prefix }),
    mergeBase,
    isAncestor: (ancestor, commit) => mergeBase(ancestor, commit) === ancestor,
    [Symbol.dispose]: () => store[Symbol.dispose](),
  }
}
