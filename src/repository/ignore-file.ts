/**
 * `.gitignore` files (gitignore(5)): the last pattern that matches decides, deeper files before
 * shallower, `!` takes back, a trailing `/` means folders only, and nothing below an ignored folder
 * can be taken back.
 */
import { compileGlob, type Glob, type GlobMeter, matchesGlob } from './glob.ts'

export interface IgnorePattern {
  readonly glob: Glob
  readonly negated: boolean
  readonly foldersOnly: boolean
}

/** The patterns of one folder on the way down, over those of its parents. */
export interface IgnoreScope {
  /** Where the file stands, relative to the outermost folder, `''` or ending with `/`. */
  readonly folder: string
  readonly patterns: readonly IgnorePattern[]
  readonly parent: IgnoreScope | null
}

/** More lines than this are not read: no real file has them. */
const MAX_PATTERNS = 10_000

export function parseIgnoreFile(text: string): IgnorePattern[] {
  const patterns: IgnorePattern[] = []
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/, MAX_PATTERNS)) {
    const pattern = parseLine(line)
    if (pattern) patterns.push(pattern)
  }
  return patterns
}

function parseLine(line: string): IgnorePattern | undefined {
  let text = withoutTrailingSpaces(line)
  if (text === '' || text.startsWith('#')) return undefined
  const negated = text.startsWith('!')
  if (negated) text = text.slice(1)
  const foldersOnly = text.endsWith('/')
  if (foldersOnly) text = text.slice(0, -1)
  if (text === '') return undefined
  // A slash anywhere but at the end anchors the pattern to its file's folder.
  const anchored = text.includes('/')
  const glob = compileGlob(anchored ? text.replace(/^\//, '') : `**/${text}`)
  return { glob, negated, foldersOnly }
}

/** Spaces at the end do not count unless a backslash stands before them. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length
  while (end > 0 && line[end - 1] === ' ' && line[end - 2] !== '\\') end--
  return line.slice(0, end)
}

/** Whether a path (relative to the outermost folder) is ignored, its parents being not. */
export function isIgnored(
  scope: IgnoreScope | null,
  path: string,
  isFolder: boolean,
  meter?: GlobMeter,
): boolean {
  for (let current = scope; current !== null; current = current.parent) {
    const below = path.slice(current.folder.length)
    for (let index = current.patterns.length - 1; index >= 0; index--) {
      const pattern = current.patterns[index]!
      if (pattern.foldersOnly && !isFolder) continue
      if (matchesGlob(pattern.glob, below, meter)) return !pattern.negated
    }
  }
  return false
}
