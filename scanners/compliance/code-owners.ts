/**
 * CODEOWNERS as GitHub reads it: the last pattern that matches a path decides, and a pattern without
 * owners gives it to nobody. Patterns are those of gitignore without `!`, `[ ]` and `\#`; a line with
 * one of them is skipped, as GitHub does.
 */

import { compileGlob, type Glob, matchesGlob } from '../../src/repository/glob.ts'

interface OwnerLine {
  readonly globs: readonly Glob[]
  readonly owners: readonly string[]
}

export function parseCodeOwners(text: string): readonly OwnerLine[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [pattern, ...owners] = line.split('#', 1)[0]!.trim().split(/\s+/)
    if (!pattern || /^!|[[\]\\]/.test(pattern)) return []
    return [{ globs: toGlobs(pattern).map(compileGlob), owners }]
  })
}

export function isOwned(lines: readonly OwnerLine[], path: string): boolean {
  const last = lines.findLast(({ globs }) => globs.some((glob) => matchesGlob(glob, path)))
  return (last?.owners.length ?? 0) > 0
}

function toGlobs(pattern: string): string[] {
  const anchored = pattern.slice(0, -1).includes('/')
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '')
  const whole = anchored ? bare : `**/${bare}`
  if (pattern.endsWith('/')) return [`${whole}/**`]
  // `docs/*` is the files of docs, not those of its folders; anything else takes what is below it.
  return anchored && /(?:^|\/)\*$/.test(bare) ? [whole] : [whole, `${whole}/**`]
}
