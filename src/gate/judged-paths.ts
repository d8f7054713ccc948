/** The part of a tree that the policy's `paths:` lets be judged. */
import { compileGlob, matchesGlob } from '../repository/glob.ts'
import type { SourceTree } from '../repository/source-tree.ts'
import type { GatePolicy } from './policy/schema.ts'

export function selectJudged(tree: SourceTree, paths: GatePolicy['paths']): SourceTree {
  if (paths.include.length === 0 && paths.exclude.length === 0) return tree
  const isJudged = judgedBy(paths)
  return {
    files: tree.files.filter((file) => isJudged(file.path)),
    links: tree.links.filter((link) => isJudged(link.path)),
    problems: tree.problems.filter((problem) => isJudged(problem.path)),
  }
}

export function judgedBy(paths: GatePolicy['paths']): (path: string) => boolean {
  const include = paths.include.map(compileGlob)
  const exclude = paths.exclude.map(compileGlob)
  return (path) =>
    (include.length === 0 || include.some((glob) => matchesGlob(glob, path))) &&
    !exclude.some((glob) => matchesGlob(glob, path))
}
