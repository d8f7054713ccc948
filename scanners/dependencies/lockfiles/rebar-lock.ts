/**
 * Erlang's `rebar.lock` (https://rebar3.org/docs/configuration/dependencies/#lock-files): a list of
 * `{Name, Source, Level}`; level 0 is what the project asks for. Versioned files wrap it in
 * `{"1.2.0", List}` and append checksums. Edges are not recorded.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { indexLines } from '../text/lines.ts'
import { keywordItems, type Term, TermReader, TermSyntaxError, termItems, termText } from './beam/terms.ts'
import { ContentBuilder, quote } from './content-builder.ts'

export const rebarLock: LockfileFormat = {
  id: 'rebar.lock',
  ecosystems: ['Hex'],
  wants: (path) => path === 'rebar.lock' || path.endsWith('/rebar.lock'),
  parse: parseRebarLock,
}

function parseRebarLock(file: LockfileText): LockfileContent {
  const { lineAt } = indexLines(file.text)
  const builder = new ContentBuilder()
  const [locks, attributes] = readTerms(file, builder, lineAt)
  const list = locks?.kind === 'tuple' ? locks.items[1] : locks
  if (list?.kind !== 'list') throw lockfileError(file.path, 1, 'expected a list of locked packages')
  const hashed = new Set(
    keywordItems(attributes, 'pkg_hash').flatMap((pair) => termText(termItems(pair)[0]) ?? []),
  )
  for (const entry of list.items) {
    addEntry(builder, entry, hashed, { line: lineAt(entry.start), endLine: lineAt(entry.end - 1) })
  }
  return builder.content()
}

/** Terms, each with a full stop behind it. */
function readTerms(file: LockfileText, builder: ContentBuilder, lineAt: (offset: number) => number): Term[] {
  const reader = new TermReader(file.text, 'erlang')
  const terms: Term[] = []
  try {
    while (!reader.isAtEnd() && terms.length < 2) {
      terms.push(reader.read())
      if (!reader.accept('.')) throw new TermSyntaxError('expected "."', reader.offset)
    }
  } catch (error) {
    if (!(error instanceof TermSyntaxError)) throw error
    if (terms.length === 0) throw lockfileError(file.path, lineAt(error.offset), error.message)
    builder.problem(lineAt(error.offset), error.message)
  }
  return terms
}

function addEntry(
  builder: ContentBuilder,
  entry: Term,
  hashed: ReadonlySet<string>,
  place: { line: number; endLine: number },
): void {
  const [name, source, level] = termItems(entry)
  const app = termText(name)
  const [kind, ...parts] = termItems(source)
  if (entry.kind !== 'tuple' || app === undefined || kind === undefined) {
    builder.problem(place.line, 'an entry is not {Name, Source, Level}')
    return
  }
  const usage = { scope: 'prod', direct: level?.kind === 'number' ? level.text === '0' : null } as const
  const found = packageOf(app, termText(kind) ?? '', parts, hashed)
  if (!found) {
    builder.problem(place.line, `the source of ${quote(app)} is not understood`)
    return
  }
  const position = builder.add({ ecosystem: 'Hex', ...found, ...usage, ...place })
  if (usage.direct) builder.connectRoot(position)
}

function packageOf(app: string, kind: string, parts: readonly Term[], hashed: ReadonlySet<string>) {
  if (kind === 'pkg') {
    const version = termText(parts[1])
    const name = termText(parts[0])
    if (name === undefined || version === undefined) return undefined
    return { name, version, ...(hashed.size === 0 ? {} : { integrity: hashed.has(app) }) }
  }
  if (!/^(?:git|git_subdir|hg|raw)$/.test(kind)) return undefined
  const commit = termText(termItems(parts[1])[1]) ?? null
  return { name: app, version: '', source: { kind: 'git', url: termText(parts[0]) ?? '', commit } as const }
}
