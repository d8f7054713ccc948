/**
 * Cabal's `cabal.project.freeze` (https://cabal.readthedocs.io, "cabal freeze"): a `constraints` field
 * whose entries `any.name ==version` pin a package wherever it is used. Entries for flags, and for a
 * package as the project alone asks for it (without `any.`), pin nothing by themselves. Edges, scope and
 * what is direct are not recorded.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { eachLine } from '../text/each-line.ts'
import { ContentBuilder, quote } from './content-builder.ts'

export const cabalFreeze: LockfileFormat = {
  id: 'cabal.project.freeze',
  ecosystems: ['Hackage'],
  wants: (path) => path.endsWith('.project.freeze'),
  parse: parseCabalFreeze,
}

/** A field begins a line; what follows it may stand on indented lines. */
const FIELD = /^([A-Za-z][A-Za-z0-9-]*)\s*:\s*(.*)$/

function parseCabalFreeze(file: LockfileText): LockfileContent {
  const builder = new ContentBuilder()
  let field = ''
  for (const { text, number } of eachLine(file.text)) {
    const body = text.trim()
    if (body === '' || body.startsWith('--')) continue
    const [, name, rest] = FIELD.exec(text) ?? []
    if (name !== undefined) field = name.toLowerCase()
    else if (text === text.trimStart() && field !== 'constraints') {
      builder.problem(number, `${quote(body)} is no field`)
      continue
    }
    if (field === 'constraints') addConstraints(builder, rest ?? body, number)
  }
  return builder.content()
}

function addConstraints(builder: ContentBuilder, text: string, line: number): void {
  for (const constraint of text.split(',').map((part) => part.trim())) {
    const [, name, range] = /^any\.([A-Za-z0-9-]+)\s*(.*)$/.exec(constraint) ?? []
    if (name === undefined || range === undefined) continue
    const [, version] = /^==\s*([0-9]+(?:\.[0-9]+)*)$/.exec(range) ?? []
    // `installed` is what the compiler brings.
    if (version === undefined && (range === 'installed' || /^[+-]/.test(range))) continue
    if (version === undefined) {
      const message = `${quote(name)} is not pinned to one version: ${quote(range)}`
      builder.problem(line, message, 'LOCKFILE_UNRESOLVED')
    }
    builder.add({ ecosystem: 'Hackage', name, version: version ?? '', line })
  }
}
