/**
 * TypeScript and JavaScript for Deno, which need no manifest: the packages that import and export declarations and
 * `import()` name by a literal, with a version. What is put together at run time is not seen.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../../lockfile.ts'
import { indexLines } from '../../text/lines.ts'
import { ContentBuilder } from '../content-builder.ts'
import { packageOfSpecifier } from './deno-specifier.ts'

export const denoSource: LockfileFormat = {
  id: 'deno-source',
  ecosystems: ['npm', ''],
  wants: () => false,
  parse: parseDenoSource,
}

/** Comments and templates, so that what stands in them is not taken for code; and literals on one line. */
const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`(?:[^`\\]|\\[\s\S])*(?:`|$)|'([^'\\\n]*)'|"([^"\\\n]*)"/g
/** What stands before a specifier. */
const IMPORTING = /(?:^|[^\w$.])(?:from|import\s*\(?)\s*$/
const MAX_BEFORE = 40
const MAX_SPECIFIER = 500

function parseDenoSource({ text }: LockfileText): LockfileContent {
  const builder = new ContentBuilder()
  const { lineAt } = indexLines(text)
  for (const { 0: token, 1: single, 2: double, index } of text.matchAll(TOKEN)) {
    const specifier = single ?? double
    if (specifier === undefined || token.length > MAX_SPECIFIER) continue
    if (!IMPORTING.test(text.slice(Math.max(0, index - MAX_BEFORE), index))) continue
    const found = packageOfSpecifier(specifier)
    if (found) builder.add({ ...found, line: lineAt(index), direct: true, scope: 'prod' })
  }
  return builder.content()
}
